"""The commune itself (issue 15.3): its officers' own figures, added up without counting villages' twice, and its self-assessment."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.model.form.prefill import Prefill, Record
from learnsoc_xlsx.model.law.assessments import SelfAssessment
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened
from tests.printing import printed
from tests.registers import COMMUNE, EAST, WEST, laid
from tests.runs import run_into, run_of

YEAR, DAY = 2026, date(2026, 12, 5)
OFFICE = {"id": "B1", "kind": "office", "name": "Bộ phận chuyên môn xã", "parent": "X1"}
BOUNDS = [
    {"key": "learning_commune.households_share", "value": 50},
    {"key": "learning_commune.clans_share", "value": 50},
]
MARKS: Record = {"cdht_1_1": True, "cdht_1_2": True, "cdht_1_3": False}
Rows = Mapping[str, Sequence[Record]]


def village(broadcasts: int, *households: tuple[bool, bool], cultural: bool | None = None) -> Rows:
    """A village: what it put on its own loudspeakers, its households (learning, cultural), its own cultural title."""
    learning = sum(one for one, _ in households)
    listed: list[Record] = [
        {"head": f"Nguyễn Văn {'ABCD'[at]}", "birth_year": 1970 + at, "household_registered": True, "household_recognised": one, "cultural_family": other}
        for at, (one, other) in enumerate(households)
    ]  # fmt: skip
    counts: Record = {
        "radio_broadcasts": broadcasts,
        "communication_sessions": 4,
        "households_total": 4,
        "households_registered": len(households),
        "households_recognised": learning,
    }
    return {
        "cover": [{"cultural_title": cultural} if cultural is not None else {}],
        "indicators": [counts],
        "households": listed,
    }


EAST_REPORTS = village(5, (True, True), (True, False), (False, True), cultural=True)
WEST_REPORTS = village(7, (True, True), cultural=False)
OWN_WORK: Record = {"radio_broadcasts": 20, "communication_sessions": 3, "communication_attendances": 300, "villages_inspected": 2, "inspections_made": 4, "inspections_recorded": 3, "heads_sessions": 6}  # fmt: skip
OFFICE_REPORTS: Rows = {
    "cover": [{"recognised": False}],
    "indicators": [OWN_WORK],
    "commune_assessment": [MARKS],
    "documents": [
        {"number": "12/KH-UBND", "issued_on": date(2026, 1, 20), "about": "Kế hoạch năm 2026", "incentive": False},
        {"number": "15/QĐ-UBND", "issued_on": date(2026, 2, 3), "about": "Quy định khen thưởng", "incentive": True},
    ],
}  # fmt: skip


def lay(inbox: Path, kind: str, unit: Mapping[str, str], rows: Rows) -> None:
    cover: Record = {"unit_name": unit["name"], "report_date": date(2026, 11, 10), **rows["cover"][0]}
    filled = Prefill(unit["id"], unit["name"], {**rows, "cover": [cover]})
    (inbox / f"{unit['id']}.xlsx").write_bytes(printed(form_of(kind, YEAR), filled))


def inbox_of(folder: Path, *, office: bool = True, west: bool = True, report: Rows | None = OFFICE_REPORTS) -> Path:
    """A commune with two villages, and perhaps its own officers."""
    units = [COMMUNE, EAST, WEST, *([OFFICE] if office else [])]
    laid(folder, "danh ba.xlsx", YEAR, units=units, thresholds=BOUNDS, settings=[{"reports_since": YEAR}])
    lay(folder, "village", EAST, EAST_REPORTS)
    if west:
        lay(folder, "village", WEST, WEST_REPORTS)
    if office and report:
        lay(folder, "office", OFFICE, report)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    """The commune with its officers, and what its run wrote."""
    inbox, out = inbox_of(tmp_path_factory.mktemp("in")), tmp_path_factory.mktemp("out")
    return run_into(inbox, out, DAY), out / str(YEAR)


def of_commune(run: Run, indicator: str) -> Figure:
    return next(
        one for one in run.figures if (one.indicator, one.scope, one.period) == (indicator, "commune", str(YEAR))
    )


def assessment(run: Run) -> SelfAssessment:
    (one,) = run.self_assessments
    return one


def met(run: Run) -> dict[str, bool | None]:
    return {one.criterion.id: one.met for one in assessment(run).criteria}


# What is added up


@pytest.mark.parametrize(
    ("indicator", "value", "reported"),
    [
        ("radio_broadcasts", 5 + 7 + 20, 3),
        ("communication_sessions", 4 + 4 + 3, 3),
        ("villages_inspected", 2, 1),
        ("inspections_recorded", 3, 1),
        ("heads_sessions", 6, 1),
        ("documents_issued", 2, 1),
        ("incentives_issued", 1, 1),
        ("households_both", 2, 2),
        ("villages_cultural", 1, 2),
    ],
)
def test_the_commune_is_its_villages_and_its_own_officers_each_once(
    whole: tuple[Run, Path], indicator: str, value: int, reported: int
) -> None:
    figure = of_commune(whole[0], indicator)

    assert (figure.value, figure.reported, figure.expected) == (value, reported, reported)


def test_its_return_is_read_without_a_finding(whole: tuple[Run, Path]) -> None:
    assert [finding for finding in whole[0].findings if finding.place.file == "B1.xlsx"] == []


def test_more_minutes_than_inspections_are_said_at_their_cell(tmp_path: Path) -> None:
    said = {**OFFICE_REPORTS, "indicators": [{**OWN_WORK, "inspections_recorded": 5}]}

    run = run_of(inbox_of(tmp_path, report=said), DAY)

    found = [(one.code.code, one.place.sheet, one.given) for one in run.findings if one.place.file == "B1.xlsx"]
    assert found == [("R01", "Chỉ tiêu", "5")]


# The self-assessment


def test_what_is_typed_and_what_is_a_figure_of_all_units_is_judged_and_what_is_not_told_is_not_known(
    whole: tuple[Run, Path],
) -> None:
    found = met(whole[0])

    assert (found["cdht_1_1"], found["cdht_1_3"]) == (True, False)
    assert found["cdht_2_1"] is None
    assert found["cdht_5_households"] is False  # 3 of 8 households, 50 % asked for
    assert found["cdht_5_villages"] is None  # nobody set a number


def test_nothing_that_is_known_here_makes_a_commune_one_of_the_whole_text(tmp_path: Path) -> None:
    every: Record = {
        name: True for name in met(run_of(inbox_of(tmp_path / "one"), DAY)) if not name.startswith("cdht_5")
    }
    report = {**OFFICE_REPORTS, "commune_assessment": [every]}

    one = assessment(run_of(inbox_of(tmp_path / "two", report=report), DAY))

    assert {two.met for two in one.criteria if two.criterion.id in every} == {True}
    assert one.met is not True


def test_a_share_behind_which_a_report_is_missing_is_judged_neither_way(tmp_path: Path) -> None:
    run = run_of(inbox_of(tmp_path, west=False), DAY)

    (share,) = [one for one in assessment(run).criteria if one.criterion.id == "cdht_5_households"]
    assert share.reason is not None
    assert (share.reason.actual, share.met) == ("50", None)  # 2 of 4, where 50 % is asked for


def test_officers_who_sent_nothing_are_missing_and_say_nothing(tmp_path: Path) -> None:
    run = run_of(inbox_of(tmp_path, report=None), DAY)

    assert [(gap.unit, gap.form, gap.state) for gap in run.missing] == [("B1", "office", "missing")]
    assert {met(run)[name] for name in MARKS} == {None}
    assert assessment(run).submission is None


def test_a_commune_without_such_a_unit_is_asked_for_nothing(tmp_path: Path) -> None:
    run = run_into(inbox_of(tmp_path / "in", office=False), tmp_path / "out", DAY)

    sheets = opened(tmp_path / "out" / str(YEAR) / f"Tong_hop_{YEAR}.xlsx").sheetnames
    assert (run.missing, run.self_assessments) == ((), ())
    assert [one.key for one in run.local_numbers if one.key.startswith("learning_commune")] == []
    assert "Cộng đồng học tập" not in sheets
    assert "documents_issued" not in {figure.indicator for figure in run.figures}


# The pages


def words(page: Worksheet) -> list[str]:
    return [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]


def page(whole: tuple[Run, Path], name: str, book: str = "Tong_hop") -> Worksheet:
    sheet: Worksheet = opened(whole[1] / f"{book}_{YEAR}.xlsx")[name]
    return sheet


def test_the_page_says_with_care_what_it_comes_to_and_who_recognises(whole: tuple[Run, Path]) -> None:
    shown = "\n".join(words(page(whole, "Cộng đồng học tập")))

    assert "2 đạt, 2 chưa đạt, 12 chưa rõ" in shown
    assert "Theo tự đánh giá, số liệu và mức do xã đặt, xã CHƯA ĐẠT “Cộng đồng học tập cấp xã” năm 2026" in shown
    assert "Việc công nhận do cơ quan có thẩm quyền quyết định: Trưởng phòng Giáo dục và Đào tạo" in shown
    assert "chưa đối chiếu được cách chia và mức của 9 trong 15 chỉ tiêu (tiêu chí 3, 4, 5)" in shown


def test_what_nobody_held_against_the_text_says_so_and_the_rest_does_not(whole: tuple[Run, Path]) -> None:
    headings = [one for one in words(page(whole, "Cộng đồng học tập")) if one.startswith("Tiêu chí ") and "(" in one]

    doubted = [one.split(".")[0] for one in headings if "chưa đối chiếu với văn bản gốc" in one]
    assert len(headings) == 5
    assert doubted == ["Tiêu chí 3", "Tiêu chí 4", "Tiêu chí 5"]


def test_every_answer_and_figure_of_the_page_leads_into_the_annex(whole: tuple[Run, Path]) -> None:
    annex = opened(whole[1] / f"Danh_sach_{YEAR}.xlsx")
    links = [cell.hyperlink for row in page(whole, "Cộng đồng học tập").iter_rows() for cell in row if cell.hyperlink]

    sheets = {link.location.rpartition("!")[0].strip("'") for link in links}
    assert sheets == {"Xã tự đánh giá", "Nguồn số liệu"}
    assert len(links) >= 10
    for link in links:
        sheet, _, cell = link.location.rpartition("!")
        assert annex[sheet.strip("'")][cell].value is not None


def test_the_documents_stand_by_number_day_and_subject_in_the_lists(whole: tuple[Run, Path]) -> None:
    shown = words(page(whole, "Văn bản của xã", "Danh_sach"))

    assert {"12/KH-UBND", "15/QĐ-UBND", "Kế hoạch năm 2026", "Quy định khen thưởng"} <= set(shown)


def test_the_agenda_of_the_council_asks_for_no_number_that_no_award_goes_by(whole: tuple[Run, Path]) -> None:
    assert not [line for line in words(page(whole, "Tóm tắt", "Khen_thuong")) if "Cộng đồng học tập”: tỷ lệ" in line]


def test_the_overview_shows_what_units_and_officers_come_to(whole: tuple[Run, Path]) -> None:
    shown = words(page(whole, "Tổng quan"))

    assert "Số hộ đạt cả “Gia đình văn hóa” và “Gia đình học tập”, theo danh sách" in shown
    assert "Số thôn đạt danh hiệu văn hóa" in shown
    assert "Số lần UBND kiểm tra thôn, doanh nghiệp" in shown
