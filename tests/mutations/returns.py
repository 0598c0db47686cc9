"""A faultless return of each form, three rows in every list, and the register that knows the units."""

import pickle
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from openpyxl import Workbook

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.form.form import Field, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill, Value
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.template.template import template
from tests.books import saved
from tests.made_up.filling import fill
from tests.made_up.register import profile, register_of, unit
from tests.made_up.values import Row, plain

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
    "office": ("B", "Bộ phận chuyên môn xã"),
}
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
    return saved(faultless(name))


def faultless(name: str) -> Workbook:
    """Return that return as a workbook of one's own, not yet saved."""
    book: Workbook = pickle.loads(_filled(name))
    return book


@cache
def _filled(name: str) -> bytes:
    form = form_of(name)
    rows = {sheet.id: _records(sheet) for sheet in form.sheets}
    return pickle.dumps(fill(template(form, Prefill(*unit_of(name, 0))), form, rows))


@cache
def register(units_of_a_kind: int, kinds: Sequence[str] = FORMS) -> bytes:
    """Return a register of one commune and so many units of each of these kinds, which report here."""
    since = date(YEAR, 1, 1)
    units: list[Row] = [
        {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang"},
        unit("X01", "commune", "Xã Tân Học", parent="P01"),
        unit("T9999", "village", OTHER_VILLAGE, since=since),
    ]
    for kind in kinds:
        for number in range(units_of_a_kind):
            identity, name = unit_of(kind, number)
            units.append(unit(identity, kind, name, since=since))
    profiles = [profile(date(2020, 1, 1), "tỉnh Đông Giang", "Tân Học", "Trần Mẫu Hai")]
    return template(form_of("register"), Prefill(rows=register_of(AS_OF, profiles, units)))


def _records(sheet: Sheet) -> list[Row]:
    """The first record is recognised, the second nearly, the third far from it."""
    if sheet.kind is SheetKind.LIST:
        return [_record(sheet, at) for at in range(3)]
    record = _record(sheet, 0)
    return [record | {name: figure for name, figure in _FIGURES.items() if sheet.id == "indicators" and name in record}]


def _record(sheet: Sheet, at: int) -> Row:
    left_out = {"unit_name"} if at == 0 else {"unit_name", "recognised_year"}
    return {field.id: _value(field, sheet, at) for field in sheet.asked if field.id not in left_out}


def _value(field: Field, sheet: Sheet, at: int) -> Value:
    if field.id in ("report_year", "recognised_year"):
        return YEAR
    if field.kind is not Kind.TEXT:
        return plain(field, at, REPORTED)
    if field.id in ("name", "head", "clan", "author"):
        return NAMES[at]
    if field.identity:
        return f"{sheet.name} thứ {('nhất', 'hai', 'ba')[at]}"
    return NOTE
