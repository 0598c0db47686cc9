"""The sandbox in which a text is filled in: no functions, no tests, few filters, and no word may be missing."""

from jinja2 import StrictUndefined
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
