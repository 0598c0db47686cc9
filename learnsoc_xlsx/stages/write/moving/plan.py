"""The plan of a change: which results come, which go, and what the run before wrote; kept in a journal while it happens."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.stages.write.moving.by_hand import digest_of


@dataclass(frozen=True)
class Plan:
    """The results of the run before by their places under OUT, with their hashes, and the places of those that come."""

    former: Mapping[str, str]
    files: Sequence[Path]

    @staticmethod
    def of(journal: Path) -> "Plan":
        """Read the plan in a journal."""
        whole = json.loads(journal.read_text(encoding="utf-8"))
        return Plan(whole["former"], [Path(file) for file in whole["files"]])

    def steps(self, out: Path) -> list[Path]:
        """The places where something is to change: where results come, and where those of the run before go, as long as
        nobody changed them.
        """
        inside = {Path(path): digest for path, digest in self.former.items() if _inside(Path(path))}
        return [*self.files, *(path for path in inside if path not in self.files and _is(out / path, inside[path]))]

    def folders_left(self) -> list[Path]:
        """The folders in which results of the run before lay, the deepest first."""
        places = (Path(path) for path in self.former)
        folders = {folder for place in places if _inside(place) for folder in place.parents} - {Path()}
        return sorted(folders, key=lambda folder: len(folder.parts), reverse=True)

    def begun(self, journal: Path, out: Path) -> list[Path]:
        """Write the journal, whole or not at all, and return the steps."""
        steps = self.steps(out)
        draft = journal.with_suffix(".part")
        with draft.open("w", encoding="utf-8") as file:
            plain = {"former": dict(self.former), "files": [path.as_posix() for path in self.files]}
            json.dump(plain, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(journal)
        return steps


def _inside(path: Path) -> bool:
    """Whether a path that a file names stays in the folder it is meant for."""
    return not path.is_absolute() and ".." not in path.parts


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and digest_of(path) == digest
