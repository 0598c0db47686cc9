"""Proposed: a page for each group of III.1, with whoever is proposed in full, the others in short."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.report import Block, Cell, Column, Grid, Look, Notes, Page, Row, Show, ToRow, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name, bonus_cell, reason_anchor
from learnsoc_xlsx.stages.write.views.awards.money import UNVERIFIED
from learnsoc_xlsx.stages.write.views.awards.pack.alike import Alike, alike
from learnsoc_xlsx.stages.write.views.awards.pack.others import elsewhere, others
from learnsoc_xlsx.stages.write.views.awards.pack.rules import rules
from learnsoc_xlsx.stages.write.views.awards.pack.shares import shares
from learnsoc_xlsx.stages.write.views.awards.pack.to_clear import to_clear
from learnsoc_xlsx.stages.write.views.awards.pack.who import (
    DOUBTED,
    achievement,
    addressed,
    awarded_before,
    figures,
    form_of_award,
    recognition,
    whereabouts,
)
from learnsoc_xlsx.stages.write.views.awards.standing import in_round
from learnsoc_xlsx.vietnamese.letters import key

_PERSONS = frozenset({Subject.INDIVIDUAL, Subject.HOUSEHOLD})
_OPEN = f"{DOUBTED}: còn điều cần làm rõ, nêu dưới bảng."
_LINKS = "Bấm STT để mở đề nghị của đơn vị, bấm hạng để mở căn cứ."
_NOBODY = "không có trường hợp nào được đề nghị"
_BEFORE = (Column("STT", 4, Show.CENTRE), Column("Hạng", 5, Show.CENTRE), Column("Đối tượng đề nghị", 28))
_OF_PERSONS = (Column("Năm sinh", 6, Show.CENTRE), Column("Chức vụ, nơi ở, đơn vị", 24))
_AFTER = (
    Column("Thành tích (theo báo cáo)", 32),
    Column("Công nhận danh hiệu", 22),
    Column("Số liệu xếp hạng", 16),
    Column("Đã được khen (đơn vị ghi)", 10),
)
_OURS = (Column("Hình thức", 9, Show.CENTRE), Column("Tiền thưởng (đồng)", 10, Show.COUNT))
_OF_ABOVE = (Column("Hình thức", 19),)
"""The level above decides on the form, and pays."""


@dataclass(frozen=True)
class _OfAward:
    """The candidates of one award in one round, and the names among them that others bear too."""

    held: HeldRound
    award: str
    verdicts: Sequence[Verdict]
    alike: Sequence[Alike]

    @property
    def shown(self) -> list[Verdict]:
        """Those in the table: whoever is proposed, and equals among whom the council decides."""
        return [one for one in self.verdicts if one.outcome is Outcome.RECOMMENDED or one.tied]


def proposed(scope: Scope, view: View) -> Page | None:
    """Show one group of III.1 as the council looks at it; None without candidates."""
    (group,) = view.of
    parts = [part for held in scope.rounds if not held.upward for part in _parts(scope, held, group)]
    return _page(scope, view, f"{view.show}:{group}", parts)


def proposed_above(scope: Scope, view: View) -> Page | None:
    """Show whoever is proposed to the level above (VII.1.b); None when nobody is."""
    return _page(scope, view, view.show, [part for held in scope.rounds if held.upward for part in _parts(scope, held)])


def _parts(scope: Scope, held: HeldRound, group: str = "") -> Iterator[_OfAward]:
    """The candidates of each award of a round, or of those of one group."""
    by_award: dict[str, list[Verdict]] = {}
    for verdict in scope.verdicts(held):
        by_award.setdefault(verdict.award, []).append(verdict)
    for award in held.awards:
        verdicts = by_award.get(award, [])
        if verdicts and group in ("", str(verdicts[0].group)):
            yield _OfAward(held, award, verdicts, alike(scope, held, verdicts))


def _page(scope: Scope, view: View, name: str, parts: Sequence[_OfAward]) -> Page | None:
    if not parts:
        return None
    rounds = list({part.held.id: part.held for part in parts}.values())
    rest = [Notes(lines, award_name(scope, part.award)) for part in parts if (lines := tuple(_notes(scope, part)))]
    blocks: tuple[Block, ...] = (_table(scope, parts), *rest)
    intro = (*(line for held in rounds for line in (in_round(held), *rules(held))), _signs(parts))
    return Page(name, view.sheet, view.title, blocks, intro, spare=True)


def _signs(parts: Sequence[_OfAward]) -> str:
    return " ".join((_OPEN, _LINKS) if _is_above(parts) else (_OPEN, UNVERIFIED, _LINKS))


def _is_above(parts: Sequence[_OfAward]) -> bool:
    """Whether these go to the level above: no page has both."""
    return parts[0].held.upward


def _notes(scope: Scope, part: _OfAward) -> Iterator[str]:
    for verdict in part.shown:
        yield from to_clear(verdict)
    yield from rules(part.held, part.award)
    yield from shares(scope, part.held, part.verdicts)
    yield from elsewhere(scope, part.verdicts)
    yield from (one.sentence for one in part.alike)
    yield from others(scope, part.verdicts)


def _table(scope: Scope, parts: Sequence[_OfAward]) -> Grid:
    """Whoever is proposed, and equals among whom the council decides, by award."""
    of_persons = any(part.verdicts[0].kind in _PERSONS for part in parts)
    given = _OF_ABOVE if _is_above(parts) else _OURS
    columns = (*_BEFORE, *(_OF_PERSONS if of_persons else ()), *_AFTER, *given)
    rows = (row for part in parts for row in _rows(scope, part, len(columns), of_persons=of_persons))
    return Grid(columns, tuple(rows))


def _rows(scope: Scope, part: _OfAward, across: int, *, of_persons: bool) -> Iterator[Row]:
    yield Row((Cell(_heading(scope, part)),) + (Cell(),) * (across - 1), Look.SECTION)
    asked = {one.name for one in part.alike if one.asked}
    for number, verdict in enumerate(part.shown, 1):
        doubted = bool(to_clear(verdict)) or key(verdict.subject) in asked
        yield _row(scope, part.held, verdict, number, of_persons=of_persons, doubted=doubted)


def _heading(scope: Scope, part: _OfAward) -> str:
    """What is awarded to how many, for which title, and which figures rank them."""
    name, shown = award_name(scope, part.award), part.shown
    if not shown:
        return f"{name}: {_NOBODY}"
    title = f". Danh hiệu: “{shown[0].title}”" if shown[0].title else ""
    foreseen = "dự báo đạt " if part.held.forecast else ""
    limit = part.held.limits.get(part.award)
    quota = f" (số lượng xã đặt: {limit})" if limit is not None else ""
    return (
        f"{name}: {foreseen}{len(shown)}{quota}{title}. Xếp hạng theo: {'; '.join(label for label, _ in shown[0].keys)}"
    )


def _row(scope: Scope, held: HeldRound, verdict: Verdict, number: int, *, of_persons: bool, doubted: bool) -> Row:
    person = (Cell(str(verdict.born or "")), Cell(whereabouts(verdict))) if of_persons else ()
    rank = f"{'≡ ' if verdict.tied else ''}{verdict.rank or ''}"
    return Row(
        (
            Cell(number, verdict.places[0] if verdict.places else None),
            Cell(rank, ToRow("reasons", reason_anchor(verdict))),
            Cell(f"{addressed(scope, verdict)} {DOUBTED}" if doubted else addressed(scope, verdict)),
            *person,
            Cell(achievement(verdict)),
            Cell(recognition(verdict)),
            Cell(figures(verdict)),
            Cell(awarded_before(verdict)),
            Cell(form_of_award(scope, held, verdict)),
            *(() if held.upward else (bonus_cell(verdict),)),
        )
    )
