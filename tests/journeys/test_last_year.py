"""What a unit said last year is printed for it again: its lists, its contact, what was open; and returned as it is, it asks
for what must be said anew and for nothing else.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.model.form.form import OPEN_POINTS_SHEET
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.form.printing import WHENCE_HEADER
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.templates import for_units, received_in
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened, saved
from tests.journeys.commune_word import household
from tests.made_up.register import profile, register_of, unit
from tests.made_up.values import Row
from tests.mutations.returns import FORMS, NAMES, faultless, register
from tests.printing import printed
from tests.runs import run_of

LAST, YEAR = 2026, 2027
ENDED = date(LAST, 12, 31)


class Commune:
    """A folder with a register of villages and what they sent, and the templates of the next year."""

    def __init__(self, folder: Path, *units: Row) -> None:
        self.inbox, self._out = folder / "in", folder / "out"
        self.inbox.mkdir()
        self.remarks: list[str] = []
        profiles = [profile(date(2020, 1, 1), "tỉnh Đông Giang", "Tân Học", "Trần Mẫu Hai")]
        rows = register_of(date(YEAR, 12, 5), profiles, [unit("X01", "commune", "Xã Tân Học", parent=None), *units])
        (self.inbox / "Danh ba.xlsx").write_bytes(printed(form_of("register", YEAR), Prefill(rows=rows)))

    def sent(self, name: str, cover: Row | None = None, **rows: Sequence[Row]) -> None:
        form = form_of("village", LAST)
        form = replace(form, sheets=tuple(sheet for sheet in form.sheets if sheet.id in {"cover", *rows}))
        known = Prefill(name, f"Thôn {name}", {"cover": [{"report_date": date(LAST, 11, 5), **(cover or {})}], **rows})
        (self.inbox / f"{name} {LAST}.xlsx").write_bytes(printed(form, known))

    def mailed(self, name: str, by: str, **rows: Sequence[Row]) -> None:
        """The same, as it came from somebody's mailbox."""
        self.sent(name, None, **rows)
        path = self.inbox / f"{name} {LAST}.xlsx"
        letter = EmailMessage()
        letter["From"], letter["Date"] = f"{by}@vi-du.invalid", f"Fri, 6 Nov {LAST} 08:00:00 +0700"
        letter.add_attachment(path.read_bytes(), maintype="application", subtype="octet-stream", filename=path.name)
        path.with_suffix(".eml").write_bytes(bytes(letter))
        path.unlink()

    def print_templates(self) -> None:
        self._paths = list(for_units(YEAR, self._out, self.inbox, received_in(self.inbox), self.remarks.append))

    def template_of(self, name: str) -> Workbook:
        return opened(next(path for path in self._paths if path.stem.endswith(f"_{name}")))


def village(name: str, until: date | None = None, successor: str | None = None) -> Row:
    return unit(name, "village", f"Thôn {name}", until=until, successor=successor, email=f"{name}@vi-du.invalid")


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Commune:
    """T01 took over T02; T03 was split into T04 and T05, T06 into itself and T07; T08 will go to T09 later."""
    commune = Commune(
        tmp_path_factory.mktemp("commune"),
        village("T01"),
        village("T02", ENDED, "T01"),
        village("T03", ENDED, "T04; T05"),
        village("T04"),
        village("T05"),
        village("T06", ENDED, "T06; T07"),
        village("T06") | {"since": date(YEAR, 1, 1)},
        village("T07"),
        village("T08", date(YEAR + 1, 6, 30), "T09"),
        village("T09"),
    )
    commune.sent("T01", {"head": "Bà Trưởng", "contact": "Bà Ghi, 0900"}, households=[household("Lê Hai", 1971), household("Trần Một", 1960, members=3)])  # fmt: skip
    commune.sent("T02", households=[household("Phạm Ba", 1972), household("TRẦN MỘT", 1960, members=4)])
    commune.sent("T03", households=[household("Vũ Tư", 1973)])
    commune.sent("T04", households=[household("Đỗ Năm", 1974, members="năm người"), household("Lê Hai", 1971)])
    commune.sent("T06", households=[household("Bùi Sáu", 1975, members="sáu người")])
    commune.sent("T08", households=[household("Mai Bảy", 1976)])
    commune.print_templates()
    return commune


def listed(book: Workbook, sheet: str = "Gia đình") -> list[tuple[object, ...]]:
    """Names, years of birth and whence they come, of a list."""
    page = book[sheet]
    heads = [cell.value for cell in page[6]]
    columns = [1, 2, *([heads.index(WHENCE_HEADER)] if WHENCE_HEADER in heads else [])]
    rows = [[row[at].value for at in columns] for row in page.iter_rows(min_row=7)]
    return [tuple(row) for row in rows if row[0]]


def words(book: Workbook, sheet: str) -> str:
    return "\n".join(str(cell.value) for row in book[sheet] for cell in row if cell.value)


def test_a_village_gets_its_people_and_its_contact_and_what_was_reached_is_left_open(commune: Commune) -> None:
    book = commune.template_of("T08")
    cover = commune.template_of("T01")["Trang bìa"]

    assert listed(book) == [("Mai Bảy", 1976)]
    assert [cover[cell].value for cell in ("D9", "D10", "D11", "D12")] == ["Thôn T01", None, "Bà Trưởng", "Bà Ghi, 0900"]  # fmt: skip
    assert {cell.value for cell in book["Gia đình"][7][5:]} == {None}
    assert "Đã ghi sẵn 1 dòng của năm 2026: ô nền xanh là ô phải ghi lại" in book["Gia đình"]["A4"].value


def test_cells_to_be_said_anew_are_coloured_as_long_as_they_are_empty(commune: Commune) -> None:
    page = commune.template_of("T08")["Gia đình"]

    rules = {str(area.sqref): [rule.formula for rule in rules] for area, rules in page.conditional_formatting._cf_rules.items()}  # fmt: skip
    anew = {area for area, formulas in rules.items() if any("LEN(TRIM($B7))>0,LEN(TRIM(" in one[0] for one in formulas)}
    assert anew == {"C7:K2006", "M7:P2006"}


def test_a_unit_that_took_over_another_gets_both_lists_and_each_row_says_whence(commune: Commune) -> None:
    book = commune.template_of("T01")

    assert listed(book) == [
        ("Lê Hai", 1971, "Thôn T01 2026, dòng 7"),
        ("Trần Một", 1960, "Thôn T01 2026, dòng 8; Thôn T02 2026, dòng 8"),
        ("Phạm Ba", 1972, "Thôn T02 2026, dòng 7"),
    ]
    assert book["Gia đình"]["D8"].value is None, "the two lists contradict each other: to be said anew"


@pytest.mark.parametrize(
    ("row", "column", "value", "blamed"),
    [
        (7, None, None, []),
        (8, WHENCE_HEADER, "đã chuyển đi", [("S06", "R8", "đã chuyển đi")]),
    ],
)
def test_whence_a_row_comes_is_no_data_when_it_comes_back_and_what_is_written_there_is_named(
    commune: Commune,
    tmp_path: Path,
    row: int,
    column: str | None,
    value: str | None,
    blamed: list[tuple[str, str, str]],
) -> None:
    """Of a household that is gone only that it was there may be left behind."""
    book = commune.template_of("T01")
    heads = [cell.value for cell in book["Gia đình"][6]]
    for at, head in enumerate(heads, 1):
        if head == column or (column is None and head not in ("STT", WHENCE_HEADER)):
            book["Gia đình"].cell(row, at).value = value
    book.save(tmp_path / "T01.xlsx")

    assert [(one.code.code, one.place.cell, one.given) for one in inspect([tmp_path / "T01.xlsx"]) if one.place.sheet == "Gia đình"] == blamed  # fmt: skip


def test_the_list_of_a_unit_that_was_split_is_given_to_nobody_and_that_is_said(commune: Commune) -> None:
    books = {name: commune.template_of(name) for name in ("T04", "T05", "T06", "T07", "T08")}
    remarks = [
        f"“Thôn {name}” đã chia thành nhiều đơn vị, nên danh sách năm 2026 của đơn vị này không ghi sẵn cho đơn vị nào"
        for name in ("T03", "T06")
    ]

    assert [[name for name, *_ in listed(books[unit])] for unit in ("T04", "T05", "T06", "T07")] == [["Đỗ Năm", "Lê Hai"], [], [], []]  # fmt: skip
    assert {unit: [remark in words(book, "Hướng dẫn") for remark in remarks] for unit, book in books.items()} == {
        "T04": [True, False],
        "T05": [True, False],
        "T06": [False, True],
        "T07": [False, True],
        "T08": [False, False],
    }
    assert [any(one.startswith(remark) for one in commune.remarks) for remark in remarks] == [True, True]
    assert len(commune.remarks) == 2


def test_of_a_return_that_another_unit_s_mailbox_sent_nothing_is_given_to_the_unit_and_that_is_said(
    tmp_path: Path,
) -> None:
    commune = Commune(tmp_path, village("T01"), village("T02"))
    commune.mailed("T01", "t02", households=[household("Lê Hai", 1971)])
    commune.mailed("T02", "t02", households=[household("Phạm Ba", 1972)])
    commune.print_templates()

    sent_for, own = commune.template_of("T01"), commune.template_of("T02")

    assert (listed(sent_for), listed(own)) == ([], [("Phạm Ba", 1972)])
    said = "Báo cáo năm 2026 của “Thôn T01” do hộp thư của đơn vị khác gửi nên không ghi sẵn."
    assert [said in words(book, "Hướng dẫn") for book in (sent_for, own)] == [True, False]


def test_a_merger_that_is_still_to_come_takes_no_list_from_whoever_still_reports(commune: Commune) -> None:
    assert listed(commune.template_of("T09")) == []


def test_a_unit_reads_its_own_open_points_of_last_year_and_nobody_else_s(commune: Commune) -> None:
    mine, other = (words(commune.template_of(name), OPEN_POINTS_SHEET) for name in ("T04", "T06"))

    assert "“năm người” không phải số đếm" in mine
    assert "D7" in mine
    assert "Tệp: T04 2026.xlsx" in mine
    assert "T01" not in mine, "of the namesake in another list it is not said where"
    assert "sáu người" not in mine
    assert "sáu người" in other
    assert OPEN_POINTS_SHEET not in commune.template_of("T05").sheetnames


# Returned as it is


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A return of each form in which nothing was to be found, and its template of the next year sent back untouched."""
    inbox, out = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("out")
    (inbox / "Danh ba.xlsx").write_bytes(register(1))
    for form, given in zip(FORMS, ("Một", "Hai", "Ba", "Tư", "Năm"), strict=True):
        book = faultless(form)
        for cell in (cell for page in book for row in page for cell in row if cell.value in NAMES):
            cell.value = f"{cell.value} {given}"
        (inbox / f"{form}.xlsx").write_bytes(saved(book))
    for path in for_units(YEAR, out, inbox, received_in(inbox), print):
        (inbox / path.name).write_bytes(path.read_bytes())
    return run_of(inbox, date(YEAR, 12, 5))


@pytest.mark.parametrize(("form", "number"), [*zip(FORMS, ("01", "02", "03", "04", "05"), strict=True)])
def test_a_template_returned_as_it_was_printed_asks_for_what_must_be_said_anew_and_for_nothing_else(
    unchanged: Run, form: str, number: str
) -> None:
    asked = form_of(form, YEAR)
    required = {(sheet.name, field.label) for sheet in asked.sheets for field in sheet.asked if field.required}

    mine = [one for one in unchanged.findings if one.place.file.startswith(f"Mau_{number}_")]

    assert {one.code.code for one in mine} == ({"C12"} if form == "centre" else {"C12", "D87"})
    assert {(one.place.sheet, one.expected or one.other or one.given) for one in mine if one.code.code == "C12"} <= required  # fmt: skip
    assert {one.place.sheet for one in mine} == {"Trang bìa", "Chỉ tiêu"}


def test_what_is_left_open_in_a_returned_template_is_not_known_and_no_nought(unchanged: Run) -> None:
    figures = {figure.indicator: figure.value for figure in unchanged.figures if (figure.scope, figure.id, figure.period) == ("unit", "T000", str(YEAR))}  # fmt: skip

    assert figures["households_recognised"] is None
    assert figures["citizens_registered"] is None
