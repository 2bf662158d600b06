"""The review deck as a presentation with native tables and charts, for others to edit in PowerPoint or WPS."""

from assessment.export.deck.build import deck_bytes
from assessment.export.deck.template import HOUSE

__all__ = ["HOUSE", "deck_bytes"]
