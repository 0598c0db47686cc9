"""The looks of a workbook: marked cells keep their own look but for a fill and a thick border, and lose both again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from learnsoc_xlsx.stages.reply.mark.package import MAIN, NotEditable, Package, into, tree
from learnsoc_xlsx.stages.template.paper.styles import ENTRY, FONT, LINE

MARK = "FFFFD9C2"
"""The fill of a marked cell (light grey in black and white), by which a mark is known again."""
_RIM = "FFC00000"
_GREY = "FF" + LINE.lstrip("#")
_XF = re.compile(r"<xf\b[^>]*?(?:/>|>.*?</xf>)", re.DOTALL)
_SIDES = ("left", "right", "top", "bottom")


class Looks:
    """The styles part of one workbook, to which looks are added; a look is named by its number, as cells do."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._name = next(
            (relation.target for relation in package.relations(package.workbook) if relation.kind == "styles"), ""
        )
        self._text = package.text(self._name)
        came = _came(self._name, self._text)
        self._sizes, self._xfs = dict(came.sizes), list(came.xfs)
        self._added: dict[tuple[str, str], int] = {}
        self.marks = came.marks
        """The looks that are marks of ours."""
        self.marked = cache(self._marked)
        self.unmarked = cache(self._unmarked)
        self.made = cache(self._made)

    def save(self) -> None:
        """Put what was added into the workbook."""
        self._package.put(self._name, self._text)

    def _marked(self, look: int) -> int:
        """The look of a marked cell that looked like this before."""
        return self._xf(_with(self._look(look), fillId=self._fill(MARK), borderId=self._border("thick", _RIM)))

    def _unmarked(self, look: int) -> int:
        """The look of a cell that bears a mark, without it: an entry cell of a template, else a plain one."""
        xf = self._look(look)
        is_entry = re.search(r'\blocked="(?:0|false)"', xf) is not None
        fill = self._fill("FF" + ENTRY.lstrip("#")) if is_entry else 0
        return self._xf(_with(xf, fillId=fill, borderId=self._border("thin", _GREY)))

    def _made(self, font: str = "", fill: str = "", boxed: bool = False, across: str = "left") -> int:
        """The look of a cell of our own: `font` what the font has beside its name, `fill` a colour."""
        name = f'<font>{font}<name val="{FONT}"/><family val="1"/></font>'
        indent = ' indent="1"' if boxed and across == "left" else ""
        xf = (
            f'<xf numFmtId="0" xfId="0" fontId="{self._add("fonts", name)}" fillId="{self._fill(fill) if fill else 0}" '
            f'borderId="{self._border("thin", _GREY) if boxed else 0}" applyFont="1" applyFill="1" applyBorder="1" '
            f'applyAlignment="1"><alignment horizontal="{across}" vertical="center" wrapText="1"{indent}/></xf>'
        )
        return self._xf(xf)

    def _look(self, look: int) -> str:
        if look >= len(self._xfs):
            raise NotEditable("ô mang kiểu không có")
        return str(self._xfs[look])

    def _fill(self, colour: str) -> int:
        fill = f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>'
        return self._once("fills", fill)

    def _border(self, style: str, colour: str) -> int:
        sides = "".join(f'<{side} style="{style}"><color rgb="{colour}"/></{side}>' for side in _SIDES)
        return self._once("borders", f"<border>{sides}<diagonal/></border>")

    def _xf(self, xf: str) -> int:
        self._xfs.append(xf)
        return self._add("cellXfs", xf)

    def _once(self, tag: str, element: str) -> int:
        if (tag, element) not in self._added:
            self._added[tag, element] = self._add(tag, element)
        return self._added[tag, element]

    def _add(self, tag: str, element: str) -> int:
        number = self._sizes[tag]
        self._sizes[tag] += 1
        counted = re.sub(rf'(<{tag}\b[^>]*?)\s+count="\d+"', r"\1", self._text, count=1)
        counted = re.sub(rf"<{tag}\b", f'<{tag} count="{number + 1}"', counted, count=1)
        self._text = into(counted, tag, element)
        return number


@dataclass(frozen=True)
class _Came:
    """The styles part of a workbook as it came: how many of each there are, the looks, and which of these are marks."""

    sizes: Mapping[str, int]
    xfs: tuple[str, ...]
    marks: frozenset[int]


@lru_cache(maxsize=32)
def _came(name: str, text: str) -> _Came:
    """Read a styles part; that of one template is the same in every file made from it."""
    root = tree(name, text)
    sizes = {tag: len(root.findall(f"{{{MAIN}}}{tag}/*")) for tag in ("fonts", "fills", "borders", "cellXfs")}
    xfs = tuple(_XF.findall(_section(text)))
    if len(xfs) != sizes["cellXfs"]:
        raise NotEditable("không đọc được kiểu ô")
    fills = root.findall(f"{{{MAIN}}}fills/*")
    marks = {at for at, fill in enumerate(fills) if any(element.get("rgb") == MARK for element in fill.iter())}
    return _Came(sizes, xfs, frozenset(at for at, xf in enumerate(xfs) if int(_word(xf, "fillId") or 0) in marks))


def _section(text: str) -> str:
    match = re.search(r"<cellXfs\b[^>]*>(.*?)</cellXfs>", text, re.DOTALL)
    if match is None:
        raise NotEditable("không đọc được kiểu ô")
    return match[1]


def _word(xf: str, name: str) -> str:
    match = re.search(rf'^<xf\b[^>]*?\b{name}="([^"]*)"', xf)
    return match[1] if match else ""


def _with(xf: str, **words: int) -> str:
    """Return a look with other parts, and let them be applied."""
    values = {name: str(number) for name, number in words.items()} | {"applyFill": "1", "applyBorder": "1"}
    for name in values:
        xf = re.sub(rf'^(<xf\b[^>]*?)\s+{name}="[^"]*"', r"\1", xf)
    return xf.replace("<xf", "<xf " + " ".join(f'{name}="{value}"' for name, value in values.items()), 1)
