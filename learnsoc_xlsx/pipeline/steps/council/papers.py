"""Papers: the numbers and days that the register gives to the papers of each round; a signed decision dates its awards."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.model.law.council import Sitting
from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.papers.issued import IssuedPaper, PaperKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import PaperRow, Register
from learnsoc_xlsx.pipeline.steps.register import known_ids
from learnsoc_xlsx.vietnamese.dates import format_date

_KINDS = {kind.word: kind for kind in PaperKind}
_LOOK = "kiểm tra ngày ký"
Fault = tuple[str, Words]
"""The field of a row that is wrong, and what is said of it."""


def with_papers(held: Sequence[HeldRound], register: Register, until: date) -> tuple[list[HeldRound], list[Finding]]:
    """Return the rounds with their papers, each dated by its signed decision, and what is wrong with the rows.

    A row of no round that is held, of no year, signed after `until` or before the year of its round, and a second one
    for the same paper, is left out (D83). Where the quotas give another day than the signed decision it is the decision's
    that holds (D82).
    """
    issued: dict[str, dict[PaperKind, IssuedPaper]] = {}
    findings: list[Finding] = []
    for row in (row for row in register.papers if row.round in known_ids()["round"]):
        one, fault = _round_of(row, held)
        of_round = issued.setdefault(one.id, {}) if one else {}
        fault = fault or (_unusable(row, one, of_round, until) if one else None)
        if fault:
            field, words = fault
            findings.append(Finding(Code.PAPER_ASTRAY, _cell(register, row, field), register.number, field, **words))
        else:
            of_round[_KINDS[row.kind]] = IssuedPaper(row.number or "", row.signed_on, _cell(register, row, "number"))
    named = [_dated(replace(one, papers=issued.get(one.id, {}))) for one in held]
    return named, [*findings, *_differing(held, named, register)]


def signed_too_soon(held: Sequence[HeldRound], sittings: Sequence[Sitting], register: Register) -> Iterator[Finding]:
    """Yield a finding (D84) for each decision that was signed before the council met on its round."""
    met = {sitting.round: sitting for sitting in sittings}
    for one in held:
        signed, sitting = _signed(one), met.get(one.id)
        if signed and sitting and sitting.held_on and signed < sitting.held_on:
            words = Words(given=format_date(signed), expected=format_date(sitting.held_on), other=str(sitting.place))
            yield Finding(Code.SIGNED_BEFORE_MEETING, _signing(one, register), register.number, "signed_on", **words)


# Of which round a row is


def _round_of(row: PaperRow, held: Sequence[HeldRound]) -> tuple[HeldRound | None, Fault | None]:
    """The round that a row names, with or without its year as a quota does; or what is wrong with how it names it."""
    named = [one for one in held if row.round in (one.id, _without_year(one))]
    if row.year is None and named and all(row.round == _without_year(one) for one in named):
        return None, _fault(row, "year", "chưa ghi là của năm nào", "ghi năm của đợt xét ở cột “Năm”")
    own = [one for one in named if row.year in (None, one.named_after)]
    if named and not own and row.round == named[0].id:
        return None, _fault(row, "year", f"cột “Năm” ghi {row.year}", "sửa cho mã đợt xét và năm khớp nhau")
    if not own or own[0].forecast:
        of_year = f" của năm {row.year}" if row.year else ""
        why = "mới chỉ dự báo" if own else "không có trong lần xét này"
        return None, _fault(row, "round", f"đợt ấy{of_year} {why}", "kiểm tra mã đợt xét và năm, hoặc bỏ dòng này")
    return own[0], None


def _without_year(held: HeldRound) -> str:
    return held.id.removesuffix(f"-{held.named_after}")


def _unusable(row: PaperRow, held: HeldRound, issued: Mapping[PaperKind, IssuedPaper], until: date) -> Fault | None:
    """What keeps a row from being used whose round is known."""
    if before := issued.get(_KINDS[row.kind]):
        at = f"{_KINDS[row.kind].label} của đợt này đã ghi ở dòng của ô {before.place.cell}"
        return "kind", Words(given=_KINDS[row.kind].label, expected=at, other="giữ lại một dòng")
    day = row.signed_on
    if day is None or (held.named_after <= day.year and day <= until):
        return None
    astray, remedy = (
        (
            f"sau ngày lấy số liệu {format_date(until)}",
            f"{_LOOK}; nếu đúng, hãy ghi ngày muộn hơn ở “Ngày chốt số liệu” (trang “Cài đặt”)",
        )
        if day > until
        else (f"trước năm của đợt xét ({held.named_after})", _LOOK)
    )
    return "signed_on", Words(given=format_date(day), expected=f"ngày ấy {astray}", other=remedy)


def _fault(row: PaperRow, field: str, expected: str, remedy: str) -> Fault:
    return field, Words(given=row.round, expected=expected, other=remedy)


# What a decision dates


def _signed(held: HeldRound) -> date | None:
    decision = held.papers.get(PaperKind.DECISION)
    return decision.signed_on if decision else None


def _dated(held: HeldRound) -> HeldRound:
    """A round whose awards all bear the day of its signed decision, where there is one."""
    signed = _signed(held)
    if signed is None:
        return held
    return replace(held, days=dict.fromkeys(held.awards, signed), decided_on=signed, dated=frozenset(held.awards))


def _differing(before: Sequence[HeldRound], named: Sequence[HeldRound], register: Register) -> Iterator[Finding]:
    """A finding where the quotas date an award of a round otherwise than its signed decision."""
    for was, now in zip(before, named, strict=True):
        signed = _signed(now)
        others = sorted({was.days[award] for award in was.dated if signed and was.days[award] != signed})
        if signed and others:
            cells = ", ".join(_dating(now, others, register))
            words = Words(given=format_date(signed), expected="; ".join(map(format_date, others)), other=cells)
            yield Finding(Code.DECISION_DAYS_DIFFER, _signing(now, register), register.number, "signed_on", **words)


def _dating(held: HeldRound, days: Sequence[date], register: Register) -> Iterator[str]:
    """The cells of the quotas that give awards of a round one of these days."""
    for row in register.quotas:
        of_round = row.round in (held.id, _without_year(held)) and row.year in (None, held.named_after)
        if of_round and row.award in held.awards and row.decided_on in days and row.place:
            yield register.cell(row.place, "decided_on").cell


def _signing(held: HeldRound, register: Register) -> Place:
    """The cell of the day of a round's decision."""
    return register.cell(held.papers[PaperKind.DECISION].place, "signed_on")


def _cell(register: Register, row: PaperRow, field: str) -> Place:
    return register.cell(row.place or Place(register.file), field)
