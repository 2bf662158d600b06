"""Figures as SVG, made without a browser: for the wall, for paper and for other people's documents."""

from assessment.charts.svg.drawing import canvas_of, draw
from assessment.charts.svg.file import standalone, stylesheet

__all__ = ["canvas_of", "draw", "standalone", "stylesheet"]
