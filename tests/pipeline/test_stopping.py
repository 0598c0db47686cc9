"""Who asks the program to stop is answered with a sentence that is true, whatever it is at, from its first moment on."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from learnsoc_xlsx.pipeline.screen.stopping import COLLECTED, PRINTED, STOPPED
from tests.commands import learnsoc

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
SIGNALS = pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
ASKED_AS_IT_LOADS = """
import signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == "typer":
            signal.raise_signal(int(sys.argv[1]))

sys.meta_path.insert(0, Finder())
from learnsoc_xlsx.__main__ import main
main()
"""


@SIGNALS
def test_who_asks_while_the_program_is_still_loaded_is_answered(number: int, status: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKED_AS_IT_LOADS, str(int(number))],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ended.returncode, ended.stderr.strip()) == (status, STOPPED)


@SIGNALS
@pytest.mark.parametrize(
    ("step", "words", "sentence"),
    [
        ("collect.collect", ("collect",), COLLECTED),
        ("templates.blanks", ("templates", "--year", "2026"), PRINTED),
        ("check.inspect", ("check", "pyproject.toml"), STOPPED),
        ("explain.explain", ("explain", "a"), STOPPED),
        ("consolidate.consolidate", ("consolidate", "input_templates/sample", "--no-cache"), STOPPED),
    ],
)
def test_who_asks_a_command_to_stop_is_told_what_it_leaves(
    number: int,
    status: int,
    step: str,
    words: tuple[str, ...],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(f"learnsoc_xlsx.pipeline.commands.{step}", lambda *_: signal.raise_signal(number))
    out = () if words[0] in ("collect", "check") else ("--out", str(tmp_path / "out"))

    ended = learnsoc(*words, *out)

    assert (ended.returncode, ended.stderr.strip()) == (status, sentence)
