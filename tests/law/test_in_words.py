"""`learnsoc law`: every rule that can touch a year, once and where it belongs, with its mark and whose word it is, on paper."""

import json
import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.pipeline.commands.law import law_in_words
from learnsoc_xlsx.pipeline.terms.in_force import law
from tests.commands import learnsoc
from tests.law.written import newest, ranking_of, rules_of, texts

REGISTER = Path("input_templates/sample/Danh ba xa Hong Phuc.xlsx")
YEARS = [2024, 2025, 2026, 2030]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample's register alone."""
    folder = tmp_path_factory.mktemp("xa")
    shutil.copy(REGISTER, folder)
    return folder


@cache
def as_data(year: int, inbox: Path | None = None) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(law_in_words(inbox, year, "json"))
    return data


def rules_in(chapters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every rule of chapters and of those within, in the order printed."""
    return [rule for chapter in chapters for rule in (*chapter["rules"], *rules_in(chapter["chapters"]))]


def of_year(year: int, inbox: Path | None = None) -> list[dict[str, Any]]:
    return rules_in(as_data(year, inbox)["chapters"])


def flowing(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("year", YEARS)
def test_every_rule_of_the_decisions_that_can_touch_a_year_is_there_once_and_no_other(year: int) -> None:
    printed = Counter(rule["id"] for rule in of_year(year))

    assert set(printed) == set(rules_of(year))
    assert set(printed.values()) == {1}


@pytest.mark.parametrize("year", YEARS)
def test_a_rule_says_what_its_decision_says(year: int) -> None:
    written = rules_of(year)

    for rule in of_year(year):
        said = " ".join(str(rule[part] or "") for part in ("words", "article", "source"))
        assert written[rule["id"]].rstrip(".").casefold() in said.casefold(), rule["id"]


@pytest.mark.parametrize("year", YEARS)
def test_every_number_and_choice_that_is_the_commune_s_has_its_code_once(year: int) -> None:
    keys = Counter(key for rule in of_year(year) for key in rule["keys"])
    others = {declared.manner_chosen for declared in law().rounds}

    choices = [
        choice for choice in law().choices_in(year).values() if choice.key not in others and not choice.is_convention
    ]
    assert keys.keys() >= {choice.key for choice in choices}
    assert {number.key for number in law().open_numbers(year)} <= keys.keys()
    assert set(keys.values()) == {1}


@pytest.mark.parametrize("year", YEARS)
def test_every_key_of_a_ranking_stands_in_the_order_of_its_award(year: int) -> None:
    words = {rule["id"]: rule["words"] for rule in of_year(year)}

    for award in {award for award, _, _ in ranking_of(year)}:
        labels = [label for of, _, label in ranking_of(year) if of == award]
        order = words[f"choice/award.{award}.rank"]
        assert order == "; ".join(f"{at}) {label}" for at, label in enumerate(labels, 1))


@pytest.mark.parametrize("year", YEARS)
def test_what_is_printed_is_what_the_data_says_rule_for_rule(year: int) -> None:
    text = flowing(law_in_words(None, year, "text"))

    rules = of_year(year)

    assert [rule["id"] for rule in rules if rule["words"] not in text] == []
    assert text.count(" - ") >= len(rules)
    assert f"Cộng {len(rules)} điều" in text


@pytest.mark.parametrize("year", YEARS)
def test_a_rule_stands_in_the_chapter_of_its_kind(year: int) -> None:
    chapters = {
        chapter["heading"].partition(". ")[0]: {rule["id"].partition("/")[0] for rule in rules_in([chapter])}
        for chapter in as_data(year)["chapters"]
    }

    assert chapters == {
        "I": {"decision"},
        "II": {"phase", "round", "choice"},
        "III": {"award", "condition", "blocker", "choice", "quota"},
        "IV": {"recognition", "title", "criterion", "number"},
        "V": {"bonus", "base_pay", "rounding"},
        "VI": {"basis"},
        "VII": {"deadline", "target", "jump", "retired"},
    }


def test_what_the_data_does_not_verify_is_not_shown_as_verified() -> None:
    marks = {rule["id"]: rule["mark"] for rule in of_year(2026)}

    for title in newest(2026, "titles"):
        assert marks[f"title/{title['id']}"] == ("verified" if title.get("verified", True) else "not_verified")
    for text in texts():
        for basis in text.get("bases", ()):
            name = f"basis/{basis['id']}/{basis['since']}/{text['id']}"
            assert marks.get(name, "") in ("", "verified" if basis["verified"] else "not_verified")
    assert marks["condition/unit.title"] == "verified"
    assert marks["condition/unit.initiatives"] == "not_set"
    assert marks["bonus/individual/2025-07-01"] == "verified"
    assert marks["bonus/collective/2025-07-01"] == "not_verified"
    assert marks["choice/phase.title"] == "default"
    assert marks["choice/convention.opening"] == "convention"


@pytest.mark.parametrize(
    ("year", "decrees"),
    [
        (2024, {"24/2023": "từ 01/07/2023 đến 30/06/2024", "73/2024": "từ 01/07/2024 đến 30/06/2026"}),
        (2026, {"73/2024": "từ 01/07/2024 đến 30/06/2026", "161/2026": "từ 01/07/2026"}),
        (2030, {"161/2026": "từ 01/07/2026"}),
    ],
)
def test_base_pay_is_of_the_decrees_that_set_it_each_with_its_days(year: int, decrees: dict[str, str]) -> None:
    used = [
        rule["words"] for rule in of_year(year) if rule["id"].startswith("decision/") and "lương cơ sở" in rule["words"]
    ]

    assert len(used) == len(decrees)
    for words, (number, days) in zip(used, decrees.items(), strict=True):
        assert words.startswith(f"Nghị định {number}/NĐ-CP")
        assert words.endswith(f"áp dụng {days}; dùng cho: lương cơ sở")


def test_a_decree_that_was_replaced_is_in_use_until_its_last_day_and_no_year_after() -> None:
    in_2025 = {rule["id"]: rule["words"] for rule in of_year(2025)}

    assert "áp dụng từ 01/01/2024 đến 30/06/2025" in in_2025["decision/nd-98-2023"]
    for year in (2026, 2030):
        assert "NĐ 98/2023/NĐ-CP" not in {rule["article"] for rule in of_year(year)}
        assert "decision/nd-98-2023" not in {rule["id"] for rule in of_year(year)}


@pytest.mark.parametrize(
    ("year", "ends"),
    [
        (2025, "áp dụng từ năm 2024; dùng cho: căn cứ"),
        (2026, "áp dụng từ năm 2024; từ 01/10/2026 theo Luật 06/2026/QH16 sửa đổi, bổ sung Luật Thi đua, khen thưởng; dùng cho: căn cứ"),
        (2030, "áp dụng từ năm 2024; từ 01/10/2026 theo Luật 06/2026/QH16 sửa đổi, bổ sung Luật Thi đua, khen thưởng; dùng cho: căn cứ"),
    ],
)  # fmt: skip
def test_a_law_that_was_amended_is_in_use_as_amended(year: int, ends: str) -> None:
    (words,) = [rule["words"] for rule in of_year(year) if rule["id"] == "decision/luat-06-2022"]

    assert words.endswith(ends)


def test_a_text_whose_day_nobody_knows_says_so() -> None:
    words = {rule["id"]: rule["words"] for rule in of_year(2026)}

    assert "Quyết định 324/QĐ-KHVN (Hội Khuyến học Việt Nam, chưa rõ ngày ban hành)" in words["decision/qd-324-khvn"]
    assert "Quyết định 1373/QĐ-TTg (Thủ tướng Chính phủ, 30/07/2021)" in words["decision/qd-1373"]


def test_the_commune_s_own_number_and_quota_are_shown_with_their_cell(inbox: Path) -> None:
    rules = {rule["id"]: rule for rule in of_year(2026, inbox)}

    number, quota = rules["condition/unit.communication"], rules["quota/unit/annual-{year}"]
    assert (number["mark"], number["words"][-4:], number["where"]) == ("commune", "từ 6", "trang “Ngưỡng”, ô F7")
    assert (quota["mark"], quota["where"]) == ("commune", "trang “Số lượng khen”, ô E7")
    assert "nhiều nhất 5" in quota["words"]
    assert rules["target/households_share/2026"]["mark"] == "commune"


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("bonus/household/2025-07-01", "NĐ 152/2025, Điều 54"),
        ("criterion/learning_unit/dvht_3_1", "khoản 3 Điều 6"),
        ("criterion/learning_commune/cdht_5_citizens", "tiêu chí 5"),
        ("number/learning_family.pass", "QĐ 448/QĐ-KHVN (2015)"),
    ],
)
def test_a_number_of_the_commune_in_the_place_of_a_text_s_bears_both_marks(
    inbox: Path, name: str, article: str
) -> None:
    rule = {rule["id"]: rule for rule in of_year(2026, inbox)}[name]

    said = flowing(law_in_words(inbox, 2026, "text")).partition(f"{rule['words']} ({article}). [")[2].partition("]")[0]

    assert (rule["mark"], rule["text"], rule["article"]) == ("commune", "not_verified", article)
    assert said == f"xã đặt; {rule['where']}; số của văn bản: chưa kiểm chứng"


def test_a_number_that_the_plan_leaves_to_the_commune_stands_in_no_text_s_place(inbox: Path) -> None:
    rules = of_year(2026, inbox)

    assert {rule["text"] for rule in rules if rule["id"].startswith("condition/")} == {None}
    assert {rule["text"] for rule in of_year(2026)} == {None}


@pytest.mark.parametrize("begins", ["choice/convention.", "quota/", "choice/council.quorum"])
def test_what_no_text_says_cites_no_article(inbox: Path, begins: str) -> None:
    rules = [rule for rule in (*of_year(2026), *of_year(2026, inbox)) if rule["id"].startswith(begins)]

    assert rules
    assert {rule["article"] for rule in rules} == {None}


@pytest.mark.parametrize("ends", [".rank", ".ties"])
def test_ranking_and_ties_cite_no_article_and_form_and_funding_do(ends: str) -> None:
    articles = {rule["id"]: rule["article"] for rule in of_year(2026) if rule["id"].startswith("choice/award.")}

    assert {article for name, article in articles.items() if name.endswith(ends)} == {None}
    assert {article for name, article in articles.items() if name.endswith(".form")} == {"III.2.1"}
    assert {article for name, article in articles.items() if name.endswith(".funding")} == {"VI.1"}


def test_targets_are_those_still_ahead_and_where_none_is_the_last_by_which_the_year_is_judged() -> None:
    aims = {year: sorted(rule["id"] for rule in of_year(year) if rule["id"].startswith("target/")) for year in YEARS}

    over = [f"target/{of}_share/2025" for of in ("clans", "households", "units", "villages")]
    ahead = ["target/citizens_share/2030", "target/members_share/2030"]
    assert aims[2026] == aims[2030] == sorted((*over, *ahead))
    assert set(aims[2025]) == {*over, *ahead, "target/citizens_share/2025", "target/members_share/2025"}


def test_the_legend_says_what_no_bracket_means_and_whose_the_clauses_are() -> None:
    text = flowing(law_in_words(None, 2026, "text"))

    assert "số như III.1.1.a là mục của Kế hoạch 55/KH-UBND." in text
    assert "đã đọc ở nguồn nêu kèm" in text
    assert "(có thể không phải bản gốc)" in text
    assert "chưa kiểm chứng: chưa có nguồn đủ tin cậy" in text
    assert "đã kiểm chứng" not in text


def test_a_unit_that_is_no_more_and_a_jump_are_worded_as_people_say_it() -> None:
    words = {rule["id"]: rule["words"] for rule in of_year(2026)}

    ended = "Đã giải thể, sáp nhập hoặc kết thúc hoạt động trước ngày quyết định"
    assert words["blocker/unit/dissolved"] == ended
    assert words["jump/people"].endswith("chênh từ 50 trở lên")
    assert "không chỉ số nào dưới mức thấp nhất" in words["title/learning_citizen"]
    assert "không tiêu chí nào dưới mức thấp nhất" in words["title/learning_family"]


def test_a_line_of_the_register_that_sets_nothing_is_said(inbox: Path) -> None:
    data = as_data(2026, inbox)

    assert (data["commune"], data["register"]) == ("UBND XÃ HỒNG PHÚC", "Danh ba xa Hong Phuc.xlsx")
    assert ["award.unit.policies" in line for line in data["unused"]] == [True]
    assert "DÒNG CỦA DANH BẠ CẦN XEM LẠI" in law_in_words(inbox, 2026, "text")


@pytest.mark.parametrize("has_register", [False, True])
def test_the_text_fits_a_page_and_bears_nothing_of_the_program(inbox: Path, has_register: bool) -> None:
    text = law_in_words(inbox if has_register else None, 2026, "text")

    assert max(map(len, text.splitlines())) <= 80
    assert [word for word in ("None", "{", "}", "Fraction", "True", "False") if word in text] == []
    assert " ." not in text
    assert ".." not in text
    assert ":." not in text


@pytest.mark.parametrize(
    ("folder", "year", "how", "said"),
    [
        (None, 2023, "text", "không có năm 2023"),
        (None, 2031, "text", "không có năm 2031"),
        (None, 2026, "xlsx", "text hoặc json"),
        (Path("khong co"), 2026, "text", "Không có thư mục “khong co”"),
    ],
)
def test_what_cannot_be_printed_is_one_sentence(folder: Path | None, year: int, how: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        law_in_words(folder, year, how)


def test_the_command_prints_the_law_of_the_year_for_the_commune_of_inbox(inbox: Path) -> None:
    ended = learnsoc("law", str(inbox), "--year", "2025")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("QUY ĐỊNH XÉT KHEN THƯỞNG ÁP DỤNG CHO NĂM 2025\nUBND XÃ HỒNG PHÚC")
