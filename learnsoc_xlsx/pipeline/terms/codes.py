"""Codes: the ids that the keeper of a register copies from, with what each stands for."""

import re
import textwrap
from collections.abc import Sequence

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Choice, Choices, Form, Kind
from learnsoc_xlsx.model.law.decisions import Round

_PLACE_HOLDER = re.compile(r"\{\w+\}")


def codes(form: Form, law: Law, year: int) -> dict[str, Choices]:
    """Return the reference lists of a form by field id: for its text fields that name an indicator, a number, an award, a round, a finding."""
    typed = {field.id for sheet in form.sheets for field in sheet.asked if field.kind is Kind.TEXT}
    return {name: each for name, each in lists(law, (year,)).items() if name in typed}


def lists(law: Law, years: Sequence[int]) -> dict[str, Choices]:
    """Return every reference list of these years, by the id of the fields that take their codes from it."""
    asked = [each for each in INDICATORS if any((each.since or year) <= year <= (each.until or year) for year in years)]
    awards = {each.id: each for year in years for each in law.awards_in(year)}
    rounds = {name: each for year in years for name, each in law.rounds_in(year).items()}
    numbers = {each.key: each for year in years for each in law.open_numbers(year)}
    return {
        "indicator": Choices("Mã chỉ tiêu", tuple(Choice(each.id, each.label) for each in asked)),
        "key": Choices("Mã ngưỡng", tuple(Choice(key, numbers[key].label) for key in sorted(numbers))),
        "award": Choices("Mã khen thưởng", tuple(Choice(each.id, each.name) for each in awards.values())),
        "round": Choices("Mã đợt xét", tuple(map(_round, rounds.values()))),
        "code": Choices("Mã lỗi", tuple(Choice(each.code, _gist(each)) for each in Code)),
    }


def _gist(code: Code) -> str:
    """What a finding is about, on one line: the beginning of its sentence."""
    return textwrap.shorten(_PLACE_HOLDER.sub("…", code.sentence), 80, placeholder=" …")


def _round(declared: Round) -> Choice:
    return Choice(declared.id.removesuffix("-{year}"), declared.name.format(year="").strip())
