"""Header text as people wrote it: RFC 2047 words, RFC 2231 parameters, and the raw bytes that some programs send.

The standard library's newer header parser raises on malformed addresses; this reads what it can, and never raises.
"""

import binascii
import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import collapse_rfc2231_value

from learnsoc_xlsx.messages.addresses import with_names
from learnsoc_xlsx.vietnamese.letters import visible

_WORD = r"=\?[^?\s]+\?[bBqQ]\?[^?]*\?="
_WORDS = re.compile(rf"{_WORD}(?:\s*{_WORD})*")
_GUESSES = ("utf-8", "windows-1258")
"""For bytes that do not say what they are: in Vietnam, one of these."""


class Raw(Compat32):
    """A message's headers as they came, unfolded by nobody; bytes beyond ASCII stand as surrogates."""

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002  (the policy's own signature)
        return value


def decoded(text: str) -> str:
    """Return the text of a header: encoded words decoded whatever their charset, raw bytes read, in NFC, on one line, and
    nothing in it that controls a screen or is half a letter.
    """
    return visible(_WORDS.sub(_words, _readable(text)))


def file_name(part: Message) -> str:
    """Return how the sender called an attachment, without any folder; empty when it has no name."""
    for field, header in (("filename", "content-disposition"), ("name", "content-type")):
        given = part.get_param(field, None, header)
        if given:
            name = decoded(collapse_rfc2231_value(given) if isinstance(given, str) else _of_parameter(given))
            return name.replace("\\", "/").rpartition("/")[2]
    return ""


def sender(message: Message) -> tuple[str, str]:
    """Return the address, in lower case, and the name of whoever sent a message; empty where it does not say."""
    for header in ("from", "sender", "reply-to", "return-path"):
        text = _readable(str(message.get(header, ""))).replace("\r", "").replace("\n", "")
        for address, name in (*with_names(text), *with_names(decoded(text))):
            return address, decoded(name)
    return "", decoded(str(message.get("from", "")))


def _of_parameter(given: tuple[str | None, str | None, str]) -> str:
    """An RFC 2231 value: charset, language and the bytes as Latin-1."""
    charset, _, value = given
    return readable(value.encode("latin-1", "surrogateescape"), charset)


def _words(match: re.Match[str]) -> str:
    """Decode neighbouring words together, since a letter may be cut in two between them."""
    try:
        return "".join(
            part if isinstance(part, str) else readable(part, charset) for part, charset in decode_header(match[0])
        )
    except (HeaderParseError, binascii.Error, ValueError):
        return match[0]


def _readable(text: str) -> str:
    """Text in which raw bytes hide as surrogates."""
    if text.isascii():
        return text
    try:
        return readable(text.encode("ascii", "surrogateescape"), None)
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")


def readable(data: bytes, charset: str | None) -> str:
    """Return bytes as text by the charset that they claim, else by the likely ones."""
    for name in (charset.partition("*")[0] if charset else "", *_GUESSES):
        try:
            if name and codecs.lookup(name):
                return data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("windows-1258", "replace")
