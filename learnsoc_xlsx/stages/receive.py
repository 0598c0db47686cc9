"""Receive: take a file as it came, say what it is, and read the stamp that its template carried."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from python_calamine import CalamineWorkbook

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.forms import STAMP_SHEET
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.submissions import Stamp, Status, Submission
from learnsoc_xlsx.stages.error_cells import ErrorCells, error_cells

_STAMP = re.compile(r"learnsoc:(\w+):([\w.-]+):(\d{4}):([\w.-]*)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKS = (
    (b"%PDF", "tệp PDF"),
    (b"\xff\xd8\xff", "ảnh chụp"),
    (b"\x89PNG", "ảnh chụp"),
    (b"Rar!", "tệp nén RAR"),
)
_PARTS = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("content.xml", "ods"),
)
_VISIBLE_ROWS = 80


@dataclass(frozen=True)
class Known:
    """What may come in: the ids of the forms, and the years of the movement."""

    forms: frozenset[str]
    years: range


@dataclass(frozen=True)
class Arrival:
    """A file, what was made of it, and, when it is a form, its open workbook and the error values in it."""

    submission: Submission
    findings: tuple[Finding, ...]
    book: CalamineWorkbook | None = None
    errors: ErrorCells = field(default_factory=dict)


def receive(inbox: Path, path: Path, number: int, known: Known) -> Arrival:
    """Take one file of INBOX: hash it, tell what it is by its bytes, open it and read its stamp.

    Never raises for what a file holds: what is no workbook, cannot be opened, bears no stamp, or that of a form or
    year unknown here, comes back with a finding and the status NOT_A_FORM or REFUSED.
    """
    name = path.relative_to(inbox).as_posix()
    data = path.read_bytes()
    submission = Submission(number, name, hashlib.sha256(data).hexdigest(), len(data), Status.ACCEPTED)
    if path.name.startswith(("~$", ".~lock.")):
        return _turned_away(submission, Code.LOCK_FILE)
    container = _container(data)
    if container not in ("xlsx", "xlsb", "ods", "xls"):
        return _turned_away(submission, Code.NOT_A_WORKBOOK, container)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        stamp, errors, saved = _stamp(book), error_cells(data, container), _saved(data, container)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the reader's own errors share no ancestor, and its panics are no Exception
        return _turned_away(submission, Code.UNREADABLE, _cause(error))
    if stamp is None:
        return _turned_away(submission, Code.NO_STAMP)
    if stamp.form in ("council", "result"):
        return _turned_away(submission, Code.OWN_OUTPUT)
    stamped = replace(submission, stamp=stamp, unit=stamp.unit, container=container, saved=saved)
    if stamp.form not in known.forms:
        return _turned_away(stamped, Code.UNKNOWN_FORM, stamp.form)
    if stamp.year not in known.years:
        return _turned_away(stamped, Code.YEAR_OUTSIDE, str(stamp.year), f"{known.years[0]}–{known.years[-1]}")
    return Arrival(stamped, (), book, errors)


def _turned_away(submission: Submission, code: Code, given: str = "", expected: str = "") -> Arrival:
    finding = Finding(code, Place(submission.file), given, expected, submission=submission.number)
    status = Status.REFUSED if submission.stamp or code is Code.UNREADABLE else Status.NOT_A_FORM
    return Arrival(replace(submission, status=status, reason=finding.message), (finding,))


def _container(data: bytes) -> str:
    """Return xlsx, xlsb, ods or xls by content; for anything else a few Vietnamese words for what it looks like."""
    if not data:
        return "tệp rỗng"
    if data.startswith(_OLE):
        return "xls"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    return next((words for magic, words in _LOOKS if data.startswith(magic)), "không nhận ra loại tệp")


def _zipped(data: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):  # ValueError: names in no encoding
        return "tệp nén bị hỏng hoặc tải về chưa hết"
    if any(name.startswith("word/") for name in names):
        return "văn bản Word"
    return next((kind for part, kind in _PARTS if part in names), "tệp nén")


_SAVED = {"xlsx": "docProps/core.xml", "xlsb": "docProps/core.xml", "ods": "meta.xml"}
_SAVED_AT = re.compile(rb"<(?:dcterms:modified|dc:date)[^>]*>([0-9T:.Z+-]+)<")


def _saved(data: bytes, container: str) -> str:
    """Return when the file says it was saved, or nothing."""
    if container not in _SAVED:
        return ""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if _SAVED[container] not in parts.namelist():
            return ""
        found = _SAVED_AT.search(parts.read(_SAVED[container]))
    return found[1].decode("ascii") if found else ""


def _cause(error: BaseException) -> str:
    words = str(error).casefold()
    if "password" in words or "encrypt" in words:
        return "có mật khẩu"
    return "nội dung bị hỏng"


def _stamp(book: CalamineWorkbook) -> Stamp | None:
    """Return the stamp: of the hidden sheet, or, if some program dropped that, as it can be read on the others."""
    names = sorted(book.sheet_names, key=lambda name: name != STAMP_SHEET)
    for name in names:
        for row in book.get_sheet_by_name(name).to_python(nrows=_VISIBLE_ROWS):
            for cell in row:
                if isinstance(cell, str) and (found := _STAMP.search(cell)):
                    form, version, year, unit = found.groups()
                    return Stamp(form, version, int(year), unit)
    return None
