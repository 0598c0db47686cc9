"""The validation of a cell: what Excel lets people type, and what it tells them."""

from datetime import date
from typing import Any

from learnsoc_xlsx.model.form.form import Field, Kind
from learnsoc_xlsx.stages.template.cells.prompts import PROMPT_TITLE, REFUSED_TITLE, cut, prompt, refusal
from learnsoc_xlsx.stages.template.sheets.dropdowns import Dropdowns

_TYPES = {
    Kind.COUNT: "integer",
    Kind.MONEY: "integer",
    Kind.YEAR: "integer",
    Kind.SCORE: "decimal",
    Kind.NUMBER: "decimal",
}
_LOWEST = {Kind.COUNT: 0, Kind.MONEY: 0, Kind.SCORE: 0, Kind.YEAR: 1900}
_HIGHEST = {Kind.YEAR: 2100}
_DAYS = (date(1900, 1, 1), date(2100, 12, 31))


def validation(field: Field, dropdowns: Dropdowns) -> dict[str, Any]:
    """Return the xlsxwriter options of a field's validation, with its prompt and its message."""
    spoken = {"input_title": cut(field.label, PROMPT_TITLE), "input_message": prompt(field)}
    source = dropdowns.source(field)
    if field.kind is Kind.TEXT:
        return {"validate": "list", "source": source, **spoken} if source else {"validate": "any", **spoken}
    spoken |= {"error_title": REFUSED_TITLE, "error_message": refusal(field)}
    if field.kind is Kind.DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _DAYS[0],
            "maximum": _DAYS[1],
            "error_type": "warning",
            **spoken,
        }
    if field.kind.is_number:
        return {"validate": _TYPES[field.kind], **_range(field), **spoken}
    return {"validate": "list", "source": source, **spoken}


def _range(field: Field) -> dict[str, Any]:
    low = field.min if field.min is not None else _LOWEST.get(field.kind)
    high = field.max if field.max is not None else _HIGHEST.get(field.kind)
    if low is not None and high is not None:
        return {"criteria": "between", "minimum": _number(low), "maximum": _number(high)}
    if high is not None:
        return {"criteria": "<=", "value": _number(high)}
    return {"criteria": ">=", "value": _number(low if low is not None else -(10**12))}


def _number(value: Any) -> int | float:
    return int(value) if int(value) == value else float(value)
