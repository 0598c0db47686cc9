"""The pack for the council: who is proposed in full, the others in short, what is open, what is voted on."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.workbooks import PACK, WORKBOOKS
from learnsoc_xlsx.model.law.council import Received
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.verdicts import (
    Bonus,
    Credentials,
    Elsewhere,
    Fact,
    HeldRound,
    OpenPoint,
    Outcome,
    Reason,
    Verdict,
)
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import LocalChoice
from learnsoc_xlsx.model.report import Cell, Grid, Look, Notes, Page, ToRow, View
from learnsoc_xlsx.model.returns.submissions import Missing
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views import VIEWS
from tests.stages.write.a_run import DONG, a_run

ANNUAL = HeldRound(
    "annual-2026", "Khen thưởng hằng năm 2026", "annual", "III.2.1", "Giấy khen", 2026, 2026, (2026,),
    date(2026, 12, 5), ("citizen", "household"),
)  # fmt: skip
ROW = Place("2026/T01.xlsx", "Đề nghị khen", "C7")
TITLE = Reason("III.1.5.a", "Được công nhận", "đã được công nhận năm 2026", "được công nhận", True, "title.x", 2026)
SAYS = Credentials(
    honorific=Fact("ba", "Ông/Bà"),
    position=Fact("Trưởng thôn", "Chức vụ"),
    address=Fact("Thôn Đông", "Nơi ở"),
    leader=Fact(True, "Lãnh đạo"),
    achievement=Fact("Mở tủ sách cho trẻ em", "Thành tích"),
    recognised_no=Fact("125/QĐ-UBND", "Số"),
    recognised_on=Fact(date(2026, 10, 20), "Ngày"),
    recognised_by=Fact("UBND xã", "Cơ quan"),
    already_awarded=Fact(False, "Đã khen"),
)


def citizen(
    name: str, outcome: Outcome = Outcome.RECOMMENDED, rank: int | None = 1, born: int | None = 1975
) -> Verdict:
    paid = Bonus(760_000, "", True) if outcome is Outcome.RECOMMENDED else None
    return Verdict(
        "annual-2026", "citizen", 5, Subject.INDIVIDUAL, "T01", "Thôn Đông", name, outcome, rank,
        (("Tổng điểm", 94), ("Ngày công", 12)), (TITLE,), "Đủ các điều kiện.", paid, (ROW,), born=born,
        title="Công dân học tập", credentials=SAYS,
    )  # fmt: skip


def page(
    show: str,
    *verdicts: Verdict,
    group: str = "5",
    held: HeldRound = ANNUAL,
    former: tuple[Verdict, ...] = (),
    **more: object,
) -> Page:
    run = replace(a_run(Path("in")), forms=(form_of("village", 2026),), awards=Law.load().awards_in(2026))
    before = replace(held, id="annual-2025", name="Khen thưởng hằng năm 2025", year=2025, years=(2025,))
    rounds = (before, held) if former else (held,)
    whole: dict[str, Any] = {"rounds": rounds, "missing": (), **more}
    earlier = tuple(replace(one, round=before.id) for one in former)
    lookup = Lookup(replace(run, verdicts=(*earlier, *verdicts), **whole))
    workbook = next(one for one in WORKBOOKS if one.id == "awards")
    view = next(one for one in PACK if one.show == show)
    made = VIEWS[show](
        Scope(lookup, workbook, 2026), View(view.show, view.sheet, view.title, (group,) if view.of else ())
    )
    assert made is not None
    return made


def table(of: Page) -> Grid:
    return next(block for block in of.blocks if isinstance(block, Grid))


def notes(of: Page) -> list[str]:
    return [line for block in of.blocks if isinstance(block, Notes) for line in block.lines]


def told(of: Page, heading: str, row: int = 1) -> Cell:
    """The cell of a row of the page's table under a heading; row 0 is the heading of the award."""
    grid = table(of)
    return grid.rows[row].cells[[column.heading for column in grid.columns].index(heading)]


def test_whoever_is_proposed_is_shown_with_all_that_the_council_wants_to_see() -> None:
    made = page("proposed", citizen("Lê Thị Sửu"))

    shown = {
        column.heading: cell.value for column, cell in zip(table(made).columns, table(made).rows[1].cells, strict=True)
    }
    assert shown == {
        "STT": 1,
        "Hạng": "1",
        "Đối tượng đề nghị": "Bà Lê Thị Sửu",
        "Năm sinh": "1975",
        "Chức vụ, nơi ở, đơn vị": "Trưởng thôn; Thôn Đông",
        "Thành tích (theo báo cáo)": "Mở tủ sách cho trẻ em",
        "Công nhận danh hiệu": "QĐ 125/QĐ-UBND ngày 20/10/2026 của UBND xã",
        "Số liệu xếp hạng": "94; 12",
        "Đã được khen (đơn vị ghi)": "không",
        "Hình thức": "Giấy khen",
        "Tiền thưởng (đồng)": 760_000,
    }
    assert "Danh hiệu: “Công dân học tập”. Xếp hạng theo: Tổng điểm; Ngày công" in str(
        table(made).rows[0].cells[0].value
    )


def test_what_goes_to_the_level_above_has_no_money_which_that_level_pays() -> None:
    above = replace(ANNUAL, upward=True)

    ours, theirs = page("proposed", citizen("Lê Thị Sửu")), page("proposed_above", citizen("Lê Thị Sửu"), held=above)

    heads = [[column.heading for column in table(made).columns] for made in (ours, theirs)]
    assert [one for one in heads[0] if one not in heads[1]] == ["Tiền thưởng (đồng)"]
    assert [len(made.intro) > 0 and "in nghiêng" in made.intro[-1] for made in (ours, theirs)] == [True, False]
    assert {len(row.cells) for row in table(theirs).rows} == {len(heads[1])}


def test_a_row_leads_to_the_nomination_and_to_its_reasons_in_the_annex() -> None:
    made = page("proposed", citizen("Lê Thị Sửu"))

    assert told(made, "STT").link == ROW
    assert told(made, "Hạng").link == ToRow("reasons", "annual-2026|citizen|T01|Lê Thị Sửu")


def test_a_household_is_called_by_its_head() -> None:
    home = replace(citizen("Lê Thị Sửu"), award="household", kind=Subject.HOUSEHOLD)

    assert told(page("proposed", home), "Đối tượng đề nghị").value == "Hộ gia đình bà Lê Thị Sửu"
    unknown = replace(home, credentials=Credentials())
    assert told(page("proposed", unknown), "Đối tượng đề nghị").value == "Hộ gia đình ông (bà) Lê Thị Sửu"


def test_what_nobody_gave_is_said_and_not_left_out() -> None:
    made = page("proposed", replace(citizen("An"), credentials=Credentials()))

    assert told(made, "Thành tích (theo báo cáo)").value == "chưa ghi"
    assert told(made, "Công nhận danh hiệu").value == "đã được công nhận năm 2026; chưa ghi số QĐ"
    assert told(made, "Đã được khen (đơn vị ghi)").value == "chưa ghi"


def test_what_was_awarded_before_is_named_and_what_may_be_another_s_is_not() -> None:
    before = Received(Subject.INDIVIDUAL, "T01", "An", 1975, "", (2025,), None, "Giấy khen năm 2025", ROW)
    given = replace(citizen("An"), received=(before,))

    assert told(page("proposed", given), "Đã được khen (đơn vị ghi)").value == "Giấy khen năm 2025"
    maybe = replace(given, received=(replace(before, sure=False),))
    assert told(page("proposed", maybe), "Đã được khen (đơn vị ghi)").value == "không"


def test_another_form_that_the_unit_proposes_is_seen() -> None:
    wished = replace(citizen("An"), credentials=replace(SAYS, proposed_form=Fact("bang_khen", "Hình thức")))

    assert told(page("proposed", wished), "Hình thức").value == "Giấy khen (đơn vị đề nghị: Bằng khen)"


def test_equals_among_whom_the_council_decides_stand_in_the_table_and_on_the_ballot() -> None:
    equal = replace(citizen("Bình", Outcome.RESERVE, 2), tied=True)

    assert told(page("proposed", citizen("An"), equal), "Hạng", 2).value == "≡ 2"
    asked = [str(row.cells[1].value) for row in table(page("ballot", citizen("An"), equal)).rows]
    assert any("chọn trong số đồng hạng" in question and "Bà Bình (1975, Thôn Đông)" in question for question in asked)


def test_the_others_follow_in_short() -> None:
    failing = replace(TITLE, condition="Có nhiều đóng góp", article="III.1.5.b", met=False)
    lines = notes(
        page(
            "proposed",
            citizen("An"),
            citizen("Bình", Outcome.RESERVE, 2),
            replace(citizen("Chi", Outcome.UNDECIDED, None), summary="Chưa rõ đã được công nhận."),
            replace(citizen("Dung", Outcome.ON_HOLD, None), summary="Đang bị khiếu nại."),
            replace(citizen("Em", Outcome.NOT_ELIGIBLE, None), reasons=(failing,), summary="Chưa có đóng góp."),
        )
    )

    assert (
        "Đủ điều kiện, ngoài số lượng; xếp theo các số nêu ở đầu bảng (1): 2. Bà Bình (1975, Thôn Đông): 94; 12."
        in lines
    )
    assert "Cần bổ sung thông tin (1): Bà Chi (1975, Thôn Đông): Chưa rõ đã được công nhận." in lines
    assert "Tạm thời chưa xét (1): Bà Dung (1975, Thôn Đông): Đang bị khiếu nại." in lines
    assert "Chưa đủ điều kiện (1): Bà Em (1975, Thôn Đông): Chưa có đóng góp." in lines


def test_of_many_who_are_not_eligible_the_conditions_are_counted() -> None:
    failing = replace(TITLE, condition="Có nhiều đóng góp", article="III.1.5.b", met=False)
    many = [replace(citizen(f"An {at}", Outcome.NOT_ELIGIBLE, None), reasons=(failing,)) for at in range(9)]

    assert "Chưa đủ điều kiện, theo từng điều kiện (9): Có nhiều đóng góp (mục III.1.5.b): 9." in notes(
        page("proposed", *many)
    )


def test_what_is_to_be_cleared_of_somebody_stands_beside_the_name_and_under_the_table() -> None:
    doubt = replace(
        TITLE, actual="báo đã được công nhận nhưng chỉ 40 %", met=None, decides=False, open=OpenPoint.RECOGNITION
    )
    made = page("proposed", replace(citizen("An"), reasons=(TITLE, doubt)))

    assert told(made, "Đối tượng đề nghị").value == "Bà An ▲"
    assert "An: báo đã được công nhận nhưng chỉ 40 %; cần kiểm tra quyết định công nhận." in notes(made)
    assert told(page("proposed", citizen("An")), "Đối tượng đề nghị").value == "Bà An"


def test_the_heading_of_an_award_says_how_many_the_commune_lets_be_proposed() -> None:
    held = replace(ANNUAL, limits={"citizen": 12})

    assert str(table(page("proposed", citizen("An"), held=held)).rows[0].cells[0].value).startswith(
        "Cá nhân tiêu biểu: 1 (số lượng xã đặt: 12)."
    )


def test_who_is_proposed_elsewhere_or_again_and_how_many_lead_is_said() -> None:
    other = Elsewhere("interim-2025", "Sơ kết", "T01", "Thôn Đông", None)
    lines = notes(page("proposed", replace(citizen("An"), also=(other,)), former=(citizen("An"), citizen("Chi"))))

    assert "Lãnh đạo, quản lý: 1/1." in lines
    assert "Theo đơn vị: Thôn Đông 1." in lines
    assert "Đồng thời có trong “Sơ kết”: hạng 1." in lines
    assert "Trong số này đã được đề nghị ở “Khen thưởng hằng năm 2025”: hạng 1." in lines


def test_two_of_one_name_and_other_years_of_birth_are_not_taken_for_one_that_comes_again() -> None:
    lines = notes(page("proposed", citizen("An"), former=(citizen("An", born=1940),)))

    assert "Trong số này đã được đề nghị ở “Khen thưởng hằng năm 2025”: không có ai." in lines


def test_two_of_one_name_are_told_apart_by_their_years_of_birth() -> None:
    other = replace(citizen("mai minh hòa", rank=2, born=1940), unit="T02", unit_name="Thôn Hạ")
    lines = notes(page("proposed", citizen("Mai Minh Hòa", born=1943), other))

    assert (
        "Mai Minh Hòa: Thôn Đông, sinh 1943 (Cá nhân tiêu biểu, hạng 1); Thôn Hạ, sinh 1940 (Cá nhân tiêu biểu, hạng 2): "
        "khác năm sinh, là 2 người."
    ) in lines


def test_one_who_heads_a_household_before_the_council_too_is_asked_about() -> None:
    home = replace(citizen("An"), award="household", group=3, kind=Subject.HOUSEHOLD)

    assert (
        "An: có ở Thôn Đông, sinh 1975 (Cá nhân tiêu biểu, hạng 1); Thôn Đông, sinh 1975 (Hộ gia đình tiêu biểu, hạng 1); "
        "cùng năm sinh, có thể là một người."
    ) in notes(page("proposed", citizen("An"), home))


def test_a_clan_that_several_units_propose_is_asked_about() -> None:
    clan = replace(citizen("Họ Lê Hữu", born=None), award="household", group=3, kind=Subject.CLAN)
    other = replace(clan, unit="T02", unit_name="Thôn Hạ", outcome=Outcome.RESERVE, rank=2, bonus=None)

    assert (
        "Họ Lê Hữu: có ở Thôn Đông (Hộ gia đình tiêu biểu, hạng 1); Thôn Hạ (Hộ gia đình tiêu biểu, hạng 2); cần hỏi có phải là một không."
    ) in notes(page("proposed", clan, other, group="3"))


def test_a_name_that_another_unit_only_lists_is_asked_about_where_no_year_of_birth_tells() -> None:
    clan = replace(citizen("NGUYỄN VĂN <AN> & con", born=None), award="household", unit="T09", unit_name="Thôn Hạ")

    assert ("NGUYỄN VĂN <AN> & con: danh sách của Thôn Đông cũng có tên này; cần hỏi có phải là một không.") in notes(
        page("proposed", clan)
    )
    assert not any("danh sách của" in line for line in notes(page("proposed", replace(clan, born=1950))))


def test_a_unit_bears_the_name_of_the_round_s_year_wherever_a_later_run_names_it() -> None:
    register = a_run(Path("in")).register
    (own,) = register.rows_of(DONG)
    new = replace(own, name="Thôn Đông Mới", since=date(2027, 1, 1))
    renamed = replace(register, units=(*register.units, new))
    later: dict[str, Any] = {"register": renamed, "as_of": date(2027, 12, 5)}
    clan = replace(citizen("NGUYỄN VĂN <AN> & con", born=None), award="household", unit="T09", unit_name="Thôn Hạ")
    gap = Missing(DONG, "village", 2026, date(2026, 11, 29), "missing")

    said = [*notes(page("proposed", clan, **later)), *notes(page("agenda", clan, missing=(gap,), **later))]

    assert [line for line in said if "Thôn Đông" in line] == [
        "NGUYỄN VĂN <AN> & con: danh sách của Thôn Đông cũng có tên này; cần hỏi có phải là một không.",
        "Chưa gửi báo cáo: Thôn Đông (năm 2026, hạn 29/11/2026).",
    ]


def test_the_agenda_counts_by_award_and_sets_last_year_beside_it() -> None:
    home = replace(citizen("Lê Thị Sửu"), award="household", group=3, kind=Subject.HOUSEHOLD)
    made = page(
        "agenda",
        citizen("An"),
        citizen("Bình", Outcome.RESERVE, 2),
        home,
        former=(citizen("An"), citizen("Bình"), citizen("Chi")),
    )

    heads = [column.heading for column in table(made).columns]
    citizens, _, total = ([cell.value for cell in row.cells] for row in table(made).rows)
    assert dict(zip(heads, citizens, strict=True)) | {"Nhóm đối tượng": ""} == {
        "Nhóm đối tượng": "",
        "Đề nghị xét": 1,
        "Đồng hạng, Hội đồng quyết định": 0,
        "Đủ điều kiện, ngoài số lượng": 1,
        "Cần bổ sung thông tin": 0,
        "Tạm thời chưa xét": 0,
        "Chưa đủ điều kiện": 0,
        "Cộng": 2,
        "Tiền thưởng dự kiến (đồng)": 760_000,
        "Năm 2025: đề nghị": 3,
        "Tăng, giảm": -2,
    }
    assert total[heads.index("Tiền thưởng dự kiến (đồng)")] == 1_520_000


def test_the_agenda_names_what_is_open_before_the_meeting() -> None:
    lines = notes(page("agenda", citizen("An"), citizen("Chi", Outcome.UNDECIDED, None)))

    assert "Cần bổ sung thông tin mới kết luận được: 1 (Bà Chi (1975, Thôn Đông))." in lines


def test_the_money_is_told_by_the_source_that_the_commune_chose() -> None:
    law, _ = Law.load().with_choices([LocalChoice("award.citizen.funding", "ngân sách nhà nước", None, None, None)])
    choices = law.choices_in(2026)
    held = replace(ANNUAL, choices=(choices["award.citizen.funding"], choices["award.household.funding"]))
    home = replace(citizen("Lê Thị Sửu"), award="household", group=3, kind=Subject.HOUSEHOLD)

    lines = notes(page("agenda", citizen("An"), home, held=held))

    assert (
        "Tiền thưởng dự kiến theo nguồn chi (mục VI.1). Ngân sách nhà nước: 760.000 đồng; chưa xác định nguồn: 760.000 đồng."
        in lines
    )


def test_money_that_is_not_known_is_no_sum() -> None:
    unknown = replace(citizen("An"), bonus=Bonus(None, "", False))

    assert told(page("agenda", unknown, citizen("Chi")), "Tiền thưởng dự kiến (đồng)", 0).value is None


def test_a_sum_with_a_part_that_is_not_verified_looks_so_and_says_so() -> None:
    home = replace(citizen("Lê Thị Sửu"), award="household", group=3, kind=Subject.HOUSEHOLD)
    doubted = replace(home, bonus=Bonus(1_140_000, "", False))
    choices, _ = Law.load().with_choices([])
    held = replace(ANNUAL, choices=(choices.choices_in(2026)["award.household.funding"],))
    money = ["citizen", "household", "total"]

    sure = [told(page("agenda", citizen("An"), home), "Tiền thưởng dự kiến (đồng)", row).look for row in range(3)]
    made = page("agenda", citizen("An"), doubted, held=held)
    looks = [told(made, "Tiền thưởng dự kiến (đồng)", row).look for row in range(3)]
    asked = [row.cells[3].look for row in table(page("ballot", citizen("An"), doubted)).rows]

    assert dict(zip(money, sure, strict=True)) == dict.fromkeys(money, Look.PLAIN)
    assert dict(zip(money, looks, strict=True)) == {"citizen": Look.PLAIN, "household": Look.DOUBT, "total": Look.DOUBT}
    assert asked[:2] == [Look.PLAIN, Look.DOUBT]
    assert any(line.endswith("Chưa xác định nguồn: 1.140.000 đồng (có mức chưa kiểm chứng).") for line in notes(made))


def test_a_source_out_of_which_somebody_gets_what_is_not_known_has_no_sum() -> None:
    law, _ = Law.load().with_choices([])
    held = replace(ANNUAL, choices=(law.choices_in(2026)["award.citizen.funding"],))
    unknown = replace(citizen("An"), bonus=Bonus(None, "", False))

    lines = notes(page("agenda", unknown, citizen("Chi"), held=held))

    assert any(line.endswith("Chưa xác định nguồn: chưa tính được (thiếu mức thưởng).") for line in lines)


def test_a_forecast_proposes_nobody_and_asks_the_council_nothing() -> None:
    held = replace(ANNUAL, forecast=True)
    seen = replace(citizen("An"), forecast=True, bonus=None)

    assert [column.heading for column in table(page("agenda", seen, held=held)).columns][1] == "Dự báo đạt"
    assert "dự báo đạt 1" in str(table(page("proposed", seen, held=held)).rows[0].cells[0].value)
    run = replace(a_run(Path("in")), rounds=(held,), verdicts=(seen,))
    awards = next(one for one in WORKBOOKS if one.id == "awards")
    assert VIEWS["ballot"](Scope(Lookup(run), awards, 2026), View("ballot", "", "")) is None


def chosen(*own: LocalChoice) -> HeldRound:
    """The round under what the law leaves to the commune for an award, and what it chose of that."""
    law, _ = Law.load().with_choices(list(own))
    choices = law.choices_in(2026)
    return replace(ANNUAL, choices=(choices["award.citizen.ties"], choices["award.citizen.funding"]))


def test_a_name_that_is_to_be_asked_about_is_marked_in_the_table() -> None:
    clan = replace(citizen("Họ Lê Hữu", born=None), award="household", group=3, kind=Subject.CLAN)
    other = replace(clan, unit="T02", unit_name="Thôn Hạ", rank=2)

    assert told(page("proposed", clan, other, group="3"), "Đối tượng đề nghị").value == "Họ Lê Hữu ▲"


def test_each_ranking_says_which_rules_the_commune_chose_and_which_are_the_default() -> None:
    held = chosen(LocalChoice("award.citizen.funding", "ngân sách nhà nước", None, None, None))

    assert (
        "Quy tắc, xã được chọn: đồng hạng ở suất cuối: Hội đồng quyết định (mặc định); "
        "nguồn tiền thưởng: ngân sách nhà nước."
    ) in notes(page("proposed", citizen("An"), held=held))


def test_the_council_is_first_asked_for_the_rules_that_nobody_chose() -> None:
    first, second = table(page("ballot", citizen("An"), held=chosen())).rows[:2]

    assert str(first.cells[1].value).startswith("Cách xét và nguồn chi tiền thưởng: 2 điểm xã chưa chọn")
    assert [first.cells[0].value, second.cells[0].value] == [1, 2]


def test_the_agenda_says_what_nobody_gave_of_those_proposed() -> None:
    lines = notes(page("agenda", citizen("An"), replace(citizen("Chi"), credentials=Credentials())))

    assert "Chưa ghi số quyết định công nhận danh hiệu, đơn vị đề nghị cần bổ sung: 1 trường hợp được đề nghị." in lines
    assert "Chưa ghi tóm tắt thành tích, đơn vị đề nghị cần bổ sung: 1 trường hợp được đề nghị." in lines


def test_the_agenda_names_what_the_commune_has_not_settled() -> None:
    number = Quantity("award.citizen.ideas", None, "", verified=False, label="Cá nhân: số ý kiến ít nhất trong năm")
    lines = notes(page("agenda", citizen("An"), held=chosen(), local_numbers=(number,)))

    assert (
        "Kế hoạch để mở, xã chưa đặt mức (trang “Ngưỡng” của danh bạ): Cá nhân: số ý kiến ít nhất trong năm." in lines
    )
    assert "Cách xét xã chưa chọn, tạm theo mặc định: 2 điểm, nêu ở từng nhóm; đề nghị Hội đồng cho ý kiến." in lines


def test_the_agenda_says_whose_report_lacks_of_the_years_looked_at() -> None:
    owed = Missing("v-tay", "village", 2026, date(2026, 11, 29), "unread", None)
    lines = notes(page("agenda", citizen("An"), missing=(owed, replace(owed, year=2020, state="missing"))))

    assert "Đã nhận tệp nhưng không đọc được, đơn vị cần gửi lại: Thôn Tây (năm 2026, hạn 29/11/2026)." in lines
    assert not any(line.startswith("Chưa gửi báo cáo") for line in lines)


def test_the_agenda_counts_those_proposed_to_the_level_above_apart() -> None:
    above = replace(ANNUAL, id="upward-2026", name="Đề nghị cấp trên năm 2026", upward=True)
    made = page("agenda", citizen("An"), replace(citizen("Chi"), round=above.id), rounds=(ANNUAL, above))

    assert "Đề nghị cấp trên năm 2026: 1 trường hợp đủ điều kiện, danh sách ở trang “Đề nghị cấp trên”." in notes(made)
    assert told(made, "Đề nghị xét", 0).value == 1


def test_the_agenda_names_whose_recognition_is_doubted_and_counts_whom_nobody_confirmed() -> None:
    doubt = replace(TITLE, met=None, decides=False, open=OpenPoint.RECOGNITION)
    silent = replace(TITLE, met=None, decides=False, open=OpenPoint.CONFIRMATION)
    many = [replace(citizen(f"Bình {at}"), reasons=(TITLE, silent)) for at in range(13)]
    lines = notes(page("agenda", replace(citizen("An"), reasons=(TITLE, doubt)), *many))

    assert "Danh hiệu chưa khớp tiêu chí, cần kiểm tra quyết định công nhận: 1 (Bà An (1975, Thôn Đông))." in lines
    assert any(line.endswith("hay không: 13 trường hợp, nêu ở tệp căn cứ, trang “Cần xác nhận”.") for line in lines)
