"""Nominate: who may be awarded in a round, and everything that is known of each, year by year."""

from collections.abc import Sequence

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.kinds import Candidates
from learnsoc_xlsx.model.law.verdicts import Candidate, HeldRound
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier, FirstYears
from learnsoc_xlsx.stages.award.nominate.nominees import nominees_of
from learnsoc_xlsx.stages.award.nominate.units import units_of

_ALWAYS: FirstYears = {}


def nominate(
    dossier: Dossier, held: HeldRound, awards: Sequence[Award], first_years: FirstYears = _ALWAYS
) -> tuple[list[Candidate], list[Finding]]:
    """Name the candidates of a round: the units whose kind an award is for, and whoever the units nominated.

    The facts of a year are its figures, fixed sheets, list row and nomination; what is not there is left out, and
    the award says it is not known. In an upward round only who was proposed upward is a candidate. `first_years` say from
    which year on a unit owed reports, of those that did not from the beginning.
    """
    candidates: list[Candidate] = []
    findings: list[Finding] = []
    for award in (award for award in awards if award.id in held.awards):
        match award.candidates:
            case Candidates.UNITS:
                candidates += units_of(dossier, held, award, first_years)
            case Candidates.NOMINATED:
                named, doubts = nominees_of(dossier, held, award, first_years)
                candidates += named
                findings += doubts
    return candidates, findings
