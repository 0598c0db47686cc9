"""What a run says on the screen when it is done."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.law.council import Decided, Sitting, Standing
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.verdicts import Outcome, Reason
from learnsoc_xlsx.model.papers.issued import IssuedPaper, PaperKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.screen.consolidated import summary, unpublished
from learnsoc_xlsx.stages.award.weigh.facts import NOT_SET
from learnsoc_xlsx.stages.write.write import Written
from tests.commands import learnsoc
from tests.stages.write.a_run import a_run

RUN = a_run(Path("in"))


def lines(run: Run) -> list[str]:
    return list(summary(run, Written((), ())))


def beginning(run: Run, words: str) -> list[str]:
    return [line for line in lines(run) if line.startswith(words)]


def test_who_does_well_in_a_forecast_is_counted_apart_from_those_proposed() -> None:
    likely = replace(next(one for one in RUN.verdicts if one.outcome is Outcome.RECOMMENDED), forecast=True)
    (held,) = [one for one in RUN.rounds if one.id == likely.round]
    forecast = replace(RUN, verdicts=(likely,), rounds=(replace(held, forecast=True),))

    assert beginning(forecast, "Kết quả xét") == ["Kết quả xét: chưa có ai để xét"]
    assert beginning(forecast, "Dự báo") == [f"Dự báo, chưa phải kết quả xét: {held.name}, 1 đang đạt"]


def test_equals_among_whom_the_council_decides_are_counted_as_that() -> None:
    tied = replace(RUN.verdicts[0], outcome=Outcome.RESERVE, tied=True)

    (line,) = beginning(replace(RUN, verdicts=(tied, replace(tied, tied=False))), "Kết quả xét")

    assert line == "Kết quả xét: 1 dự bị, 1 đồng hạng chờ Hội đồng quyết định"


def test_how_many_undecided_wait_for_nothing_but_a_number_that_is_not_set_is_said() -> None:
    unset = Reason("III.1.2.b", "Số sáng kiến", "3", NOT_SET, None)
    unknown = replace(unset, actual="chưa rõ", needed="được công nhận")
    beside = replace(unknown, decides=False)
    undecided = tuple(
        replace(RUN.verdicts[0], outcome=Outcome.UNDECIDED, reasons=reasons)
        for reasons in ((unset, beside), (unset, unknown), (unknown,))
    )
    number = Quantity("award.village.initiatives", None, "", False, False)

    (line,) = beginning(replace(RUN, verdicts=undecided, local_numbers=(number,)), "Số xã chưa đặt")

    assert line == "Số xã chưa đặt ở trang “Ngưỡng” của danh bạ: 1; 1 trong 3 “chưa kết luận” chỉ chờ các số ấy"


def with_papers(run: Run, *names: str) -> list[str]:
    paths = tuple(Path("output/van_ban/2026") / name for name in names)
    return [line for line in summary(run, Written(paths, ())) if "van_ban" in line]


def test_papers_are_counted_by_folder_and_it_is_said_which_are_drafts() -> None:
    held = replace(RUN.rounds[0], id="a", name="Đợt một", named_after=2026, forecast=False)
    other = replace(held, id="b", name="Đợt hai")
    met = Sitting("a", date(2026, 12, 2), "", 9, 8, True, "", "", "", Place("a.xlsx"))
    of_a = Decided("a", "", "", "", "An", None, None, None, None, "", "", Place("a.xlsx"), Standing.APPLIED)
    run = replace(RUN, rounds=(held, other), sittings=(), decided=())

    none, one, both = (
        with_papers(replace(run, rounds=rounds, sittings=sittings, decided=(of_a,)), "11_a.docx", "12_b.docx")
        for rounds, sittings in (((held, other), ()), ((held, other), (met,)), ((held,), (met,)))
    )

    assert none == ["  output/van_ban/2026/  2 văn bản, đều là dự thảo vì Hội đồng chưa kết luận"]
    assert one == ["  output/van_ban/2026/  2 văn bản; còn là dự thảo các văn bản của: Đợt hai"]
    assert both == ["  output/van_ban/2026/  2 văn bản"]
    concluded = replace(run, rounds=(held,), sittings=(met,), decided=(of_a,))
    decision = IssuedPaper("215/QĐ-UBND", date(2026, 12, 5), Place("Danh ba.xlsx"))
    signed = replace(concluded, rounds=(replace(held, papers={PaperKind.DECISION: decision}),))
    assert list(unpublished(signed)) == []
    (why,) = unpublished(concluded)
    assert why.startswith("Đợt một: chưa có thông báo niêm yết, bài phát thanh, vì trang “Văn bản”")
    assert list(unpublished(run)) == ["Chưa có thông báo niêm yết, bài phát thanh: Hội đồng chưa kết luận đợt xét nào."]


def test_to_publish_and_to_write_no_papers_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    ended = learnsoc("consolidate", str(tmp_path), "--out", str(tmp_path / "out"), "--public", "--no-papers")

    assert (ended.returncode, "--public" in ended.stderr) == (2, True)
