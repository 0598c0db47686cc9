"""Ballot: the lines of a record one by one: on whom each is, whether its conclusion is applied, and what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.council import Decided, Opinion, Standing
from learnsoc_xlsx.model.law.verdicts import Bonus, HeldRound, Verdict
from learnsoc_xlsx.stages.award.decide.records import BallotLine, CouncilRecord
from learnsoc_xlsx.stages.award.decide.rests_on import fingerprint, fingerprint_of_round, name_of
from learnsoc_xlsx.stages.award.decide.since import Since
from learnsoc_xlsx.stages.award.decide.whose import Meant, Whose
from learnsoc_xlsx.vietnamese.letters import key

Money = Callable[[str, str], Bonus]
"""What goes with an award in a form of words, by the award's id and the form."""
_OPINIONS = {opinion.word: opinion for opinion in Opinion}


class Ballot:
    """Goes through the lines of a record, and remembers who was spoken of already."""

    def __init__(
        self,
        record: CouncilRecord,
        held: HeldRound,
        verdicts: Sequence[Verdict],
        awards: Mapping[str, str],
        money: Money,
        since: Since,
    ) -> None:
        self._record, self._held, self._money, self._since = record, held, money, since
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
        self._contradiction(line, decided)

    def _as_decided(self, line: BallotLine, meant: Meant, opinion: Opinion | None) -> Decided:
        verdict, record, held = meant.verdict, self._record, self._held
        signed = self._is_signed(line, meant, opinion)
        standing = Standing.APPLIED if signed else self._standing(line, meant)
        award = verdict.award if verdict else self._whose.award(line)
        form = line.form or (held.form_of(award).name if award else "")
        counts = standing is Standing.APPLIED and opinion is Opinion.AGREED
        votes = self._votes(line)
        return Decided(
            round=held.id,
            award=award,
            unit=verdict.unit if verdict else line.printed_unit if signed else "",
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
            code=line.code or "",
        )

    def _standing(self, line: BallotLine, meant: Meant) -> Standing:
        if meant.gone or (meant.by_code and meant.verdict and not meant.verdict.is_for_the_council):
            return Standing.CHANGED
        if meant.verdict is None or not meant.printed:
            return Standing.BY_HAND
        same = line.fingerprint == fingerprint(self._held, meant.verdict) if meant.by_code else self._unchanged
        return Standing.APPLIED if same else Standing.CHANGED

    def _is_signed(self, line: BallotLine, meant: Meant, opinion: Opinion | None) -> bool:
        """Whether an award was agreed on and signed before what it rests on changed: it stands until who signed it revokes it."""
        unit = meant.verdict.unit if meant.verdict else line.printed_unit
        agreed = opinion is Opinion.AGREED and self._since.is_signed(unit)
        return agreed and self._standing(line, meant) is Standing.CHANGED

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
            words = {"given": decided.subject, "expected": _now(meant), "other": decided.opinion.label}
            self._say(Code.CHANGED_SINCE, "opinion", line, **words)
        elif self._is_signed(line, meant, decided.opinion):
            words = {"given": decided.subject, "expected": _now(meant), "other": self._since.words}
            self._say(Code.CHANGED_AND_SIGNED, "opinion", line, **words)

    def _contradiction(self, line: BallotLine, decided: Decided) -> None:
        """Say of a conclusion that most of the votes were against it; no text says how many it needs."""
        votes_for, votes_against, opinion = decided.votes_for, decided.votes_against, decided.opinion
        if opinion not in (Opinion.AGREED, Opinion.NOT_AGREED) or votes_for is None or votes_against is None:
            return
        ahead, behind = (votes_for, votes_against) if opinion is Opinion.AGREED else (votes_against, votes_for)
        if ahead < behind:
            numbers = {"given": opinion.label, "expected": str(votes_for), "other": str(votes_against)}
            self._say(Code.VOTES_CONTRADICT, "opinion", line, **numbers)

    def _again(self, line: BallotLine, decided: Decided, first: BallotLine, before: Decided) -> None:
        differs = "" if decided.opinion is before.opinion else ", và hai kết luận khác nhau"
        self._say(Code.DECIDED_TWICE, "name", line, given=line.name, expected=str(first.row), extra=differs)

    def _say(self, code: Code, name: str, line: BallotLine, **words: str) -> None:
        place, number = self._record.cell(name, line), self._record.sent.number
        self.findings.append(Finding(code, place, number, name, **words))  # type: ignore[arg-type]


def _now(meant: Meant) -> str:
    """What comes out today for whom a line speaks of."""
    return meant.verdict.outcome.label.lower() if meant.verdict else "không còn được đề nghị"


def _by_words(line: BallotLine) -> str:
    """What somebody who is no candidate is told apart by."""
    return "/".join((key(line.name), str(line.birth_year or ""), key(line.of_unit or "")))
