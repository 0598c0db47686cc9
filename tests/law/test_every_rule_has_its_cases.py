"""No rule of the catalogue without its cases: what the decisions state is held against the tables of cases."""

from functools import cache

from tests.law.tables import sides_of_all
from tests.law.written import DECISIONS, _choices, newest, ranking_of, rules_of, texts

YEARS = range(2023, 2031)
NUMBERS, MARKS, DAYS = {"under", "at", "over"}, {"without", "with"}, {"before", "on"}
NOT_JUDGED = {"decision", "award", "quota", "retired", "number", "choice"}
"""Kinds of rule that are no rule by which somebody is judged, or that others of these tests look at."""


UNRECOGNISED = {"enterprise_conditions"}
"""Titles that nobody recognises: their criteria alone are judged."""


def sides_asked(rule: str) -> set[str]:
    """The sides from which a rule must be looked at, by its kind."""
    kind, *rest = rule.split("/")
    if kind == "condition":
        return NUMBERS if _has_bound(rest[0]) else MARKS
    if kind == "blocker":
        return NUMBERS if rest[1] == "dissolved" else MARKS
    if kind == "criterion":
        return MARKS if _criteria()["/".join(rest)]["kind"] == "mark" else NUMBERS
    if kind == "title" and rest[0] in UNRECOGNISED:
        return set()
    if kind in ("bonus", "base_pay", "phase", "round"):
        return DAYS
    return {"rounding": NUMBERS | DAYS, "recognition": {"under", "at", "without"}, "basis": DAYS}.get(kind, NUMBERS)


def _has_bound(name: str) -> bool:
    every = [one for year in YEARS for award in newest(year, "awards") for condition in award["conditions"]
             for one in (condition, *condition.get("options", ()))]  # fmt: skip
    return any("bound" in one for one in every if one["id"] == name)


@cache
def _criteria() -> dict[str, dict[str, object]]:
    return {
        f"{title['id']}/{one['id']}": one
        for year in YEARS
        for title in newest(year, "titles")
        for one in title["criteria"]
    }


def rules_to_judge() -> set[str]:
    """Every rule of every year by which something is judged; of a text the year is enough, whichever states it."""
    every = {rule for year in YEARS for rule in rules_of(year)}
    parted = {_parted(rule) for rule in every if rule.partition("/")[0] not in NOT_JUDGED}
    return {name for names in parted for name in names} - TT_22


def _parted(rule: str) -> tuple[str, ...]:
    """The names under which the tables look at a rule: a deadline kind by kind, a basis whoever states it."""
    kind, _, rest = rule.partition("/")
    if kind == "deadline":
        return tuple(f"deadline/{one}" for one in rest.split("+"))
    return (rule.rpartition("/")[0],) if kind == "basis" else (rule,)


TT_22 = {f"criterion/learning_unit/{one['id']}" for one in texts()[0]["titles"][0]["criteria"]}
"""Points of the set that TT 24/2023 replaced: none has a least, so that their sum alone is judged, by its classes."""


def test_the_points_that_only_add_up_have_no_least() -> None:
    assert texts()[0]["id"] == "tt-22-2020"
    assert [one for one in texts()[0]["titles"][0]["criteria"] if "least" in one] == []


def test_every_rule_has_its_cases_from_every_side() -> None:
    sides = sides_of_all()

    lacking = {rule: sides_asked(rule) - sides.get(rule, set()) for rule in sorted(rules_to_judge())}

    assert {rule: missing for rule, missing in lacking.items() if missing} == {}


def test_every_key_of_a_ranking_has_its_cases() -> None:
    keys = {f"rank/{award}/{of}" for year in YEARS for award, of, _ in ranking_of(year)}

    assert {key for key in keys if not sides_of_all().get(key, set()) >= NUMBERS} == set()


def test_every_open_number_that_a_title_shares_has_its_cases() -> None:
    numbers = {rule for year in YEARS for rule in rules_of(year) if rule.startswith("number/")}

    assert {rule for rule in numbers - MAXIMA if not sides_of_all().get(rule, set()) >= NUMBERS} == set()


MAXIMA = {"number/learning_citizen.most"}
"""What a form takes at most in a cell: tests/law/test_most.py."""
SHOWN = {"rank", "ties", "form", "funding"}
"""Choices of an award: the ranking and ties are looked at award by award, a form by its money, a source of money decides nothing."""


def test_every_option_of_how_a_phase_looks_at_its_years_has_its_cases() -> None:
    phase = [one for one in _choices(2026, DECISIONS) if one["key"].startswith(("phase.", "upward.", "council."))]
    options = {f"choice/{one['key']}#{option['id']}" for one in phase for option in one["options"]}

    assert options - sides_of_all().keys() == {"choice/council.quorum#none"}
    assert {one["key"].rpartition(".")[2] for one in _choices(2026, DECISIONS) if "{award}" in one["key"]} == SHOWN


def test_no_case_speaks_of_a_rule_that_no_decision_states() -> None:
    every = {name for year in YEARS for rule in rules_of(year) for name in _parted(rule)}
    ranks = {f"rank/{award}/{of}" for year in YEARS for award, of, _ in ranking_of(year)}

    astray = {rule.partition("#")[0] for rule in sides_of_all()} - every - ranks

    assert astray == {"choice/award.{award}.form"}
