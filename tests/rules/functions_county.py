"""A county that tries every scoring function: each type one function, each indicator one setting of it."""

from tests.rules.small_county import County, curve

UNITS = """
完成: 完甲 完乙 完丙 完丁 完戊 完己 完新
增速: 增甲 增乙 增丙 增丁 增戊
达标: 达甲 达乙 达丙
极差: 极甲 极乙 极丙 极丁 极戊
缺项: 缺甲 缺乙 缺丙 缺丁 缺戊
功效: 功甲 功乙 功丙 功丁
名次: 名甲 名乙 名丙 名丁 名戊
区间: 区1 区2 区3 区4 区5 区6 区7 区8 区9 区10
独家: 独甲
比值: 比甲 比乙 比丙 比丁 比戊
混合: 混甲 混乙 混丙 混丁 混戊
门槛: 门甲 门乙
扣分: 扣甲 扣乙 扣丙 扣丁 扣戊
评议: 评甲 评乙 评丙 评丁 评戊
节点: 节甲 节乙 节丙 节丁
"""
MEMBERSHIP = """
unit_id unit_type starts_on
完新    完成      2026-05-10
"""
INDICATORS = """
indicator_id source measure_unit value_kind basis direction allows_no_case
收入     财政 万元 amount cumulative higher false
发案     公安 %    rate   cumulative lower  false
时长     营商 天   rate   monthly    lower  false
进度     督查 %    progress cumulative higher false
非累计   督查 %    progress point    higher false
能耗     工信 吨   amount cumulative lower  false
事故     应急 起   count  cumulative lower  false
缺项额   商务 万元 amount cumulative higher true
颗粒物   生态 微克 rate   cumulative lower  false
争取资金 发改 万元 amount cumulative higher false
排放     生态 吨   rate   cumulative lower  false
案件     应急 起   count  cumulative lower  false
评价     考核办 票 grade  point      higher true
单评     宣传 票   grade  point      higher true
改革     改革办 项 count  cumulative higher false
攻坚     改革办 项 count  cumulative higher false
加权案件 应急 起   count  cumulative lower  false
无事项   信访 %    rate   monthly    higher true
"""
RULES = """
unit_type indicator_id weight function
完成      收入         20     completion
完成      曲线收入     20     completion

unit_type indicator_id weight function   excess_cap excess_rate
完成      限超收入     20     completion 0.05       0.2

unit_type indicator_id weight function   floor_value
完成      低限收入     20     completion 0.6

unit_type indicator_id weight function
增速      固投         20     growth_gap
增速      发案         20     growth_gap

unit_type indicator_id weight function   gain_cap gain_rate loss_rate
增速      另率增速     20     growth_gap 0.05     0.01      0.1

unit_type indicator_id weight function      line slope floor_value by_plan
达标      办结率       15     standard_line 95   .     .           .
达标      满意率       15     standard_line 94   .     85          .
达标      时长         15     standard_line 10   .     20          .
达标      进度         15     standard_line 100  .     .           .
达标      非累计       15     standard_line 100  .     .           .
达标      陡坡         15     standard_line 95   0.10  .           .
达标      按年进度     10     standard_line 100  0.01  .           true

unit_type indicator_id weight function
极差      到位资金     20     minmax60
极差      能耗         20     minmax60
极差      全同         20     minmax60
极差      全零         20     minmax60
极差      事故         20     minmax60
缺项      缺项额       20     minmax60

unit_type indicator_id weight function       good_value bad_value floor_value
功效      颗粒物       20     efficacy_fixed 33         45        .
功效      争取资金     20     efficacy_fixed 1000       400       .
功效      低限参保     20     efficacy_fixed 97         90        88
功效      排放         20     efficacy_fixed 10         20        22

unit_type indicator_id weight function  tie_rank step min_share
名次      任务         20     rank_step .        .    .
名次      按期率       20     rank_step best     .    .
名次      大步         20     rank_step .        0.2  .
名次      全零名次     20     rank_step .        .    .
名次      事故         20     rank_step .        .    .

unit_type indicator_id weight function      base_share
区间      积分         50     rank_interval 0.833333333333333
区间      并列积分     50     rank_interval .
独家      独家区间     50     rank_interval .

unit_type indicator_id weight function
独家      独家步差     25     rank_step
独家      独家全零     25     rank_step
比值      产值         50     ratio_best
比值      全同比值     25     ratio_best
比值      全零比值     25     ratio_best

unit_type indicator_id weight function blend_share
混合      混合资金     50     blend    .
混合      偏重资金     25     blend    0.75
混合      相对资金     25     blend    .

unit_type indicator_id weight function       gate below_share
门槛      过线         25     threshold_then 60   .
门槛      过线留分     25     threshold_then 60   0.3
门槛      过率         25     threshold_then 0.5  .
门槛      排放         25     threshold_then 10   .

unit_type indicator_id weight function per_case
扣分      案件         10     deduct   2
扣分      加权案件     10     deduct   2

unit_type indicator_id weight function      line
扣分      办结率       65     standard_line 95
扣分      无事项       15     standard_line 95

unit_type indicator_id weight function
评议      评价         50     graded
评议      单评         25     graded
节点      改革         50     milestone
节点      攻坚         25     milestone

unit_type indicator_id weight function late_share
节点      迟交五折     25     milestone 0.5
"""
PARTS = """
unit_type indicator_id part function      line
混合      混合资金     1    completion    .
混合      混合资金     2    standard_line 50
混合      偏重资金     1    completion    .
混合      偏重资金     2    standard_line 50
混合      相对资金     1    completion    .
混合      相对资金     2    minmax60      .
门槛      过线         1    standard_line 80
门槛      过线留分     1    standard_line 80
门槛      过率         1    completion    .
门槛      排放         1    standard_line 5
"""
OVERRIDES = """
unit_id indicator_id weight line
扣丙    加权案件     20     .
达丙    办结率       .      90
"""
CURVE = curve("曲线收入", "0.02 0.05 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1")
VOTERS = """
indicator_id voter_group weight
评价         领导        0.6
评价         互评        0.4
"""
MILESTONES = """
indicator_id milestone share due_on
改革         方案      0.25  2026-03-31
改革         启动      0.25  2026-06-30
改革         推开      0.25  2026-09-30
改革         验收      0.25  2026-12-31
攻坚         收官      1     2026-09-30
迟交五折     方案      1     2026-03-31
"""
TABLES = {
    "membership": MEMBERSHIP,
    "indicator": INDICATORS,
    "rule": RULES,
    "rule_part": PARTS,
    "rule_override": OVERRIDES,
    "plan_curve": CURVE,
    "voter_group": VOTERS,
    "milestone": MILESTONES,
}
TARGETS = """
单位 收入 曲线收入 限超收入 低限收入
完甲 2800 500      500      1000
完乙 500  500      500      1000
完丙 500  .        .        .
完丁 0    .        .        .
完己 500  .        .        .
完新 800  .        .        .

单位 固投 发案 另率增速
增甲 10   -3   8
增乙 8    -3   8
增丙 -2   -3   8
增丁 8    -3   .
增戊 8    -3   .

单位 混合资金 偏重资金 相对资金
混甲 100      100      100
混乙 100      100      100
混丙 100      100      100
混丁 100      100      100
混戊 .        .        100

单位 过率
门甲 100
门乙 100
"""
RESULTS = """
单位 收入 曲线收入 限超收入 低限收入
完甲 1560 200      260      300
完乙 300  100      400      299
完丙 -50  .        .        .
完丁 100  .        .        .
完戊 100  .        .        .
完己 0    .        .        .

单位 固投 发案 另率增速
增甲 12.4 -5   10
增乙 -3   1    30
增丙 -1   -3   3
增丁 30   .    .
增戊 -20  .    .

单位 办结率 满意率 时长 进度 非累计 陡坡 按年进度
达甲 93     94     12   46   100    93   40
达乙 98     85     8    50   96     84   50
达丙 75     84.9   21   60   .      .    .

单位 到位资金 能耗 全同 全零 事故
极甲 8200     10   7    0    0
极乙 5600     20   7    0    0
极丙 4300     30   7    0    0
极丁 1800     40   7    0    0
极戊 1800     50   7    0    0

单位 缺项额
缺甲 100
缺乙 50
缺丙 0
缺丁 .
缺戊 无

单位 颗粒物 争取资金 低限参保 排放
功甲 45     500      97       10
功乙 50     200      90       20
功丙 63     350      88       22
功丁 20     900      87.9     22.1

单位 任务 按期率 大步 全零名次 事故
名甲 90   100    5    0        2
名乙 80   99     4    0        1
名丙 80   99     3    0        3
名丁 70   98     2    0        4
名戊 60   97     1    0        5

单位 积分 并列积分
区1  100  10
区2  99   9
区3  98   9
区4  97   8
区5  96   7
区6  95   6
区7  94   5
区8  93   4
区9  92   3
区10 91   2

单位 独家区间 独家步差 独家全零
独甲 5        5        0

单位 产值 全同比值 全零比值
比甲 200  3        0
比乙 100  3        0
比丙 50   3        0
比丁 0    3        0
比戊 -10  3        0

单位 混合资金 偏重资金 相对资金
混甲 40       40       40
混乙 60       60       30
混丙 20       20       20
混丁 0        0        10
混戊 40       40       0

单位 过线 过线留分 过率 排放
门甲 60   60       25   10
门乙 59.9 59.9     24   10.1

单位 案件 加权案件 办结率 无事项
扣甲 3    0        95     95
扣乙 6    0        95     95
扣丙 0    3        85     95
扣丁 0    0        95     无
扣戊 1    0        95     无

单位 单评
评甲 较好
评乙 好
评丙 较差
评丁 好
评戊 .
"""
BALLOTS = """
单位 指标 票组 好 较好 一般 较差 弃权
评甲 评价 领导 4  3    1    .    .
评甲 评价 互评 .  5    .    .    .
评乙 评价 领导 4  1    .    .    .
评乙 评价 互评 .  .    .    .    .
评丙 评价 领导 1  .    .    .    9
评丙 评价 互评 .  1    .    .    .
评丁 评价 领导 .  .    .    .    3
评丁 评价 互评 .  .    .    .    2
评戊 评价 领导 .  .    .    .    .
"""
PROGRESS = """
单位 指标     节点 实际完成日期
节甲 改革     方案 2026-03-30
节甲 改革     启动 2026-07-05
节甲 攻坚     收官 .
节乙 改革     方案 2026-04-02
节乙 改革     启动 .
节乙 迟交五折 方案 2026-04-02
节丙 改革     方案 2026-03-31
节丙 改革     启动 2026-06-30
节丁 改革     方案 2026-04-02
节丁 改革     启动 2026-06-20
"""
JULY = """
单位 收入
完新 300
"""
JULY_PROGRESS = """
单位 指标 节点 实际完成日期
节甲 改革 启动 2026-07-05
"""


def take_in_june_and_july(county: County) -> None:
    """Both months' workbooks, after every due day."""
    county.hand_in("2026-06", results=RESULTS, targets=TARGETS, ballots=BALLOTS, milestones=PROGRESS)
    county.hand_in("2026-07", results=JULY, milestones=JULY_PROGRESS)
