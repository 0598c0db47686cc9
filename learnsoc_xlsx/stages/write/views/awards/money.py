"""Money that goes with awards, one by one and in sums: what is not known is no part of a sum that looks whole, and what is
not verified shows so, in the sum too.
"""

from collections.abc import Iterable, Sequence

from learnsoc_xlsx.model.law.verdicts import Bonus, Verdict
from learnsoc_xlsx.model.report import Cell, Look
from learnsoc_xlsx.vietnamese.numbers import format_number

UNVERIFIED = "Tiền thưởng in nghiêng: có mức chưa kiểm chứng."
"""What the doubtful letters of `in_dong` say."""
_NOT_RECKONED, _DOUBTED = "chưa tính được (thiếu mức thưởng)", " (có mức chưa kiểm chứng)"


def whole(amounts: Iterable[int | None]) -> int | None:
    """Return a sum; None where a part of it is not known."""
    parts = list(amounts)
    reckoned = [part for part in parts if part is not None]
    return sum(reckoned) if len(reckoned) == len(parts) else None


def amount_of(bonuses: Iterable[Bonus | None]) -> int | None:
    """Return what bonuses come to, in đồng; None where that of one is not known."""
    return whole(bonus.amount if bonus else None for bonus in bonuses)


def are_verified(bonuses: Iterable[Bonus | None]) -> bool:
    """Whether all that bonuses are reckoned from is verified."""
    return all(bonus is not None and bonus.verified for bonus in bonuses)


def in_dong(*bonuses: Bonus | None) -> Cell:
    """Show what bonuses come to, in đồng; in doubtful letters where not all that they are reckoned from is verified."""
    return shown(amount_of(bonuses), verified=are_verified(bonuses))


def shown(amount: int | None, *, verified: bool) -> Cell:
    """Show an amount in đồng; in doubtful letters where not all that it is reckoned from is verified."""
    return Cell(amount, look=Look.PLAIN if verified else Look.DOUBT)


def of_proposed(verdicts: Iterable[Verdict]) -> Sequence[Bonus]:
    """Return the bonuses of those who are proposed."""
    return [verdict.bonus for verdict in verdicts if verdict.proposed and verdict.bonus]


def sum_said(bonuses: Sequence[Bonus]) -> str:
    """Write what bonuses come to into a sentence, in đồng, also where it is not known, or not verified."""
    amount = amount_of(bonuses)
    if amount is None:
        return _NOT_RECKONED
    return f"{format_number(amount)} đồng{'' if are_verified(bonuses) else _DOUBTED}"
