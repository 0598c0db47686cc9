"""Whom somebody asks for is known however it was typed, and never taken for somebody whose name bears other marks."""

from collections.abc import Iterator

import pytest

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.pipeline.forgetting.sought import sought


def units(*named: tuple[str, str]) -> Iterator[Unit]:
    return (Unit(code, "village", name, None, None, None, None, None, None) for code, name in named)


VILLAGES = (("T01", "Thôn Đoài"), ("T02", "Thôn Hạ"), ("T03", "Thôn Hà"))


@pytest.mark.parametrize(
    ("typed", "written", "surely"),
    [
        ("Ngô Đình Lâm", "Hộ ông NGÔ ĐÌNH LÂM", True),
        ("Ngô Đình Lâm", "ngo dinh lam", True),
        ("Ngo Dinh Lam", "Ngô Đình Lâm", False),
        ("Ngo Dinh Lam", "Ngo Dinh Lam", True),
        ("Ngo Đình Lâm", "Ngô Đình Lâm", False),
        ("ngô dinh lâm", "Ngô Đình Lâm", False),
        ("Ông Ngô Đình Lâm", "Ngô Đình Lâm", True),
        ("hộ ông ngô đình lâm", "Ngô Đình Lâm", True),
        ("Ong Ngo Dinh Lam", "bà Ngô Đình Lâm", False),
        ("Đồng chí Ngô Đình Lâm", "Ngô Đình Lâm", True),
        ("Ông Văn Khiêm", "Ông Văn Khiêm", True),
    ],
)
def test_a_person_is_found_with_what_was_typed(typed: str, written: str, surely: bool) -> None:
    whom = sought(typed, ())

    assert whom.is_named_in(written)
    assert whom.is_surely_named_in(written) is surely


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Ngô Đình Lâm", "Ngô Đình Lắm"),
        ("Ngo Đình Lâm", "Ngô Đình Lắm"),
        ("Ngo Đình Lâm", "Ngô Định Lâm"),
        ("Ngo Dinh Lam", "Ngô Đình Lầmh"),
        ("Ông Văn Khiêm", "Trần Văn Khiêm"),
        ("Ông Ích Khiêm", "Trần Ích Khiêm"),
    ],
)
def test_marks_that_were_typed_are_meant(typed: str, written: str) -> None:
    assert not sought(typed, ()).is_named_in(written)


@pytest.mark.parametrize("typed", ["Thôn Đoài", "t01", "thon doai", "THON DOAI", "thôn doai"])
def test_a_unit_is_known_without_its_marks_and_then_sought_with_them(typed: str) -> None:
    unit = sought(typed, units(*VILLAGES))

    assert (unit.is_unit, unit.code) == (True, "T01")
    assert unit.is_named_in("THÔN ĐOÀI")
    assert not unit.is_named_in("Thôn Đoái")


def test_where_without_marks_two_units_are_meant_nothing_goes_and_their_codes_are_told() -> None:
    with pytest.raises(Refusal, match=r"“thon ha” gõ thiếu dấu có thể là nhiều đơn vị: T02, T03\."):
        sought("thon ha", units(*VILLAGES))
    assert sought("thôn hà", units(*VILLAGES)).code == "T03"
