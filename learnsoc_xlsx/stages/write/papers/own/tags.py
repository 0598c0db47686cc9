"""Tags: where they stand in a template, and what a condition or a loop holds together.

A tag stands in one paragraph; one that is for a whole paragraph, row or cell stands alone there, for what stands beside it
would be lost. What is between {% if %} and {% endif %} may be left out, or repeated, without tearing a table apart.
"""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import nodes

from learnsoc_xlsx.stages.template.text.grammar import Flaw
from learnsoc_xlsx.stages.write.papers.own.accepting import W

_LONGEST_TAG, _SHOWN = 500, 60
_MANY_TAGS, _MANY_NAMES, _LONG_LOOP = 3_000, 500, 300_000
"""Tags in a part; names and characters of markup that loops repeat."""
_EDGE = re.compile(r"\{[{%#]|[}%]\}|#\}")
_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_WHOLE = re.compile(r"\{[%#](p|tr|tc)\s.*?[%#]\}", re.DOTALL)
_FOREIGN = re.compile(r"\{\{(?:p|r|tr|tc)\s.*?\}\}|\{%\s*(?:colspan|cellbg|vm|hm)\b.*?%\}", re.DOTALL)
_ELEMENT = re.compile(r"<(/?)([\w:.-]+)[^>]*?(/?)>")
_OF_A_LINE = frozenset({"w:t", "w:r", "w:p", "w:hyperlink", "w:smartTag", "w:fldSimple"})
"""What a condition may begin within and end within another of: pieces of lines, and lines."""
_ALONE = {
    "p": "phải đứng một mình trên một dòng, vì cả dòng ấy sẽ mất; chữ ở cùng dòng hãy đưa sang dòng khác",
    "tr": "phải đứng một mình trong một hàng của bảng, vì cả hàng ấy sẽ mất; chữ ở cùng hàng hãy đưa sang hàng khác",
    "tc": "phải đứng một mình trong một ô của bảng, vì cả ô ấy sẽ mất; chữ ở cùng ô hãy đưa sang ô khác",
}
_NOT_IN_TABLE = "chỉ dùng được trong bảng"
_OPEN = "thẻ mở mà không khép trong cùng một đoạn; {{ phải có }}, {% phải có %}"
_CLOSED = "thẻ khép mà không mở; }} phải có {{, %} phải có {%"
_NOT_HERE = "chỗ này dùng cách viết mẫu không có; để in một từ hãy viết {{ từ }}"
_TORN = (
    "mở ở một chỗ và khép ở chỗ khác của bảng, của đoạn: hãy để cả hai trong một đoạn, hoặc mỗi thẻ một dòng riêng với "
    "{%p … %}, mỗi thẻ một hàng riêng với {%tr … %}"
)
_TOO_MANY = "mẫu có quá nhiều thẻ"
_TOO_LONG = "phần lặp lại trong {% for %} dài quá"


def misplaced(part: Any) -> Iterator[str]:
    """Yield what is wrong with where tags stand in the tree of a part, each with the tag."""
    places = [(place, _text(place)) for place in part.iter(f"{W}p")]
    for _, text in places:
        yield from _unpaired(text)
        yield from (_at(tag[0], _NOT_HERE) for tag in _FOREIGN.finditer(text))
    if sum(len(_TAG.findall(text)) for _, text in places) > _MANY_TAGS:
        yield _TOO_MANY
    for place, text in places:
        yield from (_at(tag[0], flaw) for tag in _WHOLE.finditer(text) if (flaw := _not_alone(place, tag)))


def torn(tree: nodes.Template) -> Iterator[Flaw]:
    """Yield the conditions and loops of a parsed part that hold together what cannot be left out or repeated, and those that
    would grow without bounds.
    """
    loops = list(tree.find_all(nodes.For))
    blocks: list[nodes.For | nodes.If] = [*loops, *tree.find_all(nodes.If)]
    for block in blocks:
        if not (_is_neutral(block.body) and _is_neutral(block.else_)):
            yield Flaw(block.lineno, _TORN)
    if sum(len(data.data) for loop in loops for data in loop.find_all(nodes.TemplateData)) > _LONG_LOOP:
        yield Flaw(0, _TOO_LONG)
    if sum(1 for loop in loops for _ in loop.find_all(nodes.Name)) > _MANY_NAMES:
        yield Flaw(0, _TOO_LONG)


def shown(tag: str) -> str:
    """Return as much of a tag as a sentence shows."""
    return re.sub(r"<[^>]*>|\s+", " ", tag)[:_SHOWN]


def _at(tag: str, words: str) -> str:
    return f"ở thẻ “{shown(tag)}”: {words}"


def _text(place: Any) -> str:
    """The text of a paragraph, without that of text boxes that hang on it."""
    return "".join(one.text or "" for one in place.iter(f"{W}t") if next(one.iterancestors(f"{W}p"), None) is place)


def _unpaired(text: str) -> Iterator[str]:
    """Yield the edges of tags in a paragraph that have no other."""
    opened = -1
    for edge in _EDGE.finditer(text):
        if edge[0].startswith("{"):
            if opened >= 0:
                yield _at(text[opened : edge.start()], _OPEN)
            opened = edge.start()
        elif opened < 0 and edge[0] != "#}":
            yield _at(text[max(edge.start() - _SHOWN // 2, 0) : edge.end()], _CLOSED)
        else:
            if edge.start() - opened > _LONGEST_TAG:
                yield _at(text[opened:], _OPEN)
            opened = -1
    if opened >= 0:
        yield _at(text[opened:], _OPEN)


def _not_alone(place: Any, tag: re.Match[str]) -> str:
    """Why a tag that is for a whole paragraph, row or cell cannot stand where it does."""
    kind = tag[1]
    whole = place if kind == "p" else next(place.iterancestors(f"{W}{kind}"), None)
    if whole is None:
        return _NOT_IN_TABLE
    text = "".join(map(_text, whole.iter(f"{W}p")))
    return "" if text.strip() == tag[0] else _ALONE[kind]


def _is_neutral(body: list[nodes.Node]) -> bool:
    """Whether markup that is left out, or repeated, leaves a document: it ends within the same kinds of pieces as it began."""
    closed: list[str] = []
    opened: list[str] = []
    for end, name, empty in _ELEMENT.findall("".join(_markup(body))):
        if empty:
            continue
        if not end:
            opened.append(name)
        elif not opened:
            closed.append(name)
        elif opened.pop() != name:
            return False
    return closed == opened[::-1] and _OF_A_LINE.issuperset(closed)


def _markup(body: list[nodes.Node]) -> Iterator[str]:
    """The markup of a branch, without what lies in conditions and loops of its own."""
    for output in body:
        if isinstance(output, nodes.Output):
            yield from (one.data if isinstance(one, nodes.TemplateData) else "…" for one in output.nodes)
