"""Decide: the record of a round held against its verdicts: what the council concluded of whom, and what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.council import Decided, Opinion, Sitting, Standing
from learnsoc_xlsx.model.law.kinds import Quorum
from learnsoc_xlsx.model.law.verdicts import Bonus, HeldRound, Verdict
from learnsoc_xlsx.stages.award.decide.records import BallotLine, CouncilRecord
from learnsoc_xlsx.stages.award.decide.rests_on import fingerprint, fingerprint_of_round, name_of
from learnsoc_xlsx.stages.award.decide.whose import Meant, Whose
from learnsoc_xlsx.vietnamese.letters import key

_OPINIONS = {opinion.word: opinion for opinion in Opinion}


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


Money = Callable[[str, str], Bonus]
"""What goes with an award in a form of words, by the award's id and the form."""


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
) -> Council:
    """Hold a record against the verdicts of its round; `awards` are the names of the awards by id.

    A conclusion on somebody whose verdict rests on something else than when the record was printed, or who is no candidate
    any more, is kept and not applied. So is a line that somebody added for whom nobody proposed. Each at its cell (D70–D75).
    """
    sitting = _sitting(record, held, rules)
    reading = _Reading(record, held, verdicts, awards, money)
    for line in record.lines:
        reading.take(line)
    concluded = tuple(replace(verdict, decided=reading.of.get(name_of(verdict))) for verdict in verdicts)
    findings = (*_no_quorum(record, sitting), *reading.findings)
    return Council(sitting, concluded, tuple(reading.decided), findings)


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


class _Reading:
    """Goes through the lines of a record, and remembers who was spoken of already."""

    def __init__(
        self,
        record: CouncilRecord,
        held: HeldRound,
        verdicts: Sequence[Verdict],
        awards: Mapping[str, str],
        money: Money,
    ) -> None:
        self._record, self._held, self._money = record, held, money
        self._whose = Whose(verdicts, record.lines, awards)
        self._unchanged = record.data == fingerprint_of_round(held, verdicts)
        self._first: dict[str, tuple[BallotLine, Decided]] = {}
        self.decided: list[Decided] = []
        self.findings: list[Finding] = []
        self.of: dict[str, Decided] = {}

    def take(self, line: BallotLine) -> None:
        """Take one line. One that was printed and left blank says nothing."""
        meant = self._whose.meant(line)
        opinion = _OPINIONS.get(line.opinion or "")
        if opinion is None and (meant.printed or meant.gone or meant.unclear):
            return
        if meant.unclear:
            self._say(Code.NOT_TOLD_WHO, "name", line, given=line.name, other=meant.unclear)
            return
        decided = self._as_decided(line, meant, opinion)
        of_whom = name_of(meant.verdict) if meant.verdict else _by_words(line)
        first, before = self._first.setdefault(of_whom, (line, decided))
        if first is not line:
            self._again(line, decided, first, before)
            return
        self.decided.append(decided)
        self.of[of_whom] = decided
        self._what_is_said(line, decided, meant)

    def _as_decided(self, line: BallotLine, meant: Meant, opinion: Opinion | None) -> Decided:
        verdict, record, held = meant.verdict, self._record, self._held
        standing = self._standing(line, meant)
        award = verdict.award if verdict else self._whose.award(line)
        form = line.form or (held.form_of(award).name if award else "")
        counts = standing is Standing.APPLIED and opinion is Opinion.AGREED
        votes = self._votes(line)
        return Decided(
            round=held.id,
            award=award,
            unit=verdict.unit if verdict else "",
            unit_name=verdict.unit_name if verdict else line.of_unit or "",
            subject=verdict.subject if verdict else line.name,
            born=(verdict.born if verdict else None) or line.birth_year,
            opinion=opinion,
            votes_for=votes[0],
            votes_against=votes[1],
            form=form,
            reason=line.reason or "",
            place=record.cell("opinion", line),
            standing=standing,
            bonus=self._money(award, form) if counts else None,
        )

    def _standing(self, line: BallotLine, meant: Meant) -> Standing:
        if meant.gone or (meant.by_code and meant.verdict and not meant.verdict.is_for_the_council):
            return Standing.CHANGED
        if meant.verdict is None or not meant.printed:
            return Standing.BY_HAND
        same = line.fingerprint == fingerprint(self._held, meant.verdict) if meant.by_code else self._unchanged
        return Standing.APPLIED if same else Standing.CHANGED

    def _votes(self, line: BallotLine) -> tuple[int | None, int | None]:
        """The votes of a line; those that are more than were present are said, and not used."""
        present = self._record.count("present")
        votes_for, votes_against = line.votes_for, line.votes_against
        if present is None:
            return votes_for, votes_against
        if votes_for is not None and votes_for > present:
            self._too_many("votes_for", line, votes_for, present)
            votes_for = None
        if votes_against is not None and (votes_for or 0) + votes_against > present:
            self._too_many("votes_against", line, (votes_for or 0) + votes_against, present)
            votes_against = None
        return votes_for, votes_against

    # What is said

    def _too_many(self, name: str, line: BallotLine, votes: int, present: int) -> None:
        self._say(Code.TOO_MANY_VOTES, name, line, given=str(votes), expected=str(present))

    def _what_is_said(self, line: BallotLine, decided: Decided, meant: Meant) -> None:
        if decided.standing is Standing.BY_HAND:
            extra = f"; kết quả xét: {meant.verdict.outcome.label.lower()}" if meant.verdict else ""
            self._say(Code.DECIDED_BY_HAND, "name", line, given=decided.subject, expected=self._held.name, extra=extra)
        elif decided.standing is Standing.CHANGED and decided.opinion:
            now = meant.verdict.outcome.label.lower() if meant.verdict else "không còn được đề nghị"
            words = {"given": decided.subject, "expected": now, "other": decided.opinion.label}
            self._say(Code.CHANGED_SINCE, "opinion", line, **words)

    def _again(self, line: BallotLine, decided: Decided, first: BallotLine, before: Decided) -> None:
        differs = "" if decided.opinion is before.opinion else ", và hai kết luận khác nhau"
        self._say(Code.DECIDED_TWICE, "name", line, given=line.name, expected=str(first.row), extra=differs)

    def _say(self, code: Code, name: str, line: BallotLine, **words: str) -> None:
        place, number = self._record.cell(name, line), self._record.sent.number
        self.findings.append(Finding(code, place, number, name, **words))  # type: ignore[arg-type]


def _by_words(line: BallotLine) -> str:
    """What somebody who is no candidate is told apart by."""
    return "/".join((key(line.name), str(line.birth_year or ""), key(line.of_unit or "")))
