"""Deliberation: the rounds in the order in which the council met on them, each under what was decided before it."""

from collections.abc import Iterable, Sequence
from datetime import date

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.awards import Award, FormOfAward
from learnsoc_xlsx.model.law.council import Decided, Sitting
from learnsoc_xlsx.model.law.kinds import Quorum
from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.model.law.verdicts import Bonus, Candidate, HeldRound, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.terms.chosen import Choices, forms_open
from learnsoc_xlsx.pipeline.terms.local_law import LocalLaw
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.stages.award.decide.decide import CouncilRules, decide
from learnsoc_xlsx.stages.award.decide.history import History, confirmed, of_register, of_round
from learnsoc_xlsx.stages.award.decide.records import CouncilRecord, records_of
from learnsoc_xlsx.stages.award.decide.since import since
from learnsoc_xlsx.stages.award.money import ABOVE, bonus_in
from learnsoc_xlsx.vietnamese.letters import key

QUORUM = "council.quorum"
"""The key of the choice how many members must be present."""


class Deliberation:
    """Holds the records of the rounds, and remembers what was decided; `sittings`, `decided` and `findings` grow round by round."""

    def __init__(self, batch: Batch, terms: Terms) -> None:
        self._local: LocalLaw = terms.local
        self._records = {record.sent.round: record for record in records_of(batch.accepted, batch.by_number)}
        self._sent = batch.submissions
        self._confirmed = confirmed(batch.spoken.statements)
        self._newest = max((sent.year for sent in batch.submissions if sent.status.counts and sent.unit), default=0)
        self._given, faults = of_register(terms.register, terms.calendar.until)
        self.sittings: list[Sitting] = []
        self.decided: list[Decided] = []
        self.findings: list[Finding] = list(faults)

    def in_order(self, held: Iterable[HeldRound]) -> list[HeldRound]:
        """Return the rounds in the order in which the council met on them; those on which it may meet yet come last."""
        return sorted(held, key=lambda one: (self._day(one), one.id not in self._records))

    def _day(self, held: HeldRound) -> date:
        """The day of the meeting. A round on which nobody met is open while its year is the newest; then it stays as it was."""
        record = self._records.get(held.id)
        if record is None and held.year < self._newest:
            return held.decided_on
        return (record.held_on if record else None) or date.max

    def with_history(self, held: HeldRound, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates of a round with what they were awarded before the council met on it: what is of that day, or
        came of it later, holds nobody back.
        """
        day = self._day(held)
        before = [award for award in self._given if award.day is None or award.day < day]
        history = History(before, self._confirmed)
        heard = list(history.tell(held, candidates))
        self.findings += dict.fromkeys(fault for _, fault in heard if fault is not None)
        return [candidate for candidate, _ in heard]

    def concluded(self, held: HeldRound, verdicts: Sequence[Verdict], awards: Sequence[Award]) -> Sequence[Verdict]:
        """Return the verdicts of a round with what the council concluded of each; the same where no record lies there."""
        record = self._records.get(held.id)
        if record is None or held.forecast:
            return verdicts
        choices = self._local[held.year].choices_in(held.year)
        names = {award.id: award.name for award in awards}
        money = _Money(held, awards, choices, self._local)
        council = decide(
            record, held, verdicts, names, council_rules(choices), money.of, since(held, record.held_on, self._sent)
        )
        self.sittings.append(council.sitting)
        self.decided += council.decided
        self.findings += council.findings
        self._given += of_round(held, council.sitting, council.decided, {award.id: award.subject for award in awards})
        return council.verdicts

    def turned_away(self, held: Iterable[HeldRound]) -> list[Finding]:
        """Return a finding for each record of a round that is not held, or only a forecast."""
        rounds = {one.id: one for one in held}
        return [
            fault for record in self._records.values() if (fault := _no_round(record, rounds.get(record.sent.round)))
        ]


def _no_round(record: CouncilRecord, held: HeldRound | None) -> Finding | None:
    if held is not None and not held.forecast:
        return None
    given = (
        f"là của “{held.name}”, mới chỉ dự báo"
        if held
        else f"ghi đợt xét “{record.sent.round}”, không có trong lần xét này"
        if record.sent.round
        else "không mang dấu của đợt xét nào"
    )
    return Finding(Code.NO_SUCH_ROUND, Place(record.sent.file), record.sent.number, given=given)


def council_rules(choices: Choices) -> CouncilRules:
    """Return how many members the council needs, as the commune chose, or by the stated default."""
    choice: OpenChoice | None = choices.get(QUORUM)
    if choice is None:
        return CouncilRules(Quorum.NONE, "")
    return CouncilRules(Quorum(choice.held), f"{choice.shown} ({choice.whose})", choice.number)


class _Money:
    """The money that goes with an award of a round in whatever form the council gives it."""

    def __init__(self, held: HeldRound, awards: Sequence[Award], choices: Choices, local: LocalLaw) -> None:
        self._held, self._choices, self._local = held, choices, local
        self._subjects = {award.id: award.subject for award in awards}

    def of(self, award: str, form: str) -> Bonus:
        """Return the money of one award in a form of words: of one that the law does not pay none."""
        if self._held.upward:
            return ABOVE
        day = self._held.day_of(award)
        law = self._local[day.year if day.year in self._local.by_year else self._held.year]
        usual = self._held.form_of(award)
        forms = {key(one.name): one for one in (*forms_open(self._choices, award), usual)}
        given = forms.get(key(form), FormOfAward(form, by_law=False))
        return bonus_in(given, law.bonus(self._subjects[award], day))
