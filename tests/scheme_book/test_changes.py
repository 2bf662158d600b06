"""An edited workbook says what it changes and whose results move before it counts, and counts as it was shown."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pandas as pd
import pytest
from openpyxl.workbook import Workbook

from assessment import intake, publication, reference, reports
from assessment.errors import AssessmentError
from assessment.i18n import speaking
from assessment.periods import Period
from assessment.reference import Proposal, diff, told
from assessment.store import Store, fingerprint
from tests.scheme_book.editing import cell, copy_rows, edited, new_version, parameter, rows, written
from tests.workbook.forms import book

JUNE, JULY = Period.parse("2026-06", 1), Period.parse("2026-07", 1)


def proposed(store: Store, change: Callable[[Workbook], object]) -> Proposal:
    before = fingerprint(store)
    proposal = reference.propose(store, {"方案.xlsx": edited(written(store), change)})
    assert [problem.line() for problem in proposal.problems] == []
    assert fingerprint(store) == before
    return proposal


def lines(proposal: Proposal) -> list[str]:
    with speaking("zh"):
        return [told.line(change, proposal.names) for change in proposal.changes]


def with_july(store: Store) -> None:
    rows = [
        ["单位", "J01", "J03", "J08", "S01", "S06", "S11"],
        ["甲镇", 1800, 12, 9000, 87, 98, 0],
        ["乙镇", 1000, 9, 6000, 90, 93, 1],
        ["丙镇", 700, -2, 4500, 88, 95, 0],
        ["丁乡", 350, 8, 2000, 94, 96, 0],
        ["戊乡", 200, 6, 1900, 95, 90, 3],
    ]
    intake.commit(store, intake.preview(store, [("七月.xlsx", book(七月=rows))], JULY, date(2026, 8, 1)), "王莉")


def less_excess(scheme: Workbook) -> None:
    cell(scheme, "计分规则", "超额加分上限（β）", 指标="J01").value = "5%"


def test_a_smaller_cap_is_told_and_moves_who_exceeded_the_plan(golden_store: Store) -> None:
    proposal = proposed(golden_store, less_excess)
    assert lines(proposal) == [
        "计分规则, 2026 · A 乡镇 · J01 一般公共预算收入, 超额加分上限（β）: — → 5%",
    ]
    month = proposal.effect[proposal.effect["period_kind"] == "month"]
    assert month[["unit", "score_before", "score_after"]].to_numpy().tolist() == [
        ["甲镇", 104.32, 104.18],
        ["丁乡", 94.94, 93.76],
    ]
    assert proposal.first_month == date(2026, 6, 1)
    with speaking("zh"):
        assert told.effect(proposal) == "将有 6 个结果变动，涉及 2 个单位，其中 0 个变档；最早为 2026-06"


def test_a_commit_does_what_was_shown_and_keeps_the_file(golden_store: Store) -> None:
    proposal = proposed(golden_store, less_excess)
    made = reference.commit(golden_store, proposal, "李敏", "会议纪要〔2026〕3号")
    ranked = reports.rankings(golden_store, JUNE, ())
    scores = dict(zip(ranked["unit"], ranked["score"], strict=True))
    assert {name: scores[name] for name in ("甲镇", "丁乡")} == {"甲镇": 104.18, "丁乡": 93.76}
    assert made.changed_results >= len(proposal.effect)
    newest = reports.history(golden_store).iloc[0]
    assert (newest["kind"], newest["made_by"]) == ("reference", "李敏")
    digest = sha256(proposal.files["方案.xlsx"]).hexdigest()
    assert (golden_store.path.parent / "uploads" / f"{digest}.xlsx").exists()
    again = reference.propose(golden_store, {"方案.xlsx": written(golden_store)})
    assert again.is_unchanged
    with pytest.raises(AssessmentError, match="Nothing has changed"):
        reference.commit(golden_store, again, "李敏")


def test_a_proposal_on_data_that_have_changed_since_is_refused(golden_store: Store) -> None:
    proposal = proposed(golden_store, less_excess)
    with_july(golden_store)
    with pytest.raises(AssessmentError, match="have changed since"):
        reference.commit(golden_store, proposal, "李敏")


def test_a_version_from_july_on_leaves_june_alone(golden_store: Store) -> None:
    with_july(golden_store)
    june = reports.rankings(golden_store, JUNE, ())

    def change(scheme: Workbook) -> None:
        new_version(scheme, "2026-07", "2026-07", "2026")
        copy_rows(scheme, "计分规则", "2026", "2026-07")
        cell(scheme, "计分规则", "权重", 方案代码="2026-07", 指标="J01").value = 30
        cell(scheme, "计分规则", "权重", 方案代码="2026-07", 指标="J03").value = 10

    proposal = proposed(golden_store, change)
    assert proposal.first_month == date(2026, 7, 1)
    told_lines = lines(proposal)
    assert told_lines == [
        "方案参数, 2026-07, 新增: 名称 2026-07起方案、执行起始 2026-07",
        "计分规则, 2026-07 · A 乡镇 · J01 一般公共预算收入, 权重: 20 → 30",
        "计分规则, 2026-07 · A 乡镇 · J03 固定资产投资增速, 权重: 20 → 10",
    ]
    reference.commit(golden_store, proposal, "李敏")
    pd.testing.assert_frame_equal(reports.rankings(golden_store, JUNE, ()), june)
    assert reports.footer(golden_store, JULY)["scheme_name"] == "2026-07起方案"


def test_a_version_that_only_carries_on_takes_everything_over(golden_store: Store) -> None:
    with_july(golden_store)

    def tie_breaks(scheme: Workbook) -> None:
        parameter(scheme, "并列区分（一）", "2026").value = "主干得分高者在前"

    reference.commit(golden_store, proposed(golden_store, tie_breaks), "李敏")
    proposal = proposed(golden_store, lambda scheme: new_version(scheme, "2026-07", "2026-07", "2026"))
    assert len(proposal.changes) == 1
    assert proposal.effect.empty
    reference.commit(golden_store, proposal, "李敏")
    kept = reference.propose(golden_store, {"方案.xlsx": written(golden_store)})
    assert kept.is_unchanged
    assert [row["tie_break_1"] for row in kept_schemes(golden_store)] == ["trunk", "trunk"]


def kept_schemes(store: Store) -> list[dict[str, object]]:
    with store.snapshot() as connection:
        return diff.content(connection)["scheme"]


def test_a_row_taken_out_and_a_target_set(golden_store: Store) -> None:
    def change(scheme: Workbook) -> None:
        scheme["单位别名"].delete_rows(rows(scheme["单位别名"], 单位="A01")[0])
        cell(scheme, "目标", "J01 一般公共预算收入 万元", 单位="A02").value = 1900

    assert lines(proposed(golden_store, change)) == [
        "单位别名, 甲镇人民政府, 删除: 单位 A01 甲镇",
        "目标, 2026-01 · A02 乙镇 · J01 一般公共预算收入, 目标: 1,800 → 1,900",
    ]


def test_a_new_unit_is_chosen_by_its_name(golden_store: Store) -> None:
    def change(scheme: Workbook) -> None:
        scheme["单位"].append(["A06", "己乡", 6])
        scheme["归属"].append(["己乡", "2026-07-01", "乡镇"])

    assert lines(proposed(golden_store, change)) == [
        "单位, A06 己乡, 新增: 名称 己乡、顺序 6",
        "归属, A06 己乡 · 2026-07-01, 新增: 单位类型 A 乡镇",
    ]


def test_tables_named_by_code_are_taken_as_well(golden_store: Store, golden_reference: dict[str, bytes]) -> None:
    assert reference.propose(golden_store, golden_reference).is_unchanged


def test_an_edited_demo_county_is_still_the_demo_county(empty_store: Store, golden_reference: dict[str, bytes]) -> None:
    reference.load(empty_store, golden_reference, "demo", "demo")
    reference.commit(empty_store, proposed(empty_store, less_excess), "李敏")
    assert bool(reports.demo_mark(empty_store)["is_demo"].iloc[0])


def test_a_published_month_stands_in_the_way_until_it_is_reopened(golden_store: Store) -> None:
    publication.publish(golden_store, [JUNE], "王强", "截止日已过")
    proposal = proposed(golden_store, less_excess)
    assert proposal.published == [JUNE]
    with speaking("zh"):
        assert "2026-06" in told.published(proposal)[0]
    with pytest.raises(AssessmentError, match="are published and would change"):
        reference.commit(golden_store, proposal, "李敏")
    assert golden_store.data_version == proposal.data_version
    publication.reopen(golden_store, [JUNE], "王强", "方案有误")
    assert proposed(golden_store, less_excess).published == []


def test_a_new_version_after_the_published_months_leaves_them_published(golden_store: Store) -> None:
    publication.publish(golden_store, [JUNE], "王强", "截止日已过")
    proposal = proposed(golden_store, lambda scheme: new_version(scheme, "2026-07", "2026-07", "2026"))
    assert (proposal.published, proposal.first_month) == ([], None)
    reference.commit(golden_store, proposal, "李敏")
