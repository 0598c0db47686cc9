"""Alike: of those the council decides on, who bears the name of somebody else before it, and what tells the two apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Verdict
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name
from learnsoc_xlsx.vietnamese.letters import key


@dataclass(frozen=True)
class Alike:
    """A name before the council (folded) that somebody else bears too: what is said of it, and whether it is to be asked."""

    name: str
    sentence: str
    asked: bool


def alike(scope: Scope, held: HeldRound, verdicts: Sequence[Verdict]) -> list[Alike]:
    """Return the names proposed for an award that somebody else of the round bears, or that other units list.

    Years of birth that differ tell two people apart; where one is not known, or there is none (a clan), it is asked.
    """
    proposed: dict[str, Verdict] = {}
    for verdict in filter(_is_decided_on, verdicts):
        proposed.setdefault(key(verdict.subject), verdict)
    bearing = scope.lookup.bearing(held.id)
    return [one for name, verdict in proposed.items() for one in _of_name(scope, held, name, verdict, bearing[name])]


def _of_name(scope: Scope, held: HeldRound, name: str, verdict: Verdict, same: Sequence[Verdict]) -> Iterator[Alike]:
    if len(same) > 1:
        words, asked = _apart(scope, same)
        yield Alike(name, f"{verdict.subject}: {words}.", asked)
    if verdict.born is None:
        for sentence in _listed_elsewhere(scope, held, verdict, {one.unit for one in same}):
            yield Alike(name, sentence, asked=True)


def _is_decided_on(verdict: Verdict) -> bool:
    return _has_unit(verdict) and (verdict.outcome is Outcome.RECOMMENDED or verdict.tied)


def _has_unit(verdict: Verdict) -> bool:
    """Whether a subject is somebody of a unit, and not the unit itself."""
    return verdict.subject != verdict.unit_name


def _apart(scope: Scope, same: Sequence[Verdict]) -> tuple[str, bool]:
    """What tells several of one name apart, and whether that is to be asked yet."""
    where = "; ".join(_where(scope, verdict) for verdict in same)
    births = [verdict.born for verdict in same]
    if None in births:
        return f"có ở {where}; cần hỏi có phải là một không", True
    if len(set(births)) == len(births):
        return f"{where}: khác năm sinh, là {len(births)} người", False
    return f"có ở {where}; cùng năm sinh, có thể là một người", True


def _where(scope: Scope, verdict: Verdict) -> str:
    aside = f", sinh {verdict.born}" if verdict.born else ""
    rank = f", hạng {verdict.rank}" if verdict.rank else f", {verdict.outcome.label.lower()}"
    return f"{verdict.unit_name}{aside} ({award_name(scope, verdict.award)}{rank})"


def _listed_elsewhere(scope: Scope, held: HeldRound, verdict: Verdict, units: set[str]) -> Iterator[str]:
    """The other units whose lists of the round's last year hold a name by which nobody can be told apart."""
    listing = scope.lookup.listing(held.year, scope.listed_in(verdict.award))
    others = scope.lookup.sorted_units(listing.get(key(verdict.subject), set()) - units)
    if others:
        names = "; ".join(scope.lookup.name(unit, scope.last_day) for unit in others)
        yield f"{verdict.subject}: danh sách của {names} cũng có tên này; cần hỏi có phải là một không."
