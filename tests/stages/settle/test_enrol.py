"""The register: what it says, and where it contradicts itself or names what nobody bears, each at its own cell."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import FIRST_ROW, Kind
from learnsoc_xlsx.model.place import Layout, Place, column_letter
from learnsoc_xlsx.model.register import DueDate, Register
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Lost, Table
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.settle.deadlines import sound_deadlines
from learnsoc_xlsx.stages.settle.enrol import enrol

FORM = form_in("register", 2026, law())
KNOWN = {
    "indicator": {"households_share"},
    "award": {"household", "village"},
    "round": {"annual"},
    "code": {"R05"},
}
UNITS = (
    {"id": "X1", "kind": "commune", "name": "Xã Một"},
    {"id": "A1", "kind": "village", "name": "Thôn Đông", "parent": "X1"},
    {"id": "A2", "kind": "village", "name": "Thôn Tây", "parent": "X1"},
)
PROFILE = {
    "since": date(2020, 1, 1), "unit": "X1", "parent_name": "Huyện", "issuer": "UBND xã", "place_name": "Một",
    "signer_title": "CHỦ TỊCH",
}  # fmt: skip
EMPTY = {Kind.TEXT: "str", Kind.CHOICE: "str", Kind.MARK: "boolean"}
Row = dict[str, Any]


def table(name: str, *rows: Row) -> Table:
    """A list of the register whose first field stands in column B, its first row in row 7, as the template prints it."""
    sheet = FORM.sheet(name)
    frame: dict[str, Any] = {"submission": [0] * len(rows), "row": range(FIRST_ROW, FIRST_ROW + len(rows))}
    for field in sheet.asked:
        stored = [_stored(row.get(field.id), field.kind) for row in rows]
        frame[field.id] = pd.array(stored, dtype=EMPTY.get(field.kind, "Int64"))  # type: ignore[call-overload]
    anchors = {field.id: column_letter(at) for at, field in enumerate(sheet.asked, 1)}
    return Table(sheet, pd.DataFrame(frame), {0: Layout("danh ba.xlsx", sheet.name, anchors)})


def _stored(value: Any, kind: Kind) -> Any:
    if value is None:
        return None
    if isinstance(value, date):
        return value.toordinal()
    return int(value * kind.scale) if kind.is_number else value


SENT = Submission(0, "danh ba.xlsx", "", 1, Status.ACCEPTED, Stamp("register", "", 2026))


def found(units: tuple[Row, ...] = UNITS, **lists: tuple[Row, ...]) -> tuple[Register, list[tuple[str, str, str]]]:
    """The register of these rows, and its findings as (code, sheet, cell)."""
    tables = [table("profile", PROFILE), table("units", *units), *(table(name, *rows) for name, rows in lists.items())]
    register, findings = enrol(SENT, tables, KNOWN)
    return register, [(each.code.code, each.place.sheet, each.place.cell) for each in findings]


def cell(sheet: str, field: str, row: int) -> str:
    at = next(at for at, each in enumerate(FORM.sheet(sheet).asked, 1) if each.id == field)
    return f"{column_letter(at)}{row}"


def test_a_register_without_contradictions_has_no_findings() -> None:
    register, findings = found(quotas=({"award": "household", "round": "annual", "limit": 8},))

    assert findings == []
    assert [unit.name for unit in register.units] == ["Xã Một", "Thôn Đông", "Thôn Tây"]
    assert register.quotas[0].limit == 8


@pytest.mark.parametrize(
    ("sheet", "field", "row"),
    [
        ("quotas", "award", {"award": "Hộ gia đình", "round": "annual"}),
        ("quotas", "round", {"award": "household", "round": "hằng năm"}),
        ("targets", "indicator", {"indicator": "household_share", "year": 2026, "at_least": 70}),
        ("waivers", "code", {"code": "Z99", "unit": "A1", "reason": "đã hỏi", "by": "Bà Mẫu"}),
    ],
)
def test_a_code_that_nothing_bears_is_said_at_its_cell(sheet: str, field: str, row: Row) -> None:
    _, findings = found(**{sheet: (row,)})

    assert findings == [("D04", FORM.sheet(sheet).name, cell(sheet, field, 7))]


@pytest.mark.parametrize(("given", "extra"), [("household_share", "; gần giống “households_share”"), ("phones", "")])
def test_a_code_that_nothing_bears_is_said_with_the_one_that_it_comes_near_if_there_is_one(
    given: str, extra: str
) -> None:
    target = {"indicator": given, "year": 2026, "at_least": 70}
    tables = [table("profile", PROFILE), table("units", *UNITS), table("targets", target)]

    (finding,) = enrol(SENT, tables, KNOWN)[1]

    assert (finding.given, finding.extra) == (given, extra)


def test_a_unit_that_the_list_of_units_lacks_is_said_at_its_cell() -> None:
    _, findings = found(waivers=({"code": "R05", "unit": "A9", "reason": "đã hỏi", "by": "Bà Mẫu"},))

    assert findings == [("D11", "Chấp nhận", cell("waivers", "unit", 7))]


def test_a_parent_and_a_successor_that_no_row_names_are_said_at_their_own_cells() -> None:
    _, findings = found((*UNITS[:2], UNITS[2] | {"parent": "X9", "successor": "A8"}))

    assert sorted(findings) == [
        ("D02", "Đơn vị", cell("units", "successor", 9)),
        ("D03", "Đơn vị", cell("units", "parent", 9)),
    ]


def test_a_span_that_ends_before_it_begins_is_said_at_its_end() -> None:
    backwards = UNITS[2] | {"since": date(2026, 1, 1), "until": date(2025, 12, 31)}

    assert found((*UNITS[:2], backwards))[1] == [("D12", "Đơn vị", cell("units", "until", 9))]


def test_two_units_of_one_name_are_said_but_one_unit_may_stand_on_two_rows() -> None:
    twice = (*UNITS, UNITS[1] | {"since": date(2026, 1, 1)})

    assert found(twice)[1] == []
    assert found((*UNITS[:2], UNITS[2] | {"name": "thôn  đông"}))[1] == [("D13", "Đơn vị", cell("units", "name", 9))]


@pytest.mark.parametrize(("month", "day", "real"), [(2, 29, True), (2, 30, False), (4, 30, True), (4, 31, False)])
def test_a_deadline_on_a_day_that_no_calendar_has_is_said_and_left_out(month: int, day: int, real: bool) -> None:
    register, findings = found(deadlines=({"unit_kind": "village", "month": month, "day": day},))

    assert findings == ([] if real else [("C09", "Hạn nộp", cell("deadlines", "day", 7))])
    assert len(register.deadlines) == int(real)


def test_a_deadline_that_stands_in_no_file_is_said_without_one() -> None:
    rows, (finding,) = sound_deadlines([DueDate("village", None, None, 2, 30, None)])

    assert rows == ()
    assert (finding.given, str(finding.place)) == ("30/2", "")


LOST_YEARS: tuple[tuple[str, str, Row], ...] = (
    ("thresholds", "since", {"key": "award.household.labour", "value": Fraction(10)}),
    ("choices", "since", {"choice": "report.lists", "value": "everybody"}),
    ("deadlines", "year", {"unit_kind": "village", "month": 1, "day": 5}),
    ("waivers", "year", {"code": "R05", "unit": "A1", "reason": "đã hỏi", "by": "Bà Mẫu"}),
    ("papers", "year", {"kind": "decision", "round": "annual", "number": "12/QĐ"}),
)


@pytest.mark.parametrize(("sheet", "field", "row"), LOST_YEARS)
def test_a_row_whose_year_cannot_be_read_holds_for_no_year_and_is_said(sheet: str, field: str, row: Row) -> None:
    blank = table(sheet, row)
    typed = replace(blank, lost={(0, FIRST_ROW, field): Lost("2O25", Finding(Code.NOT_A_YEAR, Place("danh ba.xlsx")))})
    whole = [table("profile", PROFILE), table("units", *UNITS)]

    (of_blank, _), (of_typed, findings) = (enrol(SENT, [*whole, one], KNOWN) for one in (blank, typed))

    assert (len(getattr(of_blank, sheet)), len(getattr(of_typed, sheet))) == (1, 0)
    assert [(each.code.code, each.given, each.place.cell) for each in findings] == [("D49", "2O25", cell(sheet, field, FIRST_ROW))]  # fmt: skip


def test_a_second_deadline_of_one_kind_and_year_is_said_with_the_row_of_the_first_and_left_out() -> None:
    rows = ({"unit_kind": "village", "month": 11, "day": 5}, {"unit_kind": "village", "month": 12, "day": 1})
    tables = [table("profile", PROFILE), table("units", *UNITS), table("deadlines", *rows)]

    register, (finding,) = enrol(SENT, tables, KNOWN)

    assert [(due.month, due.day) for due in register.deadlines] == [(11, 5)]
    assert (finding.code, finding.given, finding.expected) == (Code.REPEATED, "mọi năm", str(FIRST_ROW))
    assert finding.place.cell == cell("deadlines", "unit_kind", FIRST_ROW + 1)


def test_a_unit_that_was_split_is_said_with_all_that_took_it_over() -> None:
    tables = [
        table("profile", PROFILE),
        table("units", *UNITS, UNITS[1] | {"id": "A3", "successor": "A1; A2", "name": "Thôn Bắc"}),
    ]

    (finding,) = enrol(SENT, tables, KNOWN)[1]

    assert (finding.code, finding.given, finding.expected) == (Code.SPLIT_UNIT, "Thôn Bắc", "A1; A2")
    assert (finding.place.cell, finding.submission) == (cell("units", "successor", 10), 0)


def test_a_circle_of_successors_is_said() -> None:
    circle = (UNITS[0], UNITS[1] | {"successor": "A2"}, UNITS[2] | {"successor": "A1"})

    assert {code for code, _, _ in found(circle)[1]} == {"D10"}


def test_units_that_stand_above_one_another_are_said_at_the_cells_that_name_the_unit_above() -> None:
    circle = (UNITS[0] | {"parent": "A1"}, *UNITS[1:])

    assert found(circle)[1] == [("D10", "Đơn vị", cell("units", "parent", row)) for row in (7, 8)]


def test_a_unit_without_a_way_up_to_the_commune_is_said_and_counted_with_it() -> None:
    register, findings = found((*UNITS[:2], UNITS[2] | {"parent": None}))

    assert findings == [("D18", "Đơn vị", cell("units", "parent", 9))]
    assert [unit.parent for unit in register.units] == [None, "X1", "X1"]


def test_the_levels_above_the_commune_need_no_way_to_it() -> None:
    above = ({"id": "P1", "kind": "province", "name": "Tỉnh"}, UNITS[0] | {"parent": "P1"}, *UNITS[1:])

    assert found(above)[1] == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("A 2", "có dấu cách"), ("A\u00a02", "có dấu cách"), ("A2/3", "có dấu “/”"), ("A2;A3", "có dấu “;”"),
        ("A2,3", "có dấu “,”"), ("A2:3", "có dấu “:”"), ("A2&3", "có dấu “&”"), ("A\\2", "có dấu “\\”"), ("A|2", "có dấu “|”"),
        ("t" * 61, "dài 61 ký tự"), ("..", "không nhận tên tệp"), ("CON", "không nhận tên tệp"), ("lpt1.a", "không nhận tên tệp"),
        ("a1", "khác mã “A1” chỉ ở chữ hoa"),
    ],
)  # fmt: skip
def test_a_code_that_a_stamp_or_a_file_name_cannot_carry_whole_is_refused_at_its_cell(code: str, said: str) -> None:
    tables = [table("profile", PROFILE), table("units", *UNITS[:2], UNITS[2] | {"id": code})]

    (finding,) = enrol(SENT, tables, KNOWN)[1]

    assert (finding.code.code, finding.place.cell, finding.severity.word) == ("F40", cell("units", "id", 9), "error")
    assert said in finding.message
    assert finding.given == (code if len(code) <= 60 else f"{code[:60]}…")
    assert "chỉ gồm chữ, số, dấu chấm, gạch ngang, gạch dưới, dài đến 60 ký tự" in finding.message


@pytest.mark.parametrize("code", ["T02", "Thôn_Đông-2.1", "ĐƠN-VỊ", "1", "T1.", "console", "t" * 60, "ệ" * 60])
def test_a_code_that_a_stamp_carries_whole_is_left_alone(code: str) -> None:
    assert found((*UNITS[:2], UNITS[2] | {"id": code}))[1] == []


def test_a_code_on_several_rows_is_refused_once() -> None:
    twice = (*UNITS[:2], UNITS[2] | {"id": "A 2"}, UNITS[2] | {"id": "A 2", "since": date(2026, 1, 1)})

    assert [code for code, _, _ in found(twice)[1]] == ["F40"]


@pytest.mark.parametrize(
    ("code", "said"), [("H 01", " (có dấu cách)"), ("H/01", " (có dấu “/”)"), ("H" * 61, " (dài 61 ký tự)")]
)
def test_the_code_that_the_level_above_gave_is_held_to_the_same_and_not_used(code: str, said: str) -> None:
    tables = [table("profile", PROFILE), table("units", *UNITS), table("settings", {"code_above": code})]

    register, (finding,) = enrol(SENT, tables, KNOWN)

    assert (finding.code.code, finding.place.sheet, finding.field) == ("F40", FORM.sheet("settings").name, "code_above")
    assert (finding.given, finding.expected, finding.extra) == (code[:60], "60", said)
    assert finding.place.cell == cell("settings", "code_above", FIRST_ROW).rstrip("7")
    assert register.code_above == ""


def test_the_code_that_the_level_above_gave_is_kept_where_a_stamp_can_carry_it() -> None:
    tables = [table("profile", PROFILE), table("units", *UNITS), table("settings", {"code_above": "H" * 60})]

    register, findings = enrol(SENT, tables, KNOWN)

    assert (register.code_above, findings) == ("H" * 60, [])
