"""Vocabulary: the ids that a decision may name, after the forms, the indicators and the decisions themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from learnsoc_xlsx.catalogue.forms.sheets.sections import CLAUSES, UNNAMED
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.reading.fact_kinds import NOMINATIONS, REPORTING, FactsOf, forms_of, lists_of, sought_by
from learnsoc_xlsx.model.form.form import Criteria, SheetKind
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.texts.decisions import Decision

Ids = frozenset[str]
_SUBJECT = "award"
"""The field of a nomination in which the kind of subject is chosen."""


@dataclass(frozen=True)
class Vocabulary:
    """What there is to name, once all decisions are read."""

    decisions: Sequence[Decision]

    @cached_property
    def facts(self) -> FactsOf:
        return FactsOf(self.decisions)

    @cached_property
    def indicators(self) -> Ids:
        return frozenset(indicator.id for indicator in INDICATORS)

    @cached_property
    def jumps_used(self) -> Ids:
        """The jumps that an indicator names."""
        return frozenset(indicator.jump for indicator in INDICATORS)

    @cached_property
    def clauses(self) -> Ids:
        """Every clause of the plan."""
        return frozenset({*(clause.id for clause in CLAUSES), *(clause for part in UNNAMED for clause in part)})

    @cached_property
    def titles(self) -> Ids:
        return frozenset(title.id for decision in self.decisions for title in decision.titles)

    @cached_property
    def titles_wanted(self) -> Ids:
        """The titles that a form asks the criteria of, or that an award looks for."""
        fields = (field for form in REPORTING for sheet in form.sheets for field in sheet.fields)
        asked = (field.title for field in fields if isinstance(field, Criteria))
        return frozenset(asked).union(*map(sought_by, self._awards))

    @cached_property
    def awards(self) -> Ids:
        return frozenset(award.id for award in self._awards)

    @cached_property
    def awards_given(self) -> Ids:
        """The awards that a round gives."""
        rounds = (held for decision in self.decisions for held in decision.rounds)
        return frozenset(award for held in rounds for award in held.awards)

    @cached_property
    def texts(self) -> Ids:
        return frozenset(decision.id for decision in self.decisions)

    @cached_property
    def bases(self) -> Ids:
        return frozenset(basis.id for decision in self.decisions for basis in decision.bases)

    @cached_property
    def phases(self) -> Ids:
        return frozenset(phase.id for decision in self.decisions for phase in decision.phases)

    @cached_property
    def unit_kinds(self) -> Ids:
        """The kinds of unit that report by a form."""
        return frozenset(kind for form in REPORTING for kind in form.unit_kinds)

    def lists(self, kinds: Iterable[str]) -> Ids:
        """Return the lists in the forms of these kinds of unit."""
        sheets = (sheet for form in forms_of(kinds) for sheet in form.sheets)
        return frozenset(sheet.id for sheet in sheets if sheet.kind is SheetKind.LIST)

    def nominees(self, kinds: Iterable[str]) -> Ids:
        """Return the kinds of subject that units of these kinds may nominate."""
        sheets = (sheet for form in forms_of(kinds) for sheet in lists_of(form, (NOMINATIONS,)))
        fields = (field for sheet in sheets for field in sheet.asked if field.id == _SUBJECT)
        return frozenset(choice.id for field in fields if field.choices for choice in field.choices.entries)

    @property
    def _awards(self) -> tuple[Award, ...]:
        return tuple(award for decision in self.decisions for award in decision.awards)
