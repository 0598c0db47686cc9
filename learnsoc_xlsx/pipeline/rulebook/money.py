"""The money of a year: rates, base pay and rounding, each by the days on which it is in force."""

from collections.abc import Iterator
from typing import TypeVar

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.bonus import BasePay, BonusRate, Rounding
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.texts.decisions import Decision
from learnsoc_xlsx.pipeline.rulebook.chapter import Chapter, RuleInWords, RuleMark
from learnsoc_xlsx.pipeline.rulebook.own_word import OwnWord, shown
from learnsoc_xlsx.pipeline.rulebook.stated import Stated, days_of, until_the_next, within
from learnsoc_xlsx.vietnamese.numbers import format_number

Dated = TypeVar("Dated", BonusRate, BasePay, Rounding)
_SUBJECTS = {
    Subject.INDIVIDUAL: "cá nhân",
    Subject.COLLECTIVE: "tập thể",
    Subject.HOUSEHOLD: "hộ gia đình",
    Subject.CLAN: "dòng họ",
}


def money(law: Law, own: OwnWord, year: int) -> Chapter:
    """Return what a bonus is reckoned from on the days of a year."""
    rates = [Stated(rate, decision) for decision in law.decisions for rate in decision.bonuses]
    pays = [Stated(pay, decision) for decision in law.decisions for pay in decision.base_pay]
    roundings = [Stated(one, decision) for decision in law.decisions for one in decision.roundings]
    by_subject = [[one for one in rates if one.word.subject is subject] for subject in Subject]
    return Chapter(
        "TIỀN THƯỞNG KÈM GIẤY KHEN",
        intro=("Tiền thưởng = hệ số × lương cơ sở, làm tròn lên; đều lấy theo ngày ra quyết định khen thưởng.",),
        parts=(
            Chapter("Hệ số", tuple(_rate(own, *one) for of_one in by_subject for one in _in_force(of_one, year))),
            Chapter("Lương cơ sở", tuple(_pay(*one) for one in _in_force(pays, year))),
            Chapter("Làm tròn", tuple(_rounding(*one) for one in _in_force(roundings, year))),
        ),
    )


def _in_force(every: list[Stated[Dated]], year: int) -> Iterator[tuple[Dated, Decision, str]]:
    """What is in force on some day of a year, in order, with the days; of two that begin on one day the one stated later.

    A last day is said in its own year alone: what comes later changes nothing that is printed before.
    """
    newest = {one.word.since: one for one in every}
    for since in sorted(newest):
        until = until_the_next(since, newest)
        if within(year, since, until):
            ending = until if until and until.year == year else None
            yield newest[since].word, newest[since].decision, days_of(since, ending)


def _rate(own: OwnWord, rate: BonusRate, decision: Decision, days: str) -> RuleInWords:
    words = f"{_SUBJECTS[rate.subject].capitalize()}, {days}: {shown(rate.rate)} lần lương cơ sở"
    number, name = rate.rate, f"bonus/{rate.subject.value}/{rate.since}"
    mark, where, keys = own.mark_of(number), own.where_number(number), () if number.verified else (number.key,)
    instead = own.instead_of(number)
    return RuleInWords(name, words, mark, rate.source, decision.id, days, number.source, where, keys, instead)


def _pay(pay: BasePay, decision: Decision, days: str) -> RuleInWords:
    words, mark = f"{days.capitalize()}: {format_number(pay.amount)} đồng", _mark(verified=pay.verified)
    return RuleInWords(f"base_pay/{pay.since}", words, mark, "", decision.id, days, pay.source)


def _rounding(rounding: Rounding, decision: Decision, days: str) -> RuleInWords:
    words, mark = (
        f"{days.capitalize()}: lên bội số của {format_number(rounding.to)} đồng",
        _mark(verified=rounding.verified),
    )
    return RuleInWords(f"rounding/{rounding.since}", words, mark, "", decision.id, days, rounding.source)


def _mark(*, verified: bool) -> RuleMark:
    return RuleMark.VERIFIED if verified else RuleMark.UNVERIFIED
