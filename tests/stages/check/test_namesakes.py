"""Whoever stands in the lists of two units in one year is asked about at the later place, and both count."""

import pandas as pd
import pytest

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import FIRST_ROW, Sheet
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.check.between.evidence import Evidence
from learnsoc_xlsx.stages.check.between.namesakes import FEW, namesakes
from learnsoc_xlsx.stages.check.in_order import in_order

VILLAGE, SCHOOL, ENTERPRISE = (form_in(name, 2026, law()) for name in ("village", "school", "enterprise"))
HOUSEHOLDS, CITIZENS, CLANS = (VILLAGE.sheet(name) for name in ("households", "citizens", "clans"))
Listed = tuple[str, int | None]
"""A name (in column B, from row 7) and a year of birth (in C)."""
Sent = tuple[Sheet, str, int, list[Listed]]
"""A list, the unit that sent it, the year, the records."""

BINH: Listed = ("Trần Văn Bình", 1970)
LAN: Listed = ("Lê Thị Lan", 1981)


def found(*lists: Sent) -> list[Finding]:
    """What is found in lists that were sent in this order, each in a file of its own."""
    sent = {
        number: Submission(number, f"{year}/{unit}.xlsx", "", 1, Status.ACCEPTED, Stamp("", "", year), unit)
        for number, (_, unit, year, _) in enumerate(lists)
    }
    tables = []
    for number, (sheet, _, _, records) in enumerate(lists):
        rows = pd.DataFrame({"submission": [number] * len(records), "row": range(FIRST_ROW, FIRST_ROW + len(records))})
        rows[sheet.distinct[0]] = pd.array([name for name, _ in records], dtype="str")
        for field in sheet.distinct[1:]:
            rows[field] = pd.array([born for _, born in records], dtype="Int64")
        anchors = dict(zip(sheet.distinct, "BC", strict=False))
        tables.append(Table(sheet, rows, {number: Layout(sent[number].file, sheet.name, anchors)}))
    return in_order(namesakes(Evidence(tables, tables, sent, Causes())), sent)


def said(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(each.code.code, str(each.place), each.other) for each in findings]


def test_a_household_in_two_villages_is_asked_about_at_the_later_place_with_the_first_one_named() -> None:
    (one,) = found((HOUSEHOLDS, "T01", 2026, [LAN, BINH]), (HOUSEHOLDS, "T02", 2026, [BINH]))

    assert (one.severity, one.unit, one.year) == (Severity.WARNING, "T02", 2026)
    assert said([one]) == [("D23", "2026/T02.xlsx › Gia đình › B7", "2026/T01.xlsx › Gia đình › B8")]
    assert one.message.startswith(
        "“Trần Văn Bình, 1970” cũng có ở báo cáo của đơn vị khác: 2026/T01.xlsx › Gia đình › B8."
    )


def test_each_namesake_of_a_list_is_asked_about_by_its_own_name() -> None:
    first, second = found((CITIZENS, "T01", 2026, [LAN, BINH]), (CITIZENS, "T02", 2026, [BINH, LAN]))

    assert (first.place.cell, first.given) == ("B7", "Trần Văn Bình, 1970")
    assert (second.place.cell, second.given) == ("B8", "Lê Thị Lan, 1981")


def test_a_name_typed_otherwise_is_the_same_name() -> None:
    once: list[Listed] = [("Nguyễn Thị Hòa", 1970)]
    again: list[Listed] = [("NGUYỄN  THỊ HOÀ", 1970)]

    assert said(found((CITIZENS, "T01", 2026, once), (CITIZENS, "T02", 2026, again))) == [
        ("D23", "2026/T02.xlsx › Công dân › B7", "2026/T01.xlsx › Công dân › B7")
    ]


def test_of_three_units_the_second_and_the_third_are_asked_about_the_first() -> None:
    lists = [(CITIZENS, unit, 2026, [BINH]) for unit in ("T01", "T02", "T03")]

    assert [(str(each.place), each.other) for each in found(*lists)] == [
        ("2026/T02.xlsx › Công dân › B7", "2026/T01.xlsx › Công dân › B7"),
        ("2026/T03.xlsx › Công dân › B7", "2026/T01.xlsx › Công dân › B7"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((HOUSEHOLDS, "T01", 2026, [BINH]), (HOUSEHOLDS, "T02", 2026, [(BINH[0], 1971)])),
        ((HOUSEHOLDS, "T01", 2026, [(BINH[0], None)]), (HOUSEHOLDS, "T02", 2026, [(BINH[0], None)])),
        ((HOUSEHOLDS, "T01", 2025, [BINH]), (HOUSEHOLDS, "T02", 2026, [BINH])),
        ((HOUSEHOLDS, "T01", 2026, [BINH]), (CITIZENS, "T01", 2026, [BINH])),
        ((HOUSEHOLDS, "T01", 2026, [BINH]), (CITIZENS, "T02", 2026, [BINH])),
        ((CLANS, "T01", 2026, [("Họ Trần", None)]), (CLANS, "T02", 2026, [("Họ Trần", None)])),
        ((HOUSEHOLDS, "T01", 2026, [BINH]), (HOUSEHOLDS, "T01", 2026, [BINH])),
        ((HOUSEHOLDS, "T01", 2026, []), (HOUSEHOLDS, "T02", 2026, [])),
    ],
    ids=[
        "another year of birth",
        "no year of birth",
        "another year",
        "the head of a household is a citizen too",
        "a household is no person",
        "a clan lives in several villages",
        "one unit's own list",
        "empty lists",
    ],
)
def test_who_is_not_the_same_is_not_asked_about(first: Sent, second: Sent) -> None:
    assert found(first, second) == []


def test_who_works_in_a_school_and_in_an_enterprise_is_asked_about() -> None:
    lists = ((SCHOOL.sheet("staff"), "S01", 2026, [LAN]), (ENTERPRISE.sheet("workers"), "E01", 2026, [LAN]))

    assert said(found(*lists)) == [
        ("D23", "2026/E01.xlsx › Người lao động › B7", "2026/S01.xlsx › Cán bộ, giáo viên › B7")
    ]


def people(count: int) -> list[Listed]:
    return [(f"Người thứ {number}", 1970) for number in range(count)]


def test_a_few_namesakes_are_each_asked_about() -> None:
    lists = ((CITIZENS, "T01", 2026, people(FEW)), (CITIZENS, "T02", 2026, people(FEW)))

    assert [each.place.cell for each in found(*lists)] == [f"B{row}" for row in range(FIRST_ROW, FIRST_ROW + FEW)]


def test_many_namesakes_are_one_finding_over_their_rows() -> None:
    many = people(FEW + 2)
    lists = ((CITIZENS, "T03", 2026, many[:1]), (CITIZENS, "T01", 2026, many[1:]), (CITIZENS, "T02", 2026, many))

    (one,) = found(*lists)

    assert said([one]) == [("D24", "2026/T02.xlsx › Công dân › B7:B18", "2026/T01.xlsx")]
    assert one.message.startswith(
        "12 dòng ở trang này trùng họ tên và năm sinh với báo cáo của đơn vị khác, nhiều nhất với “2026/T01.xlsx” "
        "(11 dòng). Các dòng: 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 và 2 dòng khác."
    )
