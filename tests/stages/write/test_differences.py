"""The page on which an officer sees what differs between two versions of a return."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.form.form import Field, Kind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.differences import Comparison, Difference, Side, Value
from learnsoc_xlsx.model.returns.submissions import Status
from learnsoc_xlsx.stages.write.write import write
from tests.stages.write.a_run import CONTRIBUTION, FILES, HOUSEHOLDS, SHEET_OF_FIGURES, a_run

OLDER, NEWER = "2026/cũ.xlsx", FILES["v-dong", 2026]
NONE = Side(None, "", None)
CHECK = [each for each in WORKBOOKS if each.id == "check"]


def side(file: str, cell: str, value: Value = None, typed: str = "") -> Side:
    return Side(value, typed, Place(file, "Gia đình", cell))


def differs(field: str, old: Value, new: Value, typed: str = "", subject: str = "An") -> Difference:
    (known,) = [each for each in HOUSEHOLDS.asked if each.id == field]
    return Difference(HOUSEHOLDS, subject, known, side(OLDER, "C7", old, typed), side(NEWER, "C9", new))


FOUND = (
    differs("people", 1200, None),
    differs("people", None, 4, "bốn"),
    differs("score", Fraction(17, 2), Fraction(9)),
    differs("recognised", True, False),
    differs("since", date(2026, 5, 13), None),
    differs("gift", "labour", "money"),
    differs("head", "=1+1", "An"),
    Difference(HOUSEHOLDS, "Bình", None, side(OLDER, "B8"), NONE),
    Difference(HOUSEHOLDS, "", None, NONE, side(NEWER, "B9")),
    Difference(SHEET_OF_FIGURES, "", None, NONE, side(NEWER, "D8")),
    Difference(
        HOUSEHOLDS, "An", Field("born", "Năm sinh", Kind.YEAR), side(OLDER, "C7", 1963), side(NEWER, "C9", 1950)
    ),
)


def written(folder: Path, *pairs: Comparison) -> Any:
    run = a_run(folder / "inbox", comparisons=pairs)
    older = replace(run.submissions[1], number=4, file=OLDER, status=Status.SUPERSEDED)
    write(replace(run, submissions=(*run.submissions, older)), CHECK, folder / "out")
    return openpyxl.load_workbook(folder / "out" / "Kiem_tra.xlsx")["Khác nhau giữa các bản"]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return written(tmp_path_factory.mktemp("versions"), Comparison(4, 1, len(FOUND) + 25, FOUND))


def lines(page: Any) -> list[list[str]]:
    """The rows under the headings, as texts."""
    rows = [[str(cell or "") for cell in row[:7]] for row in page.iter_rows(values_only=True)]
    return rows[next(at for at, row in enumerate(rows) if row[3:5] == ["Ô", "Giá trị"]) + 1 :]


def test_a_pair_is_headed_by_its_unit_and_its_two_files(page: Any) -> None:
    assert [row[0] for row in lines(page)[:2]] == ["Thôn Đông, năm 2026: 36 chỗ khác", "Tệp"]
    assert lines(page)[1][3:] == ["mở", OLDER, "mở", NEWER]


def test_values_are_shown_as_a_person_writes_them_and_what_was_not_understood_as_typed(page: Any) -> None:
    assert [tuple(row[2:3] + row[4:5] + row[6:7]) for row in lines(page)[2:-1]] == [
        ("Số khẩu", "1.200", "(trống)"),
        ("Số khẩu", "“bốn” (không nhận được)", "4"),
        ("Điểm", "8,5", "9"),
        ("Đạt", "x", "không"),
        ("Ngày công nhận", "13/05/2026", "(trống)"),
        ("Đóng góp", CONTRIBUTION.entries[0].label, CONTRIBUTION.entries[1].label),
        ("Họ và tên chủ hộ", "=1+1", "An"),
        ("(cả dòng)", "có", "không có"),
        ("(cả dòng, không ghi tên)", "không có", "có"),
        ("(cả trang)", "không có", "có"),
        ("Năm sinh", "1963", "1950"),
    ]


def test_each_side_leads_to_its_cell_in_its_own_file(page: Any) -> None:
    row = next(row for row in page.iter_rows() if row[2].value == "Số khẩu")

    assert [row[at].value for at in (3, 5)] == ["C7", "C9"]
    assert [(row[at].hyperlink.target, row[at].hyperlink.location) for at in (3, 5)] == [
        ("../inbox/2026/cũ.xlsx", "'Gia đình'!C7"),
        ("../inbox/2026/Thôn%20Đông.xlsx", "'Gia đình'!C9"),
    ]


def test_what_is_not_shown_is_counted_and_said(page: Any) -> None:
    assert lines(page)[-1][0].startswith("Còn 25 chỗ khác nữa của Thôn Đông, năm 2026")


def test_two_files_without_a_difference_and_no_pair_at_all_are_said(tmp_path: Path) -> None:
    alike = written(tmp_path / "a", Comparison(4, 1, 0, ()))
    nothing = written(tmp_path / "b")

    assert lines(alike)[0][0].endswith("mọi số liệu đọc được đều giống nhau")
    assert "Không có đơn vị nào gửi hai bản khác nhau cho cùng năm." in [row[0].value for row in nothing.iter_rows()]


def test_run_json_gives_the_same(tmp_path: Path) -> None:
    written(tmp_path, Comparison(4, 1, len(FOUND) + 25, FOUND))

    (pair,) = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["versions"]

    assert (pair["file"], pair["instead"], pair["differences"]) == (OLDER, NEWER, 36)
    assert pair["shown"][0]["field"] == "people"
    assert pair["shown"][0]["older"] == {
        "file": OLDER, "sheet": "Gia đình", "cell": "C7", "value": 1200, "typed": None
    }  # fmt: skip
    assert pair["shown"][7]["newer"] is None
