"""The golden county of domain.md section 7 as rows, and small counties whose base is simply the value handed in."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.oracle.county import County
from tests.oracle.intake_rows import Event, Result, Target, Upload
from tests.oracle.reference_rows import (
    BonusGroup,
    EventKind,
    Indicator,
    Membership,
    Module,
    Rule,
    Scheme,
    Tier,
    Unit,
    UnitType,
)

D = Decimal
JUNE = date(2024, 6, 1)
SCHEME = "2024"
FOUR_TIERS = [
    Tier(scheme_id=SCHEME, tier="优秀", tier_order=1, quota=D("0.3"), gate=D(90)),
    Tier(scheme_id=SCHEME, tier="良好", tier_order=2, quota=D("0.5"), gate=D(80)),
    Tier(scheme_id=SCHEME, tier="一般", tier_order=3, gate=D(60)),
    Tier(scheme_id=SCHEME, tier="较差", tier_order=4),
]
EVENT_KINDS = [
    EventKind(scheme_id=SCHEME, kind="国家级表彰", effect="bonus", bonus_group="表彰", points=D(3)),
    EventKind(scheme_id=SCHEME, kind="省级表彰", effect="bonus", bonus_group="表彰", points=D(2)),
    EventKind(scheme_id=SCHEME, kind="市级表彰", effect="bonus", bonus_group="表彰", points=D(1)),
    EventKind(scheme_id=SCHEME, kind="排名", effect="bonus", bonus_group="排名", points=D(1)),
    EventKind(scheme_id=SCHEME, kind="现场会", effect="bonus", bonus_group="创新", points=D(1)),
    EventKind(scheme_id=SCHEME, kind="创新", effect="bonus", bonus_group="创新", points=D(1)),
    EventKind(scheme_id=SCHEME, kind="迟报", effect="late_table"),
    EventKind(scheme_id=SCHEME, kind="缺报", effect="missing_table"),
    EventKind(scheme_id=SCHEME, kind="通报批评", effect="penalty", points=D(2)),
    EventKind(scheme_id=SCHEME, kind="较大以上安全事故", effect="veto", ceiling="一般"),
    EventKind(scheme_id=SCHEME, kind="统计造假", effect="veto", ceiling="较差"),
]
BONUS_GROUPS = [
    BonusGroup(scheme_id=SCHEME, bonus_group="表彰", cap=D(3)),
    BonusGroup(scheme_id=SCHEME, bonus_group="排名", cap=D(3)),
    BonusGroup(scheme_id=SCHEME, bonus_group="创新", cap=D(2)),
]


def frame(units: list[str], **scheme: Any) -> County:
    """A county of one type without indicators: units, scheme, tiers, kinds of events."""
    return County(
        unit_type=[UnitType(unit_type="A", name="乡镇")],
        unit=[Unit(unit_id=unit, name=unit, sort_order=at) for at, unit in enumerate(units, 1)],
        membership=[Membership(unit_id=unit, unit_type="A", starts_on=date(2020, 1, 1)) for unit in units],
        scheme=[Scheme(scheme_id=SCHEME, effective_month=date(2020, 1, 1), **scheme)],
        module=[Module(scheme_id=SCHEME, module_id="trunk")],
        event_kind=list(EVENT_KINDS),
        bonus_group=list(BONUS_GROUPS),
        tier=list(FOUR_TIERS),
    )


def add_indicator(county: County, indicator: Indicator, **rule: Any) -> None:
    """An indicator with its rule for type A."""
    county.indicator.append(indicator)
    county.rule.append(Rule(scheme_id=SCHEME, unit_type="A", indicator_id=indicator.indicator_id, **rule))


def add_upload(county: County, month: date, **upload: Any) -> int:
    """An accepted upload that came in after the due day of every table."""
    upload_id = len(county.upload) + 1
    following = date(month.year + month.month // 12, month.month % 12 + 1, 28)
    county.upload.append(Upload(**{"upload_id": upload_id, "month": month, "received_on": following, **upload}))
    return upload_id


def add_result(county: County, upload_id: int, unit_id: str, indicator_id: str, value: str) -> None:
    """A cell as it stands in the sheet: a number, or the name of a state."""
    month = next(upload.month for upload in county.upload if upload.upload_id == upload_id)
    row: dict[str, Any] = {"upload_id": upload_id, "month": month, "unit_id": unit_id, "indicator_id": indicator_id}
    if value[:1].isalpha():
        county.result.append(Result(**row, state=value))
    else:
        county.result.append(Result(**row, value=D(value), state="VALUE" if D(value) else "ZERO"))


def plain_county(scores: dict[date, list[str]], **scheme: Any) -> County:
    """Units u1, u2, ... with one indicator: base is the value, up to 100."""
    count = max(len(values) for values in scores.values())
    county = frame([f"u{at}" for at in range(1, count + 1)], **scheme)
    indicator = Indicator(indicator_id="I", name="得分")
    add_indicator(county, indicator, function="standard_line", weight=D(100), line=D(100), slope=D("0.01"))
    for month, values in scores.items():
        upload_id = add_upload(county, month)
        for at, value in enumerate(values, 1):
            add_result(county, upload_id, f"u{at}", "I", value)
    return county


def golden_county(is_fund_late: bool = False) -> County:
    """Type A, June: five units, six indicators. `is_fund_late`: 戊乡's 到位资金 has not come either."""
    county = frame(["甲镇", "乙镇", "丙镇", "丁乡", "戊乡"])
    revenue = Indicator(indicator_id="收入", name="收入", value_kind="amount")
    add_indicator(county, revenue, function="completion", weight=D(20))
    add_indicator(county, Indicator(indicator_id="固投", name="固投"), function="growth_gap", weight=D(20))
    funds = Indicator(indicator_id="到位资金", name="到位资金", value_kind="amount")
    add_indicator(county, funds, function="minmax60", weight=D(20))
    air = Indicator(indicator_id="优良天", name="优良天")
    add_indicator(county, air, function="standard_line", weight=D(15), line=D(88))
    visits = Indicator(indicator_id="信访办结", name="信访办结")
    add_indicator(county, visits, function="standard_line", weight=D(15), line=D(95))
    accidents = Indicator(indicator_id="事故", name="事故", value_kind="count", direction="lower")
    add_indicator(county, accidents, function="deduct", weight=D(10), per_case=D(2))
    upload_id = add_upload(county, JUNE)
    sheet = {
        "甲镇": ("1560/2800", "12.4/10", "8200", "86.7", "98", "0"),
        "乙镇": ("900/1800", "9/10", "5600", "90.1", "93", "1"),
        "丙镇": ("610/1300", "-3/8", "4300", "88.0", "95", "0"),
        "丁乡": ("300/500", "8/8", "1800", "94.5", "NO_CASE", "0"),
        "戊乡": ("LATE/400", "6.5/8", "LATE" if is_fund_late else "1800", "95.6", "90", "3"),
    }
    for unit_id, cells in sheet.items():
        for indicator, cell in zip(county.indicator, cells, strict=True):
            value, _, target = cell.partition("/")
            add_result(county, upload_id, unit_id, indicator.indicator_id, value)
            if target:
                key = {"unit_id": unit_id, "indicator_id": indicator.indicator_id}
                county.target.append(Target(upload_id=upload_id, month=JUNE, value=D(target), **key))
    for unit_id, kind in (
        ("甲镇", "国家级表彰"),
        ("乙镇", "市级表彰"),
        ("乙镇", "迟报"),
        ("丁乡", "省级表彰"),
        ("戊乡", "缺报"),
    ):
        row = {"upload_id": upload_id, "month": JUNE, "unit_id": unit_id, "kind": kind}
        county.event.append(Event(**row, event=f"{unit_id}{kind}", document="文号"))
    return county
