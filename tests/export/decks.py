"""A small meeting with everything a deck can hold: two types, a table over two screens, every kind of figure."""

from assessment import labels
from assessment.charts.figure import Figure, Series
from assessment.meeting.slide import Cell, Column, Deck, Fact, Slide, Table

EVIL = '=1+1</style><script>"&'
FOOT = "2026年6月 · 草稿 · 校验码 74c1 244b"
RANKING = (
    Column("名次", 0.1, is_number=True, decimals=0),
    Column("变化", 0.16),
    Column("单位", 0.34),
    Column("得分（分）", 0.2, is_number=True, decimals=2),
    Column("档次", 0.2),
)
LAGGING = (Column("指标", 0.5), Column("中位", 0.3, is_number=True), Column("灯", 0.2))
SCORES = [round(98.125 - 3.17 * at, 4) for at in range(23)]
MOVES = [0, 6, -1, None, *[1] * 19]


def move(places: int | None) -> Cell:
    if places is None:
        return Cell("—")
    if not places:
        return Cell("持平", 0, "same")
    return Cell(f"▲ 升{places}位" if places > 0 else f"▼ 降{-places}位", places, "up" if places > 0 else "down")


def rows(code: str) -> list[list[Cell]]:
    return [
        [
            Cell(str(at + 1), at + 1),
            move(MOVES[at]),
            Cell(f"{code}单位{at}" if at else EVIL, unit_id=f"{code}{at}"),
            Cell(labels.score(score), score, "strong"),
            Cell("优秀" if at < 5 else "一般", tone="t1" if at < 5 else "t3"),
        ]
        for at, score in enumerate(SCORES)
    ]


def places() -> Figure:
    lines = tuple(Series(f"{at + 1} 单位{at}", (None, 3.0 - at, at + 1.0), "blue" if at else "grey") for at in range(3))
    return Figure("places", "近3期名次", ("4月", "5月", "6月"), lines, "count")


def ranking(code: str, name: str) -> list[Slide]:
    about, table = "2026年6月", rows(code)
    first = Slide(
        f"ranking.{code}",
        "ranking",
        f"{name}：领先4.05分",
        f"{about} · 第 1 屏",
        table=Table(RANKING, table[:12]),
        figure=places(),
        remarks=("6月起执行新目标",),
        unit_type=code,
        type_name=name,
    )
    more = Slide(
        f"ranking.{code}.2",
        "ranking",
        first.title,
        f"{about} · 第 2 屏",
        table=Table(RANKING, table[12:]),
        figure=places(),
        unit_type=code,
        type_name=name,
        continues=first.key,
    )
    return [first, more, moves(code, name)]


def moves(code: str, name: str) -> Slide:
    values = (4.5, None, -2.25)
    bars = Figure(
        "bars", "得分变化", ("甲", EVIL, "丙"), (Series("变化", values, "grey", ("blue", "grey", "amber")),), "change"
    )
    why = Table((Column("单位", 0.4), Column("原因", 0.6)), [[Cell("甲"), Cell("固定资产投资 +3.21")]])
    key = f"moves.{code}"
    return Slide(key, "ranking", f"{name}：甲升6位", table=why, figure=bars, unit_type=code, type_name=name)


def lagging(code: str, name: str, done: Cell) -> Slide:
    table = Table(LAGGING, [[Cell("招商引资"), done, Cell("■ 严重滞后", tone="red")]])
    return Slide(f"lagging.{code}", "lagging", f"{name}：1项落后", table=table, unit_type=code, type_name=name)


def deck(language: str = "zh") -> Deck:
    stacked = Figure(
        "stacked",
        "各档次单位数",
        ("甲类", "乙类"),
        (Series("优秀", (3.0, 0.0), "blue"), Series("一般", (4.0, 5.0))),
        "count",
    )
    against = Figure(
        "against", "完成进度", ("甲",), (Series("已完成", (0.342,), "amber"), Series("应达", (0.5,))), "percent"
    )
    slides = [
        Slide("cover", "cover", "6月评审会", "2026年6月", lines=("6月：3个单位升档",)),
        Slide(
            "headline",
            "headline",
            "6月：3个单位升档",
            facts=(Fact("3", "升档", "up"),),
            lines=("一行",),
            sources=("来源",),
        ),
        Slide("types", "headline", "各类第一不变", "各档次单位数", figure=stacked),
        *ranking("A", "A 乡镇"),
        *ranking("B", "B 部门"),
        Slide("lagging", "lagging", "2项指标落后时序", "6月", figure=against),
        lagging("A", "A 乡镇", Cell("34.2%", 0.342)),
        lagging("B", "B 部门", Cell("1.2 亿元", 12000.0)),
        Slide("decisions", "decisions", "请会议审定2个事项", lines=("=并列", "否决")),
    ]
    origin = {"考核周期": "2026年6月", "修订": "6"}
    return Deck(7, "6月评审会", language, "2026年6月", FOOT, origin, tuple(slides))
