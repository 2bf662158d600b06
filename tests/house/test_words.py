"""No word of the program is without its Chinese."""

import ast
import re
from pathlib import Path

from assessment import i18n, sql
from assessment.i18n import catalog, read_po, speaking, t

ROOT = Path(__file__).resolve().parents[2]
SPEAKERS = {"t": 0, "Problem": 2, "AssessmentError": 0, "Column": 1}


def spoken() -> set[str]:
    """Every message id in the code: first words of t(), Problem(), AssessmentError() and headings."""
    found = set()
    for path in [ROOT / "dashboard.py", *(ROOT / "assessment").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            at = SPEAKERS.get(name) if name != "Column" or path.parent.name == "export" else None
            if at is None or len(node.args) <= at:
                continue
            word = node.args[at]
            if isinstance(word, ast.Constant) and isinstance(word.value, str) and word.value:
                found.add(word.value)
    return found | {query.header["message"] for query in sql.room("checks").values()}


def test_every_message_has_its_chinese() -> None:
    assert sorted(spoken() - catalog("zh").keys()) == []


def test_translations_keep_their_placeholders() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)", text))

    assert [message for message, text in catalog("zh").items() if names(text) - names(message)] == []


def test_chinese_text_uses_chinese_punctuation() -> None:
    bad = re.compile(r"[\u4e00-\u9fff][,;!?](?=\s|$|[\u4e00-\u9fff])")
    assert [text for text in catalog("zh").values() if bad.search(text)] == []


def test_a_message_without_translation_stays_english() -> None:
    with speaking("zh"):
        assert t("no such message {number}", number=3) == "no such message 3"


def test_a_message_speaks_the_chosen_language_and_falls_back_after() -> None:
    with speaking("zh"):
        assert t("Year {year}", year=2026) == "2026年"
    assert t("Year {year}", year=2026) == "Year 2026"
    assert i18n.current() == "en"


def test_the_catalog_reader_joins_lines() -> None:
    assert read_po('msgid ""\n"a "\n"b"\nmsgstr "甲"\n"乙"\n') == {"a b": "甲乙"}


def test_a_message_has_one_chinese_whatever_catalog_it_stands_in() -> None:
    said: dict[str, set[str]] = {}
    for path in sorted((i18n.CATALOGS / "zh").glob("*.po")):
        for message, text in read_po(path.read_text("utf-8")).items():
            said.setdefault(message, set()).add(text)
    assert [message for message, texts in said.items() if len(texts) > 1] == []
