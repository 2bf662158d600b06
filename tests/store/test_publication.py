"""What is published stays as it was published; a correction reopens it, says why, and makes a new edition of it all."""

import random
from datetime import date

import pandas as pd
import pytest

from assessment import intake, publication, reference, reports
from assessment.errors import AssessmentError, BadInput, Problem
from assessment.periods import Period
from assessment.reports.publication import content_hash, editions, publication_board
from assessment.store import PublishedWouldChange, Reader, Store, fingerprint, rescore
from tests.store.books import book

MAY, JUNE, JULY, AUGUST = (Period.parse(f"2026-0{month}") for month in (5, 6, 7, 8))
QUARTER, YEAR = Period.parse("2026Q2"), Period.parse("2026")
HIGHER = {("丙镇", "J03"): 8}
WHOLE = {("戊乡", "J01"): 200}


def take_in(store: Store, month: Period, data: bytes) -> intake.Committed:
    return intake.commit(store, intake.preview(store, [("book.xlsx", data)], month), "tester")


def publish(store: Store, *periods: Period, reason: str = "截止日已过") -> int:
    return publication.publish(store, periods, "李敏", reason).revision_id


def scores(store: Reader, period: Period = JUNE) -> dict[str, float]:
    ranking = reports.rankings(store, period)
    return dict(zip(ranking["unit"], ranking["score"].astype(float), strict=True))


def told(problems: list[Problem]) -> list[str]:
    return [problem.line() for problem in problems]


# Publishing


def test_what_is_late_wants_a_reason_that_stays_with_the_edition(golden_store: Store) -> None:
    judged = publication.judge(golden_store, [JUNE])
    assert judged.obstacles == []
    assert told(judged.doubts) == ["2026-06, —, Units with something late, which counts as 0: 1."]
    with pytest.raises(BadInput):
        publication.publish(golden_store, [JUNE], "李敏")
    assert editions(golden_store).empty
    publish(golden_store, JUNE, reason=" 截止日\n已过 ")
    edition = editions(golden_store, JUNE).iloc[0]
    assert (edition["edition"], edition["published_by"], edition["published_note"]) == (1, "李敏", "截止日 已过")
    assert len(edition["content_hash"]) == 64


def test_a_month_with_everything_in_is_published_without_a_word(golden_store: Store) -> None:
    take_in(golden_store, JUNE, book(WHOLE))
    assert publication.judge(golden_store, [JUNE]) == publication.Judgement()
    assert publish(golden_store, JUNE, reason="") == golden_store.data_version


def test_what_cannot_be_published_is_said_all_at_once(golden_store: Store) -> None:
    publish(golden_store, JUNE)
    asked = [JUNE, QUARTER, YEAR, JULY]
    assert told(publication.judge(golden_store, asked).obstacles) == [
        "2026-06, —, It is published already, as edition 1.",
        "2026, —, It is not over: publish it with its last month.",
        "2026-07, —, There are no results for this period.",
    ]


def test_a_quarter_waits_for_its_months_or_goes_with_them(golden_store: Store) -> None:
    take_in(golden_store, MAY, book())
    waits = ["2026Q2, —, Publish its months first, or together with it: 2026-05, 2026-06."]
    assert told(publication.judge(golden_store, [QUARTER]).obstacles) == waits
    assert publication.judge(golden_store, [MAY, JUNE, QUARTER]).obstacles == []


def test_a_value_without_a_target_stays_a_draft(empty_store: Store, golden_reference: dict[str, bytes]) -> None:
    lines = golden_reference["target.csv"].decode("utf-8-sig").splitlines()
    golden_reference["target.csv"] = "\n".join(line for line in lines if "A05,J01" not in line).encode()
    reference.load(empty_store, golden_reference, "tester")
    take_in(empty_store, JUNE, book(WHOLE))
    obstacles = told(publication.judge(empty_store, [JUNE]).obstacles)
    assert obstacles == ["2026-06, —, Units with a value but no target, which stays a draft: 1."]


# Frozen


def test_a_correction_of_a_published_month_is_refused_and_names_every_period(golden_store: Store) -> None:
    publish(golden_store, JUNE, QUARTER)
    before = fingerprint(golden_store)
    with pytest.raises(PublishedWouldChange, match="2026-06, 2026Q2") as refused:
        take_in(golden_store, JUNE, book(HIGHER))
    assert refused.value.periods == [JUNE, QUARTER]
    assert fingerprint(golden_store) == before


def test_nothing_else_gets_round_the_freeze(golden_store: Store, golden_reference: dict[str, bytes]) -> None:
    publish(golden_store, JUNE)
    before = fingerprint(golden_store)
    with pytest.raises(PublishedWouldChange):
        intake.undo(golden_store, 1, "tester")
    golden_reference["target.csv"] = golden_reference["target.csv"].replace(b"2800", b"2900")
    with pytest.raises(PublishedWouldChange):
        reference.load(golden_store, golden_reference, "tester")
    assert rescore(golden_store, "tester").changed_results == 0
    assert fingerprint(golden_store) == before


def test_later_months_come_in_beside_a_published_one(golden_store: Store) -> None:
    take_in(golden_store, JUNE, book(WHOLE))
    publish(golden_store, JUNE, QUARTER)
    frozen = content_hash(golden_store, JUNE)
    take_in(golden_store, JULY, book())
    assert content_hash(golden_store, JUNE) == frozen
    assert publication_board(golden_store).set_index("period")["status"].to_dict() == {
        "2026-07": "draft",
        "2026-06": "published",
        "2026Q3": "draft",
        "2026Q2": "published",
        "2026": "draft",
    }


def test_the_effect_of_a_change_names_the_published_periods_before_it_is_made(golden_store: Store) -> None:
    shown = intake.preview(golden_store, [("june.xlsx", book(HIGHER))], JUNE)
    assert intake.effect_of_commit(golden_store, shown).published == []
    publish(golden_store, JUNE)
    shown = intake.preview(golden_store, [("june.xlsx", book(HIGHER))], JUNE)
    assert intake.effect_of_commit(golden_store, shown).published == [JUNE]
    assert intake.effect_of_undo(golden_store, 1).published == [JUNE]


# Reopening


def test_a_correction_makes_a_second_edition_and_the_first_stays_readable(golden_store: Store) -> None:
    before = reports.rankings(golden_store, JUNE)
    first = publish(golden_store, JUNE, QUARTER)
    with pytest.raises(AssessmentError, match="Say why"):
        publication.reopen(golden_store, [JUNE], "李敏", "  ")
    publication.reopen(golden_store, [JUNE, QUARTER], "李敏", "统计局更正丙镇投资")
    assert reports.footer(golden_store, JUNE)["is_reopened"]
    take_in(golden_store, JUNE, book(HIGHER))
    left = ["2026-06, —, Reopened together, published together: 2026Q2."]
    assert told(publication.judge(golden_store, [JUNE]).obstacles) == left
    second = publish(golden_store, JUNE, QUARTER)
    assert (scores(golden_store)["丙镇"], reports.footer(golden_store, JUNE)["edition"]) == (93.89, 2)
    pd.testing.assert_frame_equal(reports.rankings(golden_store.as_of(first), JUNE), before)
    assert scores(golden_store.as_of(second))["丙镇"] == 93.89
    then = reports.footer(golden_store.as_of(first), JUNE)
    assert (then["edition"], then["is_reopened"]) == (1, False)
    listed = editions(golden_store, JUNE)
    assert listed["edition"].tolist() == [2, 1]
    assert listed["reopened_because"].tolist()[1] == "统计局更正丙镇投资"
    for row in listed.itertuples(index=False):
        assert content_hash(golden_store.as_of(row.revision_id), JUNE) == row.content_hash
    moved = reports.history_changes(golden_store, second, first)
    moved = moved[moved["has_moved"] & (moved["period"] == "2026-06")]
    assert moved.set_index("unit").loc["丙镇", ["score_before", "score_after"]].tolist() == [82.89, 93.89]


def test_every_report_of_an_earlier_revision_says_what_it_said_then(golden_store: Store) -> None:
    then = golden_store.data_version
    asked = {
        "scores": {"first_month": JUNE.start, "last_month": JUNE.start},
        "overview_types": {"period_kind": "month", "period_start": JUNE.start, "unit_types": []},
        "year": {"year_start": date(2026, 1, 1), "unit_types": []},
        "near_misses": {"period_kind": "month", "period_start": JUNE.start, "unit_types": []},
        "periods": {},
    }
    said = {report: golden_store.query(report, **values) for report, values in asked.items()}
    take_in(golden_store, JUNE, book(HIGHER))
    take_in(golden_store, JULY, book())
    for report, values in asked.items():
        pd.testing.assert_frame_equal(golden_store.as_of(then).query(report, **values), said[report])
        assert not golden_store.query(report, **values).equals(said[report])


def test_a_reader_of_an_earlier_revision_goes_on_after_others_took_its_place(golden_store: Store) -> None:
    then = golden_store.as_of(golden_store.data_version)
    said = scores(then)
    for value in range(6):
        take_in(golden_store, JUNE, book({("丙镇", "J03"): value}))
        scores(golden_store.as_of(golden_store.data_version))
    assert golden_store.as_of(2) is not then
    assert scores(then) == said


def test_there_is_no_revision_to_look_back_to_that_was_never_made(golden_store: Store) -> None:
    for number in (0, golden_store.data_version + 1):
        with pytest.raises(AssessmentError, match=f"There is no revision {number}"):
            golden_store.as_of(number)


def test_only_what_is_published_is_reopened(golden_store: Store) -> None:
    with pytest.raises(BadInput) as refused:
        publication.reopen(golden_store, [JUNE, JULY], "李敏", "错了")
    assert told(refused.value.problems) == [
        "2026-06, —, This period is not published.",
        "2026-07, —, This period is not published.",
    ]


def test_reopening_without_a_correction_gives_the_same_content_again(golden_store: Store) -> None:
    publish(golden_store, JUNE)
    publication.reopen(golden_store, [JUNE], "李敏", "有人提出疑问")
    publish(golden_store, JUNE)
    assert editions(golden_store, JUNE)["content_hash"].nunique() == 1


def test_undone_and_published_again_every_table_is_as_it_was(golden_store: Store) -> None:
    publish(golden_store, JUNE, QUARTER)
    kept = {table: digest for table, _, digest in fingerprint(golden_store) if table != "publication"}
    publication.reopen(golden_store, [JUNE, QUARTER], "李敏", "试")
    done = take_in(golden_store, JUNE, book(HIGHER))
    publish(golden_store, JUNE, QUARTER)
    publication.reopen(golden_store, [JUNE, QUARTER], "李敏", "撤回")
    intake.undo(golden_store, done.upload_ids[0], "tester")
    publish(golden_store, JUNE, QUARTER)
    assert {table: digest for table, _, digest in fingerprint(golden_store) if table != "publication"} == kept
    hashes = editions(golden_store, JUNE)["content_hash"].tolist()
    assert (hashes[0], hashes[0] == hashes[1]) == (hashes[2], False)


def test_a_correction_above_the_month_after_it_is_doubted_and_names_it(golden_store: Store) -> None:
    take_in(golden_store, MAY, book({("甲镇", "J01"): 1300, ("乙镇", "J01"): 700, ("丙镇", "J01"): 500}))
    shown = intake.preview(golden_store, [("may.xlsx", book({("甲镇", "J01"): 1600, ("乙镇", "J01"): 900}))], MAY)
    assert told(intake.doubts(golden_store, shown)) == [
        "指标, B2, 甲镇, 一般公共预算收入: 1,600 to date is more than the 1,560 of 2026-06, which is in already."
    ]


# Returned values (domain.md section 3, REJECTED)


def test_a_returned_value_counts_until_the_freeze_and_is_late_from_then_on(golden_store: Store) -> None:
    take_in(golden_store, JUNE, book(WHOLE))
    take_in(golden_store, JUNE, book(WHOLE | {("乙镇", "S06"): "退回"}))
    assert scores(golden_store)["乙镇"] == 93.05
    judged = publication.judge(golden_store, [JUNE])
    assert told(judged.doubts) == ["2026-06, —, Returned values that count as late once this is published: 1."]
    effect = publication.effect(golden_store, [JUNE])
    june = effect[effect["period"] == "2026-06"].set_index("unit").loc["乙镇"]
    assert june["score_before"] == 93.05
    publish(golden_store, JUNE)
    late = scores(golden_store)["乙镇"]
    assert late < 93.05
    assert june["score_after"] == late
    publication.reopen(golden_store, [JUNE], "李敏", "更正数到了")
    assert scores(golden_store)["乙镇"] == late
    take_in(golden_store, JUNE, book(WHOLE))
    assert scores(golden_store)["乙镇"] == 93.05


def test_a_number_is_sent_back_with_a_reason_and_nobody_else_becomes_late(golden_store: Store) -> None:
    take_in(golden_store, JUNE, book(WHOLE))
    before = scores(golden_store)
    shown = intake.sending_back(golden_store, JUNE, "A02", "S06")
    with pytest.raises(AssessmentError, match="Say why"):
        intake.send_back(golden_store, shown, "李敏", " ")
    with pytest.raises(AssessmentError, match="A04 has no number under S06 in 2026-06"):
        intake.sending_back(golden_store, JUNE, "A04", "S06")
    done = intake.send_back(golden_store, shown, "李敏", "数字有疑")
    assert scores(golden_store) == before
    assert told(publication.judge(golden_store, [JUNE]).doubts) == [
        "2026-06, —, Returned values that count as late once this is published: 1."
    ]
    history = reports.history(golden_store).iloc[0]
    assert (history["revision_id"], history["note"]) == (done.revision_id, "数字有疑")
    intake.undo(golden_store, done.upload_ids[0], "李敏")
    assert publication.judge(golden_store, [JUNE]).doubts == []


def test_a_number_of_a_published_month_is_not_sent_back(golden_store: Store) -> None:
    publish(golden_store, JUNE)
    shown = intake.sending_back(golden_store, JUNE, "A02", "S06")
    assert intake.effect_of_commit(golden_store, shown).published == [JUNE]
    with pytest.raises(PublishedWouldChange):
        intake.send_back(golden_store, shown, "李敏", "数字有疑")


# Whatever happens


@pytest.mark.parametrize("seed", range(3))
def test_no_walk_of_imports_undos_and_publishing_changes_an_edition(golden_store: Store, seed: int) -> None:
    rng = random.Random(seed)
    months = [MAY, JUNE, JULY, AUGUST]
    for _ in range(14):
        try:
            _step(golden_store, rng, months)
        except AssessmentError:
            continue
        for row in editions(golden_store).itertuples(index=False):
            period = Period.parse(str(row.period))
            assert content_hash(golden_store.as_of(row.revision_id), period) == row.content_hash
            if pd.isna(row.reopened_by):
                assert content_hash(golden_store, period) == row.content_hash


def _step(store: Store, rng: random.Random, months: list[Period]) -> None:
    board = publication_board(store)
    act = rng.choice(("import", "import", "undo", "publish", "publish", "reopen"))
    if act == "import":
        take_in(store, rng.choice(months), book({("丙镇", "J03"): rng.randint(-5, 12), **WHOLE}))
    elif act == "undo":
        intake.undo(store, rng.randint(1, max(1, store.data_version // 2)), "tester")
    elif act == "publish":
        drafts = board[(board["status"] != "published") & ~board["is_partial"]]["period"].tolist()
        publish(store, *[Period.parse(code) for code in rng.sample(drafts, min(len(drafts), 3))])
    else:
        standing = board[board["status"] == "published"]["period"].tolist()
        chosen = rng.sample(standing, min(len(standing), 2))
        publication.reopen(store, [Period.parse(code) for code in chosen], "李敏", "更正")
