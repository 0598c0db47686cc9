"""Rests on: what the verdict on a candidate rests on, as a fingerprint, so that a change since the record was printed is known."""

import hashlib
from collections.abc import Iterable

from learnsoc_xlsx.model.law.verdicts import HeldRound, Verdict

_LETTERS = 16
PART, BEFORE_PRINT = "|", "#"
"""What parts the words of a line's code, and what stands before its fingerprint."""
UNIT = 2
"""Which of the words is the unit."""


def fingerprint(held: HeldRound, verdict: Verdict) -> str:
    """Return the fingerprint of one verdict: its outcome, the form of its award, the figures that rank it, and every reason
    that decides. What only stands beside (a confirmation that holds nothing back, another year's figure) changes nothing.
    """
    reasons = tuple((reason.condition, reason.actual, reason.met) for reason in verdict.reasons if reason.decides)
    keys = tuple((label, str(value)) for label, value in verdict.keys)
    return _hashed((verdict.outcome.word, held.form_of(verdict.award).name, keys, reasons))


def fingerprint_of_round(held: HeldRound, verdicts: Iterable[Verdict]) -> str:
    """Return the fingerprint of all that the council is asked about in a round; the order does not matter."""
    asked = (verdict for verdict in verdicts if verdict.is_for_the_council)
    return _hashed(sorted((name_of(verdict), fingerprint(held, verdict)) for verdict in asked))


def name_of(verdict: Verdict) -> str:
    """Return what a candidate is called in the codes of a record: round, award, unit, subject, year of birth, where nominated."""
    where = verdict.places[0].cell if verdict.places else ""
    words = (verdict.round, verdict.award, verdict.unit, verdict.subject, str(verdict.born or ""), where)
    return PART.join(word.replace(PART, "/").replace(BEFORE_PRINT, " ") for word in words)


def code_of(held: HeldRound, verdict: Verdict) -> str:
    """Return the code of a candidate's line in the record: its name, and the fingerprint of what its verdict rests on."""
    return f"{name_of(verdict)}{BEFORE_PRINT}{fingerprint(held, verdict)}"


def _hashed(words: object) -> str:
    return hashlib.sha256(repr(words).encode()).hexdigest()[:_LETTERS]
