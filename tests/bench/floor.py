"""The floor: python-calamine reads every sheet of every file to lists, in one process, and nothing else.

`python tests/bench/floor.py INBOX`
"""

import sys
from pathlib import Path

from python_calamine import CalamineWorkbook


def main(inbox: Path) -> None:
    """Read all and keep nothing."""
    for path in sorted(inbox.glob("*.xlsx")):
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
