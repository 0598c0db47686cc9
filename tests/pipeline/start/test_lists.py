"""Lists as people have them: each line and each sheet drawn here, and what is understood of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.pipeline.start.answers import Around, Value
from learnsoc_xlsx.pipeline.start.lists.entries import Listed, ListedUnit, Wrong
from learnsoc_xlsx.pipeline.start.lists.lines import entry_of
from learnsoc_xlsx.pipeline.start.questions import QUESTIONS
from learnsoc_xlsx.pipeline.start.reading import read

Cells = Sequence[Sequence[object]]
IN_A_COMMUNE: Mapping[str, Value] = {"commune": "Xã Hồng Phúc"}


def answered(
    question: str, text: str, before: Mapping[str, Value] = IN_A_COMMUNE, folder: Path = Path()
) -> Value | Wrong:
    asked = next(one for one in QUESTIONS if one.id == question)
    return read(asked, text, Around(2026, before, folder))


def listed(question: str, text: str, before: Mapping[str, Value] = IN_A_COMMUNE, folder: Path = Path()) -> Listed:
    answer = answered(question, text, before, folder)
    assert isinstance(answer, Listed), answer
    return answer


def names(list_: Listed) -> list[str]:
    return [entry.name for entry in list_.entries]


def why(answer: Value | Wrong) -> str:
    assert isinstance(answer, Wrong), answer
    return answer.why


def laid(folder: Path, *sheets: tuple[str, Cells], merged: Sequence[str] = ()) -> str:
    """Lay an old list into a folder; return its name."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        for cells in merged:
            page.merge_cells(cells)
    book.save(folder / "cu.xlsx")
    return "cu.xlsx"


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("Thôn Đông", ListedUnit("Thôn Đông")),
        ("1. Thôn Đông; t01@xa.vn", ListedUnit("Thôn Đông", ("t01@xa.vn",))),
        ("- Thôn 2 <t02@xa.vn>, t02b@xa.vn", ListedUnit("Thôn 2", ("t02@xa.vn", "t02b@xa.vn"))),
        ("Thôn Đông - t01@xa.vn", ListedUnit("Thôn Đông", ("t01@xa.vn",))),
        ("Thôn Đông (t01@xa.vn)", ListedUnit("Thôn Đông", ("t01@xa.vn",))),
        ("• T05; Thôn Hạ; 0912 345 678", ListedUnit("Thôn Hạ", (), "T05", "0912 345 678")),
        ("Thôn Hạ; mã: 12.ab; ghi chú", ListedUnit("Thôn Hạ", (), "12.ab", "ghi chú")),
        ("Thôn Hạ (bà Lê Thị Bình, 0912345678)", ListedUnit("Thôn Hạ", (), "", "bà Lê Thị Bình, 0912345678")),
        ("Thôn Hạ - Trưởng thôn Lê Văn An", ListedUnit("Thôn Hạ", (), "", "Trưởng thôn Lê Văn An")),
        ("Công ty A - Chi nhánh B, email: a@b.vn", ListedUnit("Công ty A - Chi nhánh B", ("a@b.vn",))),
        ("Ban Văn hóa, Thể thao", ListedUnit("Ban Văn hóa, Thể thao")),
        ("Thôn Đông (cũ)", ListedUnit("Thôn Đông (cũ)")),
        ("t01@xa.vn", None),
        ("---", None),
    ],
)
def test_a_line_is_a_name_with_what_stands_around_it(line: str, entry: ListedUnit | None) -> None:
    assert entry_of(line) == entry


def test_several_units_on_one_line_are_parted_only_where_each_is_called_one() -> None:
    assert names(listed("villages", "Thôn Đông, Thôn Đoài, Thôn Hạ")) == ["Thôn Đông", "Thôn Đoài", "Thôn Hạ"]
    assert names(listed("departments", "Ban Văn hóa, Thể thao và Du lịch")) == ["Ban Văn hóa, Thể thao và Du lịch"]


def test_a_name_that_stands_twice_is_one_unit_with_both_addresses_and_is_named() -> None:
    list_ = listed("villages", "Thôn Hòa; a@xa.vn\nthôn Hoà; b@xa.vn")

    assert [(entry.name, entry.emails) for entry in list_.entries] == [("Thôn Hòa", ("a@xa.vn", "b@xa.vn"))]
    assert list_.remarks == ("“Thôn Hòa” có 2 lần trong danh sách; chỉ ghi một đơn vị.",)


def test_a_shortened_name_is_written_out_and_its_spelling_kept() -> None:
    list_ = listed("schools", "MN Tân Học\nTHCS Tân Học\nTrường Tiểu học số 2")

    assert [(entry.name, entry.aliases) for entry in list_.entries] == [
        ("Trường Mầm non Tân Học", ("MN Tân Học",)),
        ("Trường THCS Tân Học", ("THCS Tân Học",)),
        ("Trường Tiểu học số 2", ()),
    ]
    assert list_.remarks == (
        "Tên được ghi đủ: “MN Tân Học” là “Trường Mầm non Tân Học”; “THCS Tân Học” là “Trường THCS Tân Học”.",
    )


def test_a_bare_name_is_a_village_in_a_commune_and_a_residential_group_in_a_ward() -> None:
    assert names(listed("villages", "Đông\nXóm Mới")) == ["Thôn Đông", "Xóm Mới"]
    assert names(listed("villages", "1\n2", {"commune": "Phường Hạ"})) == ["Tổ dân phố 1", "Tổ dân phố 2"]


def test_a_line_that_names_nobody_is_named() -> None:
    list_ = listed("villages", "Danh sách các thôn:\nThôn Đông\nt01@xa.vn\nTổng số: 1 thôn\nNgười lập: Lê Văn An")

    assert names(list_) == ["Thôn Đông"]
    assert list_.remarks == (
        "Dòng “t01@xa.vn” không có tên đơn vị nên không ghi.",
        "Dòng “Tổng số: 1 thôn” không có tên đơn vị nên không ghi.",
        "Dòng “Người lập: Lê Văn An” không có tên đơn vị nên không ghi.",
    )


def test_cells_that_were_copied_are_read_by_their_headings() -> None:
    list_ = listed("villages", "STT\tTên thôn\tEmail\n1\tThôn Đông\ta@xa.vn\n\n2\tThôn Đoài\t\n")

    assert [(entry.name, entry.emails) for entry in list_.entries] == [("Thôn Đông", ("a@xa.vn",)), ("Thôn Đoài", ())]


def test_an_old_list_is_read_under_its_titles_and_above_its_signatures(tmp_path: Path) -> None:
    rows: Cells = [
        ["ỦY BAN NHÂN DÂN XÃ HỒNG PHÚC"],
        ["DANH SÁCH CÁC THÔN VÀ THÔNG TIN LIÊN HỆ"],
        [],
        ["STT", "Tên thôn", "Trưởng thôn", "Thông tin liên hệ", None],
        [None, None, None, "Điện thoại", "Email"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "Thôn Đông Hòa", "Nguyễn Văn An", "0912 345 678", "t01@xa.vn"],
        [2, "THÔN ĐOÀI", "Trần Thị Bé", 912345679, "t02@xa.vn; t02b@xa.vn"],
        ["Tổng cộng", "2 thôn"],
        [None, None, None, "Hồng Phúc, ngày 03 tháng 01 năm 2026"],
        [None, None, None, "Nguyễn Thị Hoa"],
    ]
    file = laid(tmp_path, ("Sheet1", rows), merged=("A1:E1", "A2:E2", "D4:E4", "A4:A5", "B4:B5"))

    list_ = listed("villages", file, folder=tmp_path)

    assert [(entry.name, entry.emails) for entry in list_.entries] == [
        ("Thôn Đông Hòa", ("t01@xa.vn",)),
        ("Thôn Đoài", ("t02@xa.vn", "t02b@xa.vn")),
    ]
    assert list_.remarks == (
        "3 dòng không phải dòng của một đơn vị nên không ghi: “Tổng cộng 2 thôn”, “Hồng Phúc, ngày 03 tháng 01 năm 2026”, “Nguyễn Thị Hoa”.",
    )


_MIXED: Cells = [
    ["TT", "Đơn vị", "Địa chỉ thư điện tử"],
    ["I", "CÁC THÔN"],
    [1, "Đông Hòa", "t01@xa.vn"],
    ["II", "KHỐI TRƯỜNG HỌC"],
    [1, "MN Tân Học", "s01@xa.vn"],
    ["III", "Ban, ngành, đoàn thể"],
    [1, "Hội Nông dân", "d04@xa.vn"],
    ["IV", "Doanh nghiệp, HTX"],
    [1, "Công ty May", "e01@xa.vn"],
]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("villages", "Thôn Đông Hòa"),
        ("schools", "Trường Mầm non Tân Học"),
        ("departments", "Hội Nông dân"),
        ("enterprises", "Công ty May"),
    ],
)
def test_a_list_of_several_kinds_gives_each_question_its_own(question: str, name: str, tmp_path: Path) -> None:
    list_ = listed(question, laid(tmp_path, ("DS", _MIXED)), folder=tmp_path)

    assert names(list_) == [name]
    assert list_.remarks[0].startswith("3 dòng thuộc loại đơn vị khác nên không ghi ở đây: ")


def test_a_list_without_headings_is_read_by_what_stands_in_it(tmp_path: Path) -> None:
    file = laid(tmp_path, ("x", [[1, "t01@xa.vn", "Nguyễn Văn An", "Thôn Đông"], [2, None, "Lê Thị Bé", "Thôn Hạ"]]))

    list_ = listed("villages", file, folder=tmp_path)

    assert [(entry.name, entry.emails) for entry in list_.entries] == [("Thôn Đông", ("t01@xa.vn",)), ("Thôn Hạ", ())]


def test_codes_and_kinds_in_columns_of_their_own_are_kept(tmp_path: Path) -> None:
    rows: Cells = [
        ["Loại", "Tên gọi", "Mã"],
        ["Thôn", "Đông Hòa", "TDH"],
        [None, "Đoài", "TDO"],
        ["Đoàn thể", "Hội A", "HA"],
    ]

    list_ = listed("villages", laid(tmp_path, ("x", rows)), folder=tmp_path)

    assert [(entry.name, entry.code) for entry in list_.entries] == [("Thôn Đông Hòa", "TDH"), ("Thôn Đoài", "TDO")]


def test_of_several_sheets_the_one_called_after_the_kind_is_read_and_others_are_named(tmp_path: Path) -> None:
    file = laid(tmp_path, ("Thôn", [["Thôn Đông"]]), ("Trường", [["Trường Mầm non A"]]))

    list_ = listed("schools", file, folder=tmp_path)

    assert names(list_) == ["Trường Mầm non A"]
    assert list_.remarks == ("Chỉ đọc trang “Trường” của “cu.xlsx”; không đọc trang “Thôn”.",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "STT;Tên đơn vị;Email\n1;Thôn Đông;a@xa.vn\n".encode("utf-8-sig")),
        ("a.csv", "Tên thôn,E-mail\nThôn Đông,a@xa.vn\n".encode()),
        ("a.txt", "Danh sách thôn\r\n1) Thôn Đông, a@xa.vn\r\n".encode("utf-16")),
        ("a.txt", "Th«n §«ng; a@xa.vn".encode()),
    ],
)
def test_a_text_is_a_list_too(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)

    list_ = listed("villages", f' "{name}" ', folder=tmp_path)

    assert [(entry.name, entry.emails) for entry in list_.entries] == [("Thôn Đông", ("a@xa.vn",))]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xlsx", None, "Không có tệp “a.xlsx”. Hãy kiểm tra đường dẫn, hoặc dán danh sách vào đây."),
        (
            "a.docx",
            b"",
            "Không đọc được danh sách từ tệp “a.docx”. Hãy đưa tệp .xlsx hoặc .csv, hoặc dán danh sách vào đây.",
        ),
        ("a.csv", b"Th\xf4n", "Tệp “a.csv” không phải văn bản UTF-8."),
        ("a.xlsx", b"PK\x03\x04", "Không dùng được tệp “a.xlsx”: Tệp này không phải bảng tính"),
    ],
)
def test_a_file_that_is_no_list_gets_one_sentence(name: str, data: bytes | None, sentence: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)

    assert why(answered("villages", name, folder=tmp_path)).startswith(sentence)


def test_a_table_of_other_things_is_no_list(tmp_path: Path) -> None:
    file = laid(tmp_path, ("x", [["Thu nhập", "Chi phí"], [12, 30]]))

    assert why(answered("villages", file, folder=tmp_path)).startswith("Trong “cu.xlsx” không thấy cột nào")


def test_a_unit_of_a_list_before_is_not_written_again() -> None:
    before = {**IN_A_COMMUNE, "departments": Listed((ListedUnit("Hội Nông dân xã", code="HND"),))}

    list_ = listed("enterprises", "hội nông dân xã\nHợp tác xã A", before)

    assert names(list_) == ["Hợp tác xã A"]
    assert list_.remarks == ("“Hội nông dân xã” đã có ở danh sách trước nên không ghi lần nữa.",)
    assert why(answered("enterprises", "Công ty A; mã HND", before)).startswith("Mã “HND” của “Công ty A” đã dùng")
