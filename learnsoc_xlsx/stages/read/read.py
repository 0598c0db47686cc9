"""Read: find each table of a form by its headers and labels, and take its cells with their addresses.

Nothing is found by position: a column is known by its header (or, failing that, by the hidden tag above it), a row of
a fixed sheet by its label (or its tag). Row numbers are those of the file.
"""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.errors import ENDING
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import (
    GUIDE_SHEET,
    LIST_SHEET,
    OPEN_POINTS_SHEET,
    REVIEW_SHEET,
    STAMP_SHEET,
    Form,
    Kind,
    Sheet,
    SheetKind,
)
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.spreadsheet.package.characters import allowed
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file, trace
from learnsoc_xlsx.stages.read.around.asides import beside_cells
from learnsoc_xlsx.stages.read.fixed import read_fixed
from learnsoc_xlsx.stages.read.forbidden import without_forbidden
from learnsoc_xlsx.stages.read.lists import read_list
from learnsoc_xlsx.stages.read.open_sheet import OpenSheet
from learnsoc_xlsx.stages.read.reading import Reading
from learnsoc_xlsx.vietnamese.letters import key

_OWN_SHEETS = frozenset({STAMP_SHEET, *map(key, (LIST_SHEET, GUIDE_SHEET, REVIEW_SHEET, OPEN_POINTS_SHEET))})


def read_as(book: Book, forms: Sequence[Form], submission: Submission) -> Reading:
    """Read by whichever of these forms leaves the fewest doubts of structure; of equals by the first. There is one at least."""
    return min((read(book, form, submission) for form in forms), key=lambda reading: len(reading.findings))


def read(book: Book, form: Form, submission: Submission) -> Reading:
    """Read every table that a form declares out of one open workbook.

    Gives the tables as typed, the rows that are no records, and the findings of structure (S…). A sheet that is not
    there, is damaged (F02) or makes the reading fail (F36) leaves no table.
    """
    names = {sheet.id: _name_of(sheet, book.sheet_names) for sheet in form.sheets}
    reading = Reading()
    for sheet in form.sheets:
        reading += _sheet(book, sheet, names[sheet.id], submission)
    return reading + Reading(findings=tuple(_extra_sheets(book.sheet_names, set(names.values()), submission)))


def _sheet(book: Book, sheet: Sheet, name: str | None, submission: Submission) -> Reading:
    if name is None:
        absent = Finding(Code.SHEET_ABSENT, Place(submission.file), submission.number, expected=sheet.name)
        return Reading(findings=(absent,))
    try:
        return _read(book, sheet, name, submission)
    except ENDING:
        raise
    except BaseException as error:  # the reader's panics are no Exception
        return Reading(findings=(_unread(error, sheet, Place(submission.file, name), submission),))


def _read(book: Book, sheet: Sheet, name: str, submission: Submission) -> Reading:
    """Read a sheet that is there, which is only now looked into. Raises what its readers raise, and what fails here."""
    rows = book.as_shown(name) if _may_be_percent(sheet) else book.rows(name)
    page = OpenSheet(rows, sheet, submission.file, name, submission.number, book.shown.get(name, {}))
    taken_out = tuple(without_forbidden(page)) if book.may_hold_forbidden else ()
    take = read_list if sheet.kind is SheetKind.LIST else read_fixed
    beside = tuple(beside_cells(page, book.asides.get(name, ())))
    return take(page) + Reading(findings=(*taken_out, *beside))


def _name_of(sheet: Sheet, names: Sequence[str]) -> str | None:
    """How a file calls a sheet: as it is printed, else the first name that comes to the same, or to one that it bore."""
    called = set(map(key, (sheet.name, *sheet.former_names)))
    alike = [name for name in names if key(allowed(name)) in called]
    return sheet.name if sheet.name in alike else next(iter(alike), None)


def _may_be_percent(sheet: Sheet) -> bool:
    """Whether a field may be a share: then 70% is another number than 0,7, though the cells hold the same."""
    return any(field.kind is Kind.NUMBER for field in sheet.asked)


def _unread(error: BaseException, sheet: Sheet, place: Place, submission: Submission) -> Finding:
    """Say that a sheet is damaged, or that this program failed over it."""
    if is_of_the_file(error):
        return Finding(Code.UNREADABLE, place, submission.number, given=f"trang “{sheet.name}” bị hỏng")
    return Finding(Code.PROGRAM_FAILED, place, submission.number, given=trace(error))


def _extra_sheets(names: Sequence[str], taken: set[str | None], submission: Submission) -> Iterator[Finding]:
    for name in names:
        if name not in taken and name not in _OWN_SHEETS and key(allowed(name)) not in _OWN_SHEETS:
            yield Finding(Code.UNKNOWN_SHEET, Place(submission.file, name), submission.number, given=allowed(name))
