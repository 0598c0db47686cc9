"""Leftovers: what python-docx's own empty document brings along and no paper of ours needs."""

from typing import Any

from docx.oxml.ns import qn

_COPY, _PICTURE = "/stylesWithEffects", "/thumbnail"
"""A second copy of the styles for Word 2010, which validators hold against the first; a picture of another document."""
_EDITION = "15"
"""Word 2013 and later: in an older one Word says of a paper that it is open in compatibility mode."""


def drop_leftovers(document: Any) -> None:
    """Take them out of a document of python-docx, before it is saved."""
    for links, ending in ((document.part.rels, _COPY), (document.part.package.rels, _PICTURE)):
        for link in [name for name, relation in links.items() if relation.reltype.endswith(ending)]:
            links.pop(link)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _EDITION)
