"""The answer to each sender: their own workbook, marked where it needs another look, and a letter to go with it."""

import email
import email.policy
import io
import json
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.model.form.form import REVIEW_SHEET
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.reply.addressees import Answer, Reminder, answers
from learnsoc_xlsx.stages.reply.letter import FIRST, Office, answered, reminded
from learnsoc_xlsx.stages.reply.mark.cells import looking
from learnsoc_xlsx.stages.reply.mark.looks import MARK
from learnsoc_xlsx.stages.reply.mark.mark import marked
from learnsoc_xlsx.stages.reply.mark.notes import OURS
from learnsoc_xlsx.stages.reply.mark.package import NotEditable
from learnsoc_xlsx.stages.reply.mark.part import SheetPart
from learnsoc_xlsx.stages.reply.mark.review import HEADER_ROW, Heading
from tests.books import opened, saved
from tests.runs import letters_into, run_into, run_of
from tests.stages.write.a_run import COMMUNE, TAY, a_run

SAMPLE = Path("input_templates/sample")
VILLAGE, OLD_FILE = "T05 Thôn Mỹ Thủy 2026.xlsx", "D01 Hội Khuyến học xã 2026.xls"
WRONG = [("Chỉ tiêu", "D10"), ("Chỉ tiêu", "D20"), ("Công dân", "Q7"), ("Công dân", "M15")]
HEADING = Heading("CÁC ĐIỂM CẦN XEM LẠI", "Thôn Thử · Năm 2026", "Hãy sửa ngay trên tệp này rồi gửi lại.")


def an_inbox(folder: Path, *names: str) -> Path:
    """A folder with the sample's register and some of its returns of 2026."""
    folder.mkdir()
    for path in (next(SAMPLE.glob("Danh ba*")), *(SAMPLE / "2026" / name for name in names)):
        shutil.copy(path, folder)
    return folder


BEFORE_THE_LAST_DAY, AFTER_IT = date(2026, 11, 28), date(2026, 12, 5)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    """A whole run over two returns, and where it wrote."""
    folder = tmp_path_factory.mktemp("reply")
    run = run_into(an_inbox(folder / "inbox", VILLAGE, OLD_FILE), folder / "out", BEFORE_THE_LAST_DAY)
    return run, folder / "out"


@pytest.fixture(scope="module")
def out(ended: tuple[Run, Path]) -> Path:
    return ended[1]


def the_letter(path: Path) -> EmailMessage:
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(letter, EmailMessage)
    return letter


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body()
    assert body is not None
    return str(body.get_content())


def marks(data: bytes) -> dict[tuple[str, str], str]:
    """The marked cells of a workbook, each with its comment."""
    return {
        (sheet.title, cell.coordinate): cell.comment.text if cell.comment else ""
        for sheet in opened(data)
        if sheet.title != REVIEW_SHEET
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == MARK and cell.border.left.style == "thick"
    }


def rows(data: bytes) -> dict[str, list[list[Any]]]:
    """Every cell of every sheet as a reader sees it, stored results of formulas too."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def figures(run: Run, unit: str) -> list[tuple[Any, ...]]:
    return [(each.indicator, each.period, each.value) for each in run.figures if each.id == unit]


def blamed(run: Run, unit: str) -> list[tuple[str, str, str]]:
    return [(each.code.code, each.place.sheet, each.place.cell) for each in run.findings if each.unit == unit]


def a_book(**values: Any) -> bytes:
    book = Workbook()
    for address, value in values.items():
        book.active[address] = value
    return saved(book)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as parts:
        parts.writestr(name, content)
    return buffer.getvalue()


def with_a_password(data: bytes) -> bytes:
    """The theme said to be behind a password: bit 0 of the flags in its entry of the directory."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/theme/theme1.xml")) + 8
    return data[:at] + bytes([data[at] | 1]) + data[at + 1 :]


def with_words_in(data: bytes, old: bytes, new: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as came, zipfile.ZipFile(buffer, "w") as parts:
        for name in came.namelist():
            parts.writestr(name, came.read(name).replace(old, new))
    return buffer.getvalue()


def a_finding(cell: str, given: str = "ba", sheet: str = "Sheet") -> Finding:
    return Finding(Code.NOT_A_COUNT, Place("a.xlsx", sheet, cell), given=given)


# The sender's own workbook


def test_each_wrong_cell_is_marked_and_its_comment_says_what_to_do(out: Path) -> None:
    found = marks((out / "phan_hoi/2026/T05.xlsx").read_bytes())

    assert set(found) == set(WRONG)
    assert found["Công dân", "M15"] == "Cần xem lại:\n12 lớn hơn mức cao nhất là 10. Hãy kiểm tra và nhập lại."
    assert found["Công dân", "Q7"] == "Cần xem lại:\n1999 nhỏ hơn mức thấp nhất là 2000. Hãy kiểm tra và nhập lại."


def test_all_that_the_sender_wrote_stays_as_it_was(out: Path) -> None:
    sent = (SAMPLE / "2026" / VILLAGE).read_bytes()

    before, after = rows(sent), rows((out / "phan_hoi/2026/T05.xlsx").read_bytes())

    assert list(after) == [REVIEW_SHEET, *before]
    assert {name: after[name] for name in before} == before


def test_every_sheet_still_repeats_its_own_header_when_printed(out: Path) -> None:
    sent, reply = opened(SAMPLE / "2026" / VILLAGE), opened(out / "phan_hoi/2026/T05.xlsx")

    assert sent["Công dân"].print_title_rows == "$6:$6"
    assert [reply[sheet.title].print_title_rows for sheet in sent] == [sheet.print_title_rows for sheet in sent]


def test_parts_that_bear_no_mark_are_the_same_bytes(out: Path) -> None:
    changed = {"[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"}
    with (
        zipfile.ZipFile(SAMPLE / "2026" / VILLAGE) as sent,
        zipfile.ZipFile(out / "phan_hoi/2026/T05.xlsx") as reply,
    ):
        differ = {name for name in sent.namelist() if sent.read(name) != reply.read(name)}

    assert len([name for name in differ if name.startswith("xl/worksheets/sheet")]) <= 3
    assert {name for name in differ if "worksheets" not in name} <= changed


def test_a_part_that_bears_no_mark_is_copied_as_it_lies_packed_or_not() -> None:
    sent = with_part(a_book(A1="ba"), "docProps/note.txt", "một dòng ".encode() * 50)

    reply = marked(sent, [a_finding("A1")], HEADING)

    with zipfile.ZipFile(io.BytesIO(sent)) as before, zipfile.ZipFile(io.BytesIO(reply)) as after:
        for name in ("docProps/note.txt", "docProps/app.xml", "xl/theme/theme1.xml"):
            old, new = before.getinfo(name), after.getinfo(name)
            assert (new.CRC, new.compress_type, new.compress_size) == (old.CRC, old.compress_type, old.compress_size)
            assert after.read(new) == before.read(old)
        assert before.getinfo("docProps/note.txt").compress_type == zipfile.ZIP_STORED
        assert after.testzip() is None


def test_only_the_cells_asked_for_change_and_those_that_are_not_there_are_put_in_their_place() -> None:
    """Row 2 has B2 and D2, row 3 nothing, row 4 is not there, row 5 has a look of its own; column C has the look 7."""
    sheet = SheetPart(
        '<cols><col min="3" max="3" style="7"/></cols>',
        '<row r="2" spans="2:4"><c r="B2" s="3" t="s"><v>1</v></c><c s="4" r="D2"/></row><row ht="20" r="3"/>'
        '<row s="5" r="5"><c r="A5"><v>2</v></c></row><row r="50"><c r="A50"><v>9</v></c></row>',
        "<tail/>",
    )

    changed = looking(sheet, {(2, 1), (2, 2), (2, 3), (3, 0), (4, 2), (5, 0), (5, 1), (60, 0)}, lambda look: look + 10)

    assert (changed.head, changed.tail) == (sheet.head, sheet.tail)
    assert changed.rows == (
        '<row r="2"><c r="B2" s="13" t="s"><v>1</v></c><c r="C2" s="17"/><c s="14" r="D2"/></row>'
        '<row ht="20" r="3"><c r="A3" s="10"/></row><row r="4"><c r="C4" s="17"/></row>'
        '<row s="5" r="5"><c r="A5" s="10"><v>2</v></c><c r="B5" s="15"/></row>'
        '<row r="50"><c r="A50"><v>9</v></c></row><row r="60"><c r="A60" s="10"/></row>'
    )


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c r='A1'/></row>",
        '<row r="x"/>',
        '<row r="1" s="x"><c r="A1"/></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c r="B2"><v>1</v></c></row>',
        '<row r="1"><c r="A1"/>',
        '<row r="1"',
    ],
)
def test_a_sheet_whose_rows_or_cells_do_not_say_where_they_stand_is_left_alone(rows: str) -> None:
    with pytest.raises(NotEditable):
        looking(SheetPart("", rows, ""), {(1, 1)}, lambda look: look)


def test_the_first_sheet_lists_every_finding_with_a_link_to_its_cell(out: Path) -> None:
    sheet = opened(out / "phan_hoi/2026/T05.xlsx")[REVIEW_SHEET]

    listed = [tuple(cell.value for cell in row)[:4] for row in sheet.iter_rows(min_row=HEADER_ROW + 1)]

    assert listed == [(number, "Lỗi", *place) for number, place in enumerate(WRONG, 1)]
    assert sheet.cell(HEADER_ROW + 1, 4).hyperlink.location == "'Chỉ tiêu'!D10"
    assert (sheet.print_title_rows, sheet.page_setup.paperSize) == (f"${HEADER_ROW}:${HEADER_ROW}", 9)


def test_a_formula_and_the_sender_s_own_comments_survive() -> None:
    book = Workbook()
    book.active["A1"], book.active["B1"] = "=1+1", "ba"
    book.active["B1"].comment = Comment("Chị Lan báo", "Lan")
    book.active["C1"].comment = Comment("Xem sau", "Lan")

    reply = opened(marked(saved(book), [a_finding("B1")], HEADING))["Sheet"]

    assert reply["A1"].value == "=1+1"
    assert reply["B1"].comment.text.startswith("Chị Lan báo\n\nCần xem lại:\n“ba” không phải số đếm.")
    assert reply["C1"].comment.text == "Xem sau"


def test_a_workbook_that_declares_the_prefix_on_each_sheet_alone_can_be_opened() -> None:
    """So do openpyxl with lxml, and other programs: the sheet laid in front declares it too."""
    book = Workbook()
    book.active["B1"] = "ba"
    parts = dict(_parts(saved(book)))
    declared = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    whole = parts["xl/workbook.xml"].decode().replace(declared, "")
    parts["xl/workbook.xml"] = whole.replace("<sheet ", f"<sheet{declared} ").encode()
    assert whole.count("r:id") == 1

    reply = opened(marked(_packed(parts), [a_finding("B1")], HEADING))

    assert reply.sheetnames == [REVIEW_SHEET, "Sheet"]


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def test_the_review_alone_is_shown_first(out: Path) -> None:
    sent, reply = opened(SAMPLE / "2026" / VILLAGE), opened(out / "phan_hoi/2026/T05.xlsx")

    assert [sheet.title for sheet in sent if sheet.sheet_view.tabSelected] == ["Hướng dẫn"]
    assert [sheet.title for sheet in reply if sheet.sheet_view.tabSelected] == [REVIEW_SHEET]


def test_a_sheet_without_findings_loses_our_old_comment() -> None:
    """Its sender took the fill away and left the comment."""
    book = Workbook()
    book.active["A1"].comment = Comment(f"{OURS}\nxem lại", "learnsoc")
    book.active["B1"].comment = Comment("Chị Lan báo", "Lan")
    book.create_sheet("Hai")["A1"] = "ba"

    reply = opened(marked(saved(book), [a_finding("A1", sheet="Hai")], HEADING))

    assert reply["Sheet"]["A1"].comment is None
    assert reply["Sheet"]["B1"].comment.text == "Chị Lan báo"


def test_several_findings_of_one_cell_stand_in_one_comment() -> None:
    data = marked(a_book(B2="ba"), [a_finding("B2"), a_finding("B2", "bốn")], HEADING)

    said = marks(data)["Sheet", "B2"]

    assert "“ba”" in said
    assert "“bốn”" in said


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("B2:C3", ["B2", "C2", "B3", "C3"]),
        ("2:2", ["A2", "C2"]),
        ("B2, D4", ["B2", "D4"]),
        ("AA9", ["AA9"]),
    ],
)
def test_a_range_a_row_a_list_and_an_empty_cell_are_marked(place: str, expected: list[str]) -> None:
    data = marked(a_book(A1=1, A2="x", C2="y", A5=1), [a_finding(place)], HEADING)

    assert sorted(cell for _, cell in marks(data)) == sorted(expected)
    assert opened(data)["Sheet"]["A5"].value == 1


def test_text_that_looks_like_a_formula_stays_text() -> None:
    findings = [a_finding("A1", given) for given in ('=HYPERLINK("http://a")', "+1", "-1", "@SUM(A1)", "<b>&\x01")]

    data = marked(a_book(A1="=cmd"), findings, Heading("=1+1", "+x", "@y"))

    review = opened(data)[REVIEW_SHEET]
    assert {cell.data_type for row in review.iter_rows() for cell in row if cell.value is not None} == {"s", "n"}
    assert review["A1"].value == "=1+1"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert "<f>" not in parts.read("xl/worksheets/sheet2.xml").decode()


def test_the_same_findings_give_the_same_bytes() -> None:
    data = a_book(A1="ba")

    assert marked(data, [a_finding("A1")], HEADING) == marked(data, [a_finding("A1")], HEADING)


@pytest.mark.parametrize(
    "data",
    [
        b"not a zip",
        with_part(a_book(A1=1), "xl/vbaProject.bin", b"macro"),
        with_part(a_book(A1=1), "_xmlsignatures/sig1.xml", b"<a/>"),
        a_book(A1=1).replace(b"PK\x05\x06", b"PK\x05\x07"),
        with_a_password(a_book(A1=1)),
        with_words_in(a_book(A1="ba"), b"<sheetData>", b"<!-- <row r='1'/> --><sheetData>"),
        with_words_in(a_book(A1="ba"), b"</worksheet>", b""),
    ],
    ids=["no zip", "macros", "signed", "cut off", "one part behind a password", "rows in a remark", "no end"],
)
def test_what_cannot_be_changed_safely_is_refused(data: bytes) -> None:
    with pytest.raises(NotEditable):
        marked(data, [a_finding("A1")], HEADING)


# Sent back


def corrected(reply: Path, target: Path, cells: dict[tuple[str, str], Any]) -> None:
    """Mend cells of a reply as its sender would, and save it."""
    book = opened(reply)
    for (sheet, cell), value in cells.items():
        book[sheet][cell].value = value
    book.save(target)


MENDED = dict(zip(WRONG, (3, 900, 2001, 8), strict=True))


def test_the_reply_mended_and_sent_back_has_no_finding_left(out: Path, tmp_path: Path) -> None:
    inbox = an_inbox(tmp_path / "inbox")
    corrected(out / "phan_hoi/2026/T05.xlsx", inbox / VILLAGE, MENDED)

    run = letters_into(inbox, tmp_path / "out", BEFORE_THE_LAST_DAY)

    assert blamed(run, "T05") == []
    assert len(figures(run, "T05")) > 30
    assert not (tmp_path / "out/phan_hoi/2026/T05.xlsx").exists()


def test_a_mark_goes_when_its_cell_was_mended_and_the_review_is_written_anew(out: Path, tmp_path: Path) -> None:
    inbox = an_inbox(tmp_path / "inbox")
    corrected(out / "phan_hoi/2026/T05.xlsx", inbox / VILLAGE, {WRONG[0]: 3})

    letters_into(inbox, tmp_path / "out", BEFORE_THE_LAST_DAY)

    again = (tmp_path / "out/phan_hoi/2026/T05.xlsx").read_bytes()
    assert set(marks(again)) == set(WRONG[1:])
    mended = opened(again)
    assert mended["Chỉ tiêu"]["D10"].comment is None
    assert [name for name in mended.sheetnames if name.startswith(REVIEW_SHEET)] == [REVIEW_SHEET]


# A fresh template, where the file cannot be changed


def test_an_old_xls_is_answered_with_a_template_filled_with_what_was_read(out: Path) -> None:
    reply = (out / "phan_hoi/2026/D01.xlsx").read_bytes()
    book = opened(reply)

    assert marks(reply).keys() == {("Sáng kiến, mô hình", "D7")}
    assert book["Sáng kiến, mô hình"]["D7"].value == "Sáng kiếm"
    sent = CalamineWorkbook.from_path(str(SAMPLE / "2026" / OLD_FILE)).get_sheet_by_name("Chỉ tiêu").to_python()
    typed = {row[6]: row[3] for row in sent if len(row) > 6 and isinstance(row[3], int | float)}
    lines = CalamineWorkbook.from_filelike(io.BytesIO(reply)).get_sheet_by_name("Chỉ tiêu").to_python()
    filled = {row[6]: row[3] for row in lines if len(row) > 6}
    assert len(typed) > 10
    assert {field: filled[field] for field in typed} == typed


def test_the_filled_template_sent_back_as_it_is_says_the_same_again(ended: tuple[Run, Path], tmp_path: Path) -> None:
    before, out = ended
    inbox = an_inbox(tmp_path / "inbox")
    shutil.copy(out / "phan_hoi/2026/D01.xlsx", inbox)

    run = run_of(inbox, BEFORE_THE_LAST_DAY)

    assert blamed(run, "D01") == [("C11", "Sáng kiến, mô hình", "D7")]
    assert len(figures(run, "D01")) > 30
    assert figures(run, "D01") == figures(before, "D01")


@pytest.fixture(scope="module")
def with_macros(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The answer to T05 as it sent its return, but with macros in it and some words in the column of reasons."""
    folder = tmp_path_factory.mktemp("macros")
    path = an_inbox(folder / "inbox", VILLAGE) / VILLAGE
    book = opened(path)
    book["Chỉ tiêu"]["H6"].value, book["Chỉ tiêu"]["H25"].value = "Giải trình", "theo sổ hộ khẩu mới"
    book["Chỉ tiêu"]["H22"].value = "#REF!"
    book.save(path)
    path.write_bytes(with_part(path.read_bytes(), "xl/vbaProject.bin", b"macro"))
    letters_into(folder / "inbox", folder / "out", BEFORE_THE_LAST_DAY)
    return folder / "out/phan_hoi/2026/T05.xlsx"


def test_a_file_with_macros_gets_a_template_without(with_macros: Path) -> None:
    assert "xl/vbaProject.bin" not in zipfile.ZipFile(with_macros).namelist()
    assert set(marks(with_macros.read_bytes())) == {*WRONG, ("Chỉ tiêu", "H22")}
    assert "một mẫu mới đã điền sẵn" in text_of(the_letter(with_macros.with_suffix(".eml")))


def test_what_the_unit_wrote_to_explain_a_figure_stands_in_its_template_too(with_macros: Path) -> None:
    page = opened(with_macros)["Chỉ tiêu"]

    assert page["H25"].value == "theo sổ hộ khẩu mới"
    assert "báo lỗi công thức" in page["H22"].comment.text


# The letter


def test_the_letter_goes_to_the_unit_names_the_cells_and_bears_the_workbook(out: Path) -> None:
    letter = the_letter(out / "phan_hoi/2026/T05.eml")
    (attached,) = letter.iter_attachments()

    assert (letter["To"], letter["X-Unsent"]) == ("t05@vi-du.invalid", "1")
    assert letter["Subject"] == "Thôn Mỹ Thủy: đề nghị xem lại báo cáo năm 2026 (Mẫu 01 Thôn)"
    assert letter["Date"].datetime.date() == BEFORE_THE_LAST_DAY
    assert "4. Trang “Công dân”, ô M15: 12 lớn hơn mức cao nhất là 10." in text_of(letter)
    assert "chậm nhất ngày 29/11/2026" in text_of(letter)
    assert attached.get_filename() == "T05.xlsx"
    assert attached.get_payload(decode=True) == (out / "phan_hoi/2026/T05.xlsx").read_bytes()


def test_a_letter_is_plain_ascii_on_the_wire(out: Path) -> None:
    assert (out / "phan_hoi/2026/T05.eml").read_bytes().isascii()


def test_the_same_folder_gives_the_same_letters(out: Path, tmp_path: Path) -> None:
    letters_into(out.parent / "inbox", tmp_path, BEFORE_THE_LAST_DAY)

    first, again = letters_in(out), letters_in(tmp_path)
    assert first.keys() >= {"2026/T05.eml", "2026/T05.xlsx", "2026/D01.eml", "2026/D01.xlsx", "2025/T05_nhac.eml"}
    assert [path for path in first.keys() | again.keys() if first.get(path) != again.get(path)] == []


def letters_in(out: Path) -> dict[str, bytes]:
    """Every letter and the workbooks that go with them, by their paths."""
    letters = out / "phan_hoi"
    return {path.relative_to(letters).as_posix(): path.read_bytes() for path in letters.rglob("*.*")}


def test_the_run_names_the_letters_among_its_outputs(out: Path) -> None:
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))

    assert {"phan_hoi/2026/T05.eml", "phan_hoi/2026/T05.xlsx"} <= {each["file"] for each in run["outputs"]}


OFFICE = Office("UBND XÃ THỬ", "CHỦ TỊCH", "Trần Mẫu", "", date(2026, 12, 5), sample=False)


def an_answer(count: int = 1, **changes: Any) -> Answer:
    sent = Submission(1, "a.xlsx", "", 0, Status.ACCEPTED_WITH_FINDINGS, Stamp("village", "2026.1", 2026, "T01"), "T01")
    findings = tuple(a_finding(f"B{row}") for row in range(7, 7 + count))
    whole: dict[str, Any] = {
        "path": "phan_hoi/2026/T01", "submission": sent, "form": None, "unit": "Thôn Thử", "to": (), "due": None,
        "findings": findings, "year": 2026, "files": ("a.xlsx",),
    }  # fmt: skip
    return Answer(**whole | changes)


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ((Code.NOT_A_COUNT, Code.NOT_A_COUNT), "Báo cáo có 2 lỗi cần sửa:"),
        ((Code.NOT_A_COUNT, Code.DATE_IN_DOUBT), "Báo cáo có 2 điểm cần xem lại, trong đó 1 lỗi:"),
        ((Code.DATE_IN_DOUBT,), "Báo cáo có 1 điểm cần xem lại:"),
    ],
)
def test_the_letter_counts_errors_apart_where_there_are_both(
    codes: tuple[Code, ...], said: str, tmp_path: Path
) -> None:
    findings = tuple(Finding(code, Place("a.xlsx", "Sheet", "B7"), given="ba", expected="3") for code in codes)
    (tmp_path / "a.eml").write_bytes(answered(an_answer(findings=findings), OFFICE, b"book", own=True))

    assert said in text_of(the_letter(tmp_path / "a.eml")).splitlines()


def test_where_no_cell_is_marked_none_is_spoken_of(refused: Path) -> None:
    review = opened(refused / "phan_hoi/2026/E03.xlsx")[REVIEW_SHEET]

    for text in (text_of(the_letter(refused / "phan_hoi/2026/E03.eml")), str(review["A3"].value)):
        assert "tô nền" not in text
        assert "chép số liệu sang đúng mẫu" in text


def test_a_unit_without_an_address_gets_a_draft_without_one(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(answered(an_answer(), OFFICE, b"book", own=True))

    letter = the_letter(path)

    assert letter["To"] is None
    assert "Kính gửi: Thôn Thử" in text_of(letter)
    assert "sớm nhất có thể" in text_of(letter)


@pytest.mark.parametrize(("compiler", "ends"), [("Trần Thị Bình", ["UBND xã Thử", "Người tổng hợp: Trần Thị Bình"]), ("", ["UBND xã Thử"])])  # fmt: skip
def test_a_letter_is_signed_by_whoever_put_the_reports_together_and_not_by_the_chairman(
    compiler: str, ends: list[str], tmp_path: Path
) -> None:
    office = replace(OFFICE, issuer="UBND xã Thử", compiler=compiler)
    (tmp_path / "a.eml").write_bytes(answered(an_answer(), office, b"book", own=True))

    said = text_of(the_letter(tmp_path / "a.eml"))

    assert said.splitlines()[-len(ends) :] == ends
    assert "CHỦ TỊCH" not in said
    assert "Trần Mẫu" not in said


@pytest.mark.parametrize("file", ["thu/Fwd bao cao.eml › T01.xlsx", "2026/hop.zip › xã/T01.xlsx", "T01.xlsx"])
def test_a_file_that_came_inside_another_is_called_by_its_own_name(file: str, tmp_path: Path) -> None:
    sent = replace(an_answer().submission, file=file)
    (tmp_path / "a.eml").write_bytes(answered(an_answer(submission=sent, files=(file,)), OFFICE, b"book", own=True))

    assert "đã nhận tệp “T01.xlsx”" in text_of(the_letter(tmp_path / "a.eml"))


def test_a_letter_is_addressed_to_whoever_heads_the_unit_in_the_name_of_the_commune(out: Path) -> None:
    said = text_of(the_letter(out / "phan_hoi/2026/T05.eml"))

    assert "Kính gửi: Ông/Bà Trưởng thôn Mỹ Thủy\n" in said
    assert "\nUBND xã Hồng Phúc đã nhận tệp" in said
    assert "UBND XÃ" not in said


@pytest.mark.parametrize(
    ("kind", "name", "called"),
    [
        ("village", "Thôn Quý Khê", "Ông/Bà Trưởng thôn Quý Khê"),
        ("village", "Tổ dân phố số 5", "Ông/Bà Tổ trưởng tổ dân phố số 5"),
        ("school", "Trường Tiểu học A", "Ông/Bà Hiệu trưởng Trường Tiểu học A"),
        ("department", "Hội Khuyến học xã", "Ông/Bà Chủ tịch Hội Khuyến học xã"),
        ("department", "Đoàn Thanh niên xã", "Ông/Bà Bí thư Đoàn Thanh niên xã"),
        ("department", "Kho bạc", "Ông/Bà phụ trách Kho bạc"),
        ("enterprise", "Công ty A", "Ông/Bà Giám đốc Công ty A"),
        ("centre", "Trung tâm học tập cộng đồng xã", "Ông/Bà Giám đốc Trung tâm học tập cộng đồng xã"),
    ],
)
def test_each_kind_of_unit_has_a_head_of_its_own(kind: str, name: str, called: str) -> None:
    run = a_run(Path("in"), forms=tuple(replace(form, year=2026) for form in FORMS), submissions=(), findings=())
    unit = Unit(TAY, kind, name, COMMUNE, None, None, None, None, None)
    run = replace(run, register=replace(run.register, units=(unit,)), missing=run.missing[:1])

    (reminder,) = answers(run, lambda *_: date(2026, 11, 30))[-1:]

    assert reminder.addressee == called


def test_a_reminder_names_its_deadline_in_its_subject(tmp_path: Path) -> None:
    reminder = Reminder("a_nhac", None, "Thôn Thử", (), 2026, date(2026, 11, 29))
    (tmp_path / "a.eml").write_bytes(reminded(reminder, OFFICE))

    letter = the_letter(tmp_path / "a.eml")

    assert letter["Subject"] == "Thôn Thử: nhắc gửi báo cáo năm 2026, hạn 29/11/2026"
    assert "Hạn gửi là ngày 29/11/2026" in text_of(letter)


def test_after_ten_findings_the_letter_counts_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(answered(an_answer(FIRST + 3), OFFICE, b"book", own=True))

    said = text_of(the_letter(path))

    assert "10. Trang “Sheet”, ô B16:" in said
    assert "11. " not in said
    assert "… và 3 điểm khác" in said


def test_a_subject_of_many_words_keeps_its_spaces(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    unit = "Ủy ban Mặt trận Tổ quốc Việt Nam, Hội Khuyến học và Đoàn Thanh niên\nxã Hồng Phúc"
    path.write_bytes(answered(an_answer(unit=unit), OFFICE, None, own=True))

    assert the_letter(path)["Subject"].startswith(unit.replace("\n", " ") + ": đề nghị xem lại báo cáo")


# In words for the sender


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """D04 with another name on its cover; E03 sent only the form of a village; D03 sent a form stamped 2031; D06 was late in 2025."""
    folder = tmp_path_factory.mktemp("refused")
    names = ("D04 Hội Nông dân xã 2026.xlsx", "cong ty dung nham mau thon.xlsx", "bao cao nam 2031.xlsx")
    inbox = an_inbox(folder / "inbox", *names)
    shutil.copy(next(SAMPLE.glob("2025/D06*")), inbox)
    run_into(inbox, folder / "out", AFTER_IT)
    return folder / "out"


WORDS: Words = {"given": "đã ghi", "expected": "cần có", "other": "ô kia", "extra": "; gợi ý"}
OFFICERS_WORDS = ("danh bạ", "thư mục", "đề nghị đơn vị", "đề nghị gửi lại", "hỏi đơn vị", "hỏi người gửi", "hỏi lại hai",
                  "nhắc đơn vị", "cho đơn vị", "--as-of")  # fmt: skip


@pytest.mark.parametrize("code", [code for code in Code if code.severity.word != "note" and not code.for_office])
def test_no_sender_is_told_what_only_the_officer_can_do(code: Code) -> None:
    said = Finding(code, Place("a.xlsx", "Trang", "B2"), **WORDS).to_the_sender

    assert [words for words in OFFICERS_WORDS if words in said.casefold()] == []
    assert "{" not in said
    assert said.endswith(".")


def test_the_letter_the_review_and_the_comment_speak_to_the_sender_and_the_check_list_to_the_officer(
    refused: Path,
) -> None:
    told, place = "nếu đơn vị đã đổi tên, xin báo xã", ("Trang bìa", "D9")
    reply = refused / "phan_hoi/2026/D04.xlsx"
    review = opened(reply)[REVIEW_SHEET]
    shown = [str(row[4].value) for row in review.iter_rows(min_row=HEADER_ROW + 1) if row[3].value == "D9"]
    (finding,) = [
        each
        for each in json.loads((refused / "run.json").read_text(encoding="utf-8"))["findings"]
        if (each["unit"], each["sheet"], each["cell"]) == ("D04", *place)
    ]

    assert told in marks(reply.read_bytes())[place]
    assert told in shown[0]
    assert told in text_of(the_letter(reply.with_suffix(".eml")))
    assert "ghi thêm tên gọi khác vào danh bạ" in finding["message"]


def test_a_unit_whose_only_return_was_refused_is_answered_and_not_reminded_too(refused: Path) -> None:
    said = text_of(the_letter(refused / "phan_hoi/2026/E03.eml"))

    assert "Báo cáo này chưa được tính" in said
    assert "chưa có báo cáo năm 2026 nào khác của đơn vị; hạn gửi là ngày 29/11/2026" in said
    assert "Hãy chép số liệu sang mẫu 04 rồi gửi lại" in said
    assert not (refused / "phan_hoi/2026/E03_nhac.eml").exists()
    assert (refused / "phan_hoi/2026/E02_nhac.eml").exists()


def test_a_return_of_a_year_that_cannot_be_is_answered_among_the_letters_of_the_run(refused: Path) -> None:
    assert "báo cáo năm 2031" in the_letter(refused / "phan_hoi/2026/D03.eml")["Subject"]
    assert not (refused / "phan_hoi/2031").exists()


def test_a_unit_that_sent_nothing_is_reminded_after_its_last_day(refused: Path) -> None:
    letter = the_letter(refused / "phan_hoi/2026/E02_nhac.eml")

    assert (letter["To"], letter["X-Unsent"]) == ("e02@vi-du.invalid", "1")
    assert "nhắc gửi báo cáo năm 2026 (Mẫu 04 Doanh nghiệp)" in letter["Subject"]
    assert "Hạn gửi là ngày 29/11/2026." in text_of(letter)
    assert not (refused / "phan_hoi/2026/D04_nhac.eml").exists()
    assert (refused / "phan_hoi/2025/E02_nhac.eml").exists()
    assert not list((refused / "phan_hoi/2025").glob("D06*"))
