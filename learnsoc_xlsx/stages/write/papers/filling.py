"""Filling: a template and words to a Word file. The same words give the same bytes; a value is text, whatever it looks like."""

import io
from collections.abc import Mapping
from functools import cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from learnsoc_xlsx.stages.template.document.package import packed
from learnsoc_xlsx.stages.template.text.sandbox import sandbox


def filled(template: bytes, words: Mapping[str, object]) -> bytes:
    """Return a template filled in. Raises what Jinja2 and python-docx raise: a template is to be judged before."""
    paper = DocxTemplate(io.BytesIO(template))
    paper.render(dict(words), environment())
    out = io.BytesIO()
    paper.save(out)
    return packed(out.getvalue())


@cache
def environment() -> SandboxedEnvironment:
    """The sandbox of a paper: values are escaped as XML."""
    return sandbox(markup=True)


def source_of(template: bytes) -> list[str]:
    """Return the markup of a template as Jinja2 reads it: its body, its headers and footers.

    Raises what python-docx raises of a file that is no Word document.
    """
    paper: Any = DocxTemplate(io.BytesIO(template))
    paper.init_docx()
    heads = [
        paper.get_part_xml(part)
        for kind in (paper.HEADER_URI, paper.FOOTER_URI)
        for _, part in paper.get_headers_footers(kind)
    ]
    return [paper.patch_xml(part) for part in (paper.get_xml(), *heads)]
