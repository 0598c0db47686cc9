"""Words of the law are checked when it is loaded: a misspelt one ends in one sentence with file, table and key."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.forms.sheets.sections import CLAUSES
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.law import DECISIONS, Law
from learnsoc_xlsx.catalogue.reading import resolve
from learnsoc_xlsx.catalogue.reading.faults import DecisionError
from learnsoc_xlsx.catalogue.reading.vocabulary import Vocabulary
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.pipeline.terms.in_force import law

PLAN, MODELS, TARGETS = "2024-ke-hoach-55.toml", "2022-khvn-mo-hinh.toml", "2022-muc-tieu.toml"
UNIT_RULES, MONEY, JUMPS = "2023-thong-tu-24.toml", "2025-nghi-dinh-152.toml", "2024-so-voi-nam-truoc.toml"
LAW = law()

Refused = Callable[[str, str, str], str]


@pytest.fixture
def refused(tmp_path: Path) -> Refused:
    """Load the law with one text of one file, where it first stands, written otherwise; return the sentence it ends in."""

    def load(file: str, right: str, wrong: str) -> str:
        folder = tmp_path / "decisions"
        shutil.copytree(str(DECISIONS), folder)
        text = (folder / file).read_text(encoding="utf-8")
        assert right in text
        (folder / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
        with pytest.raises(DecisionError) as fault:
            Law.load(folder)
        return str(fault.value)

    return load


def test_the_law_as_shipped_copied_elsewhere_is_the_same_law(tmp_path: Path) -> None:
    shutil.copytree(str(DECISIONS), tmp_path / "decisions")

    assert Law.load(tmp_path / "decisions") == LAW


def test_a_fault_in_the_law_ends_a_run_as_every_refusal_does() -> None:
    assert issubclass(DecisionError, Refusal)


WORDS = [
    pytest.param(
        PLAN, 'test = "at_least"', 'test = "at_most"',
        "awards “unit” › conditions “unit.communication” › test", "“at_most”, gần giống “at_least”",
        id="the test of a condition",
    ),
    pytest.param(
        PLAN, 'test = "at_least"\nof = "labour_days"', 'test = "at_mots"\nof = "labour_days"',
        "awards “household” › conditions “household.contribution” › options “household.labour” › test", "“at_mots”",
        id="the test of an option",
    ),
    pytest.param(
        MODELS, 'rule = "every"', 'rule = "all"', "titles “learning_clan” › rule", "“all”; chỉ có: every, points",
        id="the rule of a title",
    ),
    pytest.param(
        MODELS, 'subject = "clan"', 'subject = "clans"', "titles “learning_clan” › subject", "“clans”, gần giống “clan”",
        id="who bears a title",
    ),
    pytest.param(
        PLAN, 'candidates = "units"', 'candidates = "unit"', "awards “unit” › candidates", "“unit”, gần giống “units”",
        id="the candidates of an award",
    ),
    pytest.param(
        PLAN, 'default = ["council"]', 'default = ["counci"]',
        "choices “award.{award}.ties” › default", "“counci”, gần giống “council”",
        id="the default of a choice",
    ),
    pytest.param(
        PLAN, 'subject = "household"', 'subject = "houshold"',
        "awards “household” › subject", "“houshold”, gần giống “household”",
        id="the subject of an award",
    ),
    pytest.param(
        MONEY, 'subject = "individual"', 'subject = "person"',
        "bonuses thứ 1 › subject", "“person”; chỉ có: clan, collective, household, individual",
        id="the subject of a bonus",
    ),
    pytest.param(
        PLAN, 'span = "phase"', 'span = "phases"', "rounds “interim-{year}” › span", "“phases”, gần giống “phase”",
        id="the span of a round",
    ),
    pytest.param(
        UNIT_RULES, 'kind = "mark"', 'kind = "marks"',
        "titles “learning_unit” › criteria “dvht_1_1” › kind", "“marks”, gần giống “mark”",
        id="the kind of a criterion",
    ),
]  # fmt: skip
IDS = [
    pytest.param(
        TARGETS, '"households_share"', '"household_share"',
        "targets “household_share, 2025” › indicator", "“household_share”, gần giống “households_share”",
        id="the indicator of a target",
    ),
    pytest.param(
        MODELS, 'indicator = "clans_share"', 'indicator = "clan_share"',
        "titles “learning_village” › criteria “cdhtthon_clans” › indicator", "“clan_share”, gần giống “clans_share”",
        id="the indicator of a criterion",
    ),
    pytest.param(
        MODELS, 'out_of = "families"', 'out_of = "familys"',
        "titles “learning_clan” › criteria “dhht_families” › out_of", "“familys”, gần giống “families”",
        id="what a criterion is a share of",
    ),
    pytest.param(
        MODELS, 'mark = "clan_recognised"', 'mark = "clan_recognized"',
        "titles “learning_clan” › mark", "“clan_recognized”, gần giống “clan_recognised”",
        id="the mark of a title",
    ),
    pytest.param(
        MODELS, 'recognised_when = "recognised_on"', 'recognised_when = "recognised"',
        "titles “learning_village” › recognised_when", "không có ô ngày, năm “recognised”",
        id="a mark where a day is needed",
    ),
    pytest.param(
        UNIT_RULES, 'recognised_level = "recognised_level"', 'recognised_level = "level"',
        "titles “learning_unit” › recognised_level", "“level”",
        id="the level of a title",
    ),
    pytest.param(
        MODELS, 'id = "learning_family"', 'id = "learning_famly"',
        "titles “learning_famly” › id", "“learning_famly”, gần giống “learning_family”",
        id="a title that nobody asks for",
    ),
    pytest.param(
        PLAN, 'of = "learning_village"', 'of = "learning_vilage"',
        "awards “village” › conditions “village.title” › of", "“learning_vilage”, gần giống “learning_village”",
        id="the title of a condition",
    ),
    pytest.param(
        PLAN, 'title = "learning_clan"', 'title = "learning_clans"',
        "awards “clan” › title", "“learning_clans”, gần giống “learning_clan”",
        id="the title of an award",
    ),
    pytest.param(
        PLAN, 'test = "at_least"\nof = "communication_sessions"', 'test = "at_least"\nof = "comunication_sessions"',
        "awards “unit” › conditions “unit.communication” › of", "gần giống “communication_sessions”",
        id="the figure of a condition",
    ),
    pytest.param(
        PLAN, 'of = "labour_days"\nhard', 'of = "labor_days"\nhard',
        "awards “household” › conditions “household.contribution” › options “household.labour” › of",
        "gần giống “labour_days”",
        id="the figure of an option",
    ),
    pytest.param(
        PLAN, 'of = "dn_c"', 'of = "training_support"',
        "awards “enterprise” › conditions “enterprise.support” › of", "không có ô đánh dấu “training_support”",
        id="a number where a mark is needed",
    ),
    pytest.param(
        PLAN, 'of = "communication_sessions"\n', 'of = "households_share"\n',
        "awards “unit” › conditions “unit.communication” › of", "không có con số “households_share”",
        id="a figure that such units do not report",
    ),
    pytest.param(
        PLAN, 'proofs_before = ["training_rule"]', 'proofs_before = ["training_rules"]',
        "awards “enterprise” › conditions “enterprise.rule” › proofs_before", "gần giống “training_rule”",
        id="the paper behind a yes",
    ),
    pytest.param(
        PLAN, 'of = "pending"', 'of = "pendng"',
        "awards “unit” › blockers “pendng” › of", "“pendng”, gần giống “pending”",
        id="the field of a blocker",
    ),
    pytest.param(
        PLAN, 'of = "dissolved"', 'of = "disolved"',
        "awards “unit” › ended “disolved” › of", "“disolved”, gần giống “dissolved”",
        id="what ends a unit",
    ),
    pytest.param(
        PLAN, 'of = "total.learning_family"', 'of = "total.learning_famly"',
        "awards “household” › rank “total.learning_famly” › of", "gần giống “total.learning_family”",
        id="a ranking key",
    ),
    pytest.param(
        PLAN, 'listed_in = ["households"]', 'listed_in = ["household"]',
        "awards “household” › listed_in", "“household”, gần giống “households”",
        id="the list that a nominee stands in",
    ),
    pytest.param(
        PLAN, 'subject = "individual"', 'subject = "collective"', "awards “citizen” › subject", "“collective”",
        id="a subject that no form lets a unit nominate",
    ),
    pytest.param(
        PLAN, 'id = "village"', 'id = "vilage"', "awards “vilage” › id", "“vilage”, gần giống “village”",
        id="an award that no round gives",
    ),
    pytest.param(
        PLAN, 'awards = ["unit", "village"', 'awards = ["unit", "vilage"',
        "rounds “annual-{year}” › awards", "“vilage”, gần giống “village”",
        id="an award of a round",
    ),
    pytest.param(
        PLAN, 'phase = "phase-1"', 'phase = "phase1"',
        "rounds “interim-{year}” › phase", "“phase1”, gần giống “phase-1”",
        id="the phase of a round",
    ),
    pytest.param(
        PLAN, 'unit_kinds = ["enterprise"]', 'unit_kinds = ["enterprises"]',
        "awards “enterprise” › unit_kinds", "“enterprises”, gần giống “enterprise”",
        id="a unit kind of an award",
    ),
    pytest.param(
        PLAN, 'unit_kinds = ["school", "department"]', 'unit_kinds = ["school", "departments"]',
        "deadlines “school, departments” › unit_kinds", "“departments”, gần giống “department”",
        id="a unit kind of a deadline",
    ),
    pytest.param(
        PLAN, 'article = "III.1.2.a"', 'article = "III.1.2.d"',
        "awards “village” › conditions “village.communication” › article", "Kế hoạch không có mục “III.1.2.d”",
        id="the clause of a condition",
    ),
    pytest.param(
        PLAN, 'article = "III.2.2.c"', 'article = "III.2.2.e"', "bases “under_review” › article", "“III.2.2.e”",
        id="a clause that is a basis",
    ),
    pytest.param(
        PLAN, 'basis = "one_award"', 'basis = "one_awards"', "awards “unit” › blockers “already_awarded” › basis",
        "gần giống “one_award”",
        id="the basis of a blocker",
    ),
    pytest.param(
        PLAN, 'clause = "V.1"', 'clause = "V.3"', "phases “phase-1” › clause", "“V.3”",
        id="the clause of a phase",
    ),
    pytest.param(
        JUMPS, 'id = "people"', 'id = "peple"', "jumps “peple” › id", "“peple”, gần giống “people”",
        id="a jump that no indicator uses",
    ),
]  # fmt: skip
KEYS = [
    pytest.param(
        PLAN, "hard = true", "hardd = true",
        "awards “unit” › conditions “unit.title” › hardd", "không có khóa “hardd”, gần giống “hard”",
        id="a misspelt key",
    ),
    pytest.param(
        PLAN, "bound = { key", "bound = { name",
        "awards “unit” › conditions “unit.communication” › bound › name", "không có khóa “name”",
        id="a misspelt key of a number",
    ),
    pytest.param(
        PLAN, "bound = { key", "bound = { local = true, key",
        "awards “unit” › conditions “unit.communication” › bound › local", "không có khóa “local”",
        id="a key that only the program sets",
    ),
    pytest.param(
        PLAN, 'test = "title"\n', "", "awards “unit” › conditions “unit.title” › test", "thiếu khóa này",
        id="a key left out",
    ),
    pytest.param(
        PLAN, 'unit_kinds = ["village"]', 'unit_kinds = "village"',
        "awards “village” › unit_kinds", "“village” không phải danh sách",
        id="a text where a list is needed",
    ),
    pytest.param(
        PLAN, "verified = true", 'verified = "true"', "verified", "“true” không phải true hoặc false",
        id="a text where yes or no is needed",
    ),
    pytest.param(
        PLAN, "issued = 2024-05-13", 'issued = "13/5/2024"', "issued", "“13/5/2024” không phải ngày",
        id="a text where a date is needed",
    ),
    pytest.param(
        TARGETS, "at_least = 70", 'at_least = "70%"', "targets thứ 1 › at_least", "“70%” không phải một số",
        id="a text where a number is needed",
    ),
    pytest.param(
        UNIT_RULES, "valid_months = 36", "valid_months = true",
        "titles “learning_unit” › valid_months", "“true” không phải số nguyên",
        id="yes where a whole number is needed",
    ),
    pytest.param(
        UNIT_RULES, "[[titles]]", "[titles]", "titles", "bảng này không phải danh sách",
        id="a table where a list of tables is needed",
    ),
    pytest.param(
        PLAN, "in_force = 2024", "in_force = 2024.5", "in_force", "“2024.5” không phải số nguyên",
        id="a fraction where a whole number is needed",
    ),
    pytest.param(
        PLAN, "[[phases]]", "[phases]", "dòng 20, cột 9", "không đúng cú pháp TOML",
        id="no TOML",
    ),
]  # fmt: skip
SHAPES = [
    pytest.param(
        PLAN, "bound = {", "# bound = {", "awards “unit” › conditions “unit.communication” › bound", "at_least",
        id="a number to reach that is not named",
    ),
    pytest.param(
        PLAN, 'test = "title"', 'test = "any"', "awards “unit” › conditions “unit.title” › options", "any",
        id="one of no options",
    ),
    pytest.param(
        PLAN, 'test = "at_least"\nof = "labour_days"', 'test = "title"\nof = "learning_family"',
        "options “household.labour” › test", "“title”; chỉ có: at_least, yes",
        id="an option that is a title",
    ),
    pytest.param(
        MODELS, "pass_at = {", "# pass_at = {", "titles “learning_family” › pass_at", "bands",
        id="a title by points without a total",
    ),
    pytest.param(
        MODELS, 'rule = "every"', 'rule = "points"\npass_at = 50',
        "titles “learning_clan” › criteria “dhht_board” › kind", "“score”, ở đây là “mark”",
        id="marks under a title by points",
    ),
    pytest.param(
        PLAN, 'id = "annual-{year}"', 'id = "annual-{yaer}"',
        "rounds “annual-{yaer}” › id", "cần kết thúc bằng “-{year}”",
        id="a round that is not told from another year's",
    ),
    pytest.param(
        PLAN, "month = 11\nday = 29", "month = 11\nday = 31",
        "deadlines “school, department” › day", "không phải năm nào cũng có ngày 31/11",
        id="a deadline on a day that does not exist",
    ),
    pytest.param(
        PLAN, "month = 11", "month = 13", "deadlines “school, department” › month", "không có tháng 13",
        id="a deadline in a month that does not exist",
    ),
    pytest.param(
        PLAN, 'name = "Sơ kết giai đoạn 1 năm {year}"', 'name = "Sơ kết năm {nam}"',
        "rounds “interim-{year}” › name", "“{nam}”, chỉ có “{year}”",
        id="a place-holder that nothing fills",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("file", "right", "wrong", "place", "words"), [*WORDS, *IDS, *KEYS, *SHAPES])
def test_what_is_misspelt_is_refused_with_file_table_and_key(
    file: str, right: str, wrong: str, place: str, words: str, refused: Refused
) -> None:
    sentence = refused(file, right, wrong)

    assert sentence.startswith(f"Chương trình khai báo sai ở {file} › ")
    assert f" › {place}: " in sentence
    assert words in sentence
    assert "\n" not in sentence


# What the law must state


def test_a_unit_kind_without_a_deadline_is_refused(refused: Refused) -> None:
    sentence = refused(PLAN, '["village", "enterprise", "centre"]', '["village", "enterprise"]')

    assert sentence == (
        "Chương trình khai báo sai ở 2024-ke-hoach-55.toml › deadlines › unit_kinds: "
        "năm 2024 không văn bản nào nêu hạn nộp báo cáo cho loại đơn vị “centre”. "
        "Hãy báo người giữ chương trình."
    )


def test_a_unit_kind_that_reports_by_no_form_has_no_deadline_and_says_so() -> None:
    with pytest.raises(
        DecisionError, match="năm 2026 không văn bản nào nêu hạn nộp báo cáo cho loại đơn vị “province”"
    ):
        LAW.deadline_in(2026, "province")


def test_a_year_of_the_movement_without_a_deadline_is_refused(refused: Refused) -> None:
    sentence = refused(PLAN, "until = 2030", "until = 2029")

    assert "năm 2030 không văn bản nào nêu hạn nộp báo cáo" in sentence


def test_a_clause_of_an_indicator_without_a_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolve, "CLAUSES", CLAUSES[1:])

    with pytest.raises(DecisionError) as fault:
        resolve.resolve(LAW.decisions)

    assert str(fault.value) == (
        "Chương trình khai báo sai ở catalogue/indicators › Indicator “communication_sessions” › clause: "
        "mục “II.1” chưa có tên trong sections.py, gần giống “VI.1”. "
        "Hãy báo người giữ chương trình."
    )


def test_a_jump_of_an_indicator_that_no_decision_states_is_refused(refused: Refused) -> None:
    text = (DECISIONS / JUMPS).read_text(encoding="utf-8")

    sentence = refused(JUMPS, text[text.index('[[jumps]]\nid = "money"') :], "")

    assert sentence.startswith("Chương trình khai báo sai ở catalogue/indicators › Indicator “")
    assert " › jump: không văn bản nào nêu mức “money”" in sentence


# Clauses are named once


def test_no_clause_is_named_twice() -> None:
    names = [clause.name for clause in CLAUSES]

    assert len({clause.id for clause in CLAUSES}) == len(set(names)) == len(CLAUSES)


def test_every_clause_that_a_form_cites_is_one_of_the_plan() -> None:
    clauses = Vocabulary(LAW.decisions).clauses
    cited = {field.clause for form in FORMS for sheet in form.sheets for field in sheet.asked if field.clause}

    assert cited
    assert cited <= clauses
    assert {indicator.clause for indicator in INDICATORS} <= clauses
