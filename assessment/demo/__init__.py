"""The demo county 澄川县: a seeded generator of what analysts would send — reference files and one workbook a month.

It writes no scores; those come from the program, as for any county. Run as `python -m assessment.demo FOLDER`.
"""

from assessment.demo.files import write

__all__ = ["write"]
