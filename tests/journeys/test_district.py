"""The level above runs the same program: communes consolidate their units, and a district consolidates the communes."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.workbooks import LISTS, WORKBOOKS
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.model.law.indicators import Ratio
from learnsoc_xlsx.model.law.verdicts import Outcome
from learnsoc_xlsx.model.report import Grid
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views import VIEWS
from learnsoc_xlsx.stages.write.write import worded
from tests.books import opened
from tests.made_up.district import COMMUNES, IN_TIME, YEAR, lay_commune, lay_district, run_and_report
from tests.made_up.values import Rows
from tests.runs import run_of

LATE = date(YEAR + 1, 1, 9)
GONE_ASTRAY: Rows = {"C1": [{"households_total": None}]}
"""A village that tells how many households are recognised, and not how many there are."""


@dataclass(frozen=True)
class District:
    """The communes' own runs, what they sent, and the district's run over it."""

    communes: Mapping[str, Run]
    sent: Mapping[str, Path]
    inbox: Path
    run: Run


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> District:
    """Five communes: the second sends late, the third lacks a report, the fifth sends nothing."""
    folder = tmp_path_factory.mktemp("district")
    inbox = folder / "district"
    lay_district(inbox)
    runs, sent = {}, {}
    for commune in COMMUNES[:4]:
        own = folder / commune.id
        lay_commune(own / "in", commune, GONE_ASTRAY)
        runs[commune.id] = run_and_report(own / "in", own / "out", LATE if commune.id == "X02" else IN_TIME)
        sent[commune.id] = own / "out" / str(YEAR) / f"Bao_cao_cap_tren_{YEAR}.xlsx"
        shutil.copy(sent[commune.id], inbox / f"{commune.id}.xlsx")
    return District(runs, sent, inbox, run_of(inbox, LATE))


def of(run: Run, scope: str, body: str) -> dict[str, Figure]:
    """The figures of the year of a body."""
    mine = (one for one in run.figures if (one.scope, one.id, one.period) == (scope, body, str(YEAR)))
    return {one.indicator: one for one in mine if one.structure == "own"}


def test_every_figure_of_the_district_is_the_sum_of_the_communes_own(district: District) -> None:
    whole = of(district.run, "district", "H01")
    own = [of(run, "commune", name) for name, run in district.communes.items()]
    plain = [one.id for one in INDICATORS if not isinstance(one.source, Ratio)]

    sums = {name: [figures[name].value for figures in own if name in figures] for name in plain}

    assert len(plain) >= 70
    assert {name: whole[name].value for name in plain} == {name: _sum(values) for name, values in sums.items()}


def _sum(values: list[Fraction | int | None]) -> Fraction | int | None:
    known_values = [value for value in values if value is not None]
    return sum(known_values) if known_values else None


def test_every_share_of_the_district_is_the_quotient_of_the_sums_of_the_communes_sides(district: District) -> None:
    whole = of(district.run, "district", "H01")
    own = [of(run, "commune", name) for name, run in district.communes.items()]
    shares = [one.id for one in INDICATORS if isinstance(one.source, Ratio)]

    for name in shares:
        sides = [(one[name].numerator, one[name].denominator) for one in own if name in one]
        top, bottom = _sum([of for of, _ in sides]), _sum([out_of for _, out_of in sides])

        assert whole[name].value == (Fraction(top * 100) / bottom if top is not None and bottom else None), name


def test_a_commune_is_a_unit_of_the_district_with_the_figures_of_its_own_run(district: District) -> None:
    own = of(district.communes["X03"], "commune", "X03")
    there = of(district.run, "unit", "X03")

    assert {name: one.value for name, one in there.items()} == {
        name: own[name].value if name in own else None for name in there
    }


def test_what_a_commune_sends_has_no_error_in_it(district: District) -> None:
    findings = [one for path in district.sent.values() for one in inspect([path])]

    assert [(one.code.code, one.place.cell) for one in findings] == [("F47", "D15")]


def test_the_district_names_who_is_missing_and_who_is_late(district: District) -> None:
    assert [(one.unit, one.state) for one in district.run.missing] == [("X02", "late"), ("X05", "missing")]


def test_a_text_in_a_figure_and_a_part_over_its_whole_are_told_to_a_commune_as_to_a_village(
    district: District, tmp_path: Path
) -> None:
    book = opened(district.sent["X04"])
    where = anchors(form_of("commune", YEAR).sheet("indicators"))
    page = book["Chỉ tiêu"]
    page[where["communication_sessions"]].value = "khoảng mười tám"
    page[where["households_recognised"]].value = 999
    lay_district(tmp_path)
    book.save(tmp_path / "X04.xlsx")

    run = run_of(tmp_path, LATE)

    wrong = [(one.code.code, one.place.cell) for one in run.findings if one.unit == "X04"]
    figures = of(run, "district", "H01")
    assert wrong == [("C01", where["communication_sessions"]), ("R01", where["households_recognised"])]
    assert (figures["communication_sessions"].value, figures["households_recognised"].value) == (None, None)
    assert figures["households_total"].value == of(district.communes["X04"], "commune", "X04")["households_total"].value


def test_a_part_over_a_whole_that_not_every_village_told_is_no_error(district: District) -> None:
    own = of(district.communes["X03"], "commune", "X03")

    part, whole = own["households_recognised"].value, own["households_total"].value
    assert part is not None
    assert whole is not None
    assert part > whole
    assert not district.run.has_errors


def test_the_names_of_those_proposed_upward_come_to_the_district(district: District) -> None:
    there = next(table for table in district.run.tables if table.sheet.id == "proposed_upward")
    proposed = [
        verdict.subject
        for run in district.communes.values()
        for verdict in run.verdicts
        if verdict.round == f"upward-{YEAR}" and verdict.outcome is Outcome.RECOMMENDED
    ]

    assert proposed
    assert sorted(there.rows["name"]) == sorted(proposed)


def test_nobody_is_weighed_in_a_register_of_communes(district: District) -> None:
    assert (district.run.rounds, district.run.verdicts) == ((), ())


def test_the_pages_of_a_district_speak_of_the_district(district: District) -> None:
    scope = Scope(Lookup(district.run), WORKBOOKS[0], YEAR)
    (declared,) = [view for view in LISTS if view.show == "matrix"]

    page = VIEWS["matrix"](scope, worded(declared, scope.words))

    assert page is not None
    assert page.title == "TẤT CẢ CHỈ TIÊU THEO MỤC CỦA KẾ HOẠCH, TOÀN HUYỆN VÀ TỪNG ĐƠN VỊ, NĂM 2026"
    assert isinstance(page.blocks[0], Grid)
    assert [column.heading for column in page.blocks[0].columns[2:6]] == [
        "Toàn huyện", "Đã báo cáo", "Xã An Bình", "Xã Bình Minh",
    ]  # fmt: skip
