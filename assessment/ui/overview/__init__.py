"""The overview: one block a file, each HTML; drawn together so that they keep their places."""

from assessment.ui.overview.page import Blocks, draw, load_blocks, title

__all__ = ["Blocks", "draw", "load_blocks", "title"]
