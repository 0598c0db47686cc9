"""Read: find each table of a form by its headers and labels, and take its cells with their addresses.

Nothing is found by position: a column is known by its header (or, failing that, by the hidden tag above it), a row of
a fixed sheet by its label (or its tag). Row numbers are those of the file.
"""

from collections.abc import Iterator, Sequence

from python_calamine import CalamineWorkbook

from learnsoc_xlsx.model.findings import Code, Finding
from learnsoc_xlsx.model.form.form import GUIDE_SHEET, LIST_SHEET, REVIEW_SHEET, STAMP_SHEET, Form, Sheet, SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.blame import blame
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import RawTable
from learnsoc_xlsx.spreadsheet.formula_errors import ErrorCells
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file, trace
from learnsoc_xlsx.stages.read.fixed import read_fixed
from learnsoc_xlsx.stages.read.grid import Rows
from learnsoc_xlsx.stages.read.lists import read_list
from learnsoc_xlsx.vietnamese.letters import key

_OWN_SHEETS = frozenset({STAMP_SHEET, key(LIST_SHEET), key(GUIDE_SHEET), key(REVIEW_SHEET)})


def read(
    book: CalamineWorkbook, errors: ErrorCells, form: Form, submission: Submission
) -> tuple[list[RawTable], list[Finding]]:
    """Read every table that a form declares out of one open workbook.

    `errors` are the error values that the workbook gives as blanks; they are read as what they say. Returns the tables
    found and the findings of structure (S…). A sheet that is not there, is damaged (F02) or makes the reading fail (F36)
    leaves no table.
    """
    taken = {sheet.id: _name_of(sheet, book.sheet_names) for sheet in form.sheets}
    tables: list[RawTable] = []
    findings: list[Finding] = []
    for sheet in form.sheets:
        name = taken[sheet.id]
        if name is None:
            findings.append(blame(submission, Code.SHEET_ABSENT, Place(submission.file), expected=sheet.name))
            continue
        rows = _rows(book, name)
        if isinstance(rows, BaseException):
            findings.append(_unread(rows, sheet, Place(submission.file, name), submission))
            continue
        for (row, column), said_there in errors.get(name, {}).items():
            _put(rows, row, column, said_there)
        take = read_list if sheet.kind is SheetKind.LIST else read_fixed
        table, said = take(rows, sheet, name, submission)
        findings += said
        if table is not None:
            tables.append(table)
    return tables, findings + list(_extra_sheets(book.sheet_names, set(taken.values()), submission))


def _name_of(sheet: Sheet, names: Sequence[str]) -> str | None:
    """How a file calls a sheet: as it was printed, else the first name that comes to the same."""
    alike = [name for name in names if key(name) == key(sheet.name)]
    return sheet.name if sheet.name in alike else next(iter(alike), None)


def _rows(book: CalamineWorkbook, name: str) -> Rows | BaseException:
    """Return every cell of a sheet, or why there is none: a sheet is only looked into when asked for."""
    try:
        return book.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[return-value]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the reader's panics are no Exception
        return error


def _unread(error: BaseException, sheet: Sheet, place: Place, submission: Submission) -> Finding:
    """Say that a sheet is damaged, or that this program failed over it."""
    if is_of_the_file(error):
        return blame(submission, Code.UNREADABLE, place, given=f"trang “{sheet.name}” bị hỏng")
    return blame(submission, Code.PROGRAM_FAILED, place, given=trace(error))


def _put(rows: Rows, row: int, column: int, text: str) -> None:
    """Put a text at a place, which may lie beyond all that the reader gave."""
    width = max(len(rows[0]) if rows else 0, column + 1)
    rows.extend([] for _ in range(row + 1 - len(rows)))
    for each in rows:
        each.extend([""] * (width - len(each)))
    rows[row][column] = text


def _extra_sheets(names: Sequence[str], taken: set[str | None], submission: Submission) -> Iterator[Finding]:
    for name in names:
        if name not in taken and name not in _OWN_SHEETS and key(name) not in _OWN_SHEETS:
            yield blame(submission, Code.UNKNOWN_SHEET, Place(submission.file, name), given=name)
