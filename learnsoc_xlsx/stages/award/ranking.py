"""Ranking: who comes before whom on exact numbers, and where the quota falls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from learnsoc_xlsx.model.law.awards import Award, RankKey
from learnsoc_xlsx.model.law.kinds import Ties
from learnsoc_xlsx.model.law.verdicts import Outcome, Value
from learnsoc_xlsx.stages.award.weigh.weigh import Weighed


@dataclass(frozen=True)
class QuotaLine:
    """Where the quota of an award falls: a limit (None: none), and the rule for equals across it.

    An `unread` limit recommends nobody before it is mended.
    """

    limit: int | None
    ties: Ties = Ties.COUNCIL
    unread: bool = False


Order = tuple[tuple[bool, Fraction | int], ...]
"""Of each key whether it is not known, and its value, the better the less; whole numbers as such, which compare faster."""


@dataclass(frozen=True)
class Ranked:
    """An eligible candidate in its place: equals share a rank (1, 1, 3)."""

    weighed: Weighed
    rank: int
    outcome: Outcome
    summary: str
    tied: bool = False


def ranked(award: Award, eligible: Sequence[Weighed], line: QuotaLine) -> Iterator[Ranked]:
    """Rank the eligible by the award's keys, the greater first, and draw the line of the quota."""
    rank = 1
    in_order = sorted(((_order_of(award, weighed), weighed) for weighed in eligible), key=itemgetter(0))
    for _, group in groupby(in_order, key=itemgetter(0)):
        equals = [weighed for _, weighed in group]
        outcome, place, tied = _within(rank, len(equals), line)
        for weighed in equals:
            summary = " ".join(filter(None, (weighed.summary, place, _unknown(award, weighed))))
            yield Ranked(weighed, rank, outcome, summary, tied)
        rank += len(equals)


def _order_of(award: Award, weighed: Weighed) -> Order:
    """What sorts the better first; what is not known comes last, whichever way a key runs."""
    return tuple(_order(key, value) for key, (_, value) in zip(award.rank, weighed.keys, strict=True))


def _order(key: RankKey, value: Value) -> tuple[bool, Fraction | int]:
    if not isinstance(value, int | Fraction):
        return True, 0
    exact = value.numerator if value.denominator == 1 else value
    return False, exact if key.ascending else -exact


def _unknown(award: Award, weighed: Weighed) -> str:
    values = zip(award.rank, weighed.keys, strict=True)
    missing = [key.label for key, (_, value) in values if not isinstance(value, int | Fraction)]
    return f"Chưa có số liệu để xếp hạng, xếp sau: {'; '.join(missing)}." if missing else ""


def _within(rank: int, equals: int, line: QuotaLine) -> tuple[Outcome, str, bool]:
    limit = line.limit
    if line.unread:
        unread = "Số lượng ghi trong danh bạ không đọc được: chưa đề nghị ai cho đến khi sửa."
        return Outcome.RESERVE, unread, False
    if limit is None or rank + equals - 1 <= limit:
        return Outcome.RECOMMENDED, "", False
    if rank > limit:
        return Outcome.RESERVE, f"Xếp thứ {rank}, ngoài số lượng {limit}.", False
    across = f"{equals} đối tượng đồng hạng {rank} ở suất cuối của số lượng {limit}"
    match line.ties:
        case Ties.INCLUDE:
            return Outcome.RECOMMENDED, f"{across}, được lấy cả.", False
        case Ties.NONE:
            return Outcome.RESERVE, f"{across}, không lấy ai.", False
        case Ties.COUNCIL:
            places = limit - rank + 1
            return Outcome.RESERVE, f"{across}, còn {places} suất: Hội đồng quyết định.", True
