"""Decisions of the council that differ between two runs, each with the record that says so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from learnsoc_xlsx.model.law.verdicts import Verdict
from learnsoc_xlsx.stages.write.changes.changes import Behind, DecisionChange, Record
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs, behind, by_council
from learnsoc_xlsx.stages.write.changes.read_back import place_of
from learnsoc_xlsx.stages.write.changes.verdicts import Key, verdict_key

Decided = Sequence[tuple[Verdict, Record]]
"""Verdicts, each with its entry of run.json."""
_WHERE = ("file", "sheet", "cell", "from", "place")
"""Where a decision stands is no part of it."""


def decision_changes(was: Decided, now: Decided, inputs: Inputs) -> Iterator[DecisionChange]:
    """Yield what the council decided otherwise, or had not decided, or decides no more, of each candidate."""
    before, after = _by_key(was), _by_key(now)
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        about = new or old
        sides = old[1] if old else None, new[1] if new else None
        if about and _content(sides[0]) != _content(sides[1]):
            yield DecisionChange(about[0], *sides, _behind(sides, inputs))


def _by_key(decided: Decided) -> dict[Key, tuple[Verdict, Record]]:
    return {verdict_key(verdict): (verdict, record["decided"]) for verdict, record in decided if record.get("decided")}


def _content(decision: Record | None) -> Mapping[str, object]:
    return {name: value for name, value in (decision or {}).items() if name not in _WHERE}


def _behind(sides: Iterable[Record | None], inputs: Inputs) -> Behind:
    was, now = ([place_of(one) for one in _places(side)] for side in sides)
    direct = behind(by_council(inputs.behind(was, now)))
    return direct if direct.causes else inputs.anything


def _places(decision: Record | None) -> Sequence[Record]:
    if not decision:
        return ()
    places = decision.get("from") or decision.get("place") or (decision if "file" in decision else ())
    return [places] if isinstance(places, Mapping) else list(places)
