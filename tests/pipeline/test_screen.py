"""What a run says on the screen when it is done."""

from dataclasses import replace
from pathlib import Path

from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.verdicts import Outcome, Reason
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.screen.consolidated import summary
from learnsoc_xlsx.stages.award.weigh.facts import NOT_SET
from learnsoc_xlsx.stages.write.write import Written
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
