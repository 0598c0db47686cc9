"""Parse: from the bytes of a message to its parts, however it was saved; from a part to what it carries, however it travelled."""

import re
from base64 import b64decode
from binascii import a2b_base64
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import Message
from email.parser import BytesFeedParser

from learnsoc_xlsx.messages.headers import Raw

_HEAD = 8_192
_PIECE = 65_536
"""Bytes that are parsed at a time: in one go a message takes eight times its size in memory, so it takes four."""
_LONGEST_LINE = 4_000_000
"""Bytes. A line of a message has at most 998 (RFC 5322, section 2.1.1); what some programs send whole is a page of HTML."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf|[ \t]*\r?\n|>From [^\n]*\n)*")
_LINE_END = re.compile(rb"\r\r\n|\r\n|\r|\n")
_COUNTED = re.compile(rb"(\d{1,10})[ \t]*\r?\n(?=[!-9;-~]+:)")
"""The first line of a message of Apple Mail's (.emlx): how long it is; what follows it is no part of it."""
_MAILBOX = re.compile(rb"From \S+ +\w{3} \w{3} ")
_NEXT = re.compile(rb"^From \S+ +\w{3} \w{3} .*\r?\n", re.MULTILINE)
_HEADER = re.compile(rb"[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*")
_TELLING = re.compile(
    rb"^(?:from|received|date|mime-version|subject|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_NO_END = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
_ENCODING = "content-transfer-encoding"
_REMARKS = re.compile(r"\([^()]*\)|[^a-z0-9]+")
_ENCODINGS = ("base64", "quotedprintable", "uu")
_PACKED = {"base64": "base64", "quotedprintable": "quoted-printable", "uu": "x-uuencode"}
_FAULTLESS = re.compile(r"[A-Za-z0-9+/\s]*+={0,2}\s*+", re.ASCII)
_IN_BASE64 = re.compile(rb"\s*(?:UEsDB|0M8R4KGx|JVBERi|UmFyI|N3q8ry|/9j/)[A-Za-z0-9+/=\s]+\Z")
"""A workbook, an archive, a PDF or a photo in base64, though nobody says that it is."""


class _Part(Message):
    """A message, or a part of one. A message that it forwards is not parsed with it: that stays bytes, to be opened in
    its turn, for it may have travelled in base64 or quoted-printable, which the standard forbids and the parser misreads.
    """

    def get_content_maintype(self) -> str:
        """Return the first half of the content type, by which the parser goes; what is forwarded is a file to it."""
        kind = super().get_content_maintype()
        return "application" if kind == "message" else kind


def is_mailbox(data: bytes) -> bool:
    """Whether a file is a mailbox of messages one after another (.mbox)."""
    return bool(_MAILBOX.match(_tidied(data[:_HEAD])))


def is_message(data: bytes) -> bool:
    """Whether a file is one message (.eml)."""
    head = _tidied(data[:_HEAD])
    first = _HEADER.match(head)
    return bool(first and _HEADER.match(head, first.end())) and len(_TELLING.findall(head)) >= 2


def begins_as_one(data: bytes) -> bool:
    """Whether a file that is said to be a message may be one: it begins with a header."""
    return bool(_HEADER.match(_tidied(data[:_HEAD])))


def letters_of(mailbox: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox."""
    mailbox = _tidied(mailbox)
    starts = list(_NEXT.finditer(mailbox))
    ends = [*(start.start() for start in starts[1:]), len(mailbox)]
    yield from (mailbox[start.end() : end] for start, end in zip(starts, ends, strict=True))


def parsed(data: bytes) -> Message:
    """Return a message. What is broken in it is read as far as it goes; raises RecursionError for parts without end, and
    ValueError for a line without end, which the parser would keep at four times its size.
    """
    parser = BytesFeedParser(_Part, policy=Raw())
    whole = _tidied(data)
    line = 0
    for at in range(0, len(whole), _PIECE):
        piece = whole[at : at + _PIECE]
        line = line + len(piece) if (end := piece.rfind(b"\n")) < 0 else len(piece) - end
        if line > _LONGEST_LINE:
            raise ValueError("a line without end")
        parser.feed(piece)
    return parser.close()


def is_cut(message: Message) -> bool:
    """Whether the end of a message is lacking: its parts have no last one. Source: RFC 2046, section 5.1.1."""
    return any(isinstance(defect, _NO_END) for part in message.walk() for defect in part.defects)


def leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that have no parts of their own, also those that travelled together in one block of base64."""
    for part in message.walk():
        if part.get_content_maintype() == "multipart" and not part.is_multipart() and _encoding(part):
            kind = str(part["content-type"]).encode("ascii", "surrogateescape")
            yield from leaves(parsed(b"Content-Type: " + kind + b"\n\n" + content(part)))
        elif not part.is_multipart():
            yield part


def content(part: Message) -> bytes:
    """Return the bytes that a part carries, and let go of the text in which they travelled."""
    encoding = _encoding(part)
    del part[_ENCODING]
    part[_ENCODING] = encoding
    body = _of_base64(part.get_payload()) if encoding == "base64" else None
    if body is None:
        carried = part.get_payload(decode=True)
        body = carried if isinstance(carried, bytes) else b""
    part.set_payload("")
    return _out_of_base64(body) if _IN_BASE64.match(body) else body


def _of_base64(text: object) -> bytes | None:
    """What stands in faultless base64, without the copies that the standard library makes line by line on the way."""
    if not isinstance(text, str) or not _FAULTLESS.fullmatch(text):
        return None
    try:
        return a2b_base64(text)
    except ValueError:  # a letter is lacking
        return None


def _out_of_base64(text: bytes) -> bytes:
    try:
        return b64decode(text)
    except ValueError:
        return text


def _encoding(part: Message) -> str:
    """How a part travelled, whatever blanks, hyphens, quotes, comments or parameters stand in its header; may be empty."""
    named = _REMARKS.sub("", str(part.get(_ENCODING, "")).lower())
    return next((_PACKED[word] for word in _ENCODINGS if word in named), "")


def _tidied(data: bytes) -> bytes:
    """A message from its first header on, its lines not ended by CR alone, or by two; without what an editor or a program
    that kept it put before and behind it.
    """
    if data.startswith(_WIDE):
        data = data.decode("utf-16", "replace").encode()
    data = _with_line_ends(data)
    before = _BEFORE.match(data)
    data = data[before.end() :] if before else data
    counted = _COUNTED.match(data)
    return data[counted.end() : counted.end() + int(counted[1])] if counted else data


def _with_line_ends(data: bytes) -> bytes:
    """A message whose lines end as the standard has it, or in LF: as its first line ends, so do all."""
    end = _LINE_END.search(data)
    if end and end[0] == b"\r":
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data.replace(end[0], b"\r\n") if end and end[0] == b"\r\r\n" else data
