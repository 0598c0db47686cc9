"""Ballot: what the council votes on, one line a question, with room for the count of hands."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.report import Block, Cell, Column, Grid, Look, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name, council_signatures, expected
from learnsoc_xlsx.stages.write.views.awards.money import UNVERIFIED
from learnsoc_xlsx.stages.write.views.awards.pack.who import in_short

_COLUMNS = (
    Column("STT", 5, Show.CENTRE),
    Column("Nội dung xin ý kiến Hội đồng", 76),
    Column("Số trường hợp", 8, Show.COUNT),
    Column("Tiền thưởng (đồng)", 12, Show.COUNT),
    Column("Nhất trí", 9, Show.CENTRE),
    Column("Không nhất trí", 9, Show.CENTRE),
    Column("Xem xét sau", 9, Show.CENTRE),
)
_INTRO = (
    "Số thành viên Hội đồng: ………  Có mặt: ………  Ghi số phiếu vào ba cột cuối; kết luận từng trường hợp ghi vào tệp Hoi_dong.",
    UNVERIFIED,
)


def ballot(scope: Scope, view: View) -> Page | None:
    """List what the council is asked; None for a forecast, and where there is nothing to ask."""
    rounds = [held for held in scope.rounds if not held.forecast]
    rows = [row for held in rounds for row in _of_round(scope, held)]
    if not rows:
        return None
    rows = [*_rules_first(rounds), *rows]
    numbered = tuple(Row((Cell(number), *row.cells[1:]), row.look) for number, row in enumerate(rows, 1))
    blocks: tuple[Block, ...] = (Grid(_COLUMNS, numbered), *council_signatures(scope))
    return Page(view.show, view.sheet, view.title, blocks, _INTRO)


def _rules_first(rounds: Sequence[HeldRound]) -> Iterator[Row]:
    """Whether the council agrees to the rules that the commune has not chosen itself."""
    left = {choice.key for held in rounds for choice in held.choices if not choice.local}
    if left:
        words = f"Cách xét và nguồn chi tiền thưởng: {len(left)} điểm xã chưa chọn, tạm theo mặc định, nêu ở từng nhóm."
        yield Row((Cell(0), Cell(words), Cell(""), Cell(""), *(Cell(look=Look.ENTRY),) * 3))


def _of_round(scope: Scope, held: HeldRound) -> Iterator[Row]:
    for award in held.awards:
        own = [verdict for verdict in scope.verdicts(held) if verdict.award == award]
        yield from _of_award(scope, held, award_name(scope, award), own)


def _of_award(scope: Scope, held: HeldRound, name: str, verdicts: Sequence[Verdict]) -> Iterator[Row]:
    listed = [verdict for verdict in verdicts if verdict.outcome is Outcome.RECOMMENDED]
    if listed:
        words = (
            f"Đề nghị cấp trên khen “{name}”, danh sách ở trang “Đề nghị cấp trên”."
            if held.upward
            else f"{held.form_of(listed[0].award).name} “{name}”, danh sách đề nghị ở trang của nhóm ({held.name})."
        )
        yield _question(words, listed, held)
    tied = [verdict for verdict in verdicts if verdict.tied]
    if tied:
        names = "; ".join(in_short(scope, verdict) for verdict in tied)
        yield _question(f"“{name}”: chọn trong số đồng hạng ở ngưỡng số lượng: {names}.", tied, held)
    for verdict in verdicts:
        if verdict.outcome is Outcome.UNDECIDED:
            above = " (đề nghị cấp trên)" if held.upward else ""
            words = f"“{name}”{above}: {in_short(scope, verdict)} còn thiếu thông tin; xét khi bổ sung đủ."
            yield _question(words, [verdict], held)


def _question(words: str, verdicts: Sequence[Verdict], held: HeldRound) -> Row:
    paid = expected(held, verdicts) if any(verdict.proposed for verdict in verdicts) else Cell("")
    return Row((Cell(0), Cell(words), Cell(len(verdicts)), paid, *(Cell(look=Look.ENTRY),) * 3))
