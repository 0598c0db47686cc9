"""One person over the years: the row that tells who is meant in one year tells it in all; nobody is guessed at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import AddsUp, Field, Kind
from learnsoc_xlsx.model.law.awards import PhaseRule, PhaseRules
from learnsoc_xlsx.model.law.kinds import Reach
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, HeldRound
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.statements import NOTHING_SPOKEN, Spoken
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier
from learnsoc_xlsx.stages.award.nominate.nominate import nominate
from learnsoc_xlsx.stages.award.nominate.nominees import untaken
from learnsoc_xlsx.vietnamese.letters import unaddressed
from tests.stages.award.test_nominate import CITIZENS as PLAIN
from tests.stages.award.test_nominate import NOMINATIONS, frame

LAW = law()
AN, YEARS = "Lê Văn An", (2024, 2025)
CITIZENS = replace(
    PLAIN, fields=(*PLAIN.fields[:2], Field("labour_days", "Ngày công", Kind.COUNT, adds_up=AddsUp.FLOW))
)
CELLS = {"award": "B", "name": "C", "birth_year": "D", "already_awarded": "F", "pending": "G", "upward": "H"}
Person = tuple[str, int | None, int]
Named = tuple[str, int | None]
People = Mapping[int, Sequence[Person]]
Marks = Mapping[str, bool]
_NO_MARKS: Marks = {}
PHASE = HeldRound(
    "interim-2025", "Sơ kết", "interim", "III.2.2", "", 2025, 2025, YEARS, date(2025, 12, 31), ("citizen",), "phase-1"
)


def under(rules: PhaseRules) -> HeldRound:
    return replace(PHASE, rules=rules)


def dossier(
    listed: Mapping[int, Sequence[Person]],
    named: Mapping[int, Sequence[Named]],
    kind: str = "village",
    marks: Marks = _NO_MARKS,
    spoken: Spoken = NOTHING_SPOKEN,
) -> Dossier:
    """A unit's lists of (name, birth year, days of labour) and its nominations, by year; `marks` are on the last line named, and “không” on those before."""
    rows = [(year, 7 + at, *person) for year, people in listed.items() for at, person in enumerate(people)]
    asked = [
        (year, 7 + at, "individual", *who, None, *(marks.get(name) if at == len(people) - 1 else (False if marks else None) for name in ("already_awarded", "pending", "upward")), "")
        for year, people in named.items()
        for at, who in enumerate(people)
    ]  # fmt: skip
    years = sorted({*YEARS, *listed, *named})
    layouts = {year: Layout(f"{year}.xlsx", "S", CELLS) for year in years}
    sent = {
        year: Submission(year, f"{year}.xlsx", "", 0, Status.ACCEPTED, Stamp("village", "", year), "A")
        for year in years
    }
    unit = Unit("A", kind, "Thôn A", "X", None, None, None, None, None)
    profile = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
    tables = [Table(CITIZENS, frame(rows, CITIZENS), layouts), Table(NOMINATIONS, frame(asked, NOMINATIONS), layouts)]
    return Dossier(tables, sent, [], Register("danh ba.xlsx", (profile,), (unit,)), spoken)


def held(
    listed: Mapping[int, Sequence[Person]],
    named: Mapping[int, Sequence[Named]],
    round_: HeldRound = PHASE,
    marks: Marks = _NO_MARKS,
) -> tuple[list[Candidate], list[Finding]]:
    awards = [each for each in LAW.awards_in(2025) if each.id == "citizen"]
    return nominate(dossier(listed, named, marks=marks), round_, awards)


def test_what_one_round_asked_of_a_dossier_changes_nothing_for_the_next() -> None:
    people: People = {2024: [(AN, 1951, 40)], 2025: [(AN, 1951, 7)]}
    named = {2024: [("Trần Văn Ba", 1960), (AN, 1951)], 2025: [(AN, 1951)]}
    of_2025 = replace(PHASE, id="annual-2025", years=(2025,), phase="")
    last = under(PhaseRules(candidates=Reach.LAST))
    awards = [each for each in LAW.awards_in(2025) if each.id == "citizen"]
    asked_before = dossier(people, named, marks={"upward": True})

    together = [nominate(asked_before, one, awards) for one in (of_2025, PHASE, last)]

    assert together == [
        nominate(dossier(people, named, marks={"upward": True}), one, awards) for one in (of_2025, PHASE, last)
    ]
    assert len({str(candidates) for candidates, _ in together}) == 3


def test_where_the_last_year_s_nominations_make_the_candidates_those_of_before_still_tell_of_them() -> None:
    named = {2024: [("Trần Văn Ba", 1960), (AN, 1951)], 2025: [(AN, 1951), ("Lê Thị Tư", 1970)]}
    people: People = {2025: [(AN, 1951, 7), ("Lê Thị Tư", 1970, 5)]}

    candidates, findings = held(people, named, under(PhaseRules(candidates=Reach.LAST)), marks={"pending": True})

    assert [one.subject for one in candidates] == [AN, "Lê Thị Tư"]
    assert {year: facts["pending"].value for year, facts in candidates[0].facts.items()} == {2024: True, 2025: False}
    assert findings == []


def days(candidate: Candidate) -> dict[int, object]:
    """The days of labour of each year in which it is known who is meant."""
    return {year: of["labour_days"].value for year, of in candidate.facts.items() if "labour_days" in of}


def test_of_two_men_of_one_name_the_rows_are_never_mixed() -> None:
    ((candidate,), findings) = held({2024: [(AN, 1951, 40)], 2025: [(AN, 1978, 3)]}, {2025: [(AN, None)]})

    assert days(candidate) == {2025: 3}
    assert candidate.born == 1978
    assert findings == []


def test_the_row_that_tells_who_is_meant_in_his_year_tells_it_among_two_of_another_year() -> None:
    people: People = {2024: [(AN, 1951, 40), (AN, 1978, 5)], 2025: [(AN, 1978, 3)]}

    ((candidate,), _) = held(people, {2025: [(AN, None)]})

    assert days(candidate) == {2024: 5, 2025: 3}


def test_the_year_of_birth_of_the_nomination_tells_it_in_every_year() -> None:
    people: People = {2024: [(AN, 1951, 40), (AN, 1978, 5)], 2025: [(AN, 1951, 7), (AN, 1978, 3)]}

    ((candidate,), findings) = held(people, {2025: [(AN, 1951)]})

    assert days(candidate) == {2024: 40, 2025: 7}
    assert findings == []


def test_where_it_cannot_be_told_nobody_is_taken_and_both_rows_are_named() -> None:
    people: People = {2024: [(AN, 1951, 40)], 2025: [(AN, 1951, 7), (AN, 1978, 3)]}

    ((candidate,), findings) = held(people, {2025: [(AN, None)]})

    assert 2025 not in days(candidate)
    assert [(doubt.year, doubt.births) for doubt in candidate.doubts] == [(2025, ("1951", "1978"))]
    assert [place.cell for place in candidate.doubts[0].places] == ["C7", "C8"]
    assert [each.code.code for each in findings] == ["D17"]


def test_a_nominee_of_whom_it_cannot_be_told_is_undecided_and_the_reason_names_both_rows() -> None:
    people: People = {2025: [(AN, 1951, 70), (AN, 1978, 30)]}
    ((candidate,), _) = held(people, {2025: [(AN, None)]})
    awards = [each for each in LAW.awards_in(2025) if each.id == "citizen"]

    (verdict,) = award(PHASE, awards, {2025: LAW.titles_in(2025)}, [candidate], {}, LAW.bonus)

    assert verdict.outcome.word == "undecided"
    assert "các dòng cùng tên trong danh sách: sinh 1951 (ô C7); sinh 1978 (ô C8)" in verdict.summary


def test_a_row_without_year_of_birth_tells_its_own_year_and_leaves_a_year_of_two_men_open() -> None:
    people: People = {2024: [(AN, 1951, 40), (AN, 1978, 5)], 2025: [(AN, None, 3)]}

    ((candidate,), _) = held(people, {2025: [(AN, None)]})

    assert days(candidate) == {2025: 3}
    assert [doubt.year for doubt in candidate.doubts] == [2024]


def test_the_row_that_gives_the_very_year_of_birth_is_taken_before_one_that_gives_none() -> None:
    people: People = {2024: [(AN, None, 40), (AN, 1978, 5)], 2025: [(AN, None, 7), (AN, 1978, 3)]}

    ((candidate,), findings) = held(people, {2025: [(AN, 1978)]})

    assert (days(candidate), findings) == ({2024: 5, 2025: 3}, [])


def test_rows_of_two_years_of_birth_in_other_years_are_nobody_s_where_his_own_row_gives_none() -> None:
    people: People = {2024: [(AN, 1951, 40)], 2025: [(AN, None, 3)], 2026: [(AN, 1978, 5)]}
    three = replace(PHASE, years=(2024, 2025, 2026), year=2026, named_after=2026)

    ((candidate,), _) = held(people, {2025: [(AN, None)]}, three)

    assert days(candidate) == {2025: 3}
    assert [doubt.year for doubt in candidate.doubts] == [2024, 2026]


def test_a_doubt_of_an_earlier_year_decides_only_where_that_year_does() -> None:
    people: People = {2024: [(AN, 1951, 40), (AN, 1978, 5)], 2025: [(AN, None, 3)]}
    every = PhaseRule(Reach.EVERY)
    ((candidate,), _) = held(people, {2025: [(AN, None)]})
    awards = [each for each in LAW.awards_in(2025) if each.id == "citizen"]
    titles = {year: LAW.titles_in(year) for year in YEARS}

    of_doubt = [
        next(
            reason
            for reason in award(under(rules), awards, titles, [candidate], {}, LAW.bonus)[0].reasons
            if reason.condition.startswith("Xác định")
        )
        for rules in (PhaseRules(), PhaseRules(title=every))
    ]

    assert [reason.decides for reason in of_doubt] == [False, True]


# Candidates of which years


def test_whoever_was_nominated_in_any_year_of_the_phase_is_a_candidate() -> None:
    (candidates, _) = held({2024: [(AN, 1951, 40)], 2025: [(AN, 1951, 7)]}, {2024: [(AN, 1951)]})

    assert [days(each) for each in candidates] == [{2024: 40, 2025: 7}]


def test_where_the_commune_so_chose_only_the_last_year_s_nominees_are_candidates() -> None:
    last = under(PhaseRules(candidates=Reach.LAST))

    assert held({2024: [(AN, 1951, 40)]}, {2024: [(AN, 1951)]}, last) == ([], [])


def test_one_nominated_in_both_years_is_one_candidate_and_no_mistake() -> None:
    people: People = {2024: [(AN, 1951, 40)], 2025: [(AN, 1951, 7)]}

    (candidates, findings) = held(people, {2024: [(AN, 1951)], 2025: [(AN, None)]})

    assert len(candidates) == 1
    assert candidates[0].places[0].file == "2025.xlsx"
    assert findings == []


def test_two_nominated_under_one_name_in_two_years_are_two() -> None:
    people: People = {2024: [(AN, 1951, 40)], 2025: [(AN, 1978, 7)]}

    (candidates, _) = held(people, {2024: [(AN, None)], 2025: [(AN, None)]})

    assert [days(each) for each in candidates] == [{2025: 7}, {2024: 40}]


# From which year on


@pytest.mark.parametrize(("took_over", "first_year"), [(False, 2025), (True, 0)])
def test_a_nominee_of_a_younger_unit_is_judged_from_its_first_year_unless_the_unit_took_over_another(
    took_over: bool, first_year: int
) -> None:
    lists = dossier({2025: [(AN, 1951, 7)]}, {2025: [(AN, 1951)]})
    old = Unit("B", "village", "Thôn B", "X", None, None, date(2024, 12, 31), "A" if took_over else None, None)
    lists.register = replace(lists.register, units=(*lists.register.units, old))
    awards = [each for each in LAW.awards_in(2025) if each.id == "citizen"]

    ((candidate,), _) = nominate(lists, PHASE, awards, {"A": 2025})

    assert candidate.first_year == first_year


# Two lines that name one nominee


@pytest.mark.parametrize("mark", ["pending", "already_awarded", "upward"])
def test_of_two_lines_that_name_one_nominee_a_mark_on_either_counts(mark: str) -> None:
    (candidates, findings) = held({2025: [(AN, 1951, 7)]}, {2025: [(AN, 1951), (AN, None)]}, marks={mark: True})

    assert [each.facts[2025][mark].value for each in candidates] == [True]
    assert candidates[0].facts[2025][mark].places[0].row == 8
    assert [(each.code.code, each.place.cell) for each in findings] == [("D16", "C8")]


@pytest.mark.parametrize(
    ("first", "second", "counted"),
    [(None, True, True), (None, False, False), (True, False, True), (True, None, True), (False, None, False)],
)
def test_of_two_lines_the_second_fills_what_the_first_left_empty_and_never_takes_a_yes_back(
    first: bool | None, second: bool | None, counted: bool
) -> None:
    lists = dossier({2025: [(AN, 1951, 7)]}, {2025: [(AN, 1951), (AN, None)]})
    lists.tables[1].rows["pending"] = pd.array([first, second], dtype="boolean")

    ((candidate,), _) = nominate(lists, PHASE, [each for each in LAW.awards_in(2025) if each.id == "citizen"])

    assert candidate.facts[2025]["pending"].value is counted


def test_of_one_whom_two_units_nominate_what_only_the_form_of_the_second_asks_is_heard() -> None:
    lists = dossier({2025: [(AN, 1951, 7)]}, {2025: [(AN, 1951)]})
    asking = replace(NOMINATIONS, form="school", fields=(*NOMINATIONS.fields, Field("position", "Chức vụ", Kind.TEXT)))
    line = (9, 7, "individual", AN, 1951, None, None, None, None, "", "Hiệu trưởng")
    lists.tables = [*lists.tables, Table(asking, frame([line], asking), {9: Layout("B.xlsx", "S", CELLS)})]
    sent = Submission(9, "B.xlsx", "", 0, Status.ACCEPTED, Stamp("school", "", 2025), "B")
    lists.submissions = {**lists.submissions, 9: sent}
    school = Unit("B", "school", "Trường B", "X", None, None, None, None, None)
    lists.register = replace(lists.register, units=(*lists.register.units, school))

    ((candidate,), _) = nominate(lists, PHASE, [each for each in LAW.awards_in(2025) if each.id == "citizen"])

    assert (candidate.unit, candidate.facts[2025]["position"].value) == ("A", "Hiệu trưởng")


# What the commune says of a nominee


@pytest.mark.parametrize(("about", "counted"), [(1951, True), (None, True), (1978, None)])
def test_the_commune_s_word_on_a_name_is_a_nominee_s_unless_it_gives_another_year_of_birth(
    about: int | None, counted: bool | None
) -> None:
    word = Spoken(of_subjects={("individual", "A", unaddressed(AN), 2025): ((about, {"pending": Fact(True, "")}),)})
    lists = dossier({2025: [(AN, 1951, 7)]}, {2025: [(AN, 1951)]}, spoken=word)

    ((candidate,), _) = nominate(lists, PHASE, [each for each in LAW.awards_in(2025) if each.id == "citizen"])

    assert candidate.facts[2025]["pending"].value is counted


# Who may nominate for an award


def test_a_nomination_from_a_kind_of_unit_that_no_award_takes_is_said_at_its_cell() -> None:
    awards = [each for each in LAW.awards_in(2025) if each.id == "citizen"]
    of_centre = dossier({2025: [(AN, 1951, 7)]}, {2025: [(AN, 1951)]}, kind="centre")

    (finding,) = untaken(of_centre, 2025, awards)

    assert nominate(of_centre, PHASE, awards) == ([], [])
    assert (finding.code.code, finding.place.file, finding.place.cell) == ("D57", "2025.xlsx", "C7")
    assert (finding.given, finding.expected, finding.other) == (AN, "2025", "Thôn A")
    assert list(untaken(dossier({}, {2025: [(AN, 1951)]}), 2025, awards)) == []


# What the ranking of a phase goes by


def test_what_a_nominee_gave_adds_up_over_the_years_in_which_it_is_known() -> None:
    people: People = {2024: [(AN, 1951, 40)], 2025: [(AN, 1951, 7)]}

    both, one = (held(listed, {2025: [(AN, 1951)]})[0][0] for listed in (people, {2025: people[2025]}))

    assert (both.over_phase["labour_days"].value, both.over_phase["labour_days"].label) == (47, "2024, 2025")
    assert (one.over_phase["labour_days"].value, one.over_phase["labour_days"].label) == (7, "2025")
