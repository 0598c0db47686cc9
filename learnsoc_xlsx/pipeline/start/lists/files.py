"""Files: the cells of an old list in a file, of a workbook of any kind or of a text with separators."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from learnsoc_xlsx.model.errors import ENDING
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.pipeline.start.lists.columns import Row
from learnsoc_xlsx.pipeline.start.lists.entries import Listed, Wrong
from learnsoc_xlsx.pipeline.start.lists.kinds import kind_in_heading
from learnsoc_xlsx.pipeline.start.lists.tables import units_in
from learnsoc_xlsx.pipeline.start.lists.typed import listed_in
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.stages.receive.fault import Fault, failed, out_of_reach
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.trial import cause, trial
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.legacy.legacy import decode
from learnsoc_xlsx.vietnamese.letters import clean

_TEXTS, _PLAIN = (".csv", ".tsv", ".txt"), ".txt"
ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", *_TEXTS)
"""How the files end that a list may be read from."""
_SEPARATORS = ";,\t|"


def list_in(path: Path, unit_kind: str) -> Listed | Wrong:
    """Return the units of a kind that an old list names, by its headings or by what stands in it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return Wrong(f"Không đọc được tệp “{path.name}”: {out_of_reach(error).given}.")
    if path.suffix.casefold() in _TEXTS:
        text = _text_of(path, data)
        if isinstance(text, Wrong) or path.suffix.casefold() == _PLAIN:
            return text if isinstance(text, Wrong) else listed_in(text, unit_kind)
        return _chosen(path.name, {path.stem: _separated(text)}, unit_kind)
    sheets = _of_book(path, data)
    return sheets if isinstance(sheets, Wrong) else _chosen(path.name, sheets, unit_kind)


def _chosen(name: str, sheets: Mapping[str, list[Row]], unit_kind: str) -> Listed | Wrong:
    """The units of the sheet that is called after the kind, else of the first that has any; other sheets are named."""
    own = {sheet: rows for sheet, rows in sheets.items() if kind_in_heading(sheet) == unit_kind} or sheets
    read = ((sheet, units_in(rows, unit_kind)) for sheet, rows in own.items())
    sheet, listed = next(((sheet, one) for sheet, one in read if one and one.entries), ("", None))
    if listed is None:
        return Wrong(
            f"Trong “{name}” không thấy cột nào ghi tên đơn vị thuộc loại đang hỏi. Hãy đặt “Tên đơn vị”, “Email” làm đầu cột, hoặc dán danh sách vào đây."
        )
    others = ", ".join(f"“{one}”" for one in sheets if one != sheet and sheets[one])
    unread = (f"Chỉ đọc trang “{sheet}” của “{name}”; không đọc trang {others}.",) if others else ()
    return Listed(listed.entries, (*unread, *listed.remarks))


def _of_book(path: Path, data: bytes) -> dict[str, list[Row]] | Wrong:
    sound = preflight(data)
    try:
        fault = sound if isinstance(sound, Fault) else trial(data, sound.container) if sound.doubtful else None
        if fault is None and not isinstance(sound, Fault):
            book = Book(data, sound.container, sound.parts)
            return {name: [*_texts(book.rows(name))] for name in book.sheet_names}
    except ENDING:
        raise
    except BaseException as error:  # the reader's panics are no Exception
        fault = failed(error, cause(str(error)))
    assert isinstance(fault, Fault), "what was not opened is at fault"
    finding = Finding(fault.code, Place(path.name), given=fault.given, expected=fault.expected, extra=fault.extra)
    return Wrong(f"Không dùng được tệp “{path.name}”: {finding.message}")


def _texts(rows: list[list[object]]) -> Iterator[Row]:
    for row in rows:
        yield [_text(cell) for cell in row]


def _text(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return format_date(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(decode(str(cell)))


def _text_of(path: Path, data: bytes) -> str | Wrong:
    """A text in UTF-8, or in UTF-16, which Excel calls “Unicode Text”."""
    code = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(code)
    except UnicodeDecodeError:
        return Wrong(
            f"Tệp “{path.name}” không phải văn bản UTF-8. Trong Excel hãy lưu dạng “CSV UTF-8”, hoặc đưa chính tệp .xlsx."
        )


def _separated(text: str) -> list[Row]:
    """The cells of a text, parted by the sign that stands on most lines."""
    lines = text.splitlines()
    sign = max(_SEPARATORS, key=lambda one: sum(one in line for line in lines))
    return [[clean(decode(cell)) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=sign)]
