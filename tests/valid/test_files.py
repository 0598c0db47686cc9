"""Nobody here has Excel: what the program writes is held against what Office says that it takes.

A few files here; all of the sample, with every marked reply, in `python -m tests.valid`.
"""

import shutil
from pathlib import Path

import pytest

from tests.journeys.commune_word import DAY, YEAR, household, lay_register, lay_return, nominated
from tests.valid.measured import beyond
from tests.valid.office import added, errors
from tests.valid.outputs import all_of, files, marked_beside
from tests.valid.parts import opened
from tests.valid.wholeness import faults

BLANK, SAMPLE = Path("input_templates/blank"), Path("input_templates/sample")
TOLD = "Đoàn kết xây dựng xã hội học tập. " * 900
"""As much as a cell holds, nearly."""
LINES = "\n".join(f"Việc thứ {number}" for number in range(1, 200))
NAME = "Nguyễn Văn " + "An " * 90


@pytest.fixture(scope="module")
def wordy(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All files of a commune in which people write more than anybody reads."""
    folder = tmp_path_factory.mktemp("wordy")
    lay_register(folder / "inbox")
    lay_return(folder / "inbox", "T01", households=[household(NAME, 1980), household("Lê Văn Ba", 1981, labour_days=TOLD)], nominations=[nominated(NAME, reason=TOLD)])  # fmt: skip
    lay_return(folder / "inbox", "T02", initiatives=[{"name": TOLD, "benefit": LINES}])
    return all_of(folder / "inbox", YEAR, DAY, folder)


def test_whatever_people_write_no_file_goes_beyond_what_office_takes(wordy: list[Path]) -> None:
    assert len(wordy) > 30
    assert [(path.name, fault) for path in wordy for fault in beyond(opened(path.read_bytes()))] == []


def test_whatever_people_write_every_file_is_whole(wordy: list[Path]) -> None:
    assert [(path.name, fault) for path in wordy for fault in faults(opened(path.read_bytes()))] == []


@pytest.mark.parametrize("name", ["Tong_hop_2026.xlsx", "Khen_thuong_2026.xlsx", "Can_cu_2026.xlsx", "Kiem_tra.xlsx"])
def test_the_validator_of_office_finds_nothing(wordy: list[Path], name: str) -> None:
    (path,) = [path for path in wordy if path.name == name]

    assert errors(path) == []


def test_the_blank_templates_are_whole_and_within_every_limit() -> None:
    templates = {path.name: opened(path.read_bytes()) for path in files(BLANK)}

    assert len(templates) > 15
    assert {name: [*faults(package), *beyond(package)] for name, package in templates.items()} == {name: [] for name in templates}  # fmt: skip


@pytest.mark.parametrize("name", ["C01 Trung tâm học tập cộng đồng xã 2026.xlsx", "D01 Hội Khuyến học xã 2026.xls"])
def test_a_marked_reply_adds_no_fault_that_its_sender_s_file_had_not(name: str, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for path in (next(SAMPLE.glob("Danh ba*")), SAMPLE / "2026" / name):
        shutil.copy(path, inbox)

    beside = list(marked_beside(inbox, DAY, tmp_path / "out"))

    assert len(beside) == 1
    assert [fault for before, after in beside for fault in added(before, after)] == []
