"""Judging: what is wrong with a template that somebody edited, with the tag at which it is, before anything is filled in.

One that passes does not fail: it uses no word that there is not, it ends, and whatever the words say it stays a document.
"""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import TemplateSyntaxError

from learnsoc_xlsx.stages.template.text.grammar import flaws
from learnsoc_xlsx.stages.template.text.sandbox import left_open
from learnsoc_xlsx.stages.template.text.words import example
from learnsoc_xlsx.stages.write.papers.filling import environment, filled, parts_of, source_of
from learnsoc_xlsx.stages.write.papers.own.soundness import NOT_WORD, unsound
from learnsoc_xlsx.stages.write.papers.own.tags import misplaced, shown, torn

_BEGINS = re.compile(r"(?=\{[{%#])")
_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_UNPAIRED = (
    "viết sai cách: {{ }} và {% %} phải đủ đôi; {%p if %}, {%tr for %} phải có {%p endif %}, {%tr endfor %} cùng loại"
)
_NOT_UNDERSTOOD = "chương trình không hiểu được cách viết trong tệp này; hãy làm lại từ mẫu có sẵn"


def judged(template: bytes, words: type) -> str:
    """Return in one sentence what is wrong with a template for these words, with the tag; an empty text where nothing is."""
    if flaw := unsound(template):
        return flaw
    try:
        parts = parts_of(template)
    except Exception:  # whatever python-docx finds wrong with a file that is no document
        return NOT_WORD
    try:
        return next((flaw for part in parts for flaw in _flaws_of(part, words)), "") or _tried(template, words)
    except Exception:  # a text so deep or so odd that Jinja2 or Python gives up on it, each with an error of its own
        return _NOT_UNDERSTOOD


def _flaws_of(part: Any, words: type) -> Iterator[str]:
    """Yield what is wrong with a part: where its tags stand, what they say, and what they hold together."""
    yield from misplaced(part)
    source = "".join(line.replace("\n", " ") + "\n" for line in _BEGINS.split(source_of(part)))
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        yield _at(source, left_open(environment(), source) or error.lineno, _UNPAIRED)
        return
    for flaw in (*flaws(tree, example(words)), *torn(tree)):
        yield _at(source, flaw.line, flaw.words)


def _tried(template: bytes, words: type) -> str:
    """Fill a template in with something to say and with nothing. Raises what is raised of one that cannot be."""
    for empty in (False, True):
        filled(template, example(words, empty=empty))
    return ""


def _at(source: str, line: int, words: str) -> str:
    """Say at which tag something is wrong."""
    lines = source.split("\n")
    tag = _TAG.match(lines[line - 1] if 0 < line <= len(lines) else "")
    return f"ở thẻ “{shown(tag[0])}”: {words}" if tag else words
