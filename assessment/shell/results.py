"""Results on their way out of the shell: as they are now, or as an earlier revision or an edition had them."""

from collections.abc import Sequence

from assessment import export, labels, origin, reports
from assessment.errors import AssessmentError
from assessment.periods import Period
from assessment.reports.publication import editions
from assessment.reports.submissions import submission_tables
from assessment.shell.request import DONE, Answer, Request, named_period
from assessment.store import Reader, Store


def results(store: Store, request: Request) -> Answer:
    """Score, rank, tier, changes and flags of a period's units."""
    period = named_period(store, request, "period")
    reader = _reader(store, request, period)
    return _answer(reader, request, period, [_results(reader, period)])


def scores(store: Store, request: Request) -> Answer:
    """Value, state, terms and points of a period's cells."""
    period = named_period(store, request, "period")
    reader = _reader(store, request, period)
    return _answer(reader, request, period, [_scores(reader, period)])


def whole(store: Store, request: Request) -> Answer:
    """Results and cells of a period in one workbook, for people: codes in words."""
    period = named_period(store, request, "period")
    reader = _reader(store, request, period)
    name = period.name()
    tables = [
        export.results_in_words(_results(reader, period), name),
        export.scores_in_words(_scores(reader, period), name),
    ]
    return _answer(reader, request, period, tables)


def submissions(store: Store, request: Request) -> Answer:
    """Who owes which table for a month, by when, and what has come."""
    month = named_period(store, request, "month")
    if month.kind != "month":
        raise AssessmentError("{period} is not a month; data come in by month.", period=str(month))
    if not reports.open_months(store, [month.start]):
        raise AssessmentError("{period} takes no data: no scheme is in force, or it has no period.", period=str(month))
    rows = submission_tables(store, [month.start], labels.county_today())
    return _answer(store, request, month, [export.submission_table(str(month), rows)])


def _reader(store: Store, request: Request, period: Period) -> Reader:
    """Who answers: the data as they are, as a revision had them, or as an edition of the period was published."""
    revision, edition = (_number(request, name) for name in ("revision", "edition"))
    if edition is not None:
        found = editions(store, period)
        known = dict(zip(found["edition"], found["revision_id"], strict=True))
        if edition not in known:
            raise AssessmentError(
                "{period} has no edition {edition}; it has {count}.",
                period=str(period),
                edition=edition,
                count=len(known),
            )
        revision = int(known[edition])
    return store if revision is None else store.as_of(revision)


def _number(request: Request, name: str) -> int | None:
    text = request.options.get(name)
    if text and not text.isdecimal():
        raise AssessmentError("“{text}” is not a number; `history` and `editions` list them.", text=text)
    return int(text) if text else None


def _results(reader: Reader, period: Period) -> export.Table:
    frame = reports.rankings(reader, period)
    if frame.empty:
        raise AssessmentError("There are no results for {period}.", period=str(period))
    return export.result_table(period, frame)


def _scores(reader: Reader, period: Period) -> export.Table:
    frame = reports.scores(reader, period)
    if frame.empty:
        raise AssessmentError("There are no results for {period}.", period=str(period))
    return export.score_table(period, frame)


def _answer(reader: Reader, request: Request, period: Period, tables: Sequence[export.Table]) -> Answer:
    if not request.options.get("out", "").lower().endswith(".xlsx"):
        return Answer(DONE, output=export.csv_bytes(tables[0]))
    return Answer(DONE, output=export.workbook_bytes(tables, origin.notes(reader, period, period.name())))
