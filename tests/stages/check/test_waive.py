"""What the officer accepts: a warning becomes a note with who and why, an error stays one."""

import pytest

from learnsoc_xlsx.model.findings.codes import Code, Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
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

    assert (found.severity, found.waived) == (Severity.NOTE, "đã hỏi thôn (Bà Mẫu)")


@pytest.mark.parametrize("code", [Code.COUNT_DIFFERS, Code.JUMP, Code.NAMESAKE, Code.MANY_NAMESAKES])
def test_what_reaches_beyond_one_cell_is_accepted_at_its_cell_too(code: Code) -> None:
    found = waived(Finding(code, Place("a.xlsx", "Chỉ tiêu", "D33"), unit="T01", year=2026), 2026, "D33")

    assert (found.severity, found.waived) == (Severity.NOTE, "đã hỏi thôn (Bà Mẫu)")


@pytest.mark.parametrize(("year", "cell", "unit"), [(2025, None, "T01"), (None, "K9", "T01"), (None, None, "T02")])
def test_a_waiver_covers_only_what_it_names(year: int | None, cell: str | None, unit: str) -> None:
    assert waived(WARNING, year, cell, unit) == WARNING


def test_an_error_stays_an_error_whoever_accepts_it() -> None:
    assert waived(ERROR) == ERROR
