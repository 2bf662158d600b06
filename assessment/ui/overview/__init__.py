"""The overview: one block a file, each HTML; drawn together so that they keep their places."""

from assessment.ui.overview.page import Blocks, Shown, draw, load_blocks, shown

__all__ = ["Blocks", "Shown", "draw", "load_blocks", "shown"]
