"""Bonus money: rate × base pay on the day of the decision, rounded up; the commune's own rate where it set one."""

from fractions import Fraction

from tests.second_opinion.reading.register import Register
from tests.second_opinion.reckoning import law
from tests.second_opinion.reckoning.rounds import Round, chosen


def bonus(verdict: str, award: str, held: Round, own: Register) -> int | None:
    """Return the money that goes with a recommendation in đồng, or None where none is reckoned."""
    if verdict != "recommended" or held.upward or not held.over:
        return None
    rate = _rate(award, held, own)
    pay, rounding = (law.in_force(name, held.decided_on) for name in ("base_pay", "roundings"))
    if rate is None or pay is None or rounding is None:
        return None
    exact, step = rate * pay["amount"], rounding["to"]
    return int(-(-exact // step) * step)


def _rate(award: str, held: Round, own: Register) -> Fraction | None:
    form, number = chosen(f"award.{award}.form", held, own) if not held.phased else ("certificate", None)
    if form != "certificate":
        return number
    row = law.in_force("bonuses", held.decided_on, subject=law.award(award)["subject"])
    if row is None:
        return None
    own_rate = own.threshold(row["rate"]["key"], held.decided_on.year)
    return own_rate if own_rate is not None and "label" in row["rate"] else Fraction(row["rate"]["value"])
