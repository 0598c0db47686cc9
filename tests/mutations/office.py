"""Save returns in another container with LibreOffice: one start for all of them."""

import shutil
import subprocess
import tempfile
from pathlib import Path

PRESENT = shutil.which("soffice") is not None
_FILTERS = {"xls": "xls:MS Excel 97", "ods": "ods"}


def converted(files: dict[str, bytes], container: str) -> dict[str, bytes]:
    """Return the same workbooks as LibreOffice saves them, by their names with the new ending."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        for name, data in files.items():
            (folder / "in" / name).write_bytes(data)
        sources = [str(folder / "in" / name) for name in files]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", _FILTERS[container], "--outdir", str(folder / "out")]  # fmt: skip
        subprocess.run([*command, *sources], check=True, capture_output=True, timeout=600)
        return {path.name: path.read_bytes() for path in sorted((folder / "out").glob(f"*.{container}"))}
