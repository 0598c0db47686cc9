"""What the validator of Office's own formats says of a file, and of one that was made of another."""

from collections import Counter
from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator, ValidationSeverity

from tests.valid.measured import beyond
from tests.valid.parts import opened
from tests.valid.wholeness import faults


def errors(path: Path) -> list[str]:
    """Return what the validator holds against a file, each with its part; not what Excel takes and only spells otherwise when
    it saves, of which it warns.
    """
    faults_of = _validator().validate(path).errors
    return [f"{one.part_uri}: {one.description}" for one in faults_of if one.severity is ValidationSeverity.ERROR]


def wrong(path: Path) -> list[str]:
    """Return all that is wrong with a file: what the validator says, what goes beyond a limit, what is not whole."""
    package = opened(path.read_bytes())
    return [*errors(path), *faults(package), *beyond(package)]


def added(before: Path, after: Path) -> list[str]:
    """Return what is wrong with a file that was not wrong with the one it was made of."""
    return list((Counter(wrong(after)) - Counter(wrong(before))).elements())


@cache
def _validator() -> OpenXmlValidator:
    """It reads its rules once."""
    return OpenXmlValidator(max_errors=0)
