"""Deadlines: which rows of the register's deadlines can be gone by, and what is wrong with the others."""

from calendar import monthrange
from collections.abc import Iterable

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import DueDate
from learnsoc_xlsx.vietnamese.dates import format_date


def sound_deadlines(rows: Iterable[DueDate]) -> tuple[tuple[DueDate, ...], list[Finding]]:
    """Return the rows that can be gone by, and a finding for each other, at its subject, with the field it is about.

    Left out: a day that no calendar has, a date of another age than the year whose reports it is for, and a second
    row for one kind of unit and year, be the year written or that of the date.
    """
    sound: dict[tuple[str, int | None], DueDate] = {}
    findings: list[Finding] = []
    for due in rows:
        first = sound.get((due.unit_kind, due.of_year))
        fault = _fault(due, first)
        if fault:
            findings.append(fault)
        else:
            sound[due.unit_kind, due.of_year] = due
    return tuple(sound.values()), findings


def _fault(due: DueDate, first: DueDate | None) -> Finding | None:
    place = due.place or Place("")
    if due.month is not None and due.day is not None and due.day > monthrange(2024, due.month)[1]:  # a leap year
        return Finding(Code.NOT_A_DATE, place, field="day", given=f"{due.day}/{due.month}")
    if due.year and due.last_day and due.last_day.year not in (due.year, due.year + 1):
        day, year = format_date(due.last_day), str(due.year)
        return Finding(Code.DEADLINE_ASTRAY, place, field="last_day", given=day, expected=year)
    if first and first.place:
        day = format_date(due.last_day) if due.last_day else str(due.of_year or "mọi năm")
        return Finding(Code.REPEATED, place, field="unit_kind", given=day, expected=str(first.place.row))
    return None
