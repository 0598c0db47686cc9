"""A fault: why something that came in is not opened, and how it says how much was too much."""

from dataclasses import dataclass

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file, trace
from learnsoc_xlsx.vietnamese.numbers import format_number

MB = 1 << 20


@dataclass(frozen=True)
class Fault:
    """Why a file is not opened: the finding it gets, the words in it, and the sheet and cell where there is one."""

    code: Code
    given: str = ""
    expected: str = ""
    other: str = ""
    extra: str = ""
    sheet: str = ""
    cell: str = ""


def failed(error: BaseException, words: str) -> Fault:
    """Return why a reading failed: the file is broken, in these words; or this program is, and the file is not blamed."""
    return Fault(Code.UNREADABLE, words) if is_of_the_file(error) else Fault(Code.PROGRAM_FAILED, trace(error))


def size(count: int) -> str:
    """Say how large something of so many bytes is."""
    return f"{format_number(max(count // MB, 1))} MB"


def number(count: int) -> str:
    """Write a number as people do."""
    return format_number(count)
