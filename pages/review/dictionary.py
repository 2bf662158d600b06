"""口径: what every indicator means and how it is scored."""

import streamlit as st

from assessment.i18n import t
from assessment.ui import dictionary, empty, heading, load, table_download
from assessment.ui.scope import require_scope

scope = require_scope()
book = dictionary.open_book(scope)
if book.entries.empty:
    empty.store(scope)
else:
    top = st.container(key="dictionary_title")
    choice = dictionary.choose_filters(book)
    chosen = book.entry(choice.indicator_id)
    with top:
        heading.draw(load.drawn(dictionary.Book.title, book, choice.indicator_id), [book.document(book.scheme_id)])
    if chosen:
        dictionary.entry.draw(scope, book, chosen)
    else:
        dictionary.changes.draw(scope, book)
    dictionary.listing.draw(scope, book, choice)
    table_download.offer(
        scope, t("Definitions"), lambda: dictionary.sheets.tables(book, dictionary.passing(book, choice))
    )
