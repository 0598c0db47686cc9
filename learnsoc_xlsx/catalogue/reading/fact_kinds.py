"""FactKinds: what may be known of whoever is weighed for an award or a title, after the forms that ask it.

It follows what `stages/award` gathers: of a unit its figures and the fields of its fixed sheets; of a nominee the
fields of its row in a list and of its nomination; of both what a judged title adds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.form.form import Criteria, Field, Form, Indicators, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.indicators import Indicator, Ratio, gives
from learnsoc_xlsx.model.law.kinds import Bearer, Candidates, ConditionTest
from learnsoc_xlsx.model.law.texts.decisions import Decision

FactKinds = Mapping[str, Kind]
"""Fact ids, each with what may stand in its cell."""
Fact = tuple[str, Kind]
NOMINATIONS = "nominations"
REPORTING = tuple(form for form in FORMS if any(Indicators() in sheet.fields for sheet in form.sheets))
"""The forms by which units report: those that ask for indicators."""
_OF_A_TITLE = {"title": Kind.MARK, "total": Kind.NUMBER, "level": Kind.NUMBER}
"""What a judged title says: whether it holds, its points, its level."""


@dataclass(frozen=True)
class FactsOf:
    """Answers what may be known of whom, once all decisions are read."""

    decisions: Sequence[Decision]

    def award(self, award: Award) -> FactKinds:
        """Return what may be known of the candidates for an award."""
        titles = {title.id for decision in self.decisions for title in decision.titles}
        judged = {f"{word}.{title}": kind for title in titles for word, kind in _OF_A_TITLE.items()}
        return dict(self._of_candidates(award)) | judged

    def title(self, title: str) -> FactKinds:
        """Return what may be known of who bears a title: of whom its criteria are asked, and who is awarded for it; of a
        commune all that its units give.
        """
        facts: dict[str, Kind] = {}
        for form in REPORTING:
            for sheet in (sheet for sheet in form.sheets if title in criteria_of(sheet)):
                facts |= self._of_unit(form) if sheet.kind is SheetKind.FIXED else self._of_sheets(form, sheet)
        for award in (award for decision in self.decisions for award in decision.awards):
            facts |= self._of_candidates(award) if title in sought_by(award) else ()
        return facts | self._of_whole(title)

    def _of_whole(self, title: str) -> dict[str, Kind]:
        """The figures of all units together, for a title that a whole commune bears."""
        stated = (one for decision in self.decisions for one in decision.titles if one.id == title)
        borne = any(one.subject is Bearer.COMMUNE for one in stated)
        return {name: kind for form in REPORTING for name, kind in _figures(form)} if borne else {}

    def _of_candidates(self, award: Award) -> Iterator[Fact]:
        for form in forms_of(award.unit_kinds):
            if award.candidates is Candidates.UNITS:
                yield from self._of_unit(form)
            else:
                yield from self._of_sheets(form, *lists_of(form, (*award.listed_in, NOMINATIONS)))

    def _of_unit(self, form: Form) -> Iterator[Fact]:
        yield from _figures(form)
        yield from self._of_sheets(form, *(sheet for sheet in form.sheets if sheet.kind is SheetKind.FIXED))

    def _of_sheets(self, form: Form, *sheets: Sheet) -> Iterator[Fact]:
        for field in (field for sheet in sheets for field in sheet.fields):
            match field:
                case Field(name, kind=kind):
                    yield name, kind
                case Criteria(title=title):
                    yield from self._typed(title)
                case Indicators():
                    yield from _figures(form)

    def _typed(self, title: str) -> Iterator[Fact]:
        """The criteria of a title that people type, of every decision that states it; the others are read from a fact."""
        stated = (one for decision in self.decisions for one in decision.titles if one.id == title)
        criteria = (criterion for one in stated for criterion in one.criteria)
        return ((criterion.id, criterion.kind) for criterion in criteria if criterion.indicator is None)


def forms_of(kinds: Iterable[str]) -> tuple[Form, ...]:
    """Return the forms by which units of these kinds report."""
    wanted = set(kinds)
    return tuple(form for form in REPORTING if wanted.intersection(form.unit_kinds))


def criteria_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the titles whose criteria a sheet asks for."""
    return tuple(field.title for field in sheet.fields if isinstance(field, Criteria))


def lists_of(form: Form, ids: Iterable[str]) -> tuple[Sheet, ...]:
    """Return the lists of a form that bear one of these ids."""
    wanted = set(ids)
    return tuple(sheet for sheet in form.sheets if sheet.kind is SheetKind.LIST and sheet.id in wanted)


def sought_by(award: Award) -> frozenset[str]:
    """Return the titles that an award looks for."""
    asked = (condition for condition in award.conditions if condition.test is ConditionTest.TITLE)
    return frozenset({award.title, *(condition.of for condition in asked)})


def _figures(form: Form) -> Iterator[Fact]:
    return ((indicator.id, indicator.kind) for indicator in INDICATORS if _gives(form, indicator))


def _gives(form: Form, indicator: Indicator) -> bool:
    """Whether a form gives an indicator: by itself, or as a share both of whose sums it gives."""
    if not isinstance(indicator.source, Ratio):
        return gives(form, indicator.source)
    names = (indicator.source.of, indicator.source.out_of)
    sums = [indicator for indicator in INDICATORS if indicator.id in names]
    return len(sums) == len(names) and all(_gives(form, indicator) for indicator in sums)
