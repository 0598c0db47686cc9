"""Settling: whose each return is, for which year, and which of several counts, after what its cover says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.stages.fetch.index import COLLECTED
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.laid import laid
from learnsoc_xlsx.stages.settle.settle import settle
from learnsoc_xlsx.stages.settle.several.two_ways import turned_day
from learnsoc_xlsx.vietnamese.dates import format_date

_DECIDING = {
    "register.deadlines": "last_day",
    "register.quotas": "decided_on",
    "register.settings": "closing_date",
}
"""The days of the register that decide what is late and whose year counts, by the sheets that bear them."""
_COVER = "cover"
"""The sheet on which every report says what it is."""


def settled(batch: Batch, terms: Terms) -> Batch:
    """Tie every return to its unit and year, and let one version of each count."""
    stated = covers(batch.tables, {sent.number: sent.saved for sent in batch.submissions})
    calendar, register = terms.calendar, terms.register
    asked_for, until = calendar.asked_for, calendar.until
    batch = batch.settled(*settle(batch.submissions, stated, register, FORMS, calendar.last_day, until, asked_for))
    batch = batch.settled(batch.submissions, _days_asked_back(batch.accepted, batch.submissions))
    days = _days(batch.tables, {sent.number: sent.saved for sent in batch.submissions})
    batch = batch.settled(batch.submissions, _own_days_asked_back(days, batch.submissions))
    return batch.settled(*laid(batch.submissions, days, register, FORMS, COLLECTED, until))


def _days_asked_back(tables: Iterable[Table], submissions: Iterable[Submission]) -> Iterator[Finding]:
    """The days of the register by which returns are judged, where the returns tell that day and month changed places."""
    came = _came(submissions)
    for table in (table for table in tables if table.sheet.key in _DECIDING):
        name = _DECIDING[table.sheet.key]
        records = Records(table)
        for record in map(records.__getitem__, range(len(table.rows))):
            day = record.get(name)
            other = turned_day(day, came.get(record.get("year") or day.year, ())) if day else None
            if day and other:
                place = table.layouts[record["submission"]].place(name, record["row"])
                words = Words(given=format_date(day), expected=format_date(other.day), other=other.why)
                yield Finding(Code.DATE_BOTH_WAYS, place, record["submission"], name, **words)


def _own_days_asked_back(days: Mapping[int, Cover], submissions: Sequence[Submission]) -> Iterator[Finding]:
    """The days of the commune's own forms, where the returns tell that day and month changed places."""
    came = _came(submissions)
    for sent in submissions:
        cover = days.get(sent.number)
        day = cover.report_date if cover and sent.status.counts else None
        other = turned_day(day, came.get(sent.year, ())) if day else None
        if cover and day and other:
            words = Words(given=format_date(day), expected=format_date(other.day), other=other.why)
            yield Finding(Code.DATE_BOTH_WAYS, cover.date_place, sent.number, **words)


def _came(submissions: Iterable[Submission]) -> dict[int, list[date]]:
    """The days on which the reports of each year came."""
    came: dict[int, list[date]] = {}
    for sent in submissions:
        if sent.status.counts and sent.received:
            came.setdefault(sent.year, []).append(sent.received)
    return came


def covers(tables: Iterable[Table], saved: Mapping[int, str]) -> dict[int, Cover]:
    """Return the cover of each submission that has one; `saved` says when the file was last saved, where it is known."""
    stated: dict[int, Cover] = {}
    for table in (table for table in tables if table.sheet.id == _COVER):
        records = Records(table)
        for at in range(len(table.rows)):
            record = records[at]
            number = record["submission"]
            layout = table.layouts[number]
            stated[number] = Cover(
                record["unit_name"],
                record["report_year"],
                record["report_date"],
                layout.place("unit_name"),
                layout.place("report_year"),
                layout.place("report_date"),
                saved.get(number, ""),
            )
    return stated


def _days(tables: Iterable[Table], saved: Mapping[int, str]) -> dict[int, Cover]:
    """The day that each of the commune's own forms bears of which the newest counts."""
    by = {form.id: form.newest_by for form in FORMS if form.newest_by}
    days: dict[int, Cover] = {}
    for table in tables:
        field = by.get(table.sheet.form, "")
        if field not in {asked.id for asked in table.sheet.asked}:
            continue
        records = Records(table)
        for at in range(len(table.rows)):
            number, day = records[at]["submission"], records[at][field]
            place = table.layouts[number].place(field)
            days[number] = Cover(None, None, day, place, place, place, saved.get(number, ""))
    return days
