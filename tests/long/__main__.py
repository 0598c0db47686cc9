"""Live through seven years, tell them, and hold them to their promises: `python -m tests.long [--seed N] [--at DIR] [--story FILE]`."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.long.story.chronicle import story
from tests.long.story.promises import PROMISES, Life
from tests.long.years import Commune, Year, lived

SHOWN = 10
"""So many of what breaks a promise are shown."""


def main(words: Sequence[str]) -> int:
    """Return 1 when a promise is broken."""
    asked = _asked(words)
    with tempfile.TemporaryDirectory() as folder:
        commune = Commune((asked.at or Path(folder) / "xa").resolve(), asked.seed)
        life = Life(commune, list(_heard(lived(commune))))
        told = f"{story(life.told)}\n\n{typing(life.years)}"
        print(told)
        if asked.story:
            asked.story.write_text(told + "\n", encoding="utf-8")
        return max([_held(life, at) for at in range(len(PROMISES))])


def _asked(words: Sequence[str]) -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="tests.long", description=__doc__)
    asked.add_argument("--seed", type=int, default=1, help="which commune is made up")
    asked.add_argument("--at", type=Path, help="a new folder in which everything is kept, to be looked at")
    asked.add_argument("--story", type=Path, help="a file into which the story is written as well")
    return asked.parse_args(words)


def _heard(years: Iterator[Year]) -> Iterator[Year]:
    for year in years:
        print(f"{year.year} …", file=sys.stderr, flush=True)
        yield year


def typing(years: Sequence[Year]) -> str:
    """Say how many cells a village and any other unit had to type in each year: on average, in whole cells."""
    lines = []
    for year in years:
        of_villages, of_others = ([cells for unit, cells in year.typed.items() if unit.startswith("T") is village] for village in (True, False))  # fmt: skip
        means = (sum(cells) // len(cells) for cells in (of_villages, of_others))
        lines.append("Năm {}: số ô phải gõ, mỗi thôn {}, mỗi đơn vị khác {}.".format(year.year, *means))
    return "\n".join(lines)


def _held(life: Life, at: int) -> int:
    """Say whether a promise is held, and what breaks it."""
    promise = PROMISES[at]
    broken = list(promise(life))
    print(f"{'✘' if broken else '✔'} {promise.__name__.replace('_', ' ')}", flush=True)
    for fault in broken[:SHOWN]:
        print(f"    {fault}")
    if len(broken) > SHOWN:
        print(f"    … {len(broken) - SHOWN} more")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
