"""Which returns count: what is in the folder, what is refused, and that of several of one unit the last counts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize
from zipfile import BadZipFile

from python_calamine import CalamineError

from tests.second_opinion.reading.cells import book
from tests.second_opinion.reading.codebook import codebook
from tests.second_opinion.reading.register import Register, register
from tests.second_opinion.reading.returns import Return, read
from tests.second_opinion.reading.typed import folded

BOOKS = (".xlsx", ".xls", ".ods", ".xlsm")
FIRST, LAST = 2024, 2030
"""The years of the movement (V.1, V.2)."""


@dataclass(frozen=True)
class Settled:
    """What a folder comes to: the register, the returns that count by unit and year, and what the commune confirmed."""

    register: Register
    returns: dict[tuple[str, int], Return]
    confirmed: tuple[Return, ...]


def settled(inbox: Path, as_of: date | None, within: str = "") -> Settled:
    """Return what counts in a folder, or in one folder of it beside the register. No year past the day of the reckoning counts."""
    found = [*_forms(inbox, within)]
    own = register(next(one for one in found if one.form == "register"))
    today = as_of or own.closing or date.today()
    counted: dict[tuple[str, int], Return] = {}
    for one in sorted(_once(found), key=lambda one: (one.sent or date.min, one.saved or datetime.min, one.file)):
        if (unit := _sender(one, own, today)) is not None:
            counted[unit, one.year] = replace(one, unit=unit)
    confirmed = tuple(
        one for one in found if one.form == "confirmation" and _until(one.value("confirmed", "confirmed_on"), today)
    )
    return Settled(own, counted, confirmed)


def _once(found: list[Return]) -> list[Return]:
    """Return each file once, however often it came: when it came first is when it came."""
    ordered = sorted(found, key=lambda one: one.file)
    return list({one.data: one for one in sorted(ordered, key=lambda one: one.sent or date.min, reverse=True)}.values())


def _until(day: object, today: date) -> bool:
    return isinstance(day, date) and day <= today


def _reporting() -> tuple[str, ...]:
    return ("village", "school", "department", "enterprise", "centre", "office")


def _sender(one: Return, own: Register, today: date) -> str | None:
    """Return the unit for which a return counts, or None where it counts for nobody."""
    late = one.sent is not None and one.sent > today
    if one.form not in _reporting() or late or not FIRST <= one.year <= min(today.year, LAST):
        return None
    if one.value("cover", "report_year") != one.year:
        return None
    called = folded(str(one.value("cover", "unit_name") or ""))
    known = next((unit.id for unit in own.units.values() if called in unit.names), None)
    unit = own.units.get(one.unit or known or "")
    if unit is None or known not in (None, unit.id):
        return None
    return unit.id if unit.kind == one.form and unit.active(one.year) else None


def _forms(inbox: Path, within: str) -> Iterator[Return]:
    for path in sorted({*inbox.glob("*"), *(inbox / within).rglob("*")}):
        name = normalize("NFC", str(path.relative_to(inbox)))
        if path.suffix.lower() in BOOKS:
            yield from _form(path.read_bytes(), name, None)
        elif path.suffix.lower() == ".eml":
            yield from _enclosed(path.read_bytes(), name)


def _enclosed(data: bytes, name: str) -> Iterator[Return]:
    message = message_from_bytes(data, policy=policy.default)
    for part in message.iter_attachments():
        enclosed = part.get_content()
        yield from _form(
            enclosed, f"{name} › {part.get_filename()}", parsedate_to_datetime(str(message["Date"])).date()
        )


def _form(data: bytes, name: str, mailed: date | None) -> Iterator[Return]:
    try:
        found = read(book(data), name, mailed, sha256(data).digest())
    except (CalamineError, BadZipFile):
        return
    if found is not None:
        yield found


def forms_of(year: int) -> tuple[str, ...]:
    """Return the forms on which units report, as the codebook knows them."""
    return tuple(name for name in _reporting() if name in codebook(year))
