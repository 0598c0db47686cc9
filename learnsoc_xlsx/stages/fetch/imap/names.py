"""The names of mail folders on the wire: modified UTF-7 (RFC 3501, section 5.1.3); and as they may stand on a screen."""

import re
import unicodedata
from base64 import b64decode, b64encode

from learnsoc_xlsx.vietnamese.letters import visible

_LONGEST = 80
"""Letters of a name that are shown."""
_BEYOND = re.compile(r"[^\x20-\x7e]+")
_ENCODED = re.compile(r"&([A-Za-z0-9+,]*)-")


def encoded(name: str) -> str:
    """Return a folder's name as it goes to the server."""
    return _BEYOND.sub(_pack, unicodedata.normalize("NFC", name).replace("&", "&-"))


def named(wire: str) -> str:
    """Return a folder's name as people read it; what is not well encoded stays as it is."""
    return _ENCODED.sub(_unpack, wire)


def shown(wire: str) -> str:
    """Return a folder's name as it may stand on a screen, whatever a server put into it."""
    name = visible(named(wire))
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _pack(match: re.Match[str]) -> str:
    packed = b64encode(match[0].encode("utf-16-be")).decode("ascii").rstrip("=").replace("/", ",")
    return f"&{packed}-"


def _unpack(match: re.Match[str]) -> str:
    packed = match[1].replace(",", "/")
    if not packed:
        return "&"
    try:
        return b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-16-be")
    except ValueError:
        return match[0]
