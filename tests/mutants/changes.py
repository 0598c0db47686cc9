"""What is done otherwise in a mutant: for a piece of Python, what may stand there instead."""

import ast
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy

Instead = Callable[[ast.AST], Iterator[ast.AST]]
"""What may stand in the place of a node; none of it changes the node."""

_COMPARED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_RECKONED: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Pow: ast.Mult,
}  # fmt: skip
OURS = "strict"
"""The argument of `zip` by which we check ourselves: it never changes what comes out."""
_CALLED = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}


def compared_otherwise(node: ast.AST) -> Iterator[ast.AST]:
    """`<` for `<=`, `==` for `!=`, `in` for `not in`, and so on."""
    for at, operator in enumerate(node.ops if isinstance(node, ast.Compare) else ()):
        other = deepcopy(node)
        assert isinstance(other, ast.Compare)
        other.ops[at] = _COMPARED[type(operator)]()
        yield other


def joined_otherwise(node: ast.AST) -> Iterator[ast.AST]:
    """`or` for `and`, `and` for `or`, and each of the joined conditions left out."""
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        for at in range(len(node.values)):
            rest = node.values[:at] + node.values[at + 1 :]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def reckoned_otherwise(node: ast.AST) -> Iterator[ast.AST]:
    """`-` for `+`, `/` for `*`, `&` for `|`; no sign, no `not`."""
    if isinstance(node, ast.BinOp) and type(node.op) in _RECKONED:
        yield ast.BinOp(node.left, _RECKONED[type(node.op)](), node.right)
    if isinstance(node, ast.AugAssign) and type(node.op) in _RECKONED:
        yield ast.AugAssign(node.target, _RECKONED[type(node.op)](), node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def another_constant(node: ast.AST) -> Iterator[ast.AST]:
    """One more, the other truth, no words."""
    match node:
        case ast.Constant(value=bool(truth)):
            yield ast.Constant(not truth)
        case ast.Constant(value=int(number)):
            yield ast.Constant(number + 1)
        case ast.Constant(value=str(words)):
            yield ast.Constant("" if words else "?")


def another_way(node: ast.AST) -> Iterator[ast.AST]:
    """A condition that always holds, one that never does; a filter left out."""
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        for truth in (True, False):
            if not (truth and isinstance(node, ast.While)):
                other = deepcopy(node)
                assert isinstance(other, ast.If | ast.While | ast.IfExp)
                other.test = ast.Constant(truth)
                yield other
    if isinstance(node, ast.comprehension):
        for at in range(len(node.ifs)):
            yield ast.comprehension(node.target, node.iter, node.ifs[:at] + node.ifs[at + 1 :], node.is_async)


def another_call(node: ast.AST) -> Iterator[ast.AST]:
    """`all` for `any`, `max` for `min`, no sorting; a named argument left out."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in _CALLED:
            keywords = [] if node.func.id == "sorted" else node.keywords
            yield ast.Call(ast.Name(_CALLED[node.func.id], ast.Load()), node.args, keywords)
        for at in (at for at, one in enumerate(node.keywords) if one.arg != OURS):
            yield ast.Call(node.func, node.args, node.keywords[:at] + node.keywords[at + 1 :])


def nothing_done(node: ast.AST) -> Iterator[ast.AST]:
    """Nothing returned, a statement left out, a loop gone on with or broken off."""
    match node:
        case ast.Return(value=ast.Constant(value=None)) | ast.Return(value=None):
            return
        case ast.Return():
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Expr() | ast.AugAssign() | ast.Raise():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()


CHANGES: tuple[Instead, ...] = (
    compared_otherwise,
    joined_otherwise,
    reckoned_otherwise,
    another_constant,
    another_way,
    another_call,
    nothing_done,
)
