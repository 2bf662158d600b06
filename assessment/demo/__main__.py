"""python -m assessment.demo FOLDER: write the demo county's files."""

import sys
from pathlib import Path

from assessment.demo import write

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m assessment.demo FOLDER")
    write(Path(sys.argv[1]))
