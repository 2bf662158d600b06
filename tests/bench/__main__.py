"""`python -m tests.bench [--quick] [--only PART]`: speed as ratios taken in one run. It measures and judges nothing:
the exit status is 0 unless a part breaks down."""

import argparse
import importlib
import sys
import tempfile
import traceback
from contextlib import ExitStack
from pathlib import Path

from tests.bench.measure import Bench, Row, table

PARTS = {
    "seed": "seed",
    "pages": "pages",
    "sessions": "sessions",
    "bytes": "wire",
    "browser": "browser",
    "memory": "memory",
    "scoring": "scoring",
}
"""In the order they run: `seed` leaves a county to the others, `browser` its clicks to `memory`."""

HEAD = ("what", "measured", "target", "verdict", "detail")


def main() -> int:
    """Run the parts asked for and print their table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three rounds instead of seven")
    parser.add_argument("--only", action="append", choices=list(PARTS), metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--store", type=Path, help="a closed store with the demo county, instead of loading one")
    asked = parser.parse_args()
    rows: list[Row] = []
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ends:
        bench = Bench(Path(folder), asked.quick, ends)
        if asked.store:
            bench.kept["demo"] = asked.store
        for part in asked.only or PARTS:
            print(f"{part} …", file=sys.stderr, flush=True)
            try:
                rows += importlib.import_module(f"tests.bench.{PARTS[part]}").run(bench)
            except Exception:
                traceback.print_exc()
                broken.append(part)
    print("\n".join(table([HEAD, *(row.cells() for row in rows)])))
    if broken:
        print(f"broken: {', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
