"""A figure far from the same unit's last year's is asked about at its cell, unless the unit said why."""

from fractions import Fraction

import pandas as pd
import pytest

from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.explanations import explanations_of
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind, Tolerance
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.check.between.evidence import Evidence
from learnsoc_xlsx.stages.check.between.look_back import look_back
from learnsoc_xlsx.stages.check.in_order import in_order

TWICE = Tolerance(Fraction(2), Fraction(50), "Lựa chọn của chương trình")
SHEET = Sheet(
    "indicators",
    "Chỉ tiêu",
    "CHỈ TIÊU",
    SheetKind.FIXED,
    (Field("population", "Số nhân khẩu", Kind.COUNT, tolerance=TWICE), Field("radio", "Số tin", Kind.COUNT)),
    form="village",
)
Sent = tuple[str, int, int | None]
"""Unit, year, population (at D8; the radio's figure, at D9, is ever 1 or 900)."""


def found(*returns: Sent, reasons: dict[str, str] | None = None, told: tuple[Finding, ...] = ()) -> list[Finding]:
    """What is found on returns of which the last gave these reasons."""
    sent = {
        number: Submission(number, f"{year}/{unit}.xlsx", "", 1, Status.ACCEPTED, Stamp("village", "", year), unit)
        for number, (unit, year, _) in enumerate(returns)
    }
    rows = pd.DataFrame({
        "submission": list(sent),
        "row": [0] * len(sent),
        "population": pd.array([value for _, _, value in returns], dtype="Int64"),
        "radio": pd.array([1 if number % 2 else 900 for number in sent], dtype="Int64"),
    })  # fmt: skip
    cells = {"population": "D8", "radio": "D9"}
    layouts = {number: Layout(each.file, "Chỉ tiêu", cells) for number, each in sent.items()}
    tables = [Table(SHEET, rows, layouts), *_explanations(sent[len(sent) - 1], reasons or {})]
    return in_order(look_back(Evidence(tables, tables, sent, Causes(told))), sent)


def _explanations(sent: Submission, reasons: dict[str, str]) -> list[Table]:
    """The reasons of one return as they are read: the population's stands at H8."""
    if not reasons:
        return []
    rows = {"submission": [sent.number], "row": [8], "explained": list(reasons), "reason": list(reasons.values())}
    layouts = {sent.number: Layout(sent.file, "Chỉ tiêu", {"reason": "H"})}
    return [Table(explanations_of(SHEET), pd.DataFrame(rows), layouts)]


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.code.code, str(each.place)) for each in findings]


def test_a_jump_is_asked_about_with_both_figures_and_what_to_do() -> None:
    (jump,) = found(("T01", 2025, 900), ("T01", 2026, 9000))

    assert (jump.code, str(jump.place), jump.unit, jump.year) == (
        Code.JUMP,
        "2026/T01.xlsx › Chỉ tiêu › D8",
        "T01",
        2026,
    )
    assert jump.message == (
        "Năm nay ghi 9.000, năm trước 900: khác nhau quá 2 lần (mức hỏi lại: Lựa chọn của chương trình). "
        "Nếu số đúng, hãy ghi lý do vào ô “Giải trình” cùng dòng; nếu sai, hãy sửa lại số."
    )


@pytest.mark.parametrize(
    ("last", "now", "asked"),
    [
        (100, 200, False),
        (100, 201, True),
        (200, 100, False),
        (200, 99, True),
        (40, 89, False),
        (40, 90, True),
        (60, 0, True),
        (0, 5000, False),
    ],
)
def test_a_jump_is_more_than_so_many_times_and_apart_by_so_much(last: int, now: int, asked: bool) -> None:
    assert [each.code for each in found(("T01", 2025, last), ("T01", 2026, now))] == [Code.JUMP] * asked


def test_a_jump_that_the_unit_explains_is_a_note_that_repeats_the_reason() -> None:
    (note,) = found(("T01", 2025, 900), ("T01", 2026, 9000), reasons={"population": "sáp nhập ba thôn"})

    assert (note.code, note.place.cell, note.severity.word) == (Code.JUMP_EXPLAINED, "H8", "note")
    assert "Năm nay ghi 9.000, năm trước 900. Đơn vị giải trình: “sáp nhập ba thôn”." in note.message


@pytest.mark.parametrize("last", [1000, None])
def test_a_reason_that_was_not_needed_is_not_lost(last: int | None) -> None:
    (note,) = found(("T01", 2025, last), ("T01", 2026, 1001), reasons={"population": "theo sổ hộ khẩu"})

    assert (note.code, note.place.cell, note.given) == (Code.REASON_GIVEN, "H8", "theo sổ hộ khẩu")


def test_only_the_same_unit_s_year_before_is_looked_at() -> None:
    assert found(("T01", 2025, 900), ("T02", 2026, 9000), ("T01", 2024, 800), ("T01", 2027, 90)) == []


def test_the_order_of_the_files_says_nothing_of_the_years() -> None:
    assert said(found(("T01", 2026, 9000), ("T01", 2025, 900))) == [("D20", "2026/T01.xlsx › Chỉ tiêu › D8")]


def test_a_cell_that_has_a_finding_is_not_spoken_of_twice_but_its_reason_is_kept() -> None:
    differs = Finding(Code.COUNT_DIFFERS, Place("2026/T01.xlsx", "Chỉ tiêu", "D8"), submission=1, field="population")

    assert found(("T01", 2025, 900), ("T01", 2026, 9000), told=(differs,)) == []
    assert len(found(("T01", 2025, 900), ("T01", 2026, 9000), told=(differs,), reasons={"population": "x"})) == 1


def test_figures_that_may_be_another_unit_s_are_not_asked_about_one_by_one() -> None:
    copied = Finding(Code.COPY_OF_ANOTHER, Place("2026/T01.xlsx", "Chỉ tiêu"), submission=1)

    assert found(("T01", 2025, 900), ("T01", 2026, 9000), told=(copied,)) == []
