"""Make input_templates/sample again: `python -m tests.sample [DIR]`. Needs LibreOffice, for a third of the files are saved by it."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.forms import FIRST_ROW, Form, SheetKind
from learnsoc_xlsx.model.prefill import Notice, Prefill
from learnsoc_xlsx.model.printing import anchors
from learnsoc_xlsx.stages.template import template
from tests.sample import extras
from tests.sample.commune import UNITS, Sampled, register
from tests.sample.fill import fill, saved
from tests.sample.mistakes import MISTAKES
from tests.sample.returns import filled

LAW = Law.load()
NOTICE = Notice(sample="SỐ LIỆU MẪU, xã hư cấu")
FORMATS = ("xlsx", "ods", "xlsx", "xls", "xlsx")


@dataclass(frozen=True)
class Letter:
    """A file as it was sent: where it goes, its bytes, and, if an office program saved it, in which format."""

    path: Path
    data: bytes
    office: str = ""


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
        office = FORMATS[number // 3 % len(FORMATS)] if number % 3 == 0 and unit.id not in extras.UNTOUCHED else ""
        yield Letter(Path(str(year)) / f"{unit.id} {unit.name} {year}.xlsx", saved(book), office)


def _sent() -> Iterator[tuple[Sampled, int]]:
    for year in (2024, 2025, 2026):
        for unit in UNITS:
            if year <= unit.until and (unit.id, year) not in extras.SILENT:
                yield unit, year


def book_of(unit: Sampled, year: int) -> Workbook:
    """Return a unit's return as it was filled in, mistakes and all."""
    form = form_in(unit.form, year, LAW)
    book = fill(template(form, Prefill(unit.id, unit.name), NOTICE), form, filled(form, unit, year))
    for mistake in MISTAKES:
        if (mistake.unit, mistake.year) == (unit.id, year):
            cell = _cell(form, mistake.sheet, mistake.field, mistake.row)
            book[form.sheet(mistake.sheet).name][cell].value = mistake.value
    extras.spoil(book, form, unit, year)
    return book


def _cell(form: Form, sheet: str, field: str, row: int) -> str:
    anchor = anchors(form.sheet(sheet))[field]
    return anchor if form.sheet(sheet).kind is SheetKind.FIXED else f"{anchor}{FIRST_ROW + row}"


def _through_office(paths: list[Path], kind: str) -> None:
    """Open each file in LibreOffice and save it again; the file takes the ending of its new format."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        for parent in dict.fromkeys(path.parent for path in paths):
            here = [str(path) for path in paths if path.parent == parent]
            command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, *here]
            subprocess.run(command, check=True, capture_output=True)
        for path in paths:
            made = Path(folder) / f"{path.stem}.{kind}"
            path.unlink()
            shutil.move(made, path.with_suffix(f".{kind}"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("input_templates/sample"))
