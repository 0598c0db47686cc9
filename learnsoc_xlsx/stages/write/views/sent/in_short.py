"""What units wrote on a fixed sheet, in short: question by question, what several wrote alike said once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Page, Row, ToRow, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.sent.answers import answer, page_of, wordings
from learnsoc_xlsx.stages.write.views.sent.foremost import shortened
from learnsoc_xlsx.vietnamese.letters import key

MOST, NAMED = 5, 3
"""So many answers to a question at most, and so many of the units that gave one by name."""
_COLUMNS = (Column("Nội dung", 88), Column("Đơn vị", 50))
_INTRO = "Mỗi ý ghi một lần, ý nhiều đơn vị cùng nêu đứng trước, ý dài được rút gọn; nguyên văn từng đơn vị ở danh sách kèm theo, bấm vào ý để mở."


@dataclass
class Answered:
    """What was written, where the first who wrote it wrote it, and who did."""

    words: str
    row: ToRow
    units: list[str] = field(default_factory=list)


def in_short(scope: Scope, view: View) -> Page | None:
    """Show for each of the named fields of a fixed sheet what units wrote in it; None where nobody wrote anything.

    `of` is the sheet, then the fields; without these, every field.
    """
    sheet, *fields = view.of
    answers: dict[str, dict[str, Answered]] = {}
    spoken = sorted(wordings(scope, sheet, fields), key=lambda one: (scope.lookup.order(one[0].unit), one[0].year))
    for sent, asked, words, _ in spoken:
        row = ToRow(page_of(sheet), answer(sent.number, asked.id))
        alike = answers.setdefault(asked.label, {}).setdefault(key(words), Answered(words, row))
        alike.units.append(scope.lookup.name(sent.unit, scope.last_day))
    rows = tuple(row for label, held in answers.items() for row in _question(label, list(held.values())))
    if not rows:
        return None
    table = Grid(_COLUMNS, rows)
    return Page(
        f"{view.show}:{sheet}", view.sheet, f"{view.title} {scope.span}", (table,), (*scope.marks, _INTRO), spare=True
    )


def _question(label: str, answers: list[Answered]) -> Iterator[Row]:
    yield Row((Cell(label),), Look.SECTION)
    for given in sorted(answers, key=lambda given: -len(set(given.units)))[:MOST]:
        yield Row((Cell(shortened(given.words), given.row), Cell(_who(list(dict.fromkeys(given.units))))))
    if len(answers) > MOST:
        yield Row((Cell(f"… và {len(answers) - MOST} ý khác"), Cell()), Look.FAINT)


def _who(units: list[str]) -> str:
    """Name who wrote so, of many only some."""
    if len(units) <= NAMED + 1:
        return ", ".join(units)
    return f"{len(units)} đơn vị: {', '.join(units[:NAMED])} và {len(units) - NAMED} đơn vị khác"
