"""The council's sheet: a row a candidate, with room for its decision."""

from collections.abc import Iterator

from learnsoc_xlsx.model.law.verdicts import HeldRound, Verdict
from learnsoc_xlsx.model.report import Block, Cell, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import NO_ROUND, award_name, council_signatures
from learnsoc_xlsx.stages.write.views.awards.standing import about, chosen, look_of, standing

DECISIONS = ("Khen", "Không khen", "Để lại")
_COLUMNS = (
    Column("STT", 5, Show.CENTRE),
    Column("Khen thưởng", 26),
    Column("Đối tượng", 28),
    Column("Đơn vị", 22),
    Column("Kết quả xét", 20),
    Column("Hạng", 6, Show.CENTRE),
    Column("Quyết định của Hội đồng", 14, Show.CENTRE, choices=DECISIONS),
    Column("Lý do", 30),
    Column("Mã", 4, hidden=True),
)
_INTRO = (
    "Cột “Quyết định của Hội đồng”: chọn Khen, Không khen hoặc Để lại; ghi lý do khi khác kết quả xét. "
    "Tệp đã ghi không bị ghi đè: lần chạy sau giữ lại bên cạnh tệp mới, tên có đuôi “_sua_tay”.",
)


def council(scope: Scope, view: View) -> Page | None:
    """List every candidate of every round, with empty cells for what the council decides; None for a forecast, on which it
    decides nothing.
    """
    if any(held.forecast for held in scope.rounds):
        return None
    rows = tuple(row for held in scope.rounds for row in _rows(scope, held))
    if not rows:
        return Page(view.show, view.sheet, view.title, (), (NO_ROUND,))
    blocks: tuple[Block, ...] = (Grid(_COLUMNS, rows), *council_signatures(scope))
    return Page(
        view.show,
        view.sheet,
        view.title,
        blocks,
        (*map(about, scope.rounds), *chosen(scope.rounds), *_INTRO),
        locked=True,
    )


def _rows(scope: Scope, held: HeldRound) -> Iterator[Row]:
    verdicts = scope.verdicts(held)
    if verdicts:
        yield Row((Cell(held.name),) + (Cell(),) * (len(_COLUMNS) - 1), Look.SECTION)
    for number, verdict in enumerate(verdicts, 1):
        yield _row(scope, verdict, number)


def _row(scope: Scope, verdict: Verdict, number: int) -> Row:
    return Row(
        (
            Cell(number),
            Cell(award_name(scope, verdict.award)),
            Cell(verdict.subject),
            Cell(verdict.unit_name),
            Cell(standing(verdict), look=look_of(verdict)),
            Cell("" if verdict.rank is None else str(verdict.rank)),
            Cell(look=Look.ENTRY),
            Cell(look=Look.ENTRY),
            Cell(_code(verdict)),
        )
    )


def _code(verdict: Verdict) -> str:
    """What a row is known by when it comes back; where it was nominated tells two people of one name apart."""
    where = verdict.places[0].cell if verdict.places else ""
    return "|".join((verdict.round, verdict.award, verdict.unit, verdict.subject, where))
