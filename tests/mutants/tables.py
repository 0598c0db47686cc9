"""Which rooms are held, which tests hold them, and what is known to be no change at all."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import learnsoc_xlsx
from tests.mutants.mutant import Mutant

STAGES = Path(learnsoc_xlsx.__file__).parent / "stages"
ROOMS = tuple(STAGES / name for name in ("aggregate", "award", "settle"))
TESTS = (
    "tests/stages/test_aggregate.py",
    "tests/stages/test_counted_by_marks.py",
    "tests/stages/award",
    "tests/stages/settle",
    "tests/decisions",
)
JOURNEYS = tuple(
    f"tests/journeys/test_{name}.py"
    for name in (
        "shares", "district", "commune_itself", "carried_over", "quotas", "proposals", "recognitions", "versions",
        "award_history", "council_record",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Tier:
    """Tests by which mutants are tried, and how many CPU seconds those of one mutant may take together."""

    tests: Sequence[str]
    limit: float


TIERS = (Tier(TESTS, 8), Tier(JOURNEYS, 60))
"""What survives the tests of the rooms themselves is tried by journeys through the whole program, which take longer."""
EQUIVALENT = Path(__file__).parent / "equivalent.toml"


@dataclass(frozen=True)
class Equivalent:
    """A mutant that does what the program does, or what nobody promised: the file, the line, the change, and why."""

    file: str
    line: str
    change: str
    why: str


def equivalents(path: Path = EQUIVALENT) -> Sequence[Equivalent]:
    """What is listed as equivalent."""
    return [Equivalent(**one) for one in tomllib.loads(path.read_text("utf-8"))["equivalent"]]


def stale(listed: Sequence[Equivalent], mutants: Sequence[Mutant]) -> list[Equivalent]:
    """What is listed, and is a mutant of no file any more."""
    keys = {mutant.key for mutant in mutants}
    return [one for one in listed if (one.file, one.line, one.change) not in keys]
