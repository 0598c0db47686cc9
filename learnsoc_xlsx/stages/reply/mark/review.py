"""The first sheet of an answer: every finding with its number, its cell as a link, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.spreadsheet.package.characters import allowed
from learnsoc_xlsx.spreadsheet.text_size import TALLEST, lines_needed, row_height
from learnsoc_xlsx.stages.reply.mark.looks import MARK, Looks
from learnsoc_xlsx.stages.reply.mark.package import MAIN, xml_text

HEADER_ROW = 5
_HEADERS = ("STT", "Mức", "Trang", "Ô", "Điều cần xem và cách sửa")
_WIDTHS = (5.0, 10.0, 20.0, 9.0, 58.0)
_LAST = "ABCDE"[len(_WIDTHS) - 1]
_TITLE_SIZE = 1.35
_lines = lru_cache(maxsize=1024)(lines_needed)


@dataclass(frozen=True)
class Heading:
    """What stands above the findings: a title, whose report it is, and what the sender is asked to do."""

    title: str
    about: str
    asked: str


@dataclass(frozen=True)
class ReviewLine:
    """One finding; `target` is the sheet and cell that a click leads to, empty where there is none."""

    finding: Finding
    target: str = ""


def review(heading: Heading, lines: Sequence[ReviewLine], looks: Looks) -> str:
    """Return the sheet as XML; every text in it is a text, whatever it begins with."""
    title = looks.made('<b/><sz val="14"/>', across="center")
    about = looks.made('<i/><sz val="11"/>', across="center")
    asked = looks.made('<sz val="11"/>')
    header = looks.made('<b/><sz val="11"/>', fill="FFE4E7EC", boxed=True, across="center")
    whole = sum(_WIDTHS)
    rows = [
        _row(1, [(heading.title, title)], row_height(lines_needed(heading.title, whole / _TITLE_SIZE)) + 6),
        _row(2, [(heading.about, about)], row_height(lines_needed(heading.about, whole))),
        _row(3, [(heading.asked, asked)], row_height(lines_needed(heading.asked, whole)) + 4),
        _row(HEADER_ROW, [(text, header) for text in _HEADERS], row_height(1) + 6),
        *_findings(lines, looks),
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{MAIN}"><sheetPr><tabColor rgb="{MARK}"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{_LAST}{HEADER_ROW + len(lines)}"/>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{HEADER_ROW}" topLeftCell="A{HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{_columns()}</cols><sheetData>{"".join(rows)}</sheetData>'
        f'<mergeCells count="3">{"".join(f"""<mergeCell ref="A{row}:{_LAST}{row}"/>""" for row in (1, 2, 3))}</mergeCells>'
        f'{_links(lines)}<pageMargins left="0.79" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/>'
        '<headerFooter><oddFooter>&amp;C&amp;"Times New Roman,Regular"&amp;9Trang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>'
    )


def _findings(lines: Sequence[ReviewLine], looks: Looks) -> list[str]:
    plain = looks.made('<sz val="11"/>', boxed=True)
    centred = looks.made('<sz val="11"/>', boxed=True, across="center")
    link = looks.made('<u/><sz val="11"/><color rgb="FF1F4E78"/>', boxed=True, across="center")
    rows = []
    for number, line in enumerate(lines, 1):
        place = line.finding.place
        cells: list[tuple[str | int, int]] = [
            (number, centred),
            (line.finding.severity.label, centred),
            (place.sheet or "Cả tệp", plain),
            (place.cell or ("cả trang" if place.sheet else ""), link if line.target else centred),
            (line.finding.to_the_sender, plain),
        ]
        needed = max(_lines(str(text), width) for (text, _), width in zip(cells, _WIDTHS, strict=True))
        rows.append(_row(HEADER_ROW + number, cells, row_height(needed) + 4))
    return rows


def _row(row: int, cells: Sequence[tuple[str | int, int]], height: float) -> str:
    elements = "".join(
        _cell(f"{letter}{row}", text, look) for letter, (text, look) in zip("ABCDE", cells, strict=False)
    )
    return f'<row r="{row}" ht="{min(height, TALLEST):g}" customHeight="1">{elements}</row>'


def _cell(address: str, text: str | int, look: int) -> str:
    if isinstance(text, int):
        return f'<c r="{address}" s="{look}"><v>{text}</v></c>'
    return f'<c r="{address}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{xml_text(text)}</t></is></c>'


def _columns() -> str:
    return "".join(
        f'<col min="{at}" max="{at}" width="{width + 0.71:g}" customWidth="1"/>' for at, width in enumerate(_WIDTHS, 1)
    )


def _links(lines: Sequence[ReviewLine]) -> str:
    links = "".join(
        f'<hyperlink ref="D{HEADER_ROW + number}" location={quoteattr(shown_place(line.target))} display={quoteattr(allowed(line.target))}/>'
        for number, line in enumerate(lines, 1)
        if line.target
    )
    return f"<hyperlinks>{links}</hyperlinks>" if links else ""


def shown_place(target: str) -> str:
    """Return a target, "sheet!cell", with the sheet's name quoted as formulas want it."""
    sheet, _, cell = allowed(target).rpartition("!")
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"
