"""In words: what the sender of a message says in it, as against what hangs on it."""

import re
from collections.abc import Sequence
from email.message import Message
from html import unescape

from learnsoc_xlsx.messages.headers import readable
from learnsoc_xlsx.messages.parse import content
from learnsoc_xlsx.vietnamese.letters import clean

LONGEST = 600
"""Letters that are kept: enough to see whether the message is to be read."""
_MOST_BYTES = 200_000
_UNSEEN = re.compile(r"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_LINE_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_QUOTED = re.compile(
    r"^\s*(?:>|-{2,}\s*$|-{3,} ?(?:original message|forwarded message|thư gốc|thư đã chuyển tiếp)|_{10,}|"
    r"(?:from|từ|on .{5,80} wrote|vào .{5,120} đã viết)\s*:)",
    re.IGNORECASE,
)


def words_of(parts: Sequence[Message]) -> str:
    """Return what the parts of a message that are text say, on one line; what is quoted or signed below is left out."""
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    return told_in("\n".join(map(_text, plain)) if plain else "\n".join(_seen(_text(page)) for page in pages))


def told_in(text: str) -> str:
    """Return what a text says that its sender wrote now, on one line."""
    lines: list[str] = []
    for line in text.splitlines():
        if _QUOTED.match(line):
            break
        lines.append(line)
    now = clean("".join(char if char.isprintable() else " " for char in " ".join(lines)))
    return now if len(now) <= LONGEST else f"{now[:LONGEST]}…"


def _text(part: Message) -> str:
    charset = part.get_content_charset()
    return readable(content(part)[:_MOST_BYTES], charset)


def _seen(page: str) -> str:
    """What is seen of a page of HTML."""
    return unescape(_TAG.sub("", _LINE_BREAK.sub("\n", _UNSEEN.sub("", page))))
