"""Make input_templates/sample again: `python -m tests.sample [DIR]`. Needs LibreOffice, for a third of the files are saved by it."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.form.form import FIRST_ROW, Form, SheetKind
from learnsoc_xlsx.model.form.prefill import Notice, Prefill
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.template.template import template
from tests.books import saved
from tests.calc import all_saved_as
from tests.made_up.filling import fill
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.made_up.values import Rows
from tests.sample import extras
from tests.sample.commune import BY_ID, UNITS, grown, register
from tests.sample.letter import Letter
from tests.sample.mistakes import EXPECTED, MARKED, MISTAKES, Mistake

LAW = law()
NOTICE = Notice(sample="SỐ LIỆU MẪU, xã hư cấu")
STILL_OLD = frozenset({"T02", "T04", "T06", "S03", "D02", "D05", "D08", "E02", "E03", "E04"})
"""Units that in 2026 still filled in the form of before, as do those of the years in which there was no other."""
SECOND = frozenset({"T01", "S01", "D03"})
"""Units that in 2026 filled in the form of the autumn before, in its second revision."""
FORMATS = ("xlsx", "ods", "xlsx", "xls", "xlsx")


def main(out: Path) -> None:
    """Write the whole sample under `out`, in place of what is there."""
    shutil.rmtree(out, ignore_errors=True)
    letters = [_register(), *_returns(), *extras.letters(book_of)]
    for letter in letters:
        path = out / letter.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(letter.data)
    for office in dict.fromkeys(letter.office for letter in letters if letter.office):
        _through_office([out / letter.path for letter in letters if letter.office == office], office)
    extras.afterwards(out)


def _register() -> Letter:
    form = form_in("register", 2026, LAW)
    return Letter(Path("Danh ba xa Hong Phuc.xlsx"), saved(fill(template(form, notice=NOTICE), form, register())))


def _returns() -> Iterator[Letter]:
    for number, (unit, year) in enumerate(_sent()):
        book = book_of(unit, year)
        office = FORMATS[number // 3 % len(FORMATS)] if _through_an_office(number, unit, year) else ""
        yield Letter(Path(str(year)) / f"{unit.id} {unit.name} {year}.xlsx", saved(book), office)


def _through_an_office(number: int, unit: Sender, year: int) -> bool:
    """Four in five of the older returns, and one in three of this year's that need not stay as they are."""
    return number % 5 != 1 if year < 2026 else number % 3 == 0 and unit.id not in extras.UNTOUCHED


def _sent() -> Iterator[tuple[Sender, int]]:
    """Every return; those of units that began later come last, so that the others are saved by the same programs as before."""
    for since in sorted({unit.since for unit in UNITS}):
        for year in (2024, 2025, 2026):
            for unit in (unit for unit in UNITS if unit.since == since):
                if since <= year <= unit.until and (unit.id, year) not in extras.SILENT:
                    yield grown(unit, year), year


def book_of(unit: Sender, year: int) -> Workbook:
    """Return a unit's return as it was filled in, mistakes and all."""
    form = form_of(unit, year)
    rows = report(form, unit, year)
    book = fill(template(form, Prefill(unit.id, unit.name), NOTICE), form, rows)
    for mistake in MISTAKES:
        if (mistake.unit, mistake.year) == (unit.id, year):
            cell = cell_of(mistake, mistake.field, form, rows)
            book[form.sheet(mistake.sheet).name][cell].value = mistake.value
    extras.spoil(book, form, unit, year)
    return book


def form_of(unit: Sender, year: int) -> Form:
    """Return the form that a unit filled in, in the revision that it had."""
    newest = form_in(unit.kind, year, LAW).revision
    old = year < 2026 or unit.id in STILL_OLD
    return form_in(unit.kind, year, LAW, 1 if old else 2 if unit.id in SECOND else newest)


def cell_of(mistake: Mistake, field: str, form: Form, rows: Rows) -> str:
    """Return the cell of a field in the record that a mistake is about."""
    sheet = form.sheet(mistake.sheet)
    anchor = anchors(sheet)[field]
    if sheet.kind is SheetKind.FIXED:
        return anchor
    marked = (
        at
        for at, record in enumerate(rows[mistake.sheet])
        if any(name.endswith("_recognised") and value is True for name, value in record.items())
    )
    return f"{anchor}{FIRST_ROW + (next(marked) if mistake.row == MARKED else mistake.row)}"


def expected() -> set[tuple[str, str, str, str]]:
    """Return every finding the sample must have: (how the file's path begins, code, sheet, cell)."""
    found = {(each.file, each.code, each.sheet, each.cell) for each in EXPECTED}
    for mistake in MISTAKES:
        unit = BY_ID[mistake.unit]
        form = form_of(unit, mistake.year)
        cell = cell_of(mistake, mistake.blamed or mistake.field, form, report(form, unit, mistake.year))
        found.add((f"{mistake.year}/{unit.id} ", mistake.code, form.sheet(mistake.sheet).name, cell))
    return found


def _through_office(paths: list[Path], kind: str) -> None:
    """Open each file in LibreOffice and save it again; the file takes the ending of its new format."""
    with tempfile.TemporaryDirectory() as folder:
        for path, made in zip(paths, all_saved_as([kind], paths, Path(folder))[kind], strict=True):
            path.unlink()
            shutil.move(made, path.with_suffix(f".{kind}"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("input_templates/sample"))
