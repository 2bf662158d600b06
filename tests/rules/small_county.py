"""A county in a few lines: tables as aligned text, months as workbooks made by hand and taken in like any upload.

A text table has one line of headings and one line a row, cells parted by spaces, `.` for an empty cell; a blank line
starts a new block with headings of its own. What a table leaves out gets a default, so that a test states only the
rules it is about.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import date
from textwrap import dedent
from typing import Any

import openpyxl
import pandas as pd

from assessment import intake, reference, reports
from assessment.periods import Period
from assessment.store import Store

Row = dict[str, str]
SCHEME = "方案"
REST = "其余"
"""The indicator that takes what a type's weights lack to 100; nobody hands it in."""
PER_TYPE = ("rule", "rule_part")
PER_SCHEME = (*PER_TYPE, "rule_override", "module", "plan_curve", "voter_group", "event_kind", "rank_bonus", "tier")
DEFAULTS: dict[str, Row] = {
    "scheme": {"scheme_id": SCHEME, "effective_month": "2025-01"},
    "indicator": {"measure_unit": "分", "source": "统计", "value_kind": "rate"},
    "target": {"month": "2026-01"},
    "milestone": {"year": "2026"},
}
SHEETS = {
    "results": "指标",
    "targets": "目标",
    "events": "加减分与否决",
    "ballots": "评价票",
    "milestones": "节点",
    "decisions": "审定",
}


def rows(text: str) -> list[Row]:
    """The rows of a text table by heading; empty cells are left out."""
    found = []
    for block in re.split(r"\n\s*\n", dedent(text).strip()):
        heading, *lines = block.splitlines() or [""]
        for line in lines:
            cells = zip(heading.split(), line.split(), strict=True)
            found.append({name: cell for name, cell in cells if cell != "."})
    return found


def types(units: str) -> dict[str, list[str]]:
    """The units of each type, from one line a type ("A: 甲镇 乙镇")."""
    lines = (line.partition(":") for line in dedent(units).strip().splitlines())
    return {kind: names.split() for kind, _, names in lines}


def curve(indicator: str, shares: str) -> str:
    """Table plan_curve for one indicator, from its twelve shares."""
    lines = [f"{indicator} {month} {share}" for month, share in enumerate(shares.split(), 1)]
    return "\n".join(["indicator_id month_index plan_share", *lines])


def reference_files(units: str, **tables: str) -> dict[str, bytes]:
    """The reference files of a county: `units` lists a type's units a line ("A: 甲镇 乙镇"), tables are text."""
    groups = types(units)
    stated = {name: [DEFAULTS.get(name, {}) | row for row in rows(text)] for name, text in tables.items()}
    stated["scheme"] = [row | {"name": row["scheme_id"]} for row in stated.get("scheme") or [DEFAULTS["scheme"]]]
    schemes = [row["scheme_id"] for row in stated["scheme"]]
    for name in PER_SCHEME:
        stated[name] = _spread(stated.get(name, []), "scheme_id", schemes)
    for name in PER_TYPE:
        stated[name] = _spread(stated[name], "unit_type", groups)
    stated["rule"] += _rest(stated["rule"], [(scheme, kind) for scheme in schemes for kind in groups])
    stated["indicator"] = _indicators(stated)
    stated["unit_type"] = [{"unit_type": kind, "name": f"{kind}类", "sort_order": "1"} for kind in groups]
    stated["unit"] = [
        {"unit_id": unit, "name": unit, "sort_order": str(at)} for at, unit in enumerate(_all(groups.values()), 1)
    ]
    dated = stated.get("membership", [])
    always = [(unit, kind) for kind, members in groups.items() for unit in members]
    stated["membership"] = dated + [
        {"unit_id": unit, "unit_type": kind} for unit, kind in always if unit not in {row["unit_id"] for row in dated}
    ]
    return {f"{name}.csv": _csv(table) for name, table in stated.items() if table}


def workbook(**sheets: str) -> bytes:
    """A workbook with the sheets named in `SHEETS`, its cells numbers where they read as numbers."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, text in sheets.items():
        table = rows(text)
        if name in ("results", "targets"):
            merged: dict[str, Row] = {}
            for row in table:
                merged[row["单位"]] = merged.get(row["单位"], {}) | row
            table = list(merged.values())
        sheet = book.create_sheet(SHEETS[name])
        headings = _headings(text)
        sheet.append(headings)
        for row in table:
            sheet.append([_value(row.get(heading)) for heading in headings])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


class County:
    """A store that holds a county, and what it says of its units."""

    def __init__(self, store: Store, units: str, **tables: str) -> None:
        self.store = store
        self._units = units
        self._tables = tables
        self._frames: dict[tuple[str, str, int], pd.DataFrame] = {}
        reference.load(store, reference_files(units, **tables), "考核办")

    def change(self, **tables: str) -> None:
        """Load the reference again with some of its tables replaced."""
        self._tables = self._tables | tables
        reference.load(self.store, reference_files(self._units, **self._tables), "考核办")

    def preview(self, month: str, received_on: date | None = None, **sheets: str) -> intake.Preview:
        """What a month's workbook would do; it comes in on the 28th of the next month, after every due day."""
        start = Period.parse(month).start
        after = date(start.year + start.month // 12, start.month % 12 + 1, 28)
        return intake.preview(
            self.store, [("填报.xlsx", workbook(**sheets))], Period.parse(month), received_on or after
        )

    def hand_in(self, month: str, received_on: date | None = None, **sheets: str) -> intake.Committed:
        """Take in a month's workbook."""
        return intake.commit(self.store, self.preview(month, received_on, **sheets), "考核办")

    def units(self, kind: str) -> list[str]:
        """The units of a type as they were listed."""
        return types(self._units)[kind]

    def result(self, period: str, unit: str) -> dict[str, Any]:
        """What the ranking shows of a unit; None where it shows nothing."""
        return self._row(self._frame("rankings", period), unit=unit)

    def column(self, period: str, name: str, kind: str) -> list[Any]:
        """One column of the ranking for the units of a type, as they were listed."""
        return [self.result(period, unit)[name] for unit in self.units(kind)]

    def scores(self, period: str, kind: str) -> list[str]:
        """The scores of a type's units at 2 decimals, as they were listed."""
        return [f"{score:.2f}" for score in self.column(period, "score", kind)]

    def tiers(self, period: str, kind: str) -> str:
        """The first character of each unit's tier (较差: 差), as they were listed."""
        return "".join((tier or "—").replace("较差", "差")[0] for tier in self.column(period, "tier", kind))

    def cell(self, month: str, unit: str, indicator: str) -> dict[str, Any]:
        """A unit's cell of an indicator: state, share, points, carried_from and the rest of the report."""
        return self._row(self._frame("scores", month), unit=unit, indicator=indicator)

    def share(self, month: str, unit: str, indicator: str) -> str:
        """A cell's share of its weight at 4 decimals; — where it has none."""
        share = self.cell(month, unit, indicator)["share"]
        return "—" if share is None else f"{share:.4f}"

    def points(self, month: str, unit: str, indicator: str) -> str:
        """A cell's points at 4 decimals; — where it has none."""
        points = self.cell(month, unit, indicator)["points"]
        return "—" if points is None else f"{points:.4f}"

    def periods(self) -> set[str]:
        """The codes of the periods that have results."""
        return set(reports.periods(self.store)["period"])

    def _frame(self, report: str, period: str) -> pd.DataFrame:
        key = (report, period, self.store.data_version)
        if key not in self._frames:
            year_start = reports.year_start_month(self.store)
            self._frames[key] = getattr(reports, report)(self.store, Period.parse(period, year_start))
        return self._frames[key]

    @staticmethod
    def _row(frame: pd.DataFrame, **keys: str) -> dict[str, Any]:
        for name, value in keys.items():
            frame = frame[frame[name] == value]
        assert len(frame) == 1, f"{len(frame)} rows for {keys}"
        found = frame.iloc[0].to_dict()
        return {str(name): None if _is_missing(value) else value for name, value in found.items()}


def score_sheet(county: County, scores: Mapping[str, str]) -> str:
    """Sheet 指标 for a county whose indicator is 得分: the wanted scores of each type in the order of its units."""
    lines = [
        f"{unit} {score}"
        for kind, all_ in scores.items()
        for unit, score in zip(county.units(kind), all_.split(), strict=True)
    ]
    return "\n".join(["单位 得分", *lines])


def _is_missing(value: object) -> bool:
    return value is None or (not isinstance(value, list | tuple) and pd.api.types.is_scalar(value) and pd.isna(value))


def _spread(table: list[Row], column: str, values: Iterable[str]) -> list[Row]:
    """Rows that name no scheme (or type) hold for every one."""
    return [row if column in row else {column: value, **row} for row in table for value in _own(row, column, values)]


def _own(row: Row, column: str, values: Iterable[str]) -> list[str]:
    return [row[column]] if column in row else list(values)


def _rest(rules: list[Row], wanted: list[tuple[str, str]]) -> list[Row]:
    missing = []
    for scheme, kind in wanted:
        own = [row for row in rules if (row["scheme_id"], row["unit_type"]) == (scheme, kind)]
        total = sum(float(row["weight"]) for row in own)
        if total < 100:
            rest = {"scheme_id": scheme, "unit_type": kind, "indicator_id": REST, "weight": f"{100 - total:g}"}
            missing.append({**rest, "function": "deduct", "per_case": "1"})
    return missing


def _indicators(stated: dict[str, list[Row]]) -> list[Row]:
    known = {row["indicator_id"]: {"name": row["indicator_id"], **row} for row in stated.get("indicator", [])}
    for row in stated["rule"]:
        code = row["indicator_id"]
        known.setdefault(code, {"indicator_id": code, "name": code, **DEFAULTS["indicator"]})
    if REST in known:
        known[REST] = {**known[REST], "source": "无来源"}
    return list(known.values())


def _headings(text: str) -> list[str]:
    blocks = re.split(r"\n\s*\n", dedent(text).strip())
    return list(dict.fromkeys(_all(block.splitlines()[0].split() for block in blocks)))


def _all(lists: Iterable[list[str]]) -> list[str]:
    return [item for one in lists for item in one]


def _value(text: str | None) -> object:
    if text is None:
        return None
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def _csv(table: list[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(dict.fromkeys(name for row in table for name in row)))
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode()
