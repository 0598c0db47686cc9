"""Codes: the ids that the keeper of a register copies from, with what each stands for."""

import re
from collections.abc import Sequence

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Choice, Choices, Form, Kind
from learnsoc_xlsx.model.law.awards import Round
from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.pipeline.terms.blank import stated_in_words

PART = "part"
"""The field of a part of a certificate: chosen, and told where it stands unless the register says otherwise."""
_PLACE_HOLDER = re.compile(r"\{\w+\}")
_ADDED = re.compile(r"(?<=[\w”}])\{extra\}")
"""What a sentence may add to a word, and says nothing without it."""
_TELLING = 24
"""Letters of a sentence that says enough alone."""


def codes(form: Form, law: Law, year: int) -> dict[str, Choices]:
    """Return the reference lists of a form by field id: for its text fields that name an indicator, a number, an award, a round, a
    finding, and for the parts of a certificate.
    """
    typed = {field.id for sheet in form.sheets for field in sheet.asked if field.kind is Kind.TEXT or field.id == PART}
    return {name: choices for name, choices in lists(law, (year,)).items() if name in typed}


def lists(law: Law, years: Sequence[int]) -> dict[str, Choices]:
    """Return every reference list of these years, by the id of the fields that take their codes from it."""
    asked = [
        indicator
        for indicator in INDICATORS
        if any((indicator.since or year) <= year <= (indicator.until or year) for year in years)
    ]
    awards = {award.id: award for year in years for award in law.awards_in(year)}
    rounds = {name: declared for year in years for name, declared in law.rounds_in(year).items()}
    numbers = {quantity.key: quantity for year in years for quantity in law.open_numbers(year)}
    every = {name: choice for year in years for name, choice in law.choices_in(year).items()}
    choices = {name: choice for name, choice in every.items() if not choice.is_convention}
    return {
        "indicator": Choices("Mã chỉ tiêu", tuple(Choice(indicator.id, indicator.label) for indicator in asked)),
        "key": Choices("Mã ngưỡng", tuple(Choice(key, numbers[key].label) for key in sorted(numbers))),
        "choice": Choices("Mã lựa chọn", tuple(Choice(choice.key, _options(choice)) for choice in choices.values())),
        "award": Choices("Mã khen thưởng", tuple(Choice(award.id, award.name) for award in awards.values())),
        "round": Choices("Mã đợt xét", tuple(map(_round, rounds.values()))),
        PART: stated_in_words(),
        "code": Choices("Mã lỗi", tuple(Choice(code.code, _gist(code)) for code in Code)),
    }


def _options(choice: OpenChoice) -> str:
    """What is chosen, and what there is to choose from, the default first named."""
    written = [f"{option.id} ({option.label})" if choice.several else f"“{option.label}”" for option in choice.options]
    way = "các mã, theo thứ tự" if choice.several else "một trong"
    usual = "cả các mã, theo thứ tự ấy" if choice.several and choice.options_held == choice.options else choice.shown
    return f"{choice.label}: ghi {way}: {'; '.join(written)}. Mặc định: {usual}."


def _gist(code: Code) -> str:
    """What a finding is about, on one line: what was found, the first of its three beats; with what was expected if short."""
    sentence = _PLACE_HOLDER.sub("…", _ADDED.sub("", code.sentence))
    first, _, rest = sentence.partition(". ")
    return f"{first if len(first) >= _TELLING else '. '.join((first, rest.partition('. ')[0])).rstrip('. ')}."


def _round(declared: Round) -> Choice:
    return Choice(declared.id.removesuffix("-{year}"), declared.name.format(year="…"))
