"""What other choices would change: by award how many, who moves, and which choices differ."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import HeldRound, Verdict
from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.stages.write.changes.changes import Cause, VerdictChange, does_well
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import PERSONAL
from learnsoc_xlsx.stages.write.changes.tried import Tried
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name, expected
from learnsoc_xlsx.stages.write.views.awards.money import UNVERIFIED
from learnsoc_xlsx.stages.write.views.changes.verdicts import movers
from learnsoc_xlsx.stages.write.views.changes.words import sides_said, value_said, where_said

_WHOLE = "Cộng cả đợt"
_COLUMNS = (
    Column("Khen thưởng", 34),
    Column("Đang", 8, Show.COUNT, "Đủ điều kiện, đề nghị xét"),
    Column("Thử", 8, Show.COUNT, "Đủ điều kiện, đề nghị xét"),
    Column("Vào", 7, Show.COUNT, "Đổi"),
    Column("Ra", 7, Show.COUNT, "Đổi"),
    Column("Đang", 13, Show.COUNT, "Tiền thưởng dự kiến (đồng)"),
    Column("Thử", 13, Show.COUNT, "Tiền thưởng dự kiến (đồng)"),
)
_NOTHING = "Không ai đổi kết quả, hạng hay tiền thưởng ở đợt nào."


def tried(scope: Scope, view: View) -> Page:
    """Count by round and award who is proposed now and with the choices tried; rounds in which nothing differs are only named."""
    trial = scope.lookup.tried
    moving = [held for held in scope.lookup.rounds if any(move.about.round == held.id for move in trial.moves)]
    still = [held.name for held in scope.lookup.rounds if held not in moving]
    intro = (_about(trial), *((f"Không đổi: {'; '.join(still)}.",) if still and moving else ()))
    if not moving:
        return Page(view.show, view.sheet, view.title, (), (*intro, _NOTHING), landscape=False)
    rows = [row for held in sorted(moving, key=lambda one: (-one.year, one.id)) for row in _rounds(scope, held, trial)]
    return Page(
        view.show, view.sheet, view.title, (Grid(_COLUMNS, tuple(rows)),), (*intro, UNVERIFIED), landscape=False
    )


def _about(trial: Tried) -> str:
    return (
        f"Thử với tệp “{trial.file}”: {len(trial.taken)} lựa chọn khác danh bạ đang dùng. "
        "Đây chỉ là tính thử: không kết quả nào khác trong thư mục này bị thay đổi."
    )


def _rounds(scope: Scope, held: HeldRound, trial: Tried) -> Iterator[Row]:
    name = f"{held.name} (dự báo, không có tiền thưởng)" if held.forecast else held.name
    yield Row((Cell(name),) + (Cell(),) * (len(_COLUMNS) - 1), Look.SECTION)
    sides = [[one for one in run.verdicts if one.round == held.id] for run in (trial.now, trial.then)]
    moves = [move for move in trial.moves if move.about.round == held.id]
    for award in held.awards:
        own = [[one for one in side if one.award == award] for side in sides]
        if any(own):
            own_moves = [one for one in moves if one.about.award == award]
            yield _row(award_name(scope, award), held, own, own_moves, Look.PLAIN)
    yield _row(_WHOLE, held, sides, moves, Look.TOTAL)


def _row(
    name: str, held: HeldRound, sides: Sequence[Sequence[Verdict]], moves: Sequence[VerdictChange], look: Look
) -> Row:
    proposed = (sum(map(does_well, side)) for side in sides)
    ways = sum(one.enters for one in moves), sum(one.leaves for one in moves)
    return Row((Cell(name), *map(Cell, proposed), *map(Cell, ways), *(expected(held, side) for side in sides)), look)


def tried_movers(scope: Scope, view: View) -> Page:
    """List who moves with the choices tried, and why."""
    return movers(scope, view, scope.lookup.tried.moves, ("Đang", "Thử"), (_about(scope.lookup.tried),))


def tried_choices(scope: Scope, view: View) -> Page:
    """List the choices that differ, and what else differs between the two registers and was not tried."""
    trial = scope.lookup.tried
    parts = (("Lựa chọn khác, đã thử", trial.taken), ("Khác, nhưng không thử", trial.left))
    blocks = tuple(Grid(_SIDES, tuple(_choice(scope, one) for one in causes), name) for name, causes in parts if causes)
    noted = tuple(
        Row((Cell(f"Trang “{one.place.sheet}”, ô {one.place.cell}"), Cell(one.message))) for one in trial.remarks
    )
    remarks = (Grid(_NOTED, noted, "Cần xem ở tệp thử"),) if noted else ()
    return Page(view.show, view.sheet, view.title, (*blocks, *remarks), (_about(trial),), landscape=False)


_NOTED = (Column("Ở đâu trong tệp thử", 40), Column("Nội dung", 34))
_SIDES = (Column("Ở đâu trong danh bạ", 40), Column("Đang", 34), Column("Thử", 34))


def _choice(scope: Scope, cause: Cause) -> Row:
    lookup = scope.lookup
    if cause.field == PERSONAL:
        return Row((Cell(where_said(lookup, cause)), Cell(), Cell(sides_said(lookup, cause))))
    return Row(
        (Cell(where_said(lookup, cause)), *(Cell(value_said(lookup, cause, side)) for side in (cause.was, cause.now)))
    )
