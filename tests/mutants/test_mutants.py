"""The mutants are what they say, reach whoever holds a function, and the list of those that change nothing is of today."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from runpy import run_path

import pytest

from tests.mutants.__main__ import Tally, wilson
from tests.mutants.court import Fate
from tests.mutants.mutant import Mutant, all_of, mutants
from tests.mutants.patching import put_in_place
from tests.mutants.tables import ROOMS, TIERS, Equivalent, equivalents, stale

SOURCE = '''"""A file."""

NEEDED = 70


def passes(points: int, asked: bool = True) -> bool:
    """Whether so many points are enough."""
    if not asked:
        return True
    return points >= NEEDED and any(one for one in [points] if one)
'''
"""A file with one function."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "passing.py"
    path.write_text(SOURCE, encoding="utf-8")
    return path


@pytest.fixture
def passes(file: Path) -> Callable[..., bool]:
    held: Callable[..., bool] = run_path(str(file))["passes"]
    return held


def test_what_a_function_does_is_done_otherwise_and_what_is_declared_is_not(file: Path) -> None:
    changes = {(one.line, one.change) for one in mutants(file)}

    assert changes == {
        (8, "if not asked → if True"),
        (8, "if not asked → if False"),
        (8, "not asked → asked"),
        (9, "return True → return None"),
        (9, "True → False"),
        (10, "return points >= NEEDED and any((one for one in [points] if one)) → return None"),
        (10, "points >= NEEDED and any((one for one in [points] if one)) → points >= NEEDED or any((one for one in [points] if one))"),
        (10, "points >= NEEDED and any((one for one in [points] if one)) → points >= NEEDED"),
        (10, "points >= NEEDED and any((one for one in [points] if one)) → any((one for one in [points] if one))"),
        (10, "points >= NEEDED → points > NEEDED"),
        (10, "any((one for one in [points] if one)) → all((one for one in [points] if one))"),
        (10, "for … in … if one → for … in …"),
    }  # fmt: skip


def test_whoever_holds_a_function_calls_the_mutant(file: Path, passes: Callable[..., bool]) -> None:
    at_the_line = passes(70)

    put_in_place(_changed(file, "points >= NEEDED → points > NEEDED").code())

    assert (at_the_line, passes(70), passes(71)) == (True, False, True)


def test_a_function_that_keeps_its_answers_forgets_those_of_before(file: Path, passes: Callable[..., bool]) -> None:
    kept = cache(passes)
    before = kept(70)

    put_in_place(_changed(file, "points >= NEEDED → points > NEEDED").code())

    assert (before, kept(70)) == (True, False)


def test_a_mutant_changes_one_thing_and_no_other(file: Path, passes: Callable[..., bool]) -> None:
    put_in_place(_changed(file, "not asked → asked").code())

    assert (passes(1), passes(1, False)) == (True, False)


def _changed(file: Path, change: str) -> Mutant:
    return next(one for one in mutants(file) if one.change == change)


def test_what_is_listed_as_equivalent_is_still_a_mutant_and_says_why() -> None:
    every = [mutant for room in ROOMS for mutant in all_of(room)]

    assert len(every) > 4000
    assert stale(equivalents(), every) == []
    assert [one for one in equivalents() if len(one.why) < 20] == []


def test_what_is_listed_and_is_no_mutant_any_more_is_told(file: Path) -> None:
    there = Equivalent("passing.py", "if not asked:", "not asked → asked", "why")
    gone = Equivalent("passing.py", "if asked:", "asked → not asked", "why")

    assert stale([there, gone], list(mutants(file))) == [gone]


def test_a_mutant_that_is_listed_counts_neither_way_and_is_told_where_it_is_killed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.mutants.__main__.STAGES", file.parent)
    listed, other, *_ = mutants(file)
    tally = Tally(frozenset({listed.key}))

    tally.heard(listed, Fate.SURVIVED, "")
    tally.heard(other, Fate.SURVIVED, "")
    assert (len(tally.counted), tally.wrongly_explained) == (1, 0)
    assert [listed.change in words for words in tally.astray()] == [False]

    tally.heard(listed, Fate.KILLED, "a test")
    assert (len(tally.counted), tally.wrongly_explained) == (1, 1)
    assert [listed.change in words for words in tally.astray()] == [True, False]


def test_who_survives_one_tier_is_tried_by_the_next(file: Path) -> None:
    one, other, third, *_ = mutants(file)
    tally = Tally(frozenset())

    tally.heard(one, Fate.KILLED, "a test")
    tally.heard(other, Fate.SURVIVED, "")
    assert tally.left([one, other, third]) == [other, third]

    tally.heard(other, Fate.UNSEEN, "")
    assert tally.fates[other][0] is Fate.SURVIVED
    tally.heard(other, Fate.KILLED, "a journey")
    assert [fate.dead for _, fate in tally.counted] == [True, True]


COURT = """
import sys
from pathlib import Path
import pytest
from tests.mutants.court import Court
from tests.mutants.mutant import mutants

def heard(mutant, fate, by):
    if mutant.change == "points >= NEEDED → points > NEEDED":
        print(fate.value, by.partition("::")[2], file=sys.stderr)

here = Path(sys.argv[1])
tried = Court([here], list(mutants(here / "passing.py")), heard, 8)
sys.exit(pytest.main(["-q", "-s", "-p", "no:cacheprovider", "-c", "/dev/null", str(here / "test_passing.py")], [tried]))
"""
BEFORE = """
from passing import passes

ran = []

"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a mutant is tried in a child that is forked")
@pytest.mark.parametrize(
    ("tests", "fate"),
    [
        ("def test_at_the_line():\n    assert passes(70)\n", "killed test_at_the_line"),
        ("def test_above_it():\n    assert passes(71)\n", "survived "),
        (
            "def test_that_passes_once():\n    ran.append(passes(71))\n    assert len(ran) == 1\n",
            "survived: without it the test fails too test_that_passes_once",
        ),
    ],
    ids=["the mutant's doing", "nothing seen", "not the mutant's doing"],
)
def test_a_mutant_is_killed_only_by_a_test_that_passes_without_it_in_the_same_place(
    file: Path, tests: str, fate: str
) -> None:
    (file.parent / "test_passing.py").write_text(f"{BEFORE}{tests}", encoding="utf-8")
    paths = os.pathsep.join((str(Path.cwd()), str(file.parent)))

    command = [sys.executable, "-c", COURT, str(file.parent)]
    ended = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": paths}, check=False)

    assert ended.stderr.rstrip("\n") == fate


def test_every_file_of_tests_that_is_declared_is_there() -> None:
    assert [name for tier in TIERS for name in tier.tests if not Path(name).exists()] == []


def test_the_share_is_as_sure_as_the_sample_is_long() -> None:
    assert wilson(90, 100) == pytest.approx((0.8256, 0.9448), abs=1e-4)
    assert wilson(900, 1000) == pytest.approx((0.8799, 0.9171), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)
