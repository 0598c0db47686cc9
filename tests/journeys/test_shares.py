"""A share stands in no return: it is reckoned from two counts. Where the register sets one, its scale is never guessed."""

from fractions import Fraction
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.thresholds import percents_in
from learnsoc_xlsx.model.form.form import Field
from learnsoc_xlsx.model.register import Register, Threshold
from learnsoc_xlsx.pipeline.steps.register import register_in
from learnsoc_xlsx.pipeline.terms.in_force import form_of, law
from learnsoc_xlsx.pipeline.terms.local_law import doubted_targets, targets
from tests.books import opened

SAMPLE = Path("input_templates/sample")
SHEET, CELL = "Mục tiêu", "D7"
"""The register's findings are placed at what its row is about, here the indicator in B7."""
INDICATOR, YEAR = "households_share", 2025
OF_THE_LAW = Fraction(70)


def register_with(folder: Path, typed: object, look: str) -> Register:
    """The sample's register, whose one target is a share, typed in D7 of “Mục tiêu”."""
    book = opened(next(SAMPLE.glob("Danh ba*")))
    page = book[SHEET]
    page["C7"].value = YEAR
    page[CELL].value, page[CELL].number_format = typed, look
    book.save(folder / "Danh ba.xlsx")
    found = register_in(folder)
    assert found is not None
    return found


def set_by(register: Register) -> Fraction:
    return next(each.at_least for each in targets(law(), register) if (each.indicator, each.year) == (INDICATOR, YEAR))


@pytest.mark.parametrize(("typed", "look"), [(72, "General"), ("72%", "@"), ("72 %", "@"), (72, "0%"), ("72,0", "@")])
def test_a_share_of_72_is_taken_however_it_is_typed(typed: object, look: str, tmp_path: Path) -> None:
    register = register_with(tmp_path, typed, look)

    assert set_by(register) == 72
    assert doubted_targets(law(), register) == []


@pytest.mark.parametrize(("typed", "look"), [(0.72, "0%"), (0.72, "General"), ("0,72", "@")])
def test_a_share_of_at_most_1_is_asked_back_with_both_readings(typed: object, look: str, tmp_path: Path) -> None:
    """A cell that shows 72% holds 0.72, and so does one in which somebody typed 0,72."""
    register = register_with(tmp_path, typed, look)

    (finding,) = doubted_targets(law(), register)

    assert (finding.code.code, finding.place.sheet, finding.place.cell) == ("C05", SHEET, "B7")
    assert "“0,72” có thể hiểu là 0,72 phần trăm hoặc 72 phần trăm (ghi 72)." in finding.message
    assert set_by(register) == OF_THE_LAW


@pytest.mark.parametrize(
    ("given", "doubted"), [("0.5", True), ("1", True), ("1.5", False), ("50", False), ("0", False)]
)
def test_a_threshold_in_percent_is_held_to_the_same_and_a_count_is_not(given: str, doubted: bool) -> None:
    share = Threshold("learning_village.households_share", Fraction(given), None, None)
    count = Threshold("award.unit.initiatives", Fraction(given), None, None)

    _, findings = Law.load().with_thresholds([share, count], 2026)

    assert [each.code.code for each in findings] == (["C05"] if doubted else [])


def test_the_law_knows_which_of_its_open_numbers_are_percentages() -> None:
    percents, quantities = set(percents_in(Law.load().decisions)), Law.load().open_numbers()

    assert {each.key for each in quantities if "(%)" in each.label} == {each.key for each in quantities} & percents


@pytest.mark.parametrize("form", [form.id for form in FORMS if form.id != "register"])
def test_no_return_asks_for_a_percentage(form: str) -> None:
    fields = [field for sheet in form_of(form, 2026).sheets for field in sheet.fields if isinstance(field, Field)]

    assert [field.id for field in fields if field.unit == "%" or "phần trăm" in field.help] == []
