"""Save returns in other containers with LibreOffice."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.calc import all_saved_as


def converted(files: dict[str, bytes], containers: Iterable[str]) -> dict[str, dict[str, bytes]]:
    """Return the same workbooks as LibreOffice saves them in each container, by their names with the new ending."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        saved = all_saved_as(containers, [folder / name for name in files], folder / "saved")
        return {kind: {path.name: path.read_bytes() for path in paths} for kind, paths in saved.items()}
