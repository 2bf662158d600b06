"""按时交卷: which department owes which table by when, what came, who is late, over the year."""

from assessment.ui.submissions.page import draw

__all__ = ["draw"]
