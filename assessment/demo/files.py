"""Everything the generator writes, by path below the output folder."""

from collections.abc import Iterator
from pathlib import Path

from assessment.demo import arrivals, reference_files
from assessment.demo.calendar import LATER, MONTHS
from assessment.demo.cells import MISTAKES
from assessment.demo.month_files import correction_file, month_file

NOTES = Path(__file__).parent / "README.md"
FOLLOW_UPS = Path(__file__).parent / "tables" / "follow_ups.csv"


def files() -> Iterator[tuple[str, bytes]]:
    """Every file's path and bytes."""
    yield "README.md", NOTES.read_bytes()
    for name, data in reference_files.files().items():
        yield f"reference/{name}", data
    for month in MONTHS:
        yield f"months/{month:%Y-%m}.xlsx", month_file(month)
    for month in sorted({at for at, _, _ in MISTAKES}):
        yield f"corrections/{month:%Y-%m}.xlsx", correction_file(month)
    yield "received/days.csv", reference_files.csv_bytes(list(arrivals.rows()))
    yield "meetings/follow_ups.csv", FOLLOW_UPS.read_bytes()
    for month in LATER:
        yield f"later/{month:%Y-%m}.xlsx", month_file(month)


def write(folder: Path) -> int:
    """Write every file; returns how many."""
    count = 0
    for name, data in files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        count += 1
    return count
