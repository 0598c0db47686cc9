"""What the council concluded: the final lists with form and money, where it differs from the recommendation, what is open."""

from collections.abc import Iterable, Iterator, Sequence

from learnsoc_xlsx.model.law.council import Decided, Opinion, Sitting, Standing
from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.report import UNKNOWN, Block, Cell, Column, Grid, Look, Notes, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name, council_signatures
from learnsoc_xlsx.stages.write.views.awards.money import UNVERIFIED, in_dong
from learnsoc_xlsx.stages.write.views.awards.pack.who import in_short
from learnsoc_xlsx.stages.write.views.awards.standing import look_of, standing
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_number

_FINAL = (
    Column("STT", 5, Show.CENTRE),
    Column("Đối tượng", 30),
    Column("Đơn vị", 22),
    Column("Kết quả xét", 22),
    Column("Số phiếu nhất trí/không", 12, Show.CENTRE),
    Column("Hình thức", 16),
    Column("Tiền thưởng (đồng)", 15, Show.COUNT),
)
_OTHERS = (
    Column("STT", 5, Show.CENTRE),
    Column("Đối tượng", 30),
    Column("Đơn vị", 22),
    Column("Kết quả xét", 22),
    Column("Kết luận của Hội đồng", 18),
    Column("Số phiếu nhất trí/không", 12, Show.CENTRE),
    Column("Lý do", 32),
)
_INTRO = (
    "Hội đồng họp và đề nghị; Chủ tịch Ủy ban nhân dân xã quyết định khen thưởng. Bấm vào số thứ tự để mở dòng ấy trong biểu "
    f"kết quả họp. {UNVERIFIED}",
)
_NOT_YET = "chưa được Hội đồng xem xét"


def decided(scope: Scope, view: View) -> Page | None:
    """Show what the council concluded in the rounds of a year or phase; None where no record of them lies there."""
    sat = {sitting.round: sitting for sitting in scope.whole.sittings}
    rounds = [held for held in scope.rounds if held.id in sat]
    if not rounds:
        return None
    blocks = tuple(block for held in rounds for block in _blocks(scope, held))
    intro = tuple(line for held in rounds for line in _about(scope, held, sat[held.id]))
    blocks = (*blocks, *council_signatures(scope))
    return Page(view.show, view.sheet, view.title, blocks, (*intro, *_INTRO), spare=True)


def _about(scope: Scope, held: HeldRound, sitting: Sitting) -> Iterator[str]:
    """When the council met on a round, who was there, and what came of it."""
    day = format_date(sitting.held_on) if sitting.held_on else "chưa ghi"
    line = f"{held.name}: họp ngày {day}, có mặt {_count(sitting.present)}/{_count(sitting.members)} thành viên"
    line += f", chủ trì: {sitting.chair}" if sitting.chair else ""
    yield f"{line}."
    if sitting.quorum is False:
        yield f"CHƯA ĐỦ SỐ THÀNH VIÊN: Hội đồng được họp khi có mặt {sitting.needed}."
    yield f"Kết quả: {counted(scope.verdicts(held), scope.whole.decided, held.id)}."


def _count(number: int | None) -> str:
    return UNKNOWN if number is None else format_number(number)


def counted(verdicts: Sequence[Verdict], every: Iterable[Decided], round_id: str) -> str:
    """Say in words how many the council concluded on which way, and what is open."""
    mine = [one for one in every if one.round == round_id]
    applied = [one.opinion for one in mine if one.standing is Standing.APPLIED]
    numbers = [(applied.count(opinion), opinion.label.lower()) for opinion in Opinion]
    numbers += [
        (sum(map(not_treated, verdicts)), _NOT_YET),
        (sum(one.standing is Standing.CHANGED for one in mine), "thay đổi sau khi họp, cần kết luận lại"),
        (sum(one.standing is Standing.BY_HAND for one in mine), "ghi thêm tại cuộc họp, chưa được xét"),
    ]
    return (
        ", ".join(f"{format_number(number)} {words}" for number, words in numbers if number) or "chưa có kết luận nào"
    )


def not_treated(verdict: Verdict) -> bool:
    """Whether the council was asked about somebody and has not concluded."""
    return verdict.is_for_the_council and verdict.decided is None


def _blocks(scope: Scope, held: HeldRound) -> Iterator[Block]:
    verdicts = scope.verdicts(held)
    final = [row for award in held.awards for row in _final_rows(scope, verdicts, award)]
    if final:
        yield Grid(_FINAL, (*final, _total(verdicts)), f"Hội đồng nhất trí đề nghị khen thưởng: {held.name}")
    differing = [verdict for verdict in verdicts if _differs(verdict)]
    for caption, some in (
        (f"Hội đồng kết luận khác kết quả xét: {held.name}", differing),
        (f"Thay đổi sau khi họp, cần Hội đồng kết luận lại: {held.name}", [one for one in verdicts if _changed(one)]),
    ):
        if some:
            yield Grid(_OTHERS, tuple(_other(number, verdict) for number, verdict in enumerate(some, 1)), caption)
    loose = [one for one in scope.whole.decided if one.round == held.id and _is_loose(one, verdicts)]
    for caption, lines in (
        (f"Quyết định đã ký, nay không còn được đề nghị: {held.name}", [one for one in loose if one.is_final]),
        (
            f"Ghi thêm tại cuộc họp hoặc không còn được đề nghị, chưa được tính: {held.name}",
            [one for one in loose if not one.is_final],
        ),
    ):
        if lines:
            yield Grid(_OTHERS, tuple(_loose(number, one) for number, one in enumerate(lines, 1)), caption)
    open_yet = tuple(_open(scope, [one for one in verdicts if not_treated(one)]))
    if open_yet:
        yield Notes(open_yet, f"{_NOT_YET[0].upper()}{_NOT_YET[1:]}: {held.name}")


def _open(scope: Scope, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Those on whom nothing was concluded, in a line for each way to stand."""
    for shown in dict.fromkeys(map(standing, verdicts)):
        same = [in_short(scope, one) for one in verdicts if standing(one) == shown]
        yield f"{shown} ({len(same)}): {'; '.join(same)}."


def _final_rows(scope: Scope, verdicts: Sequence[Verdict], award: str) -> Iterator[Row]:
    mine = [verdict for verdict in verdicts if verdict.award == award and verdict.decided and verdict.decided.is_final]
    if mine:
        yield Row((Cell(award_name(scope, award)),) + (Cell(),) * (len(_FINAL) - 1), Look.SECTION)
    for number, verdict in enumerate(mine, 1):
        one = verdict.decided
        assert one is not None
        yield Row(
            (
                Cell(number, one.place),
                Cell(_named(verdict.subject, verdict.born)),
                Cell(_unit(verdict)),
                Cell(standing(verdict), look=look_of(verdict)),
                Cell(one.votes),
                Cell(one.form),
                in_dong(one.bonus),
            )
        )


def _total(verdicts: Sequence[Verdict]) -> Row:
    final = [verdict.decided for verdict in verdicts if verdict.decided and verdict.decided.is_final]
    money = in_dong(*(one.bonus for one in final))
    return Row((Cell(), Cell(f"Cộng: {len(final)}"), *(Cell() for _ in range(4)), money), Look.TOTAL)


def _named(subject: str, born: int | None) -> str:
    return f"{subject} (sinh {born})" if born else subject


def _unit(verdict: Verdict) -> str:
    """The unit of somebody; of a unit itself its name is said already."""
    return "" if verdict.unit_name == verdict.subject else verdict.unit_name


def _differs(verdict: Verdict) -> bool:
    """Whether the council concluded otherwise than was recommended."""
    one = verdict.decided
    if one is None or one.standing is not Standing.APPLIED:
        return False
    return (one.opinion is Opinion.AGREED) is not (verdict.outcome is Outcome.RECOMMENDED)


def _changed(verdict: Verdict) -> bool:
    return verdict.decided is not None and verdict.decided.standing is Standing.CHANGED


def _other(number: int, verdict: Verdict) -> Row:
    one = verdict.decided
    assert one is not None, "what differs, or changed, was concluded"
    return Row(
        (
            Cell(number, one.place),
            Cell(_named(verdict.subject, verdict.born)),
            Cell(_unit(verdict)),
            Cell(standing(verdict), look=look_of(verdict)),
            *_concluded(one),
        )
    )


def _concluded(one: Decided) -> tuple[Cell, Cell, Cell]:
    look = Look.DOUBT if one.standing is Standing.CHANGED else Look.PLAIN
    opinion = one.opinion.label if one.opinion else "Chưa ghi kết luận"
    return Cell(opinion, look=look), Cell(one.votes), Cell(one.reason)


def _is_loose(one: Decided, verdicts: Sequence[Verdict]) -> bool:
    """Whether it is on somebody whom no other list of the page shows."""
    return one.standing is Standing.BY_HAND or all(verdict.decided != one for verdict in verdicts)


def _loose(number: int, one: Decided) -> Row:
    by_hand = one.standing is Standing.BY_HAND
    return Row(
        (
            Cell(number, one.place),
            Cell(_named(one.subject, one.born)),
            Cell(one.unit_name),
            Cell("Ghi thêm tại cuộc họp" if by_hand else "Không còn được đề nghị", look=Look.DOUBT),
            *_concluded(one),
        )
    )
