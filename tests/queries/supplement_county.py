"""A county with three supplements: one that runs, one that is over in May, one to come in July."""

from tests.rules.small_county import County

UNITS = """
甲类: 甲一 甲二 甲三 甲四
乙类: 乙一
"""
TABLES = {
    "module": """
module_id name kind       starts_on  ends_on
main      主干 trunk      .          .
win       争取 supplement .          .
drive     攻坚 supplement 2026-03-01 2026-05-08
later     后续 supplement 2026-07-01 .
""",
    "indicator": """
indicator_id measure_unit source value_kind basis      level
资金         万元         财政   amount     cumulative province
项目         个           发改   count      cumulative city
支出率       %            审计   rate       point      county
攻坚率       %            营商   rate       monthly    county
后续率       %            营商   rate       monthly    county
""",
    "rule": """
unit_type indicator_id module_id weight function
甲类      资金         win       20     completion
甲类      项目         win       10     completion
乙类      资金         win       30     completion

unit_type indicator_id module_id weight function      line
甲类      支出率       win       10     standard_line 80
甲类      攻坚率       drive     10     standard_line 90
甲类      后续率       later     5      standard_line 90

unit_type indicator_id module_id weight function
甲类      其余         main      45     ratio_best
乙类      其余         main      70     ratio_best
""",
}
TARGETS = """
单位 资金 项目
甲一 100  4
甲二 200  4
甲三 300  .
甲四 400  4
乙一 1000 .
"""
JUNE = """
单位 资金 项目 支出率
甲一 60   2    80
甲二 80   2    70
甲三 .    .    60
甲四 200  0    未到期
乙一 500  .    .
"""


def take_in_may_and_june(made: County) -> None:
    """Both months' workbooks; 甲三 is late with 资金, 甲四's 支出率 is not due."""
    made.hand_in("2026-05", results="单位 资金\n甲一 50\n甲二 60\n甲四 100\n乙一 400", targets=TARGETS)
    made.hand_in(
        "2026-06",
        results=JUNE,
        events="""
单位 类别     事项     文号             发生日期
甲一 市级表彰 先进集体 市发〔2026〕3号  2026-06-02
甲二 省级表彰 先进单位 .                2026-06-03
""",
    )
