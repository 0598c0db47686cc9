"""Decide: the record of a round held against its verdicts: what the council concluded of whom, and what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.council import Decided, Sitting
from learnsoc_xlsx.model.law.kinds import Quorum
from learnsoc_xlsx.model.law.verdicts import HeldRound, Verdict
from learnsoc_xlsx.stages.award.decide.ballot import Ballot, Money
from learnsoc_xlsx.stages.award.decide.records import CouncilRecord
from learnsoc_xlsx.stages.award.decide.rests_on import name_of
from learnsoc_xlsx.stages.award.decide.since import Since


@dataclass(frozen=True)
class CouncilRules:
    """By what a council is held to have met: how many must be present, and that in words; `percent` goes with PERCENT."""

    quorum: Quorum
    words: str
    percent: Fraction | None = None

    def met(self, present: int | None, members: int | None) -> bool | None:
        """Whether enough were present; None where a number is not known, or nothing is asked."""
        if present is None or members is None:
            return None
        match self.quorum:
            case Quorum.TWO_THIRDS:
                return 3 * present >= 2 * members
            case Quorum.HALF:
                return 2 * present > members
            case Quorum.PERCENT:
                return 100 * present >= (self.percent or 0) * members
            case Quorum.NONE:
                return None


@dataclass(frozen=True)
class Council:
    """What came of the record of a round: the meeting, the verdicts with what was concluded of each, all that was concluded
    line by line, and what is said of it.
    """

    sitting: Sitting
    verdicts: tuple[Verdict, ...]
    decided: tuple[Decided, ...]
    findings: tuple[Finding, ...]


def decide(
    record: CouncilRecord,
    held: HeldRound,
    verdicts: Sequence[Verdict],
    awards: Mapping[str, str],
    rules: CouncilRules,
    money: Money,
    since: Since,
) -> Council:
    """Hold a record against the verdicts of its round; `awards` are the names of the awards by id.

    A conclusion on somebody whose verdict rests on something else than when the record was printed, or who is no candidate
    any more, is kept and not applied, unless the award was signed before the change (D88). So is a line that somebody added for whom nobody proposed. Each at its cell (D70–D75).
    """
    sitting = _sitting(record, held, rules)
    ballot = Ballot(record, held, verdicts, awards, money, since)
    for line in record.lines:
        ballot.take(line)
    concluded = tuple(replace(verdict, decided=ballot.of.get(name_of(verdict))) for verdict in verdicts)
    findings = (*_no_quorum(record, sitting), *ballot.findings)
    return Council(sitting, concluded, tuple(ballot.decided), findings)


def _sitting(record: CouncilRecord, held: HeldRound, rules: CouncilRules) -> Sitting:
    members, present = record.count("members"), record.count("present")
    return Sitting(
        round=held.id,
        held_on=record.held_on,
        venue=record.words("venue"),
        members=members,
        present=present,
        quorum=rules.met(present, members),
        needed=rules.words,
        chair=record.words("chair"),
        secretary=record.words("secretary"),
        place=record.at_the_top.place("held_on"),
        data=record.data,
    )


def _no_quorum(record: CouncilRecord, sitting: Sitting) -> Iterator[Finding]:
    if sitting.quorum is False:
        yield Finding(
            Code.NO_QUORUM,
            record.at_the_top.place("present"),
            record.sent.number,
            "present",
            given=str(sitting.present),
            expected=str(sitting.members),
            other=sitting.needed,
        )
