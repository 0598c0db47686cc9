"""Standing: how a verdict is shown, and what a page says of its rounds: what they are, under which choices, what is doubled."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.model.law.texts.bases import articles
from learnsoc_xlsx.model.law.verdicts import Elsewhere, HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.report import Look
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_number

TIED = "≡ Đồng hạng, Hội đồng quyết định"
FORECAST = "◌ Dự báo đạt"
_CHOICES = "Những điều Kế hoạch để xã chọn (trang “Lựa chọn” của danh bạ):"
_NOT_VERIFIED = ", chưa kiểm chứng"
"""What stands behind a text that was not held against its original."""
NOT_A_RESULT = "DỰ BÁO, CHƯA PHẢI KẾT QUẢ XÉT"
STANDINGS = (*(f"{outcome.sign} {outcome.label}" for outcome in Outcome), TIED, FORECAST)
"""Every way in which a verdict may be shown, in order."""
_LOOKS = {
    Outcome.RECOMMENDED: Look.GOOD,
    Outcome.RESERVE: Look.PLAIN,
    Outcome.ON_HOLD: Look.DOUBT,
    Outcome.NOT_ELIGIBLE: Look.FAINT,
    Outcome.UNDECIDED: Look.DOUBT,
}


def standing(verdict: Verdict) -> str:
    """Return a verdict as it is shown, a sign and words: equals among whom the council decides are no reserve, and who does
    well in a forecast is not proposed.
    """
    if verdict.tied:
        return TIED
    if verdict.forecast and verdict.outcome is Outcome.RECOMMENDED:
        return FORECAST
    return f"{verdict.outcome.sign} {verdict.outcome.label}"


def standing_in_words(verdict: Verdict) -> str:
    """Return a verdict as a sentence says it, without its sign."""
    return standing(verdict).partition(" ")[2]


def look_of(verdict: Verdict) -> Look:
    """Return how a verdict looks."""
    if verdict.tied:
        return Look.DOUBT
    return Look.PLAIN if verdict.forecast and verdict.outcome is Outcome.RECOMMENDED else _LOOKS[verdict.outcome]


def about(held: HeldRound) -> str:
    """Say of a round what it is, by which article, on what years, and whether it can change yet."""
    years = ", ".join(str(year) for year in held.years)
    base = f"{held.name} (mục {held.article} Kế hoạch). Hình thức khen thưởng: {held.form_of_award}. Xét thành tích năm {years}"
    if held.forecast:
        return f"{NOT_A_RESULT}: mới có số liệu đến năm {held.years[-1]}. {base}. Không có tiền thưởng, không ký."
    base = f"{base}; ngày quyết định {format_date(held.decided_on)}."
    base += f" Căn cứ: {articles(held.bases)}." if held.bases else ""
    return f"{base} TẠM TÍNH: chưa hết hạn nộp báo cáo năm {held.years[-1]}." if held.provisional else base


def in_round(held: HeldRound) -> str:
    """Say of a round in one line, beside a list of names, what it is and whether it can change yet."""
    if held.forecast:
        return f"{NOT_A_RESULT}: mới có số liệu đến năm {held.years[-1]}. {held.name}."
    still = f" TẠM TÍNH: chưa hết hạn nộp báo cáo năm {held.years[-1]}." if held.provisional else ""
    return f"{held.name} (mục {held.article} Kế hoạch), ngày quyết định {format_date(held.decided_on)}.{still}"


def forecast_of(rounds: Sequence[HeldRound]) -> tuple[str, ...]:
    """Return the sentence that every page of a forecast bears; none for rounds that are held in earnest."""
    return (f"{NOT_A_RESULT}.",) if any(held.forecast for held in rounds) else ()


def chosen(rounds: Sequence[HeldRound], awards: Collection[str] = ()) -> tuple[str, ...]:
    """Say under which choices of the commune rounds are held, and which of them are only the default, a line a subject.

    Of the choices that each award has only those of `awards`.
    """
    shown = {choice.key: choice for held in rounds for choice in held.choices if _speaks_of(choice, awards)}
    lines: dict[str, list[str]] = {}
    for choice in shown.values():
        subject, _, asked = choice.label.rpartition(": ")
        lines.setdefault(f"{subject or 'Chung'} ({choice.whose})", []).append(
            f"{asked[:1].upper()}{asked[1:]}: {choice.shown}."
        )
    listed = tuple(f"{subject}. {' '.join(sentences)}" for subject, sentences in lines.items())
    return (_CHOICES, *listed) if listed else ()


def _speaks_of(choice: OpenChoice, awards: Collection[str]) -> bool:
    """Whether a choice is of every award, or of one of these."""
    first, _, rest = choice.key.partition(".")
    return first != "award" or rest.partition(".")[0] in awards


# What is proposed more than once


def elsewhere(verdict: Verdict) -> Iterator[str]:
    """Say where else the subject of a verdict is proposed."""
    sure = [where_else(other, verdict) for other in verdict.also if other.sure]
    maybe = [where_else(other, verdict) for other in verdict.also if not other.sure]
    if sure:
        yield f"Cũng được đề nghị ở: {'; '.join(dict.fromkeys(sure))}."
    if maybe:
        yield f"Trùng tên, có thể là một, với đề nghị ở: {'; '.join(dict.fromkeys(maybe))}."


def where_else(other: Elsewhere, verdict: Verdict) -> str:
    """Return the round in which a subject is proposed as well, with the unit where that is another."""
    return other.name if other.unit == verdict.unit else f"{other.name} ({other.unit_name})"


def received_before(verdict: Verdict) -> Iterator[str]:
    """Say what the subject of a verdict was awarded before."""
    sure = [award.words for award in verdict.received if award.sure]
    maybe = [award.words for award in verdict.received if not award.sure]
    if sure:
        yield f"Khen thưởng đã nhận: {'; '.join(dict.fromkeys(sure))}."
    if maybe:
        yield f"Trùng tên, có thể là một, với: {'; '.join(dict.fromkeys(maybe))}."


def doubled(verdicts: Sequence[Verdict], rounds: Iterable[HeldRound]) -> tuple[str, ...]:
    """Say how much of the money of these verdicts of `rounds` is reckoned once more where the same subjects are proposed
    elsewhere, or where subjects are that may be the same; and by which texts it may not be paid twice.
    """
    sure = [verdict for verdict in verdicts if _amount(verdict) and _paid_elsewhere(verdict, sure=True)]
    maybe = [verdict for verdict in verdicts if _amount(verdict) and _paid_elsewhere(verdict, sure=False)]
    sums = []
    if sure:
        sums.append(f"{_sum(sure)} cũng được đề nghị, và cũng được tính tiền, ở: {_rounds(sure, sure=True)}")
    if maybe:
        sums.append(
            f"{_sum(maybe)} trùng tên, có thể là một, với đề nghị cũng được tính tiền ở: {_rounds(maybe, sure=False)}"
        )
    if not sums:
        return ()
    once = _texts(rounds, {verdict.round for verdict in (*sure, *maybe)})
    sentence = f"Trong tiền thưởng dự kiến có {'; và '.join(sums)}. Không cộng hai nơi với nhau; một thành tích chỉ khen một lần"
    return (f"{sentence} ({once})." if once else f"{sentence}.",)


def _texts(rounds: Iterable[HeldRound], of: Collection[str]) -> str:
    """The texts by which one achievement is awarded once, as they stand on the days of these rounds, with their mark."""
    texts = (basis for held in rounds if held.id in of for basis in held.once)
    return "; ".join(dict.fromkeys(f"{one.article}{'' if one.verified else _NOT_VERIFIED}" for one in texts))


def _paid_elsewhere(verdict: Verdict, *, sure: bool) -> list[Elsewhere]:
    return [other for other in verdict.also if other.sure is sure and other.amount]


def _sum(verdicts: Sequence[Verdict]) -> str:
    return f"{format_number(sum(map(_amount, verdicts)))} đồng của {len(verdicts)} đối tượng"


def _rounds(verdicts: Sequence[Verdict], *, sure: bool) -> str:
    return "; ".join(dict.fromkeys(other.name for verdict in verdicts for other in _paid_elsewhere(verdict, sure=sure)))


def _amount(verdict: Verdict) -> int:
    return (verdict.bonus.amount or 0) if verdict.proposed and verdict.bonus else 0
