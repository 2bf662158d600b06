"""Which of an indicator's columns holds its value: real tables put 本月, 累计, 去年同期, 目标 side by side."""

import re
from collections.abc import Sequence

from assessment.facts import IndicatorInfo
from assessment.spreadsheet.grid import Cell
from assessment.workbook import measures, month
from assessment.workbook.column import Column
from assessment.workbook.directory import Directory
from assessment.workbook.names import key, split_measure

_FEBRUARY = 2
_OF_THE_MONTH = re.compile("本月|当月|当期")
_TO_DATE = re.compile("累计|累积|至今|止")
_NEVER = "上年|去年|同期|上月|上期|增减|占比|比重|位次|排名|名次|完成率|进度|增幅|增速|增长|同比|环比|得分|评分"
_BESIDE_A_VALUE = re.compile(f"{_NEVER}|目标|计划|任务")
_BESIDE_A_TARGET = re.compile(f"{_NEVER}|完成|累计|实际")


def value_columns(
    columns: Sequence[Column], indicator: IndicatorInfo, directory: Directory, is_of_targets: bool
) -> list[Column]:
    """Those of the columns that can be the value (of a sheet of targets: the target); more than one is a question.

    A cumulative indicator takes what is said to be to date (累计, 1-6月), else what says nothing; any other the month's
    own (本月, 6月), else what says nothing. January and February are one month: for February 1-2月 is both.
    """
    beside = _BESIDE_A_TARGET if is_of_targets else _BESIDE_A_VALUE
    to_date, of_the_month, plain = [], [], []
    for column in columns:
        said = more_than_the_name(column, directory)
        if beside.search(said) or month.is_other(said, directory.form.month):
            continue
        if _TO_DATE.search(said) or month.is_from_january(said):
            to_date.append(column)
        elif _OF_THE_MONTH.search(said) or month.stated(said):
            of_the_month.append(column)
        else:
            plain.append(column)
    if indicator.is_cumulative:
        return to_date or plain
    return of_the_month or plain or (to_date if directory.form.month.month == _FEBRUARY else [])


def more_than_the_name(column: Column, directory: Directory) -> str:
    """What the headings say beside the indicator's name."""
    said = [_beside(cell, directory) for cell in column.heads]
    return "／".join(said) if any(directory.indicators_named(cell.text) for cell in column.heads) else ""


def _beside(head: Cell, directory: Directory) -> str:
    """All of a heading that is no indicator's name; of one that is, what stands in brackets behind it."""
    if not directory.indicators_named(head.text):
        return key(head.text)
    bracket = split_measure(head.text)[1]
    return "" if directory.is_spelled_out(head.text) or measures.is_known(bracket, directory) else bracket
