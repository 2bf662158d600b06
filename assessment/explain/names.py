"""The scoring functions of domain.md section 4 by their names."""

from assessment.i18n import t

BETWEEN = " + "
"""Parts a stored `function_key`: the rule's own function, then its inner ones."""


def function_name(code: str) -> str:
    """The name of one function; a county's own function keeps the name of its file."""
    names = {
        "completion": t("Completion against plan"),
        "growth_gap": t("Growth against its target rate"),
        "standard_line": t("Reaching a line"),
        "minmax60": t("Efficacy within the type"),
        "efficacy_fixed": t("Efficacy between fixed values"),
        "rank_step": t("Rank by steps"),
        "rank_interval": t("Rank by intervals"),
        "ratio_best": t("Ratio to the best"),
        "blend": t("Blend of two methods"),
        "deduct": t("Deduction per case"),
        "graded": t("Graded by ballot"),
        "milestone": t("Milestones"),
        "threshold_then": t("Gate, then a method"),
    }
    return names.get(code, code)


def parts(function_key: str) -> list[str]:
    """The functions of a key, the rule's own first."""
    return function_key.split(BETWEEN)


def key_name(function_key: str) -> str:
    """The name of a key: `Blend of two methods (Completion against plan, Efficacy within the type)`."""
    own, *inner = map(function_name, parts(function_key))
    return t("{function} ({parts})", function=own, parts=t(", ").join(inner)) if inner else own
