"""A form as it stands in a year: fields asked that year, criteria of the law in force, indicators of the plan."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Protocol

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.forms.sections import SECTIONS
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.decisions import Criterion, Quantity, Title
from learnsoc_xlsx.model.forms import Agreement, Criteria, Field, Form, Indicators, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.indicators import Asked, Indicator

NOT_VERIFIED = " Mức này chưa đối chiếu được với văn bản gốc."


class Titles(Protocol):
    """What a form needs of the law: the titles as they stand in a year, by id."""

    def titles_in(self, year: int) -> Mapping[str, Title]: ...


def forms_in(year: int, law: Titles) -> tuple[Form, ...]:
    """Return every form as it stands in `year`, in the order of their numbers."""
    return tuple(form_in(form.id, year, law) for form in FORMS)


def form_in(form_id: str, year: int, law: Titles) -> Form:
    """Return one form as it stands in `year`, without stand-ins; a sheet left without fields is left out.

    Raises LookupError for a form id that the catalogue lacks.
    """
    declared = next((form for form in FORMS if form.id == form_id), None)
    if declared is None:
        raise LookupError(form_id)
    titles = law.titles_in(year)
    sheets = (_sheet_in(sheet, form_id, year, titles) for sheet in declared.sheets)
    return replace(declared, year=year, sheets=tuple(sheet for sheet in sheets if sheet.fields))


def _sheet_in(sheet: Sheet, form_id: str, year: int, titles: Mapping[str, Title]) -> Sheet:
    fields: list[Field] = []
    for declared in sheet.fields:
        fields.extend(_resolved(declared, form_id, titles))
    asked = tuple(field for field in fields if field.asked_in(year))
    used = tuple(titles[field.title] for field in sheet.fields if isinstance(field, Criteria))
    return replace(
        sheet,
        form=form_id,
        fields=asked,
        intro=" ".join((sheet.intro, *map(_basis, used))).strip(),
        agreements=tuple(_agreements(sheet.kind, asked, used)),
    )


def _resolved(declared: Field | Criteria | Indicators, form_id: str, titles: Mapping[str, Title]) -> tuple[Field, ...]:
    match declared:
        case Criteria(title):
            return tuple(_criterion_field(criterion, titles[title]) for criterion in _typed(titles[title]))
        case Indicators():
            return tuple(_indicator_field(indicator) for indicator in INDICATORS if _asked_of(indicator, form_id))
        case Field():
            return (declared,)


def _typed(title: Title) -> tuple[Criterion, ...]:
    """The criteria that people type; the others are read from a figure."""
    return tuple(criterion for criterion in title.criteria if criterion.indicator is None)


def _asked_of(indicator: Indicator, form_id: str) -> bool:
    return isinstance(indicator.source, Asked) and form_id in indicator.source.of


def _criterion_field(criterion: Criterion, title: Title) -> Field:
    """A score may lie under the least that the title needs: such a subject is only not recognised."""
    scored = criterion.kind is Kind.SCORE
    most = _value(criterion.most)
    said = f"Điểm tự chấm, từ 0 đến {most}." if scored else "Chọn x nếu đạt, không nếu chưa đạt."
    return Field(
        criterion.id,
        criterion.label,
        criterion.kind,
        said if criterion.verified else said + NOT_VERIFIED,
        unit="điểm" if scored else "",
        clause=criterion.article,
        section=criterion.section or title.name,
        min=0 if scored else None,
        max=most if scored else None,
        width=8,
        verified=criterion.verified,
    )


def _indicator_field(indicator: Indicator) -> Field:
    return Field(
        indicator.id,
        indicator.label,
        indicator.kind,
        indicator.help,
        required=indicator.required,
        unit=indicator.unit,
        clause=indicator.clause,
        section=SECTIONS[indicator.clause],
        min=indicator.min,
        max=indicator.max,
        at_most=indicator.at_most,
        equals=indicator.equals,
        adds_up=indicator.adds_up,
        since=indicator.since,
        until=indicator.until,
        former=indicator.former,
        verified=indicator.verified,
    )


def _basis(title: Title) -> str:
    """A sentence on where the criteria come from and what is needed."""
    source = f"Tiêu chí theo {title.decision}" if title.decision else f"Tiêu chí “{title.name}”"
    needed = _pass_at(title)
    return f"{source}." if title.rule == "every" or needed is None else f"{source}; đạt từ {needed} điểm."


def _agreements(kind: SheetKind, fields: tuple[Field, ...], used: tuple[Title, ...]) -> tuple[Agreement, ...]:
    """The mark of recognition in a list must agree with the points beside it."""
    marks = [field.id for field in fields if field.kind is Kind.MARK and field.id.endswith("_recognised")]
    scored = [title for title in used if title.rule == "points"]
    return tuple(
        Agreement(
            mark=mark,
            points=tuple(criterion.id for criterion in _typed(title)),
            pass_at=_pass_at(title),
            floor=min((value for c in _typed(title) if (value := _value(c.least)) is not None), default=None),
            title=title.name,
        )
        for title in scored
        for mark in marks
        if kind is SheetKind.LIST
    )


def _pass_at(title: Title) -> Fraction | None:
    passing = [band.at_least for band in title.bands if band.passes]
    return _value(title.pass_at) or min((value for q in passing if (value := _value(q)) is not None), default=None)


def _value(quantity: Quantity | None) -> Fraction | None:
    return quantity.value if quantity else None
