"""Forms as tests lay them into a folder: printed with few empty rows, and each that is asked for again only once."""

import pickle
from dataclasses import replace
from functools import lru_cache

from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.stages.template.template import template

_EMPTY_ROWS = 4


def short(form: Form) -> Form:
    """Return a form whose lists end a few empty rows below what is filled in, so that it is printed and read quickly."""
    return replace(form, sheets=tuple(replace(sheet, rows=_EMPTY_ROWS) for sheet in form.sheets))


def printed(form: Form, prefill: Prefill) -> bytes:
    """Print such a form with what is filled in."""
    return _printed(pickle.dumps((short(form), prefill)))


@lru_cache(maxsize=512)
def _printed(asked: bytes) -> bytes:
    form, prefill = pickle.loads(asked)
    return template(form, prefill)
