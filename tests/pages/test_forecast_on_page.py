"""预判 under an indicator's units: who is expected to miss the annual target, and what a month would have to bring."""

from datetime import date

from assessment import i18n
from assessment.ui.indicator_completion import outlook
from tests.pages.completion_county import completion_county
from tests.pages.conftest import Visit, words

__all__ = ["completion_county"]

APRIL = date(2026, 4, 1)


def test_the_units_of_an_indicator_scored_by_completion_have_their_outlook(
    completion_county: None, visit: Visit
) -> None:
    shown = words(visit("review/indicator_completion", period="2026-04", indicator="资金", group="A"))
    assert "预判：" in shown
    assert "今后每月需完成" in shown


def test_the_workbook_takes_the_forecast_along_in_words(completion_county: None) -> None:
    with i18n.speaking("zh"):
        (table,) = outlook.table(APRIL, "A", "资金")
        nothing = outlook.table(date(2019, 1, 1), "A", "资金")
    assert [column.name for column in table.columns][:3] == ["unit_shown", "annual_rate", "forecast_rate"]
    assert table.rows
    assert nothing == []
