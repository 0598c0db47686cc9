"""The law as data: cited, dated, read strictly, and only its open numbers left to the commune."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.reading.faults import DecisionError
from learnsoc_xlsx.catalogue.reading.toml import decision_from
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.law.awards import Condition
from learnsoc_xlsx.model.law.kinds import ConditionTest, Span, Subject, TitleRule
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.texts.bases import articles
from learnsoc_xlsx.model.law.texts.decisions import Decision
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Threshold
from learnsoc_xlsx.pipeline.terms.in_force import law
from tests.law.written import texts

LAW = law()
NOT_READ = re.compile("chưa đối chiếu|chưa đọc|chưa kiểm chứng|chưa tìm thấy|thứ cấp|suy ra|gợi ý", re.IGNORECASE)
"""What a source says that was not held against its text."""
FILES = sorted(
    (file for file in (files("learnsoc_xlsx.catalogue") / "decisions").iterdir() if file.name.endswith(".toml")),
    key=lambda file: file.name,
)
DECISIONS = [pytest.param(each, id=each.id) for each in LAW.decisions]

# What domain.md marks [V]: every other number of the law is the commune's to set.
VERIFIED = {
    "tt-22-2020.learning_unit.good.at_least": Fraction(85),
    "tt-22-2020.learning_unit.fair.at_least": Fraction(70),
    "tt-22-2020.learning_unit.average.at_least": Fraction(50),
    "tt-22-2020.learning_unit.dvht20_1_1.most": Fraction(10),
    "tt-22-2020.learning_unit.dvht20_1_2.most": Fraction(10),
    "tt-22-2020.learning_unit.dvht20_1_3.most": Fraction(10),
    "tt-22-2020.learning_unit.dvht20_2_1.most": Fraction(10),
    "tt-22-2020.learning_unit.dvht20_2_2.most": Fraction(5),
    "tt-22-2020.learning_unit.dvht20_2_3.most": Fraction(10),
    "tt-22-2020.learning_unit.dvht20_2_4.most": Fraction(5),
    "tt-22-2020.learning_unit.dvht20_3_1.most": Fraction(25),
    "tt-24-2023.learning_unit.dvht_2_1.at_least": Fraction(90),
    "tt-24-2023.learning_unit.dvht_2_2.at_least": Fraction(90),
    "bonus.2024.individual": Fraction(15, 100),
    "bonus.2024.collective": Fraction(30, 100),
    "bonus.2025.individual": Fraction(30, 100),
}
VERIFIED_TARGETS = {
    ("households_share", 2025): 70,
    ("clans_share", 2025): 65,
    ("villages_share", 2025): 65,
    ("units_share", 2025): 80,
    ("citizens_share", 2025): 40,
    ("citizens_share", 2030): 60,
}
NOT_FOUND = [
    "learning_family.pass",
    "learning_clan.families",
    "learning_village.households_share",
    "learning_village.clans_share",
    "learning_unit.members_share",
    "learning_unit.members_share.level_2",
]
OFFERED = {
    "learning_citizen.pass": Fraction(80),
    "learning_citizen.least": Fraction(5),
    "bonus.2024.household": Fraction(225, 1000),
    "bonus.2025.household": Fraction(45, 100),
}
"""Not verified: what a newspaper or a neighbouring rule says, until the commune sets its own."""


def number(key: str, law: Law = LAW) -> Quantity:
    return next(each for each in law.quantities() if each.key == key)


def sets(key: str, value: int, since: int | None = None, source: str | None = None) -> Threshold:
    return Threshold(key, Fraction(value), since, source, Place("danh_ba.xlsx", "Mức", "B7"))


def conditions(decision: Decision) -> Iterator[Condition]:
    for award in decision.awards:
        for condition in award.conditions:
            yield condition
            yield from condition.options


# What is written


def test_every_file_is_a_decision_of_the_law() -> None:
    assert {decision_from(file) for file in FILES} == set(LAW.decisions)


def test_decisions_are_told_apart_by_their_id() -> None:
    assert len({each.id for each in LAW.decisions}) == len(LAW.decisions)


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_decision_has_a_source_and_an_issuer(decision: Decision) -> None:
    assert decision.name
    assert decision.issuer
    assert decision.source
    assert decision.issued is None or decision.issued.year <= decision.in_force
    assert decision.until is None or decision.in_force <= decision.until


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_title_criterion_and_condition_has_its_article(decision: Decision) -> None:
    articles = [title.article for title in decision.titles]
    articles += [criterion.article for title in decision.titles for criterion in title.criteria]
    articles += [award.article for award in decision.awards]
    articles += [condition.article for condition in conditions(decision)]
    articles += [basis.article for basis in decision.bases]
    articles += [each.article for each in decision.rounds]

    assert all(articles)


def test_every_number_has_a_source_and_every_open_one_a_label() -> None:
    assert [each.key for each in LAW.quantities() if not each.source] == []
    assert [each.key for each in LAW.open_numbers() if not each.label] == []


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2030])
def test_every_award_looks_for_a_title_that_is_in_force(year: int) -> None:
    titles = LAW.titles_in(year)
    sought = [each.of for award in LAW.awards_in(year) for each in award.conditions if each.test is ConditionTest.TITLE]

    assert len(sought) == 6
    assert set(sought) <= titles.keys()


@pytest.mark.parametrize("year", [2024, 2025, 2030])
def test_there_are_awards_for_all_five_groups(year: int) -> None:
    assert [award.group for award in LAW.awards_in(year)] == [1, 2, 3, 3, 4, 5]


# What is known and what is not


def test_a_number_is_verified_only_where_it_was_read_in_its_source() -> None:
    found = {each.key: each.value for each in LAW.quantities() if each.verified}

    assert found == VERIFIED


@pytest.mark.parametrize("key", NOT_FOUND)
def test_a_number_that_was_not_found_has_no_value(key: str) -> None:
    assert (number(key).value, number(key).verified) == (None, False)


@pytest.mark.parametrize("key", sorted(OFFERED))
def test_a_number_without_a_text_is_offered_and_marked(key: str) -> None:
    assert (number(key).value, number(key).verified) == (OFFERED[key], False)
    assert [each.key for each in LAW.open_numbers() if each.key == key] == [key]


def test_what_was_not_read_in_its_text_says_so() -> None:
    decisions = {each.id: each for each in LAW.decisions}
    citizen, unit = (LAW.titles_in(2026)[name] for name in ("learning_citizen", "learning_unit"))

    assert not decisions["qd-324-khvn"].verified
    assert not citizen.verified
    assert not any(each.verified for each in citizen.criteria)
    assert not unit.verified
    assert "chưa đọc được" in unit.lacking
    assert {"qd-1315", "luat-06-2026"} <= decisions.keys()
    assert not decisions["luat-06-2026"].verified


@pytest.mark.parametrize(
    ("name", "day", "article"),
    [
        ("decree", date(2025, 6, 30), "NĐ 98/2023/NĐ-CP"),
        ("decree", date(2025, 7, 1), "NĐ 152/2025/NĐ-CP"),
        ("circular", date(2025, 8, 4), "TT 01/2024/TT-BNV"),
        ("circular", date(2025, 8, 5), "TT 15/2025/TT-BNV"),
        ("law", date(2026, 9, 30), "Luật TĐKT 2022"),
        ("law", date(2026, 10, 1), "Luật TĐKT 2022 (sửa đổi bởi Luật 06/2026/QH16)"),
        ("certificate", date(2025, 12, 20), "điểm d khoản 1 Điều 75, khoản 3 Điều 80 Luật TĐKT 2022"),
        ("movement", date(2025, 12, 20), "QĐ 1315/QĐ-TTg (2023); Kế hoạch 55/KH-UBND"),
        ("one_award", date(2025, 12, 20), "Luật TĐKT 2022, Điều 5"),
        ("dissolved", date(2024, 1, 31), ""),
    ],
)
def test_a_round_of_a_year_cites_what_was_in_force_on_its_day(name: str, day: date, article: str) -> None:
    assert articles(LAW.cited((name,), day, Span.YEAR)) == article


def test_a_phase_round_cites_the_clause_of_the_plan_besides() -> None:
    cited = LAW.cited(("one_award",), date(2025, 12, 20), Span.PHASE)

    assert articles(cited) == "Luật TĐKT 2022, Điều 5; III.2.2.c"


def test_no_text_is_cited_outside_of_its_time_and_none_has_a_gap_before_the_next() -> None:
    for name in {basis.id for decision in LAW.decisions for basis in decision.bases}:
        texts = [basis for decision in LAW.decisions for basis in decision.bases if basis.id == name]
        ended = {basis.until for basis in texts if basis.until}
        assert all(any(basis.since == end + timedelta(days=1) for basis in texts) for end in ended), name


def test_the_plan_gives_no_number_for_any_condition() -> None:
    bounds = [each.bound for decision in LAW.decisions for each in conditions(decision) if each.bound]

    assert bounds
    assert {(each.value, each.verified) for each in bounds} == {(None, False)}


def test_a_target_is_verified_only_where_it_was_read_in_its_source() -> None:
    found = {(each.indicator, each.year): each.at_least for each in LAW.targets if each.verified}

    assert found == VERIFIED_TARGETS


def test_base_pay_is_verified_only_where_it_was_read_in_its_source() -> None:
    pays = [each for decision in LAW.decisions for each in decision.base_pay]

    assert {each.amount: each.verified for each in pays} == {1_800_000: False, 2_340_000: True, 2_530_000: False}


def verified_in(entry: Any) -> Iterator[dict[str, Any]]:
    """Every table of a decision, it and those within, that says of itself that it is verified."""
    if isinstance(entry, dict):
        if entry.get("verified") is True:
            yield entry
        for part in entry.values():
            yield from verified_in(part)
    if isinstance(entry, list):
        for part in entry:
            yield from verified_in(part)


def test_nothing_is_verified_whose_own_source_says_that_it_was_not_read() -> None:
    for text in texts():
        for entry in verified_in(text):
            assert not NOT_READ.search(entry.get("source", "")), (text["id"], entry)


def test_a_circular_whose_day_in_force_was_not_read_is_no_verified_basis() -> None:
    circulars = [basis for decision in LAW.decisions for basis in decision.bases if basis.id == "circular"]

    assert [(each.article, each.verified) for each in circulars] == [
        ("TT 01/2024/TT-BNV", False),
        ("TT 15/2025/TT-BNV", False),
    ]


def test_a_day_of_issue_that_nobody_knows_is_not_given() -> None:
    issued = {decision.id: decision.issued for decision in LAW.decisions}

    assert {issued[name] for name in ("qd-324-khvn", "khvn-2021-2030", "nd-73-2024")} == {None}
    assert [issued[name] for name in ("qd-1373", "qd-387", "qd-677")] == [
        date(2021, 7, 30),
        date(2022, 3, 25),
        date(2022, 6, 3),
    ]


def test_only_the_first_group_has_its_deadline_from_the_plan() -> None:
    kinds = ("school", "department", "village", "enterprise", "centre", "office")
    found = {kind: LAW.deadline_in(2026, kind) for kind in kinds}

    assert {kind for kind, each in found.items() if each.verified} == {"school", "department"}
    assert {(each.month, each.day) for each in found.values()} == {(11, 29)}


# What governs when


@pytest.mark.parametrize(
    ("year", "decision", "rule", "months"),
    [
        (2022, "Thông tư 22/2020/TT-BGDĐT", TitleRule.POINTS, None),
        (2023, "Thông tư 22/2020/TT-BGDĐT", TitleRule.POINTS, None),
        (2024, "Thông tư 24/2023/TT-BGDĐT", TitleRule.EVERY, 36),
        (2030, "Thông tư 24/2023/TT-BGDĐT", TitleRule.EVERY, 36),
    ],
)
def test_the_newest_decision_in_force_governs_the_learning_unit(
    year: int, decision: str, rule: TitleRule, months: int | None
) -> None:
    title = LAW.titles_in(year)["learning_unit"]

    assert (title.decision, title.rule, title.valid_months) == (decision, rule, months)


def test_a_newer_decision_restates_the_whole_title() -> None:
    old, new = (LAW.titles_in(year)["learning_unit"] for year in (2023, 2024))

    assert {each.id for each in old.criteria}.isdisjoint(each.id for each in new.criteria)
    assert (len(old.bands), new.bands) == (3, ())


def test_no_title_is_in_force_before_its_decision() -> None:
    assert "learning_citizen" not in LAW.titles_in(2021)
    assert "learning_citizen" in LAW.titles_in(2022)


@pytest.mark.parametrize(
    ("day", "rate", "pay"),
    [
        (date(2024, 6, 30), "bonus.2024.individual", 1_800_000),
        (date(2024, 7, 1), "bonus.2024.individual", 2_340_000),
        (date(2025, 6, 30), "bonus.2024.individual", 2_340_000),
        (date(2025, 7, 1), "bonus.2025.individual", 2_340_000),
        (date(2026, 6, 30), "bonus.2025.individual", 2_340_000),
        (date(2026, 7, 1), "bonus.2025.individual", 2_530_000),
    ],
)
def test_money_follows_the_day_of_the_decision(day: date, rate: str, pay: int) -> None:
    money = LAW.bonus(Subject.INDIVIDUAL, day)

    assert money.rate is not None
    assert money.pay is not None
    assert money.rounding is not None
    assert (money.rate.key, money.pay.amount, money.rounding.to) == (rate, pay, 10_000)


# What the commune may set


def test_the_register_sets_an_open_number() -> None:
    law, findings = LAW.with_thresholds([sets("learning_family.pass", 80, source="Nghị quyết 5")], 2025)

    found = number("learning_family.pass", law)
    assert findings == ()
    assert (found.value, found.local, found.verified, found.source) == (Fraction(80), True, False, "Nghị quyết 5")
    assert law.titles_in(2025)["learning_family"].pass_at == found


def test_setting_a_number_leaves_the_law_itself_alone() -> None:
    LAW.with_thresholds([sets("learning_family.pass", 80)], 2025)

    assert number("learning_family.pass").value is None


@pytest.mark.parametrize("key", sorted(VERIFIED))
def test_the_register_cannot_replace_a_verified_number(key: str) -> None:
    law, findings = LAW.with_thresholds([sets(key, 1)], 2025)

    assert [(each.code, each.given, each.place.cell) for each in findings] == [(Code.FIXED_BY_LAW, key, "B7")]
    assert number(key, law) == number(key)


def test_a_fixed_number_is_told_as_people_write_it() -> None:
    _, findings = LAW.with_thresholds([sets("bonus.2025.individual", 1)], 2025)

    assert "0,3" in findings[0].message
    assert "NĐ 152/2025, điểm e khoản 1 Điều 54" in findings[0].message


def test_a_number_that_nothing_goes_by_any_more_is_a_note_and_no_mistake() -> None:
    _, findings = LAW.with_thresholds([sets("award.unit.policies", 1)], 2026)

    assert [(each.code, each.severity.word, each.place.cell) for each in findings] == [(Code.KEY_RETIRED, "note", "B7")]
    assert "III.1.1.b" in findings[0].message


def test_an_unknown_key_is_told_with_the_nearest_one() -> None:
    law, findings = LAW.with_thresholds([sets("learning_famly.pass", 80)], 2025)

    assert [(each.code, each.given, each.place.cell) for each in findings] == [
        (Code.UNKNOWN_KEY, "learning_famly.pass", "B7")
    ]
    assert "learning_family.pass" in findings[0].message
    assert law == LAW


def test_an_unknown_key_like_no_other_is_told_without_a_guess() -> None:
    _, findings = LAW.with_thresholds([sets("zzz", 80)], 2025)

    assert "gần giống" not in findings[0].message


@pytest.mark.parametrize(
    ("year", "value"),
    [(2023, None), (2024, Fraction(70)), (2025, Fraction(70)), (2026, Fraction(80)), (2027, Fraction(80))],
)
def test_the_newest_number_not_after_the_year_governs(year: int, value: Fraction | None) -> None:
    newest_first = [sets("learning_family.pass", 80, 2026), sets("learning_family.pass", 70, 2024)]

    for thresholds in (newest_first, newest_first[::-1]):
        law, _ = LAW.with_thresholds(thresholds, year)
        assert number("learning_family.pass", law).value == value


@pytest.mark.parametrize(("year", "value"), [(2023, 60), (2024, 70)])
def test_a_number_without_a_year_holds_until_one_with_a_year(year: int, value: int) -> None:
    thresholds = [sets("learning_family.pass", 70, 2024), sets("learning_family.pass", 60)]

    law, _ = LAW.with_thresholds(thresholds, year)

    assert number("learning_family.pass", law).value == value


# Strict reading

SMALL = """
id = "nq-1"
name = "Nghị quyết 1"
issuer = "Hội đồng nhân dân xã"
issued = 2026-01-05
in_force = 2026
verified = false
source = "Nghị quyết 1"
"""
TITLE = """
[[titles]]
id = "learning_village"
name = "Cộng đồng học tập thôn"
rule = "every"
subject = "village"
article = "Điều 4"
"""
CRITERION = """
[[titles.criteria]]
id = "c1"
label = "Có kế hoạch"
article = "Điều 4 khoản 1"
kind = "mark"
verified = false
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "2026-nghi-quyet-1.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_small_decision_is_read(tmp_path: Path) -> None:
    decision = decision_from(written(tmp_path, SMALL + TITLE + CRITERION))

    assert (decision.id, decision.titles[0].criteria[0].article) == ("nq-1", "Điều 4 khoản 1")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('surprise = "x"' + SMALL, id="decision"),
        pytest.param(SMALL + TITLE + 'surprise = "x"\ncriteria = []', id="title"),
        pytest.param(SMALL + TITLE + CRITERION + 'surprise = "x"', id="criterion"),
        pytest.param(SMALL + TITLE + "criteria = []\npass_at = { value = 80, surprise = 1 }", id="number"),
    ],
)
def test_a_key_that_nobody_knows_is_told_with_its_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(DecisionError) as told:
        decision_from(written(tmp_path, text))

    assert "2026-nghi-quyet-1.toml" in str(told.value)
    assert "surprise" in str(told.value)


def test_a_key_that_is_absent_is_told_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match=r"2026-nghi-quyet-1\.toml.*issuer"):
        decision_from(written(tmp_path, SMALL.replace('issuer = "Hội đồng nhân dân xã"', "")))


def test_a_value_of_the_wrong_kind_is_told_with_its_file_and_key(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match=r"2026-nghi-quyet-1\.toml.*in_force"):
        decision_from(written(tmp_path, SMALL.replace("in_force = 2026", 'in_force = "2026"')))


def test_a_file_that_is_no_toml_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match=r"2026-nghi-quyet-1\.toml"):
        decision_from(written(tmp_path, "id = "))


def test_a_newer_decision_governs_from_its_year(tmp_path: Path) -> None:
    law = Law((*LAW.decisions, decision_from(written(tmp_path, SMALL + TITLE + CRITERION))))

    assert law.titles_in(2025)["learning_village"].decision != "Nghị quyết 1"
    assert law.titles_in(2026)["learning_village"].decision == "Nghị quyết 1"
    assert [each.id for each in law.titles_in(2026)["learning_village"].criteria] == ["c1"]


LATER = (
    SMALL.replace("2026", "2027")
    + """
[[deadlines]]
unit_kinds = ["village"]
month = 11
day = 10
source = "Nghị quyết 1"
verified = true

[[rounds]]
id = "annual-{year}"
name = "Khen thưởng hằng năm {year}"
span = "year"
article = "Điều 5"
form_of_award = "Giấy khen"
awards = ["village"]

[[base_pay]]
since = 2026-07-01
amount = 2600000
source = "Nghị quyết 1"
verified = true
"""
)


def later(tmp_path: Path, text: str = "") -> Law:
    return Law((*LAW.decisions, decision_from(written(tmp_path, LATER + text))))


def test_a_newer_deadline_and_a_newer_round_leave_the_years_before_as_they_were(tmp_path: Path) -> None:
    law = later(tmp_path)

    assert [law.deadline_in(year, "village").day for year in (2026, 2027)] == [29, 10]
    assert law.deadline_in(2027, "school").day == 29
    assert law.rounds_in(2026) == LAW.rounds_in(2026)
    assert law.rounds_in(2027)["annual-{year}"].awards == ("village",)


def test_of_two_base_pays_that_begin_on_one_day_the_one_stated_later_counts(tmp_path: Path) -> None:
    pay = later(tmp_path).base_pay_on(date(2026, 7, 1))

    assert pay is not None
    assert (pay.amount, pay.verified) == (2_600_000, True)


def test_a_newer_decision_that_fixes_a_number_leaves_the_commune_s_own_to_the_years_before(tmp_path: Path) -> None:
    fixed = TITLE + CRITERION.replace(
        "verified = false", 'verified = true\nat_least = { key = "learning_village.households_share", value = 65 }'
    )

    law, findings = later(tmp_path, fixed).with_thresholds([sets("learning_village.households_share", 45)], 2026)

    before = next(each for each in law.titles_in(2026)["learning_village"].criteria if each.id == "cdhtthon_families")
    after = law.titles_in(2027)["learning_village"].criteria[0]
    assert findings == ()
    assert before.at_least is not None
    assert after.at_least is not None
    assert [before.at_least.value, after.at_least.value] == [Fraction(45), Fraction(65)]


def test_a_number_written_bare_is_exact_and_as_verified_as_its_owner(tmp_path: Path) -> None:
    decision = decision_from(written(tmp_path, SMALL + TITLE + "criteria = []\nverified = false\npass_at = 79.99"))

    assert decision.titles[0].pass_at is not None
    assert (decision.titles[0].pass_at.value, decision.titles[0].pass_at.verified) == (Fraction(7999, 100), False)
