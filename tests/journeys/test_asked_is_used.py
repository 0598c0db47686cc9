"""Nothing is asked for nothing: every field of every form that units fill in is weighed, added up or shown."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.form.form import Field, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill, Value
from learnsoc_xlsx.pipeline.terms.in_force import law, revisions_of
from learnsoc_xlsx.stages.template.template import template
from tests.mutations import returns
from tests.runs import run_into

YEAR = 2026
REPORTING = ("village", "school", "department", "enterprise", "centre")
READ_BY_NAME = {
    "report_year": "settle: for which year a return is",
    "unit_name": "settle: whose a return is",
    "report_date": "settle: which version is the newest, and whether it came in time",
    "contact": "Kiem_tra › Điểm cần xem, beside the findings of the return",
    "pending": "an award's blocker",
}
"""Fields of covers that are shown on no page of their own, and what reads them."""
VIEWS = [view for workbook in WORKBOOKS for view in workbook.views]
LISTS = {name for view in VIEWS if view.show == "lists" for name in view.of}
ANSWERS = [view.of for view in VIEWS if view.show == "answers"]


def asked() -> Iterator[tuple[Form, Sheet, Field]]:
    """Every field of every revision of every form that units fill in."""
    for form in (form for name in REPORTING for form in revisions_of(name, YEAR)):
        for sheet in form.sheets:
            yield from ((form, sheet, field) for field in sheet.asked)


SAYS = {
    (field.said_by.sheet, field.said_by.field) for _, sheet, _ in asked() for field in sheet.unasked if field.said_by
}
"""Sheet and id of the fields that say what another sheet asks no more."""


def criteria() -> set[str]:
    titles = law().titles_in(YEAR).values()
    return {criterion.id for title in titles for criterion in title.criteria}


def is_used(sheet: Sheet, field: Field) -> bool:
    if sheet.id == "indicators":
        return field.id in {indicator.id for indicator in INDICATORS}
    if sheet.kind is SheetKind.LIST:
        return sheet.id in LISTS
    if (sheet.id, field.id) in SAYS:
        return True
    shown = any(sheet.id == of[0] and (len(of) == 1 or field.id in of) for of in ANSWERS)
    return shown or field.id in READ_BY_NAME or field.id in criteria()


def test_the_walk_goes_over_every_form_that_units_fill_in() -> None:
    assert set(REPORTING) <= {form.id for form in FORMS if form.unit_kinds}
    assert len({(form.version, form.id) for form, _, _ in asked()}) == 3 * len(REPORTING)


def test_every_field_is_weighed_added_up_or_shown_somewhere() -> None:
    assert [f"{form.id} {form.version} {sheet.id}.{field.id}" for form, sheet, field in asked() if not is_used(sheet, field)] == []  # fmt: skip


# The table above is true: what is written in a field is found again


def mark_of(form: Form, sheet: Sheet, field: Field) -> str:
    return f"Dấu {form.number} {sheet.name} {field.label}"


def day_of(at: int) -> date:
    return date(YEAR, 1, 3) + timedelta(days=at)


def marked(form: Form, days: dict[date, str]) -> dict[str, list[dict[str, Value]]]:
    """One record for each sheet in which every text, and every day, is one that stands nowhere else."""
    rows: dict[str, list[dict[str, Value]]] = {}
    for sheet in form.sheets:
        (record,) = returns._records(sheet)[:1]
        for field in sheet.asked:
            if field.kind is Kind.TEXT and field.id != "unit_name":
                record[field.id] = mark_of(form, sheet, field)
            if field.kind is Kind.DATE and field.id != "report_date":
                day = day_of(len(days))
                days[day] = mark_of(form, sheet, field)
                record[field.id] = day
        rows[sheet.id] = [record]
    if "nominations" in rows:
        rows["nominations"][0]["name"] = rows[form.sheets[3].id][0][form.sheets[3].subject.id]
    return rows


def cells_of(path: Path) -> set[object]:
    book = CalamineWorkbook.from_path(path)
    return {cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}


@pytest.mark.parametrize("revision", [1, 2, 3])
def test_whatever_is_written_in_words_or_as_a_day_stands_in_a_result(tmp_path: Path, revision: int) -> None:
    inbox, days = tmp_path / "in", dict[date, str]()
    inbox.mkdir()
    (inbox / "register.xlsx").write_bytes(returns.register(1))
    texts: set[str] = set()
    for name in REPORTING:
        (form,) = [form for form in revisions_of(name, YEAR) if form.revision == revision]
        rows = marked(form, days)
        texts |= {value for records in rows.values() for value in records[0].values() if str(value).startswith("Dấu")}  # type: ignore[misc]
        (inbox / f"{name}.xlsx").write_bytes(template(form, Prefill(*returns.unit_of(name, 0), rows)))

    run_into(inbox, tmp_path / "out", date(YEAR, 12, 5))

    shown = set().union(*map(cells_of, (tmp_path / "out").rglob("*.xlsx")))
    assert len(texts) > 50
    assert sorted(texts - shown) == []
    assert {days[day] for day in days if day not in shown and f"{day:%d/%m/%Y}" not in shown} == set()
