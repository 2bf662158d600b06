"""The server around the script: routes, middleware, and what happens before the first visitor and after the last."""

import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NoReturn

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from assessment import access
from assessment.errors import AssessmentError
from assessment.shell import remote
from assessment.ui import demo, frame, heap
from assessment.ui.index import asset, index
from assessment.ui.middleware import GzipStatic, SecurityHeaders, SendAtOnce
from assessment.ui.whole_runs import WholeRuns

# Private to Streamlit: without it the first deep link after a start shows a "Page not found" dialog over the right
# page. tests/browser guards it.
PagesManager.uses_pages_directory = False

ROUTES = [Route("/", index), Route("/{page}", index), Route("/assets/{name}", asset)]
MIDDLEWARE = [Middleware(SendAtOnce), Middleware(WholeRuns), Middleware(SecurityHeaders), Middleware(GzipStatic)]


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Own the store and answer the command line's socket for as long as the server runs."""
    try:
        line = remote.serve(access.store())
    except AssessmentError as refusal:
        _give_up(refusal)
    try:
        demo.begin_if_due()
        warm_up()
        yield
    finally:
        line.close()


def _give_up(refusal: AssessmentError) -> NoReturn:
    sys.stderr.write(f"{refusal}\n")
    sys.stderr.flush()
    # A SystemExit here would reach the terminal as the web server's traceback; nothing is open yet.
    os._exit(2)


def warm_up() -> None:
    """Draw the landing page once outside any session, so that the first visitor does not wait for imports.

    What was imported is then taken out of the collection after every rerun (219 -> 119 ms an interaction).
    """
    logging.disable(logging.WARNING)  # every call outside a session warns
    try:
        frame.rehearse()
    finally:
        logging.disable(logging.NOTSET)
    heap.watch()
