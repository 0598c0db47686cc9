"""Money: the bonus that goes with an award, exact, and how it was reckoned."""

from dataclasses import replace

from learnsoc_xlsx.model.law.awards import FormOfAward
from learnsoc_xlsx.model.law.bonus import BonusTerms
from learnsoc_xlsx.model.law.verdicts import Bonus
from learnsoc_xlsx.vietnamese.numbers import format_in_full, format_number

_WHOLE = 1
"""In đồng: what a sum is rounded up to where no text rounds it."""
ABOVE = Bonus(None, "Mức thưởng do cấp trên quyết định.", False)


def bonus_in(form: FormOfAward, terms: BonusTerms) -> Bonus:
    """Return the money that goes with a form of award: by law with a giấy khen, else only what the commune set for it."""
    if form.by_law:
        return bonus_of(terms)
    if form.rate is None:
        return Bonus(0, f"Hình thức: {form.name}; không kèm tiền thưởng.", True)
    return bonus_of(replace(terms, rate=form.rate))


def bonus_of(terms: BonusTerms) -> Bonus:
    """Return rate × base pay in đồng, rounded up as a text says (where none does, to whole đồng); no amount, but a sentence,
    where one is missing. It is verified where all that it is reckoned from is.
    """
    if terms.rate is None or terms.pay is None:
        return Bonus(None, "Không có quy định về tiền thưởng cho ngày quyết định này.", False)
    if terms.rate.value is None:
        basis = f"Chưa có hệ số tiền thưởng ({terms.rate.source}); xã ghi vào danh bạ, mã {terms.rate.key}."
        return Bonus(None, basis, False)
    exact, rounding = terms.rate.value * terms.pay.amount, terms.rounding
    to = rounding.to if rounding else _WHOLE
    basis = (
        f"{format_in_full(terms.rate.value, 2)} × {format_number(terms.pay.amount)} đồng ({terms.rate.source}; "
        f"{terms.pay.source}), làm tròn lên {format_number(to)} đồng"
    )
    basis += f" ({rounding.source})" if rounding else ""
    verified = terms.rate.verified and terms.pay.verified and (rounding is None or rounding.verified)
    return Bonus(int(-(-exact // to) * to), basis, verified)
