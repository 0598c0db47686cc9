"""Marks in a yes/no column; domain notes section 8 row 11."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnsoc_xlsx.vietnamese.marks import Mark, parse_mark


@pytest.mark.parametrize(
    "cell",
    [
        "x",
        "X",
        " x ",
        "✓",
        "✔",
        "☑",
        "Có",
        "CÓ",
        "co",
        "đạt",
        "Đạt.",
        "dat",
        "Đ",
        "\u00d0",
        "1",
        "true",
        True,
        1,
        1.0,
    ],
)
def test_a_yes_is_read(cell: object) -> None:
    assert parse_mark(cell) is Mark.YES


@pytest.mark.parametrize(
    "cell",
    [
        "không",
        "Khong",
        "chưa",
        "K",
        "0",
        "-",
        "–",
        "chưa đạt",
        "Không đạt",
        "CHƯA CÓ",
        "false",
        False,
        0,
        0.0,
    ],
)
def test_a_no_is_read(cell: object) -> None:
    assert parse_mark(cell) is Mark.NO


@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0", "\u200b", "☐"])
def test_a_blank_is_not_a_no(cell: object) -> None:
    assert parse_mark(cell) is Mark.BLANK


@pytest.mark.parametrize(
    "cell",
    [
        "có/không",
        "d",
        "ok",
        "?",
        "...",
        "chưa rõ",
        2,
        -1,
        float("nan"),
        datetime.date(2025, 1, 1),
        "✗",
        "#N/A",
    ],
)
def test_anything_else_is_unknown(cell: object) -> None:
    assert parse_mark(cell) is Mark.UNKNOWN


@given(st.text() | st.floats() | st.integers() | st.none() | st.binary())
def test_no_cell_makes_reading_fail(cell: object) -> None:
    assert isinstance(parse_mark(cell), Mark)
