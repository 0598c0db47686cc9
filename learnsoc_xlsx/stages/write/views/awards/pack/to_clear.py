"""To clear: what of a subject that is proposed is to be made clear before the council votes on it."""

from collections.abc import Iterator

from learnsoc_xlsx.model.law.verdicts import OpenPoint, Verdict


def to_clear(verdict: Verdict) -> list[str]:
    """Return what contradicts the recognition of a subject, in a sentence each; the verdict is the same."""
    return list(dict.fromkeys(_sentences(verdict)))


def _sentences(verdict: Verdict) -> Iterator[str]:
    for reason in verdict.reasons:
        if reason.open is OpenPoint.RECOGNITION:
            yield f"{verdict.subject}: {reason.actual}; cần kiểm tra quyết định công nhận."
