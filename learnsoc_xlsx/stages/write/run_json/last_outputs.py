"""Last outputs: what the run before wrote, as its run.json names it."""

import itertools
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import orjson

from learnsoc_xlsx.stages.write.moving.by_hand import digest_of, untouched

OUTPUTS = b'"outputs": [\n'
"""How the list of the outputs begins."""


class LastOutputs(Mapping[str, str]):
    """What the last run wrote, by its run.json, that itself among it: each path under OUT with its hash.

    It is looked up when it is first asked, by whoever then is the only run at work there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __getitem__(self, file: str) -> str:
        return self._hashes[file]

    def __iter__(self) -> Iterator[str]:
        return iter(self._hashes)

    def __len__(self) -> int:
        return len(self._hashes)

    def lets_go(self, file: str) -> None:
        """Let a workbook that no run records give way as the others do, unless somebody changed it."""
        self._hashes.update(untouched(self._path.parent, file))

    @cached_property
    def _hashes(self) -> dict[str, str]:
        outputs = outputs_of(self._path)
        return outputs | {self._path.name: digest_of(self._path)} if outputs else {}


def outputs_of(path: Path) -> dict[str, str]:
    """Return the outputs and their hashes that the run.json at `path` names; none where there is no such file."""
    try:
        with path.open("rb") as file:
            lines = itertools.dropwhile(lambda line: line != OUTPUTS, file)
            entries = itertools.takewhile(lambda line: line.startswith(b"{"), itertools.islice(lines, 1, None))
            outputs = [orjson.loads(line.rstrip(b",\n")) for line in entries]
        return {output["file"]: output["sha256"] for output in outputs}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
