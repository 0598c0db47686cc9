"""The sandbox in which a text is filled in: no functions, no tests, few filters, and no word may be missing."""

from contextlib import suppress

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from learnsoc_xlsx.stages.template.text.grammar import FILTERS


def sandbox(*, markup: bool = False) -> SandboxedEnvironment:
    """Return an environment that reaches nothing outside of the words it is given; with `markup` values are escaped as XML,
    without it tags may stand on lines of their own.
    """
    made = SandboxedEnvironment(
        autoescape=markup, undefined=StrictUndefined, trim_blocks=not markup, lstrip_blocks=not markup
    )
    made.globals.clear()
    made.tests.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    return made


def left_open(environment: Environment, text: str) -> int:
    """Return the line of the innermost condition or loop that has no end; 0 where each has one, or that cannot be told."""
    opened: list[int] = []
    before = ""
    with suppress(TemplateSyntaxError):
        for line, kind, piece in environment.lex(text):
            if kind == "name" and piece in ("if", "for") and before == "block_begin":
                opened.append(line)
            elif kind == "name" and piece in ("endif", "endfor") and opened:
                opened.pop()
            before = kind if kind != "whitespace" else before
        return opened[-1] if opened else 0
    return 0
