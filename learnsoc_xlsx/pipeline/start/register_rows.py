"""The rows of a register, of the answers: the commune as it signs, the level above, and every unit with its lasting code."""

from collections.abc import Iterator
from datetime import date

from learnsoc_xlsx.model.form.prefill import Record
from learnsoc_xlsx.pipeline.start.answers import Answers, entries_of, level_of, text_of, year_of
from learnsoc_xlsx.pipeline.start.lists.entries import ListedUnit
from learnsoc_xlsx.pipeline.start.questions import ABOVE_CODE, COMMUNE_CODE, LISTS
from learnsoc_xlsx.pipeline.start.reading import above_kind
from learnsoc_xlsx.vietnamese.signing import within_a_sentence

_COUNCIL = "Hội đồng Thi đua - Khen thưởng {commune}"


def register_rows(answers: Answers) -> dict[str, list[Record]]:
    """Return the rows of form 00 by sheet id. The commune reports from the year that was answered on."""
    units = [*_above(answers), *_below(answers)]
    return {"settings": [_settings(answers)], "profile": [_profile(answers)], "units": [_stated(row) for row in units]}


def _stated(row: Record) -> Record:
    return {name: value for name, value in row.items() if value not in (None, "")}


def _settings(answers: Answers) -> Record:
    contact, return_to = text_of(answers, "contact"), text_of(answers, "return_to")
    return _stated({"reports_since": year_of(answers), "contact": contact, "return_to": return_to})


def _profile(answers: Answers) -> Record:
    commune, above = text_of(answers, "commune"), text_of(answers, "above")
    return _stated(
        {
            "since": date(year_of(answers), 1, 1),
            "unit": COMMUNE_CODE,
            "parent_name": f"UBND {above.upper()}",
            "issuer": f"UBND {commune.upper()}",
            "place_name": _own_name(commune),
            "signer_title": text_of(answers, "signer_title"),
            "signer": text_of(answers, "signer"),
            "council": _COUNCIL.format(commune=within_a_sentence(commune)),
        }
    )


def _own_name(commune: str) -> str:
    """The name of a place without what kind of place it is."""
    return commune[len(level_of(commune)) :].strip()


def _above(answers: Answers) -> Iterator[Record]:
    above = text_of(answers, "above")
    yield {"id": ABOVE_CODE, "kind": above_kind(above), "name": above}
    yield {"id": COMMUNE_CODE, "kind": "commune", "name": text_of(answers, "commune"), "parent": ABOVE_CODE}


def _below(answers: Answers) -> Iterator[Record]:
    """The units in the order in which they were answered: each with the code that it was given, else the next of its kind."""
    taken = {entry.code.casefold() for question in LISTS for entry in entries_of(answers, question.id)}
    for question in LISTS:
        codes = _codes(question.code, taken)
        for entry in entries_of(answers, question.id):
            yield _unit(entry, question.unit_kind, entry.code or next(codes))


def _codes(beginning: str, taken: set[str]) -> Iterator[str]:
    """Codes that no unit bears: T01, T02, …"""
    number = 0
    while True:
        number += 1
        code = f"{beginning}{number:02}"
        if code.casefold() not in taken:
            yield code


def _unit(entry: ListedUnit, kind: str, code: str) -> Record:
    return {
        "id": code,
        "kind": kind,
        "name": entry.name,
        "parent": COMMUNE_CODE,
        "email": "; ".join(entry.emails),
        "aliases": "; ".join(entry.aliases),
    }
