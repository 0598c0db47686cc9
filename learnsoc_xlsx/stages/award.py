"""Award: compare what is known of each candidate with what an award asks, and say why.

A missing figure is never a refusal: it leaves the verdict undecided. Ranking is on exact numbers; equals share a rank.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Protocol

from learnsoc_xlsx.model.decisions import Award, BasePay, Condition, Quantity, RankKey, Title
from learnsoc_xlsx.model.verdicts import Bonus, Candidate, Fact, HeldRound, Outcome, Reason, Value, Verdict
from learnsoc_xlsx.stages.judge import NOT_KNOWN, Judged, judge
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.letters import sort_key
from learnsoc_xlsx.vietnamese.numbers import format_number

Titles = Mapping[int, Mapping[str, Title]]
Quotas = Mapping[str, tuple[int | None, str]]


class Money(Protocol):
    """What a bonus is reckoned from on a day."""

    @property
    def rate(self) -> Quantity | None: ...
    @property
    def pay(self) -> BasePay | None: ...
    @property
    def rounding(self) -> int: ...


@dataclass(frozen=True)
class Weighed:
    """A candidate with every reason found, and the values it would be ranked by."""

    candidate: Candidate
    outcome: Outcome | None
    reasons: tuple[Reason, ...]
    keys: tuple[tuple[str, Value], ...]
    order: tuple[Fraction, ...]
    summary: str


def award(
    held: HeldRound,
    awards: Sequence[Award],
    titles: Titles,
    candidates: Sequence[Candidate],
    quotas: Quotas,
    bonus: Callable[[str, date], Money],
) -> tuple[Verdict, ...]:
    """Give a verdict on every candidate of a round.

    `titles` holds the titles of each year looked at; `quotas` for each award its limit (None: no limit) and its rule
    for ties across it ("council": all tied wait for the council; "include": all tied are recommended). The order of
    the candidates does not matter.
    """
    verdicts: list[Verdict] = []
    for each in awards:
        own = sorted((one for one in candidates if one.award == each.id), key=_name)
        weighed = [_weigh(held, each, titles, candidate) for candidate in own]
        limit, ties = quotas.get(each.id, (None, each.ties))
        verdicts += _ranked(held, each, weighed, limit, ties, bonus(each.subject, held.decided_on))
    return tuple(verdicts)


def _name(candidate: Candidate) -> tuple[object, ...]:
    return (sort_key(candidate.subject), candidate.unit, candidate.places)


# Conditions


def _weigh(held: HeldRound, award: Award, titles: Titles, candidate: Candidate) -> Weighed:
    reasons: list[Reason] = list(_blocked(held, award, candidate))
    facts: dict[str, Fact] = {}
    for year in held.years:
        known = candidate.facts.get(year, {})
        judged = {name: judge(title, known, year) for name, title in titles[year].items() if name == award.title}
        facts = known | _totals(judged)
        for condition in award.conditions:
            reasons += _condition(condition, known, judged, titles[year], year)
    outcome, summary = _outcome(reasons, candidate)
    keys = tuple((key.label, _fact_value(facts, key)) for key in award.rank)
    return Weighed(candidate, outcome, tuple(reasons), keys, tuple(_order(facts, key) for key in award.rank), summary)


def _totals(judged: Mapping[str, Judged]) -> dict[str, Fact]:
    return {f"total.{name}": Fact(each.total, "Tổng điểm") for name, each in judged.items()}


def _blocked(held: HeldRound, award: Award, candidate: Candidate) -> Iterator[Reason]:
    """What puts a candidate on hold: a mark of the last year, or a unit that is no more on the day of the decision."""
    known = candidate.facts.get(held.year, {})
    for blocker in award.blockers:
        fact = known.get(blocker.of)
        if fact is not None and fact.value is True:
            yield Reason(
                blocker.article, blocker.label, "có", "không", False, year=held.year, places=fact.places, blocks=True
            )
    if candidate.dissolved is not None:
        found = f"đã kết thúc hoạt động ngày {format_date(candidate.dissolved)}"
        yield Reason(
            "TT 15/2025/TT-BNV", "Còn hoạt động vào ngày quyết định", found, "còn hoạt động", False, blocks=True
        )


def _condition(
    condition: Condition,
    facts: Mapping[str, Fact],
    judged: Mapping[str, Judged],
    titles: Mapping[str, Title],
    year: int,
) -> Iterator[Reason]:
    if condition.test == "title":
        yield from _title(condition, judged.get(condition.of), titles.get(condition.of), facts, year)
    elif condition.test == "any":
        yield _any(condition, facts, year)
    else:
        yield _plain(condition, facts, year)


def _title(
    condition: Condition, judged: Judged | None, title: Title | None, facts: Mapping[str, Fact], year: int
) -> Iterator[Reason]:
    if judged is None or title is None:
        yield Reason(
            condition.article, condition.label, "không có bộ tiêu chí nào hiệu lực", "được công nhận", None, year=year
        )
        return
    recognition, *rule = judged.reasons
    owed = facts.get(title.mark)
    yield replace(
        recognition, article=condition.article, condition=condition.label, met=judged.met, hard=condition.hard,
        found=recognition.found if judged.met == recognition.met else f"{recognition.found}, nhưng tiêu chí chưa đủ",
        figure=f"title.{title.id}", places=recognition.places or (owed.places if owed else ()),
    )  # fmt: skip
    yield from rule


def _plain(condition: Condition, facts: Mapping[str, Fact], year: int) -> Reason:
    fact = facts.get(condition.of)
    places = fact.places if fact else ()
    figure = fact.figure if fact else ""
    if condition.test == "yes":
        met = fact.value if fact and isinstance(fact.value, bool) else None
        found = {True: "có", False: "không", None: NOT_KNOWN}[met]
        return Reason(condition.article, condition.label, found, "có", met, figure, year, places, hard=condition.hard)
    value = fact.value if fact else None
    bound = condition.bound.value if condition.bound else None
    known = isinstance(value, int | Fraction) and not isinstance(value, bool)
    met = Fraction(value) >= bound if known and bound is not None else None  # type: ignore[arg-type]
    needed = f"từ {_said(bound)}" if bound is not None else "xã chưa đặt mức"
    found = _said(Fraction(value)) if known else NOT_KNOWN  # type: ignore[arg-type]
    local = condition.bound is not None and not condition.bound.verified
    return Reason(
        condition.article, condition.label, found, needed, met, figure, year, places, local, not local, condition.hard
    )


def _any(condition: Condition, facts: Mapping[str, Fact], year: int) -> Reason:
    """One is enough. An option whose bound the commune has not set is no option."""
    options = [_plain(each, facts, year) for each in condition.options if each.bound and each.bound.value is not None]
    if not options:
        return Reason(
            condition.article, condition.label, NOT_KNOWN, "xã chưa đặt mức", None, year=year, hard=condition.hard
        )
    mets = [each.met for each in options]
    met = True if True in mets else None if None in mets else False
    found = "; ".join(f"{each.condition.lower()}: {each.found}" for each in options)
    needed = "một trong: " + "; ".join(f"{each.condition.lower()} {each.needed}" for each in options)
    places = tuple(place for each in options for place in each.places)
    return Reason(condition.article, condition.label, found, needed, met, "", year, places, True, False, condition.hard)


def _outcome(reasons: Sequence[Reason], candidate: Candidate) -> tuple[Outcome | None, str]:
    """On hold before not eligible before undecided; None is eligible. Reasons that are only said do not decide."""
    deciding = [each for each in reasons if each.decides and not each.blocks]
    blocked = [each for each in reasons if each.blocks]
    failed = [each for each in deciding if each.met is False]
    unknown = [each for each in deciding if each.met is None]
    if blocked:
        return Outcome.ON_HOLD, "; ".join(f"{each.condition}: {each.found}" for each in blocked)
    if failed:
        return Outcome.NOT_ELIGIBLE, "; ".join(map(_short, failed))
    if unknown:
        return Outcome.UNDECIDED, "; ".join(_asked(each, candidate) for each in unknown)
    return None, "Đủ các điều kiện"


def _short(reason: Reason) -> str:
    return f"{reason.condition} ({reason.article}, năm {reason.year}): có {reason.found}, cần {reason.needed}"


def _asked(reason: Reason, candidate: Candidate) -> str:
    if reason.needed == "xã chưa đặt mức":
        return f"{reason.condition} ({reason.article}): xã chưa đặt mức trong danh bạ"
    return f"{reason.condition} ({reason.article}, năm {reason.year}): {reason.found}; cần hỏi {candidate.unit_name}"


def _said(value: Fraction) -> str:
    return format_number(value, 0 if value.denominator == 1 else 2)


# Ranking


def _fact_value(facts: Mapping[str, Fact], key: RankKey) -> Value:
    fact = facts.get(key.of)
    return fact.value if fact else None


def _order(facts: Mapping[str, Fact], key: RankKey) -> Fraction:
    """Smaller comes first; what is not known comes last."""
    value = _fact_value(facts, key)
    if not isinstance(value, int | Fraction):
        return Fraction(10**30)
    return Fraction(value) if key.ascending else -Fraction(value)


def _ranked(
    held: HeldRound, award: Award, weighed: Sequence[Weighed], limit: int | None, ties: str, money: Money
) -> Iterator[Verdict]:
    eligible = sorted((each for each in weighed if each.outcome is None), key=lambda each: each.order)
    ranks = {id(each): 1 + sum(1 for other in eligible if other.order < each.order) for each in eligible}
    for each in eligible:
        rank = ranks[id(each)]
        tied = sum(1 for other in eligible if other.order == each.order)
        outcome, summary = _within(rank, tied, limit, ties)
        bonus = _bonus(money) if outcome is Outcome.RECOMMENDED else None
        yield _verdict(held, award, each, outcome, rank, summary or each.summary, bonus)
    for each in sorted((one for one in weighed if one.outcome is not None), key=_by_outcome):
        assert each.outcome is not None
        yield _verdict(held, award, each, each.outcome, None, each.summary, None)


def _by_outcome(weighed: Weighed) -> int:
    return list(Outcome).index(weighed.outcome or Outcome.RECOMMENDED)


def _within(rank: int, tied: int, limit: int | None, ties: str) -> tuple[Outcome, str]:
    if limit is None or rank + tied - 1 <= limit:
        return Outcome.RECOMMENDED, ""
    if rank > limit:
        return Outcome.RESERVE, f"Đủ điều kiện, xếp thứ {rank}, ngoài số lượng {limit}"
    if ties == "include":
        return Outcome.RECOMMENDED, f"Đồng hạng {rank} ở ngưỡng số lượng {limit}, được lấy cả"
    return (
        Outcome.RESERVE,
        f"Đồng hạng {rank} với {tied - 1} đối tượng khác ở ngưỡng số lượng {limit}: Hội đồng quyết định",
    )


def _bonus(money: Money) -> Bonus:
    """Rate × base pay on the day of the decision, rounded up (NĐ 98/2023 Điều 58; NĐ 152/2025 Điều 54)."""
    if money.rate is None or money.rate.value is None or money.pay is None:
        basis = money.rate.source if money.rate else "không có quy định cho ngày này"
        return Bonus(None, f"Chưa có hệ số tiền thưởng ({basis}); xã ghi vào danh bạ", False)
    exact = money.rate.value * money.pay.amount
    amount = -(-exact // money.rounding) * money.rounding
    basis = f"{format_number(money.rate.value, 2)} × {format_number(money.pay.amount)} đồng ({money.rate.source})"
    return Bonus(int(amount), basis, money.rate.verified and money.pay.verified)


def _verdict(
    held: HeldRound,
    award: Award,
    weighed: Weighed,
    outcome: Outcome,
    rank: int | None,
    summary: str,
    bonus: Bonus | None,
) -> Verdict:
    candidate = weighed.candidate
    return Verdict(
        round=held.id, award=award.id, group=award.group, kind=candidate.kind, unit=candidate.unit,
        unit_name=candidate.unit_name, subject=candidate.subject, outcome=outcome, rank=rank, keys=weighed.keys,
        reasons=weighed.reasons, summary=summary, bonus=bonus, places=candidate.places, provisional=held.provisional,
    )  # fmt: skip
