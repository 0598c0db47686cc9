"""The numbers and days of papers, as the register's sheet “Văn bản” gives them to the rounds."""

from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.model.run import Run
from tests.journeys.commune_word import DAY, YEAR, findings, held, lay_register, lay_return, nominated, verdict
from tests.journeys.council_word import AN, ANNUAL, BINH, FILE, MET, agreed, filled, printed
from tests.made_up.values import Row

SHEET = "Văn bản"
REGISTER = "Danh ba.xlsx"
SIGNED = date(YEAR, 12, 4)
DECISION: Row = {
    "kind": "decision",
    "round": "annual",
    "year": YEAR,
    "number": "15/QĐ-UBND",
    "signed_on": SIGNED,
}
LAST = YEAR - 1


def commune(tmp_path: Path, *papers: Row, **more: list[Row]) -> Path:
    """A commune in which a village nominates two households, with these rows of “Văn bản” from B7 on."""
    inbox = tmp_path / "in"
    lay_register(inbox, papers=papers, **more)
    named = [nominated("Nguyễn Văn An"), nominated("Trần Thị Bình")]
    lay_return(inbox, "T01", households=[AN, BINH], nominations=named)
    return inbox


def annual(run: Run) -> HeldRound:
    return next(one for one in run.rounds if one.id == ANNUAL)


@pytest.mark.parametrize(
    "named", [{"round": "annual", "year": YEAR}, {"round": ANNUAL, "year": None}, {"round": ANNUAL, "year": YEAR}]
)
def test_a_paper_is_known_to_its_round_named_with_or_without_the_year(named: Row, tmp_path: Path) -> None:
    run = held(commune(tmp_path, {**DECISION, **named}))

    paper = annual(run).papers[PaperKind.DECISION]
    assert (paper.number, paper.signed_on) == ("15/QĐ-UBND", SIGNED)
    assert (paper.place.file, paper.place.sheet, paper.place.cell) == (REGISTER, SHEET, "E7")
    assert findings(run, "D82", "D83", "D84") == []


@pytest.mark.parametrize("given", ["number", "signed_on"])
def test_a_number_without_its_day_and_a_day_without_its_number_are_known_so_far(given: str, tmp_path: Path) -> None:
    lacking = ({"number", "signed_on"} - {given}).pop()

    run = held(commune(tmp_path, {**DECISION, lacking: None}))

    paper = annual(run).papers[PaperKind.DECISION]
    assert (bool(paper.number), bool(paper.signed_on)) == (given == "number", given == "signed_on")
    assert bool(annual(run).dated) == (given == "signed_on")
    assert findings(run, "D83") == []


def test_a_signed_decision_dates_every_award_of_its_round_and_money_goes_by_it(tmp_path: Path) -> None:
    run = held(commune(tmp_path, {**DECISION, "signed_on": date(YEAR, 6, 30)}))

    assert set(annual(run).days.values()) == {date(YEAR, 6, 30)}
    assert annual(run).decided_on == date(YEAR, 6, 30)
    assert annual(run).dated == frozenset(annual(run).awards)
    bonus = verdict(run, "Nguyễn Văn An").bonus
    assert bonus is not None
    assert "2.340.000" in bonus.basis, "the base pay before 1/7/2026"


def test_without_a_decision_or_a_quota_s_day_no_day_is_told(tmp_path: Path) -> None:
    run = held(commune(tmp_path))

    assert annual(run).papers == {}
    assert annual(run).dated == frozenset()
    assert annual(run).day_of("household") == DAY


def test_a_quota_s_day_dates_its_award_alone(tmp_path: Path) -> None:
    quota: Row = {"award": "household", "round": "annual", "year": YEAR, "decided_on": SIGNED}

    run = held(commune(tmp_path, quotas=[quota]))

    assert annual(run).dated == frozenset({"household"})


def test_where_quota_and_decision_give_different_days_the_signed_decision_holds_and_it_is_said(tmp_path: Path) -> None:
    """| | B        | C      | D    | E          | F         |
    | 7 | decision | annual | 2026 | 15/QĐ-UBND | 4/12/2026 |  and in “Số lượng khen” F7: 1/12/2026"""
    quota: Row = {"award": "household", "round": "annual", "year": YEAR, "decided_on": date(YEAR, 12, 1)}

    run = held(commune(tmp_path, DECISION, quotas=[quota]))

    assert annual(run).day_of("household") == SIGNED
    assert findings(run, "D82") == [("D82", REGISTER, SHEET, "F7")]
    (message,) = [one.message for one in run.findings if one.code.code == "D82"]
    assert "1/12/2026 (ô F7)" in message


def test_where_both_give_one_day_nothing_is_said(tmp_path: Path) -> None:
    quota: Row = {"award": "household", "round": "annual", "decided_on": SIGNED}

    assert findings(held(commune(tmp_path, DECISION, quotas=[quota])), "D82") == []


WRONG: list[tuple[Row, str, str]] = [
    ({"year": None}, "D", "chưa ghi là của năm nào"),
    ({"round": ANNUAL, "year": LAST}, "D", f"cột “Năm” ghi {LAST}"),
    ({"round": "annual", "year": 2024}, "C", "của năm 2024 không có trong lần xét này"),
    ({"round": "interim", "year": 2030}, "C", "không có trong lần xét này"),
    ({"round": "final-2030", "year": None}, "C", "mới chỉ dự báo"),
    (
        {"kind": "minutes", "signed_on": date(YEAR, 12, 6)},
        "F",
        f"sau ngày lấy số liệu 05/12/{YEAR}. Văn bản ở dòng này chưa được dùng. Hãy kiểm tra ngày ký; nếu đúng, hãy ghi ngày muộn hơn ở “Ngày chốt số liệu” (trang “Cài đặt”).",
    ),
    ({"kind": "report", "signed_on": date(LAST, 12, 31)}, "F", f"trước năm của đợt xét ({YEAR})"),
]
"""What is wrong with the rows from 7 on, in which column it is said, and in which words."""


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run of which no row of the sheet can be used."""
    return held(commune(tmp_path_factory.mktemp("faulty"), *({**DECISION, **row} for row, _, _ in WRONG)))


@pytest.mark.parametrize("at", range(len(WRONG)))
def test_a_row_that_cannot_be_used_is_said_at_its_cell(at: int, faulty: Run) -> None:
    _, column, words = WRONG[at]

    of_row = [one for one in faulty.findings if one.place.sheet == SHEET and one.place.cell.endswith(str(7 + at))]

    assert [(one.code.code, one.place.cell) for one in of_row] == [("D83", f"{column}{7 + at}")]
    assert words in of_row[0].message


def test_rows_that_cannot_be_used_date_nothing(faulty: Run) -> None:
    assert [(one.papers, one.dated) for one in faulty.rounds] == [({}, frozenset())] * len(faulty.rounds)


def test_a_code_of_no_round_is_said_once_with_the_one_it_is_near_to(tmp_path: Path) -> None:
    run = held(commune(tmp_path, {**DECISION, "round": "anual"}))

    at_row = [one for one in run.findings if one.place.sheet == SHEET]
    assert [(one.code.name, one.place.cell) for one in at_row] == [("UNKNOWN_KEY", "C7")]
    assert "gần giống “annual”" in at_row[0].message


def test_of_two_rows_on_one_paper_the_first_is_used(tmp_path: Path) -> None:
    second: Row = {**DECISION, "round": ANNUAL, "year": None, "number": "16/QĐ-UBND", "signed_on": date(YEAR, 12, 3)}

    run = held(commune(tmp_path, DECISION, second))

    assert annual(run).papers[PaperKind.DECISION].number == "15/QĐ-UBND"
    assert annual(run).decided_on == SIGNED
    assert findings(run, "D83") == [("D83", REGISTER, SHEET, "B8")]


@pytest.mark.parametrize(("day", "said"), [(1, ["F7"]), (2, []), (3, [])])
def test_a_decision_signed_before_the_council_met_is_asked_back(day: int, said: list[str], tmp_path: Path) -> None:
    """The council met on 2/12."""
    inbox, out = commune(tmp_path, {**DECISION, "signed_on": date(YEAR, 12, day)}), tmp_path / "out"
    printed(inbox, out)
    filled(out / FILE, inbox / "Hoi dong.xlsx", {"Nguyễn Văn An": agreed()}, MET)

    run = held(inbox)

    assert [cell for _, _, _, cell in findings(run, "D84")] == said
    assert annual(run).decided_on == date(YEAR, 12, day), "the day stands all the same"


def test_every_kind_of_paper_of_the_form_is_one_that_the_program_knows(tmp_path: Path) -> None:
    rows: list[Row] = [{**DECISION, "kind": kind.word, "number": kind.symbol} for kind in PaperKind]

    papers = annual(held(commune(tmp_path, *rows))).papers

    assert {kind: paper.number for kind, paper in papers.items()} == {kind: kind.symbol for kind in PaperKind}
