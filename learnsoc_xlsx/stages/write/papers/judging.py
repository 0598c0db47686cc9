"""Judging: what is wrong with a template that somebody edited, with the tag at which it is, before anything is filled in.

One that passes does not fail: it uses no word that there is not, it ends, and whatever the words say it stays a document.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress

from jinja2 import TemplateSyntaxError
from lxml import etree

from learnsoc_xlsx.stages.template.text.grammar import flaws
from learnsoc_xlsx.stages.template.text.sandbox import left_open
from learnsoc_xlsx.stages.template.text.words import example
from learnsoc_xlsx.stages.write.papers.filling import environment, source_of

LONGEST = 5_000_000
"""Bytes of a template, packed and of each of its parts unpacked; those as shipped have a hundredth of it."""
_MANY_PARTS = 1_000
_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_BEGINS = re.compile(r"(?=\{[{%#])")
_SHOWN = 60
"""So much is shown of a tag."""
_NOT_WORD = "không phải tệp Word (.docx) mở ra đọc được; nếu là .doc hay .docm, hãy lưu lại thành .docx"
_TOO_LONG = f"tệp dài quá {LONGEST // 1_000_000} MB"
_UNPAIRED = (
    "viết sai cách: {{ }} và {% %} phải đủ đôi; {%p if %}, {%tr for %} phải có {%p endif %}, {%tr endfor %} cùng loại"
)
_TORN = "{% if %} hoặc {% for %} mở ở một chỗ và khép ở chỗ khác của bảng, của đoạn: hãy để cả hai trong một đoạn, hoặc mỗi thẻ một dòng riêng với {%p … %}, mỗi thẻ một hàng riêng với {%tr … %}"


def judged(template: bytes, words: type) -> str:
    """Return in one sentence what is wrong with a template for these words, with the tag; an empty text where nothing is."""
    if len(template) > LONGEST:
        return _TOO_LONG
    if not _is_sound(template):
        return _NOT_WORD
    try:
        parts = source_of(template)
    except Exception:  # whatever python-docx finds wrong with a file that is no document
        return _NOT_WORD
    return next((flaw for part in parts for flaw in _flaws_of(part, words)), "")


def _is_sound(template: bytes) -> bool:
    """Whether it is a package of a bearable size."""
    with suppress(zipfile.BadZipFile, OSError), zipfile.ZipFile(io.BytesIO(template)) as parts:
        listed = parts.infolist()
        return len(listed) <= _MANY_PARTS and sum(part.file_size for part in listed) <= 4 * LONGEST
    return False


def _flaws_of(part: str, words: type) -> Iterator[str]:
    """Yield what is wrong with a part: its tags one by one, then what becomes of it with and without something to say."""
    lines = _BEGINS.split(part)
    source = "".join(line.replace("\n", " ") + "\n" for line in lines)
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        yield _at(source, left_open(environment(), source) or error.lineno, _UNPAIRED)
        return
    yield from (_at(source, flaw.line, flaw.words) for flaw in flaws(tree, example(words)))
    for empty in (False, True):
        if not _is_well_formed(part, example(words, empty=empty)):
            yield _TORN


def _at(source: str, line: int, words: str) -> str:
    """Say at which tag something is wrong."""
    lines = source.split("\n")
    tag = _TAG.match(lines[line - 1] if 0 < line <= len(lines) else "")
    shown = re.sub(r"<[^>]*>|\s+", " ", tag[0])[:_SHOWN] if tag else ""
    return f"ở thẻ “{shown}”: {words}" if shown else words


def _is_well_formed(part: str, words: dict[str, object]) -> bool:
    try:
        etree.fromstring(environment().from_string(part).render(words).encode())
    except etree.XMLSyntaxError:
        return False
    return True
