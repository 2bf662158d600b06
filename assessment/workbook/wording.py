"""The words of the template in the language it is asked for, whoever asks."""

from assessment import i18n
from assessment.workbook import sheets


def words(message: str, language: str, **values: object) -> str:
    """A message in a language, its {named} values filled in."""
    return i18n.catalog(language).get(message, message).format(**values)


def head(name: str, language: str) -> str:
    """A heading; in English with the English word beneath the Chinese, which alone is the format."""
    english = sheets.ENGLISH_HEADINGS.get(name)
    return f"{name}\n{english}" if language == "en" and english else name
