"""The papers of rounds that are not concluded, or on nobody, and those of amounts that nobody knows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.papers.papers import SERIES
from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.engine import Engine, Runner
from learnsoc_xlsx.model.law.council import Decided, Opinion
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, Fact, HeldRound, Verdict
from learnsoc_xlsx.model.papers.issued import IssuedPaper, PaperKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.settings.own_papers import templates_of
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.money import bonus_of
from learnsoc_xlsx.stages.write.papers.papers import papers
from learnsoc_xlsx.stages.write.papers.words.concluded import funding_of
from learnsoc_xlsx.stages.write.run_json.awards import of_verdict
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views.fund.balance import balance_of
from tests.journeys.commune_word import DAY, YEAR, held
from tests.journeys.council_word import ANNUAL
from tests.journeys.paper_word import EVERY, LAID, ON_BLANKS, PUBLIC, ROUND, Papers, met_on_five, of_run
from tests.papers.reading import whole

FOUND = {"Nguyễn Văn An", "Trần Thị Bình", "Lê Thị Cúc", "Phạm Văn Dũng", "Đỗ Thị Em"}

CELL = Place("Danh ba.xlsx", "Văn bản", "E7")


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A commune whose council met on five households."""
    return held(met_on_five(tmp_path_factory.mktemp("met") / "in"))


@pytest.fixture(scope="module")
def proposed(met: Run) -> Run:
    """The same commune, the record laid aside."""
    (met.inbox / LAID).unlink()
    return held(met.inbox)


def heads(made: Papers) -> set[tuple[str, ...]]:
    """What stands at the head of the first page and of the others of a round's papers."""
    return {tuple(head.strip() for head in paper.heads) for name, paper in made.items() if name in ROUND}


def concluded(run: Run, other: Callable[[Decided], Decided]) -> Run:
    """The same run where the council concluded otherwise on whoever it was asked about."""
    verdicts = tuple(replace(one, decided=other(one.decided)) if one.decided else one for one in run.verdicts)
    return replace(run, verdicts=verdicts, decided=tuple(other(one) if one.award else one for one in run.decided))


def of_verdicts(run: Run, other: Callable[[Verdict], Verdict]) -> Run:
    return replace(run, verdicts=tuple(map(other, run.verdicts)))


def of_annual(run: Run, other: Callable[[HeldRound], HeldRound]) -> Run:
    return replace(run, rounds=tuple(other(one) if one.id == ANNUAL else one for one in run.rounds))


def names(paper: list[list[str]]) -> set[str]:
    return {row[1].removeprefix("Hộ gia đình ").partition(" (")[0] for row in paper}


# Drafts


def test_a_meeting_with_too_few_members_leaves_drafts_that_say_so(met: Run, tmp_path: Path) -> None:
    few = replace(met, sittings=tuple(replace(one, present=5, quorum=False) for one in met.sittings))

    made = of_run(few, tmp_path, public=True)

    assert set(made) & ROUND == ROUND
    assert not [name for name in made if name.startswith("18")]
    assert heads(made) == {("DỰ THẢO", "DỰ THẢO")}
    assert "Số thành viên có mặt chưa đủ để Hội đồng họp." in made["12_bien_ban"].lines
    assert made["12_bien_ban"].line("3. Có mặt").startswith("3. Có mặt 5/9 thành viên")
    assert "khen thưởng … trường hợp" in made["12_bien_ban"].line("Hội đồng Thi đua - Khen thưởng nhất trí")
    assert "Cuộc họp chưa đủ thành viên" in made["10_can_xem_truoc"].text


def test_where_it_is_not_known_whether_enough_were_there_the_officer_is_told(met: Run, tmp_path: Path) -> None:
    unknown = replace(met, sittings=tuple(replace(one, present=None, quorum=None) for one in met.sittings))

    made = of_run(unknown, tmp_path)

    assert heads(made) == {("", "")}
    assert "chưa biết cuộc họp có hợp lệ hay không" in made["10_can_xem_truoc"].text


def test_a_draft_lists_whom_the_program_recommends_and_leaves_room_for_the_meeting(
    proposed: Run, tmp_path: Path
) -> None:
    made = of_run(proposed, tmp_path)

    assert names(made["14_quyet_dinh"].listed) == FOUND
    assert names(made["12_bien_ban"].listed) == FOUND | {"Thôn Đoài", "Thôn Hạ", "Trường Tiểu học Tân Học"}
    assert f"ngày … tháng … năm {YEAR}. Địa điểm: …" in made["12_bien_ban"].text
    assert made["12_bien_ban"].line("3. Có mặt").startswith("3. Có mặt …/… thành viên Hội đồng.")
    assert "dự kiến trình" in made["11_to_trinh"].line("Trên cơ sở")
    assert "dự kiến 5 trường hợp, gồm 5 hộ gia đình" in made["01_bao_cao_nam"].text


def test_nothing_is_written_for_the_public_unless_it_is_asked_for(met: Run, tmp_path: Path) -> None:
    assert not PUBLIC & set(of_run(met, tmp_path / "unasked"))
    assert set(of_run(met, tmp_path / "asked", public=True)) >= PUBLIC


@pytest.mark.parametrize(
    "decision",
    [{}, {PaperKind.DECISION: IssuedPaper("215", None, CELL)}, {PaperKind.DECISION: IssuedPaper("", DAY, CELL)}],
    ids=["not told", "without a day", "without a number"],
)
def test_a_round_whose_decision_is_not_signed_is_not_published(
    met: Run, tmp_path: Path, decision: dict[PaperKind, IssuedPaper]
) -> None:
    unsigned = replace(met, rounds=tuple(replace(one, papers=decision) for one in met.rounds))

    made = of_run(unsigned, tmp_path, public=True)

    assert "14_quyet_dinh" in made
    assert not PUBLIC & set(made)


# What is said of those whom it is about


def test_that_nobody_was_awarded_before_is_told_as_the_unit_s_word(met: Run, tmp_path: Path) -> None:
    no = Fact(False, "Đã được khen cho cùng thành tích")
    said_no = [replace(one, credentials=replace(one.credentials, already_awarded=no)) for one in met.verdicts]

    made = of_run(replace(met, verdicts=tuple(said_no)), tmp_path)

    assert "7. Khen thưởng đã nhận: chưa có (theo báo cáo của đơn vị)." in made["13_tom_tat_thanh_tich"].lines


def test_a_condition_cites_its_clause_as_one_of_the_plan(met: Run, tmp_path: Path) -> None:
    made = of_run(met, tmp_path)

    assert "(mục III.1.3.a Kế hoạch, năm 2026)" in made["13_tom_tat_thanh_tich"].line("- Đạt danh hiệu")


def test_a_basis_that_nobody_verified_is_named_before_signing_and_a_verified_one_is_not(
    met: Run, tmp_path: Path
) -> None:
    (held_round,) = [one for one in met.rounds if one.id == ANNUAL]
    lines = of_run(met, tmp_path)["10_can_xem_truoc"].lines

    named = [line for line in lines if line.startswith("- Căn cứ chưa đối chiếu với văn bản gốc: ")]
    assert {one.verified for one in held_round.bases} == {True, False}
    assert [line.partition(": ")[2].partition("; nguồn")[0] for line in named] == [
        one.article for one in held_round.bases if not one.verified
    ]


def test_certificates_on_blanks_are_marked_as_drafts_until_the_council_has_concluded(met: Run, tmp_path: Path) -> None:
    before = of_run(replace(met, sittings=(), decided=()), tmp_path / "before")
    after = of_run(met, tmp_path / "after")

    assert ["DỰ THẢO" in whole(made["16_giay_khen_phoi"].data) for made in (before, after)] == [True, False]


# About nobody


def test_where_the_council_agreed_on_nobody_there_are_minutes_and_no_decision(met: Run, tmp_path: Path) -> None:
    none = concluded(met, lambda one: replace(one, opinion=Opinion.NOT_AGREED))

    made = of_run(none, tmp_path, public=True)

    assert {name for name in made if name[0] == "1"} == {"10_can_xem_truoc", "12_bien_ban"}
    assert "không đề nghị khen thưởng trường hợp nào; không nhất trí 3 trường hợp" in made["12_bien_ban"].text


def test_where_no_award_is_a_giay_khen_or_paid_there_are_no_certificates_and_no_payments(
    met: Run, tmp_path: Path
) -> None:
    praised = concluded(met, lambda one: replace(one, form="Biểu dương", bonus=Bonus(0, "", True)))

    made = of_run(praised, tmp_path)

    assert ROUND - set(made) == {"15_giay_khen", "16_thu_tu_in_phoi", "17_ky_nhan"}
    assert not ON_BLANKS & set(made)
    assert made["14_quyet_dinh"].line("Điều 2.") == "Điều 2. Khen thưởng này không kèm theo tiền thưởng."


def test_a_year_in_which_nobody_is_proposed_and_nobody_met_has_only_its_report(proposed: Run, tmp_path: Path) -> None:
    assert set(of_run(replace(proposed, verdicts=()), tmp_path, public=True)) == {"01_bao_cao_nam"}


def test_a_year_and_a_phase_of_which_nobody_reported_anything_have_no_report(proposed: Run, tmp_path: Path) -> None:
    silent = replace(proposed, figures=(), verdicts=())

    assert "interim-2025" in {one.id for one in silent.rounds}
    assert of_run(silent, tmp_path, public=True) == {}


# Amounts


def test_an_amount_that_could_not_be_reckoned_is_a_blank_and_so_is_every_total(proposed: Run, tmp_path: Path) -> None:
    unknown = Bonus(None, "Chưa có hệ số tiền thưởng.", False)
    run = of_verdicts(proposed, lambda one: replace(one, bonus=unknown) if one.subject == "Nguyễn Văn An" else one)

    made = of_run(run, tmp_path)

    money = {row[1].removeprefix("Hộ gia đình "): row[5] for row in made["14_quyet_dinh"].listed}
    assert money == {name: "…" if name == "Nguyễn Văn An" else "1.140.000" for name in FOUND}
    assert made["14_quyet_dinh"].line("Điều 2.").startswith("Điều 2. Tiền thưởng kèm theo là … đồng, ")
    assert made["14_quyet_dinh"].tables[-1][-1] == ["Cộng: 5 trường hợp", "…"]
    assert made["11_to_trinh"].line("3. Tiền thưởng").startswith("3. Tiền thưởng kèm theo: … đồng.")
    assert made["17_ky_nhan"].tables[1][-1] == ["Cộng: 5 trường hợp", "…", ""]
    assert "Bằng chữ: …" in made["17_ky_nhan"].lines
    assert "đồng" not in made["01_bao_cao_nam"].line(f"Khen thưởng hằng năm {YEAR}").replace("Hội đồng", "")


def test_money_of_an_individual_whose_rounding_alone_is_not_verified_is_doubted_everywhere_alike(
    proposed: Run, tmp_path: Path
) -> None:
    """0,30 of a base pay of 2.340.000 đồng, as on 30/6/2026: rate and pay are verified."""
    bonus = bonus_of(law().bonus(Subject.INDIVIDUAL, date(2026, 6, 30)))
    run = of_verdicts(proposed, lambda one: replace(one, kind=Subject.INDIVIDUAL, bonus=bonus))

    noted = of_run(run, tmp_path)["10_can_xem_truoc"].text
    (book,) = [one for one in WORKBOOKS if one.path == "{year}/Khen_thuong_{year}.xlsx"]
    scope = Scope(Lookup(run), book, YEAR)
    money = [line.verified for line in balance_of(scope).spent]

    assert f"Mức tiền thưởng chưa kiểm chứng: {bonus.basis}." in noted
    assert "0,30 × 2.340.000 đồng" in bonus.basis
    assert money == [False]
    assert all(
        of_verdict(one)["bonus"] == {"amount": 710_000, "basis": bonus.basis, "verified": False} for one in run.verdicts
    )


def test_a_source_of_money_that_the_commune_chose_is_named_and_one_not_chosen_is_said_to_the_officer(
    proposed: Run, tmp_path: Path
) -> None:
    def paid_from_budget(one: HeldRound) -> HeldRound:
        choices = (
            replace(each, chosen=("budget",), local=True) if each.key == "award.household.funding" else each
            for each in one.choices
        )
        return replace(one, choices=tuple(choices))

    chosen = of_run(of_annual(proposed, paid_from_budget), tmp_path / "chosen")
    open_ = of_run(proposed, tmp_path / "open")

    assert chosen["14_quyet_dinh"].line("Điều 2.").endswith("ngân sách nhà nước.")
    assert "ngân sách" not in open_["14_quyet_dinh"].line("Điều 2.")
    assert "Chưa chọn nguồn chi" in open_["10_can_xem_truoc"].text
    assert "Chưa chọn nguồn chi" not in chosen["10_can_xem_truoc"].text


def test_of_two_sources_the_one_out_of_which_somebody_gets_what_is_not_known_has_a_blank(proposed: Run) -> None:
    held = next(one for one in proposed.rounds if one.id == f"annual-{YEAR}")
    (choice,) = [each for each in held.choices if each.key == "award.household.funding"]
    sources = {"household": "budget", "clan": "mobilised"}
    choices = [replace(choice, key=f"award.{kind}.funding", chosen=(source,), local=True) for kind, source in sources.items()]  # fmt: skip
    one = next(one for one in proposed.verdicts if one.proposed and one.award == "household")
    another = replace(one, award="clan", bonus=Bonus(None, "", False))

    paid = funding_of(replace(held, choices=tuple(choices)), [one, another, one])

    assert paid == "ngân sách nhà nước 2.280.000 đồng, tài trợ, đóng góp hợp pháp … đồng"


# The same bytes


def test_the_same_run_gives_the_same_papers_byte_for_byte_on_one_processor_and_on_two(met: Run, tmp_path: Path) -> None:
    of_run(met, tmp_path / "one", public=True)

    with Engine(Runner.PROCESSES, 2).started(100) as work:
        for _ in papers(met, EVERY, SERIES, templates_of(met.inbox), tmp_path / "two", work, public=True):
            pass

    one, two = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.docx")}
        for folder in (tmp_path / "one", tmp_path / "two")
    )
    assert len(one) == 16
    assert one == two
