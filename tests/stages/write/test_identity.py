"""One person, household or clan keeps one identity over two years: same name, year of birth and home; nobody is guessed."""

from datetime import date

import numpy as np
import pytest

from learnsoc_xlsx.model.register import Register, Unit
from learnsoc_xlsx.stages.write.views.movers.homes import homes
from learnsoc_xlsx.stages.write.views.movers.identity import UNBORN, YearOfRecords, identity
from learnsoc_xlsx.vietnamese.letters import unaddressed

Listed = tuple[str, int | None, str]
"""A name, a year of birth, a village."""

AN: Listed = ("Nguyễn Văn An", 1970, "Đông")
AN_MOVED: Listed = ("Nguyễn Văn An", 1970, "Tây")
AN_OF_1982: Listed = ("Nguyễn Văn An", 1982, "Đông")
AN_UNBORN: Listed = ("Nguyễn Văn An", None, "Đông")
AN_MOVED_UNBORN: Listed = ("Nguyễn Văn An", None, "Tây")
BINH: Listed = ("Trần Thị Bình", 1981, "Tây")


def year_of(names: list[int], born: list[int], home: list[int], listed: set[int]) -> YearOfRecords:
    return YearOfRecords(np.array(names, "int64"), np.array(born, "int64"), np.array(home, "int64"), frozenset(listed))


def courses(before: list[Listed], now: list[Listed], *, moves: bool = True) -> list[list[str]]:
    """What becomes of the rows of last year, and where those of this year come from; three villages have lists in both years."""
    names: dict[str, int] = {}
    villages = {"Đông": 0, "Tây": 1, "Nam": 2}
    years = []
    for listed in (before, now):
        numbers = [names.setdefault(unaddressed(name), len(names)) for name, _, _ in listed]
        born = [UNBORN if year is None else year for _, year, _ in listed]
        home = [villages[village] for _, _, village in listed]
        years.append(year_of(numbers, born, home, {0, 1, 2}))
    told = identity(years[0], years[1], moves=moves)
    return [[year.at(at).name for at in range(len(listed))] for year, listed in zip(told, (before, now), strict=True)]


@pytest.mark.parametrize(
    ("before", "now", "gone", "come"),
    [
        ([AN], [AN], "STILL", "STILL"),
        ([AN], [("Hộ ông NGUYỄN VĂN AN", 1970, "Đông")], "STILL", "STILL"),
        ([AN], [AN_MOVED], "MOVED", "MOVED"),
        ([AN], [AN_OF_1982], "LEFT", "NEW"),
        ([AN], [], "LEFT", ""),
        ([], [AN], "", "NEW"),
        ([AN], [AN_UNBORN], "STILL", "STILL"),
        ([AN_UNBORN], [AN_UNBORN], "STILL", "STILL"),
        ([AN_UNBORN], [AN_MOVED], "UNSURE", "UNSURE"),
        ([AN], [AN_MOVED_UNBORN], "UNSURE", "UNSURE"),
        ([AN, AN_OF_1982], [AN_UNBORN], "UNSURE UNSURE", "UNSURE"),
        ([AN, AN_OF_1982], [AN, AN_UNBORN], "STILL UNSURE", "STILL UNSURE"),
        ([AN, AN_OF_1982], [AN_OF_1982, AN], "STILL STILL", "STILL STILL"),
        ([AN, BINH], [AN_MOVED, BINH], "MOVED STILL", "MOVED STILL"),
    ],
)
def test_what_becomes_of_a_row_follows_from_name_year_of_birth_and_village(
    before: list[Listed], now: list[Listed], gone: str, come: str
) -> None:
    assert courses(before, now) == [gone.split(), come.split()]


def test_of_two_namesakes_nobody_is_said_to_have_moved() -> None:
    """Who went from Đông may be either of those who now stand in Tây and Nam."""
    assert courses([AN], [AN_MOVED, ("Nguyễn Văn An", 1970, "Nam")]) == [["UNSURE"], ["UNSURE", "UNSURE"]]


def test_somebody_of_the_same_name_and_year_who_stayed_elsewhere_makes_a_move_unsure() -> None:
    stayed: Listed = ("Nguyễn Văn An", 1970, "Nam")

    assert courses([AN, stayed], [AN_MOVED, stayed]) == [["UNSURE", "STILL"], ["UNSURE", "STILL"]]


def test_a_list_whose_names_are_nobody_s_alone_knows_no_moves() -> None:
    """Họ Nguyễn lives in several villages."""
    assert courses([AN], [AN_MOVED], moves=False) == [["LEFT"], ["NEW"]]


def test_where_a_village_has_no_list_of_a_year_nobody_left_and_nobody_is_new() -> None:
    told = identity(year_of([0], [1970], [0], {0}), year_of([1], [1980], [1], {1}), moves=True)

    assert [year.at(0).name for year in told] == ["NO_LIST_NOW", "NO_LIST_BEFORE"]


def unit(name: str, until: date | None = None, successor: str | None = None) -> Unit:
    return Unit(name, "village", f"Thôn {name}", "X", None, None, until, successor, None)


@pytest.mark.parametrize(
    ("until", "successor", "together"),
    [
        (date(2025, 6, 30), "B", {"A", "B"}),
        (date(2026, 12, 31), "B", {"A", "B"}),
        (date(2026, 3, 1), "B; C", {"A", "B", "C"}),
        (date(2024, 12, 31), "B", {"A"}),
        (date(2027, 1, 1), "B", {"A"}),
    ],
)
def test_units_joined_or_split_in_the_two_years_are_one_home(until: date, successor: str, together: set[str]) -> None:
    register = Register("r", (), (unit("A", until, successor), unit("B"), unit("C"), unit("D")))

    home = homes(register, 2026, ["A", "B", "C", "D"])

    assert {name for name, number in home.items() if number == home["A"]} == together
