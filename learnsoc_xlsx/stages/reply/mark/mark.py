"""Mark a workbook: a first sheet that lists the findings, a fill, a thick border and a comment where each one stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr, unescape

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import REVIEW_SHEET
from learnsoc_xlsx.spreadsheet.package.characters import allowed
from learnsoc_xlsx.stages.reply.mark.cells import Cell, address_of, cells_at, looking, merged, relooked
from learnsoc_xlsx.stages.reply.mark.looks import Looks
from learnsoc_xlsx.stages.reply.mark.notes import comment
from learnsoc_xlsx.stages.reply.mark.package import NotEditable, Package, into
from learnsoc_xlsx.stages.reply.mark.part import page, put
from learnsoc_xlsx.stages.reply.mark.review import HEADER_ROW, Heading, ReviewLine, review

_SHEET_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SHEETS = re.compile(r"<sheets\b[^>]*>(.*?)</sheets>", re.DOTALL)
_SHEET = re.compile(r"<sheet\b[^>]*?/>")
_RELATION = re.compile(r'\s([\w.-]+):id="([^"]*)"')
_SELECTED = re.compile(r'(<sheetView\b[^>]*?)\s+tabSelected="[^"]*"')
_SHOWN_FIRST = re.compile(r'(<workbookView\b[^>]*?)\s+(?:activeTab|firstSheet)="[^"]*"')
_BEFORE_NAMES = ("</externalReferences>", "</functionGroups>", "</sheets>")


@dataclass(frozen=True)
class _Sheets:
    """The sheets of a workbook: name to part, the prefix of their relations, and the highest number borne."""

    parts: Mapping[str, str]
    prefix: str
    highest: int


def marked(data: bytes, findings: Sequence[Finding], heading: Heading) -> bytes:
    """Return a workbook with its findings shown in it; the marks of an earlier answer go, all else stays as it is.

    The same arguments give the same bytes. Raises NotEditable where the file cannot be changed safely.
    """
    package = Package(data)
    sheets = _sheets(package)
    looks = Looks(package)
    findings = [_on_its_sheet(finding) for finding in findings]
    places = _marks(package, sheets, looks, findings)
    lines = [ReviewLine(finding, _target(finding, sheets, places)) for finding in findings]
    _show_first(package, sheets, review(heading, lines, looks))
    looks.save()
    return package.to_bytes()


def _on_its_sheet(finding: Finding) -> Finding:
    """A finding at its sheet as the answer spells it: without what XML forbids."""
    sheet = allowed(finding.place.sheet)
    return finding if sheet == finding.place.sheet else replace(finding, place=replace(finding.place, sheet=sheet))


def _sheets(package: Package) -> _Sheets:
    text = package.text(package.workbook)
    block = _SHEETS.search(text)
    sheets = _SHEET.findall(block[1]) if block else []
    targets = {
        relation.id: relation.target for relation in package.relations(package.workbook) if relation.kind == "worksheet"
    }
    parts, prefix, highest = {}, "", 0
    for sheet in sheets:
        relation = _RELATION.search(sheet)
        name, number = re.search(r'\sname="([^"]*)"', sheet), re.search(r'\ssheetId="(\d+)"', sheet)
        if relation is None or name is None or number is None:
            raise NotEditable("không đọc được danh sách trang")
        prefix, highest = relation[1], max(highest, int(number[1]))
        if relation[2] in targets:
            parts[unescape(name[1], {"&quot;": '"', "&apos;": "'"})] = targets[relation[2]]
    if not parts or block is None or block[1].count("<sheet") != len(sheets):
        raise NotEditable("không đọc được danh sách trang")
    return _Sheets(parts, prefix, highest)


def _marks(
    package: Package, sheets: _Sheets, looks: Looks, findings: Sequence[Finding]
) -> dict[tuple[str, str], list[Cell]]:
    """Mark the cells on every sheet, and return which cells each place came to be."""
    places: dict[tuple[str, str], list[Cell]] = {}
    for name, part in sheets.parts.items():
        here = [finding for finding in findings if finding.place.sheet == name and finding.place.cell]
        if name == REVIEW_SHEET or not (here or looks.marks or _may_change(package, part)):
            continue
        came = sheet = page(package, part)
        sentences: dict[Cell, list[str]] = {}
        joined = merged(sheet) if here else []
        wrong: set[Cell] = set()
        for place, sentence in (one for finding in here for one in _one_by_one(finding)):
            cells = places[name, place] = cells_at(sheet, place, joined)
            sentences.setdefault(cells[0], []).append(sentence)
            wrong.update(cells)
        if looks.marks:
            sheet = relooked(sheet, looks.marks, looks.unmarked)
        if here:
            sheet = looking(sheet, wrong, looks.marked)
        sheet = comment(
            package, part, sheet, {cell: "\n".join(dict.fromkeys(texts)) for cell, texts in sentences.items()}
        )
        sheet = replace(sheet, head=_SELECTED.sub(r"\1", sheet.head, count=1))
        if sheet != came:
            put(package, part, sheet)
    return places


def _one_by_one(finding: Finding) -> Iterator[tuple[str, str]]:
    """Yield each place on its sheet in which a finding stands, and what is to be read there; what is the same in many cells
    is put into words once.
    """
    if finding.alike is None:
        yield finding.place.cell, finding.to_the_sender
        return
    sentences: dict[int, str] = {}
    for row, number in zip(finding.alike.rows, finding.alike.numbers, strict=True):
        if number not in sentences:
            sentences[number] = finding.in_row(row).to_the_sender
        yield f"{finding.alike.column}{row}", sentences[number]


def _may_change(package: Package, part: str) -> bool:
    """Whether a sheet without findings is the one shown first, or has comments, some of which may be ours."""
    head = package.head(part)
    is_first = "tabSelected" in head or "</sheetViews>" not in head
    return is_first or any(relation.kind == "comments" for relation in package.relations(part))


def _target(finding: Finding, sheets: _Sheets, places: Mapping[tuple[str, str], list[Cell]]) -> str:
    """Where a click on a finding leads: its cell, or the top of its sheet."""
    sheet, cell = finding.place.sheet, finding.place.cell
    if sheet not in sheets.parts:
        return ""
    cells = places.get((sheet, cell))
    return f"{sheet}!{address_of(cells[0]) if cells else 'A1'}"


def _show_first(package: Package, sheets: _Sheets, xml: str) -> None:
    """Put the review before all other sheets, or in the place of the one of an earlier answer; show it when opened."""
    text = _SHOWN_FIRST.sub(r"\1", _SHOWN_FIRST.sub(r"\1", package.text(package.workbook)))
    if REVIEW_SHEET in sheets.parts:
        package.put(sheets.parts[REVIEW_SHEET], xml)
        package.unrelate(sheets.parts[REVIEW_SHEET])
        package.put(package.workbook, text)
        return
    part = package.free("xl/worksheets/sheet{}.xml")
    package.put(part, xml)
    package.declare(part, _SHEET_KIND)
    relation = (
        f'{_bound(sheets.prefix, text)} {sheets.prefix}:id="{package.relate(package.workbook, "worksheet", part)}"'
    )
    sheet = f'<sheet name={quoteattr(REVIEW_SHEET)} sheetId="{sheets.highest + 1}" {relation}/>'
    text = re.sub(r'localSheetId="(\d+)"', lambda match: f'localSheetId="{int(match[1]) + 1}"', text)
    text = re.sub(r"(<sheets\b[^>]*>)", lambda match: match[1] + sheet, text, count=1)
    package.put(package.workbook, _with_titles(text))


def _bound(prefix: str, text: str) -> str:
    """The declaration of the prefix of relations, which some programs write on each sheet alone."""
    declared = re.search(rf'xmlns:{re.escape(prefix)}="[^"]*"', text)
    return declared[0] if declared else ""


def _with_titles(text: str) -> str:
    """Repeat the header of the review on every printed page."""
    titles = f"""<definedName name="_xlnm.Print_Titles" localSheetId="0">'{REVIEW_SHEET}'!${HEADER_ROW}:${HEADER_ROW}</definedName>"""
    if "</definedNames>" in text:
        return into(text, "definedNames", titles)
    text = re.sub(r"<definedNames\b[^>]*/>", "", text)
    place = next(tag for tag in _BEFORE_NAMES if tag in text)
    return text.replace(place, f"{place}<definedNames>{titles}</definedNames>", 1)
