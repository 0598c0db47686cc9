"""Alike: of those the council decides on, who bears the name of somebody else before it, and what tells the two apart."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Verdict
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name
from learnsoc_xlsx.vietnamese.letters import key


def alike(scope: Scope, held: HeldRound, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Say of each name that is proposed and that somebody else of the round bears, or that other units list, what is known.

    Years of birth that differ tell two people apart; where one is not known, or there is none (a clan), it is asked.
    """
    bearing: dict[str, list[Verdict]] = {}
    for verdict in scope.verdicts(held):
        bearing.setdefault(key(verdict.subject), []).append(verdict)
    named = dict.fromkeys(key(verdict.subject) for verdict in verdicts if _is_decided_on(verdict))
    for name in named:
        same = [verdict for verdict in bearing[name] if _has_unit(verdict)]
        mine = next(verdict for verdict in verdicts if key(verdict.subject) == name)
        if len(same) > 1:
            yield f"{mine.subject}: {_apart(scope, same)}."
        if mine.born is None:
            yield from _listed_elsewhere(scope, held, mine, {verdict.unit for verdict in same})


def borne_by_others(scope: Scope, held: HeldRound, verdicts: Sequence[Verdict]) -> set[str]:
    """Return the folded names of which `alike` has something to ask: nothing tells their bearers apart."""
    asked: set[str] = set()
    for verdict in filter(_is_decided_on, verdicts):
        same = [one for one in scope.verdicts(held) if _has_unit(one) and key(one.subject) == key(verdict.subject)]
        births = [one.born for one in same]
        if len(same) > 1 and (None in births or len(set(births)) < len(births)):
            asked.add(key(verdict.subject))
        if verdict.born is None and any(_listed_elsewhere(scope, held, verdict, {one.unit for one in same})):
            asked.add(key(verdict.subject))
    return asked


def _is_decided_on(verdict: Verdict) -> bool:
    return _has_unit(verdict) and (verdict.outcome is Outcome.RECOMMENDED or verdict.tied)


def _has_unit(verdict: Verdict) -> bool:
    """Whether a subject is somebody of a unit, and not the unit itself."""
    return verdict.subject != verdict.unit_name


def _apart(scope: Scope, same: Sequence[Verdict]) -> str:
    where = "; ".join(_where(scope, verdict) for verdict in same)
    births = [verdict.born for verdict in same]
    if None in births:
        return f"có ở {where}; cần hỏi có phải là một không"
    if len(set(births)) == len(births):
        return f"{where}: khác năm sinh, là {len(births)} người"
    return f"có ở {where}; cùng năm sinh, có thể là một người"


def _where(scope: Scope, verdict: Verdict) -> str:
    aside = f", sinh {verdict.born}" if verdict.born else ""
    rank = f", hạng {verdict.rank}" if verdict.rank else f", {verdict.outcome.label.lower()}"
    return f"{verdict.unit_name}{aside} ({award_name(scope, verdict.award)}{rank})"


def _listed_elsewhere(scope: Scope, held: HeldRound, verdict: Verdict, units: set[str]) -> Iterator[str]:
    """The other units whose lists of the round's last year hold a name by which nobody can be told apart."""
    listing = scope.lookup.listing(held.year, scope.listed_in(verdict.award))
    others = scope.lookup.sorted_units(listing.get(key(verdict.subject), set()) - units)
    if others:
        names = "; ".join(map(scope.lookup.name, others))
        yield f"{verdict.subject}: danh sách của {names} cũng có tên này; cần hỏi có phải là một không."
