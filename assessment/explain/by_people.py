"""Functions over what people decided or did: graded (ballots) and milestone."""

import re

from assessment import labels
from assessment.explain.number import plain
from assessment.explain.terms import Case, Terms, share_line
from assessment.i18n import t

_GROUP = re.compile(r"(.*?) ?(\d+(?:\.\d+)?) × (\d+(?:\.\d+)?(?:e-?\d+)?)(?: \+ |$)")
"""`领导 0.600000 × 0.9`: a voter group, its weight and the trimmed mean of its grades."""


def graded(terms: Terms, case: Case) -> list[str]:
    """Each voter group's trimmed mean, weighted."""
    groups = _GROUP.findall(terms["voter_groups"])
    ballots = t("{count} ballots; each group's mean after dropping one highest and one lowest where it has enough",
                count=plain(terms["ballots"]))  # fmt: skip
    named = [
        t("{group}: mean {share}, weight {weight}", group=group or t("All voters"), share=plain(share),
          weight=plain(weight))
        for group, weight, share in groups
    ]  # fmt: skip
    if len(groups) == 1:
        return [ballots, *named, share_line("", case)]
    total = " + ".join(plain(weight) for _, weight, _ in groups)
    weighted = " + ".join(f"{plain(weight)} × {plain(share)}" for _, weight, share in groups)
    return [ballots, *named, share_line(f"({weighted}) ÷ ({total})", case)]


def milestone(terms: Terms, case: Case) -> list[str]:
    """The milestones due, one by one, and their weighted mean."""
    count = t(
        "{due} milestones due by the month's end: {on_time} on time, {late} late, {open} not done",
        due=plain(terms["due_count"]),
        on_time=plain(terms["on_time_count"]),
        late=plain(terms["late_count"]),
        open=plain(terms["due_count"] - terms["on_time_count"] - terms["late_count"]),
    )
    if not case.milestones:
        return [count, share_line("", case)]
    each = [
        t("{milestone}: due {due}, done {done}, mark {mark}, share {share}", milestone=row.milestone,
          due=f"{row.due_on:%Y-%m-%d}", done=labels.NONE if labels.is_missing(row.done_on) else
          f"{row.done_on:%Y-%m-%d}", mark=plain(row.credit), share=plain(row.share))
        for row in case.milestones
    ]  # fmt: skip
    marks = " + ".join(f"{plain(row.share)} × {plain(row.credit)}" for row in case.milestones)
    due = " + ".join(plain(row.share) for row in case.milestones)
    return [count, *each, share_line(f"({marks}) ÷ ({due})", case)]
