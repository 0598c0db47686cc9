"""The award fund and the statistics of a year: what the register tells, what awards cost, what is left, how many there were."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from learnsoc_xlsx.catalogue.workbooks import FUND, WORKBOOKS
from learnsoc_xlsx.model.law.verdicts import Bonus
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import FundEntry, FundKind
from learnsoc_xlsx.model.report import UNKNOWN, Cell, Grid, Look, Notes, Page
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views import VIEWS
from learnsoc_xlsx.stages.write.write import About, draw
from tests.books import opened
from tests.calc import needs_office, reckoned_anew
from tests.journeys.commune_word import DAY, YEAR, findings, held, lay_register, lay_return, nominated
from tests.journeys.council_word import AN, ANNUAL, BINH, FILE, MET, agreed, filled, printed, refused
from tests.made_up.values import Row

SHEET = "Quỹ khen thưởng"
RECORD = "Bien ban.xlsx"
WORKBOOK = next(book for book in WORKBOOKS if book.id == "fund")
A_HOUSEHOLD = 1_140_000
"""What goes with a giấy khen of a household in 2026: 0,45 of a base pay of 2.530.000 đồng, rounded up; the rate is not verified."""
NAMED = [nominated("Nguyễn Văn An"), nominated("Trần Thị Bình")]
HAD: list[Row] = [
    {"year": YEAR, "kind": "mobilised", "amount": 5_000_000, "source": "PT 3"},
    {"year": YEAR, "kind": "opening", "amount": 1_000_000},
    {"year": YEAR, "kind": "other_spending", "amount": 200_000, "source": "PC 7", "note": "khung"},
    {"year": YEAR, "kind": "budget", "amount": 10_000_000, "source": "QĐ 9"},
]
"""In rows 7 to 10 of the sheet, the amount in D."""


def commune(folder: Path, fund: list[Row], **more: list[Row]) -> Path:
    """A commune in which a village nominates two households, with these entries of its fund."""
    inbox = folder / "in"
    lay_register(inbox, fund=fund, **more)
    lay_return(inbox, "T01", households=[AN, BINH], nominations=NAMED)
    return inbox


def met(inbox: Path, out: Path) -> Path:
    """The same commune, whose council agreed on one of the two."""
    printed(inbox, out)
    filled(out / FILE, inbox / RECORD, {"Nguyễn Văn An": agreed(), "Trần Thị Bình": refused()}, MET)
    return inbox


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The rounds of the commune, with the fund that it has, held once."""
    return held(commune(tmp_path_factory.mktemp("fund"), HAD))


def with_fund(run: Run, *entries: tuple[int, FundKind, int]) -> Run:
    """The same run under a register with these entries: year, kind, amount."""
    fund = tuple(FundEntry(year, kind.word, amount, None, None) for year, kind, amount in entries)
    return replace(run, register=replace(run.register, fund=fund))


def scope(run: Run, year: int = YEAR) -> Scope:
    return Scope(Lookup(run), WORKBOOK, year)


def page(run: Run, show: str = "fund", year: int = YEAR) -> Page:
    view = next(view for view in FUND if view.show == show)
    made = VIEWS[show](scope(run, year), view)
    assert made is not None
    return made


def rows(made: Page) -> list[list[Cell]]:
    (grid,) = [block for block in made.blocks if isinstance(block, Grid)]
    return [list(row.cells) for row in grid.rows]


def shown(made: Page) -> list[str]:
    """Each row of the table in words: what stands in it, one behind the other."""
    written = ((UNKNOWN if cell.value is None else str(cell.value) for cell in row) for row in rows(made))
    return [" | ".join(word for word in words if word) for words in written]


def notes(made: Page) -> str:
    return " ".join(line for block in made.blocks if isinstance(block, Notes) for line in block.lines)


def test_the_statement_tells_what_there_was_what_awards_cost_and_what_is_left(run: Run) -> None:
    made = page(run)

    assert shown(made) == [
        "I. Nguồn",
        "1 | Dư đầu năm | 1000000",
        "2 | Ngân sách nhà nước | 10000000 | QĐ 9",
        "3 | Tài trợ, đóng góp hợp pháp | 5000000 | PT 3",
        "Cộng nguồn | 16000000",
        "II. Chi tiền thưởng kèm theo khen thưởng",
        f"1 | Khen thưởng hằng năm {YEAR} | Hộ gia đình | chưa xác định nguồn | 2 | 2280000 | dự kiến; mức thưởng chưa kiểm chứng",
        "Cộng chi khen thưởng | 2280000",
        "III. Chi khác",
        "1 | Chi khác | 200000 | PC 7; khung",
        "Cộng chi khác | 200000",
        f"Còn lại (I - II - III) | {16_000_000 - 2 * A_HOUSEHOLD - 200_000}",
    ]
    assert "Dự kiến: chưa có biểu kết quả họp" in notes(made)


def test_each_line_leads_to_its_cell_and_doubtful_money_looks_so(tmp_path: Path) -> None:
    decision: Row = {"kind": "decision", "round": ANNUAL, "number": "15/QĐ-UBND"}

    table = rows(page(held(commune(tmp_path, HAD, papers=[decision]))))

    links = [row[0].link for row in table if isinstance(row[0].value, int)]
    assert [(link.sheet, link.cell) for link in links if isinstance(link, Place)] == [
        (SHEET, "D8"), (SHEET, "D10"), (SHEET, "D7"), ("Văn bản", "E7"), (SHEET, "D9"),
    ]  # fmt: skip
    assert [row[5].look for row in table if row[1].value in (f"Khen thưởng hằng năm {YEAR}", "Cộng chi khen thưởng", "Còn lại (I - II - III)")] == [Look.DOUBT] * 3  # fmt: skip
    assert [row[5].look for row in table if row[1].value in ("Cộng nguồn", "Cộng chi khác")] == [Look.PLAIN] * 2


def test_out_of_which_source_an_award_is_paid_is_the_commune_s_choice(tmp_path: Path) -> None:
    chosen: Row = {"choice": "award.household.funding", "value": "ngân sách nhà nước"}

    assert rows(page(held(commune(tmp_path, HAD, choices=[chosen]))))[6][3].value == "ngân sách nhà nước"


def test_where_the_council_met_only_what_it_agreed_on_is_spent(tmp_path: Path) -> None:
    made = page(held(met(commune(tmp_path, HAD), tmp_path / "out")))

    line = rows(made)[6]
    assert [cell.value for cell in line[4:6]] == [1, A_HOUSEHOLD]
    assert str(line[6].value).startswith("Hội đồng nhất trí")
    assert isinstance(line[0].link, Place)
    assert line[0].link.file == RECORD
    assert "Dự kiến" not in notes(made)


def test_money_that_is_not_reckoned_is_no_0_and_neither_is_what_is_left(run: Run) -> None:
    """Of two households the money of one is not known, as of a decision on a day of which no text gives a rate."""
    first, *others = (one for one in run.verdicts if one.round == ANNUAL and one.proposed)
    unpaid = replace(first, bonus=Bonus(None, "Không có quy định.", verified=False))

    made = page(replace(run, verdicts=(unpaid, *others)))

    (line,) = [line for line in shown(made) if "Hộ gia đình" in line]
    assert line.endswith(f" | 2 | {UNKNOWN} | dự kiến; chưa tính được tiền của 1 trường hợp")
    assert f"Cộng chi khen thưởng | {UNKNOWN}" in shown(made)
    assert shown(made)[-1] == f"Còn lại (I - II - III) | {UNKNOWN}"
    assert "Có tiền thưởng chưa tính được" in notes(made)


def test_without_what_was_left_of_last_year_nobody_knows_what_there_was(run: Run) -> None:
    made = page(with_fund(run, (YEAR, FundKind.MOBILISED, 5_000_000)))

    assert shown(made)[1] == f"Dư đầu năm | {UNKNOWN} | danh bạ chưa ghi"
    assert f"Cộng nguồn | {UNKNOWN}" in shown(made)
    assert shown(made)[-1] == f"Còn lại (I - II) | {UNKNOWN}"
    assert "không có dư thì ghi 0" in notes(made)


def test_a_register_without_a_fund_shows_what_awards_cost_all_the_same(run: Run) -> None:
    made = page(with_fund(run))

    assert f"Cộng chi khen thưởng | {2 * A_HOUSEHOLD}" in shown(made)
    assert f"Danh bạ chưa ghi khoản nào của quỹ năm {YEAR}" in notes(made)


@pytest.mark.parametrize(("had", "said"), [(2 * A_HOUSEHOLD, False), (2 * A_HOUSEHOLD - 1, True)])
def test_what_is_spent_beyond_what_there_was_is_said(had: int, said: bool, run: Run) -> None:
    made = page(with_fund(run, (YEAR, FundKind.OPENING, had)))

    assert ("CHI VƯỢT NGUỒN 1 đồng." in notes(made)) == said


@pytest.mark.parametrize(("opening", "said"), [(700_000, False), (700_001, True)])
def test_a_year_that_begins_with_something_else_than_was_left_is_asked_back(opening: int, said: bool, run: Run) -> None:
    made = page(with_fund(run, (YEAR - 1, FundKind.OPENING, 700_000), (YEAR, FundKind.OPENING, opening)))

    assert ("khác số còn lại năm 2025 tính được là 700.000 đồng" in notes(made)) == said


def test_a_round_is_spent_in_the_year_of_its_decision_and_its_own_year_says_so(tmp_path: Path) -> None:
    late: Row = {"kind": "decision", "round": "annual", "year": YEAR - 1, "signed_on": date(YEAR, 1, 15)}
    inbox = commune(tmp_path, [], papers=[late])
    lay_return(inbox, "T01", YEAR - 1, households=[AN], nominations=[nominated("Nguyễn Văn An")])

    run = held(inbox)

    names = [row[1].value for row in rows(page(run))]
    assert f"Khen thưởng hằng năm {YEAR - 1}" in names
    before = page(run, year=YEAR - 1)
    assert f"Khen thưởng hằng năm {YEAR - 1}" not in [row[1].value for row in rows(before)]
    assert f"“Khen thưởng hằng năm {YEAR - 1}” quyết định năm {YEAR}, tính vào năm {YEAR}." in notes(before)


def test_an_entry_of_a_year_that_no_workbook_speaks_of_is_said_at_its_cell(tmp_path: Path) -> None:
    run = held(commune(tmp_path, [*HAD, {"year": YEAR - 3, "kind": "budget", "amount": 1}]))

    assert findings(run, "D86") == [("D86", "Danh ba.xlsx", SHEET, "B11")]


@needs_office
def test_an_office_program_reckons_every_sum_of_both_pages_as_we_did(tmp_path: Path) -> None:
    run = held(met(commune(tmp_path, HAD), tmp_path / "out"))
    ((path),) = draw(Lookup(run), tmp_path, tmp_path, About(WORKBOOK, YEAR))
    book = tmp_path / path

    anew, _ = reckoned_anew([book], tmp_path / "anew")[book]

    stored, reckoned = load_workbook(book, data_only=True), load_workbook(anew, data_only=True)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in opened(book)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) == 15
    assert [stored[sheet][cell].value for sheet, cell in formulas] == [
        reckoned[sheet][cell].value for sheet, cell in formulas
    ]


# How many there were


def counted(made: Page) -> dict[str, dict[str, object]]:
    """The rows of the statistics by their first cell, each by the heading of its columns, without what is 0."""
    (grid,) = [block for block in made.blocks if isinstance(block, Grid)]
    heads = [f"{column.group} {column.heading}".strip() for column in grid.columns[1:]]
    return {
        str(row.cells[0].value): {
            head: cell.value for head, cell in zip(heads, row.cells[1:], strict=True) if cell.value
        }
        for row in grid.rows
        if row.look is not Look.SECTION
    }


def lay_citizens(inbox: Path, *marks: bool | None) -> None:
    """Lay a return that nominates as many citizens, of whom each says so much of leading anybody."""
    named = [f"Lê Văn {letter}" for letter in ["Một", "Hai", "Ba", "Bốn"]][: len(marks)]
    whole: Row = {"citizen_recognised": True, "labour_days": 5, "ideas": 1, "money": 0, "birth_year": 1980}
    nominations = [
        nominated(name, "individual", birth_year=1980, **({} if mark is None else {"leader": mark}))
        for name, mark in zip(named, marks, strict=True)
    ]
    lay_return(inbox, "T02", citizens=[{**whole, "name": name} for name in named], nominations=nominations)


def test_people_are_counted_by_whether_they_lead_and_who_did_not_say_apart(tmp_path: Path) -> None:
    inbox = commune(tmp_path, [])
    lay_citizens(inbox, True, False, False, None)

    row = counted(page(held(inbox), "award_statistics"))["Giấy khen"]

    assert row == {
        "Tổng số": 6,
        "Hộ gia đình": 2,
        "Cá nhân Tổng số": 4,
        "Cá nhân Lãnh đạo, quản lý": 1,
        "Cá nhân Trực tiếp lao động, công tác": 2,
        "Cá nhân Chưa ghi": 1,
        "Phương thức Theo chuyên đề": 6,
    }


def test_awards_are_counted_by_the_form_in_which_the_council_gives_them(tmp_path: Path) -> None:
    inbox, out = commune(tmp_path, []), tmp_path / "out"
    printed(inbox, out)
    votes = {"Nguyễn Văn An": agreed(), "Trần Thị Bình": agreed(form="biểu dương")}
    filled(out / FILE, inbox / RECORD, votes, MET)

    made = page(held(inbox), "award_statistics")

    assert {name: row["Tổng số"] for name, row in counted(made).items()} == {"Giấy khen": 1, "Biểu dương": 1, "Cộng": 2}
    assert rows(made)[0][0].value == "Khen thưởng ở xã: Hội đồng nhất trí"


def test_under_which_manner_a_round_is_counted_is_the_commune_s_choice_and_said_so(run: Run, tmp_path: Path) -> None:
    chosen: Row = {"choice": "round.annual.manner", "value": "thường xuyên"}

    by_default = page(run, "award_statistics")
    own = page(held(commune(tmp_path, [], choices=[chosen])), "award_statistics")

    assert "theo chuyên đề (mặc định, xã chưa chọn)" in notes(by_default)
    assert counted(own)["Giấy khen"]["Phương thức Thường xuyên"] == 2
    assert "thường xuyên (xã chọn)" in notes(own)


def test_what_is_proposed_upward_is_counted_apart_and_costs_the_fund_nothing(tmp_path: Path) -> None:
    inbox = commune(tmp_path, [])
    named = [nominated("Nguyễn Văn An", upward=True), nominated("Trần Thị Bình")]
    lay_return(inbox, "T01", households=[AN, BINH], nominations=named)

    run = held(inbox)

    sections = [row[0].value for row in rows(page(run, "award_statistics")) if not row[1].value]
    assert sections == ["Khen thưởng ở xã: dự kiến", "Đề nghị cấp trên khen thưởng: dự kiến"]
    assert counted(page(run, "award_statistics"))["Do cấp trên quyết định"]["Tổng số"] == 1
    assert [row[1].value for row in rows(page(run)) if row[3].value] == [f"Khen thưởng hằng năm {YEAR}"]


def test_the_layout_is_said_not_to_be_checked(run: Run) -> None:
    made = page(run, "award_statistics")

    assert made.intro == ("Bố cục theo Thông tư 02/2023/TT-BNV, chưa đối chiếu với văn bản.",)


def test_a_year_without_fund_or_awards_has_no_page(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    lay_register(inbox)
    lay_return(inbox, "T01", households=[AN])
    run = held(inbox)

    assert [VIEWS[view.show](scope(run), view) for view in FUND] == [None, None]
    assert run.as_of == DAY


def test_a_row_that_could_not_be_read_is_said_to_be_in_no_sum(tmp_path: Path) -> None:
    """| B    | C     | D  |
    11 | 2026 | other | -5 |"""
    wrong: Row = {"year": YEAR, "kind": "other_spending", "amount": -5}

    made = page(held(commune(tmp_path, [*HAD, wrong])))

    assert "có ô sai (D11): dòng ấy chưa được tính vào các số ở đây." in notes(made)


def test_a_council_of_too_few_has_concluded_nothing_for_fund_and_papers_alike(tmp_path: Path) -> None:
    inbox = commune(tmp_path, HAD)
    printed(inbox, tmp_path)
    filled(tmp_path / FILE, inbox / RECORD, {"Nguyễn Văn An": agreed(2, 1)}, {**MET, "D13": 3})

    made = page(held(inbox))

    spent = next(row for row in rows(made) if row[1].value == "Khen thưởng hằng năm 2026")
    assert [spent[4].value, str(spent[6].value).partition(";")[0]] == [2, "dự kiến"]
