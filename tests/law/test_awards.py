"""Awards of III.1 from every side: each condition and blocker, the day a unit ends, each key of the ranking, quota and ties."""

from dataclasses import replace
from typing import Any

import pytest

from learnsoc_xlsx.model.law.kinds import Ties
from learnsoc_xlsx.model.law.verdicts import Candidate, Verdict
from learnsoc_xlsx.model.register import LocalChoice
from learnsoc_xlsx.pipeline.terms.chosen import ranked_as_chosen, word
from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.ranking import QuotaLine
from tests.decisions.test_cases import facts_of, law_of, round_of, verdict_of
from tests.law.tables import Rule, as_case, cases, rules

Of = dict[str, Any]


def case_of(of: Of, *changes: dict[str, Any]) -> dict[str, Any]:
    """One candidate who meets everything, but for what is changed."""
    facts: dict[str, Any] = dict(of["facts"])
    for change in changes:
        facts |= change
    return {"award": of["award"], "thresholds": of["thresholds"], "facts": {str(of["year"]): as_case(facts)}}


@pytest.mark.parametrize(("of", "rule", "side"), cases("rule"))
def test_a_condition_or_a_blocker_from_every_side(of: Of, rule: Rule, side: str) -> None:
    changed, expected = rule[side]
    case = case_of(of, rule.get("facts", {}), changed)

    verdict = verdict_of(case, round_of(case))

    article = rule["says"].partition(":")[0]
    assert verdict.outcome.label == expected
    assert any(article in reason.article for reason in verdict.reasons)


@pytest.mark.parametrize(("of", "rule", "side"), cases("ended"))
def test_a_unit_that_ended_before_the_day_of_the_decision_is_held_back(of: Of, rule: Rule, side: str) -> None:
    last_day, expected = rule[side]
    case = case_of(of) | {"dissolved": last_day}

    verdict = verdict_of(case, round_of(case))

    assert verdict.outcome.label == expected
    assert (rule["says"].partition(":")[0] in {reason.article for reason in verdict.reasons}) is (side == "under")


# Who comes first, how many, and equals across the last place


def ranked(of: Of, people: list[dict[str, Any]], limit: int | None = None, ties: str = "") -> list[Verdict]:
    """The verdicts on several candidates, in the order in which they are given."""
    case = case_of(of)
    held, law = round_of(case), law_of(case, of["year"])
    law, faults = law.with_choices([LocalChoice(f"award.{of['award']}.ties", ties, None, None, None)] if ties else [])
    choices = law.choices_in(of["year"])
    given = [ranked_as_chosen(one, choices) for one in law.awards_in(of["year"]) if one.id == of["award"]]
    candidates = [
        replace(Candidate(of["award"], f"U{at}", f"Đơn vị {at}", f"Người {at}", given[0].subject, {}),
                facts={of["year"]: facts_of(as_case(of["facts"] | changed))})
        for at, changed in enumerate(people)
    ]  # fmt: skip
    line = QuotaLine(limit, word(choices, f"award.{of['award']}.ties", Ties.COUNCIL))
    titles = {of["year"]: law.titles_in(of["year"])}
    verdicts = award(held, given, titles, candidates, {of["award"]: line}, law.bonus)
    assert not faults
    return sorted(verdicts, key=lambda verdict: verdict.unit)


@pytest.mark.parametrize(("of", "rule", "side"), cases("ranking"))
def test_a_key_of_the_ranking_parts_those_equal_before_it(of: Of, rule: Rule, side: str) -> None:
    changed, expected = rule[side]
    base = rule.get("facts", {})

    challenger, holder = ranked(of, [base | changed, base])

    assert [challenger.rank, holder.rank] == expected


PLACES = [pytest.param(of, rule["by"], id=of["award"]) for of, rule in rules("places")]
FIRST, RESERVE = "Đề nghị khen", "Dự bị"


def steps(of: Of, by: str, *fewer: int) -> list[dict[str, Any]]:
    """Candidates who have so much less than the base each by the key that ranks them, and all that is asked."""
    return [{by: of["facts"][by] + 5 - less} for less in fewer]


@pytest.mark.parametrize(
    ("limit", "expected"), [(4, [FIRST] * 3), (3, [FIRST] * 3), (2, [FIRST, FIRST, RESERVE]), (0, [RESERVE] * 3)]
)
@pytest.mark.parametrize(("of", "by"), PLACES)
def test_no_more_are_recommended_than_the_quota_says(of: Of, by: str, limit: int, expected: list[str]) -> None:
    """III.2: a limit just over, at and just under the number of those who are eligible."""
    verdicts = ranked(of, steps(of, by, 0, 1, 2), limit)

    assert [verdict.outcome.label for verdict in verdicts] == expected
    assert [verdict.rank for verdict in verdicts] == [1, 2, 3]


@pytest.mark.parametrize(
    ("ties", "limit", "expected", "tied"),
    [
        ("Hội đồng quyết định", 3, [FIRST, FIRST, FIRST], False),
        ("Hội đồng quyết định", 2, [FIRST, RESERVE, RESERVE], True),
        ("Hội đồng quyết định", 1, [FIRST, RESERVE, RESERVE], False),
        ("lấy cả", 3, [FIRST, FIRST, FIRST], False),
        ("lấy cả", 2, [FIRST, FIRST, FIRST], False),
        ("lấy cả", 1, [FIRST, RESERVE, RESERVE], False),
        ("không lấy ai", 3, [FIRST, FIRST, FIRST], False),
        ("không lấy ai", 2, [FIRST, RESERVE, RESERVE], False),
        ("không lấy ai", 1, [FIRST, RESERVE, RESERVE], False),
    ],
)
@pytest.mark.parametrize(("of", "by"), PLACES)
def test_equals_get_what_the_commune_chose_only_where_the_last_place_falls_among_them(
    of: Of, by: str, ties: str, limit: int, expected: list[str], tied: bool
) -> None:
    """III.2: two equals behind one, with the last place behind them, among them, and before them."""
    verdicts = ranked(of, steps(of, by, 0, 1, 1), limit, ties)

    assert [verdict.outcome.label for verdict in verdicts] == expected
    assert [verdict.tied for verdict in verdicts] == [False, tied, tied]


def test_every_award_has_a_quota_and_its_ties() -> None:
    assert {of["award"] for of, _ in rules("places")} == {
        "unit",
        "village",
        "household",
        "clan",
        "enterprise",
        "citizen",
    }
