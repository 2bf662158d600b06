"""A new reference before it counts: its problems, what it changes, whose results would move; then the commit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

import pandas as pd

from assessment import reports
from assessment.errors import AssessmentError, BadInput, Problem
from assessment.periods import Period
from assessment.reference.book import Names
from assessment.reference.diff import Change, changes, content
from assessment.reference.load import Reading, put, read
from assessment.store import Revision, Scope, Store, archive, changed, insert_rows, rebuild


@dataclass(frozen=True)
class Proposal:
    """Files checked against a data version. With problems there is nothing to commit.

    `effect` holds the results whose score, rank or tier a commit would change, as `reports.history_changes` gives them;
    `first_month` is the earliest month that would be scored anew in any way, `published` are the published periods that
    would change and have to be reopened first; `names` tell what codes are called.
    """

    files: Mapping[str, bytes]
    reading: Reading
    data_version: int
    problems: list[Problem]
    changes: list[Change] = field(default_factory=list)
    effect: pd.DataFrame = field(default_factory=pd.DataFrame)
    first_month: date | None = None
    published: list[Period] = field(default_factory=list)
    names: Names = field(default_factory=lambda: Names({}))

    @property
    def is_unchanged(self) -> bool:
        """Whether a commit would change nothing."""
        return not self.problems and not self.changes

    @property
    def is_readable(self) -> bool:
        """Whether anything could be read at all."""
        return any(self.reading.raw.values()) or not all(one.sheet in self.files for one in self.problems)


def propose(store: Store, files: dict[str, bytes]) -> Proposal:
    """Read files and try them out in a transaction that is never kept."""
    reading, version = read(files), store.data_version
    if not any(reading.raw.values()):
        return Proposal(files, reading, version, reading.problems)
    with store.trial() as trial:
        before = content(trial.transaction)
        try:
            revision_id = put(trial.transaction, reading, "")
        except BadInput as error:
            return Proposal(files, reading, trial.data_version, error.problems)
        after = content(trial.transaction)
        found = changes(before, after)
        if found:
            rebuild(trial.transaction, revision_id, Scope())
        effect = reports.history_changes(trial, revision_id)
        return Proposal(
            files,
            reading,
            trial.data_version,
            [],
            found,
            _visible(effect),
            _first_month(effect),
            changed(trial.transaction),
            Names.of(before, after),
        )


def _visible(effect: pd.DataFrame) -> pd.DataFrame:
    """The results of which a reader sees another score, rank or tier; the others differ in what stands behind them."""
    differs = pd.Series(data=False, index=effect.index)
    for name in ("score", "rank", "tier"):
        old, new = effect[f"{name}_before"], effect[f"{name}_after"]
        differs |= (old != new) & ~(old.isna() & new.isna())
    return effect[differs]


def _first_month(effect: pd.DataFrame) -> date | None:
    months = effect.loc[effect["period_kind"] == "month", "period_start"]
    return None if months.empty else months.min().date()


def commit(store: Store, proposal: Proposal, who: str, note: str = "") -> Revision:
    """Take a proposal in as it was shown. The files are kept beside the months'.

    Raises BadInput if it has problems, AssessmentError if it changes nothing or the data have changed since.
    """
    if proposal.problems:
        raise BadInput(proposal.problems)
    if proposal.is_unchanged:
        raise AssessmentError("Nothing has changed: these files say what is already known.")
    for data in proposal.files.values():
        archive.keep(store.path.parent, data)
    with store.write() as connection:
        if store.data_version != proposal.data_version:
            raise AssessmentError("The data have changed since this was checked. Check the files again.")
        revision_id = put(connection, proposal.reading, who, note)
        kept = [(revision_id, name, sha256(data).hexdigest()) for name, data in proposal.files.items()]
        insert_rows(connection, "reference_file", kept)
        return Revision(revision_id, rebuild(connection, revision_id, Scope()))
