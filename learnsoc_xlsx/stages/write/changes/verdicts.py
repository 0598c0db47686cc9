"""Verdicts that differ between two runs: who enters, who leaves, which reasons are others, and what lies behind it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Reason, Verdict
from learnsoc_xlsx.stages.write.changes.changes import Behind, Cause, Ground, ReasonChange, VerdictChange
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs, behind
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import plain
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.names import without_names

Key = tuple[str, ...]


def verdict_changes(was: Sequence[Verdict], now: Sequence[Verdict], inputs: Inputs) -> tuple[VerdictChange, ...]:
    """Return the verdicts that differ in outcome, rank, money, ranking figures, or in whether a condition is met."""
    changes = [replace(one, behind=_own(one, inputs)) for one in _changes(was, now)]
    moving: dict[tuple[str, str], list[Cause]] = {}
    for one in changes:
        moving.setdefault((one.about.round, one.about.award), []).extend(one.behind.causes)
    return tuple(_explained(one, moving[one.about.round, one.about.award], inputs) for one in changes)


def verdict_key(verdict: Verdict) -> Key:
    """Return by what a candidate of one run is known in another: a unit by its id, anybody else by the name."""
    name = "" if verdict.kind is Subject.COLLECTIVE else key(verdict.subject)
    return verdict.round, verdict.award, verdict.kind.value, verdict.unit, name


def paired(was: Iterable[Verdict], now: Iterable[Verdict]) -> Iterator[tuple[Verdict | None, Verdict | None]]:
    """Yield the two sides of each candidate; of several of one name in the order in which they were nominated."""
    before, after = _by_key(was), _by_key(now)
    for one in dict.fromkeys((*after, *before)):
        yield from zip_longest(before.get(one, ()), after.get(one, ()))


def _by_key(verdicts: Iterable[Verdict]) -> dict[Key, list[Verdict]]:
    by_key: dict[Key, list[Verdict]] = {}
    for one in sorted(verdicts, key=lambda verdict: [(place.file, place.row) for place in verdict.places]):
        by_key.setdefault(verdict_key(one), []).append(one)
    return by_key


def _changes(was: Sequence[Verdict], now: Sequence[Verdict]) -> Iterator[VerdictChange]:
    for old, new in paired(was, now):
        if old is None or new is None:
            yield VerdictChange(old, new)
            continue
        reasons = tuple(_reasons(old, new))
        if _stance(old) != _stance(new) or any(map(matters, reasons)):
            yield VerdictChange(old, new, reasons)


def _stance(verdict: Verdict) -> tuple[object, ...]:
    keys = [(label, plain(value)) for label, value in verdict.keys]
    return verdict.outcome, verdict.tied, verdict.rank, _amount(verdict), keys


def _amount(verdict: Verdict) -> int | None:
    return verdict.bonus.amount if verdict.bonus else None


# Reasons


def _reasons(old: Verdict, new: Verdict) -> Iterator[ReasonChange]:
    before, after = _by_condition(old), _by_condition(new)
    for name in dict.fromkeys((*after, *before)):
        for was, now in zip_longest(before.get(name, ()), after.get(name, ())):
            if was is None or now is None or _as_read(was) != _as_read(now):
                yield ReasonChange(was, now)


def _by_condition(verdict: Verdict) -> dict[tuple[str, str, int], list[Reason]]:
    by_condition: dict[tuple[str, str, int], list[Reason]] = {}
    for reason in verdict.reasons:
        by_condition.setdefault((reason.article, reason.condition, reason.year), []).append(reason)
    return by_condition


def _as_read(reason: Reason) -> tuple[object, ...]:
    return (without_names(reason.actual), reason.needed, *_judged(reason))


def _judged(reason: Reason) -> tuple[object, ...]:
    return reason.met, reason.decides, reason.blocks, reason.asked, reason.open


def matters(change: ReasonChange) -> bool:
    """Return whether a condition is judged otherwise, and not only worded so."""
    return change.was is None or change.now is None or _judged(change.was) != _judged(change.now)


# Causes


def _own(change: VerdictChange, inputs: Inputs) -> Behind:
    """What lies behind a verdict by itself: its reasons, its ranking figures, its money, the quota."""
    return behind((*_of_reasons(change, inputs), *_of_sides(change, inputs)))


def _of_reasons(change: VerdictChange, inputs: Inputs) -> Iterator[Cause]:
    looked_at = [{reason.year for reason in side.reasons} for side in (change.was, change.now) if side]
    same_years = all(years == looked_at[0] for years in looked_at)
    for reason in filter(matters, change.reasons):
        was, now = reason.was, reason.now
        yield from inputs.behind(was.places if was else (), now.places if now else ())
        if _ruled_otherwise(reason, same_years):
            yield from _rules(change.about, inputs, now or was)


def _ruled_otherwise(reason: ReasonChange, same_years: bool) -> bool:
    """Whether a rule may lie behind a reason: where a round looks at a year more, that is why another year decides."""
    was, now = reason.was, reason.now
    if was is None or now is None or was.decides != now.decides:
        return same_years
    return was.needed != now.needed


def _of_sides(change: VerdictChange, inputs: Inputs) -> Iterator[Cause]:
    was, now, about = change.was, change.now, change.about
    if was is None or now is None:
        yield from inputs.behind(was.places if was else (), now.places if now else ())
        yield from inputs.of_key("units", about.unit)
        return
    if was.keys != now.keys:
        labels = [[label for label, _ in side.keys] for side in (was, now)]
        yield from _choices(about, inputs) if labels[0] != labels[1] else _of_unit(about, inputs)
    if (was.outcome, was.tied, _amount(was)) != (now.outcome, now.tied, _amount(now)):
        quotas = list(inputs.of_key("quotas", about.award, about.round))
        yield from quotas
        if not quotas or was.tied or now.tied:
            yield from inputs.of_key("choices", f"award.{about.award}.ties")
    if _amount(was) != _amount(now) and change.was and change.now and was.outcome is now.outcome:
        yield from inputs.of_key("choices", f"award.{about.award}.form")
        yield from (one for one in inputs.of_sheet("thresholds") if one.key.startswith("bonus."))


def _of_unit(verdict: Verdict, inputs: Inputs) -> Iterator[Cause]:
    years = {place_year for reason in verdict.reasons if (place_year := reason.year)}
    return inputs.of_unit(verdict.unit, years)


def _rules(verdict: Verdict, inputs: Inputs, reason: Reason | None) -> Iterator[Cause]:
    """The numbers and choices of the register that a condition of this award may go by."""
    mine, titles = f"award.{verdict.award}.", ("award.", "bonus.", "jump.")
    for cause in inputs.of_sheet("thresholds"):
        if cause.key.startswith(mine) or not cause.key.startswith(titles):
            yield cause
    if reason is None or reason.year:
        yield from _choices(verdict, inputs)
    yield from (cause for cause in inputs.others if cause.why.name == "LAW")


def _choices(verdict: Verdict, inputs: Inputs) -> Iterator[Cause]:
    ways = ("phase.", f"award.{verdict.award}.rank")
    return (cause for cause in inputs.of_sheet("choices") if cause.key.startswith(ways))


def _explained(change: VerdictChange, peers: Sequence[Cause], inputs: Inputs) -> VerdictChange:
    """A change without a cause of its own has that of the others of its award, by whom it is ranked anew."""
    if change.behind.causes:
        return change
    others = behind(peers, Ground.RANKING)
    return replace(change, behind=others if others.causes else inputs.anything)
