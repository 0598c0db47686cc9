"""What Excel and Word take at most, as data: where it stands in a file, how it is measured, how much, and who says so."""

from dataclasses import dataclass
from enum import Enum

SPECIFICATIONS = "Microsoft, “Excel specifications and limits”"
NOTES = "[MS-OI29500] Office implementation notes to ISO/IEC 29500"
XLSXWRITER = "XlsxWriter, which was tried against Excel"


class Part(Enum):
    """A kind of part of an Office file: the last word of its content type, or of its relations."""

    SHEET = "worksheet"
    BOOK = "sheet.main"
    STRINGS = "sharedStrings"
    STYLES = "styles"
    COMMENTS = "comments"
    CHART = "chart"
    RELATIONS = "relationships"
    DOCUMENT = "document.main"


class By(Enum):
    """What is measured of the elements at a path."""

    NUMBER = "the number that is written there"
    LENGTH = "its length in units of UTF-16"
    QUOTED = "the longest text between quotes in it"
    FEEDS = "its line feeds"
    WORDS = "the words in it"
    TIMES = "how often it stands in one part"
    WITHIN = "how many things of the second path it holds"


@dataclass(frozen=True)
class Limit:
    """At most so much. `path` is one of ElementTree without namespaces; `of` an attribute, or a path within; none: the text."""

    name: str
    part: Part
    path: str
    by: By
    most: int
    source: str
    of: str = ""


_RULE = "conditionalFormatting/cfRule/formula"
_LISTED = "dataValidations/dataValidation[@type='list']/formula1"
_ASKED = "dataValidations/dataValidation"

LIMITS = (
    Limit("row height, points", Part.SHEET, "sheetData/row", By.NUMBER, 409, SPECIFICATIONS, "ht"),
    Limit("default row height, points", Part.SHEET, "sheetFormatPr", By.NUMBER, 409, SPECIFICATIONS, "defaultRowHeight"),
    Limit("column width, characters", Part.SHEET, "cols/col", By.NUMBER, 255, SPECIFICATIONS, "width"),
    Limit("columns", Part.SHEET, "cols/col", By.NUMBER, 16_384, SPECIFICATIONS, "max"),
    Limit("rows", Part.SHEET, "sheetData/row", By.NUMBER, 1_048_576, SPECIFICATIONS, "r"),
    Limit("text of a cell, shared", Part.STRINGS, "si", By.LENGTH, 32_767, SPECIFICATIONS),
    Limit("text of a cell, in place", Part.SHEET, "sheetData/row/c/is", By.LENGTH, 32_767, SPECIFICATIONS),
    Limit("text that a formula gives", Part.SHEET, "sheetData/row/c[@t='str']/v", By.LENGTH, 32_767, SPECIFICATIONS),
    Limit("line feeds of a cell, shared", Part.STRINGS, "si", By.FEEDS, 253, SPECIFICATIONS),
    Limit("line feeds of a cell, in place", Part.SHEET, "sheetData/row/c/is", By.FEEDS, 253, SPECIFICATIONS),
    Limit("formula of a cell", Part.SHEET, "sheetData/row/c/f", By.LENGTH, 8_192, SPECIFICATIONS),
    Limit("formula of a conditional format", Part.SHEET, _RULE, By.LENGTH, 8_192, SPECIFICATIONS),
    Limit("formula of a validation", Part.SHEET, f"{_ASKED}/formula1", By.LENGTH, 8_192, SPECIFICATIONS),
    Limit("second formula of a validation", Part.SHEET, f"{_ASKED}/formula2", By.LENGTH, 8_192, SPECIFICATIONS),
    Limit("formula of a name", Part.BOOK, "definedNames/definedName", By.LENGTH, 8_192, SPECIFICATIONS),
    Limit("text within a formula of a cell", Part.SHEET, "sheetData/row/c/f", By.QUOTED, 255, SPECIFICATIONS),
    Limit("text within a conditional format", Part.SHEET, _RULE, By.QUOTED, 255, SPECIFICATIONS),
    Limit("text within a validation", Part.SHEET, f"{_ASKED}/formula1", By.QUOTED, 255, SPECIFICATIONS),
    Limit("list of a validation", Part.SHEET, _LISTED, By.LENGTH, 255, XLSXWRITER),
    Limit("title of a prompt", Part.SHEET, _ASKED, By.LENGTH, 32, f"{NOTES}, 2.1.613 e", "promptTitle"),
    Limit("prompt", Part.SHEET, _ASKED, By.LENGTH, 255, f"{NOTES}, 2.1.613 a", "prompt"),
    Limit("title of an error", Part.SHEET, _ASKED, By.LENGTH, 32, f"{NOTES}, 2.1.613 d", "errorTitle"),
    Limit("error of a validation", Part.SHEET, _ASKED, By.LENGTH, 224, f"{NOTES}, 2.1.613 c", "error"),
    Limit("places of a validation", Part.SHEET, _ASKED, By.WORDS, 32_767, f"{NOTES}, 2.1.613 b", "sqref"),
    Limit("validations of a sheet", Part.SHEET, _ASKED, By.TIMES, 65_534, "[MS-XLS] 2.4.93 DVal, idvMac"),
    Limit("links of a sheet", Part.SHEET, "hyperlinks/hyperlink", By.TIMES, 65_530, SPECIFICATIONS),
    Limit("place of a link", Part.SHEET, "hyperlinks/hyperlink", By.LENGTH, 2_079, XLSXWRITER, "location"),
    Limit("tip of a link", Part.SHEET, "hyperlinks/hyperlink", By.LENGTH, 255, XLSXWRITER, "tooltip"),
    Limit("target of a link", Part.RELATIONS, "Relationship", By.LENGTH, 2_079, XLSXWRITER, "Target"),
    Limit("header", Part.SHEET, "headerFooter/oddHeader", By.LENGTH, 255, SPECIFICATIONS),
    Limit("footer", Part.SHEET, "headerFooter/oddFooter", By.LENGTH, 255, SPECIFICATIONS),
    Limit("page breaks between rows", Part.SHEET, "rowBreaks/brk", By.TIMES, 1_026, SPECIFICATIONS),
    Limit("page breaks between columns", Part.SHEET, "colBreaks/brk", By.TIMES, 1_026, SPECIFICATIONS),
    Limit("zoom, percent", Part.SHEET, "sheetViews/sheetView", By.NUMBER, 400, SPECIFICATIONS, "zoomScale"),
    Limit("formats of cells", Part.STYLES, "cellXfs/xf", By.TIMES, 64_000, f"{SPECIFICATIONS}, as they stood for Excel 2010"),
    Limit("fonts", Part.STYLES, "fonts/font", By.TIMES, 512, SPECIFICATIONS),
    Limit("fills", Part.STYLES, "fills/fill", By.TIMES, 256, SPECIFICATIONS),
    Limit("borders", Part.STYLES, "borders/border", By.TIMES, 256, SPECIFICATIONS),
    Limit("number formats", Part.STYLES, "numFmts/numFmt", By.TIMES, 200, SPECIFICATIONS),
    Limit("a number format", Part.STYLES, "numFmts/numFmt", By.LENGTH, 255, XLSXWRITER, "formatCode"),
    Limit("name of a sheet", Part.BOOK, "sheets/sheet", By.LENGTH, 31, f"{NOTES}, 2.1.578 a", "name"),
    Limit("number of a sheet", Part.BOOK, "sheets/sheet", By.NUMBER, 65_534, f"{NOTES}, 2.1.578 b", "sheetId"),
    Limit("a name for cells", Part.BOOK, "definedNames/definedName", By.LENGTH, 255, f"{NOTES}, 2.1.568 k", "name"),
    Limit("note of a cell", Part.COMMENTS, "commentList/comment/text", By.LENGTH, 32_767, "ECMA-376 part 1, 18.7.7"),
    Limit("series of a chart", Part.CHART, ".//plotArea", By.WITHIN, 255, SPECIFICATIONS, "*/ser"),
    Limit("points of a series", Part.CHART, ".//ser//ptCount", By.NUMBER, 32_000, f"{SPECIFICATIONS}, Excel 2007", "val"),
    Limit("columns of a table in Word", Part.DOCUMENT, ".//tr", By.WITHIN, 63, "Word itself, whose dialogue offers no more", "tc"),
)  # fmt: skip
