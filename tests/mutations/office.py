"""Save returns in another container with LibreOffice: one start for all of them."""

import tempfile
from pathlib import Path

from tests.calc import all_saved_as


def converted(files: dict[str, bytes], container: str) -> dict[str, bytes]:
    """Return the same workbooks as LibreOffice saves them, by their names with the new ending."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        for name, data in files.items():
            (folder / "in" / name).write_bytes(data)
        made = all_saved_as(container, [folder / "in" / name for name in files], folder / "out")
        return {path.name: path.read_bytes() for path in made}
