"""A mutant: a place in a file, and what stands there instead; every mutant of a file, and its code."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType

from tests.mutants.changes import CHANGES, OURS

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Mutant:
    """The `turn`-th thing that may stand in the place of the `at`-th node of a file; `lines` are those of its statement."""

    file: Path
    at: int
    turn: int
    line: int
    lines: range
    text: str
    change: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by though other lines of the file come and go."""
        return self.file.name, self.text, self.change

    def code(self) -> CodeType:
        """The code of its file."""
        tree = ast.parse(_source(self.file))
        node, parent, name, place = list(_places(tree))[self.at]
        others = list(_others(node))
        put = ast.copy_location(others[self.turn], node)
        if place is None:
            setattr(parent, name, put)
        else:
            getattr(parent, name)[place] = put
        return compile(ast.fix_missing_locations(tree), str(self.file), "exec")


def mutants(file: Path) -> Iterator[Mutant]:
    """Every mutant of what the functions of a file do; what it declares outside them is data."""
    tree, written = ast.parse(_source(file)), _source(file).splitlines()
    statements, met = _statement_of(tree), Counter[tuple[str, str]]()
    for at, (node, *_) in enumerate(_places(tree)):
        for turn, other in enumerate(_others(node)):
            lines = statements[node]
            line = getattr(node, "lineno", lines.start)
            text, change = written[line - 1].strip(), f"{_spelt(node)} → {_spelt(other)}"
            met[text, change] += 1
            again = f" ({met[text, change]})" if met[text, change] > 1 else ""
            yield Mutant(file, at, turn, line, lines, text, change + again)


@cache
def _source(file: Path) -> str:
    """What stands in a file; who changes it meanwhile does not change its mutants."""
    return file.read_text("utf-8")


def _others(node: ast.AST) -> Iterator[ast.AST]:
    return (other for change in CHANGES for other in change(node))


Place = tuple[ast.AST, ast.AST, str, int | None]
"""A node, its parent, the name of the parent's part in which it stands, and where in it that is a list."""


def _places(tree: ast.Module) -> Iterator[Place]:
    """Every node within a function but its signature and its docstring, always in the same order."""
    for function in _outermost(tree):
        for at, statement in enumerate(function.body):
            yield from _within(statement, function, "body", at)


def _outermost(tree: ast.AST) -> Iterator[Function]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield node
        else:
            yield from _outermost(node)


def _within(node: ast.AST, parent: ast.AST, name: str, at: int | None) -> Iterator[Place]:
    yield node, parent, name, at
    for part, value in ast.iter_fields(node):
        if part in ("annotation", "args", "returns", "decorator_list") and isinstance(node, Function | ast.AnnAssign):
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.keyword) and node.arg == OURS:
            continue
        if isinstance(value, ast.AST):
            yield from _within(value, node, part, None)
        for place, each in enumerate(value if isinstance(value, list) else ()):
            if isinstance(each, ast.AST):
                yield from _within(each, node, part, place)


def _statement_of(tree: ast.Module) -> dict[ast.AST, range]:
    """The lines of the statement that each node stands in; of one that holds others, those of its head."""
    found: dict[ast.AST, range] = {}

    def visit(node: ast.AST, lines: range) -> None:
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if isinstance(body, list) else (node.end_lineno or node.lineno)
            lines = range(node.lineno, max(last, node.lineno) + 1)
        found[node] = lines
        for child in ast.iter_child_nodes(node):
            visit(child, lines)

    visit(tree, range(0))
    return found


_LONG = 90


def _spelt(node: ast.AST) -> str:
    """A node in words; of what holds other statements its condition alone."""
    match node:
        case ast.If() | ast.While():
            words = f"{'if' if isinstance(node, ast.If) else 'while'} {ast.unparse(node.test)}"
        case ast.comprehension():
            words = f"for … in …{''.join(f' if {ast.unparse(one)}' for one in node.ifs)}"
        case _:
            words = ast.unparse(node)
    return words if len(words) <= _LONG else f"{words[:_LONG]}…"


@cache
def all_of(room: Path) -> Sequence[Mutant]:
    """Every mutant of every file of a room, in order."""
    return tuple(one for file in sorted(room.rglob("*.py")) for one in mutants(file))
