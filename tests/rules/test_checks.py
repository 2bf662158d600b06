"""A scheme that does not add up is refused: one fault a test.

Each test spoils the golden county's reference files in one place; every file of queries/checks has its test.
"""

import pytest

from assessment import sql
from assessment.store import Store
from tests.rules.spoiled_reference import Files, changed, faults, rescored, scheme, with_rows


def test_direction_refused(golden_county: Store, golden_reference: Files) -> None:
    files = changed(
        golden_reference, "indicator", "cumulative,amount,higher,false,,", "cumulative,amount,lower,false,,"
    )
    assert faults(golden_county, files) == [
        "rule.csv J01 completion: completion cannot score J01, which is better when lower."
    ]


def test_effective_twice(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(golden_reference, "scheme", "2027,另一方案,Another,2026-01")
    files = with_rows(files, "rule", "2027,A,J01,100,completion,,")
    assert faults(golden_county, files) == [
        "scheme.csv 2026-01: Schemes 2026, 2027 take effect in the same month 2026-01."
    ]


def test_efficacy_limits(golden_county: Store, golden_reference: Files) -> None:
    files = rescored(golden_reference, "efficacy_fixed", good_value="50", bad_value="50")
    assert faults(golden_county, files) == [
        "rule.csv 2026 A S01: The good and the bad value of S01 for type A in scheme 2026 are the same."
    ]


def test_function_known(golden_county: Store, golden_reference: Files) -> None:
    (fault,) = faults(golden_county, changed(golden_reference, "rule", "J03,20,growth_gap", "J03,20,growth_gaps"))
    assert fault.startswith("rule.csv 2026 A J03: “growth_gaps” of J03 is no scoring function; functions are: blend, ")


def test_group_too_small(golden_county: Store, golden_reference: Files) -> None:
    files = changed(golden_reference, "membership", "A05,A,2020-01-01,", "A05,A,2020-01-01,2025-12-31")
    assert faults(golden_county, files) == [
        "rule.csv 2026 A J08: minmax60 on J08 needs 5 assigned units; type A has 4 in scheme 2026."
    ]


def test_group_too_small_counts_assigned_units_only(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(
        golden_reference, "rule_override", "scheme_id,unit_id,indicator_id,is_assigned\n2026,A05,J08,false"
    )
    assert faults(golden_county, files) == [
        "rule.csv 2026 A J08: minmax60 on J08 needs 5 assigned units; type A has 4 in scheme 2026."
    ]


@pytest.mark.parametrize(
    ("table", "text", "what"),
    [
        ("unit_alias", "甲镇人民政府,A01", "unit_alias.csv 甲镇人民政府"),
        (
            "rule_override",
            "scheme_id,unit_id,indicator_id\n2026,A01,J01\n2026,A01,J01",
            "rule_override.csv 2026 A01 J01",
        ),
        ("rank_bonus", "scheme_id,place,points\n2026,1,1\n2026,1,2", "rank_bonus.csv 2026 1"),
        ("bonus_group", "scheme_id,bonus_group,cap\n2026,表彰,1\n2026,表彰,2", "bonus_group.csv 2026 表彰"),
        ("target", "2026-01,A01,J01,2900", "target.csv 2026-01-01 A01 J01"),
        ("grade", "scheme_id,grade,share\n2026,好,1\n2026,好,0.9", "grade.csv 2026 好"),
        (
            "voter_group",
            "scheme_id,indicator_id,voter_group,weight\n2026,J01,领导,1\n2026,J01,领导,0.4",
            "voter_group.csv 2026 J01 领导",
        ),
    ],
    ids=["alias", "override", "rank bonus", "bonus group", "target", "grade", "voter group"],
)
def test_key_twice(golden_county: Store, golden_reference: Files, table: str, text: str, what: str) -> None:
    assert faults(golden_county, with_rows(golden_reference, table, text)) == [
        f"reference {what}: {what} stands twice."
    ]


def test_membership_dates(golden_county: Store, golden_reference: Files) -> None:
    files = changed(golden_reference, "membership", "A05,A,2020-01-01,", "A05,A,2026-03-01,2026-02-01")
    assert faults(golden_county, files) == ["membership.csv A05: A05 leaves type A on 2026-02-01, before it joins."]


def test_membership_overlap(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(golden_reference, "membership", "A05,A,2026-03-01,")
    assert faults(golden_county, files) == ["membership.csv A05: A05 is in two types from 2026-03-01."]


def test_milestone_list(golden_county: Store, golden_reference: Files) -> None:
    assert faults(golden_county, rescored(golden_reference, "milestone")) == [
        "milestone.csv S01: S01 is scored by milestones but has none."
    ]


def test_milestone_share(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(
        golden_reference, "milestone", "year,indicator_id,milestone,share,due_on\n2026,S01,方案,0,2026-03-31"
    )
    assert faults(golden_county, files) == [
        "milestone.csv S01 方案: Milestone 方案 of S01 has the share 0.000000; it must be above 0."
    ]


def test_name_ambiguous(golden_county: Store, golden_reference: Files) -> None:
    assert faults(golden_county, with_rows(golden_reference, "unit_alias", "乙镇,A03")) == [
        "unit_alias.csv 乙镇: “乙镇” could be A02, A03; give each unit names of its own."
    ]


@pytest.mark.parametrize(
    ("function", "parameters", "missing"),
    [
        ("standard_line", {}, ["line"]),
        ("efficacy_fixed", {}, ["bad_value", "good_value"]),
        ("deduct", {}, ["per_case"]),
        ("blend", {}, ["part 1", "part 2"]),
        ("threshold_then", {}, ["gate", "part 1"]),
        ("threshold_then", {"gate": "60"}, ["part 1"]),
    ],
)
def test_parameter_missing(
    golden_county: Store, golden_reference: Files, function: str, parameters: dict[str, str], missing: list[str]
) -> None:
    assert faults(golden_county, rescored(golden_reference, function, **parameters)) == [
        f"rule.csv 2026 A S01: S01 for type A in scheme 2026: {function} needs {parameter}." for parameter in missing
    ]


CURVE = "scheme_id,indicator_id,month_index,plan_share"
PART = "scheme_id,unit_type,indicator_id,part,function,line\n"
FIT = "does not fit: parts belong to blend (1, 2) and threshold_then (1), and hold none of the two."


def test_part_stray(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(golden_reference, "rule_part", PART + "2026,A,S01,1,growth_gap,")
    assert faults(golden_county, files) == [f"rule_part.csv 2026 A S01: Part 1 of S01 for type A in scheme 2026 {FIT}"]


def test_part_stray_nesting_is_one_level_deep(golden_county: Store, golden_reference: Files) -> None:
    files = rescored(golden_reference, "blend")
    files = with_rows(files, "rule_part", PART + "2026,A,S01,1,growth_gap,\n2026,A,S01,2,blend,")
    assert f"rule_part.csv 2026 A S01: Part 2 of S01 for type A in scheme 2026 {FIT}" in faults(golden_county, files)


@pytest.mark.parametrize(
    "shares",
    [
        "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1",
        "0 0.1 0.2 0.3 0.2 0.5 0.6 0.7 0.8 0.9 0.95 1",
        "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 0.95 0.99",
        "-0.1 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 0.95 1",
    ],
    ids=["eleven months", "falls", "does not end at 1", "begins below 0"],
)
def test_plan_curve_shape(golden_county: Store, golden_reference: Files, shares: str) -> None:
    lines = [f"2026,J01,{month},{share}" for month, share in enumerate(shares.split(), 1)]
    files = with_rows(golden_reference, "plan_curve", "\n".join([CURVE, *lines]))
    assert faults(golden_county, files) == [
        "plan_curve.csv 2026 J01: The plan curve of J01 in scheme 2026 must have months 1 to 12, never fall, "
        "lie between 0 and 1 and end at 1."
    ]


UNKNOWN_CURVE = "\n".join([CURVE, *(f"2026,J99,{month},{month / 12:.6f}" for month in range(1, 13))])


def assert_unknown(store: Store, files: Files, table: str, column: str, code: str) -> None:
    assert f"reference {table}.csv: {table}.csv names {column} “{code}”, which is not there." in faults(store, files)


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("membership", "A06,A,2020-01-01,"),
        ("unit_alias", "己镇政府,A06"),
        ("rule_override", "scheme_id,unit_id,indicator_id\n2026,A06,J01"),
    ],
)
def test_unknown_unit(golden_county: Store, golden_reference: Files, table: str, text: str) -> None:
    assert_unknown(golden_county, with_rows(golden_reference, table, text), table, "unit", "A06")


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("target", "2026-01,A01,J99,1"),
        ("plan_curve", UNKNOWN_CURVE),
        ("voter_group", "scheme_id,indicator_id,voter_group,weight\n2026,J99,领导,1"),
        ("milestone", "year,indicator_id,milestone,share,due_on\n2026,J99,方案,1,2026-03-31"),
    ],
)
def test_unknown_indicator(golden_county: Store, golden_reference: Files, table: str, text: str) -> None:
    assert_unknown(golden_county, with_rows(golden_reference, table, text), table, "indicator", "J99")


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("rule_override", "scheme_id,unit_id,indicator_id\n2030,A01,J01"),
        ("module", "scheme_id,module_id,name,kind\n2030,trunk,主干,trunk"),
        ("rank_bonus", "scheme_id,place,points\n2030,1,0.5"),
    ],
)
def test_unknown_scheme(golden_county: Store, golden_reference: Files, table: str, text: str) -> None:
    assert_unknown(golden_county, with_rows(golden_reference, table, text), table, "scheme", "2030")


def test_unknown_unit_type(golden_county: Store, golden_reference: Files) -> None:
    assert_unknown(
        golden_county,
        with_rows(golden_reference, "membership", "A01,Z,2019-01-01,2019-12-31"),
        "membership",
        "unit_type",
        "Z",
    )


def test_unknown_module(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(golden_reference, "module", "scheme_id,module_id,name,kind\n2026,three,三争取,supplement")
    assert_unknown(golden_county, files, "rule", "module", "2026 trunk")


def test_unknown_tier(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(golden_reference, "event_kind", "scheme_id,kind,effect,ceiling\n2026,统计造假,veto,不合格")
    assert_unknown(golden_county, files, "event_kind", "tier", "2026 不合格")


@pytest.mark.parametrize(
    ("parameter", "value", "shown", "allowed"),
    [
        ("year_start_month", "13", "13.0", "1–12"),
        ("first_tier_month", "0", "0.0", "1–12"),
        ("join_day", "32", "32.0", "1–31"),
        ("min_applicable_share", "1.1", "1.1", "0–1"),
        ("alpha", "-0.1", "-0.1", "0–1"),
        ("bonus_cap", "-1", "-1.0", "0–100"),
        ("penalty_cap", "101", "101.0", "0–100"),
        ("table_penalty_cap", "-3", "-3.0", "0–100"),
    ],
)
def test_scheme_range(
    golden_county: Store, golden_reference: Files, parameter: str, value: str, shown: str, allowed: str
) -> None:
    files = golden_reference | {"scheme.csv": scheme(f"2026,方案,2026-01,{value}", parameter)}
    assert faults(golden_county, files) == [
        f"scheme.csv 2026 {parameter}: Scheme 2026: {parameter} is {shown}; allowed is {allowed}."
    ]


def test_target_negative(golden_county: Store, golden_reference: Files) -> None:
    files = changed(golden_reference, "target", "2026-01,A01,J01,2800", "2026-01,A01,J01,-2800")
    assert faults(golden_county, files) == [
        "target.csv 2: The target of J01 for A01 is -2800.000000; completion takes none below 0."
    ]


def test_target_negative_allows_a_growth_target_below_zero(golden_county: Store, golden_reference: Files) -> None:
    """Only the wrong one of two negative targets is named."""
    files = changed(golden_reference, "target", "2026-01,A01,J01,2800", "2026-01,A01,J01,-1")
    files = changed(files, "target", "2026-01,A01,J03,10", "2026-01,A01,J03,-10")
    (fault,) = faults(golden_county, files)
    assert fault.startswith("target.csv 2: The target of J01")


TIER = "scheme_id,tier,tier_order,quota,gate\n"


@pytest.mark.parametrize(
    "rows",
    [
        "2026,优秀,1,0.3,90\n2026,良好,3,0.5,80\n2026,一般,4,,60\n2026,较差,5,,",
        "2026,优秀,1,0.3,90\n2026,良好,2,,80\n2026,一般,3,0.5,60\n2026,较差,4,,",
        "2026,优秀,1,0.6,90\n2026,良好,2,0.5,80\n2026,一般,3,,60\n2026,较差,4,,",
        "2026,优秀,1,-0.1,90\n2026,良好,2,0.5,80\n2026,一般,3,,60\n2026,较差,4,,",
        "2026,优秀,1,0.3,80\n2026,良好,2,0.5,90\n2026,一般,3,,60\n2026,较差,4,,",
        "2026,优秀,1,0.3,90\n2026,良好,2,0.5,80\n2026,一般,3,,60\n2026,较差,4,,50",
        "2026,优秀,1,0.3,90\n2026,良好,2,0.5,80",
    ],
    ids=[
        "numbers with a hole",
        "quota after the rest",
        "quotas over 1",
        "quota below 0",
        "gates that rise",
        "a gate before the last tier",
        "no rest",
    ],
)
def test_tier_order(golden_county: Store, golden_reference: Files, rows: str) -> None:
    found = faults(golden_county, golden_reference | {"tier.csv": (TIER + rows + "\n").encode()})
    tiers = [fault for fault in found if fault.startswith("tier.csv")]
    assert [fault.partition(";")[0] for fault in tiers] == [
        "tier.csv 2026 *: The tiers of scheme 2026 for * must run 1, 2, 3 …"
    ]


def test_type_without_rules(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(golden_reference, "unit_type", "B,部门,Departments,2")
    files = with_rows(files, "unit", "B01,财政局,Finance,6")
    assert faults(golden_county, with_rows(files, "membership", "B01,B,2020-01-01,")) == [
        "rule.csv 2026 B: Type B has units but no rules in scheme 2026."
    ]


def test_weight_positive(golden_county: Store, golden_reference: Files) -> None:
    files = changed(golden_reference, "rule", "J01,20,completion", "J01,40,completion")
    assert faults(golden_county, changed(files, "rule", "J03,20,growth_gap", "J03,0,growth_gap")) == [
        "rule.csv 2026 A J03: The weight of J03 for type A in scheme 2026 is 0.0000; it must be above 0."
    ]


def test_weights_sum(golden_county: Store, golden_reference: Files) -> None:
    assert faults(golden_county, changed(golden_reference, "rule", "J01,20,completion", "J01,19.5,completion")) == [
        "rule.csv 2026 A: The weights of type A in scheme 2026 sum to 99.5000, not 100."
    ]


def test_weights_sum_of_each_scheme_version_on_its_own(golden_county: Store, golden_reference: Files) -> None:
    files = with_rows(golden_reference, "scheme", "2027,2027年方案,2027,2027-01")
    assert faults(golden_county, with_rows(files, "rule", "2027,A,J01,90,completion,,")) == [
        "rule.csv 2027 A: The weights of type A in scheme 2027 sum to 90.0000, not 100."
    ]


def test_year_start_agrees(golden_county: Store, golden_reference: Files) -> None:
    rows = "2026,方案,2026-01,1\n2027,方案,2027-01,12"
    files = golden_reference | {"scheme.csv": scheme(rows, "year_start_month")}
    assert faults(golden_county, with_rows(files, "rule", "2027,A,J01,100,completion,,")) == [
        "scheme.csv 2026: Scheme 2026 starts its year in month 1, another one in another month; all must agree.",
        "scheme.csv 2027: Scheme 2027 starts its year in month 12, another one in another month; all must agree.",
    ]


def test_every_check_has_its_test() -> None:
    assert [name for name in sql.room("checks") if f"test_{name}" not in globals()] == []


def test_share_range(golden_county: Store, golden_reference: Files) -> None:
    files = rescored(golden_reference, "minmax60", base_share="60")
    assert faults(golden_county, files) == [
        "rule.csv 2026 A S01: base_share of S01 for type A in scheme 2026 is 60.0; it is a part of 1 (5 % is 0.05)."
    ]
