"""The tier shifts page: flow, matrix, who moved and why, streaks."""

from assessment.ui.tier_shifts.page import bases, draw, title

__all__ = ["bases", "draw", "title"]
