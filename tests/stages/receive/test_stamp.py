"""What a workbook says of itself decides what it is, whoever wrote it."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.model.returns.submissions import Status
from learnsoc_xlsx.stages.receive.receive import Admissible, receive
from learnsoc_xlsx.stages.receive.unpack.unpack import Item
from tests.books import saved


@pytest.mark.parametrize(
    ("forms", "status", "codes"),
    [(("council",), Status.ACCEPTED, []), (("village",), Status.NOT_A_FORM, ["F11"])],
)
def test_a_workbook_of_ours_with_the_stamp_of_a_form_is_that_form(
    tmp_path: Path, forms: tuple[str, ...], status: Status, codes: list[str]
) -> None:
    book = Workbook()
    book.active["A1"].value = "learnsoc:council:2026.1:2026:"
    (tmp_path / "Hoi_dong.xlsx").write_bytes(saved(book))

    arrival = receive(
        Item("Hoi_dong.xlsx", tmp_path / "Hoi_dong.xlsx"), 0, Admissible(frozenset(forms), range(2024, 2031))
    )

    assert arrival.submission.status is status
    assert [finding.code.code for finding in arrival.findings] == codes


@pytest.mark.parametrize(
    ("stamp", "unit", "of_a_round"),
    [
        ("learnsoc:village:2026.1:2026:", "", ""),
        ("learnsoc:village:2026.1:2026:T01", "T01", ""),
        ("learnsoc:village:2026.1:2026::annual-2026:X01:0a1b", "", "annual-2026"),
        ("learnsoc:village:2026.1:2026:T01:annual-2026:X01:0a1b", "T01", ""),
    ],
)
def test_a_stamp_tells_the_round_of_a_record_and_a_return_of_a_unit_is_of_none(
    tmp_path: Path, stamp: str, unit: str, of_a_round: str
) -> None:
    book = Workbook()
    book.active["A1"].value = stamp
    (tmp_path / "Bieu.xlsx").write_bytes(saved(book))

    item = Item("Bieu.xlsx", tmp_path / "Bieu.xlsx")
    sent = receive(item, 0, Admissible(frozenset({"village"}), range(2024, 2031))).submission

    assert (sent.unit, sent.round) == (unit, of_a_round)
