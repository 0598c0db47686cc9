"""The first sheet of a template: how to fill it, how to send it back, and what happens then."""

import re
from collections.abc import Iterator

from xlsxwriter import Workbook

from learnsoc_xlsx.model.form.form import GUIDE_SHEET, OPEN_POINTS_SHEET, Form, Sheet
from learnsoc_xlsx.model.form.prefill import Notice, Prefill, YearBefore
from learnsoc_xlsx.model.form.printing import FOR_WHOM, WHENCE_HEADER
from learnsoc_xlsx.stages.template.paper.page import line_count, protect_fixed, set_paper
from learnsoc_xlsx.stages.template.paper.press import Press
from learnsoc_xlsx.stages.template.sheets.instructions import (
    AFTERWARDS,
    CARRIED,
    FILLING,
    OPEN_POINTS,
    SENDING,
    WHENCE,
)
from learnsoc_xlsx.vietnamese.dates import format_date

_TEXT_WIDTH = 92
_LINE = 16.5
_QUOTED = re.compile("“.")


def print_guide(book: Workbook, press: Press, notice: Notice, stamp: str) -> None:
    """Print the instructions, with the stamp at their foot."""
    form, styles = press.form, press.styles
    page = book.add_worksheet(GUIDE_SHEET)
    page.set_column(0, 0, 4)
    page.set_column(1, 1, _TEXT_WIDTH)
    page.set_row(0, 26)
    page.write_string(0, 0, f"HƯỚNG DẪN GHI MẪU {form.number}: {form.title.upper()}", styles.look("title"))
    page.write_string(1, 0, " · ".join(_about(form, press.prefill)), styles.look("subtitle"))
    row = 2
    if notice.sample:
        page.write_string(row, 0, notice.sample, styles.look("unit"))
        row += 1
    for heading, texts in _chapters(form, notice, press.prefill.before):
        page.set_row(row, 28)
        page.write_string(row, 0, heading, styles.look("guide heading"))
        for number, text in enumerate(texts, 1):
            page.set_row(row + number, _LINE * line_count(text, _TEXT_WIDTH + 4) + 3)
            page.write_number(row + number, 0, number, styles.look("guide number"))
            page.write_string(row + number, 1, text, styles.look("guide"))
        row += len(texts) + 1
    page.write_string(row + 1, 0, f"Dấu biểu mẫu: {stamp}", styles.look("stamp"))
    set_paper(page, press, 4 + _TEXT_WIDTH)
    page.fit_to_pages(1, 1)
    protect_fixed(page)


def _about(form: Form, prefill: Prefill) -> Iterator[str]:
    yield f"Năm {form.year}"
    if form.audience:
        yield f"Người ghi: {form.audience}"
    if prefill.unit_name:
        yield f"Đơn vị: {prefill.unit_name}"


def _chapters(form: Form, notice: Notice, before: YearBefore | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Cách ghi", _addressed(FILLING, form)
    if before:
        yield f"Đã ghi sẵn của năm {before.year}", (*_carried(form, before), *before.remarks)
    yield "Các trang của mẫu", tuple(_of_sheet(sheet) for sheet in form.sheets)
    if any(sheet.id == "cover" for sheet in form.sheets):
        yield "Gửi báo cáo", (*_addressed(SENDING, form), *_sending(notice))
        yield "Sau khi gửi", _addressed(AFTERWARDS, form)


def _addressed(texts: tuple[str, ...], form: Form) -> tuple[str, ...]:
    """The sentences, as they speak of whoever the form goes to."""
    whom = form.reports_to
    return tuple(text.format(whom=whom, Whom=whom[:1].upper() + whom[1:]) for text in texts)


def _of_sheet(sheet: Sheet) -> str:
    alone = " Xã chỉ cần danh sách đề nghị, không cần ghi mọi người." if sheet.nominees_only else ""
    return f"“{sheet.name}”: {_sentence(sheet.title)}.{alone}"


def directions(form: Form, notice: Notice) -> str:
    """Return who fills a form in, until when, to whom it goes and where, as its cover says it."""
    due = f"Hạn cuối: {format_date(notice.due)}" if notice.due else ""
    where = "; ".join(filter(None, (notice.recipients, notice.return_to)))
    parts = (f"{FOR_WHOM}{form.audience}" if form.audience else "", due, f"Gửi: {where}" if where else "")
    return ". ".join(filter(None, parts)) + "." if form.audience else ""


def _carried(form: Form, before: YearBefore) -> Iterator[str]:
    """How to go on from what was printed beforehand of last year."""
    yield from (sentence.format(year=before.year, whom=form.reports_to) for sentence in CARRIED)
    if before.whence:
        yield WHENCE.format(header=WHENCE_HEADER)
    if before.open_points:
        yield OPEN_POINTS.format(sheet=OPEN_POINTS_SHEET, year=before.year, count=len(before.open_points))


def _sentence(title: str) -> str:
    return _QUOTED.sub(lambda match: match[0].upper(), title[0] + title[1:].lower())


def _sending(notice: Notice) -> Iterator[str]:
    if notice.due:
        yield f"Ngày cuối cùng còn đúng hạn: {format_date(notice.due)}."
    if notice.recipients:
        yield f"Nơi nhận: {notice.recipients}."
    if notice.return_to:
        yield f"{'Địa chỉ nhận' if notice.recipients else 'Nơi nhận'}: {notice.return_to}."
    if notice.contact:
        yield f"Chưa rõ điều gì, xin hỏi: {notice.contact}."
