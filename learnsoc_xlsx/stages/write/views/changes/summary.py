"""The first page of what changed: against which run, how much of what, and by which causes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from learnsoc_xlsx.model.report import Cell, Column, Grid, Page, Row, Show, View
from learnsoc_xlsx.stages.write.changes.changes import Behind, Cause, Changes, Ground, RunMark
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views.changes.verdicts import KINDS, kind_of
from learnsoc_xlsx.stages.write.views.changes.words import detail, why_said
from learnsoc_xlsx.vietnamese.numbers import format_number

_MOST = 300
"""Causes that are listed; the others are counted."""
_NO_CAUSE = "Mọi thứ đưa vào hai lần chạy đều như nhau."
_STAYS = "Tệp này giữ thay đổi gần nhất: chạy lại mà không có gì đổi thì tệp còn nguyên."


def changed(scope: Scope, view: View) -> Page:
    """Say against which run this one is held, what differs, and by what."""
    changes = scope.lookup.changes
    if changes.refusal:
        return Page(view.show, view.sheet, view.title, (_runs(changes),), (changes.refusal,), landscape=False)
    intro = tuple(sentence for sentence in (changes.note, _STAYS) if sentence)
    blocks = (_runs(changes), Grid(_COUNTED, tuple(_counts(changes)), "Thay đổi gì"), *_causes(scope.lookup, changes))
    return Page(view.show, view.sheet, view.title, blocks, intro, landscape=False)


def _runs(changes: Changes) -> Grid:
    """The two runs, each by its day and by the hash of its run.json."""
    columns = (Column("Lần chạy", 24), Column("Mã SHA-256 của run.json", 46), Column("Số liệu đến ngày", 13, Show.DATE))
    return Grid(
        (*columns, Column("Chương trình", 13, Show.CENTRE)),
        tuple(_run(name, mark) for name, mark in (("Trước", changes.was), ("Này", changes.now)) if mark),
        "So hai lần chạy",
    )


def _run(name: str, mark: RunMark) -> Row:
    return Row((Cell(name), Cell(_parted(mark.digest)), Cell(mark.as_of), Cell(mark.version)))


def _parted(digest: str) -> str:
    """A hash on two lines."""
    return f"{digest[:32]}\n{digest[32:]}"


_COUNTED = (Column("Nội dung", 24), Column("Thay đổi", 46), Column("Số lượng", 13, Show.COUNT))


def _counts(changes: Changes) -> Iterator[Row]:
    yield _row("Số liệu", "Khác lần trước", len(changes.figures))
    kinds = Counter(map(kind_of, changes.verdicts))
    yield from (_row("Kết quả xét" if not at else "", name, kinds[at]) for at, name in enumerate(KINDS))
    gone = sum(change.now is None for change in changes.findings)
    new = sum(change.was is None for change in changes.findings)
    yield _row("Điểm cần xem", "Mới", new)
    yield _row("", "Không còn", gone)
    yield _row("", "Đổi mức hoặc đổi lời", len(changes.findings) - new - gone)
    yield _row("Kết quả họp Hội đồng", "Khác lần trước", len(changes.decisions))


def _row(name: str, kind: str, count: int) -> Row:
    return Row((Cell(name), Cell(kind), Cell(count)))


_OF_CAUSES = (
    Column("Nguyên nhân", 24),
    Column("Cụ thể", 46),
    Column("Số liệu", 13, Show.COUNT),
    Column("Kết quả xét", 13, Show.COUNT),
    Column("Điểm cần xem", 15, Show.COUNT),
)


def _causes(lookup: Lookup, changes: Changes) -> Iterator[Grid]:
    """The causes, each with how much it surely changed."""
    if not changes.causes:
        return
    counts = [
        _tally(change.behind for change in part) for part in (changes.figures, changes.verdicts, changes.findings)
    ]
    rows = [_cause(lookup, cause, counts) for cause in changes.causes[:_MOST]]
    if more := len(changes.causes) - len(rows):
        rows.append(Row((Cell(), Cell(f"Và {format_number(more)} thay đổi khác."), Cell(), Cell(), Cell())))
    yield Grid(_OF_CAUSES, tuple(rows), "Do đâu")


def _tally(behinds: Iterable[Behind]) -> Counter[int]:
    return Counter(id(cause) for one in behinds if one.ground is not Ground.MAYBE for cause in one.causes)


def _cause(lookup: Lookup, cause: Cause, counts: Sequence[Counter[int]]) -> Row:
    of_what = (Cell(count[id(cause)]) for count in counts)
    return Row((Cell(why_said(cause)), Cell(detail(lookup, cause)), *of_what))
