"""What the commune chooses in words: the options stand in a decision, the register's row picks one from a year on."""

from fractions import Fraction
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.forms.own.choices_of_commune import CHOICES
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.reading.faults import DecisionError
from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.model.register import LocalChoice
from learnsoc_xlsx.pipeline.terms.code_lists import lists
from learnsoc_xlsx.pipeline.terms.in_force import law

LAW = law()


def chosen(value: str, key: str = "phase.title", number: str | None = None, year: int = 2026) -> OpenChoice:
    row = LocalChoice(key, value, None if number is None else Fraction(number), None, None)
    return LAW.with_choices([row])[0].choices_in(year)[key]


def faults(value: str, key: str = "phase.title", number: str | None = None) -> list[tuple[str, str, str]]:
    row = LocalChoice(key, value, None if number is None else Fraction(number), None, None)
    return [(each.code.code, each.field, each.message) for each in LAW.with_choices([row])[1]]


def test_without_a_row_the_stated_default_holds_and_says_that_it_is_one() -> None:
    choice = LAW.choices_in(2026)["phase.title"]

    assert (choice.held, choice.shown, choice.whose) == ("last", "năm cuối", "mặc định, xã chưa chọn")


@pytest.mark.parametrize("typed", ["mọi năm", "Mọi  năm", "MOI NAM", "every"])
def test_an_option_is_chosen_by_its_words_or_by_its_code(typed: str) -> None:
    choice = chosen(typed)

    assert (choice.held, choice.shown, choice.whose, choice.source) == ("every", "mọi năm", "xã chọn", "Danh bạ của xã")


@pytest.mark.parametrize(("typed", "number"), [("ít nhất N năm", "2"), ("ít nhất 2 năm", None), ("some", "2")])
def test_an_option_bears_its_number_beside_it_or_inside_its_words(typed: str, number: str | None) -> None:
    choice = chosen(typed, number=number)

    assert (choice.held, choice.number, choice.shown) == ("some", Fraction(2), "ít nhất 2 năm")


@pytest.mark.parametrize("number", [None, "0", "1/2", "3/2"])
def test_an_option_that_needs_a_number_and_has_none_is_said_at_the_cell_of_the_number(number: str | None) -> None:
    ((code, field, message),) = faults("ít nhất N năm", number=number)

    assert (code, field) == ("D55", "number")
    assert "số năm" in message
    assert chosen("ít nhất N năm", number=number).held == "last"


def test_an_option_that_nobody_knows_is_said_with_those_there_are_and_chooses_nothing() -> None:
    ((code, field, message),) = faults("mọi nam nữ")

    assert (code, field) == ("D54", "value")
    assert "“năm cuối”; “ít nhất N năm”; “mọi năm”" in message
    assert chosen("mọi nam nữ").local is False


def test_a_key_that_nobody_knows_is_said_with_the_nearest_one() -> None:
    ((code, field, message),) = faults("mọi năm", key="phase.titel")

    assert (code, field) == ("D04", "choice")
    assert "gần giống “phase.title”" in message


@pytest.mark.parametrize(("year", "held"), [(2024, "last"), (2025, "every"), (2026, "every"), (2027, "some")])
def test_the_newest_choice_not_after_the_year_holds(year: int, held: str) -> None:
    rows = [
        LocalChoice("phase.title", "ít nhất 2 năm", None, 2027, "Họp"),
        LocalChoice("phase.title", "mọi năm", None, 2025, "Họp"),
    ]

    assert LAW.with_choices(rows)[0].choices_in(year)["phase.title"].held == held


def test_the_law_itself_stays_as_it_was() -> None:
    chosen("mọi năm")

    assert LAW.choices_in(2026)["phase.title"].local is False


def test_every_choice_stands_on_the_list_of_codes_with_its_options_and_its_default() -> None:
    listed = {entry.id: entry.label for entry in lists(LAW, (2026,))[CHOICES.subject.id].entries}

    assert set(listed) == {key for key, choice in LAW.choices_in(2026).items() if not choice.is_convention}
    assert "Mặc định: năm cuối." in listed["phase.title"]
    assert "“ít nhất N năm”" in listed["phase.title"]


@pytest.mark.parametrize(
    ("options", "default", "said"),
    [
        ('[{ id = "a", label = "A" }]', '["b"]', "không có phương án “b”"),
        ('[{ id = "a", label = "A N", number = "số" }]', '["a"]', "cần một con số, mà mặc định không có"),
        ('[{ id = "a", label = "A" }]', "[]", "lựa chọn thì cần khóa này"),
        ("[]", "[]", "lựa chọn thì cần khóa này"),
    ],
)
def test_a_choice_without_a_default_that_holds_is_refused(
    tmp_path: Path, options: str, default: str, said: str
) -> None:
    text = f"""
id = "moi"
name = "Văn bản mới"
issuer = "Xã"
issued = 2026-01-01
in_force = 2026
verified = false
source = "…"

[[choices]]
key = "x.y"
article = "III.2.2"
label = "Chọn"
default = {default}
options = {options}
"""
    (tmp_path / "2026-moi.toml").write_text(text, encoding="utf-8")

    with pytest.raises(DecisionError, match=said):
        Law.load(tmp_path)
