"""Tables for other programs say what the workbooks say, exactly, and where each row stands."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.tables import tables
from tests.books import opened
from tests.journeys.commune_word import YEAR, held, household, lay_register, lay_return, nominated

ROWS = [
    {**household("Nguyễn Văn An", 1951), "labour_days": 5, "money": 1_500_000, "gdht_1": Fraction(45, 2)},
    household("Trần Thị Bình", 1960),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A village reports two households, one of them with a day's work, money and points of half a one."""
    inbox = tmp_path_factory.mktemp("in")
    lay_register(inbox)
    lay_return(inbox, "T01", households=ROWS, nominations=[nominated("Nguyễn Văn An")])
    return held(inbox)


@pytest.fixture(scope="module")
def out(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    for _ in tables(run, folder):
        pass
    return folder / "bang"


def rows(out: Path, name: str) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = pq.read_table(out / f"{name}.parquet").to_pylist()
    return listed


def test_each_row_bears_its_values_in_their_own_kind_and_what_is_not_known_is_null(out: Path) -> None:
    an, binh = rows(out, "households")

    assert (an["head"], an["birth_year"], an["money"], an["gdht_1"]) == (
        "Nguyễn Văn An",
        1951,
        1_500_000,
        Decimal("22.50"),
    )
    assert (an["household_recognised"], binh["note"], binh["money"]) == (True, None, 0)
    assert (an["year"], an["unit"], an["form"]) == (YEAR, "T01", "village")


def test_a_row_says_in_which_row_of_which_sheet_of_which_file_it_stands(run: Run, out: Path) -> None:
    for row in rows(out, "households"):
        page = opened(run.inbox / str(row["file"]))[str(row["sheet"])]
        assert row["head"] in [cell.value for cell in page[row["row"]]]


def test_a_day_is_a_day(out: Path) -> None:
    (cover,) = rows(out, "cover")

    assert cover["report_date"] == date(YEAR, 11, 5)


def test_a_figure_is_exact_and_the_float_is_beside_it(run: Run, out: Path) -> None:
    told = {
        (row["indicator"], row["scope"], row["id"], row["period"], row["structure"]): row
        for row in rows(out, "figures")
    }

    for figure in run.figures:
        row = told[figure.indicator, figure.scope, figure.id, figure.period, figure.structure]
        exact = None if row["numerator"] is None else Fraction(int(row["numerator"]), int(row["denominator"]))  # type: ignore[call-overload]
        assert exact == figure.value
        assert row["value"] == (None if figure.value is None else float(figure.value))
    assert len(told) == len(run.figures)


def test_what_the_commune_says_of_itself_is_in_no_table(out: Path) -> None:
    names = {path.stem for path in out.iterdir()}

    assert {"figures", "households", "nominations", "cover"} <= names
    assert not names & {"units", "profile", "settings", "thresholds", "ballot"}


def test_the_same_run_gives_the_same_bytes(run: Run, out: Path, tmp_path: Path) -> None:
    for _ in tables(run, tmp_path):
        pass

    assert {path.name: path.read_bytes() for path in (tmp_path / "bang").iterdir()} == {
        path.name: path.read_bytes() for path in out.iterdir()
    }


def test_however_many_rows_there_are_they_are_laid_out_a_group_at_a_time(
    run: Run, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("learnsoc_xlsx.stages.write.tables.GROUP", 1)
    for _ in tables(run, tmp_path):
        pass

    of_groups = pq.ParquetFile(tmp_path / "bang" / "households.parquet")
    assert [of_groups.metadata.row_group(at).num_rows for at in range(of_groups.num_row_groups)] == [1, 1]
    assert rows(tmp_path / "bang", "households") == rows(out, "households")
    assert rows(tmp_path / "bang", "figures") == rows(out, "figures")


def test_the_rows_of_a_version_that_does_not_count_are_left_out(tmp_path: Path) -> None:
    lay_register(tmp_path)
    lay_return(tmp_path, "T01", households=[household("Lê Văn Cũ", 1950)]).rename(tmp_path / "cu.xlsx")
    lay_return(tmp_path, "T01", households=ROWS, cover=[{"report_date": date(YEAR, 11, 20)}])

    for _ in tables(held(tmp_path), tmp_path / "out"):
        pass

    assert [row["head"] for row in rows(tmp_path / "out" / "bang", "households")] == ["Nguyễn Văn An", "Trần Thị Bình"]
