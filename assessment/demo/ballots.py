"""Sheet 评价票, the grades of 指标 and sheet 节点: what people judged, and which checkpoints were passed when."""

from collections.abc import Iterator
from datetime import date, timedelta

from assessment.demo.actuals import is_due, share
from assessment.demo.calendar import SCHEMES, month_end
from assessment.demo.levels import level
from assessment.demo.membership import JOINED, JOINED_ON, assigned, members
from assessment.demo.noise import normal, uniform
from assessment.demo.stories import shift
from assessment.demo.tables import indicators

GRADES = ("好", "较好", "一般", "较差")
VOTERS = {
    "P01": {"县级领导": (0.6, 27), "人大代表政协委员": (0.4, 12)},
    "P02": {"县直部门": (0.5, 20), "乡镇": (0.5, 15)},
}
"""Voter groups by indicator: weight, and how many vote."""
TASKS = {
    2: "年度任务分解上图",
    3: "一季度项目集中开工",
    4: "春季造林与人居环境整治",
    5: "招商项目落地攻坚",
    6: "任务过半节点验收",
    7: "防汛备汛隐患销号",
    8: "民生实事中期验收",
    9: "三季度项目竣工投产",
    10: "秋冬季攻坚启动",
    11: "年度任务清零",
    12: "年终验收归档",
}
"""The wall chart (挂图作战): one checkpoint a month, for every unit."""
REFORMS = {3: "改革方案印发", 6: "试点全面推开", 9: "中期评估整改", 12: "总结验收"}
CHECKPOINTS = {"G01": TASKS, "J22": REFORMS}
FIRST_DAY = min(SCHEMES.values())
"""Checkpoints before the first scheme are on no list."""
ON_TIME, LATE = 0.84, 0.70

EASY_START = 0.12
"""The year's first checkpoint is seldom missed."""

Ballot = tuple[str, str, str, tuple[int, int, int, int], int]
"""Unit, indicator, voter group, ballots by grade, abstentions."""
Progress = tuple[str, str, str, date | None]
"""Unit, indicator, checkpoint, the day it was passed."""


def ballots(month: date) -> Iterator[Ballot]:
    """The ballots of a quarter's last month."""
    for unit_id, unit_type in members(month).items():
        for code in (code for code in VOTERS if code in assigned(unit_id, month)):
            indicator = indicators()[code]
            if not is_due(indicator, month, unit_id):
                continue
            for group, (_, voters) in VOTERS[code].items():
                if code == "P02" and (group == "乡镇") == (unit_type == "A"):
                    continue
                liked = share(unit_id, unit_type, indicator, month) + 0.02 * normal("group", unit_id, group, month)
                abstained = int(3 * uniform("abstained", unit_id, group, month))
                yield unit_id, code, group, _counts(liked, voters - abstained), abstained


def grade(unit_id: str, unit_type: str, month: date) -> str:
    """The grade of 意识形态责任制 in a quarter's last month."""
    liked = share(unit_id, unit_type, indicators()["D04"], month)
    return GRADES[0] if liked >= 0.91 else GRADES[1] if liked >= 0.76 else GRADES[2] if liked >= 0.60 else GRADES[3]


def progress(month: date) -> Iterator[Progress]:
    """What sheet 节点 of a month says: its own checkpoint, and earlier ones passed late in this month."""
    for unit_id, unit_type in members(month).items():
        joined = JOINED_ON if unit_id == JOINED else date(1900, 1, 1)
        for code, names in CHECKPOINTS.items():
            if code not in assigned(unit_id, month):
                continue
            for number, name in names.items():
                due = month_end(month.replace(month=number))
                if number > month.month or due < FIRST_DAY:
                    continue
                if due < joined:
                    if month == joined.replace(day=1):
                        yield unit_id, code, name, due
                    continue
                passed = _passed(unit_id, unit_type, code, due)
                if number == month.month or (passed and passed > due and passed.replace(day=1) == month):
                    yield unit_id, code, name, passed if passed and passed <= month_end(month) else None


def _passed(unit_id: str, unit_type: str, code: str, due: date) -> date | None:
    drive = (
        level(unit_id, unit_type, due.replace(day=1))
        + 0.10 * normal("checkpoint", unit_id, code, due)
        + shift(unit_id, unit_type, code, due.replace(day=1))
    )
    if drive >= ON_TIME - (EASY_START if due.month == 2 else 0):
        return due - timedelta(days=int(12 * uniform("early", unit_id, code, due)))
    return due + timedelta(days=int(8 + (20 if drive >= LATE else 50) * uniform("late", unit_id, code, due)))


def _counts(liked: float, voters: int) -> tuple[int, int, int, int]:
    """Ballots by grade whose mean is about a share of full marks; opinions spread around it."""
    counts = [0, 0, 0, 0]
    for voter in range(voters):
        opinion = liked + 0.36 * (voter / (voters - 1) - 0.5)
        counts[0 if opinion >= 0.9 else 1 if opinion >= 0.7 else 2 if opinion >= 0.5 else 3] += 1
    return counts[0], counts[1], counts[2], counts[3]
