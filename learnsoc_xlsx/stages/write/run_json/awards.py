"""Awards: the rounds, the verdicts with every reason, and what the council decided.

Each function returns one entry, under the keys that docs/contract.md names.
"""

from collections.abc import Iterable
from fractions import Fraction

from learnsoc_xlsx.model.law.assessments import SelfAssessment
from learnsoc_xlsx.model.law.council import Decided, Received, Sitting
from learnsoc_xlsx.model.law.verdicts import Bonus, Elsewhere, HeldRound, Reason, Value, Verdict
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import plain
from learnsoc_xlsx.stages.write.found.entry import Json
from learnsoc_xlsx.stages.write.run_json.words import day_of, place_of
from learnsoc_xlsx.vietnamese.names import without_names


def of_round(held: HeldRound, sittings: Iterable[Sitting]) -> Json:
    sitting = next((one for one in sittings if one.round == held.id), None)
    return {
        "id": held.id,
        "name": held.name,
        "phase": held.phase or None,
        "years": list(held.years),
        "decided_on": day_of(held.decided_on),
        "provisional": held.provisional,
        "forecast": held.forecast,
        "upward": held.upward,
        "sitting": sitting and _sitting(sitting),
    }


def _sitting(sitting: Sitting) -> Json:
    """Who presided and kept the record is of persons: the place says where it stands."""
    return {
        "held_on": day_of(sitting.held_on),
        "members": sitting.members,
        "present": sitting.present,
        "quorum": sitting.quorum,
        "needed": sitting.needed or None,
        **place_of(sitting.place),
    }


def of_verdict(verdict: Verdict) -> Json:
    return {
        "round": verdict.round,
        "award": verdict.award,
        "group": verdict.group,
        "kind": verdict.kind.value,
        "unit": verdict.unit,
        "subject": verdict.subject,
        "verdict": verdict.outcome.word,
        "rank": verdict.rank,
        "keys": [{"label": label, "value": plain(value), "exact": _exact(value)} for label, value in verdict.keys],
        "reasons": [_reason(reason) for reason in verdict.reasons],
        "summary": without_names(verdict.summary),
        "provisional": verdict.provisional,
        "forecast": verdict.forecast,
        "tied": verdict.tied,
        "also": [_elsewhere(other) for other in verdict.also],
        "received": [_received(award) for award in verdict.received],
        "decided": verdict.decided and of_decided(verdict.decided),
        "bonus": _bonus(verdict.bonus),
        "from": [place_of(place) for place in verdict.places],
    }


def _reason(reason: Reason) -> Json:
    return {
        "article": reason.article,
        "condition": reason.condition,
        "found": without_names(reason.actual),
        "needed": reason.needed,
        "met": reason.met,
        "figure": reason.figure or None,
        "year": reason.year or None,
        "local": reason.local,
        "verified": reason.verified,
        "hard": reason.hard,
        "decides": reason.decides,
        "blocks": reason.blocks,
        "asked": reason.asked,
        "open": reason.open.word if reason.open else None,
        "from": [place_of(place) for place in reason.places],
    }


def _exact(value: Value) -> str | None:
    return str(value) if isinstance(value, Fraction) else None


def of_self_assessment(one: SelfAssessment) -> Json:
    return {
        "year": one.year,
        "unit": one.unit,
        "commune": one.commune or None,
        "title": one.title.id,
        "met": one.met,
        "recognition": one.recognition and _reason(one.recognition),
        "criteria": [
            {
                "id": assessed.criterion.id,
                "section": assessed.criterion.section,
                "evidence": list(assessed.criterion.evidence),
                "reason": assessed.reason and _reason(assessed.reason),
            }
            for assessed in one.criteria
        ],
    }


def of_decided(one: Decided) -> Json:
    """The reason is in words about a person: the place says where it stands."""
    return {
        "round": one.round,
        "award": one.award or None,
        "unit": one.unit or None,
        "subject": one.subject if one.unit else None,
        "decision": one.opinion.word if one.opinion else None,
        "votes_for": one.votes_for,
        "votes_against": one.votes_against,
        "form": one.form or None,
        "state": one.standing.value,
        "bonus": _bonus(one.bonus),
        **place_of(one.place),
    }


def _received(award: Received) -> Json:
    return {"round": award.round or None, "years": list(award.years), "day": day_of(award.day), "sure": award.sure,
            **place_of(award.place)}  # fmt: skip


def _bonus(bonus: Bonus | None) -> Json | None:
    return {"amount": bonus.amount, "basis": bonus.basis, "verified": bonus.verified} if bonus else None


def _elsewhere(other: Elsewhere) -> Json:
    return {"round": other.round, "unit": other.unit, "amount": other.amount, "sure": other.sure}
