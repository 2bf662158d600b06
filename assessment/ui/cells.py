"""What stands in a table's cell, as HTML: links, changes, tiers, states, lights, bars; every word is escaped."""

from html import escape

from assessment import labels
from assessment.i18n import t
from assessment.ui.scope import Scope, link


def unit(scope: Scope, unit_id: str, name: str) -> str:
    """A unit's name, leading to its profile in the period on screen."""
    return go(link("unit_profile", scope, unit=unit_id), name)


def indicator(scope: Scope, indicator_id: str, name: str) -> str:
    """An indicator's name, leading to its definition."""
    return go(link("dictionary", scope, indicator=indicator_id), name)


def go(address: str, words: str) -> str:
    """A link inside the dashboard."""
    return f"<a data-go href='{escape(address, quote=True)}'>{escape(words)}</a>"


def chip(word: str, reason: str = "", tone: str = "") -> str:
    """A small word in a frame; `reason` shows on hover. `tone` is "", "warn" or "bad"."""
    return f"<span class='chip {tone}' title='{escape(reason, quote=True)}'>{escape(word)}</span>"


def rank_change(places: object, reason: str = "") -> str:
    """Places moved: up is positive; `—` where the two periods do not compare."""
    if labels.is_missing(places):
        return labels.NONE
    moved = int(float(str(places)))
    if moved == 0:
        return _moved("same", t("same"), reason)
    word = t("▲ up {places}", places=moved) if moved > 0 else t("▼ down {places}", places=-moved)
    return _moved("up" if moved > 0 else "down", word, reason)


def points_change(points: object, reason: str = "") -> str:
    """A difference of scores with its arrow; the arrow never contradicts the number as written."""
    if labels.is_missing(points):
        return labels.NONE
    written = labels.signed(points)
    if written.startswith("+"):
        return _moved("up", f"▲ {written}", reason)
    if written.startswith(labels.MINUS):
        return _moved("down", f"▼ {written}", reason)
    return _moved("same", written, reason)


def _moved(look: str, word: str, reason: str) -> str:
    return f"<span class='{look}' title='{escape(reason, quote=True)}'>{escape(word)}</span>"


def tier(name: str, order: object, count: object) -> str:
    """A tier's chip; `order` 1 is the best of `count`."""
    if labels.is_missing(order) or name == labels.NONE:
        return labels.NONE
    return f"<span class='tier {labels.tier_look(order, count)}'>{escape(name)}</span>"


def state(code: object) -> str:
    """A value state's chip with what it does to the score; nothing for a plain value."""
    reasons = {
        "ZERO": ("", t("A real zero was reported")),
        "NA_BY_RULE": ("", t("Not assigned to this unit; left out of the weights")),
        "NO_CASE": ("", t("Nothing happened to measure; left out, or full marks if the scheme says so")),
        "NOT_DUE": ("", t("Not due yet, or the department's table has not come in")),
        "LATE": ("warn", t("Something is not handed in yet and counts as 0")),
        "REJECTED": ("warn", t("Sent back to be corrected; the earlier value stands until then")),
    }
    if code not in reasons:
        return ""
    tone, reason = reasons[str(code)]
    return chip(labels.state(code), reason, tone)


def light(code: object) -> str:
    """A light against the time plan: shape, word and colour."""
    words = {"green": ("●", t("on time")), "yellow": ("◆", t("behind")), "red": ("■", t("far behind"))}
    if code not in words:
        return ""
    shape, word = words[str(code)]
    return f"<span class='light {code}'>{shape} {escape(word)}</span>"


def bar(share: object, look: str = "t1", reason: str = "") -> str:
    """A bar from zero; `share` of 1 fills the cell's track, more is cut there."""
    if labels.is_missing(share):
        return ""
    width = 100 * min(max(float(str(share)), 0.0), 1.0)
    filled = f"<i class='{look}' style='width:{width:.1f}%'></i>"
    return f"<span class='track' title='{escape(reason, quote=True)}'>{filled}</span>"
