"""Zip document: whether a zip is a document of an office program, or an archive of files.

What makes it one stands at its top: the list of its parts ([Content_Types].xml), the parts that every such program writes there,
or the mark and list of OpenDocument. A folder may be called anything. Source: ECMA-376 part 2, 10.1; OpenDocument 1.3 part 2, 3.
"""

import re
from urllib.parse import unquote

from learnsoc_xlsx.spreadsheet.on_disk.apple import is_of_apple
from learnsoc_xlsx.spreadsheet.parts import DAMAGED, Parts

_TYPES = "[Content_Types].xml"
_USUAL = (
    "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/workbook.xml", "xl/workbook.bin",
    "xl/_rels/workbook.xml.rels", "word/document.xml", "ppt/presentation.xml",
)  # fmt: skip
"""Parts of which a program writes one first, where it does not begin with the list of them."""
_PART = re.compile(rb"""PartName\s*=\s*["']/([^"']+)["']""")
_MARK, _LIST, _CONTENT = "mimetype", "META-INF/manifest.xml", "content.xml"
_LARGEST = 50 << 20


def is_document(parts: Parts) -> bool:
    """Whether the parts of a zip are those of one document. Never raises for what they hold."""
    return is_of_apple(parts.names) or _is_of_office(parts) or _is_open_document(parts)


def _is_of_office(parts: Parts) -> bool:
    if any(part in parts for part in _USUAL):
        return True
    listed = _PART.findall(_body(parts, _TYPES))
    return (len(parts.names) == 1 and _TYPES in parts) or any(
        unquote(name.decode("utf-8", "replace")) in parts for name in listed
    )


def _is_open_document(parts: Parts) -> bool:
    if _body(parts, _MARK).startswith(b"application/"):
        return True
    return _CONTENT in parts and (_LIST in parts or b"opendocument" in _body(parts, _CONTENT))


def _body(parts: Parts, name: str) -> bytes:
    """A part; nothing where it is not there, cannot be read, or is larger than any honest one."""
    try:
        return parts.read(name) if parts.size(name) <= _LARGEST else b""
    except DAMAGED:
        return b""
