"""Counts: how many of each award are proposed or stand otherwise, what they cost, and how many there were a year before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Row, Show
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name, expected

_Counted = tuple[str, Callable[[Verdict], bool]]
_STANDINGS: tuple[_Counted, ...] = (
    ("Đề nghị xét", lambda verdict: verdict.outcome is Outcome.RECOMMENDED),
    ("Đồng hạng, Hội đồng quyết định", lambda verdict: verdict.tied),
    ("Đủ điều kiện, ngoài số lượng", lambda verdict: verdict.outcome is Outcome.RESERVE and not verdict.tied),
    ("Cần bổ sung thông tin", lambda verdict: verdict.outcome is Outcome.UNDECIDED),
    ("Tạm thời chưa xét", lambda verdict: verdict.outcome is Outcome.ON_HOLD),
    ("Chưa đủ điều kiện", lambda verdict: verdict.outcome is Outcome.NOT_ELIGIBLE),
)
_FORECAST = "Dự báo đạt"
_COLUMNS = (
    Column("Nhóm đối tượng", 50),
    *(Column(name, 12, Show.COUNT) for name, _ in _STANDINGS),
    Column("Cộng", 9, Show.COUNT),
    Column("Tiền thưởng dự kiến (đồng)", 16, Show.COUNT),
)
_CHANGE = Column("Tăng, giảm", 8, Show.CHANGE)


def counts(scope: Scope, held: HeldRound) -> Grid:
    """Count the verdicts of a round by award; beside them those of the same round a year before, where one was held."""
    before = _year_before(scope, held)
    name, first, *others = _COLUMNS
    columns = (name, replace(first, heading=_FORECAST) if held.forecast else first, *others)
    beside = (Column(f"Năm {before.year}: đề nghị", 9, Show.COUNT), _CHANGE) if before else ()
    return Grid((*columns, *beside), tuple(_rows(scope, held, before)))


def _rows(scope: Scope, held: HeldRound, before: HeldRound | None) -> Iterator[Row]:
    for award in held.awards:
        earlier = _of(scope, before, award) if before else None
        yield _row(award_name(scope, award), held, _of(scope, held, award), earlier)
    earlier = scope.verdicts(before) if before else None
    yield _row("Tổng cộng", held, scope.verdicts(held), earlier, Look.TOTAL)


def _of(scope: Scope, held: HeldRound, award: str) -> list[Verdict]:
    return [verdict for verdict in scope.verdicts(held) if verdict.award == award]


def _row(
    name: str,
    held: HeldRound,
    verdicts: Sequence[Verdict],
    before: Sequence[Verdict] | None,
    look: Look = Look.PLAIN,
) -> Row:
    standings = [sum(map(stands, verdicts)) for _, stands in _STANDINGS]
    whole = f"=SUM(B{{row}}:{column_letter(len(standings))}{{row}})"
    earlier = None if before is None else sum(verdict.outcome is Outcome.RECOMMENDED for verdict in before)
    beside = () if earlier is None else (Cell(earlier), Cell(standings[0] - earlier))
    cells = (Cell(name), *map(Cell, standings), Cell(len(verdicts), formula=whole), expected(held, verdicts), *beside)
    return Row(cells, look)


def _year_before(scope: Scope, held: HeldRound) -> HeldRound | None:
    """The same round a year before; none for one over a phase, or where none was held."""
    same = (other for other in scope.lookup.rounds if other.declared == held.declared and not other.phase)
    return next((other for other in same if other.year == held.year - 1), None)
