"""A reading on trial: a child process opens a workbook first, and may die of it.

The reader of old .xls and .xlsb files can abort the process or ask for all its memory, and no look at the bytes can
rule that out. What the child reads to its end within its limits is then opened here too.
"""

import json
import sys

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file
from learnsoc_xlsx.stages.receive.children.child import BROKE, TOO_FAR, limit
from learnsoc_xlsx.stages.receive.children.child import PATIENCE as PATIENCE
from learnsoc_xlsx.stages.receive.children.nursery import nursed
from learnsoc_xlsx.stages.receive.fault import Fault, number
from learnsoc_xlsx.stages.receive.preflight.sound import AREA


def trial(data: bytes, container: str) -> Fault | None:
    """Read a whole workbook in a child process; return why it is not to be opened here, or nothing."""
    ended = nursed(__name__, (container,), data, PATIENCE)
    if isinstance(ended, Fault):
        return ended
    answer = ended.output.decode("utf-8", "replace")
    if ended.code == TOO_FAR:
        sheet, cell, area = json.loads(answer)
        return Fault(Code.FAR_CELL, cell, number(AREA), number(area), sheet=sheet, cell=cell)
    return Fault(Code.UNREADABLE, cause(answer)) if ended.code == BROKE else None


def cause(error: str) -> str:
    """Say in Vietnamese what the reader's own words for a failure come to."""
    words = error.casefold()
    return "có mật khẩu" if "password" in words or "encrypt" in words else "nội dung bị hỏng"


# In the child


def _read(data: bytes, container: str) -> tuple[str, str, int] | None:
    """Read every sheet; return the first that spreads too far, with its last cell and how many cells it has."""
    book = Book(data, container)
    for name in book.sheet_names:
        rows = book.rows(name)
        area = len(rows) * len(rows[0]) if rows else 0
        if area > AREA:
            return name, f"{column_letter(len(rows[0]) - 1)}{len(rows)}", area
    return None


def main(container: str) -> int:
    """Read what comes in; end with BROKE, and why, where the file is broken, with TOO_FAR and the place where a sheet spreads
    too far. Raises what is no fault of the file.
    """
    limit()
    try:
        far = _read(sys.stdin.buffer.read(), container)
    except BaseException as error:  # the reader's panics are no Exception
        if not is_of_the_file(error):
            raise
        print(error)
        return BROKE
    if far:
        print(json.dumps(far))
    return TOO_FAR if far else 0
