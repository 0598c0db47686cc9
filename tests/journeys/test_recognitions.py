"""Recognition entered once: a decision in the register says who is recognised, and what units say otherwise is asked."""

import json
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.forms.own.recognitions import TITLES
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.kinds import Bearer
from learnsoc_xlsx.model.law.verdicts import Outcome, Reason
from learnsoc_xlsx.model.run import Run
from tests.journeys.commune_word import (
    DAY,
    QD,
    findings,
    held,
    household,
    lay_own,
    lay_register,
    lay_return,
    nominated,
    verdict,
)
from tests.made_up.values import Row
from tests.runs import run_into

FAMILY = QD | {"title": "learning_family"}
CODES = ("D65", "D66", "D67", "D68")
BY_DECISION = "công nhận theo QĐ 125/QĐ-UBND ngày 20/10/2026 của UBND xã"
NOT_THERE = "chưa có trong quyết định công nhận xã đã nhập"


def title_reason(run: Run, subject: str) -> Reason:
    reasons = [one for one in verdict(run, subject).reasons if one.figure.startswith("title.")]
    return next(one for one in reasons if one.decides)


def of_households(inbox: Path, decision: list[Row], *listed: Row) -> Run:
    """Hold the round of a village whose list holds these households, all of whom it nominates."""
    lay_register(inbox, decision)
    named = [nominated(str(one["head"]), birth_year=one["birth_year"]) for one in listed]
    lay_return(inbox, "T01", households=listed, nominations=named)
    return held(inbox)


def test_the_sheet_offers_the_titles_of_the_law_but_that_of_the_commune_itself() -> None:
    titles = Law.load().titles_in(2026).items()

    assert {choice.id: choice.label for choice in TITLES.entries} == {
        name: title.name for name, title in titles if title.mark and title.subject is not Bearer.COMMUNE
    }


def test_whoever_stands_in_the_decision_is_recognised_by_it_though_the_unit_left_the_mark_blank(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "NGUYỄN  VĂN AN", "unit": "T01", "birth_year": 1951}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951, None))

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED
    assert BY_DECISION in title_reason(run, "Nguyễn Văn An").actual
    assert [str(place) for place in title_reason(run, "Nguyễn Văn An").places][:1] == [
        "Danh ba.xlsx › Quyết định công nhận › G7"
    ]
    assert findings(run, *CODES) == []


def test_whoever_is_only_marked_by_the_unit_is_undecided_where_the_commune_laid_a_decision(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "Nguyễn Văn An", "unit": "T01"}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951), household("Trần Thị Bình", 1960))

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED
    assert verdict(run, "Trần Thị Bình").outcome is Outcome.UNDECIDED
    assert title_reason(run, "Trần Thị Bình").actual == NOT_THERE
    (found,) = findings(run, *CODES)
    assert (found[0], found[1], found[2]) == ("D65", "T01 2026.xlsx", "Gia đình")


def test_where_the_commune_laid_nothing_for_the_title_and_year_the_unit_s_word_stands(tmp_path: Path) -> None:
    other_year = FAMILY | {"name": "Nguyễn Văn An", "unit": "T01", "year": 2025}
    other_title = QD | {"title": "learning_clan", "name": "Họ Trần", "unit": "T02"}

    run = of_households(tmp_path, [other_year, other_title], household("Trần Thị Bình", 1960))

    assert verdict(run, "Trần Thị Bình").outcome is Outcome.RECOMMENDED
    assert findings(run, *CODES) == []


def test_a_unit_that_says_no_where_the_decision_has_the_name_is_asked_at_its_cell_and_the_decision_holds(
    tmp_path: Path,
) -> None:
    decision = [FAMILY | {"name": "Nguyễn Văn An", "unit": "T01"}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951, False))

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED
    ((code, file, sheet, cell),) = findings(run, *CODES)
    assert (code, file, sheet) == ("D66", "T01 2026.xlsx", "Gia đình")
    assert cell.endswith("7")
    assert not [one for one in run.findings if one.code.code == "D66" and "Nguyễn" in one.message + one.to_the_sender]


def outcomes(run: Run, subject: str) -> list[str]:
    return sorted(one.outcome.word for one in run.verdicts if (one.subject, one.round) == (subject, "annual-2026"))


def test_of_two_of_one_name_the_year_of_birth_tells_which_is_recognised(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "Nguyễn Văn An", "unit": "T01", "birth_year": 1978}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951), household("Nguyễn Văn An", 1978, None))

    assert outcomes(run, "Nguyễn Văn An") == ["recommended", "undecided"]
    assert [code for code, *_ in findings(run, *CODES)] == ["D65"]


def test_of_two_of_one_name_nobody_is_guessed_at_without_a_year_of_birth(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "Nguyễn Văn An", "unit": "T01"}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951), household("Nguyễn Văn An", 1978, None))

    assert outcomes(run, "Nguyễn Văn An") == ["undecided", "undecided"]
    assert findings(run, *CODES) == [("D68", "Danh ba.xlsx", "Quyết định công nhận", "G7")]


def test_a_name_that_stands_in_no_list_is_said_to_the_officer_with_the_near_one(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "Nguyễn Văn Ân", "unit": "T01"}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951, None))

    (said,) = [one for one in run.findings if one.code.code in CODES]
    assert (said.code.code, str(said.place)) == ("D67", "Danh ba.xlsx › Quyết định công nhận › G7")
    assert "không có trong danh sách nào của Thôn Đoài năm 2026; gần giống “Nguyễn Văn An”" in said.message
    assert said.code.for_office


def test_a_name_that_was_misspelt_in_the_decision_is_the_officer_s_to_mend_and_no_unit_s(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "Nguyễn Văn Ân", "unit": "T01"}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951))

    assert [code for code, *_ in findings(run, *CODES)] == ["D67"]
    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.UNDECIDED


def test_run_json_says_where_a_name_stands_and_not_which(tmp_path: Path) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    of_households(inbox, [FAMILY | {"name": "Nguyễn Văn Ân", "unit": "T01"}], household("Nguyễn Văn An", 1951))

    run_into(inbox, out, DAY)

    (said,) = [one for one in json.loads((out / "run.json").read_bytes())["findings"] if one["code"] == "D67"]
    assert (said["sheet"], said["cell"]) == ("Quyết định công nhận", "G7")
    assert "Nguyễn" not in json.dumps(said, ensure_ascii=False)


def test_one_of_another_year_of_birth_is_not_taken_and_both_years_are_said(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "Nguyễn Văn An", "unit": "T01", "birth_year": 1952}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951))

    (said,) = [one for one in run.findings if one.code.code in CODES]
    assert "quyết định ghi sinh năm 1952, báo cáo ghi “Nguyễn Văn An” sinh năm 1951" in said.message
    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.UNDECIDED


@pytest.mark.parametrize("name", ["Hộ ông Nguyễn Văn An", "Gia đình ông Nguyễn Văn An", "Ông nguyễn văn an"])
@pytest.mark.parametrize("unit", ["T01", "t01", "Thôn Đoài", "thôn  đoài"])
def test_a_decision_may_address_people_and_name_units_as_papers_do(name: str, unit: str, tmp_path: Path) -> None:
    run = of_households(tmp_path, [FAMILY | {"name": name, "unit": unit}], household("Nguyễn Văn An", 1951, None))

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED
    assert findings(run, *CODES) == []


def test_a_name_of_a_unit_that_the_register_lacks_is_said(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "Nguyễn Văn An", "unit": "T1"}]

    run = of_households(tmp_path, decision, household("Nguyễn Văn An", 1951, None))

    (said,) = [one for one in run.findings if one.code.code in CODES]
    assert "danh bạ không có đơn vị mã “T1”" in said.message


def test_a_name_of_a_unit_that_has_not_reported_is_nobody_s_mistake(tmp_path: Path) -> None:
    decision = [FAMILY | {"name": "Lê Văn Cường", "unit": "T02"}]

    assert findings(of_households(tmp_path, decision, household("Nguyễn Văn An", 1951, None)), *CODES) == []


@pytest.mark.parametrize(("count", "cells"), [(10, 10), (11, 1)])
def test_many_rows_that_no_decision_has_are_one_finding(count: int, cells: int, tmp_path: Path) -> None:
    listed = [household(f"Nguyễn Văn {chr(65 + at)}", 1950 + at) for at in range(count)]

    run = of_households(tmp_path, [FAMILY | {"name": "Lê Văn Cường", "unit": "T02"}], *listed)

    assert len(findings(run, "D65")) == cells


def test_a_decision_of_a_day_to_come_is_not_used_yet_and_said_once(tmp_path: Path) -> None:
    later = FAMILY | {"decided_on": date(2026, 12, 6), "unit": "T01"}
    decision = [later | {"name": "Nguyễn Văn An"}, later | {"name": "Lê Thị Cúc"}]

    run = of_households(tmp_path, decision, household("Trần Thị Bình", 1960))

    (said,) = [one for one in run.findings if one.code.code in CODES]
    assert "ký sau ngày lấy số liệu 05/12/2026; cùng quyết định còn 1 tên khác" in said.message
    assert verdict(run, "Trần Thị Bình").outcome is Outcome.RECOMMENDED, "no decision is known of yet"


# Villages and other units


def of_units(inbox: Path, decision: list[Row], village: Row, school: Row) -> Run:
    lay_register(inbox, decision)
    lay_return(inbox, "T01", cover=[village])
    lay_return(inbox, "S01", cover=[school])
    return held(inbox)


VILLAGE = QD | {"title": "learning_village", "name": "Thôn Đoài", "unit": "T01"}
SCHOOL = QD | {"title": "learning_unit", "name": "Trường Tiểu học Tân Học", "unit": "S01"}
SAYS_YES: Row = {"recognised": True, "recognised_no": "9/QĐ", "recognised_on": date(2026, 9, 1), "recognised_by": "Xã"}


def test_a_village_and_a_school_are_recognised_by_the_decision_that_names_them(tmp_path: Path) -> None:
    run = of_units(tmp_path, [VILLAGE, SCHOOL], {}, {})

    for subject in ("Thôn Đoài", "Trường Tiểu học Tân Học"):
        assert BY_DECISION in title_reason(run, subject).actual
        assert title_reason(run, subject).met is True
    assert findings(run, *CODES) == []


def test_a_village_may_be_named_by_its_name_alone(tmp_path: Path) -> None:
    run = of_units(tmp_path, [VILLAGE | {"unit": None, "name": "THÔN ĐOÀI"}], {}, {})

    assert title_reason(run, "Thôn Đoài").met is True


def test_a_village_and_a_school_that_no_decision_names_are_undecided_and_asked_at_their_cover(tmp_path: Path) -> None:
    others = [VILLAGE | {"unit": "T02", "name": "Thôn Hạ"}, SCHOOL | {"unit": "S01", "title": "learning_village"}]

    run = of_units(tmp_path, others, SAYS_YES, SAYS_YES)

    assert title_reason(run, "Thôn Đoài").actual == NOT_THERE
    assert title_reason(run, "Trường Tiểu học Tân Học").met is True, "nothing was laid for its own title"
    assert [(code, file) for code, file, *_ in findings(run, *CODES)] == [
        ("D67", "Danh ba.xlsx"),
        ("D65", "T01 2026.xlsx"),
    ]


def test_a_title_kept_over_years_stands_by_the_decision_of_an_earlier_year(tmp_path: Path) -> None:
    run = of_units(tmp_path, [SCHOOL | {"year": 2025, "decided_on": date(2025, 10, 20)}], {}, {})

    assert title_reason(run, "Trường Tiểu học Tân Học").met is True
    assert "QĐ 125/QĐ-UBND ngày 20/10/2025" in title_reason(run, "Trường Tiểu học Tân Học").actual


def test_a_newer_recognition_of_a_year_of_which_nothing_was_laid_stands_as_the_unit_says(tmp_path: Path) -> None:
    run = of_units(tmp_path, [SCHOOL | {"year": 2025, "decided_on": date(2025, 10, 20)}], {}, SAYS_YES)

    assert "1/9/2026" in title_reason(run, "Trường Tiểu học Tân Học").actual.replace("01/09", "1/9")
    assert findings(run, *CODES) == []


def test_a_unit_that_says_no_where_the_decision_names_it_is_asked(tmp_path: Path) -> None:
    run = of_units(tmp_path, [VILLAGE], {"recognised": False}, {})

    assert title_reason(run, "Thôn Đoài").met is True
    assert [code for code, *_ in findings(run, *CODES)] == ["D66"]


# A long list, as a workbook of its own


def of_long_list(inbox: Path, name: str = "Quyet dinh 125.xlsx") -> Run:
    lay_register(inbox)
    lay_return(
        inbox,
        "T01",
        households=[household("Nguyễn Văn An", 1951, None), household("Trần Thị Bình", 1960)],
        nominations=[nominated("Nguyễn Văn An"), nominated("Trần Thị Bình")],
    )
    lay_own(inbox, "recognitions", name, decision=[FAMILY], recognised=[{"name": "Nguyễn Văn An", "unit": "T01"}])
    return held(inbox)


def test_a_long_list_laid_as_form_09_says_who_is_recognised(tmp_path: Path) -> None:
    run = of_long_list(tmp_path)

    assert BY_DECISION in title_reason(run, "Nguyễn Văn An").actual
    assert [str(place) for place in title_reason(run, "Nguyễn Văn An").places][:1] == [
        "Quyet dinh 125.xlsx › Danh sách công nhận › B7"
    ]
    assert title_reason(run, "Trần Thị Bình").actual == NOT_THERE
    assert [one.status.word for one in run.submissions if one.form == "recognitions"] == ["accepted"]


def test_a_long_list_is_expected_of_nobody_and_is_no_report(tmp_path: Path) -> None:
    run = of_long_list(tmp_path)

    assert {report.form for report in run.missing} <= {"village", "school"}
    assert {report.unit for report in run.missing} == {"T01", "T02", "S01"}


def test_a_long_list_that_came_with_the_collected_mail_is_not_used_and_said_so(tmp_path: Path) -> None:
    run = of_long_list(tmp_path, "thu/Thôn Hạ/Quyet dinh 125.xlsx")

    assert findings(run, "D64") == [("D64", "thu/Thôn Hạ/Quyet dinh 125.xlsx", "", "")]
    assert title_reason(run, "Trần Thị Bình").met is True, "no decision was laid"


# A decision that the unit's own criteria contradict


def test_a_decision_that_the_unit_s_own_criteria_contradict_stands_and_is_asked_about_where_the_unit_says_so(
    tmp_path: Path,
) -> None:
    lay_register(tmp_path, [VILLAGE])
    lay_return(tmp_path, "T01", cover=[{}], self_assessment=[{"cdhtthon_place": False}])

    run = held(tmp_path)

    assert title_reason(run, "Thôn Đoài").met is True
    ((code, file, sheet, cell),) = findings(run, "D50", "D60")
    assert (code, file, sheet, cell) == ("D60", "T01 2026.xlsx", "Tự đánh giá", "D9")
    (said,) = [one.message for one in run.findings if one.code.code == "D60"]
    assert f"{BY_DECISION} nhưng báo cáo ghi tiêu chí “Có nơi sinh hoạt học tập chung" in said
    assert f"Xã đã nhập: đã được công nhận năm 2026; {BY_DECISION} nhưng" in verdict(run, "Thôn Đoài").summary
    assert "Thôn Đoài báo" not in verdict(run, "Thôn Đoài").summary


def test_a_household_in_the_decision_whose_mark_without_points_is_said_already_is_not_asked_about_twice(
    tmp_path: Path,
) -> None:
    weak = {f"gdht_{at}": 5 for at in range(1, 5)}
    lay_register(
        tmp_path,
        [FAMILY | {"name": name, "unit": "T01"} for name in ("Nguyễn Văn An", "Trần Thị Bình")],
        thresholds=[{"key": "learning_family.pass", "value": 80, "source": "NQ 5"}],
    )
    listed = [household("Nguyễn Văn An", 1951, True, **weak), household("Trần Thị Bình", 1960, None, **weak)]
    named = [nominated(str(one["head"])) for one in listed]
    lay_return(tmp_path, "T01", households=listed, nominations=named)

    said = findings(held(tmp_path), "R04", "D50", "D60")

    assert sorted((cell[1:], code) for code, _, _, cell in said) == [("7", "R04"), ("8", "D60")]


# Figures are the units' own; where the decisions name others, it is said


@pytest.mark.parametrize(
    ("counted", "others_report", "said"),
    [(1, True, []), (2, True, ["2"]), (2, False, ["2"]), (0, True, ["0"]), (0, False, [])],
)
def test_a_count_of_the_units_that_is_not_the_decision_s_is_said_once_and_stays_as_reported(
    counted: int, others_report: bool, said: list[str], tmp_path: Path
) -> None:
    lay_register(tmp_path, [FAMILY | {"name": "Nguyễn Văn An", "unit": "T01"}])
    lay_return(tmp_path, "T01", indicators=[{"households_recognised": counted}], revision=1)
    if others_report:
        lay_return(tmp_path, "T02", indicators=[{"households_recognised": 0}], revision=1)

    run = held(tmp_path)

    found = [one for one in run.findings if one.code.code == "D62"]
    assert [one.extra for one in found] == said
    assert {str(one.place) for one in found} <= {"Danh ba.xlsx › Quyết định công nhận › G7"}
    figures = [one.value for one in run.figures if (one.indicator, one.scope) == ("households_recognised", "commune")]
    assert figures[0] == counted
