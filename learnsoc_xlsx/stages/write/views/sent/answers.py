"""What each unit wrote on a fixed sheet, in its own words: its papers, its report in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.form.form import Field, SheetKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import Cell, CellValue, Column, Grid, Look, Page, Row, View
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.vietnamese.dates import format_date

_COLUMNS = (Column("Nội dung", 44), Column("Đơn vị ghi", 96))
_INTRO = "Ghi đúng như báo cáo của đơn vị; mục để trống thì không nêu. Bấm vào nội dung để mở đúng ô."


def answers(scope: Scope, view: View) -> Page | None:
    """Show, unit by unit, what stands in the named fields of a fixed sheet; None where nothing does.

    `of` is the sheet, then the fields; without these, every field.
    """
    sheet, *fields = view.of
    by_unit: dict[tuple[str, int], list[Row]] = {}
    for sent, field, words, place in wordings(scope, sheet, fields):
        row = Row((Cell(field.label), Cell(words, place)), anchors=(answer(sent.number, field.id),))
        by_unit.setdefault((sent.unit, sent.year), []).append(row)
    written = sorted(by_unit, key=lambda held: (scope.lookup.order(held[0]), held[1]))
    rows = tuple(row for unit, year in written for row in _section(scope, unit, year, by_unit[unit, year]))
    if not rows:
        return None
    return Page(page_of(sheet), view.sheet, f"{view.title} {scope.span}", (Grid(_COLUMNS, rows),), (_INTRO,))


def page_of(sheet: str) -> str:
    """Return what the page is called on which the answers of a sheet stand."""
    return f"answers:{sheet}"


def answer(submission: int, field: str) -> str:
    """Return what the row of an answer is called there."""
    return f"{submission}:{field}"


def wordings(scope: Scope, sheet: str, wanted: Sequence[str]) -> Iterator[tuple[Submission, Field, str, Place]]:
    """Yield what each unit wrote in the wanted fields (none: in all) of a fixed sheet, in the year or phase."""
    for table in scope.run.tables:
        if table.sheet.id != sheet or table.sheet.kind is not SheetKind.FIXED:
            continue
        shown = [field for field in table.sheet.asked if field.id in wanted or not wanted]
        records = Records(table)
        for record in (records[at] for at in range(len(table.rows))):
            sent = scope.lookup.submissions[record["submission"]]
            if sent.year in scope.years and sent.status.counts:
                for field in shown:
                    if record[field.id] is not None:
                        place = table.layouts[sent.number].place(field.id)
                        yield sent, field, _written(field, record[field.id]), place


def _section(scope: Scope, unit: str, year: int, rows: list[Row]) -> Iterator[Row]:
    name = scope.lookup.name(unit, scope.last_day)
    yield Row((Cell(f"{name}, năm {year}" if scope.phase else name), Cell()), Look.SECTION)
    yield from rows


def _written(field: Field, value: CellValue) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if field.choices:
        return next((entry.label for entry in field.choices.entries if entry.id == value), str(value))
    return format_date(value) if isinstance(value, date) else str(value)
