"""What the officer accepts: a warning becomes a note with who and why, an error stays one."""

from dataclasses import replace
from typing import Any

import pytest

from learnsoc_xlsx.model.findings.alike import Saying
from learnsoc_xlsx.model.findings.codes import Code, Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.findings.in_column import in_column
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.register import Register, Waiver
from learnsoc_xlsx.stages.check.waive import waive

WARNING = Finding(Code.POINTS_WITHOUT_MARK, Place("a.xlsx", "Gia đình", "K8"), unit="T01", year=2026)
ERROR = Finding(Code.EXCEEDS, Place("a.xlsx", "Chỉ tiêu", "D9"), unit="T01", year=2026)


def waived(finding: Finding, year: int | None = None, cell: str | None = None, unit: str = "T01") -> Finding:
    accepted = Waiver(finding.code.code, unit, year, cell, "đã hỏi thôn", "Bà Mẫu")
    return waive([finding], Register("danh ba.xlsx", (), (), waivers=(accepted,)))[0]


@pytest.mark.parametrize(("year", "cell"), [(None, None), (2026, None), (None, "K8"), (2026, "K8")])
def test_a_warning_that_is_accepted_is_a_note_with_who_and_why(year: int | None, cell: str | None) -> None:
    found = waived(WARNING, year, cell)

    assert (found.severity, found.waived, found.waived_by) == (Severity.NOTE, "đã hỏi thôn", "Bà Mẫu")


@pytest.mark.parametrize("code", [Code.COUNT_DIFFERS, Code.JUMP, Code.NAMESAKE, Code.MANY_NAMESAKES])
def test_what_reaches_beyond_one_cell_is_accepted_at_its_cell_too(code: Code) -> None:
    found = waived(Finding(code, Place("a.xlsx", "Chỉ tiêu", "D33"), unit="T01", year=2026), 2026, "D33")

    assert (found.severity, found.waived, found.waived_by) == (Severity.NOTE, "đã hỏi thôn", "Bà Mẫu")


@pytest.mark.parametrize(("year", "cell", "unit"), [(2025, None, "T01"), (None, "K9", "T01"), (None, None, "T02")])
def test_a_waiver_covers_only_what_it_names(year: int | None, cell: str | None, unit: str) -> None:
    assert waived(WARNING, year, cell, unit) == WARNING


ALIKE = in_column(
    Code.POINTS_WITHOUT_MARK,
    Layout("a.xlsx", "Gia đình", {"mark": "K"}),
    1,
    "mark",
    range(7, 14),
    [Saying("tổng 80 điểm"), Saying("tổng 90 điểm")],
    [0, 1, 0, 0, 0, 0, 0],
)[0]
SEVEN = replace(ALIKE, unit="T01", year=2026)


def judged(cell: str | None, **more: Any) -> list[tuple[str, str, str]]:
    """Of a warning in K7:K13: the cells, severity and words of what is left when one is accepted."""
    accepted = Waiver(SEVEN.code.code, "T01", None, cell, "đã hỏi thôn", "Bà Mẫu")
    findings = waive([SEVEN], Register("danh ba.xlsx", (), (), waivers=(replace(accepted, **more),)))
    return [(one.alike.ranges if one.alike else one.place.cell, one.severity.word, one.given) for one in findings]


def test_one_cell_of_many_that_is_accepted_is_a_note_and_the_others_stay_as_they_are() -> None:
    assert judged("K8") == [("K8", "note", "tổng 90 điểm"), ("K7, K9:K13", "warning", "tổng 80 điểm")]
    assert judged("K7") == [("K7", "note", "tổng 80 điểm"), ("K8:K13", "warning", "tổng 90 điểm")]


def test_many_cells_are_accepted_as_a_whole_where_no_cell_is_named_and_none_of_them_by_what_names_another() -> None:
    assert judged(None) == [("K7:K13", "note", "tổng 80 điểm")]
    assert judged("K14") == judged("K8", unit="T02") == [("K7:K13", "warning", "tổng 80 điểm")]


def test_an_error_stays_an_error_whoever_accepts_it() -> None:
    assert waived(ERROR) == ERROR
