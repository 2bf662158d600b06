"""The tokens of our own HTML: words on their grounds keep the contrast that WCAG AA asks for, light and dark."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CSS = (ROOT / "assessment/ui/assets/shiji.css").read_text("utf-8")
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
PAIRS = [("on1", "t1"), ("on2", "t2"), ("on3", "t3"), ("on3", "t4"), ("on5", "t5")]
ALONE = ["ink", "muted", "up", "down", "bad"]


def token(name: str, scheme: str) -> str:
    """A colour of the stylesheet as a theme sees it."""
    both = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", CSS)
    if both:
        return both[1 if scheme == "light" else 2]
    found = re.search(rf"--{name}: (#\w+)", CSS)
    assert found, name
    return found[1]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), PAIRS)
def test_the_word_on_a_tier_can_be_read(word: str, ground: str, scheme: str) -> None:
    assert contrast(token(word, scheme), token(ground, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("word", ALONE)
def test_every_ink_can_be_read_on_the_page(word: str, scheme: str) -> None:
    assert contrast(token(word, scheme), THEME[scheme]["backgroundColor"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_themes_hold_the_same_ink_as_the_stylesheet(scheme: str) -> None:
    assert THEME[scheme]["textColor"] == token("ink", scheme)
