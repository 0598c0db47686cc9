"""The years one after another: what the officer, the units and the council do in each, with nothing but what the program printed.

The folder grows as an officer's does: `bao_cao` is what was laid, `output` what the runs wrote; of both a copy is kept as they
were at the end of every year.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import saved
from tests.long import plan
from tests.long.council import Conclusion, confirm, meet, records
from tests.long.program import Program, programs
from tests.long.register import first_entries, signed_in, written
from tests.long.returns import BY_ID, corrected, dated, day_of, filled, message, reported, spoilt

CHANGES = "Thay_doi.xlsx"


@dataclass(frozen=True)
class Wrong:
    """What a unit typed wrong, where, and what is right there."""

    mistake: plan.Mistake
    sheet: str
    cell: str
    right: object


@dataclass
class Year:
    """What was done in a year: by the simulation's own book, not by what the program says of it."""

    year: int
    program: Program
    typed: dict[str, int] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    corrections: list[tuple[plan.Correction, int, int]] = field(default_factory=list)
    concluded: list[Conclusion] = field(default_factory=list)
    confirmed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Commune:
    """Where the commune works: its folder of returns, and what the program writes."""

    folder: Path
    seed: int

    @property
    def inbox(self) -> Path:
        return self.folder / "bao_cao"

    @property
    def out(self) -> Path:
        return self.folder / "output"

    def end_of(self, year: int) -> Path:
        """Where `bao_cao` and `output` lie as they were at the end of a year."""
        return self.folder / "cuoi_nam" / str(year)

    def run_of(self, day: date) -> Path:
        """Where run.json and Thay_doi.xlsx of a run lie as they were after it."""
        return self.folder / "lan_chay" / f"{day}"

    def templates(self, year: int) -> Path:
        return self.folder / "mau_bieu" / str(year)


def lived(commune: Commune) -> Iterator[Year]:
    """Live through the years, and yield each when it is over."""
    commune.inbox.mkdir(parents=True)
    for program in programs(commune.folder / "van_ban_phap_luat"):
        year = Year(program.year, program)
        _january(commune, year)
        _changes(commune, year, date(year.year, 2, 1), date(year.year, 12, 31))
        _november(commune, year)
        _december(commune, year)
        yield year


# The officer's year


def _january(commune: Commune, year: Year) -> None:
    """Print the register of the year, write into it what has changed, and print the forms of the units by it."""
    _print(commune, year, with_register=year.year > 2024)
    blank = commune.templates(year.year) / f"Mau_00_Danh_ba_{year.year}{'_X01' if year.year > 2024 else ''}.xlsx"
    shutil.copy(blank, commune.inbox / f"Danh ba {year.year}.xlsx")
    _write(commune, year, signed_in(year.year - 1) if year.year > 2024 else first_entries())
    units_changed = _changes(commune, year, date(year.year, 1, 1), date(year.year, 1, 31))
    if units_changed or year.year == plan.YEARS[0]:
        _print(commune, year, with_register=True)


def _print(commune: Commune, year: Year, *, with_register: bool) -> None:
    inbox = [commune.inbox.name] if with_register else []
    words = "templates", "--year", str(year.year), *inbox, "--out", commune.templates(year.year).parent.name
    year.program.run(commune.folder, date(year.year, 1, 20), *words)


def _changes(commune: Commune, year: Year, first: date, last: date) -> bool:
    """Write into the register what changes in a span of days; return whether that is about units."""
    entries = [entry for day, entries in plan.CHANGES.items() if first <= day <= last for entry in entries]
    if entries:
        _write(commune, year, entries)
    return any(entry.sheet == "units" for entry in entries)


def _write(commune: Commune, year: Year, entries: list[plan.Entry]) -> None:
    path = commune.inbox / f"Danh ba {year.year}.xlsx"
    form = _register(year)
    path.write_bytes(saved(written(load_workbook(path), form, entries, year.year)))


def _december(commune: Commune, year: Year) -> None:
    """Run, have the units mend what was wrong, run again, have the council meet, and run for the papers."""
    first, second, last = (date(year.year, *day) for day in plan.RUNS)
    _run(commune, year, first, "--no-papers")
    _answers(commune, year)
    _run(commune, year, second, "--no-papers", "--no-replies")
    _council(commune, year)
    _run(commune, year, last, *([] if year.year in plan.PRINTED_IN else ["--no-papers"]))
    for kept in (commune.inbox, commune.out):
        shutil.copytree(kept, commune.end_of(year.year) / kept.name)


def _run(commune: Commune, year: Year, day: date, *words: str) -> None:
    """Run, and keep what this run alone says: its run.json, and what has changed since the one before."""
    run(year.program, commune, day, *words)
    kept = commune.run_of(day)
    kept.mkdir(parents=True)
    for name in ("run.json", CHANGES):
        if (commune.out / name).exists():
            shutil.copy(commune.out / name, kept / name)


def run(program: Program, commune: Commune, day: date, *words: str) -> None:
    """Consolidate the returns of a commune on a day, as its officer does in its folder, on one processor."""
    inbox, out = commune.inbox.name, commune.out.name
    program.run(
        commune.folder, day, "consolidate", inbox, "--out", out, "--as-of", f"{day}", "--engine", "serial", *words
    )


def _council(commune: Commune, year: Year) -> None:
    printed = records(commune.out)
    day = date(year.year, *plan.MEETS)
    for held in plan.rounds_in(year.year):
        form = year.program.form("council_record", int(held[-4:]))
        data, concluded = meet(printed[held], form, held, day)
        (commune.inbox / f"Hoi dong {held}.xlsx").write_bytes(data)
        year.concluded += concluded
    if year.year in plan.AGAIN:
        _again(commune, year, printed, plan.AGAIN[year.year])


def _again(commune: Commune, year: Year, printed: dict[str, Path], held: str) -> None:
    """Lay the record of a round as it is printed now in place of the old one, with what was in doubt confirmed."""
    run = json.loads((commune.out / "run.json").read_text(encoding="utf-8"))
    year.confirmed = [one["subject"] for one in run["decided"] if (one["round"], one["state"]) == (held, "changed_since")]  # fmt: skip
    form = year.program.form("council_record", int(held[-4:]))
    (commune.inbox / f"Hoi dong {held}.xlsx").write_bytes(confirm(printed[held], form, year.confirmed))


# The units' year


def _november(commune: Commune, year: Year) -> None:
    for path in sorted(commune.templates(year.year).glob(f"Mau_*_{year.year}_*.xlsx")):
        unit = path.stem.rpartition("_")[2]
        if unit in BY_ID and BY_ID[unit].reports(year.year) and unit != plan.SILENT:
            _report(commune, year, unit, path)
    for correction in plan.CORRECTIONS:
        if correction.told.year == year.year:
            _correct(commune, year, correction)


def _report(commune: Commune, year: Year, unit: str, template: Path) -> None:
    """Fill in a unit's template and send it, with what it errs in; some send once more, some late."""
    member = BY_ID[unit]
    form = year.program.form(_form_of(member.sender.kind), year.year)
    rows = reported(form, member, year.year, commune.seed)
    paper = filled(load_workbook(template), form, rows)
    year.typed[unit] = paper.cells
    day = plan.LATE[2] if (year.year, unit) == plan.LATE[:2] else day_of(rows)
    dated(paper.book, form, day)
    for mistake in plan.MISTAKES:
        if (mistake.year, mistake.unit) == (year.year, unit):
            year.wrong.append(Wrong(mistake, *spoilt(paper.book, form, mistake)))
    year.sent[unit] = _send(commune, unit, f"{unit} {year.year}", day, saved(paper.book))
    if (year.year, unit) == plan.TWICE:
        corrected(paper.book, form, "communication_attendances", 15, date(year.year, 11, 28))
        _send(commune, unit, f"{unit} {year.year} (gui lai)", date(year.year, 11, 28), saved(paper.book))


def _send(commune: Commune, unit: str, name: str, day: date, data: bytes) -> str:
    """Have a return come as its unit sends it; return the name of the file in the folder."""
    by_mail = unit in plan.BY_MAIL
    path = commune.inbox / (f"thu {name}.eml" if by_mail else f"{name}.xlsx")
    path.write_bytes(message(unit, f"{name}.xlsx", day, data) if by_mail else data)
    return path.name


def _correct(commune: Commune, year: Year, correction: plan.Correction) -> None:
    """Have a unit send the return of an earlier year once more, with a figure put right."""
    unit, then = correction.unit, correction.year
    form = year.program.form(_form_of(BY_ID[unit].sender.kind), then)
    rows = reported(form, BY_ID[unit], then, commune.seed)
    template = next(commune.templates(then).glob(f"Mau_*_{then}_{unit}.xlsx"))
    book = filled(load_workbook(template), form, rows).book
    before, after = corrected(book, form, correction.indicator, correction.by, correction.told)
    _send(commune, unit, f"{unit} {then} (sua {year.year})", correction.told, saved(book))
    year.corrections.append((correction, before, after))


def _answers(commune: Commune, year: Year) -> None:
    """Have the units mend what they were told, each on the marked copy that it got, and send that back."""
    for wrong in [wrong for wrong in year.wrong if wrong.mistake.answered]:
        unit, day = wrong.mistake.unit, date(year.year, 12, 5)
        book = load_workbook(commune.out / "phan_hoi" / str(year.year) / f"{unit}.xlsx")
        book[wrong.sheet][wrong.cell].value = wrong.right
        dated(book, year.program.form(_form_of(BY_ID[unit].sender.kind), year.year), day)
        _send(commune, unit, f"{unit} {year.year} (da sua)", day, saved(book))


def _form_of(kind: str) -> str:
    return next(form.id for form in FORMS if kind in form.unit_kinds)


def _register(year: Year) -> Form:
    """The form of the register: the first was printed in its first revision, each later one is carried over into the newest."""
    first = year.year == plan.YEARS[0]
    return year.program.form("register", year.year) if first else form_of("register", year.year)
