"""Small workbooks written part by part, so that a test may spell their XML as some program does."""

from collections.abc import Mapping

from tests.mutations.breaking import zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("draw", "drawing"),
        ("style", "style"),
    )
)


def links(targets: Mapping[str, tuple[str, str]]) -> str:
    """A part of relations: id to kind and target."""
    return (
        f'<Relationships xmlns="{_PACKAGE}">{"".join(_link(name, *to) for name, to in targets.items())}</Relationships>'
    )


def _link(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def sheet(rows: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def parts(rows: str = "", others: Mapping[str, str | bytes] | None = None) -> dict[str, bytes]:
    """The parts of an .xlsx with one sheet, S; `others` are further parts, or other ones, by name."""
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": links({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": links({"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("sharedStrings", "sharedStrings.xml")}),
        SHEET: sheet(rows),
        **(others or {}),
    }  # fmt: skip
    return {name: body if isinstance(body, bytes) else body.encode() for name, body in whole.items()}


def xlsx(rows: str = "", others: Mapping[str, str | bytes] | None = None) -> bytes:
    """An .xlsx with one sheet, S."""
    return zipped(list(parts(rows, others).items()))


def ods(cells: str, looks: str = "") -> bytes:
    """An .ods with one sheet, S, of one row; `looks` are its styles."""
    table = f'<table:table table:name="S"><table:table-row>{cells}</table:table-row></table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    styles = f"<office:automatic-styles>{looks}</office:automatic-styles>"
    content = f"<office:document-content {_NAMES}>{styles}{body}</office:document-content>"
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped([("mimetype", kind), ("content.xml", content.encode()), ("META-INF/manifest.xml", manifest)])
