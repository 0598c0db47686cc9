"""Edit every form in many ways and hold the ledger against the cells: `python -m tests.ledger [--examples N] [--runs N] [--seed N]`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import tests.conftest  # noqa: F401  how hypothesis goes about it on any machine
from tests.ledger.edits import Edit
from tests.ledger.forms import EVERY, edited, unbalanced
from tests.ledger.whole_run import Sent, laid
from tests.ledger.whole_run import unbalanced as unbalanced_run
from tests.mutations.returns import FORMS

_RETURNS = 3
_SHARES = 20
"""In so many parts the examples are drawn, each from a seed of its own: what is drawn goes on from what was drawn before."""


def main(words: Sequence[str]) -> int:
    """Return 1 where something does not balance, having shown the smallest edits for which it does not."""
    asked = argparse.ArgumentParser(prog="tests.ledger", description=__doc__)
    asked.add_argument("--examples", type=int, default=2000, help="how many sheets are edited, read and checked")
    asked.add_argument("--runs", type=int, default=20, help="how many whole runs over several returns")
    asked.add_argument("--seed", type=int, default=1)
    given_words = asked.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        for share in range(_SHARES):
            _sheets(Path(folder), max(1, given_words.examples // _SHARES), given_words.seed * _SHARES + share)
        print(f"✔ {given_words.examples} edited sheets balance", flush=True)
        _runs(Path(folder), given_words.runs, given_words.seed)
        print(f"✔ {given_words.runs} whole runs balance", flush=True)
    return 0


def _sheets(folder: Path, examples: int, start: int) -> None:
    @seed(start)
    @settings(max_examples=examples, database=None, suppress_health_check=list(HealthCheck))
    @given(edited(EVERY))
    def every_sheet_balances(page: tuple[str, str, list[Edit]]) -> None:
        assert unbalanced(*page, folder) == []

    every_sheet_balances()


def _runs(folder: Path, examples: int, start: int) -> None:
    numbers = count()

    @seed(start)
    @settings(max_examples=max(1, examples), database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(edited(FORMS), min_size=_RETURNS, max_size=_RETURNS))
    def every_run_balances(sent: Sent) -> None:
        at = folder / str(next(numbers))
        at.mkdir()
        laid(at / "in", sent, Random(start))
        assert unbalanced_run(at / "in", at / "out") == []

    every_run_balances()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
