"""What happens to the build of a return: its sheets, columns, rows, labels and stamp."""

import unicodedata

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.vietnamese.legacy.legacy import to_tcvn3
from tests.mutations.changes import (
    BELOW,
    add_sheet,
    another_units_name,
    colour_rows,
    delete_column,
    delete_row,
    drop_stamp_sheet,
    duplicate,
    empty_header,
    hide,
    hide_column,
    hide_row,
    insert_column,
    insert_row,
    label_twice,
    merge,
    move_all,
    move_column,
    note,
    put,
    remove,
    rename,
    repeat_header,
    repeat_row,
    respell,
    retitle,
    retype,
    reverse_sheets,
    stamp,
    stamped_year,
    strike,
    swap_rows,
    untag,
    wipe_stamps,
)
from tests.mutations.mutation import VILLAGE, WITH_PEOPLE, Mutation
from tests.mutations.paper import FILE, HEADER, LIST, PEOPLE, At, Span
from tests.mutations.returns import OTHER_VILLAGE

FUNDS = At("funds", span=Span.SHEET)
DONOR = At("funds", "donor", HEADER)
HEADERS = At("funds", row=HEADER, span=Span.ROW)
SESSIONS = At("indicators", "communication_sessions")
WEEK = At("indicators", "learning_week_activities")
_AFTER = 5
"""How many columns to the right of its first field the money list ends."""

SHEETS = (
    Mutation("sheets in the opposite order", (reverse_sheets,)),
    Mutation("a list is hidden", (hide(LIST),)),
    Mutation("sheet names in capitals", (retitle(LIST, str.upper), retitle("indicators", str.upper))),
    Mutation("sheet name in decomposed letters", (retitle("funds", lambda name: unicodedata.normalize("NFD", name)),)),
    Mutation("sheet renamed", (rename("funds", "Tiền nong"),), Code.SHEET_ABSENT, FILE, loses=(FUNDS,), beside=((Code.UNKNOWN_SHEET, At("Tiền nong", span=Span.SHEET)),)),
    Mutation("list deleted", (remove("funds"),), Code.SHEET_ABSENT, FILE, loses=(FUNDS,)),
    Mutation("indicators deleted", (remove("indicators"),), Code.SHEET_ABSENT, FILE, loses=(At("indicators", span=Span.SHEET),)),
    Mutation("sheet duplicated", (duplicate("funds", "Kinh phí (2)"),), Code.UNKNOWN_SHEET, At("Kinh phí (2)", span=Span.SHEET)),
    Mutation("a sheet of one's own", (add_sheet("Ghi chú thêm", "Số liệu bổ sung: 12"),), Code.UNKNOWN_SHEET, At("Ghi chú thêm", span=Span.SHEET)),
    Mutation("stamp sheet deleted", (drop_stamp_sheet,)),
    Mutation("every stamp lost", (wipe_stamps,), Code.NO_STAMP, FILE, loses=(FILE,)),
    Mutation("stamp of an unknown form", (stamp("learnsoc:", "learnsoc:xa_khac_"),), Code.UNKNOWN_FORM, FILE, loses=(FILE,)),
    Mutation("stamp of a year outside the movement", (stamped_year(2041),), Code.YEAR_OUTSIDE, FILE, loses=(FILE,)),
    Mutation("cover names another unit of the kind", (another_units_name,), Code.COVER_OF_ANOTHER, At("cover", "unit_name"), loses=(FILE,)),
    Mutation("cover names a unit that nobody knows", (put(At("cover", "unit_name"), "Đơn vị không ai biết"),), Code.COVER_NAME_UNKNOWN, At("cover", "unit_name")),
    Mutation("cover names another village", (put(At("cover", "unit_name"), OTHER_VILLAGE),), Code.COVER_OF_ANOTHER, At("cover", "unit_name"), VILLAGE, loses=(FILE,)),
    Mutation("cover of another year", (put(At("cover", "report_year"), 2025),), Code.OTHER_YEAR, At("cover", "report_year"), loses=(FILE,)),
    Mutation("report dated in another age", (put(At("cover", "report_date"), "5/11/2062"),), Code.DATE_ASTRAY, At("cover", "report_date"), loses=(At("cover", "report_date"),)),
)  # fmt: skip

COLUMNS = (
    Mutation("empty column inserted in a list", (insert_column(At(LIST, Kind.COUNT)),)),
    Mutation("empty column inserted in the indicators", (insert_column(SESSIONS),)),
    Mutation("column hidden", (hide_column(DONOR),)),
    Mutation("column moved to the end", (move_column(DONOR, 4),)),
    Mutation("list moved to another corner", (move_all("funds", 2, 3),)),
    Mutation("indicators moved to another corner", (move_all("indicators", 4, 2),)),
    Mutation("hidden tags lost", (untag(LIST), untag("indicators"), untag("cover"))),
    Mutation("column deleted", (delete_column(DONOR),), Code.COLUMN_ABSENT, HEADERS, loses=(At("funds", "donor", span=Span.COLUMN),)),
    Mutation("header misspelt, known by its tag", (put(DONOR, "Nguồn, ngừơi đóng gop"),), Code.LABEL_CHANGED, DONOR),
    Mutation("header reworded, known by its tag", (put(DONOR, "Ai cho"),), Code.LABEL_CHANGED, DONOR),
    Mutation("header in TCVN3, known by its tag", (retype(DONOR, to_tcvn3),)),
    Mutation("header misspelt, tag lost", (put(DONOR, "Nguồn, ngừơi đóng gop"), untag("funds")), Code.UNKNOWN_COLUMN, DONOR, loses=(At("funds", "donor", span=Span.COLUMN),), beside=((Code.COLUMN_ABSENT, HEADERS),)),
    Mutation("header in capitals and decomposed, tag lost", (retype(DONOR, lambda text: unicodedata.normalize("NFD", text.upper())), untag("funds"))),
    Mutation("header of a column repeated further on", (put(At("funds", row=HEADER, right=_AFTER), "Nguồn, người đóng góp"), put(At("funds", row=0, right=_AFTER), "xã")), Code.COLUMN_TWICE, At("funds", row=HEADER, right=_AFTER)),
    Mutation("column of one's own", (put(At("funds", row=HEADER, right=_AFTER), "Số phiếu thu"), put(At("funds", row=0, right=_AFTER), 12)), Code.UNKNOWN_COLUMN, At("funds", row=HEADER, right=_AFTER)),
    Mutation("column of one's own, empty", (put(At("funds", row=HEADER, right=_AFTER), "Số phiếu thu"),)),
    Mutation("numbers under no header", (put(At("funds", row=1, right=_AFTER), 1200000), put(At("funds", row=2, right=_AFTER), 500000)), Code.UNKNOWN_COLUMN, At("funds", row=HEADER, right=_AFTER)),
    Mutation("headers of two columns merged", (merge(At("funds", "budget", HEADER), At("funds", "mobilised", HEADER)),), Code.LABEL_RESTORED, At("funds", "mobilised", HEADER)),
    Mutation("headers of two columns merged, tags lost", (merge(At("funds", "budget", HEADER), At("funds", "mobilised", HEADER)), untag("funds")), Code.COLUMN_ABSENT, HEADERS, loses=(At("funds", "mobilised", span=Span.COLUMN),), beside=((Code.UNKNOWN_COLUMN, At("funds", "mobilised", HEADER)),)),
)  # fmt: skip


UNSEEN = ("\u00a0", "\u200b", "\ufeff", "\u00ad\u00a0", "\u2060 ", "\u2800", "\u3164", "  ")
"""What a paste from Word or the web leaves in cells."""


def _total(words: str, right: int = 0, where: str = "") -> Mutation:
    changes = (put(At("funds", row=3, right=right), words), put(At("funds", "budget", 3), 3_000_000))
    return Mutation(f"total row “{words}”{where}", changes, Code.TOTAL_ROW, At("funds", row=3, span=Span.ROW))


ROWS = (
    *map(_total, ("Cộng", "TỔNG CỘNG:", "Tổng số", "Cộng chung", "Tổng", "tổng cộng.", "Tổng cộng: 3 khoản", "Tổng cộng (đồng)", "Cộng:")),
    _total("Tổng cộng", right=-1, where=" in the first column"),
    Mutation("empty row above the header", (insert_row(At("funds", row=-2)),)),
    Mutation("empty rows on top of every list and of the indicators", (insert_row(At(LIST, row=-3)), insert_row(At("indicators", row=-4)))),
    Mutation("empty row among the records", (insert_row(At("funds", row=1)),)),
    Mutation("empty row among the indicators", (insert_row(At("indicators", "fund_income")),)),
    Mutation("row hidden", (hide_row(At("funds", row=1)),)),
    Mutation("records in another order", (swap_rows(At("funds", row=0), At("funds", row=2)),)),
    Mutation("indicators in another order", (swap_rows(SESSIONS, WEEK),)),
    Mutation("indicators in another order, tags lost", (swap_rows(SESSIONS, WEEK), untag("indicators"))),
    Mutation("line of the indicators deleted", (delete_row(WEEK),), Code.ROW_LABEL_ABSENT, At("indicators", span=Span.SHEET), loses=(WEEK,)),
    Mutation("header deleted, tags lost", (untag("funds"), delete_row(DONOR)), Code.HEADER_ABSENT, FUNDS, loses=(FUNDS,)),
    Mutation("header of the indicators deleted", (delete_row(At("indicators", row=HEADER)),), Code.HEADER_RESTORED, At("indicators", row=-2, span=Span.ROW)),
    Mutation("header of the indicators deleted, and its tags", (delete_row(At("indicators", row=HEADER)), delete_row(At("indicators", row=-2))), Code.HEADER_ABSENT, At("indicators", span=Span.SHEET), loses=(At("indicators", span=Span.SHEET),)),
    Mutation("header of the indicators emptied", (empty_header("indicators"),), Code.HEADER_RESTORED, At("indicators", row=HEADER, span=Span.ROW)),
    Mutation("header of a list deleted", (delete_row(DONOR),), Code.HEADER_RESTORED, At("funds", row=-2, span=Span.ROW)),
    Mutation("header of a list emptied", (empty_header("funds"),), Code.HEADER_RESTORED, HEADERS),
    Mutation("header of a list emptied, tags lost", (untag("funds"), empty_header("funds")), Code.HEADER_ABSENT, FUNDS, loses=(FUNDS,)),
    Mutation("all headers of a list but one emptied", (empty_header("funds"), put(DONOR, "Nguồn, người đóng góp")), Code.HEADER_RESTORED, HEADERS),
    Mutation("one header of a list emptied", (put(DONOR, None),), Code.LABEL_RESTORED, DONOR),
    Mutation("label emptied, known by its tag", (put(At("indicators", "learning_week_activities", right=-2), None),), Code.LABEL_RESTORED, At("indicators", "learning_week_activities", right=-2)),
    Mutation("header repeated at a page break", (repeat_header("funds", 3),), Code.HEADER_AGAIN, At("funds", row=3, span=Span.ROW)),
    *(Mutation(f"a row of {text!r} alone", (put(At("funds", row=4, right=2), text), put(At("funds", row=5), text))) for text in UNSEEN),
    Mutation("zeros beside an empty name", (put(At("funds", "budget", 3), 0), put(At("funds", "mobilised", 3), "0đ")), Code.ROWS_OF_ZEROS, At("funds", row=3, span=Span.ROW)),
    Mutation("a note at a cell", (note(At("funds", "budget", 1), "Số đúng là 15"),), Code.BESIDE_CELLS, At("funds", "budget", 1)),
    Mutation("a note of an answer at a cell", (note(At("funds", "budget", 1), "Cần xem lại:\nSố này chưa rõ"),)),
    Mutation("a figure struck through", (strike(At("funds", "budget", 1)),), Code.STRUCK_OUT, At("funds", "budget", 1)),
    Mutation("text beside a record", (put(At("funds", row=1, right=_AFTER), "xem lại"),), Code.STRAY_TEXT, At("funds", row=1, right=_AFTER)),
    Mutation("text under a list, beside its columns", (put(At("funds", row=7, right=_AFTER), "Đã đối chiếu"),), Code.STRAY_TEXT, At("funds", row=7, span=Span.ROW)),
    Mutation("text above a list", (put(At("funds", row=-5, right=2), "Số liệu tính đến tháng 9"),), Code.STRAY_TEXT, At("funds", row=-5, right=2)),
    Mutation("text above the indicators", (put(At("indicators", row=-5), "Số liệu tính đến tháng 9"),), Code.STRAY_TEXT, At("indicators", row=-5)),
    Mutation("a row of numbers beside the columns", (put(At("funds", row=4, right=_AFTER), 3_000_000),), Code.UNKNOWN_COLUMN, At("funds", row=HEADER, right=_AFTER)),
    Mutation("signature, place and name under a list", (put(At("funds", row=4, right=3), "Tân Học, ngày 5 tháng 11 năm 2026"), put(At("funds", row=5), "TM. BAN CHỈ ĐẠO"), put(At("funds", row=9), "Nguyễn Văn Tám")), Code.SIGNATURE, At("funds", row=4, span=Span.ROW), beside=tuple((Code.SIGNATURE, At("funds", row=row, span=Span.ROW)) for row in (5, 9))),
    Mutation("signature under a list", (put(At("funds", row=4), "NGƯỜI LẬP BIỂU"),), Code.SIGNATURE, At("funds", row=4, span=Span.ROW)),
    Mutation("a second table to the right", (put(At("funds", row=HEADER, right=7), "Tên quỹ khác"), put(At("funds", row=0, right=7), "Quỹ xóm"), put(At("funds", row=1, right=7), "Quỹ họ")), Code.UNKNOWN_COLUMN, At("funds", row=HEADER, right=7)),
    Mutation("a second table under the first", (repeat_header("funds", 4), repeat_row(At("funds", row=0), At("funds", row=5))), Code.HEADER_AGAIN, At("funds", row=4, span=Span.ROW), loses=(FUNDS,)),
    Mutation("formatted blank rows far below", (colour_rows(LIST, 3000), colour_rows("indicators", 3000))),
    Mutation("two names in one merged cell", (merge(At(LIST, row=0), At(LIST, row=1)),), Code.IDENTITY_EMPTY, At(LIST, row=1), loses=(At(LIST, row=1, span=Span.ROW),)),
    Mutation("label reworded, known by its tag", (put(At("indicators", "learning_week_activities", right=-2), "Tuần lễ học tập"),), Code.LABEL_CHANGED, At("indicators", "learning_week_activities", right=-2)),
    Mutation("label misspelt, tag lost", (put(At("indicators", "learning_week_activities", right=-2), "Số hoạt độg hưởng ứng"), untag("indicators")), Code.ROW_LABEL_ABSENT, At("indicators", span=Span.SHEET), loses=(WEEK,), beside=((Code.UNKNOWN_LINE, WEEK),)),
    Mutation("a line twice, with another figure", (label_twice("indicators", SESSIONS, 99),), Code.UNKNOWN_LINE, At("indicators", row=BELOW)),
    Mutation("a line of one's own", (put(At("indicators", row=BELOW, right=-2), "Số câu lạc bộ khác"), put(At("indicators", row=BELOW), 5)), Code.UNKNOWN_LINE, At("indicators", row=BELOW)),
    Mutation("a figure beside no label", (put(At("indicators", row=BELOW), 5),), Code.UNKNOWN_LINE, At("indicators", row=BELOW)),
    Mutation("a remark to the right of an indicator", (put(At("indicators", "communication_sessions", right=5), "kể cả quý IV"),), Code.STRAY_TEXT, At("indicators", "communication_sessions", right=5)),
    Mutation("a figure to the right of an indicator", (put(At("indicators", "communication_sessions", right=5), 77),), Code.STRAY_TEXT, At("indicators", "communication_sessions", right=5)),
    Mutation("a remark where the unit of measure stands", (put(At("indicators", "communication_sessions", right=-1), "77 buổi"),), Code.STRAY_TEXT, At("indicators", "communication_sessions", right=-1)),
    Mutation("a figure where the help stands", (put(At("indicators", "communication_sessions", right=1), 77),), Code.STRAY_TEXT, At("indicators", "communication_sessions", right=1)),
    Mutation("a remark where the help stands", (put(At("indicators", "communication_sessions", right=1), "77 buổi, kể cả quý IV"),), Code.STRAY_TEXT, At("indicators", "communication_sessions", right=1)),
    Mutation("a figure where last year's stands", (put(At("indicators", "communication_sessions", right=2), 77),), Code.STRAY_TEXT, At("indicators", "communication_sessions", right=2)),
    Mutation("label made to ask for something else", (put(At("indicators", "learning_week_activities", right=-2), "Số hộ nghèo của thôn"),), Code.LABEL_CHANGED, At("indicators", "learning_week_activities", right=-2)),
    Mutation("text under the indicators", (put(At("indicators", row=BELOW, right=-2), "Xác nhận của lãnh đạo"),), Code.STRAY_TEXT, At("indicators", row=BELOW, right=-2)),
    Mutation("whole return in decomposed letters", (respell(lambda text: unicodedata.normalize("NFD", text)),)),
    Mutation("whole return with no-break spaces", (respell(lambda text: text.replace(" ", "\u00a0")),)),
    Mutation("people in another order", (swap_rows(At(PEOPLE, row=0), At(PEOPLE, row=1)),), forms=WITH_PEOPLE),
)  # fmt: skip

STRUCTURE = SHEETS + COLUMNS + ROWS
