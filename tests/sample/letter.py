"""What arrives at the commune, one file each."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Letter:
    """A file as it was sent: where it goes, its bytes, and, if an office program saved it, in which format."""

    path: Path
    data: bytes
    office: str = ""
