"""The page 单位画像: one unit's score, opened to the last cell; a file a block."""

from assessment.ui.unit_profile.page import draw

__all__ = ["draw"]
