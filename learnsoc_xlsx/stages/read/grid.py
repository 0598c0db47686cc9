"""The cells of a sheet as the reader gives them."""

from functools import lru_cache

from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.vietnamese.letters import clean, key

Rows = list[list[object]]
HEADER_WITHIN = 60
"""How many rows at the top of a sheet may hold its header."""


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return key(text)


def folded(cell: object) -> str:
    """Return the key of a text, and nothing for anything else."""
    return _key(cell) if isinstance(cell, str) and cell else ""


def is_filled(cell: object) -> bool:
    """Whether anything is written in a cell."""
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def is_number(cell: object) -> bool:
    """Whether a cell holds a number; true and false are none."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def shown(cell: object) -> str:
    """Return what is written in a cell as people see it: a whole number without a fraction, a text on one line."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else clean(str(cell))


def cell_at(row: list[object], at: int) -> object:
    """Return a cell of a row, an empty text beyond its end."""
    return row[at] if at < len(row) else ""


@lru_cache(maxsize=512)
def labels_of(sheet: Sheet) -> dict[str, str]:
    """Every label a field has or had, folded, and its id, to the field's id."""
    labels: dict[str, str] = {}
    for field in sheet.asked:
        for label in (field.label, *field.former):
            labels[key(label)] = field.id
    return labels
