"""A self-assessment: how a commune stands by a title that another body recognises, by its own word and by its figures."""

from dataclasses import dataclass

from learnsoc_xlsx.model.law.recognition import Criterion, Title
from learnsoc_xlsx.model.law.verdicts import Reason


@dataclass(frozen=True)
class AssessedCriterion:
    """A criterion with what was found, needed and whether it is met; no reason where the form of that year did not ask it."""

    criterion: Criterion
    reason: Reason | None

    @property
    def met(self) -> bool | None:
        return self.reason.met if self.reason else None


@dataclass(frozen=True)
class SelfAssessment:
    """What is known of a commune for a title in a year. It recognises nothing: that is for whom the title names.

    `unit` is who tells it, `commune` whose figures stand beside it (empty: the register names none above the unit),
    `submission` the number of the return that tells it (None: there is none that counts). `recognition` is what the unit
    says of a decision that was taken.
    """

    year: int
    unit: str
    commune: str
    title: Title
    criteria: tuple[AssessedCriterion, ...]
    recognition: Reason | None = None
    submission: int | None = None

    @property
    def failing(self) -> tuple[AssessedCriterion, ...]:
        return tuple(one for one in self.criteria if one.met is False)

    @property
    def unclear(self) -> tuple[AssessedCriterion, ...]:
        return tuple(one for one in self.criteria if one.met is None)

    @property
    def met(self) -> bool | None:
        """Whether every criterion is met; None where one is not known, or where the text asks more than is known here."""
        if self.failing:
            return False
        return None if self.unclear or self.title.lacking else True

    @property
    def keys(self) -> frozenset[str]:
        """The numbers, by the key that a register sets, against which figures are held."""
        bounds = (one.criterion.at_least for one in self.criteria)
        return frozenset(bound.key for bound in bounds if bound)
