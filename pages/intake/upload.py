"""上传: a month's workbooks in, checked and shown before anything is written."""

import streamlit as st

from assessment.i18n import t
from assessment.ui import empty, heading, load, month_form, month_preview, reopening
from assessment.ui.scope import require_scope

scope = require_scope()
types = load.type_names()
if not types:
    empty.store(scope)
else:
    heading.draw(t("Upload a month"), [t("Nothing is written before you commit")])
    month_preview.draw_result(scope)
    choice, template = st.columns(2)
    with choice:
        month = month_form.pick_month(scope)
        received_on = month_form.pick_received()
    with template:
        month_form.offer_template(scope, month, types)
    reopening.remind(scope, month)
    files = month_form.pick_files()
    if files:
        reading = month_preview.read(files, month, received_on)
        month_preview.draw(reading)
        month_preview.offer_commit(reading, month)
