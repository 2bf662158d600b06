"""The supplements as a workbook: sums, unit scores, honours, lives and weights."""

import pandas as pd

from assessment import export, labels
from assessment.export import Column
from assessment.findings import supplements as findings
from assessment.i18n import t
from assessment.reports import supplements
from assessment.ui import load
from assessment.ui.scope import Scope
from assessment.ui.supplements.view import Row, View


def tables(scope: Scope, view: View, module: str) -> list[export.Table]:
    """What the page shows of one supplement, and the lives of all."""
    made = [_scores(view, module), _lives(view)]
    return [_totals(view, module), *made, _honours(scope, view)] if len(view.of(view.totals, module)) else made


def _named(frame: pd.DataFrame, **names: str) -> pd.DataFrame:
    """The frame with columns of names in the reader's language: new=old (and old_en)."""
    chosen = {
        new: [labels.name(local, english) for local, english in zip(frame[old], frame[f"{old}_en"], strict=True)]
        for new, old in names.items()
    }
    return frame.assign(**chosen)


def _totals(view: View, module: str) -> export.Table:
    own = _named(view.of(view.totals, module), name="indicator")
    own = own.assign(kind=[view.types.get(str(code), t("All unit types")) for code in own["unit_type"]])
    columns = [
        Column("name", "Indicator"),
        Column("kind", "Type"),
        Column("measure_unit", "Measure unit"),
        Column("value", "Done", 2),
        Column("target_value", "Annual target", 2),
        Column("annual_rate", "Rate", 1, "percent"),
        Column("planned_share", "Planned share", 1, "percent"),
        Column("ahead_pp", "Ahead of plan (pp)", 1),
        Column("unit_count", "Units counted"),
        Column("on_plan_count", "Units on plan"),
        Column("late_count", "Units late"),
    ]
    return export.from_frame(t("Won together"), columns, own)


def _scores(view: View, module: str) -> export.Table:
    columns = [
        Column("unit_type", "Type"),
        Column("rank_in_type", "Rank"),
        Column("name", "Unit"),
        Column("score", "Of 100", 2),
        Column("score_change", "Score change", 2),
        Column("points", "Points", 2),
        Column("applicable_weight", "Weight", 2),
        Column("late_count", "Late"),
    ]
    return export.from_frame(t("Points won"), columns, _named(view.of(view.scores, module), name="unit"), frozen=3)


def _honours(scope: Scope, view: View) -> export.Table:
    found = load.frame(supplements.supplement_events, view.month, scope.unit_types)
    columns = [
        Column("level", "Level and kind"),
        Column("name", "Unit"),
        Column("unit_type", "Type"),
        Column("event", "Item"),
        Column("document", "Document number"),
        Column("month", "Month"),
        Column("points", "Points", 2),
    ]
    return export.from_frame(t("Honours from above this year"), columns, _named(found, level="kind", name="unit"))


def _lives(view: View) -> export.Table:
    rows: list[Row] = list(view.lives.itertuples(index=False))
    lives = _named(view.lives, name="module", of="scheme").assign(
        runs=[findings.life_words(row) for row in rows], stands=[findings.state_words(row.state) for row in rows]
    )
    columns = [
        Column("name", "Supplement"),
        Column("of", "Scheme"),
        Column("runs", "Runs"),
        Column("stands", "State"),
        Column("unit_type", "Type"),
        Column("weight", "Weight", 2),
    ]
    return export.from_frame(t("When the supplements run"), columns, lives)
