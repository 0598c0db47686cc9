"""A form as it stands in a year and a revision: fields asked then, criteria of the law in force, indicators of the plan."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from typing import Protocol

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.forms.sheets.sections import CLAUSES
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.form.form import (
    Agreement,
    Criteria,
    CriterionSaid,
    Field,
    Form,
    Indicators,
    Kind,
    Sheet,
    SheetKind,
    Tolerance,
)
from learnsoc_xlsx.model.law.indicators import Asked, Indicator, Ratio, SaidInstead
from learnsoc_xlsx.model.law.kinds import TitleRule
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Criterion, Title
from learnsoc_xlsx.model.law.texts.decisions import Jump

_HEADINGS = {clause.id: clause.heading for clause in CLAUSES}
_FORMER_DOUBT = " Tiêu chí này chưa đối chiếu được với văn bản gốc."
"""What revision 1 printed beside a criterion that is not verified; who reads that is the commune, not the unit."""
_DOUBT = re.compile(r" \(chưa [^)]*\)")
COMPUTED_SINCE = 2
"""The revision of the forms from which the template counts what its own lists hold."""
COMPUTED = "Máy tự đếm các dòng đánh dấu ở trang “{sheet}”. Không phải ghi"
SAID_ELSEWHERE = " “{criterion}”: đã ghi ở {where}, không phải ghi lại."
COVER = "cover"
SHORT_LISTS = " Năm nay xã chỉ cần danh sách đề nghị ở trang {names}; tổng số ghi ở trang “Chỉ tiêu”."
ADDED_UP = "Cộng số của các đơn vị trong xã"
COUNTED_ELSEWHERE = " Tiêu chí tính từ số liệu thì không phải ghi ở đây."


class LawOfForms(Protocol):
    """What a form needs of the law as it stands in a year: the titles, and how far figures may jump, by id."""

    def titles_in(self, year: int) -> Mapping[str, Title]: ...

    def jumps_in(self, year: int) -> Mapping[str, Jump]: ...

    def lists_of_nominees(self, year: int) -> bool:
        """Whether the commune asks for nominees alone in the lists for which that is enough."""
        ...


def forms_in(year: int, law: LawOfForms) -> tuple[Form, ...]:
    """Return every form as it stands in `year` in its newest revision, in the order of their numbers."""
    return tuple(form_in(form.id, year, law) for form in FORMS)


def form_in(form_id: str, year: int, law: LawOfForms, revision: int | None = None) -> Form:
    """Return one form as it stands in `year`, without stand-ins; a sheet left without fields is left out.

    It stands in a revision: the newest, or the one asked for. Raises LookupError for a form id that the catalogue lacks.
    """
    declared = next((form for form in FORMS if form.id == form_id), None)
    if declared is None:
        raise LookupError(form_id)
    form = replace(declared, year=year, revision=declared.revision if revision is None else revision)
    form = replace(form, sheets=tuple(_of_nominees(sheet, law, year) for sheet in form.sheets))
    titles, jumps = law.titles_in(year), law.jumps_in(year)
    sheets = (_sheet_in(sheet, form, titles, jumps) for sheet in form.sheets)
    return replace(form, sheets=tuple(sheet for sheet in sheets if sheet.fields))


def _of_nominees(sheet: Sheet, law: LawOfForms, year: int) -> Sheet:
    """A sheet as the commune asks for it: a list for which nominees are enough may hold them alone."""
    return replace(sheet, nominees_only=bool(sheet.nominees_intro) and law.lists_of_nominees(year))


def _sheet_in(sheet: Sheet, form: Form, titles: Mapping[str, Title], jumps: Mapping[str, Jump]) -> Sheet:
    resolved = chain.from_iterable(_resolved(declared, form, titles, jumps) for declared in sheet.fields)
    of_the_year = tuple(field for field in resolved if field.asked_in(form.year))
    asked = tuple(field for field in of_the_year if field.asked_by(form.revision))
    ids = {field.id for field in asked}
    wanted = [field.title for field in sheet.fields if isinstance(field, Criteria)]
    used = tuple(titles[title] for title in wanted if title in titles)
    intros = tuple(dict.fromkeys(_intros(sheet, form, used)))
    return replace(
        sheet,
        form=form.id,
        revision=form.revision,
        fields=asked,
        unasked=tuple(field for field in of_the_year if field.id not in ids),
        intro=intros[0],
        former_intros=intros[1:],
        agreements=_agreements(sheet, asked, used),
    )


def _intros(sheet: Sheet, form: Form, used: tuple[Title, ...]) -> Iterator[str]:
    """The introduction of a sheet, and then every other way in which it is or was printed."""
    short = sheet.nominees_intro or _on_cover(sheet, form)
    own = short if any(one.nominees_only for one in (sheet, *_short_lists(sheet, form))) else sheet.intro
    elsewhere = [_said_elsewhere(title, sheet, form) for title in used]
    sure = [_basis(title, _DOUBT.sub("", _source(title))) for title in used]
    unsure = [_basis(title, _source(title)) for title in used]
    for bases in (map("".join, zip(sure, elsewhere, strict=True)), sure, unsure):
        after = list(bases)
        for words in (own, sheet.intro, short, *sheet.former_intros):
            yield " ".join((words, *after)).strip()


def _short_lists(sheet: Sheet, form: Form) -> tuple[Sheet, ...]:
    """The lists in which nominees may be enough, of which the cover speaks."""
    return tuple(other for other in form.sheets if other.nominees_intro) if sheet.id == COVER else ()


def _on_cover(sheet: Sheet, form: Form) -> str:
    """What the cover says where the commune asks for nominees alone."""
    names = ", ".join(f"“{other.name}”" for other in _short_lists(sheet, form))
    return sheet.intro + SHORT_LISTS.format(names=names) if names else sheet.intro


def _said_elsewhere(title: Title, sheet: Sheet, form: Form) -> str:
    """Which of the criteria of a title are said elsewhere, and where."""
    here = (field for field in sheet.fields if isinstance(field, Criteria) and field.title == title.id)
    labels = {criterion.id: criterion.label for criterion in _typed(title)}
    now = (
        one
        for field in here
        for one in field.instead
        if one.criterion in labels and one.since_revision <= form.revision
    )
    return "".join(
        SAID_ELSEWHERE.format(criterion=labels[one.criterion], where=_where(one, sheet, form)) for one in now
    )


def _where(other: CriterionSaid, sheet: Sheet, form: Form) -> str:
    if other.by.sheet != sheet.id:
        return f"trang “{form.sheet(other.by.sheet).name}”"
    return f"cột “{next(field.label for field in sheet.asked if field.id == other.by.field)}”"


def _resolved(
    declared: Field | Criteria | Indicators, form: Form, titles: Mapping[str, Title], jumps: Mapping[str, Jump]
) -> tuple[Field, ...]:
    match declared:
        case Criteria(title=title_id):
            title = titles.get(title_id)
            return _criteria(title, declared, form) if title else ()
        case Indicators() if form.gathers:
            every = (indicator for indicator in INDICATORS if not isinstance(indicator.source, Ratio))
            return tuple(_added_up(_indicator_field(indicator, jumps)) for indicator in every)
        case Indicators():
            asked = (indicator for indicator in INDICATORS if _asked_of(indicator, form.id))
            fields = (_indicator_field(indicator, jumps) for indicator in asked)
            return tuple(_said_by(_computed(field, form), _elsewhere(field.id, form), form) for field in fields)
        case Field():
            return (declared,)


def _criteria(title: Title, declared: Criteria, form: Form) -> tuple[Field, ...]:
    by_id = {one.criterion: one for one in declared.instead}
    return tuple(
        _said_by(_criterion_field(criterion, title), by_id.get(criterion.id), form) for criterion in _typed(title)
    )


def _elsewhere(name: str, form: Form) -> SaidInstead | None:
    """What says a figure in the newer revisions of a form."""
    source = next(indicator.source for indicator in INDICATORS if indicator.id == name)
    instead = source.instead if isinstance(source, Asked) else ()
    return next((one for one in instead if form.id in one.forms), None)


def _said_by(field: Field, other: CriterionSaid | SaidInstead | None, form: Form) -> Field:
    """A field that is asked until another one says the same; then only the sum of a list is held against last year's."""
    if other is None or form.revision < other.since_revision:
        return field
    summed = form.sheet(other.by.sheet).kind is SheetKind.LIST
    tolerance = field.tolerance if summed else None
    return replace(field, until_revision=other.since_revision - 1, said_by=other.by, tolerance=tolerance)


def _typed(title: Title) -> tuple[Criterion, ...]:
    """The criteria that people type; the others are read from a figure."""
    return tuple(criterion for criterion in title.criteria if criterion.indicator is None)


def _asked_of(indicator: Indicator, form_id: str) -> bool:
    return isinstance(indicator.source, Asked) and form_id in indicator.source.of


def _criterion_field(criterion: Criterion, title: Title) -> Field:
    """A score may lie under the least that the title needs: such a subject is only not recognised."""
    scored = criterion.kind is Kind.SCORE
    most = _value(criterion.most)
    prompt = f"Điểm tự chấm, từ 0 đến {most}." if scored else "Chọn “x” nếu đạt, “không” nếu chưa đạt."
    return Field(
        criterion.id,
        criterion.label,
        criterion.kind,
        prompt,
        unit="điểm" if scored else "",
        clause=criterion.article,
        section=criterion.section or title.name,
        min=0 if scored else None,
        max=most if scored else None,
        width=8,
        former_help=(prompt + _FORMER_DOUBT,),
        verified=criterion.verified,
    )


def _indicator_field(indicator: Indicator, jumps: Mapping[str, Jump]) -> Field:
    return Field(
        indicator.id,
        indicator.label,
        indicator.kind,
        indicator.help,
        required=indicator.required,
        unit=indicator.unit,
        clause=indicator.clause,
        section=_HEADINGS[indicator.clause],
        min=indicator.min,
        max=indicator.max,
        at_most=indicator.at_most,
        equals=indicator.equals,
        counts=indicator.counts,
        tolerance=_tolerance(jumps.get(indicator.jump)),
        adds_up=indicator.adds_up,
        since=indicator.since,
        until=indicator.until,
        former=indicator.former,
        former_help=("", *indicator.former_help),
        verified=indicator.verified,
    )


def _added_up(field: Field) -> Field:
    """An indicator as what all units of a commune come to: no bound of a single unit holds, and what nobody gave is left empty."""
    least = None if field.min is None else 0
    return replace(field, required=False, min=least, max=None, counts=(), help=ADDED_UP, former_help=())


def _computed(field: Field, form: Form) -> Field:
    """A figure that a list of the form counts is computed in the template, as soon as the revision does so."""
    lists = {sheet.id: sheet.name for sheet in form.sheets}
    counted = next((counted for counted in field.counts if counted.sheet in lists), None)
    if counted is not None and form.sheet(counted.sheet).nominees_only:
        return replace(field, counts=(), uncounted=True)
    if counted is None or form.revision < COMPUTED_SINCE:
        return field
    help_now, help_before = COMPUTED.format(sheet=lists[counted.sheet]), (field.help, *field.former_help)
    return replace(field, computed=counted, help=help_now, former_help=help_before)


def _tolerance(jump: Jump | None) -> Tolerance | None:
    factor, least = (_value(jump.factor), _value(jump.least)) if jump else (None, None)
    if jump is None or factor is None or least is None:
        return None
    return Tolerance(factor, least, jump.factor.source)


def _source(title: Title) -> str:
    return title.decision or title.name


def _basis(title: Title, source: str) -> str:
    """A sentence on where the criteria come from and what is needed."""
    sentence = f"Căn cứ: {source}"
    needed, floor = _pass_at(title), _floor(title)
    if title.rule is TitleRule.POINTS and needed is not None:
        sentence += f"; đạt từ {needed} điểm"
        sentence += f", không {title.called} nào dưới {floor}" if floor is not None else ""
    return f"{sentence}.{COUNTED_ELSEWHERE}" if len(_typed(title)) < len(title.criteria) else f"{sentence}."


def _agreements(sheet: Sheet, fields: tuple[Field, ...], used: tuple[Title, ...]) -> tuple[Agreement, ...]:
    """The mark of recognition in a list must agree with the points beside it."""
    ids = {field.id for field in fields}
    return tuple(
        Agreement(
            mark=title.mark,
            points=tuple(criterion.id for criterion in _typed(title)),
            pass_at=_pass_at(title),
            floor=_floor(title),
            title=title.name,
            called=title.called,
        )
        for title in used
        if sheet.kind is SheetKind.LIST and title.rule is TitleRule.POINTS and title.mark in ids
    )


def _pass_at(title: Title) -> Fraction | None:
    bands = (_value(band.at_least) for band in title.bands if band.passes)
    return _value(title.pass_at) or min((value for value in bands if value is not None), default=None)


def _floor(title: Title) -> Fraction | None:
    least = (_value(criterion.least) for criterion in _typed(title))
    return min((value for value in least if value is not None), default=None)


def _value(quantity: Quantity | None) -> Fraction | None:
    return quantity.value if quantity else None
