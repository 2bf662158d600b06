"""The demo county's two review meetings: May as it was first published, June as a draft."""

from datetime import date, datetime

from assessment import i18n, meetings
from assessment.meeting import calling
from assessment.periods import Period
from assessment.store import Store

CALLER = "考核办"


def may(store: Store) -> None:
    """The meeting on May, on the data as they are now."""
    _call(store, Period.parse("2026-05"), date(2026, 6, 22), datetime(2026, 6, 22, 1, 0))


def june(store: Store) -> None:
    """The meeting on June, not published yet."""
    _call(store, Period.parse("2026-06"), date(2026, 7, 22), datetime(2026, 7, 21, 8, 0))


def _call(store: Store, period: Period, held_on: date, made_at: datetime) -> None:
    with i18n.speaking("zh"):
        name = f"{period.name()}工作实绩考核评审会"
    if all(one.period != period for one in meetings.known(store)):
        calling.call(store, period, name, held_on, CALLER, made_at=made_at)
