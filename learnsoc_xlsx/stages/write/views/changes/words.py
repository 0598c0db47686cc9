"""What is said of a cause: which return, which row of the register, which text, from what to what."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.stages.write.changes.changes import Behind, Cause, Ground, Why
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import BETWEEN, PERSONAL, REGISTER
from learnsoc_xlsx.stages.write.scope import Lookup
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_exactly

EMPTY = "(trống)"
UNCLEAR = "Chưa rõ nguyên nhân."
_MOST = 4
"""Causes that are named beside one difference; the first page lists all."""
_DECIMALS = 4
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def cause_said(lookup: Lookup, cause: Cause) -> str:
    """Say a cause in one line."""
    return f"{why_said(cause)}: {detail(lookup, cause)}"


def why_said(cause: Cause) -> str:
    """Say what kind of thing a cause is: what the commune itself laid among the returns is no report."""
    of_commune = cause.form and not cause.unit
    return cause.why.value.replace("Báo cáo", "Tệp của xã") if of_commune else cause.why.value


def detail(lookup: Lookup, cause: Cause) -> str:
    """Say of a cause what it is in particular: whose return, which row of the register, from what to what."""
    match cause.why:
        case Why.REGISTER:
            return f"{where_said(lookup, cause)}: {sides_said(lookup, cause)}" if cause.sheet else cause.file
        case Why.LAW:
            state = "đã sửa" if cause.was and cause.now else "mới có" if cause.now else "không còn"
            return f"{cause.key} ({state})"
        case Why.PROGRAM:
            return f"{cause.was} → {cause.now}"
        case Why.DAY:
            return f"{_day(cause.was)} → {_day(cause.now)}"
        case _:
            return _return_said(lookup, cause)


def behind_said(lookup: Lookup, behind: Behind) -> str:
    """Say what lies behind a difference: its causes, or that they are not clear."""
    if not behind.causes:
        return UNCLEAR
    shown = [in_short(lookup, cause) for cause in behind.causes[:_MOST]]
    more = len(behind.causes) - len(shown)
    if more and behind.ground is Ground.MAYBE:
        return f"Có thể do một trong {len(behind.causes)} thay đổi nêu ở trang đầu."
    rest = [f"và {more} thay đổi khác, nêu ở trang đầu"] if more else []
    return f"{behind.ground.value}{'; '.join([*shown, *rest])}."


def in_short(lookup: Lookup, cause: Cause) -> str:
    """Say a cause without what the first page says of it: the files of a return."""
    return cause_said(lookup, replace(cause, file="", now="", was="") if cause.form and cause.unit else cause)


def _return_said(lookup: Lookup, cause: Cause) -> str:
    whose = lookup.short_name(cause.unit) or _title(lookup, cause.form)
    about = f"{whose} {cause.year}".strip() if cause.year else whose
    file = f"{cause.was} → {cause.file}" if cause.was not in ("", cause.file) and cause.why in _REPLACED else cause.file
    shown = f"{about} ({file})" if about and file else about or file
    return f"{shown}, {cause.now}" if cause.why is Why.COUNCIL else ". ".join(filter(None, (shown, str(cause.now))))


_REPLACED = (Why.CHANGED_RETURN, Why.COUNTS_NOW)


def _title(lookup: Lookup, form: str) -> str:
    return next((one.title for one in lookup.run.forms if one.id == form), form)


def _day(value: object) -> str:
    """A day as it is written here; what is no day stays as it stands."""
    try:
        return format_date(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


# The register


def where_said(lookup: Lookup, cause: Cause) -> str:
    """Say on which page, in which row and column of the register something stands."""
    page, field = _page(lookup, cause.sheet), _field(lookup, cause)
    row = (
        BETWEEN.join(_named(lookup, part) for part in cause.key.split(BETWEEN)) if not _is_fixed(lookup, cause) else ""
    )
    column = f"“{field.label}”" if field else ""
    return ", ".join(part for part in (f"Trang “{page}”", row, column) if part)


def sides_said(lookup: Lookup, cause: Cause) -> str:
    """Say what a row said and says."""
    if cause.field == PERSONAL:
        return "thông tin về người đã đổi"
    if not cause.field:
        return f"dòng mới ({_whole(lookup, cause, cause.now)})" if cause.was is None else "dòng không còn"
    return f"{value_said(lookup, cause, cause.was)} → {value_said(lookup, cause, cause.now)}"


def value_said(lookup: Lookup, cause: Cause, value: object) -> str:
    """Say a value of a row as a person would write it; of a whole row what it says."""
    if not cause.field and cause.sheet:
        return "không có" if value is None else _whole(lookup, cause, value)
    return _value(_field(lookup, cause), value)


def _whole(lookup: Lookup, cause: Cause, values: object) -> str:
    fields = _fields(lookup, cause.sheet)
    if not isinstance(values, Mapping):
        return ""
    own = cause.key.split(BETWEEN)
    stated = [(fields[name], value) for name, value in values.items() if name in fields and value is not None]
    return "; ".join(f"{field.label}: {_value(field, value)}" for field, value in stated if str(value) not in own)


def _value(field: Field | None, value: object) -> str:
    match value:
        case None | "":
            return EMPTY
        case bool():
            return "x" if value else "không"
        case float():
            return format_exactly(Fraction(str(value)), _DECIMALS).rstrip("0").rstrip(",")
        case int() if field is None or field.kind is not Kind.YEAR:
            return format_exactly(value)
        case str() if field is not None and field.kind is Kind.DATE:
            return _day(value)
        case str() if field is not None and field.choices:
            return next((entry.label for entry in field.choices.entries if entry.id == value), value)
        case _:
            return str(value)


def _page(lookup: Lookup, sheet: str) -> str:
    return next((one.name for one in _sheets(lookup) if one.id == sheet), sheet)


def _fields(lookup: Lookup, sheet: str) -> dict[str, Field]:
    return {field.id: field for one in _sheets(lookup) if one.id == sheet for field in one.asked}


def _field(lookup: Lookup, cause: Cause) -> Field | None:
    name = cause.key if _is_fixed(lookup, cause) else cause.field
    return _fields(lookup, cause.sheet).get(name)


def _is_fixed(lookup: Lookup, cause: Cause) -> bool:
    return any(one.id == cause.sheet and one.kind is SheetKind.FIXED for one in _sheets(lookup))


def _sheets(lookup: Lookup) -> list[Sheet]:
    return [sheet for form in lookup.run.forms if form.id == REGISTER for sheet in form.sheets]


def _named(lookup: Lookup, part: str) -> str:
    """A code of the register in words, where it has some; a day as it is written."""
    return _day(part) if _DAY.fullmatch(part) else lookup.codes.get(part, part)
