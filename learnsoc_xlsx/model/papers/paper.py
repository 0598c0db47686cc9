"""A paper (văn bản) as declared: what it is about, where it goes, and its text, block by block, with tags to be filled in.

{{ word }} stands in a text; conditions and loops over whole paragraphs are `If` and `Each`, over rows of a table `TableOf`.
Nothing here knows a word processor. Sizes are points, widths millimetres.
"""

from dataclasses import dataclass
from enum import Enum

from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.issued import PaperKind


@dataclass(frozen=True)
class Letterhead:
    """Who issues the paper on the left, the national name and motto on the right, number and date below (NĐ 30/2020).

    What bears its day in its text, or none, is not `dated` here.
    """

    numbered: bool = True
    dated: bool = True


@dataclass(frozen=True)
class TitleLines:
    """What kind of paper it is, in capitals, and below what it is about, over a short rule where `ruled`."""

    kind: str
    about: str = ""
    ruled: bool = True


@dataclass(frozen=True)
class Para:
    """A paragraph, even at both edges where no `align` is given, perhaps with bold words that lead it. One that is `kept`
    never stands apart from what follows.
    """

    text: str
    align: Align | None = None
    indent: bool = True
    bold: bool = False
    italic: bool = False
    kept: bool = False
    size: int = 13
    before: int = 6
    lead: str = ""


@dataclass(frozen=True)
class If:
    """Blocks that are there only where a condition holds."""

    condition: str
    blocks: "tuple[PaperBlock, ...]"
    otherwise: "tuple[PaperBlock, ...]" = ()


@dataclass(frozen=True)
class Each:
    """Blocks once for each item of a list; with `apart` each item begins a page of its own."""

    item: str
    of: str
    blocks: "tuple[PaperBlock, ...]"
    apart: bool = False


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: its heading, its width in millimetres, what stands in it for each item."""

    heading: str
    width: int
    text: str
    align: Align = Align.LEFT


@dataclass(frozen=True)
class TableOf:
    """A table with a row for each item of a list; its headings are repeated on every page.

    `section` is the part of an item that is said in a row across before it, where it says anything; `total` the cells of a
    last row, the first of them over `total_over` columns.
    """

    item: str
    of: str
    columns: tuple[TableColumn, ...]
    section: str = ""
    total: tuple[str, ...] = ()
    total_over: int = 1
    size: int = 12


@dataclass(frozen=True)
class SignedBy:
    """Who signs, on the right: in which office and by which name; on the left who else signs, under that who gets a copy."""

    office: str
    name: str
    recipients: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    left_name: str = ""
    dated: bool = False


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


PaperBlock = Letterhead | TitleLines | Para | If | Each | TableOf | SignedBy | NewPage


class Occasion(Enum):
    """What a paper is about, each time anew: a round, a round that proposes to the level above, a year, a phase."""

    ROUND = "round"
    UPWARD = "upward"
    YEAR = "year"
    PHASE = "phase"


class IssuedBy(Enum):
    """Who issues a paper, and so whose letterhead it bears and who signs it.

    The committee decides as a body (TM. ỦY BAN NHÂN DÂN); its chairman decides alone on awards (Luật Thi đua, khen thưởng,
    khoản 3 Điều 80); the council advises.
    """

    COMMITTEE = "committee"
    CHAIRMAN = "chairman"
    COUNCIL = "council"


@dataclass(frozen=True)
class Series:
    """The papers of a declared round, or those on a year (`of` empty): the digit before their numbers, their name in files,
    and what kind of report goes with it (sơ kết, tổng kết).
    """

    of: str
    digit: str
    called: str
    reviews: str = ""


class PrintedOn(Enum):
    """What is printed on pre-printed blanks: the certificates of a round, or a page with a grid to try the printer on."""

    CERTIFICATES = "certificates"
    GRID = "grid"


@dataclass(frozen=True)
class BlankPaper:
    """What is printed on blanks, one for each round; `path` as of a `WordPaper`. `merit` says, with tags, for what a
    certificate is given.
    """

    id: str
    title: str
    path: str
    printed: PrintedOn
    merit: str = ""


@dataclass(frozen=True)
class WordPaper:
    """A paper as declared.

    `template` is the file of its text, shipped with the program or laid among the returns by the commune. `path` may hold
    {year}, that of the folder, {series} and {called}, the number and the name that papers of a round bear in their files. `kind`
    is what it is registered as (None: it is not; its number is a blank before its `symbol`). `about` is the word of the list
    that it is about: where nobody is on it there is no paper. `public`: it is written only where the commune publishes.
    `looks_ahead`: it says what is wrong with what is printed on blanks. `landscape` turns the sheet, `framed` draws a border
    around each page.
    """

    id: str
    title: str
    template: str
    path: str
    occasion: Occasion
    issued_by: IssuedBy
    text: tuple[PaperBlock, ...]
    kind: PaperKind | None = None
    symbol: str = ""
    about: str = ""
    public: bool = False
    looks_ahead: bool = False
    landscape: bool = False
    framed: bool = False
