"""Rows of `queries/schema/002_intake.sql` in plain Python: one class per table, fields in the order of its columns."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Number = Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    revision_id: int
    made_at: datetime = datetime(2024, 1, 1)
    made_by: str = "test"
    kind: str = "import"
    upload_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    upload_id: int
    revision_id: int = 0
    month: date
    file_name: str = "file.xlsx"
    sha256: str = ""
    received_on: date
    status: str = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    scenario_id: int = 0
    upload_id: int
    month: date
    unit_id: str
    indicator_id: str
    value: Number = None
    state: str
    sheet: str = "指标"
    cell: str = "A1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    upload_id: int
    month: date
    unit_id: str
    indicator_id: str
    value: Number
    sheet: str = "目标"
    cell: str = "A1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    upload_id: int
    month: date
    unit_id: str
    kind: str | None
    event: str = ""
    document: str = ""
    happened_on: date | None = None
    quantity: int = 1
    points: Number = None
    sheet: str = "加减分与否决"
    cell: str = "A1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    upload_id: int
    month: date
    unit_id: str
    indicator_id: str
    voter_group: str
    grade: str | None
    ballots: int
    sheet: str = "评价票"
    cell: str = "A1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneProgress:
    upload_id: int
    month: date
    unit_id: str
    indicator_id: str
    milestone: str
    done_on: date | None
    sheet: str = "节点"
    cell: str = "A1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    upload_id: int
    month: date
    period_kind: str
    period_start: date
    unit_id: str
    tier: str | None
    reason: str = "meeting"
    sheet: str = "审定"
    cell: str = "A1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    period_kind: str = "month"
    period_start: date
    edition: int = 1
    revision_id: int = 0
    content_hash: str = ""
    reopened_by: int | None = None
