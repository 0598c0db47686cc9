"""Whose a return is, and which of several counts."""

from datetime import date

import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.submissions import Stamp, Status, Submission
from learnsoc_xlsx.stages.settle import Cover, settle

UNITS = tuple(
    Unit(name, "village", said, "X", None, None, None, None, None)
    for name, said in (("A", "Thôn Đông"), ("B", "Thôn Tây"))
)
REGISTER = Register("danh ba.xlsx", (Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None),), UNITS)


def sent(number: int, unit: str = "A", year: int = 2026) -> Submission:
    return Submission(
        number, f"{number}.xlsx", f"sha {number}", 1, Status.ACCEPTED, Stamp("village", "", year, unit), unit
    )


def cover(name: str | None = "Thôn Đông", day: date | None = date(2026, 11, 20), saved: str = "") -> Cover:
    return Cover(
        name,
        2026,
        day,
        Place("x", "Trang bìa", "D9"),
        Place("x", "Trang bìa", "D8"),
        Place("x", "Trang bìa", "D10"),
        saved,
    )


def settled(*submissions: Submission, covers: dict[int, Cover]) -> tuple[list[str], list[tuple[str, str]]]:
    """What became of each, and the findings by code and cell."""
    found, findings = settle(
        submissions, covers, REGISTER, FORMS, lambda _kind, year: date(year, 11, 29), date(2026, 12, 5)
    )
    return [each.status.word for each in found], [told(each) for each in findings]


def told(finding: Finding) -> tuple[str, str]:
    return finding.code.code, finding.place.cell


def test_a_return_in_time_under_its_own_name_has_no_finding() -> None:
    assert settled(sent(0), covers={0: cover()}) == (["accepted"], [])


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2025, 12, 31), "F17"), (date(2026, 1, 1), None), (date(2026, 11, 29), None),
        (date(2026, 11, 30), "F12"), (date(2027, 12, 31), "F12"), (date(2028, 1, 1), "F17"), (date(2062, 11, 20), "F17"),
    ],
)  # fmt: skip
def test_a_report_after_the_last_day_is_late_and_one_of_another_age_is_asked_about(day: date, code: str | None) -> None:
    found = [(code, "D10")] if code else []

    assert settled(sent(0), covers={0: cover(day=day)}) == (["accepted"], found)


def test_a_cover_that_names_another_unit_is_refused_at_the_name() -> None:
    assert settled(sent(0), covers={0: cover("Thôn Tây")}) == (["refused"], [("D14", "D9")])


def test_a_cover_that_names_nobody_is_counted_for_the_stamp_s_unit_and_said() -> None:
    assert settled(sent(0), covers={0: cover("Thôn Đông Bắc")}) == (["accepted"], [("D15", "D9")])


def test_a_name_without_its_diacritics_is_still_the_name() -> None:
    assert settled(sent(0), covers={0: cover("thon dong")}) == (["accepted"], [])


def test_a_form_without_its_cover_is_its_stamp_s_unit_s_and_is_no_second_return() -> None:
    statuses, findings = settled(sent(0), sent(1), covers={})

    assert sorted(statuses) == ["accepted", "superseded"]
    assert [code for code, _ in findings] == ["F14"]


def test_a_form_without_cover_and_unit_is_refused() -> None:
    assert settled(sent(0, unit=""), covers={}) == (["refused"], [("F07", "")])


def test_the_version_with_the_later_date_counts() -> None:
    older, newer = cover(day=date(2026, 11, 1)), cover(day=date(2026, 11, 20))

    assert settled(sent(0), sent(1), covers={0: newer, 1: older}) == (["accepted", "superseded"], [("F13", "")])


def test_a_version_whose_date_cannot_be_read_is_not_said_to_be_the_older() -> None:
    assert settled(sent(0), sent(1), covers={0: cover(), 1: cover(day=None)})[1] == [("F14", "")]
