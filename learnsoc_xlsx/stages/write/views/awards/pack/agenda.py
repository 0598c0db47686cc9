"""Agenda: one page for the council's chairman: how many are proposed, what it costs, what differs, what is still open."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from learnsoc_xlsx.model.law.verdicts import HeldRound, OpenPoint, Outcome, Verdict
from learnsoc_xlsx.model.report import Block, Cell, Column, Grid, Look, Notes, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import NO_ROUND, award_name
from learnsoc_xlsx.stages.write.views.awards.pack.who import in_short
from learnsoc_xlsx.stages.write.views.awards.standing import about, doubled
from learnsoc_xlsx.vietnamese.dates import format_date

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
    Column("Khen thưởng", 34),
    *(Column(name, 10, Show.COUNT) for name, _ in _STANDINGS),
    Column("Cộng", 8, Show.COUNT),
    Column("Tiền thưởng dự kiến (đồng)", 14, Show.COUNT),
    Column("Năm trước: đề nghị", 9, Show.COUNT),
    Column("Tăng, giảm", 8, Show.CHANGE),
)
_MOST_NAMED = 12
"""How many subjects a line names; a longer line counts them and leads to where they are listed."""


def agenda(scope: Scope, view: View) -> Page:
    """Tell the council in one page what lies before it."""
    if not scope.rounds:
        return Page(view.show, view.sheet, view.title, (), (NO_ROUND,))
    rounds = [held for held in scope.rounds if not held.upward]
    verdicts = [verdict for held in rounds for verdict in scope.verdicts(held)]
    notes = (
        Notes(tuple(_open(scope, verdicts)), "Cần làm rõ trước khi họp"),
        Notes((*_above(scope), *doubled(verdicts), *_rules(rounds)), "Cần biết"),
    )
    table = (Grid(_columns(rounds), tuple(_rows(scope, rounds))),) if rounds else ()
    blocks: tuple[Block, ...] = (*table, *(note for note in notes if note.lines))
    return Page(view.show, view.sheet, view.title, blocks, tuple(map(about, rounds)), spare=True)


def _columns(rounds: Sequence[HeldRound]) -> tuple[Column, ...]:
    """The columns; in a forecast nobody is proposed, those who do well are foreseen."""
    name, first, *others = _COLUMNS
    return (name, replace(first, heading=_FORECAST), *others) if rounds[0].forecast else _COLUMNS


def _rows(scope: Scope, rounds: Sequence[HeldRound]) -> Iterator[Row]:
    for held in rounds:
        before = _year_before(scope, held)
        if len(rounds) > 1:
            yield Row((Cell(held.name),) + (Cell(),) * (len(_COLUMNS) - 1), Look.SECTION)
        for award in held.awards:
            earlier = _of(scope, before, award) if before else None
            yield _row(award_name(scope, award), _of(scope, held, award), earlier, held)
    own = [verdict for held in rounds for verdict in scope.verdicts(held)]
    former = [_year_before(scope, held) for held in rounds]
    all_before = None if None in former else [one for held in former if held for one in scope.verdicts(held)]
    yield _row("Tổng cộng", own, all_before, rounds[0], Look.TOTAL)


def _of(scope: Scope, held: HeldRound, award: str) -> list[Verdict]:
    return [verdict for verdict in scope.verdicts(held) if verdict.award == award]


def _row(
    name: str,
    verdicts: Sequence[Verdict],
    before: Sequence[Verdict] | None,
    held: HeldRound,
    look: Look = Look.PLAIN,
) -> Row:
    counts = [sum(map(stands, verdicts)) for _, stands in _STANDINGS]
    first, last = "B", "BCDEFGHIJ"[len(_STANDINGS) - 1]
    earlier = None if before is None else sum(verdict.outcome is Outcome.RECOMMENDED for verdict in before)
    return Row(
        (
            Cell(name),
            *map(Cell, counts),
            Cell(len(verdicts), formula=f"=SUM({first}{{row}}:{last}{{row}})"),
            money(verdicts, held),
            Cell("" if earlier is None else earlier),
            Cell("" if earlier is None else counts[0] - earlier),
        ),
        look,
    )


def money(verdicts: Sequence[Verdict], held: HeldRound) -> Cell:
    """The sum of the bonuses of those proposed, in đồng; none in a forecast, and not known where one is not."""
    if held.forecast:
        return Cell("")
    amounts = [verdict.bonus.amount for verdict in verdicts if verdict.proposed and verdict.bonus]
    reckoned = [amount for amount in amounts if amount is not None]
    return Cell(sum(reckoned) if len(reckoned) == len(amounts) else None)


def _year_before(scope: Scope, held: HeldRound) -> HeldRound | None:
    """The same round a year before; none for one over a phase, or where none was held."""
    same = (other for other in scope.lookup.rounds if other.declared == held.declared and not other.phase)
    return next((other for other in same if other.year == held.year - 1), None)


# What is still open


def _open(scope: Scope, verdicts: Sequence[Verdict]) -> Iterator[str]:
    for point, words in (
        (OpenPoint.RECOGNITION, "Danh hiệu chưa khớp tiêu chí, cần kiểm tra quyết định công nhận"),
        (OpenPoint.CONFIRMATION, "Chưa xác nhận việc kỷ luật, thanh tra, khiếu nại hoặc đã được khen"),
    ):
        asked = [
            verdict
            for verdict in verdicts
            if verdict.outcome in (Outcome.RECOMMENDED, Outcome.RESERVE, Outcome.UNDECIDED)
            and any(reason.open is point for reason in verdict.reasons)
        ]
        if asked:
            yield f"{words}: {_named(scope, asked)}."
    undecided = [verdict for verdict in verdicts if verdict.outcome is Outcome.UNDECIDED]
    if undecided:
        yield f"Cần bổ sung thông tin mới kết luận được: {_named(scope, undecided)}."
    yield from _owed(scope)


def _named(scope: Scope, verdicts: Sequence[Verdict]) -> str:
    names = list(dict.fromkeys(in_short(scope, verdict) for verdict in verdicts))
    if len(names) <= _MOST_NAMED:
        return f"{len(names)} ({'; '.join(names)})"
    return f"{len(names)} trường hợp, nêu ở tệp căn cứ, trang “Cần xác nhận”"


def _owed(scope: Scope) -> Iterator[str]:
    """Who owes a report of the years looked at, and how many numbers the commune has not set."""
    years = {year for held in scope.rounds for year in held.years}
    states = (("missing", "chưa gửi báo cáo"), ("unread", "đã gửi nhưng chưa đọc được"), ("late", "nộp muộn"))
    for state, words in states:
        gaps = [gap for gap in scope.whole.missing if gap.state == state and gap.year in years]
        if gaps:
            names = "; ".join(
                f"{scope.lookup.name(gap.unit)} (năm {gap.year}, hạn {format_date(gap.due)})"
                for gap in gaps[:_MOST_NAMED]
            )
            more = f" và {len(gaps) - _MOST_NAMED} báo cáo khác" if len(gaps) > _MOST_NAMED else ""
            yield f"Đơn vị {words}: {names}{more}."
    unset = [number for number in scope.whole.local_numbers if number.value is None]
    if unset:
        yield f"Xã chưa đặt {len(unset)} con số kế hoạch để mở (trang “Ngưỡng” của danh bạ)."


def _above(scope: Scope) -> Iterator[str]:
    """How many are proposed to the level above, outside the award of the commune."""
    for held in scope.rounds:
        if held.upward:
            count = sum(verdict.outcome is Outcome.RECOMMENDED for verdict in scope.verdicts(held))
            yield f"{held.name}: {count} trường hợp đủ điều kiện, danh sách ở trang “Đề nghị cấp trên”."


def _rules(rounds: Sequence[HeldRound]) -> Iterator[str]:
    """Which rules the commune set itself, and how many it left as they come."""
    choices = {choice.key: choice for held in rounds for choice in held.choices}
    own = [choice for choice in choices.values() if choice.local]
    if own:
        yield f"Xã tự chọn: {'; '.join(f'{choice.label}: {choice.shown}' for choice in own)}."
    if len(own) < len(choices):
        yield f"Còn {len(choices) - len(own)} quy tắc theo mặc định, xã chưa chọn; nêu ở từng nhóm."
