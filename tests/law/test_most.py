"""The most points of each criterion, by hand from its text: what a form takes in its cell (tests/stages/check holds it to that)."""

import pytest

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.recognition import Criterion
from learnsoc_xlsx.pipeline.terms.in_force import form_of, law

MOST = {
    "Chỉ số (QĐ 324/QĐ-KHVN, suy ra)": (2026, "learning_citizen", {f"cdht_{name}": 10 for name in ("a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4", "c1", "c2")}),
    "Tiêu chí (QĐ 448/QĐ-KHVN, 2015)": (2026, "learning_family", {"gdht_1": 30, "gdht_2": 30, "gdht_3": 20, "gdht_4": 20}),
    "Tiêu chí (TT 22/2020/TT-BGDĐT)": (2023, "learning_unit", {"dvht20_1_1": 10, "dvht20_1_2": 10, "dvht20_1_3": 10, "dvht20_2_1": 10, "dvht20_2_2": 5, "dvht20_2_3": 10, "dvht20_2_4": 5, "dvht20_3_1": 25, "dvht20_3_2": 15}),
}  # fmt: skip
"""By hand: the year, the title, and the most points of each of its criteria."""
EVERY = [
    pytest.param(year, title, name, most, id=f"{article}: {name} nhiều nhất {most}")
    for article, (year, title, points) in MOST.items()
    for name, most in points.items()
]


def criterion(year: int, title: str, name: str) -> Criterion:
    return next(one for one in law().titles_in(year)[title].criteria if one.id == name)


@pytest.mark.parametrize(("year", "title", "name", "most"), EVERY)
def test_a_criterion_gives_no_more_than_its_text(year: int, title: str, name: str, most: int) -> None:
    stated = criterion(year, title, name).most

    assert stated is not None
    assert stated.value == most


@pytest.mark.parametrize(("name", "most"), [one.values[2:] for one in EVERY if one.values[0] == 2026])
def test_the_cell_of_a_criterion_takes_no_more_than_the_most(name: str, most: int) -> None:
    fields = [field for sheet in form_of("village", 2026).sheets for field in sheet.asked if field.id == name]

    assert [(field.kind, field.max) for field in fields] == [(Kind.SCORE, most)]


def test_every_criterion_with_a_most_is_there() -> None:
    stated = {
        (year, title.id, one.id)
        for year in (2023, 2026)
        for title in law().titles_in(year).values()
        for one in title.criteria
        if one.most is not None and (year == 2026 or title.id == "learning_unit")
    }

    assert {tuple(one.values[:3]) for one in EVERY} == stated
