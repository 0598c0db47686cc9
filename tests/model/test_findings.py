"""Every finding has a code of its own and a sentence that can be said."""

import re

import pytest

from learnsoc_xlsx.model.findings.codes import Code, Severity
from learnsoc_xlsx.model.findings.finding import Finding, quoted_within
from learnsoc_xlsx.model.place import Place, column_letter


@pytest.mark.parametrize("code", list(Code))
def test_every_sentence_can_be_said_and_says_what_to_do(code: Code) -> None:
    finding = Finding(
        code, Place("a.xlsx", "Trang", "B2"), given="đã ghi", expected="cần có", other="ô kia", extra="; gợi ý"
    )

    said = finding.message

    assert "{" not in said
    assert said.endswith(".")
    assert len(re.findall(r"[.;](?: |$)", said)) >= 2
    assert not re.search(r"\b(error|null|None|invalid|nan|dtype)\b", said)


def test_no_two_findings_share_a_code() -> None:
    assert len({code.code for code in Code}) == len(Code)


def test_a_waived_finding_stays_as_a_note_with_who_and_why() -> None:
    finding = Finding(Code.LATE, Place("a.xlsx"), waived="mưa bão", waived_by="Bà Mẫu")

    assert finding.severity.word == "note"
    assert "mưa bão (Bà Mẫu)" in finding.message


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_bear_their_letters(column: int, letters: str) -> None:
    assert column_letter(column) == letters


@pytest.mark.parametrize("code", [code for code in Code if code.severity is not Severity.NOTE and not code.for_office])
def test_what_is_said_to_a_sender_names_nothing_of_another_unit(code: Code) -> None:
    words = {"given": "đã ghi", "expected": "cần có", "other": "ô kia", "extra": "; gợi ý"}
    foreign = dict.fromkeys(code.elsewhere, "Thôn Khác")

    finding = Finding(code, Place("a.xlsx", "Trang", "B2"), **{**words, **foreign})  # type: ignore[arg-type]

    assert "Thôn Khác" not in finding.to_the_sender
    assert ("Thôn Khác" in finding.message) == bool(foreign)


def test_what_a_finding_repeats_of_a_cell_can_be_left_out() -> None:
    finding = Finding(
        Code.NOMINEE_UNKNOWN, Place("a.xlsx"), given="Lê Mẫu", expected="Công dân", extra="; gần giống “Lê Mậu”"
    )

    assert finding.without_quotes.message.startswith("“…” được đề nghị khen nhưng không có trong danh sách “Công dân”")
    assert "Lê" not in finding.without_quotes.message


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ô “Đạt “Gia đình học tập”” còn trống", "ô “Đạt ‘Gia đình học tập’” còn trống"),
        ("“a” và “b”", "“a” và “b”"),
        ("“a” thừa một dấu”", "“a” thừa một dấu”"),
        ("“a “b”", "“a “b”"),
    ],
)
def test_quotation_marks_within_others_are_single_ones(written: str, said: str) -> None:
    assert quoted_within(written) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("a.xlsx", "Trang", "B2"), "B2"),
        (Place("a.xlsx", "Trang", "6:6"), "dòng 6"),
        (Place("a.xlsx", "Trang", "B7:B14"), "B7:B14"),
        (Place("a.xlsx", "Trang"), "(cả trang)"),
        (Place("a.xlsx"), "(cả tệp)"),
    ],
)
def test_a_place_within_a_file_is_called_as_people_call_it(place: Place, said: str) -> None:
    assert place.spot == said
