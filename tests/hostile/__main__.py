"""python -m tests.hostile [--most 10000] [--at-once 6]

Runs `learnsoc collect` on hostile and broken servers with its real limits, and on boxes of a quarter, a half and all of so many
letters; prints of each how it ended, and exits with 1 where one took more than a minute or 300 MB, ended in anything but a sentence,
lost a letter that could be had, or where the time grew faster than the letters.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.hostile.cases import Case, cases, many
from tests.hostile.collecting import Ended, collecting

_SECONDS, _MEGABYTES = 60.0, 300.0
_GROWTH = 1.3
"""Twice as many letters take at most twice this."""
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.hostile")
    parser.add_argument("--most", type=int, default=10_000, help="letters in the fullest box")
    parser.add_argument(
        "--at-once", type=int, default=4, help="servers that are asked side by side: most of it is waiting"
    )
    asked = parser.parse_args()
    faulty = 0
    with ThreadPoolExecutor(asked.at_once) as pool:
        for case, ended in pool.map(_tried, cases()):
            faults = [*_faults(case, ended)]
            faulty += bool(faults)
            _tell(case.words, ended, faults)
    return int(faulty + _growth(asked.most) > 0)


def _tried(case: Case) -> tuple[Case, Ended]:
    with case.box:
        return case, collecting(case.box)


def _tell(words: str, ended: Ended, faults: list[str]) -> None:
    print(
        f"{words:50} {ended.status:3} {ended.seconds:6.1f} s {ended.memory:5.0f} MB {ended.files:6} files  {'; '.join(faults)}",
        flush=True,
    )


def _faults(case: Case, ended: Ended) -> Iterator[str]:
    if ended.seconds > _SECONDS:
        yield "too slow"
    if ended.memory > _MEGABYTES:
        yield "too large"
    if ended.files != case.files:
        yield f"{case.files} files expected"
    if _CONTROLS.search(ended.said + ended.complained):
        yield "controls the screen"
    if ended.status not in (0, 2) or (ended.status and not re.fullmatch(r"[^\n]+\.\n", ended.complained)):
        yield f"said {ended.complained[-300:]!r}"


def _growth(most: int) -> int:
    """Time boxes one after another; 1 where twice the letters take more than twice the time."""
    each = []
    for letters in (most // 4, most // 2, most):
        with many(letters) as box:
            ended = collecting(box)
        faults = ["too large"] * (ended.memory > _MEGABYTES) + ["letters are lost"] * (ended.files != letters)
        _tell(f"{letters} letters, {1000 * ended.seconds / letters:.1f} ms each", ended, faults)
        each.append(ended.seconds / letters)
        if faults:
            return 1
    return int(each[2] > _GROWTH * each[1] or each[1] > _GROWTH * each[0])


if __name__ == "__main__":
    sys.exit(main())
