"""On a blank: the certificates of a round as they are printed on what the commune bought, and a page to try its printer on."""

from collections.abc import Callable, Iterator

from learnsoc_xlsx.model.papers.certificates import Blank
from learnsoc_xlsx.model.papers.paper import BlankPaper, PrintedOn
from learnsoc_xlsx.stages.write.papers.blanks.blanks import on_blanks, overflow
from learnsoc_xlsx.stages.write.papers.blanks.edges import overlapping, too_near_the_edge
from learnsoc_xlsx.stages.write.papers.blanks.grid_page import grid_page
from learnsoc_xlsx.stages.write.papers.words.certified import certificates
from learnsoc_xlsx.stages.write.papers.words.words import RoundWords

DRAFT, SAMPLE = "DỰ THẢO", "SỐ LIỆU MẪU – xã hư cấu"


def printed(paper: BlankPaper, blank: Blank, words: RoundWords) -> bytes:
    """Return a paper that is printed on blanks; the same arguments give the same bytes. Raises ValueError where nobody is given
    a certificate.
    """
    return _PRINTERS[paper.printed](paper, blank, words)


def _certificates(paper: BlankPaper, blank: Blank, words: RoundWords) -> bytes:
    marks = (DRAFT if words.draft else "", SAMPLE if words.sample else "")
    return on_blanks(blank, certificates(words, paper.merit), "; ".join(filter(None, marks))).document


def _grid(_: BlankPaper, blank: Blank, __: RoundWords) -> bytes:
    return grid_page(blank)


_PRINTERS: dict[PrintedOn, Callable[[BlankPaper, Blank, RoundWords], bytes]] = {
    PrintedOn.CERTIFICATES: _certificates,
    PrintedOn.GRID: _grid,
}


def to_settle(paper: BlankPaper, blank: Blank, words: RoundWords) -> Iterator[str]:
    """Yield what will not be printed as it should on blanks: texts too long for their frames, frames too near the
    edge or over each other.
    """
    if paper.printed is not PrintedOn.CERTIFICATES or not words.certified:
        return
    for long in overflow(blank, certificates(words, paper.merit)):
        yield f"{paper.title}, tờ {long.number} ({words.certified[long.number - 1].name}): “{long.part.label}” dài quá khung, kể cả ở cỡ chữ nhỏ nhất."
    near = too_near_the_edge(blank)
    if near:
        yield f"{paper.title}: khung {', '.join(f'“{part.label}”' for part in near)} sát mép giấy, máy in có thể không in tới."
    for one, other in overlapping(blank):
        yield f"{paper.title}: khung “{one.label}” chồng lên khung “{other.label}”, chữ có thể in đè lên nhau."
