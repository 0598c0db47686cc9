"""Codes: the ids that the keeper of a register copies from, with what each stands for."""

import re

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.findings import Code
from learnsoc_xlsx.model.forms import Choice, Choices, Form, Kind

_PLACE_HOLDER = re.compile(r"\{\w+\}")


def codes(form: Form, law: Law, year: int) -> dict[str, Choices]:
    """Return the reference lists of a form by field id: for its text fields that name an indicator, a number, an award, a round, a finding."""
    typed = {field.id for sheet in form.sheets for field in sheet.asked if field.kind is Kind.TEXT}
    return {name: each for name, each in lists(law, year).items() if name in typed}


def lists(law: Law, year: int) -> dict[str, Choices]:
    """Return every reference list, by the id of the fields that take their codes from it."""
    rounds = tuple(Choice(each.id.removesuffix("-{year}"), each.name.format(year="").strip()) for each in law.rounds)
    return {
        "indicator": Choices("Mã chỉ tiêu", tuple(Choice(each.id, each.label) for each in INDICATORS)),
        "key": Choices("Mã ngưỡng", tuple(Choice(each.key, each.label) for each in law.open_numbers())),
        "award": Choices("Mã khen thưởng", tuple(Choice(each.id, each.name) for each in law.awards_in(year))),
        "round": Choices("Mã đợt xét", rounds),
        "code": Choices("Mã lỗi", tuple(Choice(each.code, _PLACE_HOLDER.sub("…", each.sentence)) for each in Code)),
    }
