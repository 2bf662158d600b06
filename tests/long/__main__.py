"""`python -m tests.long [--counties N] [--kills N] [--walks N]`: trials too long for every change, in numbers."""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from assessment import intake
from assessment.periods import Period
from assessment.store import Store, fingerprint, open_store, rescore
from tests.oracle.score import score
from tests.oracle.strategies import make_county
from tests.queries.engine import answers, differences, expected
from tests.store.books import book

ROOT = Path(__file__).resolve().parents[2]
MONTHS = [Period.parse(f"2026-{month:02}") for month in range(2, 13)]


def main() -> int:
    """Run the trials asked for; exit status 1 if any of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.long")
    for name, usual in (("counties", 500), ("kills", 100), ("walks", 20), ("first-seed", 10_000)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        failures = [
            *against_oracle(Path(folder) / "oracle", range(asked.first_seed, asked.first_seed + asked.counties)),
            *kills(Path(folder) / "kills", asked.kills),
            *walks(Path(folder) / "walks", asked.walks),
        ]
    for line in failures[:50]:
        print(line)
    return 1 if failures else 0


def against_oracle(folder: Path, seeds: range) -> Iterator[str]:
    """Generated counties scored by the store and by the oracle."""
    store = open_store(folder)
    cells = results = wrong = 0
    started = time.monotonic()
    for seed in seeds:
        county = make_county(Random(seed))
        found, wanted = answers(store, county), expected(score(county))
        cells, results = cells + len(wanted.cells), results + len(wanted.results)
        for line in differences(found, wanted):
            wrong += 1
            yield f"county {seed}: {line}"
    store.close()
    seconds = time.monotonic() - started
    print(f"oracle: {len(seeds)} counties, {cells} cells, {results} results, {wrong} differences, {seconds:.0f} s")


def kills(folder: Path, count: int) -> Iterator[str]:
    """Imports killed at random moments; the month must be wholly old or wholly new and rescore to itself."""
    old_or_new = {True: 0, False: 0}
    wrong = 0
    environment = {**os.environ, "ASSESSMENT_DATA_DIR": str(folder)}
    store = open_store(folder)
    intake.load_sample(store, "long")
    store.close()
    path = folder / "june.xlsx"
    for turn in range(count):
        path.write_bytes(book({("甲镇", "J01"): turn + 1, ("乙镇", "J03"): -turn}))
        old = _state(folder)
        words = [sys.executable, "-m", "assessment", "import", str(path), "--month", "2026-06"]
        process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        time.sleep(random.uniform(0.3, 1.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        after = _state(folder)
        subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
        new = _state(folder)
        if after not in (old, new) or not _is_whole(folder):
            wrong += 1
            yield f"kill {turn}: neither the old month nor the new one"
        old_or_new[after == old] += 1
    print(f"kills: {count}, {old_or_new[True]} old, {old_or_new[False]} new, {wrong} broken")


def walks(folder: Path, count: int) -> Iterator[str]:
    """Random imports, re-imports and undos; undoing all of them must bring the first state back."""
    steps = wrong = 0
    for turn in range(count):
        dice = Random(turn)
        store = open_store(folder / str(turn))
        intake.load_sample(store, "long")
        first, uploads = fingerprint(store), []
        for _ in range(12):
            steps += 1
            if uploads and dice.random() < 0.4:
                intake.undo(store, uploads.pop(dice.randrange(len(uploads))), "long")
            else:
                uploads += _import(store, dice)
        for upload in dice.sample(uploads, len(uploads)):
            intake.undo(store, upload, "long")
        if fingerprint(store) != first or rescore(store, "long").changed_results:
            wrong += 1
            yield f"walk {turn}: undoing everything did not bring the first state back"
        store.close()
    print(f"walks: {count} of {steps} steps in all, {wrong} broken")


def _import(store: Store, dice: Random) -> list[int]:
    cell = (dice.choice(("甲镇", "乙镇", "丙镇")), dice.choice(("J01", "J03", "J08", "S11")))
    data = book({cell: dice.choice((None, 0, dice.randrange(5000)))})
    shown = intake.preview(store, [("book.xlsx", data)], dice.choice(MONTHS))
    return [] if shown.is_unchanged else intake.commit(store, shown, "long").upload_ids


def _state(folder: Path) -> list[tuple[str, int, str]]:
    store = open_store(folder)
    try:
        return fingerprint(store)
    finally:
        store.close()


def _is_whole(folder: Path) -> bool:
    store = open_store(folder)
    try:
        return rescore(store, "long").changed_results == 0
    finally:
        store.close()


if __name__ == "__main__":
    sys.exit(main())
