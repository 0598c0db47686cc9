"""Money: the bonus that goes with an award, exact, and how it was reckoned."""

from typing import Protocol

from learnsoc_xlsx.model.law.decisions import BasePay, Quantity
from learnsoc_xlsx.model.law.verdicts import Bonus
from learnsoc_xlsx.vietnamese.numbers import format_number

ABOVE = Bonus(None, "Mức thưởng do cấp trên quyết định.", False)


class Money(Protocol):
    """What a bonus is reckoned from on a day; None where nothing is in force."""

    @property
    def rate(self) -> Quantity | None: ...
    @property
    def pay(self) -> BasePay | None: ...
    @property
    def rounding(self) -> int: ...


def bonus_of(money: Money) -> Bonus:
    """Return rate × base pay in đồng, rounded up to whole `rounding`; no amount, but a sentence, where one is missing."""
    if money.rate is None or money.pay is None:
        return Bonus(None, "Không có quy định về tiền thưởng cho ngày quyết định này.", False)
    if money.rate.value is None:
        said = f"Chưa có hệ số tiền thưởng ({money.rate.source}); xã ghi vào danh bạ, mã {money.rate.key}."
        return Bonus(None, said, False)
    exact = money.rate.value * money.pay.amount
    amount = int(-(-exact // money.rounding) * money.rounding)
    basis = (
        f"{format_number(money.rate.value, 2)} × {format_number(money.pay.amount)} đồng ({money.rate.source}; "
        f"{money.pay.source}), làm tròn lên {format_number(money.rounding)} đồng"
    )
    return Bonus(amount, basis, money.rate.verified and money.pay.verified)
