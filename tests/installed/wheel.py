"""The wheel, built of what stands here alone: nothing that an earlier build left gets into it."""

import os
import subprocess
import sys
from pathlib import Path


def built(folder: Path) -> Path:
    """Build the wheel into a folder and return it. Raises CalledProcessError where it cannot be built."""
    base = folder / "base"
    base.mkdir()
    settings = folder / "built_in.cfg"
    settings.write_text(f"[build]\nbuild_base = {base}\n[egg_info]\negg_base = {base}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder), "."]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"DIST_EXTRA_CONFIG": str(settings)})
    (wheel,) = folder.glob("*.whl")
    return wheel
