"""Drawn once: a workbook that says what one said before, with the same links, is not drawn again."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from learnsoc_xlsx.model.report import Report
from learnsoc_xlsx.pipeline.keeping.keys import key_of
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf

Paths = Callable[[str], Path]
Draw = Callable[[Report, Path, Paths, Path, Report | None], None]
"""Writes a report at a place, with links to the files in paths as seen from a folder, and to the rows of an annex."""


@dataclass(frozen=True)
class DrawnOnce:
    """Draws by `draw`, unless the shelf has what it drew for an equal report in the same folder, whose links lead where they
    led. What is drawn was proved to open whole before it was kept: after that its digest is the proof.
    """

    draw: Draw
    shelf: Shelf

    def __call__(self, report: Report, target: Path, paths: Paths, folder: Path, annex: Report | None) -> None:
        key = key_of("workbook", report, annex, folder.absolute(), Path.cwd())
        kept = self.shelf.get(key)
        if kept is not None:
            led, data = pickle.loads(kept)
            if all(paths(file) == path for file, path in led.items()):
                target.write_bytes(data)
                return
        asked = _Asked(paths)
        self.draw(report, target, asked, folder, annex)
        self.shelf.put(key, pickle.dumps((asked.answers, target.read_bytes())))


@dataclass
class _Asked:
    """Tells paths, and remembers which it told."""

    paths: Paths
    answers: dict[str, Path] = field(default_factory=dict)

    def __call__(self, file: str) -> Path:
        self.answers[file] = self.paths(file)
        return self.answers[file]
