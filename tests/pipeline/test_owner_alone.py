"""What a command writes is read by whoever ran it, and by nobody else of the machine."""

import os
from pathlib import Path

import pytest

from tests.commands import learnsoc


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights elsewhere")
def test_files_and_folders_that_a_command_makes_are_their_owner_s_alone_and_his_own_folders_stay(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own"
    own.mkdir(mode=0o755)
    own.chmod(0o755)

    ended = learnsoc("templates", "--year", "2026", "--out", str(own / "mau"))

    made = list(own.rglob("*"))
    assert ended.returncode == 0
    assert len(made) > 20
    assert {path.stat().st_mode & 0o777 for path in made if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in made if path.is_dir()} == {0o700}
    assert own.stat().st_mode & 0o777 == 0o755
