"""Recognition: one treatment of all five titles, and what is said where a recognition is in doubt."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.law.kinds import Contradicted, Undated
from learnsoc_xlsx.model.law.recognition import Recognition
from learnsoc_xlsx.model.law.verdicts import Fact, OpenPoint, Value
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Threshold
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.doubts import doubts
from learnsoc_xlsx.stages.award.weigh.at_once.grounds import worded
from learnsoc_xlsx.stages.award.weigh.titles.judge import Judged
from tests.judging import judged_alone
from tests.stages.award.test_award import decide, village

LAW, _ = law().with_thresholds(
    [Threshold("learning_family.pass", Fraction(80), None, None), Threshold("learning_clan.families", Fraction(70), None, None)],
    2026,
)  # fmt: skip
TITLES = ("learning_family", "learning_clan", "learning_citizen", "learning_village", "learning_unit")
CONTRADICTED: dict[str, dict[str, Value]] = {
    "learning_family": {"gdht_1": 20, "gdht_2": 20, "gdht_3": 20, "gdht_4": 19},
    "learning_clan": {"dhht_board": False, "dhht_fund": True, "families": 10, "families_recognised": 10},
    "learning_citizen": {f"cdht_{name}": 4 for name in ("a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4", "c1", "c2")},
    "learning_village": {"cdhtthon_place": False},
    "learning_unit": {"members_trained_share": 89},
}
AS_SHIPPED = Recognition()
WORDS = {
    "learning_family": "tổng điểm không đủ: 79 điểm; cần từ 80 điểm",
    "learning_clan": "tiêu chí “Có Ban khuyến học dòng họ” không đạt",
    "learning_citizen": "tổng điểm không đủ: 40 điểm",
    "learning_village": "tiêu chí “Có nơi sinh hoạt học tập chung, tủ sách hoặc điểm truy cập” không đạt",
    "learning_unit": "tỷ lệ hoàn thành bồi dưỡng theo quy định 89 %, cần 90 %",
}


def judged(name: str, known: Mapping[str, Value], treatment: Recognition = AS_SHIPPED) -> Judged:
    title = replace(LAW.titles_in(2026)[name], treatment=treatment)
    facts = {title.mark: Fact(True, "Công nhận", (Place("a.xlsx", "Trang bìa", "D14"),))}
    return judged_alone(title, facts | {each: Fact(value, each) for each, value in known.items()}, 2026)


def test_the_plan_says_that_recognition_decides() -> None:
    treatments = {LAW.titles_in(2026)[name].treatment for name in TITLES}

    assert treatments == {Recognition(Contradicted.STANDS, Undated.OF_ITS_REPORT)}


@pytest.mark.parametrize("name", TITLES)
def test_a_recognition_that_its_own_criteria_contradict_stands_and_the_failing_criterion_is_named(name: str) -> None:
    found = judged(name, CONTRADICTED[name])

    assert (found.met, found.rule.met) == (True, False)
    assert found.doubt is not None
    assert (found.doubt.open, found.doubt.decides) == (OpenPoint.RECOGNITION, False)
    assert f"nhưng {WORDS[name]}" in found.doubt.actual
    assert worded(found.doubt).grounds == ((2026, found.title.mark),)


@pytest.mark.parametrize("name", TITLES)
def test_the_decision_s_file_may_leave_a_contradicted_recognition_undecided_for_all_alike(name: str) -> None:
    found = judged(name, CONTRADICTED[name], Recognition(contradicted=Contradicted.UNDECIDED))

    assert found.met is None
    assert found.recognition is not None
    assert "nhưng" in found.recognition.actual


@pytest.mark.parametrize("name", TITLES)
@pytest.mark.parametrize(("undated", "met"), [(Undated.OF_ITS_REPORT, True), (Undated.UNKNOWN, None)])
def test_a_recognition_without_its_day_is_treated_alike_for_all(name: str, undated: Undated, met: bool | None) -> None:
    assert judged(name, {}, Recognition(undated=undated)).met is met


def test_a_doubt_is_one_finding_at_its_cell_however_many_rounds_see_it() -> None:
    verdicts = [decide([village("A", cdhtthon_branch=False)])["A"]] * 2
    (place,) = {reason.places[0] for each in verdicts for reason in each.reasons if reason.open}

    (finding,) = doubts(verdicts, {"thon.xlsx": 7}, ())

    assert (finding.code, finding.place, finding.submission) == (Code.RECOGNITION_DOUBTED, place, 7)
    assert "đã được công nhận năm 2025 nhưng tiêu chí “Có chi hội khuyến học hoạt động” không đạt" in finding.message
    assert list(doubts(verdicts, {"thon.xlsx": 7}, {place})) == []


def test_who_was_recognised_and_meets_the_criteria_is_in_no_doubt() -> None:
    assert list(doubts(decide([village("A")]).values(), {"thon.xlsx": 7}, ())) == []
