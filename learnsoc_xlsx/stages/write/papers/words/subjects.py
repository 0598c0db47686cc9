"""Subjects: what the papers of a round say of each whom they are about, in the words of the workbooks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from learnsoc_xlsx.model.law.council import Decided, Standing
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, HeldRound, Reason, Verdict
from learnsoc_xlsx.stages.write.papers.lettering.fit import fits_on_a_line
from learnsoc_xlsx.stages.write.papers.lettering.widths import Face
from learnsoc_xlsx.stages.write.papers.words.words import Subjected, in_figures
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name, value_said
from learnsoc_xlsx.stages.write.views.awards.pack.who import (
    NOT_GIVEN,
    achievement,
    addressed,
    awarded_before,
    lacks_achievement,
    recognition,
    whereabouts,
)
from learnsoc_xlsx.stages.write.views.awards.standing import standing_in_words
from learnsoc_xlsx.vietnamese.counting.amounts import amount_in_words
from learnsoc_xlsx.vietnamese.counting.roman import roman
from learnsoc_xlsx.vietnamese.numbers import format_number
from learnsoc_xlsx.vietnamese.signing import as_it_is_called

_COUNTED = (
    ("tập thể", (Subject.COLLECTIVE,)),
    ("hộ gia đình", (Subject.HOUSEHOLD,)),
    ("dòng họ", (Subject.CLAN,)),
    ("cá nhân", (Subject.INDIVIDUAL,)),
)
_LINE, _NAME, _WHERE = Fraction(237), Fraction(26), Fraction(15)
"""How long a line of a certificate is in millimetres, and the sizes in points of a name and of what stands below it."""
_EITHER = "ông (bà) "
"""What a workbook says where nobody told how somebody is addressed; a paper names without it."""
_RECOGNISED = re.compile(r"^QĐ ")
_NOTHING = "chưa có (theo báo cáo của đơn vị)"
_OF_THE_PLAN = re.compile(r"[IVX]+\.\d")
_MET = {True: "đạt", False: "chưa đạt", None: "chưa rõ"}
_CHANGED = "sau đó kết quả xét hoặc số liệu thay đổi, cần kết luận lại"
_ADDED = "ghi thêm tại cuộc họp, chưa được xét"


def subjects(scope: Scope, held: HeldRound, verdicts: Sequence[Verdict]) -> tuple[Subjected, ...]:
    """Return a line for each verdict, in the order of the awards; the first of an award bears its name."""
    return tuple(_lined(_of_verdict(scope, held, verdict) for verdict in verdicts))


def with_added(scope: Scope, lines: Sequence[Subjected], added: Sequence[Decided]) -> tuple[Subjected, ...]:
    """Return the lines of those the council was asked about, and behind them those that it added by hand."""
    return tuple(_lined((*lines, *(_of_added(scope, one) for one in added))))


def made_up_of(verdicts: Sequence[Verdict]) -> str:
    """Return how many of each kind there are: “4 tập thể, 8 hộ gia đình, 12 cá nhân”."""
    counts = ((sum(verdict.kind in kinds for verdict in verdicts), words) for words, kinds in _COUNTED)
    return ", ".join(f"{format_number(count)} {words}" for count, words in counts if count)


def money_of(verdict: Verdict) -> Bonus | None:
    """Return the money that goes with an award: as the council concluded, else as it is recommended."""
    if verdict.decided and verdict.decided.is_final:
        return verdict.decided.bonus
    return verdict.bonus


def is_paid(verdict: Verdict) -> bool:
    """Whether money goes with an award, even if it cannot be reckoned yet."""
    bonus = money_of(verdict)
    return bonus is not None and bonus.amount != 0


def form_of(held: HeldRound, verdict: Verdict) -> str:
    """Return the form in which an award is given: as the council concluded, else that of the round."""
    if verdict.decided and verdict.decided.is_final and verdict.decided.form:
        return verdict.decided.form
    return held.form_of(verdict.award).name


def amount_said(bonus: Bonus | None) -> str:
    """Return an amount in figures; a blank where it could not be reckoned, a zero where no money goes with it."""
    return in_figures(bonus.amount) if bonus else ""


def _lined(lines: Iterable[Subjected]) -> Iterator[Subjected]:
    """Number the lines, and head those of each award."""
    awards: dict[str, None] = {}
    for number, line in enumerate(lines, 1):
        first = line.award not in awards
        awards[line.award] = None
        yield _with(line, number, f"{roman(len(awards))}. {line.award}" if first else "")


def _with(line: Subjected, number: int, section: str) -> Subjected:
    return Subjected(**{**vars(line), "number": number, "section": section})


def _of_verdict(scope: Scope, held: HeldRound, verdict: Verdict) -> Subjected:
    bonus = money_of(verdict)
    belongs = "" if verdict.unit_name == verdict.subject else verdict.unit_name
    name = addressed(scope, verdict).replace(_EITHER, "")
    where = "" if verdict.kind is Subject.COLLECTIVE else whereabouts(verdict).replace("; ", ", ")
    return Subjected(
        number=0,
        section="",
        award=award_name(scope, verdict.award),
        name=name,
        long=_is_long(name, where),
        born=str(verdict.born or ""),
        where=where,
        belongs=belongs,
        belongs_said=as_it_is_called(belongs),
        merit=_merit(verdict),
        merit_spoken="" if lacks_achievement(verdict) else _sentence(achievement(verdict)),
        title=verdict.title,
        recognised=_RECOGNISED.sub("Quyết định số ", recognition(verdict)) if verdict.title else NOT_GIVEN,
        awarded_before=_received(verdict),
        form=form_of(held, verdict),
        money=amount_said(bonus),
        money_in_words=amount_in_words(bonus.amount) if bonus and bonus.amount is not None else "",
        standing=standing_in_words(verdict),
        votes=verdict.decided.votes if verdict.decided else "",
        opinion=_opinion(verdict.decided) if verdict.decided else "",
        conditions=tuple(map(_condition, filter(_is_shown, verdict.reasons))),
        source=str(verdict.places[0]) if verdict.places else "",
    )


def _is_long(name: str, where: str) -> bool:
    """Whether a name, or where somebody belongs, needs more than a line of a certificate as shipped."""
    fit = fits_on_a_line(name, _LINE, _NAME, Face.BOLD) and fits_on_a_line(where, _LINE, _WHERE, Face.ITALIC)
    return not fit


def _merit(verdict: Verdict) -> str:
    """What was achieved as it was reported; where nobody summed it up, the figures that rank."""
    if not lacks_achievement(verdict):
        return achievement(verdict)
    shown = [f"{label}: {value_said(value)}" for label, value in verdict.keys if value is not None]
    return "; ".join(shown) or NOT_GIVEN


def _received(verdict: Verdict) -> str:
    """What was awarded before; that nothing was, is the unit's word."""
    words = awarded_before(verdict)
    return _NOTHING if words == "không" else words


def _of_added(scope: Scope, one: Decided) -> Subjected:
    return Subjected(
        number=0,
        section="",
        award=award_name(scope, one.award) if one.award else "Ghi thêm tại cuộc họp",
        name=one.subject,
        long=_is_long(one.subject, one.unit_name),
        born=str(one.born or ""),
        where=one.unit_name,
        belongs=one.unit_name,
        belongs_said=as_it_is_called(one.unit_name),
        merit=NOT_GIVEN,
        merit_spoken="",
        title="",
        recognised=NOT_GIVEN,
        awarded_before=NOT_GIVEN,
        form=one.form,
        money="",
        money_in_words="",
        standing=_ADDED,
        votes=one.votes,
        opinion=_opinion(one),
        conditions=(),
        source=str(one.place),
    )


def _opinion(one: Decided) -> str:
    """What the council concluded, why, and whether it still holds."""
    label = one.opinion.label if one.opinion else "chưa ghi kết luận"
    aside = [one.reason, _CHANGED if one.standing is Standing.CHANGED else ""]
    return "; ".join(filter(None, (label, *aside)))


def _is_shown(reason: Reason) -> bool:
    """Whether a summary says a reason: what the plan or the law asks, not what is only said beside it."""
    return reason.asked and reason.decides


def _condition(reason: Reason) -> str:
    year = f", năm {reason.year}" if reason.year else ""
    needed = f"; mức yêu cầu: {reason.needed}" if reason.needed else ""
    return f"{reason.condition} ({_article(reason.article)}{year}): {reason.actual}{needed} ({_MET[reason.met]})."


def _article(article: str) -> str:
    """An article as a sentence cites it; that of the plan bears its number alone."""
    return f"mục {article} Kế hoạch" if _OF_THE_PLAN.match(article) else article


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
