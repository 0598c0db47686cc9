"""Self-assessing: which units tell in a year how their whole commune stands by which title, and which numbers that needs."""

from collections.abc import Collection, Iterator, Sequence

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.local.thresholds import quantities_in
from learnsoc_xlsx.model.form.form import Criteria, Form
from learnsoc_xlsx.model.law.assessments import SelfAssessment
from learnsoc_xlsx.model.law.kinds import Bearer
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.local_law import LocalLaw
from learnsoc_xlsx.stages.settle.owing import expected


def self_assessing(register: Register, calendar: Calendar, local: LocalLaw) -> Iterator[tuple[int, Unit, Title]]:
    """Yield, year by year, every unit whose form asks the criteria of a title that a commune bears, with that title."""
    asked = [(form, name) for form in FORMS for name in _asked_by(form)]
    for year in calendar.owed_years:
        titles = {title.id: title for title in _of_communes(local, year)}
        for unit in expected(register, FORMS, year, calendar.last_day):
            of_kind = (name for form, name in asked if unit.kind in form.unit_kinds)
            yield from ((year, unit, titles[name]) for name in of_kind if name in titles)


def needed(numbers: Sequence[Quantity], local: LocalLaw, assessed: Collection[SelfAssessment]) -> tuple[Quantity, ...]:
    """Return the numbers that a run goes by: where no commune assesses itself, without those that only that needs."""
    if assessed:
        return tuple(numbers)
    titles = (title for year in local.by_year for title in _of_communes(local, year))
    idle = {quantity.key for title in titles for quantity in quantities_in(title)}
    return tuple(number for number in numbers if number.key not in idle)


def _asked_by(form: Form) -> Iterator[str]:
    return (field.title for sheet in form.sheets for field in sheet.fields if isinstance(field, Criteria))


def _of_communes(local: LocalLaw, year: int) -> list[Title]:
    return [title for title in local[year].titles_in(year).values() if title.subject is Bearer.COMMUNE]
