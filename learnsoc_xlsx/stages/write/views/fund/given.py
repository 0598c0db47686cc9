"""Given: who is awarded in a year: those on whom the council agreed, or, where it has not met, those who are recommended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, HeldRound, Verdict
from learnsoc_xlsx.stages.write.scope import Scope

OF_WHICH_YEAR = (
    "Mỗi đợt xét tính vào năm của ngày quyết định; chưa ghi ngày quyết định (trang “Văn bản” hoặc “Số lượng khen” của danh bạ) "
    "thì tính vào năm của đợt xét."
)
EXPECTED = "dự kiến"
IF_EXPECTED = (
    "Dự kiến: chưa có biểu kết quả họp đủ thành viên, có kết luận của Hội đồng về đợt ấy, nên lấy theo kết quả xét."
)
SUBJECTS = {
    Subject.COLLECTIVE: "Tập thể",
    Subject.HOUSEHOLD: "Hộ gia đình",
    Subject.CLAN: "Dòng họ",
    Subject.INDIVIDUAL: "Cá nhân",
}


@dataclass(frozen=True)
class GivenAward:
    """An award to one subject: in which form, with which money; `agreed`: by the council, else only recommended."""

    held: HeldRound
    verdict: Verdict
    form: str
    bonus: Bonus | None
    agreed: bool


def given_in(scope: Scope) -> list[GivenAward]:
    """Return all that is given in the year of a workbook, proposals to the level above among it, round by round."""
    concluded = {held.id for held in scope.lookup.rounds if scope.whole.is_concluded(held)}
    return [
        one
        for held in scope.lookup.rounds
        for verdict in scope.verdicts(held)
        if held.day_of(verdict.award).year == scope.year and (one := _given(held, verdict, held.id in concluded))
    ]


def _given(held: HeldRound, verdict: Verdict, concluded: bool) -> GivenAward | None:
    if not concluded:
        form = held.form_of(verdict.award).name
        return GivenAward(held, verdict, form, verdict.bonus, agreed=False) if verdict.proposed else None
    decided = verdict.decided
    if decided is None or not decided.is_final:
        return None
    return GivenAward(held, verdict, decided.form, decided.bonus, agreed=True)


def about_years(scope: Scope, given: Iterable[GivenAward]) -> Iterator[str]:
    """Say by which year rounds are counted, which of this year are counted in another, and what is only expected."""
    yield OF_WHICH_YEAR
    for held in scope.lookup.rounds:
        if held.named_after == scope.year and not held.forecast:
            for year in sorted({held.day_of(award).year for award in held.awards} - {scope.year}):
                yield f"“{held.name}” quyết định năm {year}, tính vào năm {year}."
    if not all(one.agreed for one in given):
        yield IF_EXPECTED
