"""The parts of a zipped workbook, each unpacked once, and taken apart once, for all who look at it."""

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import TypeVar
from xml.etree import ElementTree

from learnsoc_xlsx.spreadsheet.package.characters import is_plain, well_formed

DAMAGED = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, LookupError,
)  # fmt: skip
"""What unpacking raises where a file is damaged, cut short, packed in a strange way, or lies about its sizes."""


Seen = TypeVar("Seen")


class Parts:
    """A zipped workbook, its parts by name with plain slashes; a name is found in any case; `directory` is where
    the list of them begins. Raises one of DAMAGED where it
    is no whole zip.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._read: dict[str, bytes] = {}
        self._seen: dict[tuple[Callable[[bytes], object], str], object] = {}
        self._once: dict[Callable[[Parts], object], object] = {}
        self._trees: dict[str, ElementTree.Element] = {}
        self.entries = self._zip.infolist()
        self._entries = {entry.filename.replace("\\", "/"): entry for entry in self.entries}
        self._spelt = {name.casefold(): name for name in self._entries}
        self.names = frozenset(self._entries)
        self.directory = self._zip.start_dir

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._spelt

    def read(self, name: str) -> bytes:
        """Return a part whole. Raises one of DAMAGED where it is not what the directory says, LookupError where it is not there."""
        spelt = self._spelt[name.casefold()]
        if spelt not in self._read:
            self._read[spelt] = self._zip.read(self._entries[spelt])
        return self._read[spelt]

    def size(self, name: str) -> int:
        """Return how many bytes the directory says a part has. Raises LookupError where it is not there."""
        return self._entries[self._spelt[name.casefold()]].file_size

    def seen(self, look: Callable[[bytes], Seen], name: str) -> Seen:
        """Return what a look at a part shows, at which it is looked once for all who ask. Raises as `read` does."""
        asked = look, self._spelt[name.casefold()]
        if asked not in self._seen:
            self._seen[asked] = look(self.read(name))
        return self._seen[asked]  # type: ignore[return-value]

    def settle(self, look: Callable[[bytes], Seen], name: str, shows: Seen) -> None:
        """Say what a look at a part would show, so that nobody has to look: whoever says it has seen enough to know."""
        self._seen[look, self._spelt[name.casefold()]] = shows

    def once(self, look: Callable[["Parts"], Seen]) -> Seen:
        """Return what a look at several parts together shows, at which it is looked once for all who ask. Raises as it does."""
        if look not in self._once:
            self._once[look] = look(self)
        return self._once[look]  # type: ignore[return-value]

    def tree(self, name: str) -> ElementTree.Element:
        """Return the elements of an XML part, without what XML forbids, to be looked at only. Raises one of DAMAGED."""
        spelt = self._spelt[name.casefold()]
        if spelt not in self._trees:
            body = self.read(name)
            self._trees[spelt] = ElementTree.fromstring(body if self.seen(is_plain, name) else well_formed(body))
        return self._trees[spelt]
