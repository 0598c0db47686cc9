"""What people do to a return: each function gives a change, which is done to a paper."""

from collections.abc import Callable

from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import column_index_from_string

from learnsoc_xlsx.model.form.form import FIRST_ROW, HEADER_ROW, STAMP_SHEET, TAG_ROW, SheetKind
from learnsoc_xlsx.model.form.printing import ID_COLUMN, LABEL_COLUMN
from tests.mutations.paper import HEADER, At, Paper, address, restamp, sheet_of
from tests.mutations.returns import unit_of

Change = Callable[[Paper], None]


def put(at: At, value: object) -> Change:
    """Type a value into a cell."""
    return lambda paper: paper.put(at, value)


def retype(at: At, spelt: Callable[[str], str]) -> Change:
    """Spell what stands in a cell in another way."""

    def change(paper: Paper) -> None:
        cell = paper.page(at.sheet)[address(paper.form, at)]
        cell.value = spelt(str(cell.value))

    return change


def respell(spelt: Callable[[str], str]) -> Change:
    """Spell every text of the whole workbook in another way."""

    def change(paper: Paper) -> None:
        for page in paper.book:
            for row in page.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and not cell.value.startswith("="):
                        cell.value = spelt(cell.value)

    return change


def note(at: At, words: str) -> Change:
    """Put a note at a cell."""

    def change(paper: Paper) -> None:
        paper.page(at.sheet)[address(paper.form, at)].comment = Comment(words, "đơn vị")

    return change


def strike(at: At) -> Change:
    """Strike through what stands in a cell."""

    def change(paper: Paper) -> None:
        paper.page(at.sheet)[address(paper.form, at)].font = Font(strike=True)

    return change


def copy_value(of: At, to: At, more: int = 0) -> Change:
    """Type what stands in another cell, or so much more."""

    def change(paper: Paper) -> None:
        value = paper.page(of.sheet)[address(paper.form, of)].value
        paper.put(to, value + more if more else value)

    return change


# Sheets


def rename(sheet: str, name: str) -> Change:
    """Give a sheet another name."""

    def change(paper: Paper) -> None:
        paper.page(sheet).title = name

    return change


def retitle(sheet: str, spelt: Callable[[str], str]) -> Change:
    """Spell the name of a sheet in another way."""

    def change(paper: Paper) -> None:
        page = paper.page(sheet)
        page.title, name = "for a while", spelt(page.title)
        page.title = name

    return change


def remove(sheet: str) -> Change:
    """Delete a sheet."""
    return lambda paper: paper.book.remove(paper.page(sheet))


def duplicate(sheet: str, name: str) -> Change:
    """Copy a sheet within the workbook."""

    def change(paper: Paper) -> None:
        paper.book.copy_worksheet(paper.page(sheet)).title = name

    return change


def add_sheet(name: str, text: str) -> Change:
    """Add a sheet of one's own."""

    def change(paper: Paper) -> None:
        paper.book.create_sheet(name)["A1"] = text

    return change


def hide(sheet: str) -> Change:
    """Hide a sheet."""

    def change(paper: Paper) -> None:
        paper.page(sheet).sheet_state = "hidden"

    return change


def reverse_sheets(paper: Paper) -> None:
    """Put the sheets in the opposite order."""
    paper.book._sheets.reverse()


def drop_stamp_sheet(paper: Paper) -> None:
    """Lose the hidden sheet that bears the stamp."""
    paper.book.remove(paper.book[STAMP_SHEET])


def wipe_stamps(paper: Paper) -> None:
    """Lose every stamp, hidden or in sight."""
    restamp(paper, "learnsoc:", "")


def stamp(old: str, new: str) -> Change:
    """Bear another stamp."""
    return lambda paper: restamp(paper, old, new)


def stamped_year(year: int) -> Change:
    """Bear the stamp of another year."""
    return lambda paper: restamp(paper, f":{paper.form.year}:", f":{year}:")


def another_units_name(paper: Paper) -> None:
    """Fill in the form that was printed for another unit of the same kind."""
    paper.put(At("cover", "unit_name"), unit_of(paper.form.id, 1)[1])


# Columns and rows of a sheet


def empty_header(sheet: str) -> Change:
    """Clear every cell of the row of headers."""

    def change(paper: Paper) -> None:
        for cell in paper.page(sheet)[HEADER_ROW]:
            cell.value = None

    return change


def untag(sheet: str) -> Change:
    """Lose the hidden row (of a list) or column (of a fixed sheet) that knows the fields by their ids."""

    def change(paper: Paper) -> None:
        page = paper.page(sheet)
        wiped = page[TAG_ROW]
        if sheet_of(paper.form, sheet).kind is SheetKind.FIXED:
            wiped = [row[ID_COLUMN] for row in page.iter_rows()]
        for cell in wiped:
            cell.value = None

    return change


def insert_column(before: At) -> Change:
    """Insert an empty column."""
    return lambda paper: paper.page(before.sheet).insert_cols(_column(paper, before))


def delete_column(at: At) -> Change:
    """Delete a column."""
    return lambda paper: paper.page(at.sheet).delete_cols(_column(paper, at))


def move_column(at: At, by: int) -> Change:
    """Move a column, tag, header and all, so many columns to the right."""

    def change(paper: Paper) -> None:
        page, letter = paper.page(at.sheet), _letters(paper, at)
        page.move_range(f"{letter}{TAG_ROW}:{letter}{page.max_row}", cols=by)

    return change


def move_all(sheet: str, rows: int, columns: int) -> Change:
    """Cut the whole table out and put it elsewhere on its sheet."""

    def change(paper: Paper) -> None:
        page = paper.page(sheet)
        for merged in list(page.merged_cells.ranges):
            page.unmerge_cells(str(merged))
        page.move_range(page.dimensions, rows=rows, cols=columns)

    return change


def hide_column(at: At) -> Change:
    """Hide a column."""

    def change(paper: Paper) -> None:
        paper.page(at.sheet).column_dimensions[_letters(paper, at)].hidden = True

    return change


def insert_row(at: At) -> Change:
    """Insert an empty row above a place."""
    return lambda paper: paper.page(at.sheet).insert_rows(_row(paper, at))


def delete_row(at: At) -> Change:
    """Delete the row of a place."""
    return lambda paper: paper.page(at.sheet).delete_rows(_row(paper, at))


def hide_row(at: At) -> Change:
    """Hide the row of a place."""

    def change(paper: Paper) -> None:
        paper.page(at.sheet).row_dimensions[_row(paper, at)].hidden = True

    return change


def repeat_row(of: At, to: At) -> Change:
    """Copy the cells of a row to another row."""

    def change(paper: Paper) -> None:
        page = paper.page(of.sheet)
        for cell in page[_row(paper, of)]:
            page.cell(_row(paper, to), cell.column).value = cell.value

    return change


def repeat_header(sheet: str, row: int) -> Change:
    """Print the header again in the place of a record."""
    return repeat_row(At(sheet, row=HEADER), At(sheet, row=row))


def swap_rows(one: At, other: At) -> Change:
    """Let two rows change places."""

    def change(paper: Paper) -> None:
        page = paper.page(one.sheet)
        for cell in page[_row(paper, one)]:
            twin = page.cell(_row(paper, other), cell.column)
            cell.value, twin.value = twin.value, cell.value

    return change


def merge(first: At, last: At) -> Change:
    """Merge cells: all but the first lose what they held."""

    def change(paper: Paper) -> None:
        page = paper.page(first.sheet)
        area = f"{address(paper.form, first)}:{address(paper.form, last)}"
        for row in page[area]:
            for cell in row:
                if cell.coordinate != address(paper.form, first):
                    cell.value = None
        page.merge_cells(area)

    return change


def colour_rows(sheet: str, last: int) -> Change:
    """Format blank rows far below the table."""

    def change(paper: Paper) -> None:
        page = paper.page(sheet)
        for row in range(page.max_row + 1, last, 7):
            page.cell(row, 3).fill = PatternFill("solid", fgColor="FFFF00")

    return change


def label_twice(sheet: str, at: At, value: object) -> Change:
    """Write the line of a field again under the others, with another value."""

    def change(paper: Paper) -> None:
        label = paper.page(sheet).cell(_row(paper, at), LABEL_COLUMN + 1).value
        paper.put(At(sheet, row=BELOW), value)
        paper.page(sheet).cell(FIRST_ROW + BELOW, LABEL_COLUMN + 1).value = label

    return change


BELOW = 80
"""A line of a fixed sheet, counted from its first, that lies under every printed one."""


def _row(paper: Paper, at: At) -> int:
    return int("".join(filter(str.isdigit, address(paper.form, at))))


def _letters(paper: Paper, at: At) -> str:
    return "".join(filter(str.isalpha, address(paper.form, at)))


def _column(paper: Paper, at: At) -> int:
    return int(column_index_from_string(_letters(paper, at)))
