"""Texts: every text inside of a file, of whatever kind that the program or an office writes: cells, notes, hidden sheets, properties,
attachments. What looks like one text on paper comes as one, and once more as it stands in the file.
"""

import email
import html
import io
import re
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default

from learnsoc_xlsx.messages.walk import is_mail
from learnsoc_xlsx.pipeline.forgetting.sought import Unparted
from learnsoc_xlsx.spreadsheet.compound_file import OLE

MOST = 1 << 30
"""Bytes that the parts of one file may come to; one that swells beyond is not looked into."""
_ZIP, _PARQUET, _PRINTED, _WIDE = b"PK\x03\x04", b"PAR1", b"%PDF", (b"\xff\xfe", b"\xfe\xff")
"""How files begin: one of packed parts, a table of columns, a PDF, a text in letters of two bytes."""
_IN_RUNS = re.compile(rb"<(?:w:t|a:t|r|text:span)[ >]")
"""Where a text may be cut in pieces that look differently."""
_ENDS = re.compile(r"</(?:w:p|a:p|si|is|c|row|text:p)>|<(?:w:br|w:tab|text:s|text:line-break)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


class Opaque(Exception):
    """A file whose texts cannot be seen: a picture, a PDF, what lies behind a password, what is damaged."""


def texts_in(data: bytes, name: str = "", *, within: bool = True) -> Iterator[str]:
    """Yield the texts of a file, and with `within` those of the files that it holds. Raises Opaque where they are not to be seen."""
    if data.startswith(_ZIP):
        yield from _of_parts(data, within)
    elif data.startswith(_PARQUET):
        yield from _of_columns(data)
    elif is_mail(data, name) and not data.startswith(OLE):
        yield from _of_mail(data, within)
    elif data.startswith(OLE):
        yield from _of_wide_letters(data)
    else:
        yield _plain(data)


def _of_parts(data: bytes, within: bool) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST:
                raise Opaque
            for part in parts.infolist():
                yield part.filename
                yield from _of_part(parts.read(part), part.filename, within)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise Opaque from error


def _of_part(data: bytes, name: str, within: bool) -> Iterator[str]:
    if data.lstrip()[:1] == b"<":
        yield from _of_markup(data)
    elif data.startswith((_ZIP, _PARQUET, OLE)) or is_mail(data, name):
        yield from texts_in(data, name) if within else ()
    else:
        yield from _of_wide_letters(data)  # a picture, or a part in the office's own bytes


def _of_markup(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8", "replace")
    yield html.unescape(text)
    if _IN_RUNS.search(data):
        yield html.unescape(_TAG.sub("", _ENDS.sub("\n", text)))


def _of_mail(data: bytes, within: bool) -> Iterator[str]:
    message = email.message_from_bytes(data, policy=default)
    for part in message.walk():
        yield "\n".join(str(value) for value in part.values())
        assert isinstance(part, EmailMessage)
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes):
            continue
        if part.get_content_maintype() == "text" and not part.is_attachment():
            yield html.unescape(body.decode(part.get_content_charset("utf-8"), "replace"))
        elif within:
            yield from _of_part(body, part.get_filename(""), within)


def _of_columns(data: bytes) -> Iterator[str]:
    """The texts of a table of columns, each column in one piece."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(io.BytesIO(data))
    except (pa.ArrowException, OSError) as error:
        raise Opaque from error
    for column in table.columns:
        if (
            pa.types.is_string(column.type)
            or pa.types.is_large_string(column.type)
            or pa.types.is_dictionary(column.type)
        ):
            yield "\n".join(str(cell) for cell in column.to_pylist() if cell is not None)


def _of_wide_letters(data: bytes) -> Iterator[str]:
    """The texts of a file of the office's own bytes, whose letters are of two bytes each, or of one where that is enough."""
    yield Unparted(data.decode("utf-8", "ignore"))
    yield Unparted(data.decode("latin-1"))
    yield from (Unparted(data[start:].decode("utf-16-le", "ignore")) for start in (0, 1))


def _plain(data: bytes) -> str:
    if data.startswith(_PRINTED):
        raise Opaque
    try:
        return data.decode("utf-16" if data.startswith(_WIDE) else "utf-8")
    except UnicodeDecodeError as error:
        raise Opaque from error
