"""The score card: base + bonus − deductions = score with its events, place, tier, change, and what lacks to more."""

from html import escape
from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.ui import cells, marks
from assessment.ui.unit_profile import source
from assessment.ui.unit_profile.months import month_name
from assessment.ui.unit_profile.rows import rows_of

Row = Any


def html(card: Row, months: pd.DataFrame, events: pd.DataFrame, near: Row | None) -> str:
    """`months` are those a quarter is made of; `near` is the unit's row of `near_misses`, None where there is none."""
    terms = _quarter(months) if card.period_kind == "quarter" else _terms(card)
    score = ("=" if terms else "", labels.score(card.score), t("Score (points)"), "up-score")
    drawn = "".join(_term(*term) for term in terms) + _term(*score)
    return (
        f"<section class='up-card'><div class='up-sum'>{drawn}</div>{_facts(card, near)}{_marks(card)}"
        f"{_events(card, events)}</section>"
    )


def _terms(card: Row) -> list[tuple[str, str, str]]:
    """Nothing where base and score are one: that there was neither bonus nor deduction stands below."""
    if not card.bonus_points and not card.penalty_points:
        return []
    base = t("Year's base") if card.period_kind == "year" else t("Base")
    return [
        ("", labels.score(card.base), base),
        ("+", labels.score(card.bonus_points), t("Bonus")),
        ("−", labels.score(card.penalty_points), t("Deductions")),
    ]


def _quarter(months: pd.DataFrame) -> list[tuple[str, str, str]]:
    """A quarter is the mean of its months as published."""
    scored = months[months["score"].notna()]
    terms = [
        ("+" if at else "(", labels.score(row.score), month_name(row.month)) for at, row in enumerate(rows_of(scored))
    ]
    return [*terms, (") ÷", labels.count(len(scored)), t("months"))]


def _term(sign: str, number: str, word: str, look: str = "") -> str:
    return f"<span class='up-term {look}'><i>{sign}</i><b>{escape(number)}</b><small>{escape(word)}</small></span>"


def _facts(card: Row, near: Row | None) -> str:
    facts = [(t("Rank"), _rank(card)), (t("Tier"), _tier(card)), (t("Change"), _change(card))]
    if not labels.is_missing(card.gap_to_next):
        facts.append((t("To the next place"), escape(t("{points} points", points=labels.score(card.gap_to_next)))))
    if near is not None:
        facts.append((t("To the next tier"), _next_tier(near)))
    has_weight = not labels.is_missing(card.due_weight) and bool(card.due_weight)
    if has_weight and (card.applicable_weight != card.due_weight or not card.is_ranked):
        words = {"applies": labels.number(card.applicable_weight), "due": labels.number(card.due_weight)}
        facts.append((t("Weight that counts"), escape(t("{applies} of {due} due; the rest has no value", **words))))
    drawn = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in facts)
    return f"<dl class='up-facts'>{drawn}</dl>"


def _rank(card: Row) -> str:
    if not card.is_ranked or labels.is_missing(card.rank_in_type):
        return escape(t("Not ranked"))
    return escape(t("{rank} of {count}", rank=labels.count(card.rank_in_type), count=labels.count(card.unit_count)))


def _tier(card: Row) -> str:
    if labels.is_missing(card.tier):
        return escape(t("none given in this period") if card.is_ranked else labels.NONE)
    chip = cells.tier(labels.name(card.tier, card.tier_en), card.tier_order, card.tier_count)
    more = []
    if card.is_decided:
        more.append(t("computed: {tier}", tier=labels.name(card.computed_tier, card.computed_tier_en)))
        more.append(labels.text(card.decision_reason))
    if not labels.is_missing(card.ceiling):
        more.append(t("veto: at most {tier}", tier=labels.name(card.ceiling, card.ceiling_en)))
    return chip + (f" <small>{escape(t('; ').join(more))}</small>" if more else "")


def _change(card: Row) -> str:
    if labels.is_missing(card.rank_change) and labels.is_missing(card.score_change):
        return escape(t("nothing to compare with"))
    before = t(
        "before: {score} points, place {rank}",
        score=labels.score(card.previous_score),
        rank=labels.count(card.previous_rank),
    )
    return (
        f"{cells.rank_change(card.rank_change, before)} {cells.points_change(card.score_change, before)}"
        f" <small>{escape(before)}</small>"
    )


def _next_tier(near: Row) -> str:
    tier = cells.tier(labels.name(near.next_tier, near.next_tier_en), near.next_order, near.tier_count)
    words = t("{points} points", points=labels.score(near.points_needed))
    reason = t("at {score} points, the others unchanged", score=labels.score(near.needed_score))
    return f"{escape(words)} → {tier} <small>{escape(reason)}</small>"


def _marks(card: Row) -> str:
    found = [*marks.of_type([card]), *marks.of_unit(card)]
    drawn = "".join(f"<li>{mark.html()}{escape(mark.reason)}</li>" for mark in found)
    return f"<ul class='up-marks'>{drawn}</ul>" if drawn else ""


def _events(card: Row, events: pd.DataFrame) -> str:
    if events.empty:
        return f"<p class='up-none'>{escape(t('No bonus, deduction or veto in this period'))}</p>"
    lines = "".join(_event(row) for row in rows_of(events))
    return f"<ul class='up-events'>{lines}{_caps(card, events)}</ul>"


def _event(row: Any) -> str:
    sign = {"bonus": "+", "veto": ""}.get(row.effect, "−")
    points = t("Veto") if row.effect == "veto" else f"{sign}{labels.score(row.stated_points)}"
    tone = {"bonus": "up", "veto": "bad"}.get(row.effect, "down")
    words = [labels.name(row.kind, row.kind_en), labels.text(row.event), row.document]
    if row.effect == "veto":
        words.append(t("At most {tier}", tier=labels.name(row.ceiling, row.ceiling_en)))
    if row.quantity > 1:
        words.append(t("{count} times", count=labels.count(row.quantity)))
    said = " · ".join(escape(str(word)) for word in words if word and word != labels.NONE)
    why = _not_counted(str(row.counting))
    chip = cells.chip(t("not counted"), why, "warn") + f"<small>{escape(why)}</small>" if why else ""
    return (
        f"<li class='sj-written'><b class='{tone}'>{escape(points)}</b><span>{said} {chip}"
        f"<small class='up-source'>{escape(source.words(row))}</small></span></li>"
    )


def _not_counted(counting: str) -> str:
    reasons = {
        "no_document": t("no document number"),
        "repeated": t("the same event counts once, at its highest level"),
        "measured_by_indicator": t("an indicator of this type already counts late tables"),
        "none": t("the quantity is 0"),
    }
    return reasons.get(counting, "")


def _caps(card: Row, events: pd.DataFrame) -> str:
    """Where the caps or a bonus by place make the sum differ from the events listed."""
    lines = []
    counted = events[events["counting"] == "counted"]
    for effects, points, word in (
        (("bonus",), card.bonus_points, t("counted as bonus, after caps and bonus by place")),
        (("penalty", "late_table", "missing_table"), card.penalty_points, t("counted as deductions, after caps")),
    ):
        if counted[counted["effect"].isin(effects)].shape[0] > 1:
            lines.append(f"<li><b>{labels.score(points)}</b><span><small>{escape(word)}</small></span></li>")
    return "".join(lines)
