"""Who is recommended and who is not: the counts of a year's rounds, and a page for each group of III.1."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Value, Verdict
from learnsoc_xlsx.model.register import Profile
from learnsoc_xlsx.model.report import (
    UNKNOWN,
    Cell,
    Column,
    Grid,
    Look,
    Page,
    Row,
    Show,
    Signature,
    Signatures,
    ToRow,
    View,
)
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.vietnamese.dates import format_date, long_date
from learnsoc_xlsx.vietnamese.numbers import format_figure

LOOKS = {
    Outcome.RECOMMENDED: Look.GOOD,
    Outcome.RESERVE: Look.PLAIN,
    Outcome.ON_HOLD: Look.DOUBT,
    Outcome.NOT_ELIGIBLE: Look.FAINT,
    Outcome.UNDECIDED: Look.DOUBT,
}
NO_ROUND = "Không có đợt xét nào trong kỳ này."
_SIGNS = (
    "Ký hiệu: "
    + " · ".join(f"{outcome.sign} {outcome.label}" for outcome in Outcome)
    + ". Tiền thưởng in nghiêng: mức chưa kiểm chứng. Bấm vào số thứ tự để mở đề nghị của đơn vị, vào kết quả xét để xem căn cứ."
)
_COLUMNS = (
    Column("STT", 5, Show.CENTRE),
    Column("Đối tượng", 26),
    Column("Đơn vị", 18),
    Column("Kết quả xét", 19),
    Column("Hạng", 6, Show.CENTRE),
    Column("Căn cứ xếp hạng", 32),
    Column("Tiền thưởng (đồng)", 13, Show.COUNT),
    Column("Tóm tắt lý do", 44),
)


def named(outcome: Outcome) -> str:
    """Return an outcome as it is shown: a sign and words."""
    return f"{outcome.sign} {outcome.label}"


def reason_anchor(verdict: Verdict) -> str:
    """Return what the reasons of a verdict are called on their page."""
    return f"{verdict.round}|{verdict.award}|{verdict.unit}|{verdict.subject}"


def about(held: HeldRound) -> str:
    """Say of a round what it is, by which article, on what years, and whether it can change yet."""
    years = ", ".join(str(year) for year in held.years)
    base = f"{held.name} ({held.article}). Hình thức: {held.form_of_award}. Xét thành tích năm {years}; ngày quyết định {format_date(held.decided_on)}."
    if held.bases:
        base += f" Căn cứ: {'; '.join(held.bases)}."
    return f"{base} TẠM TÍNH ĐẾN NĂM {held.years[-1]}." if held.provisional and held.years else base


def awards(scope: Scope, view: View) -> Page:
    """Count the verdicts of every round by award and outcome."""
    if not scope.rounds:
        return Page(view.show, view.sheet, view.title, (), (NO_ROUND,))
    outcomes = tuple(Column(named(outcome), 13, Show.COUNT) for outcome in Outcome)
    columns = (
        Column("Khen thưởng", 48),
        *outcomes,
        Column("Cộng", 10, Show.COUNT),
        Column("Tiền thưởng dự kiến (đồng)", 17, Show.COUNT),
    )
    rows = [row for held in scope.rounds for row in _counts(scope, held, len(columns))]
    blocks = (Grid(columns, tuple(rows)), council_signatures(scope))
    return Page(view.show, view.sheet, view.title, blocks, (*map(about, scope.rounds), _SIGNS))


def _counts(scope: Scope, held: HeldRound, width: int) -> Iterator[Row]:
    yield Row((Cell(held.name),) + (Cell(),) * (width - 1), Look.SECTION)
    for award in held.awards:
        mine = [verdict for verdict in scope.verdicts(held) if verdict.award == award]
        counts = [sum(verdict.outcome is outcome for verdict in mine) for outcome in Outcome]
        money = [verdict.bonus.amount for verdict in mine if verdict.outcome is Outcome.RECOMMENDED and verdict.bonus]
        amounts = [amount for amount in money if amount is not None]
        bonus = Cell(sum(amounts)) if len(amounts) == len(money) else Cell(None)
        yield Row(
            (Cell(award_name(scope, award)), *map(Cell, counts), Cell(len(mine), formula="=SUM(B{row}:F{row})"), bonus)
        )


def award_name(scope: Scope, award: str) -> str:
    """Return the name of an award, by its id."""
    return next((declared.name for declared in scope.whole.awards if declared.id == award), award)


def award(scope: Scope, view: View) -> Page | None:
    """Show one group of III.1: for each round and award, everyone in the order of the outcomes and their rank; None without candidates."""
    (group,) = view.of
    name = f"{view.show}:{group}"
    rounds = [held for held in scope.rounds if not held.upward]
    rows = [
        row
        for held in rounds
        for row in verdict_rows(
            scope, held, [verdict for verdict in scope.verdicts(held) if str(verdict.group) == group]
        )
    ]
    if not rows:
        return None
    return Page(name, view.sheet, view.title, (Grid(_COLUMNS, tuple(rows)),), (*map(about, rounds), _SIGNS))


def upward(scope: Scope, view: View) -> Page | None:
    """Show who is proposed to the level above (VII.1.b); None when nobody is."""
    rounds = [held for held in scope.rounds if held.upward]
    rows = [row for held in rounds for row in verdict_rows(scope, held, scope.verdicts(held))]
    if not rows:
        return None
    blocks = (Grid(_COLUMNS, tuple(rows)), council_signatures(scope))
    return Page(view.show, view.sheet, view.title, blocks, (*map(about, rounds), _SIGNS))


def verdict_rows(scope: Scope, held: HeldRound, verdicts: Sequence[Verdict]) -> Iterator[Row]:
    """Yield a heading for each award, and a row for each verdict."""
    for name in dict.fromkeys(verdict.award for verdict in verdicts):
        yield Row((Cell(f"{award_name(scope, name)} — {held.name}"),) + (Cell(),) * (len(_COLUMNS) - 1), Look.SECTION)
        for number, verdict in enumerate((verdict for verdict in verdicts if verdict.award == name), 1):
            yield _verdict_row(number, verdict)


def _verdict_row(number: int, verdict: Verdict) -> Row:
    keys = "; ".join(f"{label}: {value_said(value)}" for label, value in verdict.keys)
    return Row(
        (
            Cell(number, verdict.places[0] if verdict.places else None),
            Cell(verdict.subject),
            Cell(verdict.unit_name),
            Cell(named(verdict.outcome), ToRow("reasons", reason_anchor(verdict)), look=LOOKS[verdict.outcome]),
            Cell("" if verdict.rank is None else str(verdict.rank)),
            Cell(keys),
            _bonus(verdict),
            Cell(verdict.summary),
        )
    )


def _bonus(verdict: Verdict) -> Cell:
    if verdict.bonus is None or verdict.outcome not in (Outcome.RECOMMENDED, Outcome.RESERVE):
        return Cell("")
    return Cell(verdict.bonus.amount, look=Look.PLAIN if verdict.bonus.verified else Look.DOUBT)


def value_said(value: Value) -> str:
    """Write a value of any kind for people."""
    match value:
        case None:
            return UNKNOWN
        case bool():
            return "có" if value else "không"
        case int() | Fraction():
            return format_figure(value)
        case str():
            return value
        case _:
            return format_date(value)


def council_signatures(scope: Scope) -> Signatures:
    """Return who signs the papers of a round: the council's secretary and its chairman."""
    day = scope.rounds[0].decided_on if scope.rounds else scope.run.as_of
    profile: Profile = scope.run.register.profile_on(day)
    council = (profile.council or "Hội đồng Thi đua – Khen thưởng").upper()
    head = Signature((f"TM. {council}", "CHỦ TỊCH HỘI ĐỒNG"))
    return Signatures(f"{profile.place_name}, {long_date(day)}", (Signature(("THƯ KÝ HỘI ĐỒNG",)), head))
