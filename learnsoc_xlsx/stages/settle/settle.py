"""Settle: which unit and year each form speaks for, and which came late."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import Unpack

from learnsoc_xlsx.model.findings.codes import SAME_BYTES, Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.owing import LastDay, first_days, reported_to
from learnsoc_xlsx.stages.settle.several.two_ways import OtherWay, other_way
from learnsoc_xlsx.stages.settle.several.versions import versions
from learnsoc_xlsx.vietnamese.dates import VIETNAM, format_date
from learnsoc_xlsx.vietnamese.letters import bare, key
from learnsoc_xlsx.vietnamese.near import nearest

_SHOWN = 60
"""As many letters of a stamp's code are shown as a code of the register may have."""


def settle(
    submissions: Sequence[Submission],
    covers: Mapping[int, Cover],
    register: Register,
    forms: Sequence[Form],
    last_day: LastDay,
    until: date,
    seen_on: date | None = None,
) -> tuple[list[Submission], list[Finding]]:
    """Tie each accepted form to a unit and a year, refuse what cannot be tied, and let the newest version count.

    The order of the files does not matter. `forms` are the declared ones (for which kinds of unit each is); a
    return of a year that has not begun by `until` is refused. With `seen_on` it is told what was known on that day: a return
    that came later does not count, and an older version of it may.
    """
    findings: list[Finding] = []
    tied: list[Submission] = []
    bearers = _Bearers(register)
    reports = {form.id for form in forms if any(sheet.id == "cover" for sheet in form.sheets)}
    covers = {sent.number: covers.get(sent.number, _no_cover(sent)) for sent in submissions if sent.form in reports}
    for sent in submissions:
        if sent.status.counts and sent.number in covers:
            sent, more = _tied(sent, covers[sent.number], bearers, forms, until, seen_on)
            findings += more
        tied.append(sent)
    doubts = _other_ways(tied, covers, until)
    settled, of_versions = versions(tied, covers, register, doubts)
    again = {finding.submission for finding in of_versions if finding.code in SAME_BYTES}
    first = first_days(tied)
    for sent in tied:
        if sent.status.counts and sent.number in covers and sent.number not in again:
            came = first.get((sent.unit, sent.year))
            findings += _lateness(sent, covers[sent.number], register, last_day, doubts.get(sent.number), came)
    return settled, findings + of_versions


def _tied(
    sent: Submission, cover: Cover, bearers: "_Bearers", forms: Sequence[Form], until: date, seen_on: date | None
) -> tuple[Submission, list[Finding]]:
    """Tie one report to its unit and year; one of a year that has not begun, or that came after `seen_on`, is refused."""
    if sent.year > until.year:
        place, last = Place(sent.file), format_date(until)
        return _refused(sent, Code.AFTER_CLOSING, place, given=str(sent.year), expected=last)
    tied, findings = _tie(sent, cover, bearers, forms)
    return _later(tied, cover, seen_on) if tied.status.counts and _came_after(tied, seen_on) else (tied, findings)


def _other_ways(submissions: Sequence[Submission], covers: Mapping[int, Cover], as_of: date) -> dict[int, OtherWay]:
    """The dates on covers that are likelier to be read the other way, by submission."""
    own = [sent for sent in submissions if sent.status.counts and sent.number in covers]
    dated: dict[tuple[str, str], dict[int, date]] = {}
    for sent in own:
        if day := covers[sent.number].report_date:
            dated.setdefault((sent.form, sent.unit), {})[sent.year] = day
    ways: dict[int, OtherWay] = {}
    for sent in own:
        of_unit = dated.get((sent.form, sent.unit), {})
        others = {year: day for year, day in of_unit.items() if year != sent.year}
        if way := other_way(sent, covers[sent.number], others, as_of):
            ways[sent.number] = way
    return ways


def _no_cover(submission: Submission) -> Cover:
    """The cover of a form that came back without one: it says nothing, and is blamed as a file."""
    nowhere = Place(submission.file)
    return Cover(None, None, None, nowhere, nowhere, nowhere)


# One form, one unit, one year


def _tie(
    submission: Submission,
    cover: Cover,
    bearers: "_Bearers",
    forms: Sequence[Form],
) -> tuple[Submission, list[Finding]]:
    year = submission.year
    if cover.report_year is not None and cover.report_year != year:
        return _refused(submission, Code.OTHER_YEAR, cover.year_place, given=str(cover.report_year), expected=str(year))
    unit = _unit(submission, cover, bearers, date(year, 12, 31))
    if unit is None:
        return _of_nobody(submission, cover, bearers)
    tied = replace(submission, unit=unit.id, received=_received(submission, cover))
    fault = _unit_fault(tied, unit, cover, bearers, forms)
    if fault:
        return replace(tied, status=Status.REFUSED, refusal=fault), [fault]
    return tied, list(_name_doubt(tied, unit, cover, bearers.register))


def _came_after(submission: Submission, seen_on: date | None) -> bool:
    """Whether a return came after the day that is told of: its message, else the day on its cover, if that can be right."""
    day = submission.received
    if seen_on is None or day is None or day <= seen_on:
        return False
    return submission.mail is not None or day.year in (submission.year, submission.year + 1)


def _later(submission: Submission, cover: Cover, seen_on: date | None) -> tuple[Submission, list[Finding]]:
    day = format_date(submission.received) if submission.received else ""
    place, came = (Place(submission.file), "đến") if submission.mail else (cover.date_place, "ghi ngày")
    words: Words = {"given": day, "expected": format_date(seen_on) if seen_on else "", "other": came}
    return _refused(submission, Code.CAME_LATER, place, **words)


def _refused(
    submission: Submission, code: Code, place: Place, **words: Unpack[Words]
) -> tuple[Submission, list[Finding]]:
    finding = Finding(code, place, submission.number, **words)
    return replace(submission, status=Status.REFUSED, refusal=finding), [finding]


def _unit(submission: Submission, cover: Cover, bearers: "_Bearers", day: date) -> Unit | None:
    """The unit of the stamp; a blank template bears none, then the one that the cover names."""
    if submission.unit:
        return bearers.register.unit_on(submission.unit, day)
    ids = bearers.of(cover.unit_name or "")
    return bearers.register.unit_on(next(iter(ids)), day) if len(ids) == 1 else None


def _of_nobody(submission: Submission, cover: Cover, bearers: "_Bearers") -> tuple[Submission, list[Finding]]:
    """Refuse a return that leads to no unit: its stamp's code or its cover's name is unknown, or several bear the name."""
    named = cover.unit_name or ""
    bearing = bearers.of(named)
    if bearing:
        code = submission.unit if len(submission.unit) <= _SHOWN else f"{submission.unit[:_SHOWN]}…"
        why = f"dấu của tệp ghi mã “{code}”, danh bạ không có mã này" if code else f"{len(bearing)} đơn vị mang tên này"
        return _refused(submission, Code.UNIT_NOT_TOLD, cover.name_place, given=named, other=why)
    close = nearest(named, [name for row in bearers.register.units for name in row.names])
    extra = f"; gần giống “{close}”" if close else ""
    given = named or submission.unit or "(để trống)"
    return _refused(submission, Code.UNKNOWN_UNIT, cover.name_place, given=given, extra=extra)


class _Bearers:
    """The units of a register by the names that they bear, at whatever time: laid out once for all returns."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._ids: dict[str, set[str]] = {}
        for unit in register.units:
            for name in map(key, unit.names):
                self._ids.setdefault(name, set()).add(unit.id)

    def of(self, name: str) -> Set[str]:
        """Return the ids of the units that bear a name; an empty one is nobody's."""
        wanted = key(name)
        return self._ids.get(wanted, frozenset()) if wanted else frozenset()


def _unit_fault(
    submission: Submission, unit: Unit, cover: Cover, bearers: _Bearers, forms: Sequence[Form]
) -> Finding | None:
    form = next(form for form in forms if form.id == submission.form)
    if unit.kind not in form.unit_kinds:
        right = next((other.number for other in forms if unit.kind in other.unit_kinds), "khác")
        return Finding(
            Code.WRONG_FORM_FOR_UNIT,
            Place(submission.file),
            submission.number,
            given=unit.name,
            expected=right,
            other=form.number,
        )
    named = bearers.of(cover.unit_name or "")
    if named and unit.id not in named:
        return Finding(
            Code.COVER_OF_ANOTHER, cover.name_place, submission.number, given=cover.unit_name or "", expected=unit.name
        )
    if unit.id in reported_to(bearers.register, forms, unit.kind, date(submission.year, 12, 31)):
        own = bearers.register.profile_on(date(submission.year, 12, 31)).unit
        why = "là báo cáo của chính đơn vị giữ danh bạ này" if unit.id == own else "đã có đơn vị cấp dưới báo cáo ở đây"
        return Finding(Code.REPORT_OF_ONES_OWN, Place(submission.file), submission.number, given=unit.name, other=why)
    alive = any(_overlaps(row, submission.year) for row in bearers.register.rows_of(unit.id))
    if not alive:
        return Finding(
            Code.UNIT_NOT_ALIVE, cover.name_place, submission.number, given=unit.name, expected=str(submission.year)
        )
    return None


def _name_doubt(submission: Submission, unit: Unit, cover: Cover, register: Register) -> Iterator[Finding]:
    """A name on the cover that no unit bears, on a template that was made for this one."""
    names = {bare(name) for row in register.rows_of(unit.id) for name in row.names}
    if cover.unit_name and bare(cover.unit_name) not in names:
        yield Finding(
            Code.COVER_NAME_UNKNOWN, cover.name_place, submission.number, given=cover.unit_name, expected=unit.name
        )


def _overlaps(unit: Unit, year: int) -> bool:
    begins = unit.since is None or unit.since <= date(year, 12, 31)
    return begins and (unit.until is None or unit.until >= date(year, 1, 1))


def _received(submission: Submission, cover: Cover) -> date | None:
    """The day on which a report came: that of its message, in Vietnam, else the one that its cover gives."""
    return submission.mail.received.astimezone(VIETNAM).date() if submission.mail else cover.report_date


def _lateness(
    submission: Submission,
    cover: Cover,
    register: Register,
    last_day: LastDay,
    doubt: OtherWay | None,
    first: date | None,
) -> Iterator[Finding]:
    """A report that came after its last day, or (`first` came in time) its correction; or one whose date is in doubt: so far
    off that somebody mistyped the year, or likelier to be read the other way.
    """
    unit = register.unit_on(submission.unit, date(submission.year, 12, 31))
    if unit is None:
        return
    due, day = last_day(unit.kind, submission.year), submission.received
    dated = cover.report_date
    astray = dated is not None and dated.year not in (submission.year, submission.year + 1)
    if dated and astray:
        yield Finding(
            Code.DATE_ASTRAY,
            cover.date_place,
            submission.number,
            given=format_date(dated),
            expected=str(submission.year),
        )
    if dated and doubt and not astray:
        given, expected = format_date(dated), format_date(doubt.day)
        yield Finding(
            Code.DATE_BOTH_WAYS, cover.date_place, submission.number, given=given, expected=expected, other=doubt.why
        )
    if day is None or day <= due or ((astray or doubt) and not submission.mail):
        return
    place, came = (Place(submission.file), "gửi đến") if submission.mail else (cover.date_place, "lập")
    words: Words = {"given": format_date(day), "expected": format_date(due), "other": came}
    if first and first <= due:
        yield Finding(Code.CORRECTED_LATE, place, submission.number, **(words | {"extra": format_date(first)}))
    else:
        yield Finding(Code.LATE, place, submission.number, **words)
