"""Tried: one run under its own register and under the choices of another, and who moves."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.changes.changes import Cause, VerdictChange
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs
from learnsoc_xlsx.stages.write.changes.verdicts import verdict_changes


@dataclass(frozen=True)
class Tried:
    """A run as it is and as it would be under the choices of the register in `file`.

    `taken` are the choices that differ, `left` what else differs between the two registers and was not tried;
    `remarks` what is to be looked at of the choices.
    """

    file: str
    now: Run
    then: Run
    taken: tuple[Cause, ...]
    left: tuple[Cause, ...]
    moves: tuple[VerdictChange, ...]
    remarks: tuple[Finding, ...] = ()


def tried(
    file: str, now: Run, then: Run, taken: Sequence[Cause], left: Sequence[Cause], remarks: Sequence[Finding]
) -> Tried:
    """Compare the two, each mover with the choices that moved it."""
    moves = verdict_changes(now.verdicts, then.verdicts, Inputs(register=tuple(taken)))
    return Tried(file, now, then, tuple(taken), tuple(left), moves, tuple(remarks))
