"""Where a form is printed: which line and column each field gets in a template.

The template printer, the codebook and the reader all ask here, so they cannot disagree. A list prints its running number in
column A and its fields from B; a fixed sheet prints number, label, unit of measure, value, how to fill, last year's
figure, hidden in G the field's id, and in H, where a figure may be asked about, room for the unit to explain it; each
section heading has a line of its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from learnsoc_xlsx.model.form.form import FIRST_ROW, Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.place import column_letter

NUMBERING_HEADERS = ("STT", "TT", "Số TT", "Số thứ tự")
"""Headers of a running number: the first is printed, all are understood."""
LABEL_HEADERS = ("Nội dung", "Chỉ tiêu", "Tiêu chí", "Nội dung báo cáo")
VALUE_HEADERS = ("Điền vào đây", "Số liệu", "Năm nay", "Giá trị", "Kết quả", "Trả lời")
UNIT_HEADER = "Đơn vị tính"
HELP_HEADER = "Cách ghi"
LAST_YEAR_HEADER = "Năm trước"
REASON_HEADER = "Giải trình"
WHENCE_HEADER = "Ghi sẵn từ"
"""The header of the column that says whose list of last year a row comes from; nobody fills it in."""
LINE_TAGS = ("number", "label", "unit", "value", "help", "last_year", "field")
"""The hidden row of a fixed sheet, above its headers, column by column."""
NO_LAST_YEAR = "no_last_year"
"""What stands there in the place of `last_year` where no figure of last year's was printed."""

FOR_WHOM = "Người ghi: "
"""What the line of the cover begins with that says for whom the form is, until when and to whom it goes."""

SIGNERS = ("NGƯỜI LẬP BÁO CÁO", "NGƯỜI ĐỨNG ĐẦU")
"""Who signs under the cover; what stands under these words is no data."""
SIGNERS_OF_RECORD = ("THƯ KÝ HỘI ĐỒNG", "CHỦ TRÌ CUỘC HỌP")
"""Who signs the record of a meeting, likewise."""

NUMBER_COLUMN, LABEL_COLUMN, UNIT_COLUMN, VALUE_COLUMN, HELP_COLUMN, LAST_YEAR_COLUMN, ID_COLUMN, REASON_COLUMN = range(
    8
)
"""The columns of a fixed sheet, counted from 0."""
FIRST_FIELD_COLUMN = 1
"""The column of a list's first field, counted from 0."""


_WHENCE = re.compile(r"[^;]+ \d{4}, dòng \d+(?:; [^;]+ \d{4}, dòng \d+)*")
_NUMBERS = re.compile(
    r" tối đa \d+(?: \d+)*$| đạt từ \d+(?: \d+)* điểm(?: không (?:tiêu chí|chỉ số) nào dưới \d+(?: \d+)*)?"
)
"""What is printed, folded, of the numbers that a commune may set: how many points there may be, how many are needed."""


@dataclass(frozen=True)
class PrintedLine:
    """One printed line of a fixed sheet, at a file row: a field with its number, or a section heading (no field)."""

    row: int
    text: str
    number: int = 0
    field: Field | None = None


def lines(sheet: Sheet) -> tuple[PrintedLine, ...]:
    """Return the lines of a fixed sheet from top to bottom; a heading stands wherever the section changes."""
    printed: list[PrintedLine] = []
    section = ""
    for number, field in enumerate(sheet.asked, 1):
        if field.section != section:
            section = field.section
            printed.append(PrintedLine(FIRST_ROW + len(printed), section))
        printed.append(PrintedLine(FIRST_ROW + len(printed), field.label, number, field))
    return tuple(printed)


def caption(field: Field) -> str:
    """Return the header of a list's column: its label, and of points how many there may be at most."""
    if field.kind is not Kind.SCORE or field.max is None:
        return field.label
    most = Fraction(field.max)
    return f"{field.label} (tối đa {str(most) if most.denominator == 1 else f'{float(most):g}'.replace('.', ',')})"


def without_numbers(words: str) -> str:
    """Return a folded header or introduction without the numbers that a commune may have set before it was printed."""
    return _NUMBERS.sub("", words)


def whence(unit: str, year: int, row: int) -> str:
    """Return what a row printed beforehand says of where it comes from: a unit, its list of a year, and the row of its file."""
    return f"{unit.replace(';', ',')} {year}, dòng {row}"


def is_whence(words: str) -> bool:
    """Whether words are what `whence` prints, of one list or of several parted by “; ”."""
    return _WHENCE.fullmatch(words) is not None


def anchors(sheet: Sheet) -> dict[str, str]:
    """Return where each field is printed: its column letters in a list, its cell in a fixed sheet."""
    if sheet.kind is SheetKind.LIST:
        return {field.id: column_letter(FIRST_FIELD_COLUMN + at) for at, field in enumerate(sheet.asked)}
    value = column_letter(VALUE_COLUMN)
    return {line.field.id: f"{value}{line.row}" for line in lines(sheet) if line.field}


def hints(sheet: Sheet) -> dict[str, str]:
    """Return what is printed beside each line of a fixed sheet, how to fill it, by the field's id."""
    printed = [(line.field, line.number) for line in lines(sheet) if line.field]
    numbers = {field.id: number for field, number in printed}
    return {field.id: hint(field, numbers) for field, _ in printed}


def hints_ever(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Return every way in which the hint of a line of a fixed sheet is or was printed, by the field's id."""
    numbers = {line.field.id: line.number for line in lines(sheet) if line.field}
    return {
        field.id: tuple(hint(replace(field, help=words), numbers) for words in (field.help, *field.former_help))
        for field in sheet.asked
    }


def hint(field: Field, numbers: Mapping[str, int]) -> str:
    """Return what is particular to a line of a fixed sheet; `numbers` are the running numbers of the fields."""
    sentences = [field.help.rstrip(".") + "."] if field.help else []
    if field.at_most:
        sentences.append(f"Không lớn hơn dòng {numbers[field.at_most]}.")
    if field.equals:
        sentences.append(f"Bằng {_sum(field.equals, numbers)}.")
    return " ".join(sentences)


def _sum(terms: tuple[str, ...], numbers: Mapping[str, int]) -> str:
    signed = (f"{'−' if term.startswith('-') else '+'} dòng {numbers[term.lstrip('-')]}" for term in terms)
    return " ".join(signed).removeprefix("+ ")
