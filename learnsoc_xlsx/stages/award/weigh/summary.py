"""Summary: a verdict in a sentence or two, gentle and concrete: what was found, what was needed, whom to ask."""

from collections.abc import Iterable, Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import Candidate, OpenPoint, Outcome, Reason
from learnsoc_xlsx.stages.award.weigh.conditions import Checked
from learnsoc_xlsx.stages.award.weigh.facts import unit_of

ELIGIBLE = "Đủ các điều kiện."


def worth_saying(results: Iterable[Checked]) -> list[Checked]:
    """Return the results of which a summary speaks: what is not met, or not known, and what is in doubt."""
    return [result for result in results if _open_or_failed(result.reason) or _doubtful(result.reason)]


def _open_or_failed(reason: Reason) -> bool:
    return reason.decides and reason.met is not True


def _doubtful(reason: Reason) -> bool:
    return reason.open is OpenPoint.RECOGNITION


def summary_of(outcome: Outcome | None, checked: Sequence[Checked], candidate: Candidate) -> str:
    """Say in words why a candidate is on hold, not eligible, undecided or (None) eligible, and what is in doubt besides.

    `checked` need only hold what is `worth_saying`.
    """
    return " ".join((_verdict(outcome, checked, candidate), *_doubts(checked, candidate))) if checked else ELIGIBLE


def _verdict(outcome: Outcome | None, checked: Sequence[Checked], candidate: Candidate) -> str:
    blocked = [result.reason for result in checked if result.reason.blocks]
    deciding = [result for result in checked if result.reason.decides and not result.reason.blocks]
    failed = [result.reason for result in deciding if result.reason.met is False]
    match outcome:
        case Outcome.ON_HOLD:
            besides = f" Ngoài ra chưa đủ điều kiện: {_listed(map(_failed, failed))}." if failed else ""
            return f"Tạm dừng: {_listed(map(_held_back, blocked))}.{besides}"
        case Outcome.NOT_ELIGIBLE:
            return f"{_listed(map(_failed, failed))}."
        case Outcome.UNDECIDED:
            return " ".join(_open([result for result in deciding if result.reason.met is None], candidate))
        case _:
            return ELIGIBLE


def _doubts(checked: Sequence[Checked], candidate: Candidate) -> Iterator[str]:
    """What stands beside a recognition and contradicts it; the verdict is the same."""
    for reason in (result.reason for result in checked):
        if _doubtful(reason):
            whose = "Xã đã nhập:" if reason.basis else f"{candidate.unit_name} báo"
            yield f"{whose} {reason.actual}: đề nghị kiểm tra quyết định công nhận."


def _listed(parts: Iterable[str]) -> str:
    return ". ".join(dict.fromkeys(parts))


def _held_back(reason: Reason) -> str:
    detail = "" if reason.actual == "có" else f": {reason.actual}"
    return f"{reason.condition} ({reason.article}){detail}"


def _failed(reason: Reason) -> str:
    """What is not met: a number beside its bound, anything else as it was found and as it should be."""
    if reason.short:
        return f"{unit_of(reason.condition)[0]} ({reason.article}{_year(reason)}): {reason.short}"
    return f"{_at(reason)}{_year(reason)}): {reason.actual}; cần {reason.needed}"


def _open(unknown: Sequence[Checked], candidate: Candidate) -> Iterator[str]:
    """What is not known: what no law says, figures that the unit owes, numbers that the commune has not set."""
    lawless = [
        f"{_at(result.reason)}{_year(result.reason)}): {result.reason.actual}"
        for result in unknown
        if not (result.owed or result.unset)
    ]
    owed = [f"{_at(result.reason)}{_year(result.reason)}): {result.reason.actual}" for result in unknown if result.owed]
    unset = [f"{_at(result.reason)})" for result in unknown if result.unset]
    if lawless:
        yield f"{_listed(lawless)}."
    if owed:
        yield f"{_listed(owed)}. Hãy hỏi {candidate.unit_name}."
    if unset:
        yield f"Xã chưa đặt mức trong danh bạ cho: {'; '.join(dict.fromkeys(unset))}."


def _at(reason: Reason) -> str:
    return f"{reason.condition} ({reason.article}"


def _year(reason: Reason) -> str:
    """The year of a reason; one over several years names them itself."""
    return f", năm {reason.year}" if reason.year else ""
