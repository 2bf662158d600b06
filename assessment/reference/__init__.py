"""The county's reference data: units, schemes, rules; read from files, checked, tried out, loaded whole; handed out."""

from assessment.reference import told
from assessment.reference.book import Names
from assessment.reference.diff import Change
from assessment.reference.files import folder_files
from assessment.reference.load import load
from assessment.reference.proposal import Proposal, commit, propose
from assessment.reference.workbook import workbook

__all__ = ["Change", "Names", "Proposal", "commit", "folder_files", "load", "propose", "told", "workbook"]
