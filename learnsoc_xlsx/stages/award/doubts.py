"""Doubts: recognitions that their own criteria contradict, each a finding at its cell, for the officer and the unit."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.verdicts import OpenPoint, Verdict
from learnsoc_xlsx.model.place import Place


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


def _line(place: Place) -> tuple[str, str, int]:
    return place.file, place.sheet, place.row
