"""Where the data lives and what today is: the only place that asks the environment."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ROOT / "queries"
SAMPLE = ROOT / "data" / "sample" / "golden"
DEMO = ROOT / "data" / "sample" / "demo"
DEMO_STORE = ROOT / "data" / "demo-store"
STORE_FILE = "assessment.duckdb"


def data_dir() -> Path:
    """The store's folder: `own_dir` once it is named or holds a store; until then that of the demo county."""
    own = own_dir()
    is_own = os.environ.get("ASSESSMENT_DATA_DIR") or (own / STORE_FILE).exists()
    return own if is_own else DEMO_STORE


def own_dir() -> Path:
    """The folder of an own county: ASSESSMENT_DATA_DIR, or data/store beside the program."""
    return Path(os.environ.get("ASSESSMENT_DATA_DIR") or ROOT / "data" / "store").resolve()


def own_template() -> Path:
    """Where a county puts the deck that its own review decks are made of."""
    return data_dir() / "templates" / "review_deck.pptx"


def now() -> datetime:
    """The current time in UTC, without zone, as it is stored."""
    return datetime.now(UTC).replace(tzinfo=None)


def today() -> date:
    """The day on which an upload counts as received, in China's time zone when TZ says so."""
    return datetime.now().date()


def user_name() -> str:
    """Who works at this computer; shown in the history until sign-in exists."""
    return os.environ.get("ASSESSMENT_USER") or os.environ.get("USER") or os.environ.get("USERNAME") or "local"
