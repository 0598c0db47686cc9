"""Sources: what each indicator is made of, held against the forms, their lists and the other indicators."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.reading.faults import DecisionError, Spot, instead_of
from learnsoc_xlsx.model.form.form import Counted, Indicators, SheetKind
from learnsoc_xlsx.model.law.indicators import Asked, Indicator, Marked, Ratio, SaidInstead, Summed

_Named = tuple[str, str, Collection[str]]
"""The key, the id that stands there, and the ids among which it should be."""


def unknown_sources(indicators: Sequence[Indicator]) -> Iterator[DecisionError]:
    """Yield a fault for every form, list, field or indicator that an indicator names and nothing bears."""
    ids = {indicator.id for indicator in indicators}
    for indicator in indicators:
        spot = Spot("catalogue/indicators").within("Indicator", indicator.id)
        for key, name, among in chain(_source(indicator, ids), _rules(indicator, ids)):
            if name not in among:
                yield spot.fault(key, f"không có “{name}”{instead_of(name, among)}")


def _source(indicator: Indicator, ids: Collection[str]) -> Iterator[_Named]:
    match indicator.source:
        case Asked(of, instead):
            yield from (("source", form, {form.id for form in FORMS}) for form in of)
            for elsewhere in instead:
                yield from _instead(elsewhere, ids)
        case Ratio(of, out_of):
            yield from (("source", side, ids) for side in (of, out_of))
        case Counted() | Summed() as listed:
            yield from _in_list("source", listed)
        case Marked(sheet, mark):
            yield from _on("source", SheetKind.FIXED, sheet, (mark,))


def _instead(elsewhere: SaidInstead, ids: Collection[str]) -> Iterator[_Named]:
    """What says a figure in the place of its row stands on a sheet of each of these forms."""
    for form in (form for form in FORMS if form.id in elsewhere.forms):
        sheets = [sheet for sheet in form.sheets if sheet.id == elsewhere.by.sheet]
        yield "instead", elsewhere.by.sheet, {sheet.id for sheet in form.sheets}
        fields = {field.id for sheet in sheets for field in sheet.asked}
        yield (
            "instead",
            elsewhere.by.field,
            fields | (set(ids) if any(Indicators() in one.fields for one in sheets) else set()),
        )


def _rules(indicator: Indicator, ids: Collection[str]) -> Iterator[_Named]:
    if indicator.at_most:
        yield "at_most", indicator.at_most, ids
    yield from (("equals", name.lstrip("+-"), ids) for name in indicator.equals)
    for listed in indicator.counts:
        yield from _in_list("counts", listed)


def _in_list(key: str, listed: Counted | Summed) -> Iterator[_Named]:
    fields = listed.marks if isinstance(listed, Counted) else (listed.field,)
    yield from _on(key, SheetKind.LIST, listed.sheet, fields)


def _on(key: str, kind: SheetKind, name: str, wanted: Sequence[str]) -> Iterator[_Named]:
    """The sheet that is named, among those of its kind, and the fields, among those that a sheet of that name has."""
    sheets = [sheet for form in FORMS for sheet in form.sheets if sheet.kind is kind]
    yield key, name, {sheet.id for sheet in sheets}
    fields = chain.from_iterable(sheet.asked for sheet in sheets if sheet.id == name)
    ids = {field.id for field in fields}
    yield from ((key, field, ids) for field in wanted)
