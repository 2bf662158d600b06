"""The reference of the county as CSV files, one a table (README, "A county of your own")."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from assessment.demo.ballots import CHECKPOINTS, FIRST_DAY, VOTERS
from assessment.demo.calendar import BUSINESS_DRIVE, FIRST_YEAR, LAST_YEAR, SCHEMES, month_end
from assessment.demo.definitions import DOCUMENTS, clauses, definitions
from assessment.demo.membership import is_off, memberships
from assessment.demo.tables import TYPES, curves, duties, indicators, target_ranges, type_reasons, units, weights
from assessment.demo.targets import annual_target

Row = dict[str, object]

TYPE_NAMES = {
    "A": ("乡镇", "Townships"),
    "B1": ("经济综合管理", "Economic management"),
    "B2": ("产业项目平台", "Industry and project platforms"),
    "C1": ("民生社会", "Livelihood and society"),
    "C2": ("城建生态执法", "Construction, ecology and enforcement"),
    "D": ("党群综合", "Party and mass organisations"),
    "E": ("人大政协法检垂管", "Congress, CPPCC, justice and vertical units"),
}
SCHEME_NAMES = {
    "2024": ("工作实绩考核办法（2024版，1+1）", "Work performance assessment, 2024 edition (1+1)"),
    "2026": ("工作实绩考核办法（2026版，1+3）", "Work performance assessment, 2026 edition (1+3)"),
}
MODULES = {
    "main": ("主干指标", "Main indicators"),
    "win": ("三争取", "Three wins: funds, projects, policies"),
    "tasks": ("挂图作战重点工作", "Key tasks on the wall chart"),
    "business": ("营商环境百日攻坚", "Hundred-day business environment drive"),
    "society": ("社会治理与民生生态", "Governance, livelihood and ecology"),
    "party": ("党的建设", "Party building"),
    "conduct": ("作风与运转", "Conduct and running"),
    "appraisal": ("评价", "Appraisal"),
}
SUPPLEMENTS = {"2024": {"win"}, "2026": {"win", "tasks", "business"}}
PARAMETERS = ("line", "slope", "good_value", "bad_value", "per_case", "excess_cap", "floor_value")
MODEL_COLUMNS = {"function", *PARAMETERS, "decimals", "ease", "noise"}
FUND_LIMITS = (0.45, 0.6)
"""满意值 and 不允许值 of Z01 as parts of the largest and of the smallest target of the type."""


def files() -> dict[str, bytes]:
    """Every reference file by name."""
    tables: dict[str, Iterator[Row]] = {
        "unit_type": _unit_types(),
        "unit": _units(),
        "unit_alias": _aliases(),
        "membership": _memberships(),
        "scheme": _schemes(),
        "module": _modules(),
        "indicator": _indicators(),
        "rule": _rules(),
        "rule_part": _rule_parts(),
        "rule_override": _overrides(),
        "plan_curve": _curves(),
        "voter_group": _voters(),
        "milestone": _milestones(),
        "target": _targets(),
    }
    return {f"{name}.csv": csv_bytes(list(found)) for name, found in tables.items()}


def csv_bytes(rows: list[Row]) -> bytes:
    """The rows with their keys as headings."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def plain(number: float) -> str:
    """A number as a person writes it."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _unit_types() -> Iterator[Row]:
    for order, unit_type in enumerate(TYPES, 1):
        name, name_en = TYPE_NAMES[unit_type]
        row: Row = {"unit_type": unit_type, "name": name, "name_en": name_en, "sort_order": order}
        yield row | type_reasons()[unit_type]


def _units() -> Iterator[Row]:
    for order, unit in enumerate(units().values(), 1):
        row: Row = {"unit_id": unit.unit_id, "name": unit.name, "name_en": unit.name_en, "sort_order": order}
        yield row | duties()[unit.unit_id]


def _aliases() -> Iterator[Row]:
    for unit in units().values():
        for alias in unit.aliases:
            yield {"alias": alias, "unit_id": unit.unit_id}


def _memberships() -> Iterator[Row]:
    for unit_id, unit_type, start, end in memberships():
        yield {"unit_id": unit_id, "unit_type": unit_type, "starts_on": start, "ends_on": end or ""}


def _schemes() -> Iterator[Row]:
    for scheme, start in SCHEMES.items():
        name, name_en = SCHEME_NAMES[scheme]
        row: Row = {"scheme_id": scheme, "name": name, "name_en": name_en, "effective_month": f"{start:%Y-%m}"}
        yield row | {"document_number": DOCUMENTS[scheme]}


def _modules() -> Iterator[Row]:
    for scheme in SCHEMES:
        used = {weight.module_id for (of, _, _), weight in weights().items() if of == scheme}
        for module_id, (name, name_en) in MODULES.items():
            if module_id in used:
                starts_on, ends_on = BUSINESS_DRIVE if module_id == "business" else ("", "")
                kind = "supplement" if module_id in SUPPLEMENTS[scheme] else "trunk"
                row: Row = {"scheme_id": scheme, "module_id": module_id, "name": name, "name_en": name_en}
                yield row | {"kind": kind, "starts_on": starts_on, "ends_on": ends_on}


def _indicators() -> Iterator[Row]:
    for code, one in indicators().items():
        definition, definition_en = definitions()[code]
        row: Row = {name: cell for name, cell in one.row.items() if name not in MODEL_COLUMNS}
        yield row | {"definition": definition, "definition_en": definition_en}


def _rules() -> Iterator[Row]:
    for (scheme, unit_type, code), weight in weights().items():
        indicator = indicators()[code]
        row: Row = {"scheme_id": scheme, "unit_type": unit_type, "indicator_id": code, "module_id": weight.module_id}
        row |= {"weight": weight.weight, "function": indicator.function}
        row |= {name: indicator.row[name] for name in PARAMETERS}
        yield row | {"clause": clauses()[scheme, weight.module_id, code]}


def _rule_parts() -> Iterator[Row]:
    for scheme, unit_type, code in weights():
        if indicators()[code].function != "blend":
            continue
        scale = target_ranges()[code, unit_type]
        second = "minmax60" if code == "J08" else "efficacy_fixed"
        limits = [scale.high * FUND_LIMITS[0], scale.low * FUND_LIMITS[1]] if code == "Z01" else []
        good, bad = [plain(round(limit)) for limit in limits] or ["", ""]
        row: Row = {"scheme_id": scheme, "unit_type": unit_type, "indicator_id": code}
        yield row | {"part": 1, "function": "completion", "good_value": "", "bad_value": ""}
        yield row | {"part": 2, "function": second, "good_value": good, "bad_value": bad}


def _overrides() -> Iterator[Row]:
    for scheme in SCHEMES:
        for unit_id in units():
            types = {unit_type for of, unit_type, _, _ in memberships() if of == unit_id}
            for code in indicators():
                if any((scheme, one, code) in weights() and is_off(unit_id, one, code) for one in types):
                    yield {"scheme_id": scheme, "unit_id": unit_id, "indicator_id": code, "is_assigned": "false"}


def _curves() -> Iterator[Row]:
    for scheme in SCHEMES:
        for code, shares in curves().items():
            for number, share in enumerate(shares, 1):
                yield {"scheme_id": scheme, "indicator_id": code, "month_index": number, "plan_share": plain(share)}


def _voters() -> Iterator[Row]:
    for scheme in SCHEMES:
        for code, groups in VOTERS.items():
            for group, (weight, _) in groups.items():
                yield {"scheme_id": scheme, "indicator_id": code, "voter_group": group, "weight": plain(weight)}


def _milestones() -> Iterator[Row]:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for code, names in CHECKPOINTS.items():
            for number, name in names.items():
                month = date(year, number, 1)
                if month >= FIRST_DAY:
                    row: Row = {"year": year, "indicator_id": code, "milestone": name}
                    yield row | {"share": plain(round(1 / len(names), 4)), "due_on": month_end(month)}


def _targets() -> Iterator[Row]:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for unit_id, unit_type, start, end in memberships():
            if start.year > year or (end and end.year < year):
                continue
            month = f"{year}-{start.month:02d}" if start.year == year else f"{year}-01"
            for code in indicators():
                goal = annual_target(unit_id, unit_type, code, year)
                if goal is not None and not is_off(unit_id, unit_type, code):
                    yield {"month": month, "unit_id": unit_id, "indicator_id": code, "value": plain(goal)}
