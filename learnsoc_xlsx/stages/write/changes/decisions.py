"""Conclusions of the council that differ between two runs, each with the record that says so."""

from collections.abc import Iterator, Mapping, Sequence

from learnsoc_xlsx.stages.write.changes.changes import Behind, DecisionChange, Record, VerdictChange
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs, behind
from learnsoc_xlsx.stages.write.changes.read_back import place_of
from learnsoc_xlsx.vietnamese.letters import key

Key = tuple[str, ...]
_WHERE = ("file", "sheet", "cell")
"""Where a conclusion stands is no part of it."""


def decision_changes(
    was: Sequence[Record], now: Sequence[Record], verdicts: Sequence[VerdictChange], inputs: Inputs
) -> Iterator[DecisionChange]:
    """Yield what the council concluded otherwise, or had not concluded, or concludes no more, by decided[] of two runs.

    What differs without another record has the cause of the verdict that it is on.
    """
    before, after = _by_key(was), _by_key(now)
    moved = {_key(one.about.round, one.about.award, one.about.unit, one.about.subject): one.behind for one in verdicts}
    for name in dict.fromkeys((*after, *before)):
        old, new = before.get(name), after.get(name)
        if _content(old) != _content(new):
            yield DecisionChange(old, new, _behind(old, new, moved.get(name), inputs))


def _by_key(decided: Sequence[Record]) -> dict[Key, Record]:
    return {_key(one["round"], one["award"], one["unit"], one["subject"] or one["cell"]): one for one in decided}


def _key(*parts: str | None) -> Key:
    return tuple(key(part or "") for part in parts)


def _content(decision: Record | None) -> Mapping[str, object]:
    return {name: value for name, value in (decision or {}).items() if name not in _WHERE}


def _behind(old: Record | None, new: Record | None, of_verdict: Behind | None, inputs: Inputs) -> Behind:
    was, now = ([place_of(side)] if side else [] for side in (old, new))
    direct = behind(inputs.behind(was, now))
    return direct if direct.causes else of_verdict or inputs.anything
