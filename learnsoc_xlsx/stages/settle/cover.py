"""The cover of a form: what the form says of itself, with where it says so."""

from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.place import Place


@dataclass(frozen=True)
class Cover:
    """What the cover of a form says; `saved` is when the file says it was saved (ISO, empty when it does not say)."""

    unit_name: str | None
    report_year: int | None
    report_date: date | None
    name_place: Place
    year_place: Place
    date_place: Place
    saved: str = ""
