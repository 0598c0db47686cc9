"""The rounds that look at a year, the phase that it lies in, and what of a round is the commune's choice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.awards import Round
from learnsoc_xlsx.model.law.indicators import Phase
from learnsoc_xlsx.model.law.kinds import Span
from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.pipeline.rulebook.chapter import Chapter, RuleInWords, RuleMark
from learnsoc_xlsx.pipeline.rulebook.own_word import OwnWord, mark_of_choice
from learnsoc_xlsx.pipeline.rulebook.stated import Stated, stated, years_of

_OF_AWARDS = "award."
_OTHER, _CONVENTION = "Việc khác", "Quy ước"
Held: TypeAlias = tuple[tuple[Stated[Round], int], ...]
"""The rounds that look at a year, each with the year that its name bears."""


def rounds(law: Law, own: OwnWord, year: int) -> Chapter:
    """Return the phase of a year, the rounds that look at it, and the choices that are no award's own."""
    held = of_year(law, year)
    choices = [
        _choice(law, own, year, choice) for choice in law.choices_in(year).values() if _is_general(choice, law, held)
    ]
    return Chapter(
        "GIAI ĐOẠN, CÁC ĐỢT XÉT VÀ LỰA CHỌN CHUNG",
        parts=(
            Chapter("Giai đoạn", tuple(_phases(law, year))),
            Chapter("Đợt xét", tuple(_round(one, named_after) for one, named_after in held)),
            Chapter("Lựa chọn chung của xã", parts=tuple(_by_subject(choices))),
        ),
    )


def _is_general(choice: OpenChoice, law: Law, held: Held) -> bool:
    """Whether a choice is no award's own, nor that of a round which does not look at the year."""
    of_held = {one.word.manner_chosen for one, _ in held}
    of_others = {declared.manner_chosen for declared in law.rounds} - of_held
    return not choice.key.startswith(_OF_AWARDS) and choice.key not in of_others


def _by_subject(choices: Sequence[RuleInWords]) -> Iterator[Chapter]:
    """The choices under what they are about, where their labels begin with it; conventions last."""
    subjects: dict[str, list[RuleInWords]] = {}
    for rule in choices:
        subject, parted, rest = rule.words.partition(": ")
        named_for = _CONVENTION if rule.mark is RuleMark.CONVENTION else subject if ": " in rest else _OTHER
        words = rest[:1].upper() + rest[1:] if named_for == subject and parted else rule.words
        subjects.setdefault(named_for, []).append(replace(rule, words=words))
    for subject in sorted(subjects, key=(_OTHER, _CONVENTION).count):
        yield Chapter(subject, tuple(subjects[subject]))


def of_year(law: Law, year: int) -> Held:
    """Return the rounds that look at a year, each with the year that its name bears: of one over a phase the last of it."""
    last = {phase.id: phase.last for phase in law.phases_in(year) if year in phase.years}
    declared = stated(law, year, lambda decision: decision.rounds, lambda round_: round_.id)
    every = ((one, year if one.word.span is Span.YEAR else last.get(one.word.phase, 0)) for one in declared)
    return tuple((one, named_after) for one, named_after in every if named_after)


def named(declared: Round, year: int) -> str:
    """Return what a round is called that bears a year."""
    return declared.name.format(year=year)


def _phases(law: Law, year: int) -> Iterator[RuleInWords]:
    for one in stated(law, year, lambda decision: decision.phases, lambda phase: phase.id):
        if year in one.word.years:
            yield _phase(one)


def _phase(one: Stated[Phase]) -> RuleInWords:
    phase, decision = one.word, one.decision
    words = f"{phase.name} (các năm {phase.first}–{phase.last})"
    return RuleInWords(f"phase/{phase.id}", words, _mark(one), phase.clause, decision.id, years_of(decision))


def _round(one: Stated[Round], year: int) -> RuleInWords:
    declared, decision = one.word, one.decision
    form = "theo lựa chọn của xã ở từng nhóm" if declared.form_chosen else declared.form_of_award
    years = "xét năm này" if declared.span is Span.YEAR else "xét các năm của giai đoạn"
    words = f"{named(declared, year)}: {years}; hình thức khen: {form}"
    return RuleInWords(f"round/{declared.id}", words, _mark(one), declared.article, decision.id, years_of(decision))


def _choice(law: Law, own: OwnWord, year: int, choice: OpenChoice) -> RuleInWords:
    declared = stated(law, year, lambda decision: decision.choices, lambda one: one.key)
    decision = next(one.decision for one in declared if one.word.key == choice.key)
    mark, where = mark_of_choice(choice), own.where_choice(choice)
    words = f"{choice.label}: {choice.shown}"
    name, article, keys = f"choice/{choice.key}", choice.article, () if choice.is_convention else (choice.key,)
    return RuleInWords(name, words, mark, article, decision.id, years_of(decision), choice.source, where, keys)


def _mark(one: Stated[Phase] | Stated[Round]) -> RuleMark:
    return RuleMark.VERIFIED if one.decision.verified else RuleMark.UNVERIFIED
