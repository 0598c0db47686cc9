"""The benchmark measures what it says: its wrong cells are found, and no others."""

from pathlib import Path

from learnsoc_xlsx.pipeline.check import inspect
from tests.bench.returns import register, village


def test_check_finds_the_wrong_cells_of_a_return_and_no_others(tmp_path: Path) -> None:
    sent = village(1, households=(100, 100), citizens=(100, 100))
    path = tmp_path / sent.name
    path.write_bytes(sent.data)
    found = [(each.place.sheet, each.place.cell) for each in inspect([path])]
    assert len(sent.wrong) > 30
    assert sorted(found) == sorted(sent.wrong)


def test_check_finds_nothing_in_the_register(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(register(3).data)
    assert inspect([path]) == []
