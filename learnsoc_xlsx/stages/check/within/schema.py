"""The schema of a table, in pandera: one column for each field that asks something, and one for each rule between cells.

pandera takes a while to load, and is asked for only when a table is to be checked.
"""

import pandas as pd
import pandera.pandas as pa
from pandera.config import config_context

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Field, Sheet
from learnsoc_xlsx.stages.check.within.rules import Failure, RowRule

_BY_CODE = {code.code: code for code in Code}


def failures_of(sheet: Sheet, rows: pd.DataFrame, rules: list[RowRule]) -> list[Failure]:
    """Return every cell that breaks what its field asks, or a rule, in the order of the rows.

    `rows` are laid as model.returns.tables.Table says, with positions for an index. Raises RuntimeError for a check that fails as a
    whole, which would be our own fault.
    """
    asked = {field.id: checks for field in sheet.asked if (checks := _checks(field))}
    between = {f"rule {number}": rule for number, rule in enumerate(rules)}
    laid = pd.DataFrame({name: rows[name] for name in asked} | {name: rule.held for name, rule in between.items()})
    columns = {name: pa.Column(None, checks=checks, nullable=True) for name, checks in asked.items()}
    columns |= {name: _rule_column(rule) for name, rule in between.items()}
    schema = pa.DataFrameSchema(columns, strict=True)
    try:
        with config_context(validation_enabled=True):
            schema.validate(laid, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases
        if cases["index"].isna().any():
            raise RuntimeError(
                f"a check of {sheet.key} could not be placed:\n{cases[cases['index'].isna()]}"
            ) from error
        failures = {
            Failure(int(at), between[column].field if column in between else column, _BY_CODE[check])
            for at, column, check in zip(cases["index"], cases["column"], cases["check"], strict=True)
        }
        return sorted(failures, key=lambda failure: (failure.at, failure.code.code, failure.field))
    return []


def _checks(field: Field) -> list[pa.Check]:
    """What a field asks of its own cells; nothing, where it may be left blank and knows no limit."""
    checks = []
    scale = field.kind.scale
    if field.identity or field.required:
        code = Code.IDENTITY_EMPTY if field.identity else Code.REQUIRED_EMPTY
        checks.append(pa.Check(lambda column: column.notna(), ignore_na=False, name=code.code, error=code.code))
    if field.kind.is_number and field.min is not None:
        low = int(field.min * scale)
        checks.append(pa.Check(lambda column: column >= low, name=Code.TOO_SMALL.code, error=Code.TOO_SMALL.code))
    if field.kind.is_number and field.max is not None:
        high = int(field.max * scale)
        checks.append(pa.Check(lambda column: column <= high, name=Code.TOO_LARGE.code, error=Code.TOO_LARGE.code))
    return checks


def _rule_column(rule: RowRule) -> pa.Column:
    return pa.Column(bool, checks=pa.Check(lambda held: held, name=rule.code.code, error=rule.code.code))
