"""What the reader gives as a blank and is none: errors, and formulas that nothing has reckoned."""

import io
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.returns.submissions import Status
from learnsoc_xlsx.spreadsheet.formula_errors import NO_RESULT, error_cells
from learnsoc_xlsx.stages.receive.receive import Admissible, receive
from learnsoc_xlsx.stages.receive.unpack.unpack import Item
from learnsoc_xlsx.stages.write.write import write
from tests.calc import all_saved_as, needs_office
from tests.stages.write.a_run import a_run


def test_a_formula_saved_before_anything_reckoned_it_is_told_at_its_cell() -> None:
    book = Workbook()
    book.active["D8"], book.active["D9"] = "=100+20", 5
    data = io.BytesIO()
    book.save(data)

    assert error_cells(data.getvalue(), "xlsx") == {"Sheet": {(7, 3): NO_RESULT}}


def test_a_formula_with_its_result_and_an_empty_cell_are_none_of_them(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "x.xlsx") as book:
        page = book.add_worksheet("Chỉ tiêu")
        page.write_formula("D8", "=100+20", None, 120)
        page.write_blank("D9", None, book.add_format({"bold": True}))

    assert error_cells((tmp_path / "x.xlsx").read_bytes(), "xlsx") == {}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A workbook with an error in D32, as LibreOffice saves it in each format."""
    folder = tmp_path_factory.mktemp("saved")
    with xlsxwriter.Workbook(folder / "came.xlsx") as book:
        page = book.add_worksheet("Chỉ tiêu")
        page.write_formula("D32", "=1/0", None, "#DIV/0!")
        page.write_string("B7", "Nội dung")
    kinds = all_saved_as(["xlsx", "ods", "xls"], [folder / "came.xlsx"], folder / "saved")
    return {kind: path.read_bytes() for kind, (path,) in kinds.items()}


@needs_office
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_an_error_saved_by_libreoffice_is_told_at_its_cell_in_every_container(
    kind: str, saved: dict[str, bytes]
) -> None:
    assert error_cells(saved[kind], kind) == {"Chỉ tiêu": {(31, 3): "#DIV/0!"}}


def test_every_workbook_of_ours_is_known_when_it_comes_back_among_the_returns(tmp_path: Path) -> None:
    written = write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")
    books = [path for path in written if path.suffix == ".xlsx"]

    arrivals = [receive(Item(path.name, path), 0, Admissible(frozenset(), range(2024, 2031))) for path in books]

    assert len(books) > 5
    assert {arrival.submission.status for arrival in arrivals} == {Status.NOT_A_FORM}
    assert {finding.code.code for arrival in arrivals for finding in arrival.findings} == {"F11"}
