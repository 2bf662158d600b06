"""The review meeting (评审会): one frozen version of one period as a walk of slides, before anybody draws them."""

from assessment.meeting.slide import Cell, Column, Deck, Fact, Slide, Table

__all__ = ["Cell", "Column", "Deck", "Fact", "Slide", "Table"]
