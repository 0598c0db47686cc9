"""What else arrives: second versions, late ones, wrong files, and sheets that were changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from openpyxl import Workbook, load_workbook

from learnsoc_xlsx.model.form.form import FIRST_ROW, HEADER_ROW, Form
from learnsoc_xlsx.model.form.printing import REASON_COLUMN, anchors
from learnsoc_xlsx.model.place import column_letter
from tests.books import saved
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.sample.commune import BY_ID, STRANGER
from tests.sample.letter import Letter

SILENT = frozenset({("E03", 2026), ("D08", 2025)})
LATE = ("D06", 2025)
UNTOUCHED = frozenset({"T02", "T03", "T04", "D05", "D06", "D07", "D08", "S03", "E02"})
"""Units whose files carry changes that an office program would tidy away, or that are looked at by name."""
REASONS = {
    "T01": ("online_learners", 480, "Mở lớp học trực tuyến cho cả thôn"),
    "T03": ("population", 0, "Sáp nhập Thôn Trại từ ngày 1/1/2026"),
}
"""What units wrote beside a figure, and the figure (0: as it is): the first is a jump, the second none."""


def spoil(book: Workbook, form: Form, unit: Sender, year: int) -> None:
    """Change the sheets of some returns as people do."""
    if (unit.id, year) == LATE:
        book["Trang bìa"][anchors(form.sheet("cover"))["report_date"]].value = date(2025, 12, 5)
    if year != 2026:
        return
    if unit.id == "D05":
        book["Trang bìa"][anchors(form.sheet("cover"))["pending"]].value = "x"
        del book[form.sheet("funds").name]
    if unit.id == "D07":
        page = book[form.sheet("initiatives").name]
        column = anchors(form.sheet("initiatives"))["beneficiaries"]
        page[f"{column}{HEADER_ROW}"].value = "Bao nhiêu người"
        page[f"{column}{HEADER_ROW - 1}"].value = None
    if unit.id == "S03":
        page = book[form.sheet("indicators").name]
        row = int(anchors(form.sheet("indicators"))["open_resources"][1:])
        page[f"B{row}"].value = None
        page[f"G{row}"].value = None
    if unit.id == "T06":
        page = book[form.sheet("households").name]
        for column in ("B", "C"):
            page[f"{column}{FIRST_ROW + 5}"].value = page[f"{column}{FIRST_ROW}"].value
    if unit.id == "T03":
        page = book["Gia đình"]
        last = max(row for row in range(FIRST_ROW, page.max_row + 1) if page[f"B{row}"].value)
        page[f"B{last + 2}"].value = "Tổng cộng"
        page[f"D{last + 2}"].value = 999
    if unit.id == "E02":
        book.create_sheet("Ghi chú thêm")["A1"].value = "Đề nghị xã hỗ trợ thêm sách"
        page = book[form.sheet("initiatives").name]
        for column in "BCDEF":
            page[f"{column}{FIRST_ROW + 9}"].value = page[f"{column}{HEADER_ROW}"].value
    if unit.id == "D05":
        book[form.sheet("initiatives").name][f"H{FIRST_ROW}"].value = "xem ảnh kèm theo"
    if unit.id == "D06":
        page = book[form.sheet("funds").name]
        for cell in page[HEADER_ROW]:
            cell.value = None
        book[form.sheet("initiatives").name][f"E{FIRST_ROW}"].value = "=100+20"
    if unit.id == "D08":
        book[form.sheet("initiatives").name][f"E{FIRST_ROW}"].value = "#REF!"
    if unit.id == "S03":
        page = book[form.sheet("indicators").name]
        page["B60"].value, page["D60"].value = "Số câu lạc bộ đọc sách", 4
    if unit.id == "T03":
        book[form.sheet("initiatives").name][f"H{HEADER_ROW}"].value = "Tác giả hoặc tập thể"
    if unit.id == "T05":
        moved = report(form, BY_ID["T01"], year)["households"][2]
        page = book[form.sheet("households").name]
        page[f"B{FIRST_ROW + 33}"].value, page[f"C{FIRST_ROW + 33}"].value = moved["head"], moved["birth_year"]
    if unit.id in REASONS:
        field, figure, why = REASONS[unit.id]
        page, cell = book[form.sheet("indicators").name], anchors(form.sheet("indicators"))[field]
        page[f"{column_letter(REASON_COLUMN)}{cell[1:]}"].value = why
        page[cell].value = figure or page[cell].value
    if unit.id == "T04":
        _nominate_carelessly(book, form)


def _nominate_carelessly(book: Workbook, form: Form) -> None:
    """Name one household twice, the second time without a year of birth; and a citizen whose name another bears as well."""
    nominations, citizens = book[form.sheet("nominations").name], book[form.sheet("citizens").name]
    filled = [row for row in range(FIRST_ROW, FIRST_ROW + 20) if nominations[f"B{row}"].value]
    heads = [cell.value for cell in book[form.sheet("households").name]["B"]]
    once = next(row for row in filled if heads.count(nominations[f"C{row}"].value) == 1)
    for column in "BCEFGHI":
        nominations[f"{column}{filled[-1] + 1}"].value = nominations[f"{column}{once}"].value
    chosen = next(row for row in filled if nominations[f"B{row}"].value == "Cá nhân")
    nominations[f"D{chosen}"].value = None
    named = {nominations[f"C{row}"].value for row in filled}
    other = next(row for row in range(FIRST_ROW + 20, FIRST_ROW + 60) if citizens[f"B{row}"].value not in named)
    citizens[f"B{other}"].value = nominations[f"C{chosen}"].value


def letters(book_of: Callable[[Sender, int], Workbook]) -> Iterator[Letter]:
    """Yield the files that came beside the ordinary ones."""
    other = book_of(BY_ID["T02"], 2026)
    cover = other["Trang bìa"]
    for row in cover.iter_rows():
        for cell in row:
            if isinstance(cell.value, date) and cell.value.month == 11:
                cell.value = date(2026, 11, 3)
    yield Letter(Path("2026/Bao cao thon Doai (ban dau).xlsx"), saved(other))
    stranger = book_of(STRANGER, 2026)
    yield Letter(Path("2026/bao cao thon la.xlsx"), saved(stranger))
    wrong_year = book_of(BY_ID["E04"], 2025)
    yield Letter(Path("2026/E04 gui nham mau nam truoc.xlsx"), saved(_retitled(wrong_year)))
    plain = Workbook()
    plain.active["A1"].value = "Danh sách mua sách vở"
    yield Letter(Path("2026/danh sach mua sach.xlsx"), saved(plain))
    yield Letter(Path("2026/Quyet dinh khen thuong.pdf"), b"%PDF-1.4\n%made up\n")
    yield Letter(Path("2026/~$C01 Trung tam.xlsx"), b"\x05admin")
    yield Letter(Path("2026/bao cao hong.xlsx"), saved(plain)[:900])
    yield Letter(Path("2026/bao cao co mat khau.xls"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1500))
    yield Letter(Path("2026/mau cua xa khac.xlsx"), saved(_stamped(book_of(BY_ID["D03"], 2026), "department", "club")))
    yield Letter(Path("2026/bao cao nam 2031.xlsx"), saved(_stamped(book_of(BY_ID["D03"], 2026), "2026", "2031")))
    astray = book_of(replace(BY_ID["T02"], id="E03", name=BY_ID["E03"].name, cohort=BY_ID["E03"].cohort), 2026)
    yield Letter(Path("2026/cong ty dung nham mau thon.xlsx"), saved(astray))
    yield Letter(Path("2026/thon da nhap.xlsx"), saved(book_of(BY_ID["T07"], 2026)))
    yield Letter(
        Path("2026/thon Quy Khe ghi nham ten.xlsx"), saved(book_of(replace(BY_ID["T06"], name="Thôn Hạ"), 2026))
    )
    yield Letter(Path("2026/bao cao gui som.xlsx"), saved(book_of(BY_ID["E02"], 2027)))
    ours = Workbook()
    ours.active["A1"].value = "learnsoc:result:summary:2025:"
    yield Letter(Path("2026/Tong_hop_2025.xlsx"), saved(ours))
    again = book_of(BY_ID["D08"], 2026)
    again["Sáng kiến, mô hình"]["E7"].value = 50
    yield Letter(Path("2026/D08 Trạm Y tế xã (sửa).xlsx"), saved(again))


def _stamped(book: Workbook, old: str, new: str) -> Workbook:
    """The same form with another word in its stamp, wherever that stands."""
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith(("learnsoc:", "Dấu biểu mẫu: learnsoc:")):
                    cell.value = cell.value.replace(f":{old}:", f":{new}:")
    return book


def _retitled(book: Workbook) -> Workbook:
    """Last year's form with this year written on its cover."""
    for row in book["Trang bìa"].iter_rows():
        for cell in row:
            if cell.value == 2025:
                cell.value = 2026
    return book


def afterwards(out: Path) -> None:
    """Copy a file as people do, and send one by mail as people do: twice, and once more from another unit's mailbox."""
    first = next(out.glob("2026/D02*"))
    (out / "2026" / f"Copy of {first.name}").write_bytes(first.read_bytes())
    _by_mail(next(out.glob("2026/E04 Doanh*")))


def _by_mail(own: Path) -> None:
    """Put a return into messages: as its unit sent it, as its accountant changed it, and as a neighbour passed it on."""

    data = own.read_bytes()
    book = load_workbook(own)
    book["Chỉ tiêu"]["D8"].value += 1
    for sender, day, attached in (("E04", 23, data), ("ke toan E04", 24, saved(book)), ("E02", 25, data)):
        own.with_name(f"thu cua {sender}.eml").write_bytes(_message(sender, day, own.name, attached))
    own.unlink()


def _message(sender: str, day: int, name: str, attached: bytes) -> bytes:
    message = EmailMessage()
    message["From"] = f"{sender.lower().replace(' ', '.')}@vi-du.invalid"
    message["To"] = "baocao@vi-du.invalid"
    message["Date"] = f"{day} Nov 2026 08:00:00 +0700"
    message["Subject"] = "Báo cáo năm 2026"
    message.set_content("Kính gửi UBND xã báo cáo năm 2026.")
    message.add_attachment(attached, maintype="application", subtype="octet-stream", filename=name)
    message.set_boundary(f"=_{name.partition(' ')[0]}_{day}")
    return bytes(message)
