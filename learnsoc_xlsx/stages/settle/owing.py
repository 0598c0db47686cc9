"""Owing: which units owe a report for a year, and of whom none came, or only one that could not be read, or one too late.

Who corrects a report that came in time does not send it late: the first version decides.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.returns.submissions import Astray, Missing, Status, Submission
from learnsoc_xlsx.stages.settle.unread import About, unread

LastDay = Callable[[str, int], date]
"""The last day on which a unit kind reports on time for a year."""


def missing(
    submissions: Sequence[Submission],
    register: Register,
    forms: Sequence[Form],
    years: Sequence[int],
    last_day: LastDay,
    as_of: date,
    files: Sequence[Astray] = (),
) -> list[Missing]:
    """Name every report that was due before `as_of` and is not there, and every one that came after its last day.

    A report that lies there and could not be read, or was refused, is not missing but unread; its file is named.
    Beside one that is missing stand those of the `files` that may be it: those of its year, or, where they say none, beside
    the newest report that the unit still owes.
    """
    gaps = list(_gaps(submissions, register, forms, years, last_day, as_of))
    return _with_astray(_with_unread(gaps, files), files)


def _gaps(
    submissions: Sequence[Submission],
    register: Register,
    forms: Sequence[Form],
    years: Sequence[int],
    last_day: LastDay,
    as_of: date,
) -> Iterator[Missing]:
    received = {(sent.unit, sent.year): sent for sent in submissions if sent.status.counts and sent.form}
    first = first_days(submissions)
    for year in years:
        for unit in expected(register, forms, year, last_day):
            due = last_day(unit.kind, year)
            form_id = next(form.id for form in forms if unit.kind in form.unit_kinds)
            sent = received.get((unit.id, year))
            if sent is None and as_of > due:
                yield Missing(unit.id, form_id, year, due, "missing")
            elif sent is not None and sent.received and first.get((unit.id, year), due) > due:
                yield Missing(unit.id, form_id, year, due, "late", sent.received)


def first_days(submissions: Iterable[Submission]) -> dict[About, date]:
    """Return the day on which the first report of each unit for each year came, be it that a newer version counts now.

    A day that stands on a cover and is of another age is nobody's.
    """
    days: dict[About, date] = {}
    for sent in submissions:
        if sent.received and sent.form and (sent.status.counts or sent.status is Status.SUPERSEDED) and _can_be(sent):
            about = (sent.unit, sent.year)
            days[about] = min(days.get(about, sent.received), sent.received)
    return days


def _can_be(sent: Submission) -> bool:
    """Whether a report may have come on its day: its message did; a cover is dated in the year that it is of or the next."""
    return sent.mail is not None or (sent.received is not None and sent.received.year in (sent.year, sent.year + 1))


def _with_unread(gaps: list[Missing], files: Sequence[Astray]) -> list[Missing]:
    there = unread(files, [(gap.unit, gap.year) for gap in gaps if gap.state == "missing"])
    return [gap.unread(there[gap.unit, gap.year]) if (gap.unit, gap.year) in there else gap for gap in gaps]


def _with_astray(gaps: Sequence[Missing], files: Sequence[Astray]) -> list[Missing]:
    newest = {gap.unit: gap.year for gap in sorted(gaps, key=lambda gap: gap.year) if gap.is_owed}
    return [_with_files(gap, files, newest) if gap.is_owed else gap for gap in gaps]


def _with_files(gap: Missing, files: Sequence[Astray], newest: Mapping[str, int]) -> Missing:
    own = [file for file in files if gap.year in (file.year or newest[gap.unit], file.cover_year)]
    near = (file.sent.file for file in own if gap.unit in (file.sender, *file.near))
    return replace(gap, near=tuple(file for file in near if file != gap.file))


def expected(register: Register, forms: Sequence[Form], year: int, last_day: LastDay) -> list[Unit]:
    """Return the units that owe a report for a year: those with a form, alive on the last day for it, but whoever others
    report to here (see `reported_to`).
    """
    days = {kind: last_day(kind, year) for form in forms for kind in form.unit_kinds}
    above = {kind: reported_to(register, forms, kind, day) for kind, day in days.items()}
    owing = {
        unit.id: unit
        for unit in register.units
        if unit.kind in days and unit.lives_on(days[unit.kind]) and unit.id not in above[unit.kind]
    }
    return [owing[name] for name in sorted(owing)]


def reported_to(register: Register, forms: Sequence[Form], kind: str, day: date) -> frozenset[str]:
    """Return the units of a kind that owe no report of their own on a day: the register's own, and, where their form is
    added up from others, those under which units of the register report.
    """
    own = {register.profile_on(day).unit} if register.profile else set[str]()
    if any(kind in form.unit_kinds and form.gathers for form in forms):
        own |= {unit.parent for unit in register.units if unit.parent and unit.lives_on(day)}
    return frozenset(own)
