"""Look at every workbook, template, paper and marked reply of the sample: what is wrong with it, and how near it comes to a limit."""

import sys
import tempfile
from datetime import date
from pathlib import Path

from tests.valid.measured import Measure, measures
from tests.valid.office import added, wrong
from tests.valid.outputs import all_of, files, marked_beside
from tests.valid.parts import opened

SAMPLE, BLANK = Path("input_templates/sample"), Path("input_templates/blank")
YEAR, CLOSING = 2026, date(2026, 12, 5)


def main() -> int:
    """Print what is wrong and the measures; return 1 where anything is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        written = [*all_of(SAMPLE, YEAR, CLOSING, Path(folder) / "all"), *files(BLANK)]
        replies = list(marked_beside(SAMPLE, CLOSING, Path(folder) / "replies"))
        faults = [f"{path.name}: {fault}" for path in written for fault in wrong(path)]
        faults += [f"reply {after.name}: {fault}" for before, after in replies for fault in added(before, after)]
        most = _most([*written, *(after for _, after in replies)])
    print(f"{len(written)} files and {len(replies)} marked replies")
    for measure in sorted(most.values(), key=lambda one: -one.most / one.limit.most):
        print(f"  {measure.limit.name}: {measure.most:g} of {measure.limit.most}")
    print(*faults, sep="\n")
    print(f"{len(written) + len(replies)} passed, {len(faults)} failed")
    return 1 if faults else 0


def _most(paths: list[Path]) -> dict[str, Measure]:
    """The largest measure of each limit."""
    most: dict[str, Measure] = {}
    for measure in (measure for path in paths for measure in measures(opened(path.read_bytes()))):
        before = most.setdefault(measure.limit.name, measure)
        most[measure.limit.name] = max(before, measure, key=lambda one: one.most)
    return most


if __name__ == "__main__":
    sys.exit(main())
