"""Filling: a template and words to a Word file. The same words give the same bytes; a value is text, whatever it looks like."""

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache, partial
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Template
from jinja2.sandbox import SandboxedEnvironment

from learnsoc_xlsx.stages.template.document.package import packed
from learnsoc_xlsx.stages.template.text.sandbox import sandbox
from learnsoc_xlsx.stages.write.papers.own.accepting import W, accept

_NOTES = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml" for kind in ("footnotes", "endnotes")
)
_REMARKS = ("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people")
_BASE = "/attachedTemplate"
"""How the kinds of relationships end that a paper does not take over from its template."""
_PARTS = 128
"""As many parts of templates, at most, are kept as they are to be filled in: each of a dozen templates is filled in many times."""
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_ORDERS = re.compile("[\t\a\n\f]")
"""What docxtpl makes markup of, inside of a paragraph."""


def filled(template: bytes, words: Mapping[str, object]) -> bytes:
    """Return a template filled in. Raises what Jinja2 and python-docx raise: a template is to be judged before."""
    paper = _Paper(io.BytesIO(template))
    paper.render(dict(words), _Understanding())
    for root in paper.roots():
        _make_whole(root)
    out = io.BytesIO()
    paper.save(out)
    return packed(out.getvalue())


@cache
def environment() -> SandboxedEnvironment:
    """The sandbox of a paper: values are escaped as XML."""
    return sandbox(markup=True)


@lru_cache(maxsize=_PARTS)
def _understood(source: str) -> Template:
    """A part of a template as Jinja2 understands it."""
    return environment().from_string(source)


class _Understanding:
    """The sandbox of a paper, in which each part of a template is understood once."""

    from_string = staticmethod(_understood)


_patched = lru_cache(maxsize=_PARTS)(partial(DocxTemplate.patch_xml, None))
"""The markup of a part as Jinja2 reads it; that of each part of a template is made ready once."""


def parts_of(template: bytes) -> list[Any]:
    """Return as lxml trees what of a template is filled in: its body, headers and footers, foot- and endnotes.

    Raises what python-docx raises of a file that is no Word document.
    """
    paper = _Paper(io.BytesIO(template))
    paper.init_docx()
    return [*paper.roots(), *(parse_xml(part.blob) for part in paper.notes())]


def source_of(part: Any) -> str:
    """Return the markup of a part as Jinja2 reads it."""
    return str(_patched(_Paper(io.BytesIO()).xml_to_string(part)))


class _Paper(DocxTemplate):  # type: ignore[misc]
    """A template as docxtpl fills it in; but its tracked changes are accepted before, the properties of the file are no
    templates, and notes are filled in once, not once for each section (what a unit wrote is never a template).
    """

    def init_docx(self, reload: bool = True) -> None:
        if self.docx and not (self.is_rendered and reload):
            return
        super().init_docx(reload)
        for root in self.roots():
            accept(root)
        for note in self.notes():
            root = parse_xml(note.blob)
            accept(root)
            note._blob = serialize_part_xml(root)
        _drop(self.docx.part, _REMARKS)
        settings = self.docx.settings.element
        for base in settings.findall(f"{W}attachedTemplate"):
            settings.remove(base)
        for part in list(self.docx.part.package.iter_parts()):
            _drop(part, (_BASE,))

    def roots(self) -> Iterator[Any]:
        """Yield the trees of body, headers and footers."""
        yield self.docx._element.body
        for kind in (self.HEADER_URI, self.FOOTER_URI):
            yield from (part._element for _, part in self.get_headers_footers(kind))

    def notes(self) -> list[Any]:
        """Return the parts that hold footnotes and endnotes."""
        return [part for part in self.docx.part.package.iter_parts() if part.content_type in _NOTES]

    def patch_xml(self, src_xml: str) -> str:
        return str(_patched(src_xml))

    def resolve_listing(self, xml: str) -> str:
        """Look only into paragraphs that hold what is to be resolved."""
        whole = super().resolve_listing
        return _PARAGRAPH.sub(lambda one: whole(one[0]) if _ORDERS.search(one[0]) else one[0], xml)

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Leave the title, author and the like as they are."""

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        for part in self.notes():
            source = self.patch_xml(part.blob.decode())
            part._blob = self.render_xml_part(source, part, context, jinja_env).encode()


def _drop(part: Any, kinds: tuple[str, ...]) -> None:
    """Let go of what a part leads to by relationships of these kinds."""
    for name in [name for name, one in part.rels.items() if one.reltype.endswith(kinds)]:
        del part.rels[name]


def _make_whole(root: Any) -> None:
    """Give back what Word asks of tables: one without rows is none, and a cell ends with a paragraph."""
    for table in [table for table in root.iter(f"{W}tbl") if table.find(f"{W}tr") is None]:
        table.getparent().remove(table)
    for cell in root.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            cell.append(cell.makeelement(f"{W}p", {}))
