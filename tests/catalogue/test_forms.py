"""The declared forms hold together: what they name exists, what people read fits, what must not be asked is not."""

import ast
import dataclasses
from itertools import chain
from pathlib import Path

import pytest

from learnsoc_xlsx import catalogue
from learnsoc_xlsx.catalogue.compose import form_in, forms_in
from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.form.form import Field, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.law.awards import Condition
from learnsoc_xlsx.model.law.kinds import ConditionTest
from learnsoc_xlsx.model.register import (
    DueDate,
    FrameRow,
    FundEntry,
    LocalTarget,
    PaperRow,
    PastAward,
    Profile,
    Quota,
    Threshold,
    Unit,
    Waiver,
)
from learnsoc_xlsx.model.returns.nominations import Nomination
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.vietnamese.letters import key

LAW = law()
YEARS = (2023, 2024, 2025, 2026, 2030)
RESOLVED = tuple(form for year in YEARS for form in forms_in(year, LAW))
SHEETS = [pytest.param(sheet, id=f"{form.year}-{sheet.key}") for form in RESOLVED for sheet in form.sheets]
LISTS_OF_REGISTER = {
    "profile": Profile,
    "units": Unit,
    "targets": LocalTarget,
    "thresholds": Threshold,
    "quotas": Quota,
    "deadlines": DueDate,
    "waivers": Waiver,
    "past_awards": PastAward,
    "papers": PaperRow,
    "fund": FundEntry,
    "blank_frames": FrameRow,
}


def test_the_forms_come_in_the_order_of_their_numbers() -> None:
    assert [(form.number, form.id) for form in FORMS] == [
        ("00", "register"),
        ("01", "village"),
        ("02", "school"),
        ("03", "department"),
        ("04", "enterprise"),
        ("05", "centre"),
        ("06", "commune"),
        ("07", "council_record"),
        ("08", "confirmation"),
        ("09", "recognitions"),
        ("10", "office"),
    ]


@pytest.mark.parametrize(
    ("form", "sheets"),
    [
        (
            "village",
            "cover indicators self_assessment households clans citizens initiatives funds nominations narrative",
        ),
        ("school", "cover indicators self_assessment staff initiatives funds nominations narrative"),
        ("department", "cover indicators self_assessment staff initiatives funds nominations narrative"),
        ("enterprise", "cover indicators self_assessment workers initiatives funds nominations narrative"),
        ("centre", "cover indicators classes funds narrative"),
        ("office", "cover indicators commune_assessment documents"),
        ("recognitions", "decision recognised"),
        ("confirmation", "confirmed subjects"),
        ("council_record", "sitting ballot"),
        (
            "register",
            "settings profile units targets thresholds choices quotas papers fund blank_frames deadlines recognitions past_awards picks waivers",
        ),
    ],
)
def test_each_form_has_the_sheets_of_the_design(form: str, sheets: str) -> None:
    assert [sheet.id for sheet in form_in(form, 2026, LAW).sheets] == sheets.split()


@pytest.mark.parametrize("sheet", SHEETS)
def test_labels_and_ids_are_told_apart_within_a_sheet(sheet: Sheet) -> None:
    assert len({field.id for field in sheet.asked}) == len(sheet.asked)
    assert len({key(field.label) for field in sheet.asked}) == len(sheet.asked)


@pytest.mark.parametrize("sheet", SHEETS)
def test_whatever_a_rule_names_stands_on_the_same_sheet(sheet: Sheet) -> None:
    ids = {field.id for field in sheet.asked}

    named = {name for field in sheet.asked for name in (field.at_most, field.needs) if name}
    named |= {term.lstrip("-") for field in sheet.asked for term in field.equals}
    named |= set(sheet.distinct)
    named |= {name for each in sheet.agreements for name in (each.mark, *each.points)}

    assert named <= ids


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_choice_has_its_entries_and_nothing_else_has(sheet: Sheet) -> None:
    assert all((field.kind is Kind.CHOICE) == (field.choices is not None) for field in sheet.asked)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_list_knows_what_makes_a_row_a_record(sheet: Sheet) -> None:
    if sheet.kind is SheetKind.LIST:
        assert any(field.identity for field in sheet.asked)
        assert all(field.required for field in sheet.asked if field.identity)


@pytest.mark.parametrize("form", RESOLVED, ids=lambda form: f"{form.year}-{form.id}")
def test_sheet_names_are_ones_that_excel_takes(form: Form) -> None:
    names = [sheet.name for sheet in form.sheets]

    assert len(set(map(key, names))) == len(names)
    assert all(len(name) <= 31 and not set(name) & set(r"[]:*?/\'") for name in names)


@pytest.mark.parametrize("form", RESOLVED, ids=lambda form: f"{form.year}-{form.id}")
def test_one_dropdown_has_one_list_of_entries_within_a_form(form: Form) -> None:
    asked = [field.choices for sheet in form.sheets for field in sheet.asked if field.choices]

    assert len({choices.id for choices in asked}) == len(set(asked))


def declared_fields() -> list[Field]:
    return [field for form in FORMS for sheet in form.sheets for field in sheet.asked]


def test_every_declared_field_says_how_to_fill_it_within_the_limits_of_excel() -> None:
    wrong = [field.id for field in declared_fields() if not field.help or len(field.help) > 255]

    assert wrong == []


@pytest.mark.parametrize("word", ["căn cước", "cccd", "cmnd", "dân tộc", "tôn giáo"])
def test_nobody_is_asked_what_the_award_does_not_need(word: str) -> None:
    asked = chain.from_iterable(sheet.asked for form in RESOLVED for sheet in form.sheets)

    assert [field.id for field in asked if key(word) in key(field.label)] == []


@pytest.mark.parametrize(("sheet", "word"), LISTS_OF_REGISTER.items())
def test_a_list_of_the_register_asks_exactly_what_its_word_holds(sheet: str, word: type) -> None:
    attributes = {each.name for each in dataclasses.fields(word)} - {"place", "percent"}

    assert {field.id for field in form_in("register", 2026, LAW).sheet(sheet).asked} == attributes


@pytest.mark.parametrize("form", ["village", "school", "department", "enterprise"])
def test_the_nominations_sheet_asks_exactly_what_a_nomination_holds(form: str) -> None:
    attributes = {each.name for each in dataclasses.fields(Nomination)} - {"place", "submission"}

    sheet = form_in(form, 2026, LAW).sheet("nominations")
    fields = sheet.asked

    assert {field.id for field in (*fields, *sheet.unasked)} == attributes
    assert [field.id for field in fields if field.identity] == ["name"]


def nominees(form: str) -> list[str]:
    award = next(field for field in form_in(form, 2026, LAW).sheet("nominations").asked if field.id == "award")
    assert award.choices is not None
    return [entry.id for entry in award.choices.entries]


def test_a_village_proposes_households_clans_and_people_and_the_others_only_people() -> None:
    assert nominees("village") == ["household", "clan", "individual"]
    assert nominees("school") == nominees("department") == nominees("enterprise") == ["individual"]


@pytest.mark.parametrize("form", ["village", "school", "department", "enterprise", "centre", "office"])
def test_every_return_says_whose_it_is_of_which_year_and_day(form: str) -> None:
    required = {field.id for field in form_in(form, 2026, LAW).sheet("cover").asked if field.required}

    assert {"unit_name", "report_year", "report_date"} <= required


def facts_needed(conditions: tuple[Condition, ...]) -> set[str]:
    own = {each.of for each in conditions if each.test in (ConditionTest.YES, ConditionTest.AT_LEAST)}
    return own.union(*(facts_needed(each.options) for each in conditions))


def test_every_fact_an_award_rests_on_is_asked_or_is_an_indicator() -> None:
    from learnsoc_xlsx.catalogue.indicators import INDICATORS

    sheets = [sheet for form in forms_in(2026, LAW) for sheet in form.sheets]
    known = {field.id for sheet in sheets for field in (*sheet.asked, *sheet.unasked)}
    known |= {indicator.id for indicator in INDICATORS}

    for award in LAW.awards_in(2026):
        blockers = {each.of for each in award.blockers}
        assert (facts_needed(award.conditions) | blockers) - {""} <= known, award.id


def test_whoever_can_be_awarded_stands_first_in_the_lists_that_name_them() -> None:
    listed = {name for award in LAW.awards_in(2026) for name in award.listed_in}
    sheets = [sheet for form in forms_in(2026, LAW) for sheet in form.sheets if sheet.id in listed]

    assert listed == {sheet.id for sheet in sheets}
    assert all(sheet.asked[0].identity for sheet in sheets)


@pytest.mark.parametrize("room", ["forms", "indicators"])
def test_forms_and_indicators_are_declared_without_any_logic(room: str) -> None:
    paths = sorted((Path(catalogue.__file__).parent / room).rglob("*.py"))
    logic = (ast.Lambda, ast.For, ast.While, ast.If, ast.IfExp, ast.comprehension, ast.FunctionDef)

    found = [
        f"{path.name}:{getattr(node, 'lineno', '?')}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, logic)
    ]

    assert paths
    assert found == []


NEW = {
    "village": {"cover": "plan_no plan_on already_awarded_by"},
    "school": {"cover": "plan_no plan_on policies_applied policies_named already_awarded_by"},
    "department": {"cover": "plan_no plan_on policies_applied policies_named already_awarded_by"},
    "enterprise": {
        "cover": "contribution_by contribution_no contribution_on rule_by rule_no rule_on already_awarded_by"
    },
    "centre": {},
}
GONE = {
    "village": {"cover": "pending", "nominations": "pending"},
    "school": {"cover": "pending", "nominations": "pending"},
    "department": {"cover": "pending", "nominations": "pending"},
    "enterprise": {"cover": "contribution_acknowledged training_rule pending", "nominations": "pending"},
    "centre": {},
}
NOMINATED = "honorific position address proposed_form recognised_no recognised_on already_awarded_by"
TOLD = "results difficulties causes lessons proposals"


@pytest.mark.parametrize("form", NEW)
def test_the_second_revision_asks_what_the_issue_names_and_the_first_stands_as_it_was(form: str) -> None:
    old, new = (form_in(form, 2026, LAW, revision) for revision in (1, 2))
    asked = [{sheet.id: {field.id for field in sheet.asked} for sheet in each.sheets} for each in (old, new)]
    more = {name: asked[1][name] - asked[0].get(name, set()) for name in asked[1]}
    less = {name: asked[0][name] - asked[1].get(name, set()) for name in asked[0]}

    nominated = {"nominations": NOMINATED} if "nominations" in asked[0] else {}

    assert {name: ids for name, ids in more.items() if ids} == {
        name: set(ids.split()) for name, ids in (NEW[form] | nominated | {"narrative": TOLD}).items()
    }
    assert {name: ids for name, ids in less.items() if ids} == {
        name: set(ids.split()) for name, ids in GONE[form].items()
    }


def test_no_e_mailed_form_asks_who_is_under_discipline_or_complaint() -> None:
    mailed = [form for form in forms_in(2026, LAW) if not form.of_the_commune]
    asked = [field for form in mailed for sheet in form.sheets for field in sheet.asked]

    assert [field.id for field in asked if "kỷ luật" in field.label and field.kind is Kind.MARK] == []


def test_no_form_tells_units_that_its_criteria_are_in_doubt() -> None:
    sheets = [sheet for form in RESOLVED if form.id != "register" for sheet in form.sheets]
    words = [sheet.intro for sheet in sheets] + [field.help for sheet in sheets for field in sheet.asked]

    assert [text for text in words if "chưa tìm thấy" in text or "chưa đối chiếu" in text] == []


@pytest.mark.parametrize(
    ("form", "example"),
    [
        ("village", "Thôn"),
        ("school", "Trường"),
        ("department", "Hội"),
        ("enterprise", "Công ty"),
        ("centre", "Trung tâm"),
        ("office", "Bộ phận"),
    ],
)
def test_each_form_exemplifies_whoever_fills_it_in(form: str, example: str) -> None:
    cover = form_in(form, 2026, LAW).sheet("cover")
    helps = {field.id: field.help for field in cover.asked}

    assert f"ví dụ {example}" in helps["unit_name"]
    assert ("Trưởng thôn" in helps["head"]) is (form == "village")


def test_a_village_is_told_that_it_may_be_awarded_itself() -> None:
    assert "Chính thôn cũng được xét khen theo mẫu này." in form_in("village", 2026, LAW).sheet("cover").intro


def test_a_plan_is_one_that_is_carried_out_and_not_only_launched() -> None:
    words = [word for form in RESOLVED for sheet in form.sheets for field in sheet.asked for word in (field.label, field.help)]  # fmt: skip

    assert not any("phát động" in word for word in words)
    assert any("kế hoạch triển khai phong trào" in word for word in words)
