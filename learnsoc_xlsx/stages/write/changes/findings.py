"""Findings that are new, gone, or say something else; one that stands in another file of the same unit is the same."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from learnsoc_xlsx.stages.write.changes.changes import Behind, FindingChange, Remark
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs, behind

Key = tuple[object, ...]


def finding_changes(was: Sequence[Remark], now: Sequence[Remark], inputs: Inputs) -> Iterator[FindingChange]:
    """Yield what differs of findings that count, those that are there now first."""
    before, after = _by_key(was), _by_key(now)
    for key in dict.fromkeys((*after, *before)):
        for old, new in zip_longest(before.get(key, ()), after.get(key, ())):
            if old is None or new is None or (old.severity, old.message) != (new.severity, new.message):
                yield FindingChange(old, new, _behind(old, new, inputs))


def _by_key(remarks: Sequence[Remark]) -> dict[Key, list[Remark]]:
    by_key: dict[Key, list[Remark]] = {}
    for one in remarks:
        whose = (one.unit, one.year) if one.unit else one.place.file
        by_key.setdefault((one.code, whose, one.place.sheet, one.place.cell, one.field), []).append(one)
    return by_key


def _behind(old: Remark | None, new: Remark | None, inputs: Inputs) -> Behind:
    """The return or the sheet of the register in which it stands; a finding between returns may come of any of them."""
    direct = behind(inputs.behind([old.place] if old else [], [new.place] if new else []))
    return direct if direct.causes else inputs.anything
