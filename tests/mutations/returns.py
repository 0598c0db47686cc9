"""A faultless return of each form, three rows in every list, and the register that knows the units."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.form.form import Field, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.template.template import template
from tests.sample.commune import Row
from tests.sample.fill import fill, saved

YEAR = 2026
AS_OF = date(YEAR, 12, 5)
REPORTED = date(YEAR, 11, 5)
FORMS = ("village", "school", "department", "enterprise", "centre")
UNITS = {
    "village": ("T", "Thôn Đông Hòa"),
    "school": ("S", "Trường Tiểu học Tân Học"),
    "department": ("D", "Hội Khuyến học xã"),
    "enterprise": ("E", "Công ty TNHH May Tân Phúc"),
    "centre": ("C", "Trung tâm học tập cộng đồng xã"),
}
UNITS_OF_A_KIND = 300
"""So many returns of a form can be judged together, each of a unit of its own."""
OTHER_VILLAGE = "Thôn Đoài"
NOTE = "Đặng Đình Đông góp sách, công việc xóm làng"
"""A text with the letters that old fonts, other keyboards and other normal forms write in another way."""
NAMES = ("Nguyễn Thị Hòa", "Trần Văn Bình", "Lê Đức Thắng")
_PRINTED_ROWS = 4
_FIGURES: Row = {
    "population": 1900, "adults_total": 1500, "literacy_total": 1200, "age_children_total": 300,
    "households_total": 500, "households_registered": 1, "households_recognised": 1,
    "clans_total": 4, "clans_registered": 1, "clans_recognised": 1,
    "villages_total": 1, "villages_registered": 1, "villages_recognised": 0,
    "units_total": 1, "units_registered": 1, "units_recognised": 0,
    "citizens_registered": 1, "citizens_recognised": 1,
    "members_total": 3, "members_registered": 1, "members_recognised": 1,
    "communication_attendances": 1250, "pupils_total": 300,
    "fund_opening": 5_000_000, "fund_income": 3_000_000, "fund_spending": 1_000_000, "fund_closing": 7_000_000,
}  # fmt: skip
_RECOGNISED_NAMES = frozenset({"household_recognised", "clan_recognised", "citizen_recognised"})


@cache
def form_of(name: str) -> Form:
    """Return a form of the year with few printed rows, so that it is opened and saved quickly."""
    form = form_in(name, YEAR, law())
    return replace(form, sheets=tuple(replace(sheet, rows=_PRINTED_ROWS) for sheet in form.sheets))


def unit_of(form: str, number: int) -> tuple[str, str]:
    """Return the id and the name of a unit that reports on a form, counted from 0."""
    letter, name = UNITS[form]
    return f"{letter}{number:03}", f"{name} số {number}"


@cache
def valid(name: str) -> bytes:
    """Return a return of a form in which nothing is to be found."""
    form = form_of(name)
    cells = {sheet.id: _records(sheet) for sheet in form.sheets}
    return saved(fill(template(form, Prefill(*unit_of(name, 0))), form, cells))


@cache
def register(units_of_a_kind: int) -> bytes:
    """Return a register of one commune and so many units of each kind, which report here."""
    since = date(YEAR, 1, 1)
    units: list[Row] = [
        {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang"},
        {"id": "X01", "kind": "commune", "name": "Xã Tân Học", "parent": "P01"},
        {"id": "T9999", "kind": "village", "name": OTHER_VILLAGE, "parent": "X01", "since": since},
    ]
    for kind in FORMS:
        for number in range(units_of_a_kind):
            unit, name = unit_of(kind, number)
            units.append({"id": unit, "kind": kind, "name": name, "parent": "X01", "since": since})
    profile: Row = {"since": date(2020, 1, 1), "unit": "X01", "parent_name": "UBND TỈNH ĐÔNG GIANG", "issuer": "UBND XÃ TÂN HỌC", "place_name": "Tân Học", "signer_title": "CHỦ TỊCH", "signer": "Trần Mẫu Hai"}  # fmt: skip
    rows = {"settings": [{"closing_date": AS_OF, "sample": True}], "profile": [profile], "units": units}
    return template(form_of("register"), Prefill(rows=rows))  # type: ignore[arg-type]


def _records(sheet: Sheet) -> list[Row] | Row:
    if sheet.kind is SheetKind.LIST:
        return [_row(sheet, at) for at in range(3)]
    row = _row(sheet, 0)
    return row | {field: figure for field, figure in _FIGURES.items() if field in row and sheet.id == "indicators"}


def _row(sheet: Sheet, at: int) -> Row:
    return dict(_values(sheet, at))


def _values(sheet: Sheet, at: int) -> Iterator[tuple[str, object]]:
    """The values of one record: the first is recognised, the second nearly, the third far from it."""
    for field in sheet.asked:
        if field.id == "recognised_year":
            if at == 0:
                yield field.id, YEAR
        elif field.id in _RECOGNISED_NAMES:
            yield field.id, "x" if at == 0 else "không"
        elif field.id == "unit_name":
            continue
        else:
            yield field.id, _value(field, sheet, at)


def _value(field: Field, sheet: Sheet, at: int) -> object:
    match field.kind:
        case Kind.TEXT:
            return _text(field, sheet, at)
        case Kind.CHOICE:
            assert field.choices is not None
            return field.choices.entries[at % len(field.choices.entries)].label
        case Kind.MARK:
            return "x" if at == 0 else "không"
        case Kind.DATE:
            return REPORTED
        case Kind.YEAR:
            return YEAR if field.id == "report_year" else 1970 + at
        case Kind.SCORE:
            return (9, 7.5, 4)[at] * int(field.max or 10) / 10
        case Kind.MONEY:
            return 500_000 * (at + 1)
        case _:
            return int(field.max or 1) if field.max else 2 + at if field.at_most else 6 + at


def _text(field: Field, sheet: Sheet, at: int) -> str:
    if field.id in ("name", "head", "clan", "author"):
        return NAMES[at]
    if field.identity:
        return f"{sheet.name} thứ {('nhất', 'hai', 'ba')[at]}"
    return NOTE
