"""The council's records among what came in: which count, in which order, each with its lines at their cells."""

from dataclasses import replace

from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.award.decide.records import BallotLine, CouncilRecord, records_of
from tests.stages.award.decide.record import record
from tests.stages.award.test_nominate import frame

FORMS = Choices("form", (Choice("praise", "Biểu dương"),))
SITTING = Sheet("sitting", "Phiên họp", "", SheetKind.FIXED, (Field("members", "Số thành viên", Kind.COUNT),))
BALLOT = Sheet(
    "ballot", "Biểu quyết", "", SheetKind.LIST,
    (Field("name", "Họ tên", Kind.TEXT), Field("opinion", "Kết luận", Kind.TEXT), Field("form", "Hình thức", Kind.CHOICE, choices=FORMS)),
)  # fmt: skip
SENT = {
    number: Submission(number, f"{number}.xlsx", "", 1, status, Stamp("council", "2026.1", 2026))
    for number, status in ((5, Status.ACCEPTED), (2, Status.ACCEPTED_WITH_FINDINGS), (3, Status.SUPERSEDED))
}
TOPS = {number: Layout(f"{number}.xlsx", "Phiên họp", {"members": "D10"}) for number in SENT}
LISTS = {number: Layout(f"{number}.xlsx", "Biểu quyết", {"name": "C"}) for number in SENT}
LINES = [
    (5, 9, "Lê Văn An", "agreed", "praise"),
    (2, 9, "Trần Thị Bình", None, None),
    (5, 10, None, "later", None),
    (5, 11, "Phạm Văn Cường", "later", "khác"),
]


def sent_in() -> list[CouncilRecord]:
    tops = Table(SITTING, frame([(5, 0, 9), (2, 0, 7), (3, 0, 8)], SITTING), TOPS)
    return records_of([tops, Table(BALLOT, frame(LINES, BALLOT), LISTS)], SENT)


def test_the_records_that_count_come_in_the_order_in_which_they_were_sent() -> None:
    assert [(one.sent.number, one.count("members")) for one in sent_in()] == [(2, 7), (5, 9)]


def test_each_record_has_its_own_lines_with_the_form_as_it_is_called_and_no_line_without_a_name() -> None:
    second, fifth = sent_in()

    assert second.lines == (BallotLine("Trần Thị Bình", 9),)
    assert fifth.lines == (
        BallotLine("Lê Văn An", 9, opinion="agreed", form="Biểu dương"),
        BallotLine("Phạm Văn Cường", 11, opinion="later", form="khác"),
    )
    assert str(fifth.cell("name", fifth.lines[1])) == "5.xlsx › Biểu quyết › C11"


def test_what_was_not_printed_from_a_run_bears_no_fingerprint_of_one() -> None:
    printed = record([], "abc")
    by_hand = replace(printed, sent=replace(printed.sent, stamp=Stamp("council", "2026.1", 2026)))
    without_stamp = replace(printed, sent=replace(printed.sent, stamp=None))

    assert (printed.data, by_hand.data, without_stamp.data) == ("abc", "", "")
