"""Texts: every text inside of a file, of whatever kind that the program or an office writes: cells, notes, hidden sheets, properties,
attachments. What looks like one text on paper comes as one, and once more as it stands in the file.
"""

import io
import zipfile
from collections.abc import Iterator
from email.message import Message

from learnsoc_xlsx.messages import parse
from learnsoc_xlsx.messages.envelope import UNKNOWN
from learnsoc_xlsx.messages.headers import decoded, file_name
from learnsoc_xlsx.messages.outlook import is_outlook
from learnsoc_xlsx.messages.walk import is_mail
from learnsoc_xlsx.model.errors import ENDING
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.forgetting.sought import Unparted
from learnsoc_xlsx.pipeline.forgetting.written import of_markup, readings
from learnsoc_xlsx.spreadsheet.compound_file import OLE, compound_file
from learnsoc_xlsx.spreadsheet.on_disk.apple import is_of_apple, without_wrapping
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.preflight.compound import compound
from learnsoc_xlsx.stages.receive.preflight.kept_beside import kept_beside
from learnsoc_xlsx.stages.receive.unpack.archive import open_archive
from learnsoc_xlsx.stages.receive.unpack.member import Held
from learnsoc_xlsx.stages.receive.unpack.winmail import is_winmail, open_winmail

MOST = 1 << 30
"""Bytes that the parts of one file may come to; one that swells beyond is not looked into."""
_DEEPEST = 12
"""So many files may lie inside one another."""
_ZIP, _PARQUET, _PRINTED = b"PK\x03\x04", b"PAR1", b"%PDF"
"""How files begin: one of packed parts, a table of columns, a PDF."""
_LIST_OF_PARTS, _LOCKED = "META-INF/manifest.xml", b"encryption-data"
"""Where an OpenDocument says which of its parts are behind a password, and how."""
_ATTACHED = "__substg1.0_37010102"
"""The stream of a message of Outlook's that is an attached file. Source: [MS-OXMSG] 2.2.2."""
_OLD_TEXT, _LOCKED_AT = "worddocument", 11
"""The stream of an old Word text, and the byte of it whose last bit says that a password is needed. Source: [MS-DOC] 2.5.2."""
_FORWARDED = ("message/rfc822", "message/global", "message/news")

Pieces = Iterator[str | None]
"""Texts, and None for what cannot be seen there."""


class Opaque(Exception):
    """A file whose texts cannot all be seen: a picture, a PDF, what lies behind a password, what is damaged."""


def texts_in(data: bytes, name: str = "", *, within: bool = True) -> Iterator[str]:
    """Yield the texts of a file, and with `within` those of the files that it holds; without, of a mail or an archive only what
    it says itself, and what those in it say. After the last raises Opaque where there is something that is not to be seen.
    """
    is_whole = True
    for text in _Look(within).at(data, name):
        if text is None:
            is_whole = False
        else:
            yield text
    if not is_whole:
        raise Opaque


def _as_far_as_sound(pieces: Pieces) -> Pieces:
    """The texts of what may be broken in any way."""
    try:
        yield from pieces
    except ENDING:
        raise
    except Exception:
        yield None


class _Look:
    """A look through one file and those inside of it, and how many bytes may yet come out of these."""

    def __init__(self, within: bool) -> None:
        self._within = within
        self._left = MOST

    def at(self, data: bytes, name: str, kind: str = "", depth: int = 0, charset: str = "") -> Pieces:
        """Yield the texts of a file by its bytes, `kind` being the content type of one that was sent."""
        if depth > _DEEPEST:
            yield None
        elif (archive := open_archive(data, UNKNOWN)) is not None:
            yield from _as_far_as_sound(self._archive(archive, depth))
        elif is_winmail(data):
            yield from _as_far_as_sound(self._winmail(data, depth))
        elif is_mail(data, name, kind) and not is_outlook(data):
            yield from _as_far_as_sound(self._mails(data, depth))
        elif depth == 0 or self._within or is_outlook(data):
            yield from _as_far_as_sound(self._file(data, name, depth, charset))

    def _file(self, data: bytes, name: str, depth: int, charset: str) -> Pieces:
        if data.startswith(_ZIP):
            yield from self._document(data, depth)
        elif data.startswith(_PARQUET):
            yield from _of_columns(data)
        elif data.startswith(OLE):
            yield from self._compound(data, depth)
        elif kept_beside(name, data):
            yield from _of_wide_letters(data)
        elif data.startswith(_PRINTED):
            yield None
        else:
            yield from readings(data, charset)

    def _parts(self, data: bytes) -> Iterator[tuple[str, bytes | None]]:
        """The parts of a packed file; None for one that is not to be had."""
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for part in packed.infolist():
                self._left -= part.file_size
                yield part.filename, _unpacked(packed, part) if self._left >= 0 else None

    def _archive(self, archive: Held | Fault, depth: int) -> Pieces:
        """The texts of what was put into an archive, which may be cut, or several one behind another."""
        if isinstance(archive, Fault):
            yield None
            return
        yield from (None,) if archive.damage else ()
        for member in archive.members:
            self._left -= len(member.data)
            yield member.name
            is_to_be_had = member.fault is None and self._left >= 0
            yield from self.at(member.data, member.name, depth=depth + 1) if is_to_be_had else (None,)

    def _document(self, data: bytes, depth: int) -> Pieces:
        names = []
        for name, part in self._parts(data):
            names.append(name)
            yield name
            if part is None or (name == _LIST_OF_PARTS and _LOCKED in part):
                yield None
            elif part.lstrip()[:1] == b"<":
                yield from of_markup(part)
            elif part.startswith((_ZIP, _PARQUET, OLE)) or is_mail(part, name):
                yield from self._embedded(part, name, depth + 1)
            else:
                yield from _of_wide_letters(part)  # a picture, or a part in the office's own bytes
        if is_of_apple(names):
            yield None

    def _embedded(self, data: bytes, name: str, depth: int) -> Pieces:
        """What lies in a document: nobody takes it out of there to read it as a file of its own."""
        outer, self._within = self._within, True
        yield from self.at(data, name, depth=depth)
        self._within = outer

    def _compound(self, data: bytes, depth: int) -> Pieces:
        """The texts of an old document or of a message of Outlook's: of the whole, and of each stream, which may lie in pieces."""
        yield from _of_wide_letters(data)
        looked = compound(data)
        if isinstance(looked, Fault) and looked.code is Code.PASSWORD:
            yield None
            return
        with compound_file(data) as box:
            for path in box.listdir():
                self._left -= box.get_size(path)
                yield from self._stream(box.openstream(path).read(), path[-1], depth) if self._left >= 0 else (None,)

    def _stream(self, data: bytes, name: str, depth: int) -> Pieces:
        if name == _ATTACHED:
            yield from self.at(data, "", depth=depth + 1)
        elif data.startswith((_ZIP, OLE)):
            yield from self._embedded(data, name, depth + 1)
        else:
            yield from _of_wide_letters(data)
            yield from filter(None, readings(data)) if b"&#" in data else ()
        if name.casefold() == _OLD_TEXT and len(data) > _LOCKED_AT and data[_LOCKED_AT] & 1:
            yield None

    def _winmail(self, data: bytes, depth: int) -> Pieces:
        yield from _of_wide_letters(data)
        opened = open_winmail(data)
        if isinstance(opened, Fault):
            yield None
            return
        for name, content in opened:
            yield name
            yield from self.at(content, name, depth=depth + 1)

    def _mails(self, data: bytes, depth: int) -> Pieces:
        for mail in parse.letters_of(data) if parse.is_mailbox(data) else (data,):
            yield from _as_far_as_sound(self._mail(mail, depth))

    def _mail(self, data: bytes, depth: int) -> Pieces:
        message = parse.parsed(data)
        for part in message.walk():
            yield from _headers(part)
        for part in parse.leaves(message):
            yield from _as_far_as_sound(self._part(part, depth))

    def _part(self, part: Message, depth: int) -> Pieces:
        yield from _headers(part)
        name, kind, charset = file_name(part), part.get_content_type(), _charset(part)
        yield name
        in_words = _is_in_words(part, name, kind)
        body = without_wrapping(parse.content(part))
        self._left -= len(body)
        if self._left < 0:
            yield None
        elif in_words:
            yield from readings(body, charset)
        else:
            yield from self.at(body, name, kind, depth + 1, charset)


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes | None:
    try:
        return packed.read(part)
    except ENDING:
        raise
    except Exception:  # behind a password, damaged, packed in another way
        return None


def _headers(part: Message) -> Iterator[str]:
    for value in part.values():
        yield str(value)
        yield decoded(str(value))


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset() or ""
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""


def _is_in_words(part: Message, name: str, kind: str) -> bool:
    """Whether a part is what the sender says in words, as against what was attached."""
    attached = str(part.get("content-disposition", "")).strip().lower().startswith("attachment")
    return kind.startswith(("text/", "message/")) and kind not in _FORWARDED and not attached and not name


def _of_columns(data: bytes) -> Iterator[str]:
    """The texts of a table of columns, each column in one piece."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(data))
    for column in table.columns:
        if (
            pa.types.is_string(column.type)
            or pa.types.is_large_string(column.type)
            or pa.types.is_dictionary(column.type)
        ):
            yield "\n".join(str(cell) for cell in column.to_pylist() if cell is not None)


def _of_wide_letters(data: bytes) -> Iterator[str]:
    """The texts of a file of the office's own bytes, whose letters are of two bytes each, or of one where that is enough."""
    yield from (Unparted(data.decode(charset, "ignore")) for charset in ("utf-8", "latin-1", "windows-1258"))
    yield from (Unparted(data[start:].decode("utf-16-le", "ignore")) for start in (0, 1))
