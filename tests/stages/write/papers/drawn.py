"""What stands on the pages of a Word document that shows floating boxes: read from its markup, as a program reads it."""

import io
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EMU_PER_MM = 36_000


@dataclass(frozen=True)
class Drawn:
    """A box: its name, its left, top, width and height in millimetres, its paragraphs, and their size in points."""

    name: str
    place: tuple[float, float, float, float]
    texts: tuple[str, ...]
    size: float


def pages(document: bytes) -> list[list[Drawn]]:
    """Return the boxes of each page, the farthest first."""
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml")).find(f"{_W}body")
    assert body is not None
    papers = body.findall(f"{_W}p")
    broken = [page.find(f"{_W}pPr/{_W}pageBreakBefore") is not None for page in papers]
    assert broken == [number > 0 for number in range(len(papers))]
    numbers = [int(about.get("id", "")) for about in body.iter() if about.tag.endswith("}docPr")]
    assert numbers == [*range(1, len(numbers) + 1)]
    return [[_drawn(anchor) for anchor in page.iterfind(".//{*}anchor")] for page in papers]


def _drawn(anchor: ElementTree.Element) -> Drawn:
    offsets = [int(offset.text or "") for offset in anchor.iterfind(".//{*}posOffset")]
    extent, about = anchor.find("{*}extent"), anchor.find("{*}docPr")
    assert extent is not None
    assert about is not None
    left, top, width, height = (
        emu / _EMU_PER_MM for emu in (*offsets, int(extent.get("cx", "")), int(extent.get("cy", "")))
    )
    texts = tuple("".join(_said(each) for each in paragraph.iter()) for paragraph in anchor.iter(f"{_W}p"))
    sizes = {int(size.get(f"{_W}val", "")) / 2 for size in anchor.iter(f"{_W}sz")}
    assert len(sizes) <= 1
    return Drawn(about.get("name", ""), (left, top, width, height), texts, max(sizes, default=0))


def _said(element: ElementTree.Element) -> str:
    if element.tag == f"{_W}br":
        return "\n"
    return element.text or "" if element.tag == f"{_W}t" else ""
