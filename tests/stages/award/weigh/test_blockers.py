"""What holds a candidate back: a yes, at its cell and that of what says more of it; a blank is open and holds nobody back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from learnsoc_xlsx.model.law.awards import Award, Blocker, Condition, PhaseRules
from learnsoc_xlsx.model.law.kinds import Bearer, Candidates, ConditionTest, Reach, Subject, TitleRule
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Facts, HeldRound, OpenPoint, Outcome, Reason
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.at_once.across import Across
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.titles import judge
from learnsoc_xlsx.stages.award.weigh.weigh import Weighed, weigh

D8, D9, D10 = (Place("a.xlsx", "Đề nghị", cell) for cell in ("D8", "D9", "D10"))
PENDING = Blocker("pending", "discipline", "Đang bị xem xét kỷ luật", "pending_why")
SESSIONS = Condition("sessions", "III.1.2", "Số buổi (buổi)", ConditionTest.AT_LEAST, False, "sessions", Quantity("k", Fraction(4), "", verified=True))  # fmt: skip
AWARD = Award("village", 1, "Thôn", "III.1", Subject.COLLECTIVE, Candidates.UNITS, ("village",), "", (), (), (PENDING,), ())  # fmt: skip
ROUND = HeldRound("r", "Đợt", "r", "III.2", "", 2026, 2026, (2026,), date(2026, 12, 31), ("village",))
PHASE = replace(ROUND, years=(2025, 2026), phase="phase-1")
TITLE = Title("asked", "Thôn học tập", TitleRule.EVERY, Bearer.VILLAGE, "Điều 3", ())


def pending(value: bool | None, why: str | None = None) -> Facts:
    return {"pending": Fact(value, "Kỷ luật", (D8,)), "pending_why": Fact(why, "Nội dung", (D9,))}


def weighed(years: Mapping[int, Facts], held: HeldRound = ROUND, award: Award = AWARD) -> Weighed:
    candidate = Candidate("village", "T1", "Thôn Một", "Thôn Một", Subject.COLLECTIVE, dict(years))
    (result,) = weigh(held, award, {}, [candidate])
    return result


@pytest.mark.parametrize(
    ("facts", "actual", "places"),
    [
        (pending(True, "đơn thư"), "có (đơn thư)", (D8, D9)),
        (pending(True), "có", (D8, D9)),
        (pending(False, "đã xong"), "không", (D8,)),
        (pending(None, "đơn thư"), "chưa xác nhận", (D8,)),
        ({}, "chưa xác nhận", ()),
    ],
)
def test_what_holds_back_stands_at_its_cell_and_a_yes_at_that_of_what_says_more_of_it_too(
    facts: Facts, actual: str, places: tuple[Place, ...]
) -> None:
    (reason,) = weighed({2026: facts}).reasons

    yes, blank = actual.startswith("có"), actual == "chưa xác nhận"
    assert reason == Reason(
        "III.1", PENDING.label, actual, "không", None if blank else not yes, "", 2026, places,
        decides=yes, blocks=yes, open=OpenPoint.CONFIRMATION if blank else None,
    )  # fmt: skip


@pytest.mark.parametrize("reach", [Reach.LAST, Reach.SOME])
def test_where_no_year_of_a_phase_says_a_word_the_confirmation_is_still_asked_for(reach: Reach) -> None:
    held = replace(PHASE, rules=PhaseRules(blockers=reach))

    asked = [(reason.year, reason.open) for reason in weighed({}, held).reasons]

    years = [2026] if reach is Reach.LAST else [2025, 2026]
    assert asked == [(year, OpenPoint.CONFIRMATION) for year in years]


def test_the_last_year_of_a_phase_that_was_asked_is_the_one_that_counts() -> None:
    result = weighed({2025: pending(True)}, PHASE)

    assert [(reason.year, reason.blocks) for reason in result.reasons] == [(2025, True)]
    assert result.outcome is Outcome.ON_HOLD


@pytest.mark.parametrize(
    ("sessions", "besides"),
    [(4, ""), (3, " Ngoài ra chưa đủ điều kiện: Số buổi (III.1.2, năm 2026): 3 buổi, cần 4 buổi.")],
)
def test_who_is_held_back_is_told_by_what_and_what_is_not_met_besides_it_alone(sessions: int, besides: str) -> None:
    facts = pending(True, "đơn thư") | {"sessions": Fact(sessions, "Số buổi", (D10,))}

    result = weighed({2026: facts}, award=replace(AWARD, conditions=(SESSIONS,)))

    assert result.outcome is Outcome.ON_HOLD
    assert result.summary == f"Tạm dừng: Đang bị xem xét kỷ luật (III.1): có (đơn thư).{besides}"


def test_of_all_titles_of_the_law_those_alone_are_judged_that_the_award_asks_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[str] = []

    def noted(title: Title, answers: Answers, day: date) -> Across[judge.Judged]:
        judged.append(title.id)
        return judge.judge(title, answers, day)

    monkeypatch.setattr("learnsoc_xlsx.stages.award.weigh.weigh.judge", noted)
    condition = Condition("holds", "III.1.1", "Được công nhận", ConditionTest.TITLE, True, "asked")
    candidate = Candidate("village", "T1", "Thôn Một", "Thôn Một", Subject.COLLECTIVE, {2026: {}})

    titles = {2026: {"asked": TITLE, "other": replace(TITLE, id="other")}}
    weigh(ROUND, replace(AWARD, conditions=(condition,)), titles, [candidate])

    assert judged == ["asked"]
