"""Sending: the letter with which each printed form goes to its unit, as a draft beside the forms."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.in_force import form_of, law
from learnsoc_xlsx.spreadsheet.on_disk.file_names import safe
from learnsoc_xlsx.stages.reply.addressees import Sending, head_of, reached
from learnsoc_xlsx.stages.reply.letter import Office, sent_out
from learnsoc_xlsx.stages.reply.wording.wording import Wording
from learnsoc_xlsx.stages.settle.owing import expected
from learnsoc_xlsx.vietnamese.letters import bare
from learnsoc_xlsx.vietnamese.names import without_names
from learnsoc_xlsx.vietnamese.signing import in_a_sentence

FOLDER = "thu_gui_mau"
"""Where letters lie beside the forms that they carry."""


def letters(register: Register, wording: Wording, year: int, books: Mapping[str, Path], day: date) -> Iterator[Path]:
    """Write the letter of each unit that owes a report for a year, dated on a day, into a folder beside its form; `books` are
    the printed forms, by unit id. Yields the files written.
    """
    calendar = Calendar(register, law(), FORMS, date(year, 12, 31), date(year, 12, 31))
    office = _office(register, wording, day)
    for unit in expected(register, FORMS, year, calendar.last_day):
        folder = books[unit.id].parent / FOLDER
        folder.mkdir(exist_ok=True)
        called = bare(without_names(unit.name)).title().replace(" ", "_")
        path = folder / safe(f"{'_'.join(filter(None, (unit.id, called)))}.eml")
        path.write_bytes(sent_out(_sending(register, unit, calendar.last_day(unit.kind, year), books[unit.id]), office))
        yield path


def _sending(register: Register, unit: Unit, due: date, book: Path) -> Sending:
    form = next(form for form in FORMS if unit.kind in form.unit_kinds and not form.of_a_round)
    return Sending(
        form=form_of(form.id, due.year),
        unit=unit.name,
        to=reached(unit.email),
        year=due.year,
        due=due,
        file=book.name,
        book=book.read_bytes(),
        return_to=str(register.settings.get("return_to") or ""),
        addressee=head_of(unit, form.heads),
    )


def _office(register: Register, wording: Wording, day: date) -> Office:
    profile, settings = register.profile_on(day), register.settings
    contact, sample = str(settings.get("contact") or ""), settings.get("sample") is True
    issuer, compiler = in_a_sentence(profile.issuer), profile.compiler or ""
    return Office(issuer, profile.signer_title, profile.signer or "", contact, day, sample, wording, compiler)


def by_unit(paths: Iterable[Path], year: int) -> dict[str, Path]:
    """Lay printed forms out by the units in whose codes their names end."""
    return {path.stem.rpartition(f"_{year}_")[2]: path for path in paths}
