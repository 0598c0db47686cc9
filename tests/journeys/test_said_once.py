"""What a unit says once is asked nowhere else in its form: what follows from it stands at the cell where it was said."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.law.verdicts import Verdict
from learnsoc_xlsx.model.run import Run
from tests.journeys.commune_word import (
    DAY,
    YEAR,
    findings,
    held,
    household,
    lay_register,
    lay_return,
    nominated,
    verdict,
)
from tests.made_up.values import Row
from tests.runs import run_of

COVER: Row = {"registered": True, "recognised": True, "plan_issued": True, "recognised_on": date(YEAR, 3, 1)}
FIGURES: Row = {"population": 900, "association_members_village": 120}
FUNDS: list[Row] = [
    {"item": "Ngân sách xã cấp", "budget": 3_000_000},
    {"item": "Tấm lòng vàng", "mobilised": 1_500_000},
    {"item": "Hai khoản", "budget": 500_000, "mobilised": 250_000},
]
LISTS: dict[str, Any] = {"households": [], "clans": [], "citizens": []}
"""The lists from which the template counts."""
SAID = ("villages_total", "villages_registered", "villages_recognised", "learning_plan_issued", "association_members", "budget_money", "mobilised_money")  # fmt: skip


def told(run: Run, unit: str = "T01") -> dict[str, tuple[object, str]]:
    """Each figure that another field says, of one unit in the year, with where it stands."""
    own = {one.indicator: one for one in run.figures if (one.scope, one.id, one.period) == ("unit", unit, str(YEAR))}
    return {
        name: (own[name].value, f"{own[name].origins[0].place.sheet} {own[name].origins[0].place.cell}".strip())
        for name in SAID
        if name in own and own[name].origins
    }


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One village on the newest form; another, with the very same to say, on the one before."""
    inbox = tmp_path_factory.mktemp("in")
    lay_register(inbox)
    criteria: Row = {"cdhtthon_branch": True, "cdhtthon_place": True}
    lay_return(inbox, "T01", cover=[COVER], indicators=[FIGURES], funds=FUNDS, self_assessment=[criteria], **LISTS)
    typed: Row = {"villages_total": 1, "villages_registered": 1, "villages_recognised": 1, "learning_plan_issued": 1}
    typed |= {"association_members": 125, "budget_money": 3_500_000, "mobilised_money": 1_750_000}
    criteria = criteria | {"cdhtthon_plan": True}
    lay_return(
        inbox,
        "T02",
        revision=2,
        cover=[COVER],
        indicators=[FIGURES | typed],
        funds=FUNDS,
        self_assessment=[criteria],
        **LISTS,
    )
    return held(inbox)


def test_a_figure_that_another_field_says_stands_at_that_field(run: Run) -> None:
    assert told(run) == {
        "villages_total": (1, "Trang bìa D9"),
        "villages_registered": (1, "Trang bìa D14"),
        "villages_recognised": (1, "Trang bìa D15"),
        "learning_plan_issued": (1, "Trang bìa D21"),
        "association_members": (120, "Chỉ tiêu D21"),
        "budget_money": (3_500_000, "Kinh phí C7:C9"),
        "mobilised_money": (1_750_000, "Kinh phí D8:D9"),
    }


def test_a_return_on_the_form_of_before_is_reckoned_as_it_was_typed(run: Run) -> None:
    figures = told(run, "T02")

    assert {name: value for name, (value, _) in figures.items()} == {
        "villages_total": 1,
        "villages_registered": 1,
        "villages_recognised": 1,
        "learning_plan_issued": 1,
        "association_members": 125,
        "budget_money": 3_500_000,
        "mobilised_money": 1_750_000,
    }
    assert {place.split()[0] for _, place in figures.values()} == {"Chỉ"}


def plan_criterion(judged: Verdict) -> list[tuple[bool | None, list[str]]]:
    return [
        (reason.met, [f"{place.sheet} {place.cell}" for place in reason.places])
        for reason in judged.reasons
        if reason.condition.startswith("Có kế hoạch")
    ]


def test_a_criterion_that_the_cover_says_is_judged_by_it(run: Run) -> None:
    assert plan_criterion(verdict(run, "Thôn Đoài")) == [(True, ["Trang bìa D21"])]
    assert plan_criterion(verdict(run, "Thôn Hạ")) == [(True, ["Tự đánh giá D8"])]


def lone(folder: Path, **rows: list[Row]) -> Run:
    lay_register(folder)
    lay_return(folder, "T01", **LISTS | rows)
    return run_of(folder, DAY)


def test_a_sum_that_lacks_a_part_is_not_known_and_one_of_no_rows_is_nought(tmp_path: Path) -> None:
    unclear: list[Row] = [*FUNDS, {"item": "Không rõ", "mobilised": "một ít"}]

    run = lone(tmp_path / "unclear", indicators=[FIGURES], funds=unclear)
    assert told(run).get("mobilised_money") is None
    assert told(run)["budget_money"][0] == 3_500_000

    assert told(lone(tmp_path / "none", indicators=[FIGURES], funds=[]))["budget_money"] == (0, "Kinh phí")


def test_a_return_that_says_nothing_gives_no_figure(tmp_path: Path) -> None:
    run = lone(tmp_path, indicators=[], funds=[])

    assert {name: value for name, (value, _) in told(run).items() if value is not None} == {}


def test_who_is_recognised_and_says_that_it_did_not_register_is_asked_and_stays_recognised(tmp_path: Path) -> None:
    run = lone(tmp_path, cover=[COVER | {"registered": False}], indicators=[FIGURES])

    assert [cell for _, _, _, cell in findings(run, "D47")] == ["D14"]
    assert told(run)["villages_recognised"][0] == 1
    assert "villages_registered" not in told(run)


def test_a_clan_has_a_fund_where_there_is_money_in_it(tmp_path: Path) -> None:
    clans: list[Row] = [
        {"clan": f"Họ {name}", "families": 10, "families_recognised": 9, "clan_fund": fund, "dhht_board": True}
        for name, fund in (("Lê", 2_000_000), ("Vũ", 0), ("Đỗ", None))
    ]
    run = lone(tmp_path, clans=clans, nominations=[nominated(str(clan["clan"]), "clan") for clan in clans])

    funds = {
        one.subject: next((reason.met for reason in one.reasons if reason.condition.startswith("Có quỹ")), "?")
        for one in run.verdicts
        if one.award == "clan" and one.round == f"annual-{YEAR}"
    }
    assert funds == {"Họ Lê": True, "Họ Vũ": False, "Họ Đỗ": None}


def test_money_in_a_list_that_is_far_from_last_year_s_is_asked_about_at_its_column(tmp_path: Path) -> None:
    lay_register(tmp_path)
    lay_return(tmp_path, "T01", YEAR - 1, revision=2, indicators=[FIGURES | {"mobilised_money": 20_000_000}], **LISTS)
    lay_return(tmp_path, "T01", indicators=[FIGURES], funds=[{"item": "Góp", "mobilised": 900_000_000}], **LISTS)

    assert [(sheet, cell) for _, _, sheet, cell in findings(run_of(tmp_path, DAY), "D48")] == [("Kinh phí", "D7:D7")]


def test_every_indicator_says_what_counts() -> None:
    assert [indicator.id for indicator in INDICATORS if len(indicator.help.split()) < 3] == []


def test_what_is_said_elsewhere_of_a_household_s_list_is_nothing(tmp_path: Path) -> None:
    run = lone(tmp_path, households=[household("Lê Văn An", 1970)])

    assert findings(run, "D47", "D48") == []
