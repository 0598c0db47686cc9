"""A file that is written is whole or as it was before, however the writing ends."""

import signal
from pathlib import Path

import pytest

from learnsoc_xlsx.model.errors import Stopped
from learnsoc_xlsx.spreadsheet.on_disk.whole_file import write_whole


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_one_whose_writing_is_stopped_is_as_before_and_nothing_lies_beside_it(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("before")

    def stopped(*_: object) -> None:
        raise Stopped(signal.SIGINT, "asked to stop")

    monkeypatch.setattr(Path, step, stopped)
    with pytest.raises(Stopped):
        write_whole(path, b"now")

    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"a.xlsx": "before"}


def test_what_a_killed_writing_left_is_taken_again_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".a.xlsx.dang_ghi").write_text("half")

    write_whole(tmp_path / "a.xlsx", b"whole")

    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"a.xlsx": "whole"}
