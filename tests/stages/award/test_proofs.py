"""A yes that rests on a paper: authority, number and date where the form asks them, and what older forms asked in one."""

from datetime import date

import pytest

from learnsoc_xlsx.model.law.awards import Condition
from learnsoc_xlsx.model.law.kinds import ConditionTest
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Reason, Value
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.conditions import check

RULE = Condition(
    "enterprise.contribution",
    "III.1.4.a",
    "Có đóng góp được ghi nhận",
    ConditionTest.YES,
    hard=True,
    of="dn_a",
    proofs=("by", "no", "on"),
    proofs_before=("paper",),
)
LABELS = {"dn_a": "Đóng góp", "by": "Cơ quan", "no": "Số", "on": "Ngày", "paper": "Văn bản"}
WHOLE: dict[str, Value] = {"dn_a": True, "by": "UBND xã", "no": "12/TC", "on": date(2026, 9, 5)}


def facts(known: dict[str, Value], unasked: tuple[str, ...] = ("paper",)) -> Facts:
    told = {name: Fact(value, LABELS[name], (Place("e.xlsx", "Trang bìa", name),)) for name, value in known.items()}
    return told | {name: Fact(None, LABELS[name], asked=False) for name in unasked}


def reason(known: Facts) -> Reason:
    (checked,) = check(RULE, known, None, 2026)
    return checked.reason


def test_a_paper_with_authority_number_and_date_proves_it_and_its_cells_are_shown() -> None:
    found = reason(facts(WHOLE))

    assert (found.met, found.actual) == (True, "có (văn bản: UBND xã, 12/TC, 05/09/2026)")
    assert [place.cell for place in found.places] == ["dn_a", "by", "no", "on"]


@pytest.mark.parametrize("part", ["by", "no", "on"])
def test_each_part_that_the_form_asks_must_be_there(part: str) -> None:
    found = reason(facts(WHOLE | {part: None}))

    assert found.met is None
    assert found.actual.endswith(f", chưa ghi: {LABELS[part]}")


def test_a_bare_mark_is_open() -> None:
    found = reason(facts({"dn_a": True, "by": None, "no": None, "on": None}))

    assert (found.met, found.decides) == (None, True)
    assert found.actual == "có, chưa ghi: Cơ quan, Số, Ngày"


def test_what_older_forms_asked_in_one_cell_is_the_proof_and_the_parts_are_said_to_be_unasked() -> None:
    found = reason(facts({"dn_a": True, "paper": "Thư 12/TC"}, ("by", "no", "on")))

    assert found.met is True
    assert found.actual == "có (văn bản: Thư 12/TC); mẫu năm ấy chưa hỏi: Cơ quan, Số, Ngày"


def test_an_older_form_with_an_empty_cell_is_open_too() -> None:
    assert reason(facts({"dn_a": True, "paper": None}, ("by", "no", "on"))).met is None


def test_where_no_paper_was_asked_at_all_the_condition_is_left_out() -> None:
    found = reason(facts({"dn_a": True}, ("by", "no", "on", "paper")))

    assert (found.met, found.decides, found.asked) == (None, False, False)


@pytest.mark.parametrize(("answer", "met"), [(False, False), (None, None)])
def test_a_no_or_a_blank_is_judged_without_its_paper(answer: Value, met: bool | None) -> None:
    found = reason(facts(WHOLE | {"dn_a": answer, "no": None}))

    assert (found.met, found.decides) == (met, True)
