"""The parts of a workbook file, so that a few may be changed and all the others stay byte for byte as they came.

An office library that loads and saves a workbook drops what it does not know (stored results, sparklines, newer
conditional formats). Here nothing is loaded: only the parts that bear a mark are unpacked and written anew, the others
are copied as they lie in the file, packed.
"""

import io
import posixpath
import re
import struct
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from learnsoc_xlsx.spreadsheet.on_disk.zip_file import ZipFile
from learnsoc_xlsx.spreadsheet.package.characters import allowed, is_strict, is_well_formed, well_formed
from learnsoc_xlsx.spreadsheet.parts import DAMAGED

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_TYPES = "[Content_Types].xml"
_LARGEST = 256 * 1024 * 1024
_HEAD = 8192
"""As many bytes of a part hold what stands before a sheet's cells."""
_SIGN, _LOCAL_HEADER, _LENGTHS_AT = b"PK\x03\x04", 30, 26
"""How a member of a zip file begins, the size of its header, and where in it the lengths of name and extra field stand."""
_ENCRYPTED = 1
_QUICKLY = 2
"""The level of packing: a quarter of the time of the usual one for a fifth more bytes."""
_LEFT_ALONE = re.compile("vbaProject|threadedComment|_xmlsignatures|activeX|ctrlProp", re.IGNORECASE)
"""Parts with which a workbook is not to be changed by others than its own program: macros, signatures, controls."""
_XML = (".xml", ".rels")
_DRAWN = ".vml"
"""Drawings in an older language of drawings, which need not be whole XML."""


class NotEditable(Exception):
    """A workbook is not made in a way that lets a part of it be changed safely; `str()` says what stands in the way."""


@dataclass(frozen=True)
class Relation:
    """How one part refers to another: `target` is the part's full name, empty for what lies outside the file."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one .xlsx by name. Raises NotEditable for what is not understood."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise NotEditable("không phải .xlsx") from error
        self._came = {part.filename: part for part in self._file.infolist() if not part.is_dir()}
        self._put: dict[str, bytes] = {}
        self._gone: set[str] = set()
        if sum(part.file_size for part in self._came.values()) > _LARGEST:
            raise NotEditable("quá lớn")
        if any(_LEFT_ALONE.search(name) for name in self._came):
            raise NotEditable("có macro, chữ ký số hoặc nút điều khiển")
        self._mend()
        self.workbook = next(
            (relation.target for relation in self.relations("") if relation.kind == "officeDocument"), ""
        )
        if self.workbook not in self or _WORKBOOK not in self.text(_TYPES):
            raise NotEditable("không phải .xlsx")

    def _mend(self) -> None:
        """Write those parts anew that hold what XML forbids: office programs stop reading there, or read only half."""
        for name in self._came:
            if name.casefold().endswith((*_XML, _DRAWN)):
                body = self.raw(name)
                if not is_strict(body):
                    self._mend_part(name, body)

    def _mend_part(self, name: str, body: bytes) -> None:
        mended = well_formed(body)
        if mended != body:
            self._put[name] = mended
        _prove(name, mended)

    def __contains__(self, name: str) -> bool:
        return name in self._put or (name in self._came and name not in self._gone)

    def text(self, name: str) -> str:
        """Return a part as text."""
        try:
            text = self.raw(name).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise NotEditable(f"không đọc được {name}") from error
        if "<!" in text:
            raise NotEditable(f"{name} có phần không thuộc mẫu")
        return text

    def head(self, name: str) -> str:
        """Return the beginning of a part, as far as it can be read; nothing is promised of its last letters."""
        return self.raw(name, _HEAD).decode("utf-8-sig", "replace")

    def raw(self, name: str, most: int = -1) -> bytes:
        """Return a part, or no more than its first so many bytes."""
        if name in self._put:
            return self._put[name] if most < 0 else self._put[name][:most]
        if name not in self:
            raise NotEditable(f"không có {name}")
        try:
            with self._file.open(self._came[name]) as part:
                return part.read(most)
        except DAMAGED as error:
            raise NotEditable(f"không đọc được {name}") from error

    def tree(self, name: str) -> ElementTree.Element:
        """Return a part's elements, to be read only."""
        return tree(name, self.text(name))

    def put(self, name: str, text: str) -> None:
        """Write a part anew."""
        self.put_raw(name, text.encode())

    def put_raw(self, name: str, data: bytes) -> None:
        """Write a part anew."""
        self._put[name] = data

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the relations of a part ("" is the whole file), their kinds by the last word of the type."""
        place = _relations_of(name)
        return _related(name, self.text(place)) if place in self else ()

    def relate(self, name: str, kind: str, target: str) -> str:
        """Let a part refer to another, and return the id of the relation."""
        place = _relations_of(name)
        old = self.text(place) if place in self else f'<Relationships xmlns="{_RELATIONS}"></Relationships>'
        taken = {relation.id for relation in self.relations(name)}
        new = next(f"rIdL{number}" for number in range(1, len(taken) + 2) if f"rIdL{number}" not in taken)
        path = posixpath.relpath(target, posixpath.dirname(name) or ".")
        entry = f'<Relationship Id="{new}" Type="{OFFICE}/{kind}" Target={quoteattr(path)}/>'
        self.put(
            place,
            into(re.sub(r"<Relationships([^>]*)/>", r"<Relationships\1></Relationships>", old), "Relationships", entry),
        )
        return new

    def unrelate(self, name: str) -> None:
        """Let a part refer to nothing."""
        self._put.pop(_relations_of(name), None)
        self._gone.add(_relations_of(name))

    def declare(self, name: str, kind: str) -> None:
        """Say in the table of contents what a new part is."""
        entry = f'<Override PartName={quoteattr("/" + name)} ContentType="{kind}"/>'
        if entry not in self.text(_TYPES):
            self.put(_TYPES, into(self.text(_TYPES), "Types", entry))

    def free(self, pattern: str) -> str:
        """Return the first name after a pattern with {} that no part bears."""
        return next(name for number in count(1) if (name := pattern.format(number)) not in self)

    def to_bytes(self) -> bytes:
        """Return the file; every part bears the zip format's first day, so the same parts give the same bytes. Raises NotEditable
        where a part that was written is no whole XML.
        """
        for name, body in self._put.items():
            _prove(name, body)
        buffer = io.BytesIO()
        with ZipFile(buffer, "w") as file:
            for name in dict.fromkeys((*self._came, *self._put)):
                if name in self._put:
                    file.writestr(zipfile.ZipInfo(name), self._put[name], zipfile.ZIP_DEFLATED, _QUICKLY)
                elif name in self:
                    _copy(file, self._packed(self._came[name]), self._came[name], buffer)
        return buffer.getvalue()

    def _packed(self, part: zipfile.ZipInfo) -> bytes:
        """The bytes of a part as they lie in the file."""
        header = self._data[part.header_offset : part.header_offset + _LOCAL_HEADER]
        if part.flag_bits & _ENCRYPTED or len(header) < _LOCAL_HEADER or not header.startswith(_SIGN):
            raise NotEditable(f"không chép được {part.filename}")
        name, extra = struct.unpack_from("<HH", header, _LENGTHS_AT)
        start = part.header_offset + _LOCAL_HEADER + name + extra
        return self._data[start : start + part.compress_size]


def _prove(name: str, body: bytes) -> None:
    if name.casefold().endswith(_XML) and not is_well_formed(body):
        raise NotEditable(f"{name} không đúng XML")


def _copy(file: zipfile.ZipFile, packed: bytes, part: zipfile.ZipInfo, buffer: io.BytesIO) -> None:
    """Put a packed part into a file that is being written to `buffer`, as `writestr` would have left it there."""
    new = zipfile.ZipInfo(part.filename)
    new.compress_type, new.CRC = part.compress_type, part.CRC
    new.compress_size, new.file_size = part.compress_size, part.file_size
    new.header_offset = buffer.tell()
    buffer.write(new.FileHeader() + packed)
    file.filelist.append(new)
    file.start_dir = buffer.tell()


def tree(name: str, text: str) -> ElementTree.Element:
    """Return the elements of a part's text, to be read only."""
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise NotEditable(f"không đọc được {name}") from error


@lru_cache(maxsize=128)
def _related(name: str, text: str) -> tuple[Relation, ...]:
    """The relations of a part; those of one template are the same in every file made from it."""
    return tuple(
        Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], _target(name, element))
        for element in tree(_relations_of(name), text)
    )


def into(text: str, tag: str, added: str) -> str:
    """Put something at the end of the last element of a name."""
    before, close, after = text.rpartition(f"</{tag}>")
    if not close:
        raise NotEditable(f"không có {tag}")
    return before + added + close + after


def xml_text(text: str) -> str:
    """Return a text as it may stand in XML."""
    return escape(allowed(text))


def _relations_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _target(name: str, relation: ElementTree.Element) -> str:
    if relation.get("TargetMode") == "External":
        return ""
    if not relation.get("Type", "").startswith(("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/")):
        raise NotEditable("tệp ở dạng Strict")
    target = relation.get("Target", "")
    return (
        target.lstrip("/")
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
    )
