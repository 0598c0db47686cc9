"""Who: how a subject is addressed and told apart, and what the council wants to see of it beside the conditions."""

from datetime import date

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Fact, HeldRound, Verdict
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import value_said
from learnsoc_xlsx.vietnamese.dates import format_date

NOT_GIVEN = "chưa ghi"
DOUBTED = "▲"
"""Beside a name of which something is to be made clear before the meeting, told under the table."""


def addressed(scope: Scope, verdict: Verdict) -> str:
    """Return how a subject is called on a paper: “Ông Trần Văn Bình”, “Hộ gia đình bà Lê Thị Sửu”."""
    honorific = scope.lookup.choice("honorific", verdict.credentials.honorific)
    match verdict.kind:
        case Subject.INDIVIDUAL:
            return f"{honorific} {verdict.subject}".strip()
        case Subject.HOUSEHOLD:
            return f"Hộ gia đình {honorific.lower() or 'ông (bà)'} {verdict.subject}"
        case _:
            return verdict.subject


def in_short(scope: Scope, verdict: Verdict) -> str:
    """Return a subject in a list of names, with what tells it from others of its name."""
    unit = verdict.unit_name if verdict.subject != verdict.unit_name else ""
    aside = ", ".join(filter(None, (str(verdict.born or ""), unit)))
    return f"{addressed(scope, verdict)} ({aside})" if aside else addressed(scope, verdict)


def whereabouts(verdict: Verdict) -> str:
    """Return the position and the address of a person, and the unit that proposes it where the address is another."""
    position, address = _words(verdict.credentials.position), _words(verdict.credentials.address)
    unit = "" if verdict.unit_name.casefold() in address.casefold() else verdict.unit_name
    return "; ".join(filter(None, (position, address, unit)))


def achievement(verdict: Verdict) -> str:
    """Return the summary of the achievement as it was reported (III.2.2.b)."""
    return _words(verdict.credentials.achievement or verdict.credentials.results) or NOT_GIVEN


def recognition(verdict: Verdict) -> str:
    """Return the decision that recognised the title that the award looks for."""
    papers = verdict.credentials
    by = [
        f"QĐ {_words(papers.recognised_no)}" if papers.recognised_no else "",
        f"ngày {_words(papers.recognised_on)}" if papers.recognised_on else "",
        f"của {_words(papers.recognised_by)}" if papers.recognised_by else "",
    ]
    return " ".join(filter(None, by)) if papers.recognised_no else _recognised(verdict)


def lacks_decision(verdict: Verdict) -> bool:
    """Whether nobody gave the number of the decision that recognised a title which the award asks for."""
    return bool(verdict.title) and verdict.credentials.recognised_no is None


def lacks_achievement(verdict: Verdict) -> bool:
    """Whether nobody summed up what a subject achieved (III.2.2.b)."""
    return verdict.credentials.achievement is None and verdict.credentials.results is None


def _recognised(verdict: Verdict) -> str:
    """What the newest year says of the recognition, where no number of a decision was given."""
    reasons = [reason for reason in verdict.reasons if reason.decides and reason.figure.startswith("title.")]
    newest = max(reasons, key=lambda reason: reason.year, default=None)
    return f"{newest.actual}; {NOT_GIVEN} số QĐ" if newest and newest.met else NOT_GIVEN


def lacks_honorific(verdict: Verdict) -> bool:
    """Whether nobody told how a person, or the head of a household, is addressed."""
    return verdict.kind in (Subject.INDIVIDUAL, Subject.HOUSEHOLD) and verdict.credentials.honorific is None


def figures(verdict: Verdict) -> str:
    """Return the figures that rank, in the order in which they do."""
    return "; ".join(value_said(value) for _, value in verdict.keys)


def awarded_before(verdict: Verdict) -> str:
    """Return what the subject was surely awarded before; else what is said of an award for the same achievement."""
    received = dict.fromkeys(award.words for award in verdict.received if award.sure)
    if received:
        return "; ".join(received)
    already, by = verdict.credentials.already_awarded, verdict.credentials.already_awarded_by
    if by is not None:
        return _words(by)
    match already.value if already else None:
        case None:
            return NOT_GIVEN
        case True:
            return "có, chưa ghi quyết định"
        case _:
            return "không"


def form_of_award(scope: Scope, held: HeldRound, verdict: Verdict) -> str:
    """Return the form of award of the round, and that which the unit proposes where it is another."""
    given = held.form_of(verdict.award).name
    proposed = scope.lookup.choice("proposed_form", verdict.credentials.proposed_form)
    same = not proposed or proposed.casefold() == given.casefold()
    return given if same else f"{given} (đơn vị đề nghị: {proposed})"


def _words(fact: Fact | None) -> str:
    value = fact.value if fact else None
    return format_date(value) if isinstance(value, date) else "" if value is None else value_said(value)
