"""A share stands in no return: it is reckoned from two counts. Where the register sets one, its scale is never guessed."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.local.thresholds import percents_in
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Field
from learnsoc_xlsx.model.register import Register, Threshold
from learnsoc_xlsx.pipeline.steps.register import register_in
from learnsoc_xlsx.pipeline.terms.in_force import form_of, law
from learnsoc_xlsx.pipeline.terms.local_law import targets
from learnsoc_xlsx.pipeline.terms.terms import terms_of
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.spreadsheet.cells.percents import percents
from learnsoc_xlsx.spreadsheet.parts import Parts
from tests.books import opened, saved
from tests.calc import NEEDED, all_saved_as
from tests.registers import register_book
from tests.spreadsheet.packages import ods
from tests.spreadsheet.xlsb_writer import saved_as_xlsb

SAMPLE = Path("input_templates/sample")
SHEET, CELL = "Mục tiêu", "D7"
DAY = date(2026, 12, 5)
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


def asked_back(register: Register) -> list[Finding]:
    return [each for each in terms_of(register, DAY).findings if each.place.sheet == SHEET]


@pytest.mark.parametrize(
    ("typed", "look"),
    [
        (72, "General"),
        ("72%", "@"),
        ("72 %", "@"),
        (72, "0%"),
        ("72,0", "@"),
        (0.72, "0%"),
        (0.72, "0.00%"),
        (0.72, '0" phần trăm "%'),
    ],
)
def test_a_share_of_72_is_taken_however_it_is_typed(typed: object, look: str, tmp_path: Path) -> None:
    register = register_with(tmp_path, typed, look)

    assert set_by(register) == 72
    assert asked_back(register) == []


@pytest.mark.parametrize(
    ("typed", "look"), [(0.72, "General"), ("0,72", "@"), (0.72, '0.00"%"'), (0.72, "0.00"), ("0,72%", "@")]
)
def test_a_share_of_at_most_1_is_asked_back_with_both_readings_at_its_own_cell(
    typed: object, look: str, tmp_path: Path
) -> None:
    """Nobody sets 0.72 percent; but what is not typed is not guessed."""
    register = register_with(tmp_path, typed, look)

    (finding,) = asked_back(register)

    assert (finding.code.code, finding.place.sheet, finding.place.cell) == ("C05", SHEET, CELL)
    assert "“0,72” có thể hiểu là 0,72 phần trăm hoặc 72 phần trăm (ghi 72)." in finding.message
    assert set_by(register) == OF_THE_LAW


def thresholds(folder: Path, *rows: tuple[str, object, str]) -> dict[str, object]:
    """What the numbers of a register are taken for: key, what was typed, how its cell shows numbers."""
    book = register_book(thresholds=[{"key": key} for key, _, _ in rows])
    page = book["Ngưỡng"]
    for at, (_, typed, look) in enumerate(rows, 7):
        page[f"F{at}"].value, page[f"F{at}"].number_format = typed, look
    book.save(folder / "danh ba.xlsx")
    register = register_in(folder)
    assert register is not None
    local, findings = law().with_thresholds(register.thresholds, 2026)
    assert findings == ()
    return {each.key: each.value for each in local.open_numbers(2026) if each.local}


@pytest.mark.parametrize(("typed", "look"), [(0.15, "0%"), ("15%", "@"), (0.15, "General"), ("0,15", "@")])
def test_a_percent_sign_behind_a_number_that_is_no_share_is_a_hundredth(
    typed: object, look: str, tmp_path: Path
) -> None:
    """15% of the base pay is 0.15 of it; 15 of them would be another sum."""
    assert thresholds(tmp_path, ("bonus.2025.household", typed, look)) == {"bonus.2025.household": Fraction(15, 100)}


def test_a_number_of_the_page_of_numbers_is_read_as_it_is_shown(tmp_path: Path) -> None:
    rows = [
        ("learning_clan.families", 0.7, "0%"),
        ("award.village.initiatives", 3, "0"),
        ("jump.people.factor", 2.5, "0.0"),
    ]

    assert thresholds(tmp_path, *rows) == {
        "learning_clan.families": 70, "award.village.initiatives": 3, "jump.people.factor": Fraction(5, 2),
    }  # fmt: skip


@NEEDED[0]
@NEEDED[1]
@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_a_percentage_is_one_in_whatever_format_an_office_program_saves_it(kind: str, tmp_path: Path) -> None:
    book = register_book(targets=[{"indicator": INDICATOR, "year": YEAR, "at_least": 72}])
    book[SHEET][CELL].value, book[SHEET][CELL].number_format = 0.72, "0%"
    book.save(tmp_path / "danh ba.xlsx")
    saved = all_saved_as([kind], [tmp_path / "danh ba.xlsx"], tmp_path / "saved")[kind][0]

    register = register_in(saved.parent)

    assert register is not None
    assert set_by(register) == 72


def test_percentages_that_an_ods_writes_once_for_several_cells_are_each_one() -> None:
    cell = '<table:table-cell office:value-type="percentage" office:value="0.7" table:number-columns-repeated="2"/>'
    book = ods(cell)

    assert percents(book, "ods", Parts(book), "S") == {(0, 0), (0, 1)}


def test_an_xlsb_says_by_its_styles_which_numbers_are_percentages() -> None:
    book = Workbook()
    for column, code in enumerate(("General", "0%", "0.0%", '0"%"'), 1):
        book.active.cell(1, column, 0.7).number_format = code
    data = saved_as_xlsb(book)

    assert percents(data, "xlsb", Parts(data), "Sheet") == {(0, 1), (0, 2)}


@pytest.mark.parametrize(
    ("stored", "shown"), [(0.7, "70%"), (1.0, "100%"), (1.2, "120%"), (9.99, "999%"), (70.0, 70.0)]
)
def test_a_percentage_above_a_hundred_is_read_as_it_is_shown_unless_the_cell_became_one_later(
    stored: float, shown: object
) -> None:
    book = Workbook()
    book.active["A1"], book.active["A1"].number_format = stored, "0%"
    data = saved(book)

    assert Book(data, "xlsx").as_shown("Sheet") == [[shown]]


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
