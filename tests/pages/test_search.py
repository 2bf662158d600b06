"""The search: what it can find, by which names, and where it leads."""

import pandas as pd
import pytest

from assessment import i18n
from assessment.ui import search

TERMS = pd.DataFrame(
    [
        ("unit", "B101", "县发展和改革局", "Development Bureau", "B1", ["B101", "县发改局", "县发展和改革局"]),
        ("indicator", "J08", "招商引资到位资金", "Investment received", "商务局", ["J08", "招商引资到位资金"]),
    ],
    columns=["kind", "item_id", "name", "name_en", "belongs_to", "terms"],
)


@pytest.mark.parametrize(("language", "names"), [("zh", ["县发展和改革局", "招商引资到位资金"])])
def test_a_unit_leads_to_its_profile_and_an_indicator_to_its_definition(language: str, names: list[str]) -> None:
    with i18n.speaking(language):
        found = search.items(TERMS, {"B1": "B1 经济综合管理"})
    assert [item["name"] for item in found] == names
    assert [item["beside"] for item in found] == ["B1 经济综合管理", "J08 商务局"]
    assert [item["to"] for item in found] == [
        "/unit_profile?unit=B101",
        "/dictionary?indicator=J08",
    ]


def test_every_name_can_be_typed_in_either_language() -> None:
    with i18n.speaking("en"):
        unit, indicator = search.items(TERMS, {})
    assert unit["name"] == "Development Bureau"
    for typed in ("b101", "县发改局", "development"):
        assert typed in unit["text"]
    assert "investment" in indicator["text"]
