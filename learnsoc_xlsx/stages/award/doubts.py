"""Doubts: recognitions that their own criteria contradict, or that are not as many as the units report; each a finding."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.verdicts import OpenPoint, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.statements import Statement
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.numbers import format_exactly


def doubts(verdicts: Iterable[Verdict], sent: Mapping[str, int], spoken_of: Collection[Place]) -> Iterator[Finding]:
    """Yield a finding for each recognition in doubt, once, however many rounds look at it.

    `sent` gives the number of a submission by its file. What is in a row that is `spoken_of` already is not said again.
    """
    seen = set(map(_line, spoken_of))
    for reason in (reason for verdict in verdicts for reason in verdict.reasons):
        if reason.open is not OpenPoint.RECOGNITION or not reason.places:
            continue
        place = reason.places[0]
        if _line(place) not in seen and place.file in sent:
            seen.add(_line(place))
            code = Code.DECISION_DOUBTED if reason.basis else Code.RECOGNITION_DOUBTED
            yield Finding(code, place, sent[place.file], given=reason.actual)


def not_as_many(
    statements: Iterable[Statement],
    figures: Iterable[Figure],
    counted: Mapping[str, Collection[str]],
    names: Mapping[str, str],
) -> Iterator[Finding]:
    """Yield a finding for each title and year of which the decisions that the commune laid name others than the units count.

    `counted` gives for each title the indicators that count its bearers, `names` what the title is called. Figures stay as
    reported, and lead back to their cells; awards go by the decisions. While reports are missing fewer are no difference.
    """
    laid: dict[tuple[str, int], list[Statement]] = {}
    for one in statements:
        if one.speaks_of.recognises and counted.get(one.kind):
            laid.setdefault((one.kind, one.year), []).append(one)
    of_commune = [figure for figure in figures if figure.scope == "commune" and figure.structure == "own"]
    for (title, year), own in sorted(laid.items()):
        mine = [one for one in of_commune if one.indicator in counted[title] and one.period == str(year)]
        reported = sum((one.value for one in mine if one.value is not None), Fraction(0))
        named = len({(one.unit, key(one.name), one.born) for one in own})
        whole = all(one.reported == one.expected for one in mine)
        if mine and (reported > named or (whole and reported < named)):
            yield _not_as_many(own[0], names[title], named, reported)


def _not_as_many(first: Statement, title: str, named: int, reported: Fraction | int) -> Finding:
    return Finding(
        Code.NOT_AS_MANY,
        first.place,
        first.submission,
        first.speaks_of.name,
        given=str(named),
        expected=str(first.year),
        other=title,
        extra=format_exactly(reported),
    )


def _line(place: Place) -> tuple[str, str, int]:
    return place.file, place.sheet, place.row
