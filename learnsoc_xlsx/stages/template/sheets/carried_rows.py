"""Print, in a list that holds last year's rows, whose they were, and show which of their cells are still to be said anew."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import FIRST_ROW, HEADER_ROW, Field, Sheet
from learnsoc_xlsx.model.form.prefill import said_anew
from learnsoc_xlsx.model.form.printing import FIRST_FIELD_COLUMN, WHENCE_HEADER, anchors
from learnsoc_xlsx.stages.template.cells.addresses import LAST_ROW
from learnsoc_xlsx.stages.template.paper.page import line_count
from learnsoc_xlsx.stages.template.paper.press import Press

_WIDTH = 20


def whence_width(sheet: Sheet, press: Press) -> float:
    """Return how wide the column is that says whose list a row comes from, in characters: 0 where there is none."""
    return _WIDTH if press.prefill.before and press.prefill.before.whence.get(sheet.id) else 0


def lines_of_whence(sheet: Sheet, press: Press) -> dict[int, int]:
    """Return for each record, counted from 0, how many lines it takes to say whose list it comes from."""
    before = press.prefill.before
    sources = before.whence.get(sheet.id, ()) if before else ()
    return {at: line_count(words, _WIDTH * 1.25) for at, words in enumerate(sources)}


def print_whence(page: Worksheet, sheet: Sheet, press: Press) -> None:
    """Print that column behind the fields, if the list has it; rows below may be added, removed and sorted with it."""
    before = press.prefill.before
    if before is None or not whence_width(sheet, press):
        return
    column, look = FIRST_FIELD_COLUMN + len(sheet.asked), press.styles.look
    page.set_column(column, column, _WIDTH, look("open"))
    page.write_string(HEADER_ROW - 1, column, WHENCE_HEADER, look("header"))
    for at, words in enumerate(before.whence[sheet.id]):
        page.write_string(FIRST_ROW - 1 + at, column, words, look("whence"))


def colour_what_is_anew(page: Worksheet, sheet: Sheet, press: Press) -> None:
    """Colour each empty cell of a named row that is to be said anew; the colour goes as soon as something stands there."""
    if not _holds_last_year(sheet, press):
        return
    subject = anchors(sheet)[sheet.subject.id]
    for first, last in _runs(sheet):
        here = f"LEN(TRIM({first}{FIRST_ROW}))=0"
        options = {
            "type": "formula",
            "criteria": f"=AND(LEN(TRIM(${subject}{FIRST_ROW}))>0,{here})",
            "format": press.styles.look("to say anew"),
        }
        page.conditional_format(f"{first}{FIRST_ROW}:{last}{LAST_ROW}", options)


def carried_remark(sheet: Sheet, press: Press) -> str:
    """Return what the line above such a list adds: how many rows were printed beforehand, and what to do with them."""
    rows, before = len(press.prefill.rows.get(sheet.id, ())), press.prefill.before
    if before is None or not rows:
        return ""
    return f". Đã ghi sẵn {rows} dòng của năm {before.year}: ô nền xanh là ô phải ghi lại cho năm {press.form.year}; không còn thì xóa cả dòng"


def _holds_last_year(sheet: Sheet, press: Press) -> bool:
    return bool(press.prefill.before and press.prefill.rows.get(sheet.id))


def _runs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The columns that are said anew, as runs of neighbours: the first and the last of each."""
    anew, letters = {field.id for field in said_anew(sheet)}, anchors(sheet)
    run: list[Field] = []
    for field in sheet.asked:
        if field.id in anew:
            run.append(field)
        elif run:
            yield letters[run[0].id], letters[run[-1].id]
            run = []
    if run:
        yield letters[run[0].id], letters[run[-1].id]
