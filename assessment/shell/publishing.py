"""Publishing from the shell: publish, reopen, and the editions with their hashes made again."""

import json

from assessment import publication
from assessment.errors import BadInput
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports.publication import content_hash, editions
from assessment.shell.request import DONE, PROBLEMS, Answer, Request, listed_periods, plain, problem_lines
from assessment.store import Store

_SHOWN = ("period", "edition", "revision_id", "content_hash", "published_at", "published_by", "published_note")
_REOPENED = ("reopened_by", "reopened_at", "reopened_by_whom", "reopened_because")


def publish(store: Store, request: Request) -> Answer:
    """Publish periods under one revision."""
    periods = listed_periods(store, request, "period")
    judged = publication.judge(store, periods)
    doubts = [t("doubt: {line}", line=line) for line in problem_lines(judged.doubts)]
    if judged.obstacles:
        return Answer(PROBLEMS, [*problem_lines(judged.obstacles), str(BadInput(judged.obstacles))])
    if doubts and not request.options.get("reason", "").strip():
        return Answer(PROBLEMS, [*doubts, t("Say with --reason why this is published all the same.")])
    made = publication.publish(store, periods, request.who, request.options.get("reason", ""))
    named = t(", ").join(map(str, periods))
    return Answer(
        DONE, [*doubts, t("{periods} published: revision {revision}.", periods=named, revision=made.revision_id)]
    )


def reopen(store: Store, request: Request) -> Answer:
    """Open published periods for a correction."""
    periods = listed_periods(store, request, "period")
    made = publication.reopen(store, periods, request.who, request.options["reason"])
    named = t(", ").join(map(str, periods))
    return Answer(DONE, [t("{periods} reopened: revision {revision}.", periods=named, revision=made.revision_id)])


def list_editions(store: Store, _: Request) -> Answer:
    """Every edition, one JSON object a line; `is_intact`: what is stored still has the hash it was published with."""
    frame = editions(store)
    lines, broken = [], 0
    for row in frame.to_dict("records"):
        period = Period.parse(row["period"], int(row["year_start_month"]))
        is_intact = content_hash(store.as_of(int(row["revision_id"])), period) == row["content_hash"]
        broken += not is_intact
        shown = {name: plain(row[name]) for name in (*_SHOWN, *_REOPENED)}
        lines.append(json.dumps({**shown, "is_intact": is_intact}, ensure_ascii=False))
    if broken:
        lines.append(t("{count} editions are not what was published.", count=broken))
    return Answer(PROBLEMS if broken else DONE, lines)
