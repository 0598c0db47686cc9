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
