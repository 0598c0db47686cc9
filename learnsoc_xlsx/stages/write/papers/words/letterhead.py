"""Letterhead: who issues a paper, under which number and on which day, who signs: all as of the day of the paper."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from learnsoc_xlsx.model.law.texts.bases import Basis
from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.papers.issued import IssuedPaper, PaperKind
from learnsoc_xlsx.model.papers.paper import IssuedBy, WordPaper
from learnsoc_xlsx.stages.write.papers.words.concluded import sitting_of
from learnsoc_xlsx.stages.write.papers.words.persons import deputises
from learnsoc_xlsx.stages.write.papers.words.words import BLANK
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.write import COUNCIL
from learnsoc_xlsx.vietnamese.dates import long_date
from learnsoc_xlsx.vietnamese.signing import (
    chairman_lines,
    committee_lines,
    heading_lines,
    in_a_sentence,
    in_full,
    of_committee,
)

_SYMBOLS = {IssuedBy.COMMITTEE: "UBND", IssuedBy.CHAIRMAN: "UBND", IssuedBy.COUNCIL: "HĐTĐKT"}
_ONE_DIGIT = re.compile(r"^(?=[1-9](?!\d))")
_NUMBER = re.compile(r"\d+[^\W\d_]?(?:\s*[/-]\s*[\w-]+)*")
"""A number, with the symbol behind it where one was typed; neither “Số:” before it nor a day after it is any of it."""
_NO_DAY = f"ngày {BLANK} tháng {BLANK} năm "


def letterhead(scope: Scope, held: HeldRound, paper: WordPaper, *, draft: bool, span: str) -> dict[str, Any]:
    """Return the words that any paper uses, as the fields of `PaperWords`.

    A paper without its day bears the letterhead and the signer of the day on which its round is decided; minutes those of
    the day on which the council met.
    """
    day = _met_on(scope, held) if paper.kind is PaperKind.MINUTES else day_of(held, paper.kind)
    profile = scope.run.register.profile_on(day or held.decided_on)
    council = _council(profile.council or COUNCIL)
    number = (
        numbered(held, paper.kind, paper.issued_by)
        if paper.kind
        else f"{BLANK}/{paper.symbol}-{_SYMBOLS[paper.issued_by]}"
    )
    parent, issuer = (
        (profile.issuer, council) if paper.issued_by is IssuedBy.COUNCIL else (profile.parent_name, profile.issuer)
    )
    return {
        "parent": "\n".join(heading_lines(parent)),
        "issuer": "\n".join(_under(heading_lines(issuer), heading_lines(parent))),
        "number": number,
        "number_said": number,
        "day_said": day_in_words(day, held),
        "place_and_day": f"{profile.place_name}, {day_in_words(day, held)}",
        "draft": draft,
        "sample": scope.run.sample,
        "commune": of_committee(profile.issuer),
        "committee": in_full(profile.issuer),
        "council": council,
        "above": in_full(profile.parent_name),
        "span": span,
        "year": held.named_after,
        "bases": tuple(_cited(held.bases_of.get(paper.kind, held.bases) if paper.kind else held.bases)),
        "committee_signs": "\n".join(committee_lines(profile.signer_title)),
        "chairman_signs": "\n".join(chairman_lines(profile.signer_title)),
        "council_signs": "\n".join(_chair_signs(scope, held)),
        "chair_signs": "CHỦ TỌA",
        "secretary_signs": "THƯ KÝ HỘI ĐỒNG",
        "signer": profile.signer or "",
        "archive": profile.archive or "VT",
    }


def _under(issuer: tuple[str, ...], parent: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of an office under those of the one above, which say already whose it is."""
    return issuer[:-1] if len(issuer) > 1 and issuer[-1] == parent[-1] else issuer


def _chair_signs(scope: Scope, held: HeldRound) -> tuple[str, ...]:
    """The lines above the signature for the council: a deputy who presided signs for its chairman."""
    sitting = sitting_of(scope, held)
    deputy = sitting is not None and deputises(sitting.chair)
    return ("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") if deputy else ("TM. HỘI ĐỒNG", "CHỦ TỊCH")


def _council(name: str) -> str:
    """The name of a council in a sentence: what it is about keeps its capitals where the register has nothing else."""
    name = in_a_sentence(name)
    return COUNCIL + name[len(COUNCIL) :] if name.casefold().startswith(COUNCIL.casefold()) else name


def _met_on(scope: Scope, held: HeldRound) -> date | None:
    """The day of the minutes of a round: that on which they were signed, else on which the council met."""
    sitting = sitting_of(scope, held)
    return day_of(held, PaperKind.MINUTES) or (sitting.held_on if sitting else None)


def issued_paper(held: HeldRound, kind: PaperKind | None) -> IssuedPaper | None:
    """Return what the register tells of a paper of a round."""
    return held.papers.get(kind) if kind else None


def day_of(held: HeldRound, kind: PaperKind | None) -> date | None:
    """Return the day of a paper, where the register gives it."""
    issued = issued_paper(held, kind)
    return day_of_decision(held) if kind is PaperKind.DECISION else issued.signed_on if issued else None


def numbered(held: HeldRound, kind: PaperKind, issued_by: IssuedBy) -> str:
    """Return the number and symbol of a paper; what the register leaves blank is for a hand to fill in."""
    number = number_of(held, kind)
    return number if "/" in number else f"{number or BLANK}/{kind.symbol}-{_SYMBOLS[issued_by]}"


def number_of(held: HeldRound, kind: PaperKind) -> str:
    """Return the number of a paper as the register gives it, without what was typed around it; nothing where it has none.

    A number below ten bears a zero (NĐ 30/2020, Phụ lục I, phần I; from memory).
    """
    issued = issued_paper(held, kind)
    number = _NUMBER.search(issued.number) if issued else None
    return _ONE_DIGIT.sub("0", re.sub(r"\s*([/-])\s*", r"\1", number[0])) if number else ""


def day_in_words(day: date | None, held: HeldRound) -> str:
    """Return a day as it stands in a paper; without one a blank in the year in which the round is decided."""
    return long_date(day) if day else f"{_NO_DAY}{held.decided_on.year}"


def day_of_decision(held: HeldRound) -> date | None:
    """Return the day on which a round is decided, where the register gives it, for all of its awards alike."""
    issued = issued_paper(held, PaperKind.DECISION)
    if issued and issued.signed_on:
        return issued.signed_on
    days = {held.day_of(award) for award in held.awards if award in held.dated}
    return days.pop() if len(days) == 1 and held.dated >= set(held.awards) else None


def _cited(bases: Iterable[Basis]) -> Iterable[str]:
    """The texts that a paper rests on, each once, as it cites them."""
    return dict.fromkeys(text.strip() for basis in bases for text in basis.in_full.split(";") if text.strip())
