"""Of a round: the words of its papers, before the council met as a draft of what is recommended, then as it concluded."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from learnsoc_xlsx.model.law.council import Opinion, Standing
from learnsoc_xlsx.model.law.verdicts import HeldRound, Verdict
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.model.papers.paper import IssuedBy, WordPaper
from learnsoc_xlsx.stages.write.papers.words.before_signing import CHOSEN_BY_DEFAULT, BeforeSigning
from learnsoc_xlsx.stages.write.papers.words.concluded import awarded, funding_of, is_concluded, sitting_of, span_of
from learnsoc_xlsx.stages.write.papers.words.letterhead import (
    day_in_words,
    day_of_decision,
    issued_paper,
    letterhead,
    numbered,
)
from learnsoc_xlsx.stages.write.papers.words.persons import name_alone
from learnsoc_xlsx.stages.write.papers.words.printable import printable
from learnsoc_xlsx.stages.write.papers.words.subjects import (
    form_of,
    is_paid,
    made_up_of,
    money_of,
    subjects,
    with_added,
)
from learnsoc_xlsx.stages.write.papers.words.words import BLANK, RoundWords, in_figures
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.money import whole
from learnsoc_xlsx.vietnamese.counting.amounts import amount_in_words
from learnsoc_xlsx.vietnamese.dates import format_date

CERTIFICATE = "Giấy khen"
"""The form of award that is a certificate."""


class OfRound:
    """What there is to say of a round, word by word; all but the letterhead is the same in each of its papers."""

    def __init__(self, scope: Scope, held: HeldRound) -> None:
        self._scope, self._held = scope, held
        self.concluded = is_concluded(scope, held)
        self._sitting = sitting_of(scope, held)
        self._verdicts = scope.verdicts(held)
        self._awarded = awarded(scope, held)
        self._decided = [one for one in scope.whole.decided if one.round == held.id]

    def words(self, paper: WordPaper) -> RoundWords:
        """Return the words of a paper of the round, printable."""
        head = letterhead(self._scope, self._held, paper, draft=not self.concluded, span=span_of(self._held))
        return RoundWords(**printable(head), **self._shared)

    @cached_property
    def _shared(self) -> dict[str, Any]:
        """The words that every paper of the round has, as fields of `RoundWords`."""
        return printable({"round": self._held.name, **self._met(), **self._whom(), **self._money(), **self._papers()})

    def _met(self) -> dict[str, Any]:
        sitting = self._sitting
        held_on = sitting.held_on if sitting else None
        chair, secretary = (sitting.chair, sitting.secretary) if sitting else ("", "")
        return {
            "met": self.concluded,
            "met_on": format_date(held_on) if held_on else f"{BLANK}/{BLANK}/{self._held.decided_on.year}",
            "met_on_said": day_in_words(held_on, self._held),
            "venue": (sitting.venue if sitting else "") or BLANK,
            "members": in_figures(sitting.members if sitting else None),
            "present": in_figures(sitting.present if sitting else None),
            "needed": sitting.needed.partition(" (")[0] if sitting and CHOSEN_BY_DEFAULT not in sitting.needed else "",
            "too_few": sitting is not None and sitting.quorum is False,
            "chair": name_alone(chair),
            "chair_in_full": chair or BLANK,
            "secretary": name_alone(secretary),
            "secretary_in_full": secretary or BLANK,
        }

    def _whom(self) -> dict[str, Any]:
        held, shown = self._held, subjects(self._scope, self._held, self._awarded)
        paid = [verdict for verdict in self._awarded if is_paid(verdict)]
        asked = [verdict for verdict in self._verdicts if verdict.is_for_the_council or verdict.decided]
        added = [one for one in self._decided if one.standing is Standing.BY_HAND]
        applied = [one.opinion for one in self._decided if one.standing is Standing.APPLIED]
        return {
            "subjects": shown,
            "certified": tuple(
                line
                for line, verdict in zip(shown, self._awarded, strict=True)
                if form_of(held, verdict) == CERTIFICATE
            ),
            "paid": subjects(self._scope, held, paid),
            "count_paid": len(paid),
            "asked": with_added(self._scope, subjects(self._scope, held, self._shown(asked)), added),
            "count": len(self._awarded),
            "made_up_of": made_up_of(self._awarded),
            "not_agreed": applied.count(Opinion.NOT_AGREED),
            "later": applied.count(Opinion.LATER),
            "not_concluded": sum(verdict.decided is None and verdict.proposed for verdict in asked),
            "not_treated": sum(verdict.decided is None and not verdict.proposed for verdict in asked),
            "by_hand": len(added),
            "changed": sum(one.standing is Standing.CHANGED for one in self._decided),
            "only_form": _only_form(held, self._awarded),
            "forms": _forms(held, self._awarded),
        }

    def _shown(self, asked: list[Verdict]) -> list[Verdict]:
        """Those of whom the minutes speak one by one: before the meeting all who are asked about, then those
        concluded on, or recommended and yet to be concluded on.
        """
        return [verdict for verdict in asked if verdict.decided or verdict.proposed] if self.concluded else asked

    def _money(self) -> dict[str, Any]:
        money = whole(bonus.amount if bonus else 0 for bonus in map(money_of, self._awarded))
        return {
            "total": in_figures(money),
            "total_in_words": "" if money is None else amount_in_words(money),
            "funding": funding_of(self._held, self._awarded),
        }

    def _papers(self) -> dict[str, Any]:
        held = self._held
        submitted, before = issued_paper(held, PaperKind.SUBMISSION), BeforeSigning(self._scope, held)
        return {
            "submission": numbered(held, PaperKind.SUBMISSION, IssuedBy.COUNCIL) if submitted else "",
            "submitted_on": day_in_words(submitted.signed_on if submitted else None, held),
            "decision": numbered(held, PaperKind.DECISION, IssuedBy.CHAIRMAN),
            "decided_on": day_in_words(day_of_decision(held), held),
            "to_finish": tuple(before.to_finish()),
            "to_settle": tuple(before.to_settle()),
        }


def _only_form(held: HeldRound, verdicts: Sequence[Verdict]) -> str:
    """The form that all are given; nothing where there are several."""
    forms = {form_of(held, verdict) for verdict in verdicts}
    return forms.pop() if len(forms) == 1 else ""


def _forms(held: HeldRound, verdicts: Sequence[Verdict]) -> str:
    """Which form is given; of several to how many: “Giấy khen (30 trường hợp), biểu dương (2 trường hợp)”."""
    forms = [form_of(held, verdict) for verdict in verdicts]
    counted = (f"{form} ({forms.count(form)} trường hợp)" for form in dict.fromkeys(forms))
    return _only_form(held, verdicts) or ", ".join(counted) or BLANK
