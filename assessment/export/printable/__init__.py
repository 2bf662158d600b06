"""The hand-out of a meeting: one page of HTML that carries everything it needs and prints on A4."""

from assessment.export.printable.document import printable

__all__ = ["printable"]
