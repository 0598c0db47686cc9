"""What differs between two versions of a return, cell by cell, each at its place in both files."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.returns.differences import Comparison, Side
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Lost, Table
from learnsoc_xlsx.stages.settle.several import compare as stage
from learnsoc_xlsx.stages.settle.several.compare import compare

HOMES = Sheet(
    "homes", "Gia đình", "", SheetKind.LIST,
    (
        Field("head", "Chủ hộ", Kind.TEXT, identity=True),
        Field("born", "Năm sinh", Kind.YEAR, identity=True),
        Field("people", "Số khẩu", Kind.COUNT),
        Field("score", "Điểm", Kind.SCORE),
        Field("reached", "Đạt", Kind.MARK),
        Field("since", "Ngày", Kind.DATE),
    ),
)  # fmt: skip
FIGURES = Sheet(
    "figures", "Chỉ tiêu", "", SheetKind.FIXED, (Field("talks", "Số buổi", Kind.COUNT), Field("books", "Sách", Kind.COUNT))
)  # fmt: skip
DTYPES = {Kind.TEXT: "str", Kind.MARK: "boolean"}
OLD, NEW = 0, 1
Homes = dict[int, tuple[Any, ...]]


def submission(number: int, status: Status, sha256: str = "", unit: str = "A", year: int = 2026) -> Submission:
    file = ("cũ.xlsx", "mới.xlsx")[number]
    return Submission(number, file, sha256 or file, 1, status, Stamp("village", "", year, unit), unit)


SENT = (submission(OLD, Status.SUPERSEDED), submission(NEW, Status.ACCEPTED))


def table(sheet: Sheet, old: Homes | None, new: Homes | None, letters: tuple[str, str] = ("B", "B")) -> Table:
    """Two versions of a sheet as read: rows of the file to their cells in the order of the fields."""
    rows = [(number, row, *cells) for number, side in ((OLD, old), (NEW, new)) for row, cells in (side or {}).items()]
    frame: dict[str, Any] = {"submission": [each[0] for each in rows], "row": [each[1] for each in rows]}
    for at, field in enumerate(sheet.asked, 2):
        column = [each[at] if at < len(each) else None for each in rows]
        frame[field.id] = pd.array(column, dtype=DTYPES.get(field.kind, "Int64"))  # type: ignore[call-overload]
    layouts = {
        number: Layout(SENT[number].file, sheet.name, _anchors(sheet, letters[number]))
        for number, side in ((OLD, old), (NEW, new))
        if side is not None
    }
    return Table(sheet, pd.DataFrame(frame), layouts)


def _anchors(sheet: Sheet, first: str) -> dict[str, str]:
    if sheet.kind is SheetKind.FIXED:
        return {field.id: f"D{row}" for row, field in enumerate(sheet.asked, 8)}
    return {field.id: chr(ord(first) + at) for at, field in enumerate(sheet.asked)}


def compared(*tables: Table) -> Comparison:
    (one,) = compare(tables, SENT)
    return one


def test_of_versions_on_two_revisions_of_a_form_only_what_both_ask_is_compared() -> None:
    older, newer = table(HOMES, {7: ("An", 1970, 3, 800, True, None)}, None), replace(HOMES, fields=HOMES.asked[:3])
    now = table(newer, None, {7: ("An", 1970, 4)})

    assert told(older, now) == [("An", "Số khẩu", "D7", 3, "D7", 4)]


def told(*tables: Table) -> list[tuple[str, str, str, object, str, object]]:
    """Each difference as (whom, field, old cell, old value, new cell, new value)."""
    return [
        (each.subject, each.field.label if each.field else "", *_at(each.older), *_at(each.newer))
        for each in compared(*tables).shown
    ]


def _at(side: Side) -> tuple[str, object]:
    return (side.place.cell, side.value) if side.place else ("", None)


def test_a_record_is_found_by_its_identity_wherever_it_stands_and_each_cell_that_differs_is_told() -> None:
    day = date(2026, 5, 13)
    old: Homes = {7: ("An", 1960, 4, 850, True, day.toordinal()), 8: ("Bình", None, 3)}
    new: Homes = {7: ("Bình", None, 3), 20: ("An", 1960, 5, 875, False, None)}

    assert told(table(HOMES, old, new, ("B", "C"))) == [
        ("An", "Số khẩu", "D7", 4, "E20", 5),
        ("An", "Điểm", "E7", Fraction(17, 2), "F20", Fraction(35, 4)),
        ("An", "Đạt", "F7", True, "G20", False),
        ("An", "Ngày", "G7", day, "H20", None),
    ]


def test_a_name_in_another_spelling_is_the_same_record_and_the_spelling_is_told() -> None:
    assert told(table(HOMES, {7: ("nguyễn  văn Hoà", 1960)}, {7: ("Nguyễn Văn Hòa", 1960)})) == [
        ("Nguyễn Văn Hòa", "Chủ hộ", "B7", "nguyễn  văn Hoà", "B7", "Nguyễn Văn Hòa")
    ]


def test_a_record_that_one_version_lacks_is_told_whole_in_the_order_of_the_rows() -> None:
    found = told(table(HOMES, {7: ("An", 1960, 4)}, {7: ("Bình", 1970, 3), 8: ("An", 1961, 4)}))

    assert found == [
        ("Bình", "", "", None, "B7", None),
        ("An", "", "", None, "B8", None),
        ("An", "", "B7", None, "", None),
    ]


def test_namesakes_are_matched_in_turn() -> None:
    twice: Homes = {7: ("An", 1960, 4), 8: ("An", 1960, 5)}

    assert told(table(HOMES, twice, twice | {9: ("An", 1960, 6)})) == [("An", "", "", None, "B9", None)]


def test_figures_are_compared_by_field_and_an_empty_cell_is_no_zero() -> None:
    assert told(table(FIGURES, {0: (5, None)}, {0: (5, 0)})) == [("", "Sách", "D9", None, "D9", 0)]
    assert told(table(FIGURES, {0: (None, 1)}, {0: (None, 1)})) == []


def test_what_was_not_understood_is_told_as_it_was_typed() -> None:
    words = "năm buổi, trong đó hai buổi ở nhà văn hóa thôn, hai buổi ở trường học và một buổi ở trung tâm của xã"
    bad = Finding(Code.NOT_A_COUNT, Place("cũ.xlsx", "Chỉ tiêu", "D8"), OLD, "talks", given=words[:80])
    figures = replace(table(FIGURES, {0: (None, 1)}, {0: (5, 1)}), lost={(OLD, 0, "talks"): Lost(words, bad)})

    (found,) = compared(figures).shown

    assert (found.older.typed, found.newer.typed) == (words, "")


def test_a_sheet_that_one_version_lacks_is_told_whole() -> None:
    (found,) = compared(table(FIGURES, None, {0: (5, 1)})).shown

    assert (found.sheet.name, found.field, found.older.place, found.newer.place) == (
        "Chỉ tiêu", None, None, Place("mới.xlsx", "Chỉ tiêu", "D8")
    )  # fmt: skip


def test_versions_that_agree_are_a_comparison_without_differences() -> None:
    assert compared(table(FIGURES, {0: (5, 1)}, {0: (5, 1)})) == Comparison(OLD, NEW, 0, ())


def test_what_is_too_much_to_show_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "SHOWN", 3)
    old: Homes = {row: ("An", row, 1) for row in range(7, 12)}
    new: Homes = {row: ("An", row, 2) for row in range(7, 12)}

    found = compared(table(FIGURES, {0: (1, 1)}, {0: (2, 1)}), table(HOMES, old, new))

    assert (found.count, len(found.shown), found.rest) == (6, 3, 3)
    assert [each.sheet.name for each in found.shown] == ["Chỉ tiêu", "Gia đình", "Gia đình"]


@pytest.mark.parametrize(
    "sent",
    [
        (submission(OLD, Status.SUPERSEDED, "same"), submission(NEW, Status.ACCEPTED, "same")),
        (submission(OLD, Status.REFUSED), SENT[NEW]),
        (SENT[OLD], replace(SENT[NEW], unit="B")),
        (SENT[OLD], submission(NEW, Status.ACCEPTED, year=2025)),
        (SENT[OLD], replace(SENT[NEW], status=Status.REFUSED)),
    ],
)
def test_only_a_version_put_aside_for_another_of_its_unit_and_year_is_compared(sent: tuple[Submission, ...]) -> None:
    assert compare([table(FIGURES, {0: (1, 1)}, {0: (2, 1)})], sent) == ()


def test_the_same_bytes_sent_twice_are_compared_once_by_the_file_that_is_no_copy() -> None:
    again = Finding(Code.SAME_FILE, Place("bản sao.xlsx"), OLD)
    copy = replace(SENT[OLD], file="bản sao.xlsx", refusal=again)
    original = replace(SENT[OLD], number=2)

    found = compare([table(FIGURES, {0: (1, 1)}, {0: (2, 1)})], (copy, SENT[NEW], original))

    assert [(each.older, each.newer) for each in found] == [(2, NEW)]
