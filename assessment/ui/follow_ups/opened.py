"""One item opened: what it is about, what became of it, its fields, its history."""

from dataclasses import dataclass, field, fields, replace
from html import escape

import pandas as pd
import streamlit as st

from assessment import access, follow_ups, labels
from assessment.findings import follow_ups as findings
from assessment.follow_ups import Item
from assessment.i18n import t
from assessment.reports.follow_ups import follow_up_history
from assessment.ui import cells, load
from assessment.ui.follow_ups import table, writing
from assessment.ui.follow_ups import view as views
from assessment.ui.follow_ups.view import Row, View
from assessment.ui.once import Once
from assessment.ui.plain import plain
from assessment.ui.scope import link


@dataclass
class Seen:
    """What an item said when the reader opened it, the newest version told of since, the one act that may follow."""

    follow_up_id: int
    item: Item
    first_version: int
    version: int
    act: Once[int] = field(default_factory=Once)

    @property
    def key(self) -> str:
        """Part of the fields' keys: they are filled anew after each writing, and keep what was typed until then."""
        return f"follow_up_{self.follow_up_id}_{self.first_version}"


def draw(view: View, row: Row) -> None:
    """The item in a frame, its fields, its history."""
    history = load.written(follow_up_history, int(row.follow_up_id))
    with st.container(border=True, key="follow_up_opened"):
        st.html(_head(view, row))
        _form(row, history)
        st.html(_history(history))


def _head(view: View, row: Row) -> str:
    words = t("put on the list by {who} on {moment}", who=row.made_by, moment=labels.moment(row.made_at))
    facts = [escape(views.comes_from(row)), _about(view, row)]
    about = " · ".join(part for part in facts if part)
    close = cells.go(view.link(), t("Close"))
    became = table.outcome(row)
    return (
        f"<h2 class='sj-section'>{table.chip(row)} <span class='sj-written'>{escape(row.title)}</span></h2>"
        f"<p class='sj-about'>{about} · <span class='sj-written'>{escape(words)}</span> · {close}</p>"
        + (f"<p class='fu-became'>{became}</p>" if became else "")
    )


def _about(view: View, row: Row) -> str:
    """What it is about, leading there."""
    words = views.about(row)
    if labels.is_missing(row.indicator_id):
        return escape(words) if labels.is_missing(row.unit_id) else cells.unit(view.scope, row.unit_id, words)
    group = {} if labels.is_missing(row.about_type) else {"group": row.about_type}
    return cells.go(link("indicator_completion", view.scope, indicator=row.indicator_id, **group), words)


def _form(row: Row, history: pd.DataFrame) -> None:
    seen = _seen(row)
    if row.version > seen.first_version:
        _meanwhile(seen, history)
    with st.form(f"{seen.key}_form", border=False):
        said = writing.progress(writing.fields(seen.item, seen.key), seen.key)
        name = writing.who(f"{seen.key}_who")
        pressed = st.form_submit_button(t("Save"), type="primary")
    if not pressed:
        return
    number, version = seen.follow_up_id, seen.version
    merged = _merged(seen.item, said, _item(row))
    if writing.carry_out(
        lambda: seen.act.run(lambda: follow_ups.change(access.store(), number, merged, version, name)), name
    ):
        st.session_state.pop("follow_up_seen", None)
        writing.tell(t("Saved; the history below keeps what it said before."))
        st.rerun()
    seen.version = int(load.written(follow_up_history, number)["version"].max())


def _seen(row: Row) -> Seen:
    kept: Seen | None = st.session_state.get("follow_up_seen")
    if kept is None or kept.follow_up_id != row.follow_up_id or f"{kept.key}_title" not in st.session_state:
        kept = Seen(int(row.follow_up_id), _item(row), int(row.version), int(row.version))
        st.session_state["follow_up_seen"] = kept
    return kept


def _item(row: Row) -> Item:
    return follow_ups.of_row(row._asdict(), load.calendar().year_start_month)


def _merged(seen: Item, said: Item, now: Item) -> Item:
    """What it says now with what the reader changed: what others wrote meanwhile stays."""
    names = [one.name for one in fields(Item)]
    return replace(now, **{name: getattr(said, name) for name in names if getattr(said, name) != getattr(seen, name)})


def _meanwhile(seen: Seen, history: pd.DataFrame) -> None:
    """What others wrote since the reader opened it."""
    lines = [said for version, _, said in _told(history) if version > seen.first_version]
    words = t("Changed since you opened it: {changes}. Only what you change is written.", changes=t("; ").join(lines))
    st.warning(plain(words))


def _told(history: pd.DataFrame) -> list[tuple[int, Row, str]]:
    """The versions with what each says anew, the first one first."""
    rows: list[Row] = list(history.itertuples(index=False))
    return [
        (int(now.version), now, findings.changed(before, now))
        for before, now in zip([None, *rows[:-1]], rows, strict=True)
    ]


def _history(history: pd.DataFrame) -> str:
    lines = "".join(
        f"<li><span>{escape(said)}</span><small>{escape(now.made_by)} · {labels.moment(now.made_at)}</small></li>"
        for _, now, said in reversed(_told(history))
    )
    return f"<h3 class='fu-sub'>{escape(t('What was written'))}</h3><ol class='fu-history sj-written'>{lines}</ol>"
