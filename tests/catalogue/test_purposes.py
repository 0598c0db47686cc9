"""Whatever a form asks about a person it asks for a declared purpose, and says who sees the answer."""

from dataclasses import replace

import pytest

from learnsoc_xlsx.catalogue.compose import forms_in
from learnsoc_xlsx.catalogue.forms.sheets import purposes
from learnsoc_xlsx.catalogue.forms.sheets.purposes import LAW, PURPOSES
from learnsoc_xlsx.catalogue.forms_as_data import HEADERS, codebook, codebook_markdown, rows
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.purpose import is_about_persons, purpose_of
from learnsoc_xlsx.pipeline.terms.in_force import law

YEARS = range(2024, 2031)
ASKED = [
    (sheet, field) for year in YEARS for form in forms_in(year, law()) for sheet in form.sheets for field in sheet.asked
]
PERSONAL = [(sheet, field) for sheet, field in ASKED if is_about_persons(sheet, field)]


def test_every_field_about_persons_has_a_purpose_a_clause_of_the_plan_and_somebody_who_sees_it() -> None:
    assert len({(sheet.key, field.id) for sheet, field in PERSONAL}) > 100
    for sheet, field in PERSONAL:
        purpose = purpose_of(sheet, field, PURPOSES)
        assert purpose is not None
        assert purpose.why.endswith(".")
        assert purpose.clause.partition(".")[0] in {"II", "III", "VI", "VII"}
        assert purpose.seen_by


def test_a_field_about_persons_without_a_purpose_is_refused_wherever_forms_are_told_as_data() -> None:
    phone = Field("phone", "Điện thoại", Kind.TEXT, personal=True)
    sheet = Sheet("drivers", "Lái xe", "LÁI XE", SheetKind.FIXED, (phone,), form="village")
    households = next(sheet for sheet, _ in PERSONAL if sheet.id == "households")

    with pytest.raises(LookupError, match=r"village\.drivers\.phone"):
        purpose_of(sheet, phone, PURPOSES)
    with pytest.raises(LookupError, match=r"village\.households\.phone"):
        purpose_of(households, phone, PURPOSES)
    assert purpose_of(sheet, replace(phone, personal=False), PURPOSES) is None


def test_every_column_of_a_list_of_persons_is_about_persons_and_a_figure_of_a_unit_is_not() -> None:
    told = {(sheet.id, field.id): purpose_of(sheet, field, PURPOSES) for sheet, field in ASKED}

    assert told["citizens", "labour_days"]
    assert told["cover", "contact"]
    assert told["indicators", "households_total"] is None
    assert told["clans", "families"] is None


def test_no_purpose_is_declared_for_nothing() -> None:
    used = {purpose_of(sheet, field, PURPOSES) for sheet, field in PERSONAL}

    assert [purpose.why for purpose in PURPOSES if purpose not in used] == []


def test_what_is_published_is_a_name_and_an_achievement_and_no_more() -> None:
    public = {
        (sheet.id, field.id)
        for sheet, field in PERSONAL
        if purposes.PUBLIC in getattr(purpose_of(sheet, field, PURPOSES), "seen_by", ())
    }

    assert {field for _, field in public} == {"name", "achievement"}
    assert {sheet for sheet, _ in public} == {"nominations", "proposed_upward", "ballot"}


def test_the_codebook_tells_it_in_every_shape_and_that_the_law_was_not_read() -> None:
    book = codebook(2026, law())
    told = {line[3]: dict(zip(HEADERS, line, strict=True)) for line in rows(book)}

    assert book["personal_data"]["law"] == [{"name": text.name, "verified": False} for text in LAW]
    assert told["contact"]["Dùng để làm gì"] == "Để xã hỏi lại và gửi thư trả lời cho đúng người. Mục VII.1.a."
    assert "chưa đối chiếu" in codebook_markdown(book)
    assert "Phân biệt người trùng họ tên" in codebook_markdown(book)
