"""What a table must keep to: what each field asks of its own cells, as checks of pandera, and the rules between cells.

The checks are put to their columns one by one: a schema of pandera takes five times as long to say the same.
pandera takes a while to load, and is asked for only where a column may break something.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Field, Sheet
from learnsoc_xlsx.stages.check.within.rules import Broken, RowRule, keeps_within

if TYPE_CHECKING:
    from pandera.pandas import Check


def failures_of(sheet: Sheet, rows: pd.DataFrame, rules: list[RowRule]) -> Broken:
    """Return where each field breaks what is asked of it, or a rule: positions that ascend, by field and code.

    `rows` are laid as model.returns.tables.Table says, with positions for an index. Raises RuntimeError for a check that fails as a
    whole, which would be our own fault.
    """
    broken: dict[tuple[str, Code], set[int]] = {}
    for field in sheet.asked:
        for code, check in _checks(field, rows[field.id]).items():
            broken.setdefault((field.id, code), set()).update(_broken(check, rows[field.id]))
    for rule in rules:
        broken.setdefault((rule.field, rule.code), set()).update(rule.held.index[~rule.held].tolist())
    in_turn = sorted((about for about, cells in broken.items() if cells), key=lambda about: (about[1].code, about[0]))
    return {about: sorted(broken[about]) for about in in_turn}


@cache
def check_that() -> "Callable[..., Check]":
    """Return what makes a check of pandera; the library is loaded when it is first asked for."""
    from pandera.pandas import Check

    return Check


def _broken(check: "Check", column: pd.Series) -> list[int]:
    """The positions at which a column breaks a check."""
    result = check(column)
    if result.check_passed:
        return []
    if result.failure_cases is None:
        raise RuntimeError(f"a check of {column.name} could not be placed")
    return [int(at) for at in result.failure_cases.index]


def _checks(field: Field, column: pd.Series) -> dict[Code, "Check"]:
    """What a field asks of its own cells, as far as its column may break it: a check takes longer than to see that."""
    checks: dict[Code, Check] = {}
    scale = field.kind.scale
    if (field.identity or field.required) and column.array.isna().any():
        code = Code.IDENTITY_EMPTY if field.identity else Code.REQUIRED_EMPTY
        checks[code] = check_that()(lambda column: column.notna(), ignore_na=False)
    if keeps_within(field, column):
        return checks
    if field.min is not None:
        low = int(field.min * scale)
        checks[Code.TOO_SMALL] = check_that()(lambda column: column >= low)
    if field.max is not None:
        high = int(field.max * scale)
        checks[Code.TOO_LARGE] = check_that()(lambda column: column <= high)
    return checks
