"""Who is proposed more than once: by two lines of one return, by two units; each is one candidate, and nothing said is lost."""

from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.law.verdicts import Outcome
from learnsoc_xlsx.model.report import Notes
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views import VIEWS
from learnsoc_xlsx.stages.write.views.awards.standing import doubled, elsewhere
from tests.journeys.commune_word import YEAR, findings, held, household, lay_register, lay_return, nominated, verdict
from tests.made_up.values import Row

AN = "Nguyễn Văn An"


def of_lines(inbox: Path, *lines: Row, revision: int | None = None, listed: str = AN) -> Run:
    """One village that nominates in these lines."""
    lay_register(inbox)
    households = [household(listed, 1951, recognised_year=YEAR)]
    lay_return(inbox, "T01", revision=revision, households=households, nominations=lines)
    return held(inbox)


@pytest.mark.parametrize(("mark", "revision"), [("already_awarded", None), ("already_awarded", 1), ("pending", 1)])
@pytest.mark.parametrize("born", [None, 1951])
def test_a_mark_on_a_line_that_repeats_another_holds_back_and_the_repeat_is_said_once(
    mark: str, revision: int | None, born: int | None, tmp_path: Path
) -> None:
    lines = nominated(AN, birth_year=born), nominated("nguyễn văn  an", birth_year=born) | {mark: True}

    run = of_lines(tmp_path, *lines, revision=revision)

    assert verdict(run, AN).outcome is Outcome.ON_HOLD
    (reason,) = [one for one in verdict(run, AN).reasons if one.blocks]
    assert reason.places[0].row == 8
    assert findings(run, "R03", "D16") == [("R03", "T01 2026.xlsx", "Đề nghị khen", "C8")]


def test_two_lines_that_name_one_whom_no_list_names_are_one_candidate(tmp_path: Path) -> None:
    run = of_lines(tmp_path, nominated(AN), nominated(AN), listed="Trần Thị Bình")

    assert verdict(run, AN).outcome is Outcome.UNDECIDED
    assert [code for code, *_ in findings(run, "R03", "D01", "D16")] == ["D01", "R03"]


def test_a_line_that_repeats_another_counts_as_read_and_kept(tmp_path: Path) -> None:
    run = of_lines(tmp_path, nominated(AN), nominated(AN))

    assert not [one for one in run.outcomes if one.finding and one.finding.code.code == "R03"]


def test_a_contribution_that_falls_short_is_said_with_each_figure_its_unit_and_the_commune_s_number(
    tmp_path: Path,
) -> None:
    numbers: list[Row] = [
        {"key": f"award.household.{name}", "value": value, "source": "NQ 5"}
        for name, value in (("labour", 10), ("money", 1_500_000))
    ]
    lay_register(tmp_path, thresholds=numbers)
    listed = [household(AN, 1951, recognised_year=YEAR) | {"money": 350_000}]
    lay_return(tmp_path, "T01", households=listed, nominations=[nominated(AN)])

    assert verdict(held(tmp_path), AN).summary == (
        f"Có nhiều đóng góp về công sức, trí tuệ hoặc vật chất (III.1.3.b, năm {YEAR}): ngày công đóng góp 5, mức xã đặt 10; "
        "tiền, hiện vật đóng góp 350.000 đồng, mức xã đặt 1.500.000 đồng."
    )


# By two units


def test_one_whom_two_units_propose_is_shown_once_with_the_other_unit_beside_the_name(tmp_path: Path) -> None:
    lay_register(tmp_path)
    person: Row = {
        "name": AN,
        "birth_year": 1951,
        "citizen_recognised": True,
        "recognised_year": YEAR,
        "labour_days": 5,
    }
    lay_return(tmp_path, "T01", citizens=[person], nominations=[nominated(AN, "individual", birth_year=1951)])
    lay_return(tmp_path, "S01", staff=[person], nominations=[nominated(AN, "individual")])

    one = verdict(held(tmp_path), AN)

    also = [(other.round, other.unit_name, other.amount, other.sure) for other in one.also]
    assert (one.unit, one.outcome) == ("S01", Outcome.RECOMMENDED)
    assert also == [(f"annual-{YEAR}", "Thôn Đoài", None, True)]
    assert list(elsewhere(one)) == [f"Cũng được đề nghị ở: Khen thưởng hằng năm {YEAR} (Thôn Đoài)."]


def test_what_may_be_one_clan_in_two_villages_is_said_where_its_money_is_added_up(tmp_path: Path) -> None:
    lay_register(tmp_path)
    clan: Row = {"clan": "Họ Lê", "families": 10, "clan_recognised": True, "recognised_year": YEAR, "labour_days": 5}
    for name in ("T01", "T02"):
        lay_return(tmp_path, name, clans=[clan], nominations=[nominated("Họ Lê", "clan")])

    run = held(tmp_path)

    (said,) = doubled([one for one in run.verdicts if one.round == f"annual-{YEAR}"], run.rounds)
    assert said.endswith("(Luật TĐKT 2022 (sửa đổi bởi Luật 06/2026/QH16), Điều 5, chưa kiểm chứng).")
    assert said.startswith("Trong tiền thưởng dự kiến có 3.040.000 đồng của 2 đối tượng trùng tên, có thể là một")
    (book,) = [one for one in WORKBOOKS if one.path == "{year}/Khen_thuong_{year}.xlsx"]
    (page,) = [view for view in book.views if view.show == "agenda"]
    shown = VIEWS["agenda"](Scope(Lookup(run), book, YEAR), page)
    assert shown is not None
    assert said in [line for block in shown.blocks if isinstance(block, Notes) for line in block.lines]
