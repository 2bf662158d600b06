"""Sheets 加减分与否决 and 审定: honours, deductions, vetoes and the leading group's decisions."""

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from assessment.demo.levels import level
from assessment.demo.membership import members
from assessment.demo.noise import uniform
from assessment.demo.stories import month


@dataclass(frozen=True)
class Event:
    """A row of sheet 加减分与否决; `points` only where the kind has none of its own."""

    unit_id: str
    kind: str
    event: str
    document: str
    happened_on: date
    quantity: int = 1
    points: float | None = None


@dataclass(frozen=True)
class Decision:
    """A row of sheet 审定."""

    period: str
    unit_id: str
    tier: str
    reason: str


HONOURS = (
    ("市级表彰", "全市{year}年度{field}工作先进集体", "澄市委办字〔{year}〕{number}号", 0.46),
    ("省级表彰", "全省{field}工作先进单位", "省办发〔{year}〕{number}号", 0.10),
    ("现场会承办", "承办全市{field}工作现场会", "澄市办函〔{year}〕{number}号", 0.18),
    ("创新推广", "{field}经验做法在全市推广", "澄市改革办发〔{year}〕{number}号", 0.20),
    ("国家级表彰", "全国{field}先进集体", "国办函〔{year}〕{number}号", 0.06),
)
"""Kind, event, document and how often among honours."""
FIELDS = (
    "乡村振兴",
    "营商环境",
    "项目建设",
    "基层治理",
    "安全生产",
    "人居环境整治",
    "就业创业",
    "招商引资",
    "平安建设",
    "数字政府",
)
HONOUR_CHANCE = 0.13
FAULT_CHANCE = 0.02

JUNE = month("2026-06")
PLANTED: dict[date, list[Event]] = {
    month("2024-09"): [
        Event("U001", "大规模越级访", "征地补偿集体越级上访", "澄信联办〔2024〕11号", date(2024, 9, 12))
    ],
    month("2025-08"): [Event("U061", "较大以上安全事故", "较大道路交通事故", "澄安委〔2025〕9号", date(2025, 8, 21))],
    JUNE: [
        Event("U065", "班子成员被立案", "班子成员严重违纪被立案审查", "澄纪立〔2026〕7号", date(2026, 6, 17)),
        Event("U050", "现场会承办", "承办全省疾控体系改革现场会", "省疾控函〔2026〕18号", date(2026, 6, 10)),
        Event("U003", "迟报", "经济运行月报迟报", "", date(2026, 6, 20)),
    ],
}
PLACES: dict[date, list[Event]] = {
    JUNE: [
        Event("U054", "上级排名", "全市群众体育工作考评第7名", "市体发〔2026〕22号", date(2026, 6, 25), points=0.13),
        Event("U027", "上级排名", "全市国资监管考评第5名", "市国资发〔2026〕31号", date(2026, 6, 24), points=0.3),
        Event("U071", "上级排名", "全市政务公开考评第6名", "市政办函〔2026〕40号", date(2026, 6, 26), points=0.29),
    ],
}
"""上级排名 with its points: what makes two exact ties and a near miss in June 2026."""
DECISIONS: dict[date, list[Decision]] = {
    JUNE: [
        Decision(
            "2026-05", "U087", "优秀", "领导小组会议纪要〔2026〕6号:专项检察成效突出,与第二名分差不足1分,审定为优秀"
        ),
    ],
}


def events(at: date) -> list[Event]:
    """The events of a month: those of chance, likelier for better units, and the planted ones."""
    found: list[Event] = []
    for unit_id, unit_type in members(at).items():
        drive = level(unit_id, unit_type, at)
        if uniform("honour", unit_id, at) < HONOUR_CHANCE * max(0.2, 1 + 8 * (drive - 0.92)):
            found.append(_honour(unit_id, at))
        if uniform("fault", unit_id, at) < FAULT_CHANCE * max(0.3, 1 - 8 * (drive - 0.92)):
            found.append(
                Event(
                    unit_id,
                    "其他扣分",
                    "督查通报批评",
                    f"澄督通〔{at.year}〕{_number('fault', unit_id, at)}号",
                    at,
                    1,
                    1.0,
                )
            )
        if unit_type == "A" and uniform("late table", unit_id, at) < FAULT_CHANCE:
            found.append(Event(unit_id, "迟报", "经济运行月报迟报", "", at))
    return found + PLANTED.get(at, []) + PLACES.get(at, [])


def _honour(unit_id: str, at: date) -> Event:
    chance = uniform("kind", unit_id, at)
    at_most = accumulate(one[3] for one in HONOURS)
    kind, event, document, _ = next(
        (one for one, limit in zip(HONOURS, at_most, strict=True) if chance < limit), HONOURS[0]
    )
    field = FIELDS[int(len(FIELDS) * uniform("field", unit_id, at))]
    values = {"year": at.year, "field": field, "number": _number("document", unit_id, at)}
    day = at.replace(day=3 + int(24 * uniform("day", unit_id, at)))
    return Event(unit_id, kind, event.format(**values), document.format(**values), day)


def _number(*key: object) -> int:
    return 3 + int(60 * uniform(*key))
