"""Candidates of an award weighed all at once: what they answer alike is weighed once, and each keeps what is its own."""

from dataclasses import replace
from fractions import Fraction

from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Outcome, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.at_once.across import across, regrouped, together
from tests.stages.award.test_award import decide, facts, held, over_years, village


def elsewhere(candidate: Candidate) -> Candidate:
    """The same candidate, whose every cell is in a file of its own, and whose every figure is its own."""

    def moved(fact: Fact) -> Fact:
        places = tuple(replace(place, file=f"{candidate.unit}.xlsx") for place in fact.places)
        return replace(fact, places=places, figure=f"{fact.figure}:unit:{candidate.unit}")

    own = {year: {name: moved(fact) for name, fact in of.items()} for year, of in candidate.facts.items()}
    return replace(candidate, facts=own)


def unplaced(verdict: Verdict) -> list[object]:
    return [replace(reason, places=(), figure="") for reason in verdict.reasons]


def test_two_who_answer_alike_get_the_same_reasons_each_at_its_own_cells_and_with_its_own_figures() -> None:
    first, second = decide([elsewhere(village("A")), elsewhere(village("B"))]).values()

    assert unplaced(first) == unplaced(second)
    for verdict in (first, second):
        files = {place.file for reason in verdict.reasons for place in reason.places}
        figures = {reason.figure for reason in verdict.reasons if ":unit:" in reason.figure}
        assert files == {f"{verdict.unit}.xlsx"}
        assert figures
        assert all(figure.endswith(verdict.unit) for figure in figures)


def test_who_is_weighed_among_others_is_weighed_as_alone() -> None:
    years = held(2024, 2025)
    candidates = [
        elsewhere(over_years("A", {2024: facts(2024), 2025: facts(2025)})),
        elsewhere(over_years("B", {2024: facts(2024, initiatives=0), 2025: facts(2025, pending=True)})),
        elsewhere(over_years("C", {2025: facts(2025, households_share=Fraction(69))})),
        replace(elsewhere(over_years("D", {2025: facts(2025)})), first_year=2025),
        elsewhere(over_years("E", {2024: {}, 2025: facts(2025, recognised=None)})),
    ]

    among = decide(candidates, on=years)

    for candidate in candidates:
        (alone,) = decide([candidate], on=years).values()
        assert among[candidate.unit].reasons == alone.reasons
        assert among[candidate.unit].summary == alone.summary
    assert len({verdict.outcome for verdict in among.values()}) > 1


def test_a_mark_and_a_one_are_not_one_answer() -> None:
    verdicts = decide([village("A", initiatives=True), village("B", initiatives=1)])

    assert [verdicts[name].outcome for name in ("A", "B")] == [Outcome.UNDECIDED, Outcome.NOT_ELIGIBLE]


def test_what_stands_nowhere_gets_no_place_from_one_who_answers_the_same() -> None:
    bare = village("A")
    bare = replace(bare, facts={2025: {name: replace(fact, places=()) for name, fact in bare.facts[2025].items()}})

    verdicts = decide([village("B"), bare])

    assert not any(reason.places for reason in verdicts["A"].reasons)
    assert any(reason.places == (Place("thon.xlsx", "Thôn", "D14"),) for reason in verdicts["B"].reasons)


def test_each_distinct_thing_is_looked_at_once() -> None:
    looked: list[tuple[str, int]] = []
    letters, numbers = across("abab"), across([1, 2, 1, 1])

    def look(row: tuple[str, int]) -> str:
        looked.append(row)
        return f"{row[0]}{row[1]}"

    doubled = together([letters, numbers]).apply(look)
    firsts = regrouped(doubled.apply(lambda text: text[0]))

    assert [doubled[at] for at in range(4)] == ["a1", "b2", "a1", "b1"]
    assert looked == [("a", 1), ("b", 2), ("b", 1)]
    assert list(firsts.distinct) == ["a", "b"]
    assert [firsts[at] for at in range(4)] == ["a", "b", "a", "b"]
