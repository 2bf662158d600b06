"""The words of cells that hold one of a few codes, in the reader's language and back."""

from functools import cache

from assessment.explain.names import function_name
from assessment.i18n import LANGUAGES, speaking, t
from assessment.reference.book.sheets import key

ALL_TYPES = "*"


def words(table: str, column: str) -> dict[str, str]:
    """The words of a column by code, in the current language; empty where cells hold no code."""
    if column == "function":
        return {code: function_name(code) for code in _FUNCTIONS}
    if column == "unit_type":
        return {ALL_TYPES: t("All types")} if table == "tier" else {}
    say = _WORDS.get(
        "tie_break"
        if column.startswith("tie_break_")
        else "module_kind"
        if (table, column) == ("module", "kind")
        else column
    )
    return say() if say else {}


def flag(value: bool) -> str:
    """是 or 否."""
    return t("yes") if value else t("no")


@cache
def _codes(table: str, column: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            found |= {key(word): code for code, word in words(table, column).items()}
    return found | {key(code): code for code in found.values()}


def code_of(table: str, column: str, text: str) -> str | None:
    """The code that a word of any language, or the code itself, stands for."""
    return _codes(table, column).get(key(text))


_FUNCTIONS = (
    "completion",
    "growth_gap",
    "standard_line",
    "minmax60",
    "efficacy_fixed",
    "rank_step",
    "rank_interval",
    "ratio_best",
    "blend",
    "deduct",
    "graded",
    "milestone",
    "threshold_then",
)
"""Those with a name of their own; a county's own function is called by the name of its file."""

_WORDS = {
    "level": lambda: {"province": t("provincial"), "city": t("municipal"), "county": t("the county's own")},
    "frequency": lambda: {"monthly": t("monthly"), "quarterly": t("quarterly"), "annual": t("annual")},
    "basis": lambda: {
        "cumulative": t("cumulative"),
        "monthly": t("of the month alone"),
        "point": t("as it stands at the month's end"),
        "annual": t("of the whole year"),
    },
    "value_kind": lambda: {
        "amount": t("amount"),
        "progress": t("progress"),
        "rate": t("rate"),
        "count": t("number of cases"),
        "grade": t("grade"),
    },
    "direction": lambda: {"higher": t("the higher the better"), "lower": t("the lower the better")},
    "module_kind": lambda: {"trunk": t("Trunk"), "supplement": t("Supplement")},
    "no_case_as": lambda: {"not_applicable": t("not counted"), "full": t("full marks")},
    "tie_rank": lambda: {"mean": t("the mean place"), "best": t("the best place")},
    "effect": lambda: {
        "bonus": t("bonus"),
        "penalty": t("deduction"),
        "late_table": t("late table"),
        "missing_table": t("missing table"),
        "veto": t("veto"),
    },
    "quota_rounding": lambda: {"floor": t("down"), "round": t("to the nearest"), "ceil": t("up")},
    "missing_table_is": lambda: {"NOT_DUE": t("awaited (not due)"), "LATE": t("late (0)")},
    "tie_break": lambda: {
        "fewer_vetoes": t("fewer vetoes"),
        "trunk": t("trunk points"),
        "largest": t("points of the heaviest indicators"),
    },
}
