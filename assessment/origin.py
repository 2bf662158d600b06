"""Where numbers come from: what stands at the foot of every page and on the note sheet of every file that leaves."""

from typing import Any

from assessment import labels, reports, settings
from assessment.i18n import t
from assessment.periods import Period
from assessment.store import Reader

_SHORT = 12
"""Digits of a hash that tell editions apart on a page; files carry all 64."""


def foot(period_name: str, made: dict[str, Any]) -> list[str]:
    """Period, scheme, revision, moment and edition, from the row of `reports.footer`."""
    return [
        period_name,
        t("Scheme: {name}", name=labels.name(made["scheme_name"], made["scheme_name_en"])),
        t("Revision {number}", number=labels.count(made["revision_id"])),
        t("Made {moment}", moment=labels.moment(made["made_at"])),
        status(made),
        *([t("Check code {code}", code=short(made["content_hash"]))] if _stands(made) else []),
    ]


def status(made: dict[str, Any]) -> str:
    """Whether a period is published, in words."""
    if not made["edition"]:
        return t("Draft, not published")
    if made["is_reopened"]:
        return t("Reopened after edition {edition}, not published again", edition=made["edition"])
    if made["newest_edition"] > made["edition"]:
        values = {"edition": made["edition"], "newest": made["newest_edition"]}
        return t("Published, edition {edition}; edition {newest} has replaced it", **values)
    if not labels.is_missing(made["reopened_because"]):
        return t("Published, edition {edition}; reopened since", edition=made["edition"])
    return t("Published, edition {edition}", edition=made["edition"])


def short(content_hash: object) -> str:
    """The beginning of a content hash, in groups of four."""
    text = str(content_hash)[:_SHORT]
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def notes(reader: Reader, period: Period, period_name: str) -> dict[str, str]:
    """The lines of a note sheet: scheme, revision, edition and its whole hash, as the reader's revision has them."""
    made = reports.footer(reader, period)
    lines = {
        t("Period"): period_name,
        t("Scheme"): labels.name(made["scheme_name"], made["scheme_name_en"]),
        t("Revision"): labels.count(made["revision_id"]),
        t("Made at"): labels.moment(made["made_at"]),
        t("Published"): status(made),
    }
    if _stands(made):
        by = t("{who}, {moment}", who=made["published_by"], moment=labels.moment(made["published_at"]))
        lines |= {t("Published by"): by, t("Content hash (SHA-256)"): str(made["content_hash"])}
        if made["published_note"]:
            lines[t("Published all the same because")] = str(made["published_note"])
        if not labels.is_missing(made["reopened_because"]):
            lines[t("Reopened later because")] = str(made["reopened_because"])
    if bool(reports.demo_mark(reader)["is_demo"].iloc[0]):
        lines[t("Demo data")] = t("Fictional units and numbers.")
    return lines | {
        t("Data version"): labels.count(reader.data_version),
        t("Written at"): labels.moment(settings.now()),
    }


def _stands(made: dict[str, Any]) -> bool:
    return bool(made["edition"]) and not made["is_reopened"]
