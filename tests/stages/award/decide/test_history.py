"""What a subject was awarded before: by the register and by the council; what a round looks at is not awarded twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from learnsoc_xlsx.model.form.form import Sheet, SheetKind, SpeaksOf
from learnsoc_xlsx.model.law.awards import PhaseRules
from learnsoc_xlsx.model.law.council import Decided, Opinion, Received, Standing
from learnsoc_xlsx.model.law.kinds import Achievement, Subject
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Facts, HeldRound
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.register import PastAward, Profile, Register
from learnsoc_xlsx.model.returns.statements import Statement
from learnsoc_xlsx.stages.award.decide.decide import Council
from learnsoc_xlsx.stages.award.decide.history import Confirmed, History, confirmed, of_register, of_round
from tests.stages.award.decide.record import HELD, held

UNTIL = date(2026, 12, 5)
ROW = Place("danh ba.xlsx", "Đã khen", "7:7")
AWARD = PastAward(2025, "individual", "Lê Văn An", 1970, "T1", "Giấy khen", "12/QĐ-UBND", date(2025, 12, 20), "UBND xã", "Khuyến học", ROW)  # fmt: skip
PHASE = HeldRound("final", "Tổng kết", "final", "III.2.2", "", 2027, 2027, (2026, 2027), date(2027, 12, 31), ("citizen",), "phase-2")  # fmt: skip
OTHER = PhaseRules(awarded=Achievement.OTHER)
CELL = Place("xac nhan.xlsx", "Xác nhận", "F9")


def told(award: PastAward, until: date = UNTIL) -> tuple[list[Received], list[tuple[str, str, str, str]]]:
    """What the register tells of one award, and what is said of its row."""
    profile = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
    layouts = {"past_awards": Layout("danh ba.xlsx", "Đã khen", {"decided_on": "H"})}
    register = Register("danh ba.xlsx", (profile,), (), past_awards=(award,), layouts=layouts)
    received, findings = of_register(register, until)
    return received, [(of.code.code, of.place.cell, of.given, of.expected) for of in findings]


def test_an_award_of_the_register_is_told_in_all_its_words() -> None:
    received, said = told(AWARD)

    words = "Giấy khen, QĐ 12/QĐ-UBND ngày 20/12/2025 của UBND xã, Khuyến học, thành tích năm 2025"
    assert received == [
        Received(Subject.INDIVIDUAL, "T1", "Lê Văn An", 1970, "", (2025,), date(2025, 12, 20), words, ROW)
    ]
    assert said == []


def test_of_what_the_register_leaves_out_nothing_is_said() -> None:
    bare = replace(AWARD, form=None, number=None, decided_on=None, issuer=None, achievement=None, unit=None)

    (one,), said = told(bare)

    assert (one.words, one.unit, one.day, said) == ("thành tích năm 2025", "", None, [])


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        (date(2026, 12, 5), ""),
        (date(2026, 12, 6), "sau ngày lấy số liệu 05/12/2026"),
        (date(2025, 1, 1), ""),
        (date(2024, 12, 31), "trước năm của thành tích (2025)"),
    ],
)
def test_an_award_whose_day_cannot_be_is_left_out_and_said_at_that_cell(day: date, fault: str) -> None:
    received, said = told(replace(AWARD, decided_on=day))

    assert bool(received) is not bool(fault)
    assert said == ([("D81", "H7", f"{day:%d/%m/%Y}", fault)] if fault else [])


# What the council agreed on


def decided(opinion: Opinion = Opinion.AGREED, standing: Standing = Standing.APPLIED) -> Decided:
    return Decided("annual-2026", "citizen", "T1", "Thôn Một", "Lê Văn An", 1970, opinion, 8, 0, "Giấy khen", "", CELL, standing)  # fmt: skip


def meeting(present: int, on: date | None = None) -> Council:
    day: dict[str, Any] = {"held_on": on} if on else {}
    return held([], [], members=9, present=present, **day)


def test_what_the_council_agreed_on_is_an_award_with_the_day_of_the_meeting() -> None:
    sitting = meeting(8, date(2026, 12, 10)).sitting

    assert of_round(HELD, sitting, [decided()], {"citizen": Subject.INDIVIDUAL}) == [
        Received(
            Subject.INDIVIDUAL, "T1", "Lê Văn An", 1970, "annual-2026", (2026,), date(2026, 12, 10),
            "Giấy khen: Khen thưởng hằng năm 2026, Hội đồng họp ngày 10/12/2026", CELL,
        )
    ]  # fmt: skip


def test_a_meeting_without_a_day_gives_an_award_without_one() -> None:
    (one,) = of_round(HELD, meeting(8).sitting, [decided()], {"citizen": Subject.INDIVIDUAL})

    assert (one.day, one.words) == (None, "Giấy khen: Khen thưởng hằng năm 2026")


@pytest.mark.parametrize(
    ("one", "present", "upward"),
    [
        (decided(Opinion.NOT_AGREED), 8, False),
        (decided(Opinion.LATER), 8, False),
        (decided(standing=Standing.CHANGED), 8, False),
        (decided(standing=Standing.BY_HAND), 8, False),
        (decided(), 5, False),
        (decided(), 8, True),
    ],
)
def test_no_award_comes_of_what_is_not_agreed_not_applied_not_decided_here_or_by_too_few(
    one: Decided, present: int, upward: bool
) -> None:
    round_held = replace(HELD, upward=upward)

    assert of_round(round_held, meeting(present).sitting, [one], {"citizen": Subject.INDIVIDUAL}) == []


# Whose an award is


def candidate(**more: object) -> Candidate:
    return replace(Candidate("citizen", "T1", "Thôn Một", "Lê Văn An", Subject.INDIVIDUAL, {}, born=1970), **more)  # type: ignore[arg-type]


def received(**more: object) -> Received:
    one = Received(Subject.INDIVIDUAL, "T1", "Lê Văn An", 1970, "", (2026,), date(2026, 3, 1), "Giấy khen", ROW)
    return replace(one, **more)  # type: ignore[arg-type]


def after(
    awards: Sequence[Received],
    who: Candidate,
    round_held: HeldRound = HELD,
    words: dict[Place, Confirmed] | None = None,
) -> tuple[Candidate, list[tuple[str, str, str]]]:
    """What is known of a candidate after its history is told, and what is said."""
    ((known, finding),) = History(awards, words or {}).tell(round_held, [who])
    return known, [(finding.code.code, finding.given, finding.expected)] if finding else []


@pytest.mark.parametrize(
    ("more", "whose"),
    [
        ({}, [True]),
        ({"subject": "LÊ  VĂN AN"}, [True]),
        ({"unit": "T2"}, [True]),
        ({"born": 1971}, []),
        ({"born": None}, [True]),
        ({"born": None, "unit": "T2"}, [False]),
        ({"kind": Subject.HOUSEHOLD}, []),
        ({"subject": "Lê Văn Anh"}, []),
    ],
)
def test_a_person_is_known_by_name_and_birth_and_without_birth_surely_in_its_own_unit_alone(
    more: dict[str, object], whose: list[bool]
) -> None:
    known, _ = after([received(**more)], candidate())

    assert [one.sure for one in known.received] == whose


@pytest.mark.parametrize(
    ("unit", "subject", "mine"), [("T1", "tên cũ", True), ("", "Thôn Một", True), ("T2", "Thôn Một", False), ("", "Thôn Hai", False)]
)  # fmt: skip
def test_a_unit_is_known_by_its_id_and_without_one_by_its_name(unit: str, subject: str, mine: bool) -> None:
    who = candidate(kind=Subject.COLLECTIVE, subject="Thôn Một", born=None)

    known, _ = after([received(kind=Subject.COLLECTIVE, unit=unit, subject=subject, born=None)], who)

    assert bool(known.received) is mine


def test_awards_are_told_the_oldest_first_and_those_without_a_day_last_of_their_year() -> None:
    awards = [
        received(words="c", day=None),
        received(words="b"),
        received(words="a", years=(2024,), day=date(2026, 5, 1)),
        received(words="0", day=date(2026, 2, 1)),
    ]

    known, _ = after(awards, candidate())

    assert [one.words for one in known.received] == ["a", "0", "b", "c"]


# Whether it is the same achievement


def awarded(known: Candidate, year: int = 2026) -> object:
    fact = known.facts.get(year, {}).get("already_awarded")
    return fact and fact.value


def test_an_award_for_the_year_of_the_round_is_a_fact_with_its_words_and_its_place() -> None:
    facts: dict[int, Facts] = {2026: {"x": Fact(1, "x")}, 2025: {"y": Fact(2, "y")}}

    known, said = after([received(), received(words="Bằng khen", day=date(2026, 4, 1))], candidate(facts=facts))

    mine = known.facts[2026]
    assert mine["already_awarded"] == Fact(True, "Đã được khen cho cùng thành tích", (ROW, ROW))
    assert mine["already_awarded_by"] == Fact("Giấy khen; Bằng khen", "Quyết định đã khen", (ROW, ROW))
    assert (mine["x"], known.facts[2025]) == (Fact(1, "x"), {"y": Fact(2, "y")})
    assert said == []


@pytest.mark.parametrize(
    ("one", "round_held", "same"),
    [
        (received(years=(2025,)), HELD, False),
        (received(round="annual-2026"), HELD, False),
        (received(born=None, unit="T2"), HELD, False),
        (received(), PHASE, True),
        (received(), replace(PHASE, rules=OTHER), False),
        (received(years=(2026, 2027)), replace(PHASE, rules=OTHER), True),
        (received(round="annual-2026"), replace(HELD, id="upward-2026", upward=True), True),
        (received(round="annual-2026"), replace(HELD, id="upward-2026", upward=True, rules=OTHER), False),
        (received(), replace(HELD, id="upward-2026", upward=True, rules=OTHER), True),
        (received(), replace(HELD, rules=OTHER), True),
    ],
)
def test_an_award_is_for_the_same_where_years_meet_and_the_commune_did_not_choose_otherwise(
    one: Received, round_held: HeldRound, same: bool
) -> None:
    known, _ = after([one], candidate(), round_held)

    assert bool(awarded(known, round_held.year)) is same


# What the commune confirmed


@pytest.mark.parametrize(
    ("day", "stands"),
    [(date(2026, 2, 28), False), (date(2026, 3, 1), True), (date(2026, 3, 2), True), (None, True)],
)
def test_the_commune_s_word_stands_over_an_award_of_the_day_before_it_or_of_that_day(
    day: date | None, stands: bool
) -> None:
    facts = {2026: {"already_awarded": Fact(False, "", (CELL,))}}

    known, said = after([received()], candidate(facts=facts), words={CELL: Confirmed(day, 4)})

    assert awarded(known) is not stands
    assert said == ([("D80", "“không”", f"Giấy khen ({ROW})")] if stands else [])


def test_where_the_commune_agrees_nothing_is_said() -> None:
    facts = {2026: {"already_awarded": Fact(True, "", (CELL,))}}

    assert after([received()], candidate(facts=facts), words={CELL: Confirmed(None, 4)})[1] == []


@pytest.mark.parametrize("fact", [Fact(False, "", (ROW,)), Fact(False, ""), Fact(None, "", (CELL,))])
def test_the_word_of_somebody_else_or_no_word_does_not_stand_over_an_award(fact: Fact) -> None:
    facts = {2026: {"already_awarded": fact}}

    known, said = after([received()], candidate(facts=facts), words={CELL: Confirmed(None, 4)})

    assert (awarded(known), said) == (True, [])


def test_an_award_without_a_day_does_not_stand_over_the_commune_s_word() -> None:
    facts = {2026: {"already_awarded": Fact(False, "", (CELL,))}}

    known, _ = after([received(day=None)], candidate(facts=facts), words={CELL: Confirmed(date(2026, 1, 1), 4)})

    assert awarded(known) is False


WORD = Sheet("words", "Xác nhận", "", SheetKind.LIST, (), speaks_of=SpeaksOf("kind", "name", "born", "unit", on="on"))


def statement(said_of_it: bool | None, on: Fact | None) -> Statement:
    """The commune's word on somebody, given on a day."""
    facts = {"already_awarded": Fact(said_of_it, "", (CELL,))} | ({"on": on} if on else {})
    return Statement(WORD, "individual", "Lê Văn An", "T1", 1970, 2026, facts, 4, replace(CELL, cell="9:9"))


@pytest.mark.parametrize(
    ("on", "day"),
    [
        (Fact(date(2026, 3, 2), "Ngày"), date(2026, 3, 2)),
        (Fact(None, "Ngày"), None),
        (Fact(2026, "Năm"), None),
        (None, None),
    ],
)
@pytest.mark.parametrize("word", [True, False])
def test_the_commune_s_word_is_kept_by_its_cell_with_its_day_where_it_has_one(
    on: Fact | None, day: date | None, word: bool
) -> None:
    assert confirmed([statement(word, on)]) == {CELL: Confirmed(day, 4)}


def test_where_the_commune_left_it_blank_it_confirmed_nothing() -> None:
    assert confirmed([statement(None, Fact(date(2026, 3, 2), "Ngày"))]) == {}
