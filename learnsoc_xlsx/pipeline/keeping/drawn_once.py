"""Drawn once: a workbook that says what one said before, with the same links, is not drawn again."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from learnsoc_xlsx.model.report import Report
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
    _last: list[object] = field(default_factory=lambda: [None, ""])

    def __call__(self, report: Report, target: Path, paths: Paths, folder: Path, annex: Report | None) -> None:
        says = (self._key(report), self._key(annex) if annex else "")
        key = self.shelf.key("workbook", says, folder.absolute(), Path.cwd())
        kept = self.shelf.get(key)
        if kept is not None:
            led, data = pickle.loads(kept)
            if all(paths(file) == path for file, path in led.items()):
                target.write_bytes(data)
                return
        asked = _Remembering(paths)
        self.draw(report, target, asked, folder, annex)
        self.shelf.put(key, pickle.dumps((asked.answers, target.read_bytes())))

    def _key(self, report: Report) -> str:
        """The key of what a report says: of an annex it is asked twice, the second time when that is drawn itself."""
        if self._last[0] is not report:
            self._last[:] = [report, self.shelf.key("report", report)]
        return str(self._last[1])


@dataclass
class _Remembering:
    """Tells paths, and remembers which it told."""

    paths: Paths
    answers: dict[str, Path] = field(default_factory=dict)

    def __call__(self, file: str) -> Path:
        self.answers[file] = self.paths(file)
        return self.answers[file]
