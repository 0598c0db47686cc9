"""How long each step of a run took is told where somebody asks, and only there."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.pipeline.screen import times
from learnsoc_xlsx.pipeline.screen.times import timed
from tests.commands import learnsoc
from tests.journeys.commune_word import lay_register


def told(told: list[tuple[str, int, int]]) -> Any:
    return lambda *step: told.append(step)


def test_a_step_lasts_until_another_one_is_spoken_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEARNSOC_TIMES", str(tmp_path / "times.json"))
    clock, cpu = iter([10.0, 11.0, 15.0, 21.0]), iter([2.0, 3.0, 7.0])
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))
    monkeypatch.setattr(times, "_cpu", lambda: next(cpu))
    shown: list[tuple[str, int, int]] = []

    with timed(told(shown)) as progress:
        for step in (("read", 0, 2), ("read", 1, 2), ("read", 2, 2), ("write", 0, 1)):
            progress(*step)

    assert shown == [("read", 0, 2), ("read", 1, 2), ("read", 2, 2), ("write", 0, 1)]
    assert json.loads((tmp_path / "times.json").read_text("utf-8")) == [
        {"step": "Bắt đầu", "seconds": 1.0, "cpu": 2.0},
        {"step": "read", "seconds": 4.0, "cpu": 1.0},
        {"step": "write", "seconds": 6.0, "cpu": 4.0},
    ]


def test_where_nobody_asks_the_progress_is_the_one_that_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEARNSOC_TIMES", raising=False)
    given = told([])

    with timed(given) as progress:
        assert progress is given


def test_where_no_run_is_begun_all_of_the_time_is_the_beginning(tmp_path: Path) -> None:
    lay_register(tmp_path / "in")
    (tmp_path / "cache").mkdir()
    asked = {"LEARNSOC_TIMES": str(tmp_path / "times.json"), "LEARNSOC_CACHE": str(tmp_path / "cache")}
    command = (
        "consolidate",
        str(tmp_path / "in"),
        "--out",
        str(tmp_path / "out"),
        "--as-of",
        "2026-12-05",
        "--no-papers",
    )

    def steps() -> list[str]:
        assert learnsoc(*command, environment=asked).returncode == 0
        return [step["step"] for step in json.loads((tmp_path / "times.json").read_text("utf-8"))]

    assert len(steps()) > 1
    assert steps() == ["Bắt đầu"]

    (tmp_path / "times.json").unlink()
    refused = learnsoc(*command, "--password-file", str(tmp_path / "nowhere.txt"), environment=asked)
    assert refused.returncode == 2, "what was asked wrongly is refused though nothing changed"
    assert "nowhere.txt" in refused.stderr
