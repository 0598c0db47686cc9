"""Wording: the texts of letters, as issued or as a commune changed them, and how they are filled in.

A text is a Jinja2 template in a sandbox: what it may hold is in `template/text/grammar`, the words that it may use in `words`.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import normalize

from jinja2 import Template, TemplateSyntaxError

from learnsoc_xlsx.stages.reply.wording.example import EXAMPLES
from learnsoc_xlsx.stages.reply.wording.texts import LONGEST_TEXT
from learnsoc_xlsx.stages.reply.wording.words import LetterWords
from learnsoc_xlsx.stages.template.text.grammar import Flaw, flaws
from learnsoc_xlsx.stages.template.text.sandbox import left_open, sandbox
from learnsoc_xlsx.stages.template.text.words import by_name

LONGEST_LETTER = 1_000_000
"""Characters of a letter after a text of the commune's own."""
SUBJECT = "Tiêu đề:"
"""How the first line begins."""

_COMMENT = ("comment_begin", "comment", "comment_end")
_BLANK = re.compile(r"\n{3,}")
_UNPAIRED = "viết sai cách: {{ }}, {% %}, {# #} phải đủ đôi; {% if %}, {% for %} phải có {% endif %}, {% endfor %}"
_TOO_LONG = f"thư viết theo mẫu này dài quá {LONGEST_LETTER} chữ"


class TooLong(Exception):
    """A letter that would have no end, or one that nobody reads."""


@cache
def issued(name: str) -> str:
    """Return a text as issued."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Wording:
    """The texts of a commune's letters; those that it did not change are the ones as issued."""

    own: Mapping[str, str] = field(default_factory=dict)

    def letter(self, name: str, words: LetterWords) -> tuple[str, str]:
        """Return the subject and the body of a letter: after the commune's own text, else after the one as issued.

        A text of its own that passed `text_in` does not fail; one that does all the same stops no run.
        """
        if name in self.own:
            with suppress(Exception):
                return filled(self.own[name], words, LONGEST_LETTER)
        return filled(issued(name), words)


ISSUED = Wording()
"""The wording of a commune that has none of its own."""


def text_in(name: str, data: bytes) -> str | Flaw:
    """Return the text that somebody put into a file of this name, or what is wrong with it; in no line (0): with the whole.

    What comes back is safe to fill in: it ends, it does not grow beyond bounds, and it uses no word that there is not.
    """
    if len(data) > LONGEST_TEXT:
        return Flaw(0, f"tệp dài quá {LONGEST_TEXT} byte")
    try:
        text = normalize("NFC", data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return Flaw(0, "tệp không phải văn bản UTF-8; khi lưu hãy chọn mã UTF-8")
    try:
        return next(_flaws_of(name, text), text)
    except TemplateSyntaxError as error:
        return Flaw(left_open(_sandbox(), text) or error.lineno, _UNPAIRED)
    except TooLong:
        return Flaw(0, _TOO_LONG)
    except Exception:  # a text so deep or so odd that Jinja2 or Python gives up on it, each with an error of its own
        return Flaw(0, "chương trình không hiểu được cách viết trong tệp này")


def filled(text: str, words: LetterWords, longest: int | None = None) -> tuple[str, str]:
    """Return the subject and the body of a letter. Raises TooLong beyond so many characters, and what Jinja2 raises."""
    written, length = [], 0
    for piece in _compiled(text).generate(by_name(words)):
        written.append(piece)
        length += len(piece)
        if longest is not None and length > longest:
            raise TooLong
    subject, _, body = "".join(written).strip().partition("\n")
    return subject.removeprefix(SUBJECT).strip(), _BLANK.sub("\n\n", body.strip()) + "\n"


def _flaws_of(name: str, text: str) -> Iterator[Flaw]:
    """Yield what is wrong with a text, before and after it is filled in with the longest letter. Raises as `filled`."""
    yield from flaws(_sandbox().parse(text), by_name(EXAMPLES[name]))
    if not _begins_with_subject(text):
        yield Flaw(0, f"dòng đầu phải bắt đầu bằng “{SUBJECT}”")
    filled(text, EXAMPLES[name], LONGEST_LETTER)


def _begins_with_subject(text: str) -> bool:
    """Whether what is written first, under all conditions, is the subject."""
    written = (piece for _, kind, piece in _sandbox().lex(text) if kind not in _COMMENT and piece.strip())
    return next(written, "").lstrip().startswith(SUBJECT)


@lru_cache(maxsize=8)
def _compiled(text: str) -> Template:
    return _sandbox().from_string(text)


_sandbox = cache(sandbox)
