"""`python -m assessment`: the command line."""

import sys

from assessment.shell.cli import main

sys.exit(main(sys.argv[1:]))
