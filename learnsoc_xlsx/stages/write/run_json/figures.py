"""Figures: each with its exact value and what it stands on."""

from collections.abc import Iterable, Iterator, Sequence

from orjson import Fragment

from learnsoc_xlsx.model.returns.figures import Figure, Origin
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import plain
from learnsoc_xlsx.stages.write.found.entry import Json
from learnsoc_xlsx.stages.write.run_json.words import exact, place_of, spelt


def of_figures(figures: Iterable[Figure]) -> Iterator[Json]:
    """The figures; an origin stands behind those of a unit, its groups and the commune alike, and is written once."""
    written: dict[int, Fragment] = {}

    def once(origin: Origin) -> Fragment:
        if id(origin) not in written:
            written[id(origin)] = Fragment(spelt(_origin(origin)))
        return written[id(origin)]

    return (_figure(figure, [once(origin) for origin in figure.origins]) for figure in figures)


def _figure(figure: Figure, origins: Sequence[Fragment]) -> Json:
    return {
        "indicator": figure.indicator,
        "scope": figure.scope,
        "id": figure.id,
        "period": figure.period,
        "structure": figure.structure,
        **exact(figure.value, figure.numerator, figure.denominator),
        "reported": figure.reported,
        "expected": figure.expected,
        "partial": figure.partial,
        "not_from_list": figure.unlisted,
        "from": origins,
    }


def _origin(origin: Origin) -> Json:
    counted: Json = {} if origin.rows is None else {"table": origin.table, "rows": origin.rows}
    if origin.of_rows is not None:
        counted["of_rows"] = origin.of_rows
    return {**place_of(origin.place), "unit": origin.unit, "year": origin.year, "value": plain(origin.value), **counted}
