"""What changed since the last run in a folder, and why: each cause seen where it lands."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.changes.changes import Behind, Changes, Ground, VerdictChange, Why
from learnsoc_xlsx.stages.write.changes.figures import figure_changes
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs
from learnsoc_xlsx.stages.write.changes.last_run import recorded_run
from learnsoc_xlsx.stages.write.changes.read_back import figure_of, verdict_of
from learnsoc_xlsx.stages.write.changes.since import changes_since
from learnsoc_xlsx.stages.write.changes.verdicts import verdict_changes
from learnsoc_xlsx.stages.write.run_json.record import record
from learnsoc_xlsx.stages.write.write import write
from tests.books import opened
from tests.journeys.commune_word import DAY, UNITS, YEAR, household, lay_register, lay_return, nominated
from tests.made_up.register import unit
from tests.made_up.values import Row
from tests.runs import run_of

QUOTA: Row = {"award": "household", "round": "annual", "limit": 1}
THUY, HOA = "Nguyễn Văn Thủy", "Lê Thị Hòa"


def village(
    inbox: Path, year: int = YEAR, days: int = 5, heads: Sequence[str] = (THUY, HOA), name: str = "T01"
) -> Path:
    """Lay a village's return: its households, the first with so many days of work, all of them nominated, and an initiative
    for each such day.
    """
    rows = [household(head, 1960 + at, labour_days=days if not at else 6) for at, head in enumerate(heads)]
    initiatives: list[Row] = [{"initiative": f"Sáng kiến {number}"} for number in range(1, days + 1)]
    nominations = [nominated(head) for head in heads]
    return lay_return(inbox, name, year, households=rows, initiatives=initiatives, nominations=nominations)


def laid(folder: Path, **rows: Sequence[Row]) -> Path:
    inbox = folder / "in"
    lay_register(inbox, **{"quotas": [QUOTA], **rows})
    return inbox


def held(inbox: Path, day: date = DAY) -> Run:
    return run_of(inbox, day)


def after(run: Run, out: Path) -> Changes | None:
    """What differs between the run that is recorded in OUT and this one, which is recorded then."""
    out.mkdir(exist_ok=True)
    record(run, {}, {}, out / "fresh.json", out)
    changes = changes_since(out / "run.json", run, out / "fresh.json")
    (out / "fresh.json").replace(out / "run.json")
    return changes


def between(inbox: Path, out: Path) -> Changes:
    """What differs between the run that is recorded in OUT and one of INBOX as it is now."""
    changes = after(held(inbox), out)
    assert changes is not None
    return changes


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run that is only looked at."""
    inbox = laid(tmp_path_factory.mktemp("once"))
    village(inbox)
    return held(inbox)


def spoilt(run: Run, out: Path, spoil: Callable[[str], str]) -> Changes:
    """What differs between a run, whose record in OUT was spoilt, and the same run."""
    after(run, out)
    text = (out / "run.json").read_text(encoding="utf-8")
    (out / "run.json").write_text(spoil(text), encoding="utf-8")
    changes = after(run, out)
    assert changes is not None
    return changes


def causes(behind: Behind) -> list[tuple[Why, str]]:
    return [(cause.why, cause.file or cause.key) for cause in behind.causes]


def verdict(changes: Changes, subject: str, round_id: str = f"annual-{YEAR}") -> VerdictChange:
    (one,) = [one for one in changes.verdicts if (one.about.subject, one.about.round) == (subject, round_id)]
    return one


def test_a_late_correction_of_2024_is_seen_where_it_lands_in_phase_1(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    for year in (2024, 2025):
        village(inbox, year)
    after(held(inbox), out)
    village(inbox, 2024, days=9)

    changes = between(inbox, out)

    of_2024 = [(Why.CHANGED_RETURN, "T01 2024.xlsx")]
    sums = {(one.now.scope, one.now.period): one for one in changes.figures if one.now and one.now.indicator == "initiatives"}  # fmt: skip
    assert {key for key in sums if key[0] in ("unit", "commune")} == {
        (scope, period) for scope in ("unit", "commune") for period in ("2024", "phase-1")
    }
    assert [(one.was and one.was.value, one.now and one.now.value) for one in (sums["commune", "phase-1"],)] == [
        (10, 14)
    ]
    assert all(causes(one.behind) == of_2024 for one in sums.values())
    interim = verdict(changes, THUY, "interim-2025")
    assert interim.was
    assert interim.now
    assert interim.was.keys != interim.now.keys
    assert causes(interim.behind) == of_2024
    assert not [one for one in changes.verdicts if one.about.round == "annual-2025"]


def test_figures_that_leave_with_a_level_above_are_not_blamed_on_a_return_that_was_mended_meanwhile(
    tmp_path: Path,
) -> None:
    district: Row = {"id": "H01", "kind": "district", "name": "Huyện Hồng Lạc"}
    under, alone = unit("X01", "commune", "Xã Tân Học", parent="H01"), unit("X01", "commune", "Xã Tân Học", parent=None)
    below = [unit(name, kind, called) for name, (kind, called) in UNITS.items()]
    inbox, out = laid(tmp_path, units=[district, under, *below]), tmp_path / "out"
    village(inbox, name="T01")
    village(inbox, name="T02", heads=("Trần Văn Nam",))
    after(held(inbox), out)
    village(inbox, days=9, name="T01")
    laid(tmp_path, units=[alone, *below])

    changes = between(inbox, out)

    gone = [one for one in changes.figures if one.was and one.was.scope == "district" and one.was.reported > 1]
    assert gone
    assert not any(cause.unit for one in gone for cause in one.behind.causes)
    assert {cause.key for one in gone for cause in one.behind.causes} == {"X01", "H01"}
    (sums,) = [one for one in changes.figures if one.now and (one.now.indicator, one.now.scope, one.now.period) == ("initiatives", "commune", str(YEAR))]  # fmt: skip
    assert causes(sums.behind) == [(Why.CHANGED_RETURN, f"T01 {YEAR}.xlsx")]


def test_a_register_that_asks_something_more_and_says_nothing_to_it_has_not_changed(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    book = opened(inbox / "Danh ba.xlsx")
    page = book["Cài đặt"]
    (asked,) = [cell for row in page.iter_rows() for cell in row if cell.value == "Báo cáo từ năm"]
    for cell in list(page[asked.row]):
        cell.value = None
    book.save(inbox / "Danh ba.xlsx")
    after(held(inbox), out)
    laid(tmp_path)

    changes = between(inbox, out)

    assert [(cause.sheet, cause.key) for cause in changes.causes if cause.why is Why.REGISTER] == []


def test_another_quota_in_the_register_is_named_with_what_it_was_and_is(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    village(inbox, days=9)
    after(held(inbox), out)
    laid(tmp_path, quotas=[{**QUOTA, "limit": 2}])

    changes = between(inbox, out)

    (cause,) = changes.causes
    assert (cause.why, cause.sheet, cause.key, cause.field) == (Why.REGISTER, "quotas", "household · annual", "limit")
    assert (cause.was, cause.now) == (1, 2)
    assert changes.figures == ()
    enters = verdict(changes, HOA)
    assert enters.enters
    assert not enters.reasons
    assert enters.behind == Behind((cause,))


def test_a_unit_more_in_the_register_is_why_a_report_more_is_due(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    village(inbox)
    after(held(inbox), out)
    units = [
        unit("X01", "commune", "Xã Tân Học", parent=None),
        *(unit(name, kind, called) for name, (kind, called) in (UNITS | {"T03": ("village", "Thôn Ba")}).items()),
    ]
    laid(tmp_path, units=units, quotas=[{**QUOTA, "limit": 2}])

    changes = between(inbox, out)

    (due,) = [one for one in changes.figures if one.now and (one.now.indicator, one.now.scope, one.now.period) == ("initiatives", "commune", str(YEAR))]  # fmt: skip
    assert (due.was and due.was.expected, due.now and due.now.expected) == (3, 4)
    assert {cause.sheet for cause in due.behind.causes} == {"units"}
    assert "T03" in {cause.key for cause in due.behind.causes}


def test_who_is_ranked_anew_because_of_another_is_told_so(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    village(inbox, days=9)
    village(inbox, days=3, heads=("Trần Văn Sơn",), name="T02")
    after(held(inbox), out)
    village(inbox, days=12, heads=("Trần Văn Sơn",), name="T02")

    changes = between(inbox, out)

    assert verdict(changes, "Trần Văn Sơn").enters
    leaves = verdict(changes, THUY)
    assert leaves.leaves
    assert (leaves.behind.ground, causes(leaves.behind)) == (
        Ground.RANKING,
        [(Why.CHANGED_RETURN, f"T02 {YEAR}.xlsx")],
    )


def test_a_withdrawn_file_takes_its_figures_and_its_candidates_away(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    path = village(inbox)
    village(inbox, heads=("Trần Văn Sơn",), name="T02")
    after(held(inbox), out)
    path.unlink()

    changes = between(inbox, out)

    gone = [(Why.WITHDRAWN_RETURN, path.name)]
    assert [(cause.why, cause.file) for cause in changes.causes] == gone
    assert verdict(changes, HOA).now is None
    assert causes(verdict(changes, HOA).behind) == gone
    assert {tuple(causes(one.behind)) for one in changes.figures} == {tuple(gone)}


def test_a_new_file_is_a_new_return_and_brings_its_findings(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    village(inbox)
    after(held(inbox), out)
    path = village(inbox, heads=("Trần Văn Sơn",), name="T02", days=-1)

    changes = between(inbox, out)

    new = [(Why.NEW_RETURN, path.name)]
    assert [(cause.why, cause.file) for cause in changes.causes] == new
    found_there = [one for one in changes.findings if one.now and one.now.place.file == path.name]
    assert found_there
    assert all(one.was is None and causes(one.behind) == new for one in found_there)


def test_the_same_content_under_another_name_is_no_change(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    path = village(inbox)
    after(held(inbox), out)
    path.rename(inbox / "bao cao thon Doai.xlsx")

    changes = between(inbox, out)

    assert not changes.is_worth_a_file
    assert not changes.causes


def test_a_return_that_lay_there_and_counts_no_more_says_why(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    path = village(inbox)
    after(held(inbox), out)

    changes = after(held(inbox, date(YEAR, 11, 1)), out)

    assert changes is not None
    assert [cause.why for cause in changes.causes] == [Why.COUNTS_NO_MORE, Why.DAY]
    assert changes.causes[0].file == path.name
    assert changes.causes[0].now


def test_what_is_said_of_persons_changes_in_the_register_without_being_repeated(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    village(inbox)
    after(held(inbox), out)
    book = opened(inbox / "Danh ba.xlsx")
    (cell,) = [cell for row in book["Đơn vị"].iter_rows() for cell in row if cell.value == "T01@vi-du.invalid"]
    cell.value = "thon-doai@vi-du.invalid"
    book.save(inbox / "Danh ba.xlsx")

    changes = between(inbox, out)

    assert [(cause.sheet, cause.key, cause.was, cause.now) for cause in changes.causes] == [("units", "T01", "", "")]
    assert "thon-doai@" not in json.dumps(json.loads((out / "run.json").read_text(encoding="utf-8"))["register"])


def test_of_many_rows_that_bear_one_key_only_the_new_one_is_named(tmp_path: Path) -> None:
    decision: Row = {"number": "1/QĐ", "decided_on": DAY, "issuer": "UBND xã", "year": YEAR, "title": "learning_family"}
    names: list[Row] = [{**decision, "unit": "T01", "name": head} for head in (HOA, THUY)]
    inbox, out = laid(tmp_path, recognitions=names[:1]), tmp_path / "out"
    village(inbox)
    after(held(inbox), out)
    laid(tmp_path, recognitions=names[::-1])

    changes = between(inbox, out)

    (cause,) = [cause for cause in changes.causes if cause.sheet == "recognitions"]
    assert (cause.field, cause.was) == ("", None)
    assert "1/QĐ" in str(cause.now)
    assert {one.about.subject for one in changes.verdicts} == {THUY}
    assert cause in verdict(changes, THUY).behind.causes


def test_another_text_of_the_law_and_another_program_are_causes(once: Run, tmp_path: Path) -> None:
    text = once.texts[0]

    changes = spoilt(
        once, tmp_path, lambda told: told.replace(text.sha256, "0" * 64).replace('"version": "', '"version": "0.1.')
    )

    assert [(cause.why, cause.key) for cause in changes.causes] == [(Why.PROGRAM, ""), (Why.LAW, text.name)]
    assert not changes.is_worth_a_file


DECIDED = {
    "round": f"annual-{YEAR}", "award": "household", "unit": "T01", "subject": HOA, "decision": "agreed", "votes_for": 7,
    "votes_against": 0, "form": "giấy khen", "state": "applied", "bonus": None, "file": "Hoi dong.xlsx", "sheet": "Kết quả",
    "cell": "B8",
}  # fmt: skip
"""What the last run had read of the council."""


@pytest.mark.parametrize(("more", "is_law"), [((), True), ((2025,), False)])
def test_a_year_more_in_a_phase_is_not_blamed_on_another_text_of_the_law(
    more: tuple[int, ...], is_law: bool, tmp_path: Path
) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    village(inbox, 2024)
    run = held(inbox)
    after(run, out)
    recorded = (out / "run.json").read_text(encoding="utf-8").replace(run.texts[0].sha256, "0" * 64)
    otherwise = recorded if more else re.sub(r'"met":true,"needed":"[^"]*"', '"met":false,"needed":"khác"', recorded)
    (out / "run.json").write_text(otherwise, encoding="utf-8")
    for year in more:
        village(inbox, year)

    changes = between(inbox, out)

    why = {cause.why for cause in verdict(changes, THUY, "interim-2025").behind.causes}
    assert (Why.LAW in why, Why.NEW_RETURN in why) == (is_law, bool(more))


def test_a_conclusion_of_the_council_that_is_there_no_more_is_seen(once: Run, tmp_path: Path) -> None:
    decided = json.dumps(DECIDED, ensure_ascii=False)

    changes = spoilt(
        once, tmp_path, lambda told: told.replace('"figures": ', f'"decided": [\n{decided}\n],\n"figures": ')
    )

    assert [(one.was, one.now) for one in changes.decisions] == [(DECIDED, None)]
    assert changes.verdicts == ()
    assert changes.is_worth_a_file


# What cannot be compared


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda _: "no json",
        lambda text: text[: len(text) // 2],
        lambda text: json.dumps(json.loads(text), indent=1),
        lambda text: text.replace('"as_of": "', '"as_of": "?'),
        lambda text: text.replace('"found":', '"find":'),
        lambda text: text.replace('{"also":', '{{"also":'),
        lambda text: text.replace('"round":"', '"round":7,"of":"'),
        lambda text: text.replace('"period":"', '"period":{},"of":"'),
    ],
)  # fmt: skip
def test_a_damaged_record_is_one_sentence(once: Run, tmp_path: Path, spoil: Callable[[str], str]) -> None:
    changes = spoilt(once, tmp_path, spoil)

    broken = "Không so sánh được với lần chạy trước: tệp run.json của lần ấy bị hỏng hoặc đã có người sửa."
    assert changes.refusal == broken
    assert changes.is_worth_a_file


def test_the_record_of_an_older_version_that_lacks_what_is_needed_is_one_sentence(once: Run, tmp_path: Path) -> None:
    changes = spoilt(
        once,
        tmp_path,
        lambda told: told.replace('"verdicts": ', '"results": ').replace('"version": "', '"version": "0.1.'),
    )

    assert changes.refusal.startswith("Không so sánh được với lần chạy trước: lần ấy do phiên bản 0.1.")


def test_the_record_of_a_version_that_kept_no_register_is_compared_and_says_so(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    village(inbox, days=9)
    run = held(inbox)
    after(run, out)
    text = (out / "run.json").read_text(encoding="utf-8")
    (out / "run.json").write_text(text.replace('"register": ', '"rows": ').replace('"law": ', '"texts": '))
    laid(tmp_path, quotas=[{**QUOTA, "limit": 2}])

    changes = between(inbox, out)

    assert changes.note.startswith("Lần chạy trước chưa ghi nội dung danh bạ")
    assert [(cause.why, cause.sheet) for cause in changes.causes] == [(Why.REGISTER, "")]
    assert verdict(changes, HOA).behind == Behind(changes.causes, Ground.MAYBE)


def test_the_run_of_another_commune_and_of_the_sample_is_one_sentence(once: Run, tmp_path: Path) -> None:
    real = replace(once, sample=False)
    after(replace(once, sample=True), tmp_path)

    sample = after(real, tmp_path)
    foreign = spoilt(
        real, tmp_path, lambda told: told.replace('"id":"X01"', '"id":"X99"').replace("Xã Tân Học", "Xã Khác")
    )

    assert sample is not None
    assert sample.refusal == "Lần chạy trước trong thư mục này là số liệu mẫu của xã hư cấu, nên không so sánh."
    assert (
        foreign.refusal == "Lần chạy trước trong thư mục này là của Xã Khác, không phải của xã này, nên không so sánh."
    )


def test_what_a_run_records_reads_back_as_what_it_was(once: Run, tmp_path: Path) -> None:
    record(once, {}, {}, tmp_path / "run.json", tmp_path)

    recorded = recorded_run(tmp_path / "run.json")

    assert recorded
    verdicts, figures = recorded.entries("verdicts", verdict_of), recorded.entries("figures", figure_of)
    assert verdicts
    assert figures
    assert verdict_changes(verdicts, once.verdicts, Inputs()) == ()
    assert list(figure_changes(figures, once.figures, Inputs())) == []


# The file


def picture(out: Path, run: Run) -> Path:
    """Write a run, of its workbooks only those of the whole run."""
    write(run, [workbook for workbook in WORKBOOKS if workbook.span == "run"], out)
    return out / "Thay_doi.xlsx"


def test_the_first_run_writes_no_file_a_change_does_and_an_unchanged_run_leaves_it(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    village(inbox)
    first = picture(out, held(inbox)).exists()
    former = (out / "run.json").read_bytes()
    village(inbox, days=9)

    changed = picture(out, held(inbox)).read_bytes()
    unchanged = picture(out, held(inbox)).read_bytes()

    assert not first
    assert unchanged == changed
    page = opened(changed)["Thay đổi"]
    shown = "".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None).replace(
        "\n", ""
    )
    assert hashlib.sha256(former).hexdigest() in shown
    assert hashlib.sha256((out / "run.json").read_bytes()).hexdigest() in shown
    assert "Thay_doi" not in (out / "run.json").read_text(encoding="utf-8")
    assert opened(changed)["Kết quả xét"]["D7"].value in (THUY, HOA)


def test_a_picture_that_somebody_wrote_on_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    inbox, out = laid(tmp_path), tmp_path / "out"
    for days in (5, 9):
        village(inbox, days=days)
        path = picture(out, held(inbox))
    book = opened(path)
    book["Thay đổi"]["F1"].value = "đã xem"
    book.save(path)
    village(inbox, days=7)

    picture(out, held(inbox))
    village(inbox, days=8)
    picture(out, held(inbox))

    assert opened(out / "Thay_doi_sua_tay.xlsx")["Thay đổi"]["F1"].value == "đã xem"
    assert sorted(file.name for file in out.iterdir()) == [
        "Kiem_tra.xlsx",
        "Thay_doi.xlsx",
        "Thay_doi_sua_tay.xlsx",
        "findings.jsonl",
        "run.json",
    ]


def test_where_runs_cannot_be_compared_the_file_says_so_in_one_sentence(once: Run, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("no json")

    shown = [str(row[0].value) for row in opened(picture(tmp_path, once))["Thay đổi"].iter_rows()]

    assert sum(line.startswith("Không so sánh được") for line in shown) == 1
