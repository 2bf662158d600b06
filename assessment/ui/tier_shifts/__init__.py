"""The tier shifts page: flow, matrix, who moved and why, streaks."""

from assessment.ui.tier_shifts.page import draw

__all__ = ["draw"]
