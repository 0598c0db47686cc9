"""The grammar of a text: words, conditions, and loops over a list, of all that Jinja2 knows.

What is left out could run without end, grow without bounds or reach beyond the text. What is let in cannot fail once
its names are known, so that a text is judged before it is filled in for the first time.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from jinja2 import nodes

from learnsoc_xlsx.stages.template.text.words import Words
from learnsoc_xlsx.vietnamese.near import nearest

FILTERS = ("upper", "lower", "capitalize", "trim")
_LET_IN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.If, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Concat, nodes.List, nodes.Tuple, nodes.CondExpr, nodes.Filter, nodes.Compare, nodes.For, nodes.Name, nodes.Getattr,
)  # fmt: skip
_SHOWN = 40
"""So much is shown of a name that there is not."""
_LOOP: Words = {"index": 1, "first": True, "last": True}
_ORDER, _AMONG = ("gt", "gteq", "lt", "lteq"), ("in", "notin")


class _Inside(dict[str, object]):
    """The words at hand within a loop, and by which of them its item is called.

    A loop within it goes over a part of that item: over any other list it could be set into itself again and again, and
    what is written would grow without bounds.
    """

    def __init__(self, words: Words, item: str) -> None:
        super().__init__(words)
        self._item = item

    def is_of_item(self, node: nodes.Node) -> bool:
        """Whether it names a part of the item."""
        return isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == self._item


class Flaw(NamedTuple):
    """What is wrong with a text, in which line, in Vietnamese."""

    line: int
    words: str


def flaws(node: nodes.Node, at_hand: Words) -> Iterator[Flaw]:
    """Yield what a parsed text holds that it may not; `at_hand` are the words that it may use, each with an example."""
    if not isinstance(node, _LET_IN):
        yield Flaw(node.lineno, "chỗ này dùng cách viết mẫu không có; chỉ dùng các từ có sẵn, {% if %} và {% for %}")
        return
    rule = _RULES.get(type(node))
    if rule is not None:
        yield from rule(node, at_hand)
    else:
        for child in node.iter_child_nodes():
            yield from flaws(child, at_hand)


def _name(node: nodes.Name, at_hand: Words) -> Iterator[Flaw]:
    value = at_hand.get(node.name)
    if node.name not in at_hand:
        yield Flaw(node.lineno, f"chương trình không có từ “{node.name[:_SHOWN]}”{_near(node.name, at_hand)}")
    elif isinstance(value, tuple):
        yield Flaw(node.lineno, f"“{node.name}” là một danh sách, chỉ dùng được trong {{% for … in {node.name} %}}")
    elif isinstance(value, Mapping):
        yield Flaw(node.lineno, f"“{node.name}” có nhiều phần, hãy ghi rõ phần nào, ví dụ “{node.name}.{[*value][-1]}”")


def _part(node: nodes.Getattr, at_hand: Words) -> Iterator[Flaw]:
    whole = at_hand.get(node.node.name) if isinstance(node.node, nodes.Name) else None
    if not isinstance(whole, Mapping):
        yield Flaw(node.lineno, f"phần “.{node.attr[:_SHOWN]}” không có ở đây")
    elif node.attr not in whole:
        yield Flaw(node.lineno, f"không có phần “.{node.attr[:_SHOWN]}”{_near(node.attr, whole)}")
    elif isinstance(whole[node.attr], tuple):
        yield Flaw(node.lineno, f"phần “.{node.attr}” là một danh sách, chỉ dùng được sau “in” của {{% for %}}")


def _condition(node: nodes.If, at_hand: Words) -> Iterator[Flaw]:
    yield from _asked(node.test, at_hand)
    for child in (*node.body, *node.elif_, *node.else_):
        yield from flaws(child, at_hand)


def _asked(node: nodes.Node, at_hand: Words) -> Iterator[Flaw]:
    """Yield the flaws of what a condition asks: of a list it may ask whether it holds anything."""
    if isinstance(node, nodes.And | nodes.Or | nodes.Not):
        for child in node.iter_child_nodes():
            yield from _asked(child, at_hand)
    elif not isinstance(_listed(node, at_hand), tuple):
        yield from flaws(node, at_hand)


def _loop(node: nodes.For, at_hand: Words) -> Iterator[Flaw]:
    listed = _listed(node.iter, at_hand)
    if isinstance(at_hand, _Inside) and not at_hand.is_of_item(node.iter):
        yield Flaw(node.lineno, "trong {% for %} chỉ đặt {% for %} của một phần của nó")
    elif not isinstance(listed, tuple):
        yield Flaw(node.lineno, f"sau “in” của {{% for %}} phải là một danh sách{_lists(at_hand)}")
    elif node.recursive or not isinstance(node.target, nodes.Name) or node.target.name in at_hand:
        yield Flaw(node.lineno, "sau {% for phải là một từ mới, chưa có trong các từ có sẵn")
    else:
        inside = _Inside({**at_hand, node.target.name: listed[0], "loop": _LOOP}, node.target.name)
        for child in node.body:
            yield from flaws(child, inside)
        if node.test:
            yield from _asked(node.test, inside)
        for child in node.else_:
            yield from flaws(child, at_hand)


def _listed(node: nodes.Node, at_hand: Words) -> object:
    """What a loop goes over: a list, or the list that is a part of one of its items."""
    if isinstance(node, nodes.Name):
        return at_hand.get(node.name)
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        whole = at_hand.get(node.node.name)
        return whole.get(node.attr) if isinstance(whole, Mapping) else None
    return None


def _comparison(node: nodes.Compare, at_hand: Words) -> Iterator[Flaw]:
    sides = [node.expr, *(operand.expr for operand in node.ops)]
    for operand in node.ops:
        if operand.op in _ORDER and not all(_is_number(side, at_hand) for side in sides):
            yield Flaw(node.lineno, "chỉ so lớn hơn, nhỏ hơn giữa hai số")
        if operand.op in _AMONG and not isinstance(operand.expr, nodes.List | nodes.Tuple):
            yield Flaw(node.lineno, "sau “in” phải là các chữ trong ngoặc vuông, ví dụ ['01', '02']")
    for side in sides:
        yield from flaws(side, at_hand)


def _filter(node: nodes.Filter, at_hand: Words) -> Iterator[Flaw]:
    if node.name not in FILTERS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs or node.node is None:
        yield Flaw(
            node.lineno,
            f"không có cách viết “|{node.name[:_SHOWN]}”; chỉ có {', '.join(f'|{name}' for name in FILTERS)}",
        )
    else:
        yield from flaws(node.node, at_hand)


def _choice(node: nodes.CondExpr, at_hand: Words) -> Iterator[Flaw]:
    if node.expr2 is None:
        yield Flaw(node.lineno, "thiếu phần “else” trong {{ … if … else … }}")
    yield from _asked(node.test, at_hand)
    for child in (node.expr1, *([node.expr2] if node.expr2 else [])):
        yield from flaws(child, at_hand)


_Rule = Callable[[Any, Words], Iterator[Flaw]]
_RULES: dict[type[nodes.Node], _Rule] = {
    nodes.Name: _name,
    nodes.Getattr: _part,
    nodes.If: _condition,
    nodes.For: _loop,
    nodes.Compare: _comparison,
    nodes.Filter: _filter,
    nodes.CondExpr: _choice,
}


def _is_number(node: nodes.Expr, at_hand: Words) -> bool:
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        whole = at_hand.get(node.node.name)
        value = whole.get(node.attr) if isinstance(whole, Mapping) else None
    else:
        value = at_hand.get(node.name) if isinstance(node, nodes.Name) else getattr(node, "value", None)
    return isinstance(value, int) and not isinstance(value, bool)


def _near(name: str, at_hand: Words) -> str:
    close = nearest(name, at_hand)
    return f"; gần giống “{close}”" if close else ""


def _lists(at_hand: Words) -> str:
    names = [f"“{name}”" for name, value in at_hand.items() if isinstance(value, tuple)]
    return f": {' hoặc '.join(names)}"
