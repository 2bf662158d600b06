"""The names that make the workbook format: sheets and headings are Chinese in both languages (domain.md section 3)."""

from collections.abc import Mapping

FORMAT_VERSION = 1

RESULTS = "指标"
EVENTS = "加减分与否决"
BALLOTS = "评价票"
MILESTONES = "节点"
TARGETS = "目标"
DECISIONS = "审定"
LONG = "指标清单"
READ = (RESULTS, LONG, EVENTS, BALLOTS, MILESTONES, TARGETS, DECISIONS)

NOTES = "说明"
LISTS = "选项"
META = "meta"
FAULTS = "问题清单"
OURS = (NOTES, LISTS, META, FAULTS)
"""Sheets this program writes for people or for itself, which hold no data."""

CODE = "单位代码"
UNIT = "单位"
TYPE = "类型"
INDICATOR = "指标"
KIND = "类别"
EVENT = "事项"
DOCUMENT = "文号"
DAY = "日期"
QUANTITY = "次数"
POINTS = "分值"
REMARK = "说明"
GROUP = "票组"
ABSTENTIONS = "弃权"
MILESTONE = "节点"
SHARE = "占比"
DUE = "应完成日期"
DONE = "实际完成日期"
PERIOD = "周期"
TIER = "审定档次"
REASON = "理由"
VALUE = "完成值"
MONTH = "月份"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    EVENTS: (UNIT, KIND, EVENT, DOCUMENT, DAY, QUANTITY, POINTS, REMARK),
    BALLOTS: (UNIT, INDICATOR, GROUP),
    MILESTONES: (UNIT, INDICATOR, MILESTONE, SHARE, DUE, DONE),
    DECISIONS: (PERIOD, UNIT, TIER, REASON),
    LONG: (UNIT, INDICATOR, MONTH, VALUE),
}
"""Headings of the long sheets in order; a ballot sheet goes on with one column a grade and `ABSTENTIONS`."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    EVENTS: (UNIT, KIND),
    BALLOTS: (UNIT, INDICATOR),
    MILESTONES: (UNIT, INDICATOR, MILESTONE, DONE),
    DECISIONS: (PERIOD, UNIT, TIER, REASON),
    LONG: (UNIT, INDICATOR, VALUE),
}

OTHER_HEADINGS: Mapping[str, str] = {
    "单位名称": UNIT,
    "考核单位": UNIT,
    "被考核单位": UNIT,
    "考核对象": UNIT,
    "责任单位": UNIT,
    "乡镇": UNIT,
    "乡镇名称": UNIT,
    "镇街": UNIT,
    "部门": UNIT,
    "部门名称": UNIT,
    "单位编码": CODE,
    "单位类型": TYPE,
    "类别名称": KIND,
    "指标名称": INDICATOR,
    "指标代码": INDICATOR,
    "发生日期": DAY,
    "完成日期": DONE,
    "完成时限": DUE,
    "档次": TIER,
    "审定理由": REASON,
    "考核周期": PERIOD,
    "数值": VALUE,
    "完成数": VALUE,
    "完成情况": VALUE,
    "实际完成": VALUE,
    "累计完成": VALUE,
    "本期值": VALUE,
    "年月": MONTH,
    "数据月份": MONTH,
}
"""Other spellings of a heading that tables made by hand use."""

FAULT_COLUMN = "错误说明"
IGNORED_COLUMNS = frozenset({FAULT_COLUMN, "序号", "编号", "备注", "说明", TYPE, KIND, "类型名称", "remark", "no."})
"""Columns of a wide sheet that hold no indicator."""
RANKS = frozenset({"位次", "排名", "名次"})
"""Headings of columns that a table ranks itself by: never read, always listed."""

ENGLISH_HEADINGS: Mapping[str, str] = {
    CODE: "unit code",
    UNIT: "unit",
    TYPE: "type",
    INDICATOR: "indicator",
    KIND: "kind",
    EVENT: "event",
    DOCUMENT: "document no.",
    DAY: "date",
    QUANTITY: "count",
    POINTS: "points",
    REMARK: "remark",
    GROUP: "voter group",
    ABSTENTIONS: "abstained",
    MILESTONE: "milestone",
    SHARE: "share %",
    DUE: "due on",
    DONE: "done on",
    PERIOD: "period",
    TIER: "decided tier",
    REASON: "reason",
    VALUE: "value",
    MONTH: "month",
    FAULT_COLUMN: "what is wrong",
}
