"""What other choices would change: who moves in and out and why, and nothing else in the folder of results."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.law.verdicts import Bonus, Outcome
from learnsoc_xlsx.pipeline.commands.consolidate import try_choices
from learnsoc_xlsx.pipeline.screen.trial import totals
from learnsoc_xlsx.stages.write.changes.changes import Behind, VerdictChange
from learnsoc_xlsx.stages.write.changes.tried import Tried
from learnsoc_xlsx.stages.write.views.awards.groups import expected
from learnsoc_xlsx.stages.write.write import Written
from tests.books import opened
from tests.commands import learnsoc
from tests.journeys.commune_word import DAY, YEAR, household, lay_register, lay_return, nominated
from tests.made_up.register import profile
from tests.made_up.values import Row
from tests.runs import ON_ONE

QUOTA: Row = {"award": "household", "round": "annual", "limit": 1}
THUY, HOA = "Nguyễn Văn Thủy", "Lê Thị Hòa"
ANNUAL = f"annual-{YEAR}"


def register(folder: Path, **rows: Sequence[Row]) -> Path:
    """Lay a register into a folder: one household may be proposed, unless the test says otherwise."""
    lay_register(folder, **{"quotas": [QUOTA], **rows})
    return folder / "Danh ba.xlsx"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A village with two households that may be proposed, of which the quota takes one."""
    folder = tmp_path / "in"
    register(folder)
    rows = [household(THUY, 1960, labour_days=9, ideas=0), household(HOA, 1961, labour_days=6, ideas=0)]
    lay_return(folder, "T01", households=rows, nominations=[nominated(THUY), nominated(HOA)])
    return folder


def tried(inbox: Path, file: Path) -> tuple[Tried, Written]:
    return try_choices(file, inbox, inbox.parent / "out", DAY, ON_ONE)


def move(trial: Tried, subject: str) -> VerdictChange:
    (one,) = [one for one in trial.moves if (one.about.subject, one.about.round) == (subject, ANNUAL)]
    return one


def contents(out: Path) -> dict[str, str]:
    return {
        str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest() for path in out.rglob("*") if path.is_file()
    }


def test_another_quota_takes_in_whom_it_has_room_for_because_of_it(inbox: Path, tmp_path: Path) -> None:
    trial, _ = tried(inbox, register(tmp_path / "other", quotas=[{**QUOTA, "limit": 2}]))

    (choice,) = trial.taken
    assert (choice.sheet, choice.key, choice.was, choice.now) == ("quotas", "household · annual", 1, 2)
    assert [one.about.subject for one in trial.moves if one.enters and one.about.round == ANNUAL] == [HOA]
    assert move(trial, HOA).behind == Behind((choice,))
    assert trial.left == ()


def test_another_number_says_of_whoever_leaves_which_condition_was_needed_and_is(inbox: Path, tmp_path: Path) -> None:
    numbers: list[Row] = [{"key": "award.household.labour", "value": 8, "source": "NQ 5"}]

    trial, written = tried(inbox, register(tmp_path / "other", quotas=[{**QUOTA, "limit": 2}], thresholds=numbers))

    leaves = move(trial, HOA)
    assert (leaves.was and leaves.was.rank, leaves.now and leaves.now.rank) == (2, None)
    (reason,) = leaves.reasons
    assert reason.was
    assert reason.now
    assert (reason.was.met, reason.now.met) == (True, False)
    assert reason.was.actual == reason.now.actual
    assert reason.was.needed != reason.now.needed
    assert "award.household.labour" in [cause.key for cause in leaves.behind.causes]
    page = opened(written.paths[0])["Ai vào, ai ra"]
    (why,) = [str(row[9].value) for row in page.iter_rows() if row[3].value == HOA and "hằng năm" in str(row[1].value)]
    assert "cần một trong: ngày công đóng góp từ 2" in why
    assert "→ cần một trong: ngày công đóng góp từ 8" in why
    assert why.endswith("đạt → chưa đạt.")


def test_a_choice_in_words_is_tried_like_a_number(inbox: Path, tmp_path: Path) -> None:
    rows = [household(THUY, 1960, labour_days=9, ideas=0), household(HOA, 1961, labour_days=9, ideas=0)]
    lay_return(inbox, "T01", households=rows, nominations=[nominated(THUY), nominated(HOA)])
    choices: list[Row] = [{"choice": "award.household.ties", "value": "lấy cả"}]

    trial, _ = tried(inbox, register(tmp_path / "other", choices=choices))

    assert {one.about.subject for one in trial.moves if one.enters and one.about.round == ANNUAL} == {THUY, HOA}
    assert [cause.key for cause in move(trial, HOA).behind.causes] == ["award.household.ties"]


def test_only_its_own_workbook_is_written(inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "2026").mkdir(parents=True)
    (out / "2026" / "Khen_thuong_2026.xlsx").write_text("of the last run")
    (out / "run.json").write_text('{{"outputs": [{{"file": "2026/Khen_thuong_2026.xlsx", "sha256": "{}"}}]}}'.format(sha256(b"of the last run").hexdigest()))  # fmt: skip
    before = contents(out)
    other = register(tmp_path / "other", quotas=[{**QUOTA, "limit": 2}])

    for _ in range(2):
        _, written = tried(inbox, other)

    assert written.paths == (out / "Thu_lua_chon.xlsx",)
    assert {name: digest for name, digest in contents(out).items() if name != "Thu_lua_chon.xlsx"} == before


def test_a_trial_that_somebody_wrote_on_is_kept_beside_the_next(inbox: Path, tmp_path: Path) -> None:
    other = register(tmp_path / "other", quotas=[{**QUOTA, "limit": 2}])
    _, written = tried(inbox, other)
    book = opened(written.paths[0])
    book["Tổng hợp"]["J1"].value = "đã xem"
    book.save(written.paths[0])

    _, again = tried(inbox, other)

    assert [path.name for path in again.kept] == ["Thu_lua_chon_sua_tay.xlsx"]
    assert opened(again.kept[0])["Tổng hợp"]["J1"].value == "đã xem"


def test_what_is_no_choice_is_named_and_not_taken(inbox: Path, tmp_path: Path) -> None:
    other = register(
        tmp_path / "other",
        quotas=[{**QUOTA, "limit": 2}],
        profile=[profile(date(2020, 1, 1), "tỉnh Khác", "Tân Học", "Trần Mẫu Hai")],
    )

    trial, written = tried(inbox, other)

    assert [(cause.sheet, cause.field) for cause in trial.left] == [("profile", "parent_name")]
    assert trial.then.register.profile == trial.now.register.profile
    shown = [[cell.value for cell in row] for row in opened(written.paths[0])["Lựa chọn khác"].iter_rows()]
    assert any("Thông tin xã" in str(row[0]) and "KHÁC" in str(row[2]) for row in shown)


def test_another_word_on_whose_number_it_is_is_no_choice(inbox: Path, tmp_path: Path) -> None:
    numbers: list[Row] = [{"key": f"award.{kind}.labour", "value": 2, "source": "NQ 7"} for kind in ("household", "clan", "citizen")]  # fmt: skip

    with pytest.raises(Refusal, match="nên không có gì để thử"):
        tried(inbox, register(tmp_path / "other", thresholds=numbers))


def test_a_number_tried_that_has_no_effect_is_said_to_have_none(inbox: Path, tmp_path: Path) -> None:
    numbers: list[Row] = [{"key": "bonus.2024.household", "value": 1, "since": 2028}]

    trial, written = tried(inbox, register(tmp_path / "other", thresholds=numbers))

    (remark,) = trial.remarks
    shown = [[cell.value for cell in row] for row in opened(written.paths[0])["Lựa chọn khác"].iter_rows()]
    assert [f"Trang “Ngưỡng”, ô {remark.place.cell}", remark.message] in [row[:2] for row in shown]


def test_a_register_among_the_returns_may_be_tried(inbox: Path) -> None:
    (inbox / "Danh ba.xlsx").rename(inbox / "Danh ba that.xlsx")
    other = register(inbox, quotas=[{**QUOTA, "limit": 2}])

    trial, _ = tried(inbox, other)

    assert move(trial, HOA).enters


def test_the_screen_says_the_totals_in_two_lines(inbox: Path, tmp_path: Path) -> None:
    lines = list(totals(*tried(inbox, register(tmp_path / "other", quotas=[{**QUOTA, "limit": 2}]))))

    assert len(lines) == 2
    assert lines[0].startswith("Thử 1 lựa chọn khác của “Danh ba.xlsx”: đề nghị khen ")
    assert lines[0].endswith("(vào 1, ra 0).")


def test_the_screen_gives_no_sum_where_somebody_s_money_is_not_known_and_counts_not_what_the_level_above_pays(
    inbox: Path, tmp_path: Path
) -> None:
    trial, written = tried(inbox, register(tmp_path / "other", quotas=[{**QUOTA, "limit": 2}]))
    unknown = Bonus(None, "", False)
    verdicts = [replace(one, bonus=unknown) if one.subject == HOA else one for one in trial.then.verdicts]
    above = replace(trial.now.rounds[0], id="above", upward=True)
    proposed = replace(trial.now.verdicts[0], round="above", outcome=Outcome.RECOMMENDED, bonus=unknown)
    now = replace(trial.now, rounds=(*trial.now.rounds, above), verdicts=(*trial.now.verdicts, proposed))

    *_, money = totals(replace(trial, now=now, then=replace(trial.then, verdicts=tuple(verdicts))), written)

    assert "cộng các đợt: 1.140.000 đồng (có mức chưa kiểm chứng) → chưa tính được (thiếu mức thưởng). Ai vào" in money


def test_money_tried_that_is_not_verified_looks_so(inbox: Path, tmp_path: Path) -> None:
    _, written = tried(inbox, register(tmp_path / "other", quotas=[{**QUOTA, "limit": 2}]))

    page = opened(written.paths[0])["Tổng hợp"]

    money = next(row[5:7] for row in page.iter_rows() if row[0].value == "Cộng cả đợt")
    assert [(cell.value, cell.font.i) for cell in money] == [(1_140_000, True), (2_280_000, True)]


def test_a_forecast_and_what_the_level_above_pays_have_no_money_in_a_trial(inbox: Path, tmp_path: Path) -> None:
    trial, _ = tried(inbox, register(tmp_path / "other", quotas=[{**QUOTA, "limit": 2}]))
    held = next(one for one in trial.now.rounds if one.id == ANNUAL)

    shown = [
        expected(one, trial.now.verdicts).value for one in (replace(held, forecast=True), replace(held, upward=True))
    ]

    assert shown == ["", ""]


# A file that cannot be tried


def test_a_file_that_is_no_register_ends_in_one_sentence(inbox: Path) -> None:
    ended = learnsoc(
        "consolidate", str(inbox), "--out", str(inbox.parent / "out"), "--try", str(inbox / f"T01 {YEAR}.xlsx")
    )

    assert ended.returncode == 2
    assert ended.stderr.startswith(f"“{inbox / f'T01 {YEAR}.xlsx'}” không phải danh bạ (mẫu 00)")
    assert not (inbox.parent / "out").exists()


def test_a_file_that_is_not_there_or_holds_nothing_ends_in_one_sentence(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")

    with pytest.raises(Refusal, match="Không có tệp “"):
        tried(inbox, tmp_path / "no.xlsx")
    with pytest.raises(Refusal, match="không phải danh bạ"):
        tried(inbox, tmp_path / "empty.xlsx")


def test_a_register_with_errors_ends_in_its_findings(inbox: Path, tmp_path: Path) -> None:
    numbers: list[Row] = [{"key": "award.houshold.labour", "value": 8}]

    with pytest.raises(Refusal) as refused:
        tried(inbox, register(tmp_path / "other", thresholds=numbers))

    first, second = str(refused.value).splitlines()
    assert first.endswith("còn 1 lỗi. Hãy sửa rồi chạy lại; chưa kết quả nào thay đổi.")
    assert second.startswith("  Danh ba.xlsx › Ngưỡng › B7: ")
    assert "“award.houshold.labour”" in second


def test_a_register_that_chooses_nothing_else_ends_in_one_sentence(inbox: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="nên không có gì để thử"):
        tried(inbox, register(tmp_path / "other"))
