"""`python -m learnsoc_xlsx` is the same as `learnsoc`."""

import sys
from pathlib import Path

if __name__ == "__main__" and not sys.flags.safe_path and Path(sys.path[0]) != Path(__file__).parents[1]:
    del sys.path[0]  # the working folder, put first by `-m`: what lies there is the officer's, and no library

from learnsoc_xlsx.cli import main

if __name__ == "__main__":
    main()
