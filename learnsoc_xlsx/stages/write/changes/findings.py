"""Findings that are new, gone, or say something else; one that stands in another file of the same unit is the same."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from learnsoc_xlsx.model.findings.alike import cells_of
from learnsoc_xlsx.stages.write.changes.changes import Behind, FindingChange, Remark
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs, behind

Key = tuple[object, ...]


def finding_changes(was: Sequence[Remark], now: Sequence[Remark], inputs: Inputs) -> Iterator[FindingChange]:
    """Yield what differs of findings that count, those that are there now first.

    Where one of them stands in many cells of a column, all that was said alike of that column is one finding on either side:
    a cell that joins the others is no new finding, one that leaves them none that is gone.
    """
    wide = {_column(one) for one in (*was, *now) if one.cells}
    old_columns, new_columns = _gathered(was, wide), _gathered(now, wide)
    for column in dict.fromkeys((*new_columns, *old_columns)):
        for old_part, new_part in _sides(old_columns.get(column, {}), new_columns.get(column, {})):
            old, new = _foremost(old_part), _foremost(new_part)
            if _cells(old_part) != _cells(new_part) or _say_otherwise(old, new):
                yield FindingChange(old, new, _behind(old, new, inputs))
    before, after = (_by_key([one for one in side if _column(one) not in wide]) for side in (was, now))
    for key in dict.fromkeys((*after, *before)):
        for old, new in zip_longest(before.get(key, ()), after.get(key, ())):
            if old is None or new is None or (old.severity, old.message) != (new.severity, new.message):
                yield FindingChange(old, new, _behind(old, new, inputs))


_BySeverity = dict[str, list[Remark]]


def _whose(one: Remark) -> object:
    return (one.unit, one.year) if one.unit else one.place.file


def _column(one: Remark) -> Key:
    """What a finding shares with those that say the same of other cells of its column."""
    return one.code, _whose(one), one.place.sheet, one.field


def _gathered(remarks: Sequence[Remark], wide: set[Key]) -> dict[Key, _BySeverity]:
    columns: dict[Key, _BySeverity] = {}
    for one in remarks:
        if (column := _column(one)) in wide:
            columns.setdefault(column, {}).setdefault(one.severity, []).append(one)
    return columns


def _sides(was: _BySeverity, now: _BySeverity) -> Iterator[tuple[list[Remark], list[Remark]]]:
    """What was and is said of a column as gravely; then what is said more or less gravely than it was."""
    yield from ((was[severity], now[severity]) for severity in now if severity in was)
    others = ([side[one] for one in side if one not in other] for side, other in ((was, now), (now, was)))
    yield from zip_longest(*others, fillvalue=[])


def _foremost(part: Sequence[Remark]) -> Remark | None:
    return next((one for one in part if one.cells), next(iter(part), None))


def _cells(part: Sequence[Remark]) -> set[str]:
    return {cell for one in part for cell in cells_of(one.cells or one.place.cell)}


def _say_otherwise(old: Remark | None, new: Remark | None) -> bool:
    """Whether the same cells are spoken of in other words, or as gravely no more; told together or apart is no difference."""
    if old is None or new is None or old.severity != new.severity:
        return True
    return bool(old.cells and new.cells) and old.message != new.message


def _by_key(remarks: Sequence[Remark]) -> dict[Key, list[Remark]]:
    by_key: dict[Key, list[Remark]] = {}
    for one in remarks:
        by_key.setdefault((one.code, _whose(one), one.place.sheet, one.place.cell, one.field), []).append(one)
    return by_key


def _behind(old: Remark | None, new: Remark | None, inputs: Inputs) -> Behind:
    """The return or the sheet of the register in which it stands; a finding between returns may come of any of them."""
    direct = behind(inputs.behind([old.place] if old else [], [new.place] if new else []))
    return direct if direct.causes else inputs.anything
