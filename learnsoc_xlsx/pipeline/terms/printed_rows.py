"""Printed rows: what the lists of a blank register say already, before anybody writes in them."""

from collections.abc import Sequence

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.form.prefill import Record
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.vietnamese.numbers import format_figure

_PRECISE = 4


def printed_rows(law: Law, year: int) -> dict[str, Sequence[Record]]:
    """Return, by sheet id, the rows of the register of a year: each number that what governs it leaves open, not set."""
    return {"thresholds": [_threshold(number) for number in sorted(law.open_numbers(year), key=_is_settled)]}


def _is_settled(number: Quantity) -> bool:
    """Those for which nothing is used until the commune sets them come first."""
    return number.value is not None


def _threshold(number: Quantity) -> Record:
    return {
        "key": number.key,
        "meaning": number.label,
        "clause": number.clause or number.source,
        "example": _example(number),
    }


def _example(number: Quantity) -> str:
    if number.value is not None:
        return f"Đang dùng {format_figure(number.value, _PRECISE)}"
    return "" if number.example is None else format_figure(number.example, _PRECISE)
