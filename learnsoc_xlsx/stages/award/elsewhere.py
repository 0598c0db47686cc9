"""Elsewhere: one subject proposed in several rounds or by several units, said beside each; nothing is counted twice in silence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from learnsoc_xlsx.model.law.verdicts import Elsewhere, HeldRound, Verdict
from learnsoc_xlsx.vietnamese.letters import key


def proposed_elsewhere(held: Sequence[HeldRound], verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts, each that proposes somebody with where else the same subject is proposed.

    The year's round, the phase's and the level above are different rounds over the same achievements; two units may propose
    one subject in one round. The rounds of two years are no double award.
    """
    rounds = {one.id: one for one in held}
    bearing: dict[tuple[str, str], list[int]] = {}
    for at, verdict in enumerate(verdicts):
        if verdict.proposed:
            bearing.setdefault(_name(verdict), []).append(at)
    also = {
        at: tuple(
            _elsewhere(verdicts[other], rounds, sure=_one(verdicts[at], verdicts[other]))
            for other in same
            if other != at
            and not _apart(verdicts[at], verdicts[other])
            and _overlap(rounds[verdicts[at].round], rounds[verdicts[other].round])
        )
        for same in bearing.values()
        for at in same
    }
    return tuple(
        replace(verdict, also=(*verdict.also, *also[at])) if at in also else verdict
        for at, verdict in enumerate(verdicts)
    )


def _name(verdict: Verdict) -> tuple[str, str]:
    """What one subject bears wherever it is proposed: its kind, and its name or (a unit of its own) its lasting id."""
    own = verdict.subject == verdict.unit_name
    return verdict.kind.value, verdict.unit if own else key(verdict.subject)


def _one(verdict: Verdict, other: Verdict) -> bool:
    """Whether two are one subject: the years of birth agree, or the unit does where one is not known."""
    if verdict.born is None or other.born is None:
        return verdict.unit == other.unit
    return verdict.born == other.born


def _apart(verdict: Verdict, other: Verdict) -> bool:
    """Whether two surely are two: of different years of birth."""
    return None not in (verdict.born, other.born) and verdict.born != other.born


def _overlap(one: HeldRound, other: HeldRound) -> bool:
    """Whether two rounds look at the achievements of one year: the rounds of two years are no double award."""
    return bool(set(one.years) & set(other.years))


def _elsewhere(verdict: Verdict, rounds: Mapping[str, HeldRound], *, sure: bool) -> Elsewhere:
    amount = verdict.bonus.amount if verdict.bonus else None
    return Elsewhere(verdict.round, rounds[verdict.round].name, verdict.unit, verdict.unit_name, amount, sure)
