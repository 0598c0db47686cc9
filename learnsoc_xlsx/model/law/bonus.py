"""Bonus: what the money that goes with an award is reckoned from, by the day of the decision."""

from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.quantity import Quantity


@dataclass(frozen=True)
class BonusRate:
    """The rate of base pay paid with an award to a kind of subject, by decision date."""

    subject: Subject
    since: date
    rate: Quantity
    source: str


@dataclass(frozen=True)
class BasePay:
    """The base pay in đồng a month, by date."""

    since: date
    amount: int
    source: str
    verified: bool


@dataclass(frozen=True)
class Rounding:
    """To how many đồng the sum is rounded up, by decision date."""

    since: date
    to: int
    source: str
    verified: bool


@dataclass(frozen=True)
class BonusTerms:
    """What a bonus is reckoned from on a decision day, in đồng: the rate of base pay, the pay, and to what the sum is
    rounded up; None where no text in force states one.
    """

    rate: Quantity | None
    pay: BasePay | None
    rounding: Rounding | None
