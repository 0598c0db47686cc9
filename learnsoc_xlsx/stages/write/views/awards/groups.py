"""Who is recommended and who is not: the counts of a year's rounds, and a page for each group of III.1."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Value, Verdict
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.model.register import Profile
from learnsoc_xlsx.model.report import (
    UNKNOWN,
    Block,
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
from learnsoc_xlsx.stages.write.views.awards.money import UNVERIFIED, in_dong, of_proposed
from learnsoc_xlsx.stages.write.views.awards.standing import (
    STANDINGS,
    about,
    chosen,
    doubled,
    elsewhere,
    look_of,
    received_before,
    standing,
)
from learnsoc_xlsx.vietnamese.dates import format_date, long_date
from learnsoc_xlsx.vietnamese.numbers import format_figure

NO_ROUND = "Không có đợt xét nào trong kỳ này."
_SIGNS = (
    "Ký hiệu: "
    + " · ".join(STANDINGS[:-1])
    + f". {UNVERIFIED} Bấm vào số thứ tự để mở đề nghị của đơn vị, vào kết quả xét để xem căn cứ."
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


def reason_anchor(verdict: Verdict) -> str:
    """Return what the reasons of a verdict are called on their page."""
    return f"{verdict.round}|{verdict.award}|{verdict.unit}|{verdict.subject}"


def awards(scope: Scope, view: View) -> Page:
    """Count the verdicts of every round by award and outcome."""
    if not scope.rounds:
        return Page(view.show, view.sheet, view.title, (), (NO_ROUND,))
    shown = _standings(scope)
    columns = (
        Column("Khen thưởng", 48),
        *(Column(name, 13, Show.COUNT) for name in shown),
        Column("Cộng", 10, Show.COUNT),
        Column("Tiền thưởng dự kiến (đồng)", 17, Show.COUNT),
    )
    rows = [row for held in scope.rounds for row in _counts(scope, held, shown)]
    verdicts = [verdict for held in scope.rounds for verdict in scope.verdicts(held)]
    blocks: tuple[Block, ...] = (Grid(columns, tuple(rows)), *council_signatures(scope))
    intro = (*map(about, scope.rounds), *chosen(scope.rounds), *doubled(verdicts, scope.rounds), _SIGNS)
    return Page(view.show, view.sheet, view.title, blocks, intro)


def _standings(scope: Scope) -> tuple[str, ...]:
    """The columns of the counts: the five verdicts, and the other ways to stand that some verdict has."""
    there = {standing(verdict) for held in scope.rounds for verdict in scope.verdicts(held)}
    return tuple(name for at, name in enumerate(STANDINGS) if at < len(Outcome) or name in there)


def _counts(scope: Scope, held: HeldRound, shown: Sequence[str]) -> Iterator[Row]:
    yield Row((Cell(held.name),) + (Cell(),) * (len(shown) + 2), Look.SECTION)
    last = column_letter(len(shown))
    for award in held.awards:
        mine = [verdict for verdict in scope.verdicts(held) if verdict.award == award]
        counts = [sum(standing(verdict) == name for verdict in mine) for name in shown]
        whole = Cell(len(mine), formula=f"=SUM(B{{row}}:{last}{{row}})")
        yield Row((Cell(award_name(scope, award)), *map(Cell, counts), whole, expected(held, mine)))


def expected(held: HeldRound, verdicts: Sequence[Verdict]) -> Cell:
    """The sum of the bonuses of those proposed, in đồng, not known where one is not; none in a forecast, nor where the level above
    pays.
    """
    if held.forecast or held.upward:
        return Cell("")
    return in_dong(*of_proposed(verdicts))


def award_name(scope: Scope, award: str) -> str:
    """Return the name of an award, by its id."""
    return scope.lookup.award_names.get(award, award)


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
    awards = {verdict.award for held in rounds for verdict in scope.verdicts(held) if str(verdict.group) == group}
    intro = (*map(about, rounds), *chosen(rounds, awards), _SIGNS)
    return Page(name, view.sheet, view.title, (Grid(_COLUMNS, tuple(rows)),), intro)


def upward(scope: Scope, view: View) -> Page | None:
    """Show who is proposed to the level above (VII.1.b); None when nobody is."""
    rounds = [held for held in scope.rounds if held.upward]
    rows = [row for held in rounds for row in verdict_rows(scope, held, scope.verdicts(held))]
    if not rows:
        return None
    blocks: tuple[Block, ...] = (Grid(_COLUMNS, tuple(rows)), *council_signatures(scope))
    return Page(view.show, view.sheet, view.title, blocks, (*map(about, rounds), *chosen(rounds), _SIGNS))


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
            Cell(standing(verdict), ToRow("reasons", reason_anchor(verdict)), look=look_of(verdict)),
            Cell("" if verdict.rank is None else str(verdict.rank)),
            Cell(keys),
            bonus_cell(verdict),
            Cell(" ".join((verdict.summary, *elsewhere(verdict), *received_before(verdict)))),
        )
    )


def bonus_cell(verdict: Verdict) -> Cell:
    """The money of whoever is proposed, in đồng; in doubtful letters where its rate is not verified."""
    if verdict.bonus is None or verdict.outcome not in (Outcome.RECOMMENDED, Outcome.RESERVE):
        return Cell("")
    return in_dong(verdict.bonus)


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


def council_signatures(scope: Scope) -> tuple[Signatures, ...]:
    """Return who signs the papers of a round: the council's secretary and its chairman; nobody signs a forecast."""
    if any(held.forecast for held in scope.rounds):
        return ()
    day = scope.rounds[0].decided_on if scope.rounds else scope.run.as_of
    profile: Profile = scope.run.register.profile_on(day)
    head = Signature(("TM. HỘI ĐỒNG", "CHỦ TỊCH HỘI ĐỒNG"))
    return (Signatures(f"{profile.place_name}, {long_date(day)}", (Signature(("THƯ KÝ HỘI ĐỒNG",)), head)),)
