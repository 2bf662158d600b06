"""Random schemes: everything of domain.md section 5 that a county may set, except indicators and rules."""

from datetime import date
from decimal import Decimal

from tests.oracle.county import County
from tests.oracle.draw import Draw
from tests.oracle.reference_rows import BonusGroup, EventKind, Grade, Module, RankBonus, Scheme, Tier

D = Decimal
TIERS = ("优秀", "良好", "一般", "较差")
GRADES = (("好", D(1)), ("较好", D("0.8")), ("一般", D("0.6")), ("较差", D("0.4")))
TIE_BREAKS = ("fewer_vetoes", "trunk", "largest")
BONUS_KINDS = ("国家表彰", "市级表彰", "排名前移", "现场会", "其他荣誉")
GROUP_OF = {"国家表彰": "表彰", "市级表彰": "表彰", "排名前移": "排名", "现场会": "创新", "其他荣誉": None}
OTHER_KINDS = ("迟报", "缺报", "通报", "违规", "事故", "造假")


def add_schemes(county: County, draw: Draw, count: int, months: list[date]) -> None:
    """Schemes that share one calendar; the second comes into force inside the loaded months."""
    start_month = draw.one((1, 1, 1, 1, 12, 4))
    first_tier = draw.one((start_month, 4, 4, 7))
    has_january = (start_month != 1 and draw.chance(0.3)) or draw.chance(0.2)
    effective = [date(2020, 1, 1), draw.one(months)]
    for at in range(count):
        scheme = _scheme(draw, f"s{at + 1}", effective[at], start_month, first_tier, has_january)
        county.scheme.append(scheme)
        _add_parts(county, draw, scheme.scheme_id, months)


def _scheme(
    draw: Draw, scheme_id: str, effective: date, start_month: int, first_tier: int, has_january: bool
) -> Scheme:
    breaks = draw.some(TIE_BREAKS) if draw.chance(0.5) else []
    first, second, third = (*breaks, None, None, None)[:3]
    return Scheme(
        scheme_id=scheme_id,
        effective_month=effective,
        year_start_month=start_month,
        has_january_period=has_january,
        first_tier_month=first_tier,
        join_day=draw.one((15, 15, 10, 28)),
        min_applicable_share=draw.number("0.6 0.6 0.5 0 0.8 1"),
        missing_table_is=draw.one(("NOT_DUE", "NOT_DUE", "LATE")),
        bonus_cap=draw.number("5 3 0 2.5"),
        bonus_needs_document=draw.chance(0.7),
        late_table_points=draw.number("0.5 0.25 1"),
        missing_table_points=draw.number("1 2"),
        table_penalty_cap=draw.number("3 1"),
        penalty_cap=draw.number("5 2 10"),
        quota_rounding=draw.one(("floor", "round", "ceil")),
        min_group_for_quota=draw.one((4, 4, 2, 6)),
        min_first_places=draw.one((1, 1, 0, 2)),
        tie_first_goes_up=draw.chance(0.6),
        tie_max_overshoot=draw.one((1, 1, 0, 2)),
        tie_break_1=first,
        tie_break_2=second,
        tie_break_3=third,
        veto_passes_on=draw.chance(0.5),
        min_quarter_months=draw.one((2, 2, 1, 3)),
        min_year_months=draw.one((6, 3, 1)),
        alpha=draw.number("0.4 0.4 0 1 0.333333"),
    )


def _add_parts(county: County, draw: Draw, scheme_id: str, months: list[date]) -> None:
    starts, ends = sorted((draw.one(months), draw.one(months)))
    county.module += [
        Module(scheme_id=scheme_id, module_id="trunk"),
        Module(
            scheme_id=scheme_id,
            module_id="extra",
            kind="supplement",
            starts_on=starts if draw.chance(0.3) else None,
            ends_on=ends.replace(day=28) if draw.chance(0.2) else None,
        ),
    ]
    county.grade += [Grade(scheme_id=scheme_id, grade=name, share=share) for name, share in GRADES]
    county.bonus_group += [
        BonusGroup(scheme_id=scheme_id, bonus_group=name, cap=draw.number("3 2 1")) for name in ("表彰", "创新")
    ]
    if draw.chance(0.4):
        points = enumerate(("0.5", "0.3", "0.1"), 1)
        county.rank_bonus += [RankBonus(scheme_id=scheme_id, place=at, points=D(value)) for at, value in points]
    _add_event_kinds(county, draw, scheme_id)
    for unit_type in ("*", draw.one(county.unit_type).unit_type) if draw.chance(0.3) else ("*",):
        _add_tiers(county, draw, scheme_id, unit_type)


def _add_event_kinds(county: County, draw: Draw, scheme_id: str) -> None:
    for kind in BONUS_KINDS:
        row = {"scheme_id": scheme_id, "kind": kind, "bonus_group": GROUP_OF[kind]}
        county.event_kind.append(EventKind(**row, effect="bonus", points=draw.number("0.5 1 2 3")))
    county.event_kind += [
        EventKind(scheme_id=scheme_id, kind="迟报", effect="late_table"),
        EventKind(scheme_id=scheme_id, kind="缺报", effect="missing_table"),
        EventKind(scheme_id=scheme_id, kind="通报", effect="penalty", points=draw.number("0.5 1")),
        EventKind(scheme_id=scheme_id, kind="违规", effect="penalty", points=draw.number("0.2 4")),
        EventKind(scheme_id=scheme_id, kind="事故", effect="veto", ceiling=draw.one(("良好", "一般"))),
        EventKind(scheme_id=scheme_id, kind="造假", effect="veto", ceiling="较差"),
    ]


def _add_tiers(county: County, draw: Draw, scheme_id: str, unit_type: str) -> None:
    quotas = draw.one(("0.3 0.5", "0.25 0.5", "0.5 0.5", "0.2 0.333333", "0.1 0.1")).split()
    gates = draw.one(("90 80 60", "60 50 40", "- - -", "- - 50", "100 - 30")).split()
    for at, name in enumerate(TIERS):
        county.tier.append(
            Tier(
                scheme_id=scheme_id,
                unit_type=unit_type,
                tier=name,
                tier_order=at + 1,
                quota=D(quotas[at]) if at < 2 else None,
                gate=D(gates[at]) if at < 3 and gates[at] != "-" else None,
            )
        )
