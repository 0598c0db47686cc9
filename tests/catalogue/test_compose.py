"""A form of a year: criteria of the law in force, indicators of the plan, fields asked that year."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from learnsoc_xlsx.catalogue import compose
from learnsoc_xlsx.catalogue.compose import form_in, forms_in
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.form.form import Agreement, Criteria, Field, Form, Kind, Sheet, SheetKind, Tolerance
from learnsoc_xlsx.model.form.printing import without_numbers
from learnsoc_xlsx.model.law.kinds import Bearer, TitleRule
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Band, Criterion, Title
from learnsoc_xlsx.model.law.texts.decisions import Jump
from learnsoc_xlsx.model.register import Threshold
from learnsoc_xlsx.pipeline.terms.in_force import law

LAW = law()


def quantity(value: int | None) -> Quantity:
    return Quantity("any.key", None if value is None else Fraction(value), "any source", True)


def score(name: str, most: int, least: int | None = None) -> Criterion:
    floor = None if least is None else quantity(least)
    return Criterion(name, f"Tiêu chí {name}", "Điều 4", Kind.SCORE, True, "A", floor, quantity(most))


MET = Criterion("plan", "Có kế hoạch", "Điều 5", Kind.MARK, False)
COUNTED = Criterion(
    "share", "Tỷ lệ đạt", "Điều 6", Kind.NUMBER, True, indicator="households_share", at_least=quantity(70)
)


def title(
    name: str, *criteria: Criterion, rule: TitleRule = TitleRule.POINTS, pass_at: int | None = None, mark: str = ""
) -> Title:
    needed = None if pass_at is None else quantity(pass_at)
    return Title(name, "Danh hiệu", rule, Bearer.INDIVIDUAL, "Điều 1", criteria, "Thông tư 1", True, mark, "", needed)


class Drawn:
    """A law drawn in the test: the same titles and jumps in every year."""

    def __init__(self, *titles: Title, jumps: tuple[Jump, ...] = ()) -> None:
        self._titles = {each.id: each for each in titles}
        self._jumps = {each.id: each for each in jumps}

    def titles_in(self, year: int) -> Mapping[str, Title]:  # noqa: ARG002
        return self._titles

    def jumps_in(self, year: int) -> Mapping[str, Jump]:  # noqa: ARG002
        return self._jumps

    def lists_of_nominees(self, year: int) -> bool:  # noqa: ARG002
        return False


def people(*fields: Field | Criteria) -> Sheet:
    return Sheet("people", "Người", "NGƯỜI", SheetKind.LIST, fields)


Declare = Callable[..., None]


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Declare:
    def declared(*sheets: Sheet) -> None:
        monkeypatch.setattr(compose, "FORMS", (Form("drawn", "09", "Mẫu vẽ", ("village",), sheets),))

    return declared


NAME = Field("name", "Tên", Kind.TEXT, identity=True)
RECOGNISED = Field("recognised", "Đạt", Kind.MARK)


def test_a_score_becomes_a_field_from_nought_to_its_most(declare: Declare) -> None:
    declare(people(NAME, Criteria("learning")))

    _, field = form_in("drawn", 2026, Drawn(title("learning", score("a", 10)))).sheet("people").asked

    assert (field.id, field.kind, field.min, field.max) == ("a", Kind.SCORE, 0, 10)
    assert (field.label, field.clause, field.section, field.verified) == ("Tiêu chí a", "Điều 4", "A", True)


def test_points_under_the_least_may_be_written_for_they_only_fail_the_title(declare: Declare) -> None:
    declare(people(NAME, Criteria("learning"), RECOGNISED))

    sheet = form_in("drawn", 2026, Drawn(title("learning", score("a", 10, 5), pass_at=8, mark="recognised"))).sheet(
        "people"
    )

    assert sheet.asked[1].min == 0
    assert sheet.agreements == (Agreement("recognised", ("a",), Fraction(8), Fraction(5), "Danh hiệu"),)


def test_a_mark_becomes_a_mark_and_a_counted_criterion_no_field(declare: Declare) -> None:
    declare(people(NAME, Criteria("learning")))

    fields = form_in("drawn", 2026, Drawn(title("learning", MET, COUNTED, rule=TitleRule.EVERY))).sheet("people").asked

    assert [(field.id, field.kind) for field in fields] == [("name", Kind.TEXT), ("plan", Kind.MARK)]


def test_an_unverified_criterion_is_known_as_such_but_no_unit_is_told_to_doubt_what_it_fills_in(
    declare: Declare,
) -> None:
    declare(people(NAME, Criteria("learning")))

    field = form_in("drawn", 2026, Drawn(title("learning", MET, rule=TitleRule.EVERY))).sheet("people").asked[1]

    assert not field.verified
    assert field.help == "Chọn “x” nếu đạt, “không” nếu chưa đạt."
    assert "chưa đối chiếu" in field.former_help[0]


def test_only_a_title_by_points_has_its_mark_agree_with_them(declare: Declare) -> None:
    declare(people(NAME, Criteria("learning"), RECOGNISED))

    sheet = form_in("drawn", 2026, Drawn(title("learning", MET, rule=TitleRule.EVERY, mark="recognised"))).sheet(
        "people"
    )

    assert sheet.agreements == ()


def test_where_results_have_classes_the_lowest_that_passes_is_what_is_needed(declare: Declare) -> None:
    declare(people(NAME, Criteria("learning"), RECOGNISED))
    bands = (
        Band("good", "Tốt", quantity(85), True),
        Band("fair", "Khá", quantity(70), True),
        Band("poor", "Yếu", quantity(0), False),
    )
    banded = Title(
        "learning",
        "Danh hiệu",
        TitleRule.POINTS,
        Bearer.INDIVIDUAL,
        "Điều 1",
        (score("a", 100),),
        mark="recognised",
        bands=bands,
    )

    sheet = form_in("drawn", 2026, Drawn(banded)).sheet("people")

    assert sheet.agreements[0].pass_at == 70


def test_the_introduction_names_the_decision_and_what_it_needs(declare: Declare) -> None:
    declare(people(NAME, Criteria("learning")))

    sheet = form_in("drawn", 2026, Drawn(title("learning", score("a", 10, 5), pass_at=8))).sheet("people")

    assert sheet.intro == "Căn cứ: Thông tư 1; đạt từ 8 điểm, không tiêu chí nào dưới 5."


def test_what_is_not_to_be_too_low_is_called_as_its_text_calls_it() -> None:
    citizens = form_in("village", 2026, law()).sheet("citizens")

    assert "Căn cứ: Quyết định 324/QĐ-KHVN; đạt từ 80 điểm, không chỉ số nào dưới 5." in citizens.intro
    assert [each.called for each in citizens.agreements] == ["chỉ số"]


def test_an_introduction_printed_when_indices_were_called_criteria_is_the_same() -> None:
    before, now = (f"căn cứ qđ 324 đạt từ 80 điểm không {called} nào dưới 5" for called in ("tiêu chí", "chỉ số"))

    assert without_numbers(before) == without_numbers(now) == "căn cứ qđ 324"


def test_the_introduction_says_that_counted_criteria_are_not_written_here(declare: Declare) -> None:
    declare(people(NAME, Criteria("learning")))

    sheet = form_in("drawn", 2026, Drawn(title("learning", MET, COUNTED, rule=TitleRule.EVERY))).sheet("people")

    assert sheet.intro == "Căn cứ: Thông tư 1. Tiêu chí tính từ số liệu thì không phải ghi ở đây."


def test_a_sheet_of_a_title_that_the_year_lacks_is_left_out(declare: Declare) -> None:
    declare(people(NAME), Sheet("own", "Tự đánh giá", "TỰ ĐÁNH GIÁ", SheetKind.FIXED, (Criteria("learning"),)))

    assert [sheet.id for sheet in form_in("drawn", 2026, Drawn()).sheets] == ["people"]


@pytest.mark.parametrize(
    ("year", "asked"), [(2026, ["name"]), (2027, ["name", "online"]), (2028, ["name", "online"]), (2029, ["name"])]
)
def test_a_field_is_asked_from_its_first_year_to_its_last(declare: Declare, year: int, asked: list[str]) -> None:
    declare(people(NAME, Field("online", "Học trực tuyến", Kind.COUNT, since=2027, until=2028)))

    assert [field.id for field in form_in("drawn", year, Drawn()).sheet("people").asked] == asked


REVISED = people(
    NAME,
    Field("pending", "Đang bị xem xét", Kind.MARK, until_revision=1),
    Field("position", "Chức vụ", Kind.TEXT, since_revision=2),
)


@pytest.mark.parametrize(("revision", "asked", "unasked"), [(1, "pending", "position"), (2, "position", "pending")])
def test_a_field_is_asked_from_its_first_revision_to_its_last_and_each_knows_what_the_other_asks(
    declare: Declare, revision: int, asked: str, unasked: str
) -> None:
    declare(REVISED)

    form = form_in("drawn", 2026, Drawn(), revision)

    assert form.version == f"2026.{revision}"
    assert [field.id for field in form.sheet("people").asked] == ["name", asked]
    assert [field.id for field in form.sheet("people").unasked] == [unasked]


def test_a_field_that_is_worded_anew_is_asked_by_both_revisions(declare: Declare) -> None:
    declare(
        people(
            NAME,
            Field("money", "Tiền", Kind.MONEY, until_revision=1),
            Field("money", "Tiền mặt", Kind.MONEY, since_revision=2),
        )
    )

    sheets = [form_in("drawn", 2026, Drawn(), revision).sheet("people") for revision in (1, 2)]

    assert [sheet.asked[1].label for sheet in sheets] == ["Tiền", "Tiền mặt"]
    assert [sheet.unasked for sheet in sheets] == [(), ()]


@pytest.mark.parametrize("year", range(2023, 2031))
def test_every_form_stands_in_every_year_without_stand_ins(year: int) -> None:
    for form in forms_in(year, LAW):
        assert form.version == f"{year}.{form.revision}"
        for sheet in form.sheets:
            assert sheet.form == form.id
            assert len(sheet.asked) == len(sheet.fields) > 0


def test_indicators_stand_in_the_order_of_the_plan_each_under_its_clause() -> None:
    fields = form_in("village", 2026, LAW).sheet("indicators").asked
    sections = list(dict.fromkeys(field.section for field in fields))

    assert [section.split()[0] for section in sections] == ["II.1", "II.2", "II.3", "II.4", "II.5", "II.6", "VI", "VII"]
    assert all(field.adds_up and field.clause and field.unit for field in fields)


def test_each_form_is_asked_only_its_own_indicators() -> None:
    village = {field.id for field in form_in("village", 2026, LAW).sheet("indicators").asked}
    school = {field.id for field in form_in("school", 2026, LAW).sheet("indicators").asked}

    assert "households_total" in village - school
    assert "pupils_total" in school - village
    assert "communication_sessions" in village & school
    assert "households_share" not in village | school


def test_a_unit_was_judged_by_points_until_2023_and_by_marks_since() -> None:
    before = {field.kind for field in form_in("school", 2023, LAW).sheet("self_assessment").asked}
    since = {field.kind for field in form_in("school", 2024, LAW).sheet("self_assessment").asked}

    assert (before, since) == ({Kind.SCORE}, {Kind.MARK})


def test_a_citizen_needs_eighty_points_and_five_for_each() -> None:
    (agreement,) = form_in("village", 2026, LAW).sheet("citizens").agreements

    assert (agreement.mark, len(agreement.points)) == ("citizen_recognised", 10)
    assert (agreement.pass_at, agreement.floor) == (Fraction(80), Fraction(5))


def test_an_unknown_form_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="no_such_form"):
        form_in("no_such_form", 2026, LAW)


# How far a figure may lie from last year's


@pytest.mark.parametrize("year", range(2024, 2031))
def test_every_jump_that_an_indicator_names_is_stated_by_the_law_in_force(year: int) -> None:
    assert {each.jump for each in INDICATORS} - {""} == set(LAW.jumps_in(year))


def test_the_commune_s_own_number_says_how_far_a_figure_may_jump() -> None:
    own = Threshold("jump.people.factor", Fraction(3, 2), None, None)
    law, findings = LAW.with_thresholds((own,), 2026)
    population = next(
        each for each in form_in("village", 2026, law).sheet("indicators").asked if each.id == "population"
    )

    assert findings == ()
    assert population.tolerance == Tolerance(Fraction(3, 2), Fraction(50), "Danh bạ của xã")


def test_how_far_a_figure_may_jump_is_nobody_s_law_and_says_so() -> None:
    open_numbers = {each.key: each.source for each in LAW.open_numbers(2026)}

    assert open_numbers["jump.money.least"] == "Lựa chọn của chương trình"
