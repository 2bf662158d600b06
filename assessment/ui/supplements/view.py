"""The supplements' frames in one hand, and which supplement is on screen."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import supplements as findings
from assessment.i18n import t
from assessment.reports import supplements
from assessment.reports.dictionary import last_month
from assessment.ui import choose, load
from assessment.ui.scope import Scope

Row = Any


@dataclass(frozen=True, eq=False)
class View:
    """What the page reads; `month` is the period's last month, `types` the types on screen.

    One object for a data version, language and scope: what is made of it is kept by it.
    """

    month: date
    when: str
    lives: pd.DataFrame
    totals: pd.DataFrame
    scores: pd.DataFrame
    types: dict[str, str]

    def names(self) -> dict[str, str]:
        """The supplements by code: those of the scheme in force first, running ones before the others."""
        order = {"running": 0, "coming": 1, "ended": 2}
        rank = self.lives.assign(late=~self.lives["is_in_force"].astype(bool), place=self.lives["state"].map(order))
        has_totals = rank["module_id"].isin(self.totals["module_id"])
        rows: list[Row] = list(
            rank.assign(plain=~has_totals)
            .sort_values(["late", "place", "plain"], kind="stable")
            .itertuples(index=False)
        )
        found: dict[str, str] = {}
        for row in rows:
            found.setdefault(str(row.module_id), labels.name(row.module, row.module_en))
        return found

    def life(self, module: str) -> Row:
        """The life of a supplement that speaks for it: under the scheme in force, else its last."""
        own = self.lives[self.lives["module_id"] == module]
        in_force = own[own["is_in_force"].astype(bool)]
        return next((own.iloc[::-1] if in_force.empty else in_force).itertuples(index=False))

    def of(self, frame: pd.DataFrame, module: str) -> pd.DataFrame:
        """The rows of one supplement, for the types on screen."""
        own = frame[frame["module_id"] == module]
        return own[own["unit_type"].isna() | own["unit_type"].isin(list(self.types))]

    def about(self, scope: Scope) -> list[str]:
        """The subtitle: as of when, and which types if not all."""
        return [t("as of {month}", month=self.when), labels.listing([self.types[code] for code in scope.unit_types])]

    def title(self, module: str) -> str:
        """The finding over the page."""
        return findings.headline(
            self.life(module), self.when, self.of(self.totals, module), self.of(self.scores, module)
        )


def open_view(scope: Scope) -> View:
    """The supplements as they stand in the newest month of the period on screen."""
    month = last_month(scope.period)
    return load.drawn(_view, scope, month, month)


def _view(scope: Scope, month: date, lives_month: date) -> View:
    scores = load.frame(supplements.supplement_scores, month)
    lives = load.frame(supplements.supplement_lives, lives_month)
    newest = month if scores.empty else scores["month"].iloc[0].date()
    names = load.type_names()
    return View(
        newest,
        load.period_name(load.parse(f"{newest:%Y-%m}")),
        lives,
        load.frame(supplements.supplement_totals, newest, scope.unit_types),
        scores,
        {code: name for code, name in names.items() if not scope.unit_types or code in scope.unit_types},
    )


def choose_module(scope: Scope, view: View) -> tuple[str, View]:
    """Which supplement to open, and the view of it: one that has ended is seen as of its last month."""
    names = load.drawn(View.names, view)
    module = choose.one("module", names, next(iter(names)), t("Supplement"))
    life = view.life(module)
    if life.state != "ended":
        return module, view
    after = (life.ends_on + pd.Timedelta(days=1)).date()
    ended = date(after.year - (after.month == 1), (after.month - 2) % 12 + 1, 1)
    return module, load.drawn(_view, scope, ended, last_month(scope.period))
