"""The parts of a zipped workbook, each unpacked once for all who look at it."""

import io
import posixpath
import zipfile
import zlib
from xml.etree import ElementTree

DAMAGED = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, LookupError,
)  # fmt: skip
"""What unpacking raises where a file is damaged, cut short, packed in a strange way, or lies about its sizes."""


class Parts:
    """A zipped workbook. Raises one of DAMAGED where it is no whole zip."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._read: dict[str, bytes] = {}
        self.entries = self._zip.infolist()
        self.names = frozenset(entry.filename for entry in self.entries)

    def read(self, name: str) -> bytes:
        """Return a part whole. Raises one of DAMAGED where it is not what the directory says."""
        if name not in self._read:
            self._read[name] = self._zip.read(name)
        return self._read[name]


def sheet_names(parts: Parts) -> dict[str, str]:
    """Return the name of each sheet of an .xlsx by the part that holds it. Raises one of DAMAGED."""
    book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
    targets = targets_of(parts, "xl/_rels/workbook.xml.rels")
    sheets = {_link(sheet): sheet.get("name", "") for sheet in book.iterfind(".//{*}sheet")}
    return {targets[link]: name for link, name in sheets.items() if link in targets}


def targets_of(parts: Parts, links: str) -> dict[str | None, str]:
    """Return the part that each link of a workbook leads to, by the link's id. Raises one of DAMAGED."""
    relations = ElementTree.fromstring(parts.read(links))
    return {link.get("Id"): posixpath.join("/xl", link.get("Target", "")).lstrip("/") for link in relations}


def _link(sheet: ElementTree.Element) -> str:
    """The id of the link to a sheet's part: its namespace is one in strict workbooks, and another in all others."""
    return next((value for name, value in sheet.items() if name.endswith("}id")), "")
