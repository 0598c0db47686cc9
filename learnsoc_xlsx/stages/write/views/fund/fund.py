"""The award fund of a year on one page: what there was, what the awards of each round cost, what is left."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.register import FundEntry, FundKind
from learnsoc_xlsx.model.report import (
    Block,
    Cell,
    CellSpan,
    Column,
    Grid,
    Look,
    Notes,
    Page,
    Row,
    Show,
    Signature,
    Signatures,
    View,
)
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.money import shown
from learnsoc_xlsx.stages.write.views.awards.standing import doubled
from learnsoc_xlsx.stages.write.views.fund.balance import INCOME, Balance, Spent, balance_before, balance_of
from learnsoc_xlsx.stages.write.views.fund.given import EXPECTED, SUBJECTS, about_years
from learnsoc_xlsx.vietnamese.dates import long_date
from learnsoc_xlsx.vietnamese.numbers import format_number

_COLUMNS = (
    Column("STT", 5, Show.CENTRE),
    Column("Nội dung", 29),
    Column("Đối tượng", 11),
    Column("Nguồn chi", 16),
    Column("Số trường hợp", 8, Show.COUNT),
    Column("Số tiền (đồng)", 14, Show.COUNT),
    Column("Căn cứ, ghi chú", 24),
)
_MONEY = 5
_HAD, _AWARDS, _OTHERS = "had", "awards", "others"
"""What the rows of the sums are called."""
_INTRO = "Bấm vào số thứ tự để mở dòng trong danh bạ, hoặc biểu kết quả họp Hội đồng. “–”: chưa có số, không phải số 0."


def fund(scope: Scope, view: View) -> Page | None:
    """Show the fund of a year; None where the register tells nothing of it and nobody is awarded."""
    balance = balance_of(scope)
    if not balance.entries and not balance.spent:
        return None
    rows = (*_had(scope, view.show, balance), *_on_awards(scope, view.show, balance), *_rest(scope, view.show, balance))
    blocks: tuple[Block, ...] = (Grid(_COLUMNS, rows), Notes(tuple(_notes(scope, balance)), "Ghi chú"), _signed(scope))
    return Page(view.show, view.sheet, view.title, blocks, (_INTRO,), landscape=False, spare=True)


def _section(words: str) -> Row:
    return Row((Cell(words), *(Cell() for _ in _COLUMNS[1:])), Look.SECTION)


def _sum(page: str, words: str, anchor: str, cell: Cell, parts: Sequence[str]) -> Row:
    """A sum with its formula over the rows of its parts; where one of them is not known, so is the sum."""
    if cell.value is not None and parts:
        cell = replace(cell, formula="=SUM({0})", of=(CellSpan(page, parts[0], _MONEY, until=parts[-1]),))
    return Row((Cell(), Cell(words), Cell(), Cell(), Cell(), cell, Cell()), Look.TOTAL, (anchor,))


# What there was


def _had(scope: Scope, page: str, balance: Balance) -> Iterator[Row]:
    yield _section("I. Nguồn")
    if not balance.of(FundKind.OPENING):
        yield Row((Cell(), Cell(FundKind.OPENING.label), Cell(), Cell(), Cell(), Cell(None), Cell("danh bạ chưa ghi")))
    entries = balance.of(*INCOME)
    yield from _entries(scope, "I", entries)
    yield _sum(page, "Cộng nguồn", _HAD, Cell(balance.had), _anchors("I", entries))


def _entries(scope: Scope, part: str, entries: Sequence[FundEntry]) -> Iterator[Row]:
    labels = {kind.word: kind.label for kind in FundKind}
    for number, (entry, anchor) in enumerate(zip(entries, _anchors(part, entries), strict=True), 1):
        place = scope.run.register.cell(entry.place, "amount") if entry.place else None
        words = "; ".join(filter(None, (entry.source, entry.note)))
        cells = (Cell(labels[entry.kind]), Cell(), Cell(), Cell(), Cell(entry.amount), Cell(words))
        yield Row((Cell(number, place), *cells), anchors=(anchor,))


def _anchors(part: str, lines: Sequence[object]) -> list[str]:
    return [f"{part}|{number}" for number in range(1, len(lines) + 1)]


# What awards cost


def _on_awards(scope: Scope, page: str, balance: Balance) -> Iterator[Row]:
    yield _section("II. Chi tiền thưởng kèm theo khen thưởng")
    for number, (line, anchor) in enumerate(zip(balance.spent, _anchors("II", balance.spent), strict=True), 1):
        yield _line(scope, number, line, anchor)
    whole = shown(balance.on_awards, verified=balance.verified)
    yield _sum(page, "Cộng chi khen thưởng", _AWARDS, whole, _anchors("II", balance.spent))


def _line(scope: Scope, number: int, line: Spent, anchor: str) -> Row:
    sitting = next((one.place for one in scope.whole.sittings if one.round == line.held.id), None)
    paper = next((paper.place for paper in line.held.papers.values()), None)
    return Row(
        (
            Cell(number, sitting or paper),
            Cell(line.held.name),
            Cell(SUBJECTS[line.kind]),
            Cell(line.source),
            Cell(len(line.given)),
            shown(line.amount, verified=line.verified),
            Cell("; ".join(_remarks(line))),
        ),
        anchors=(anchor,),
    )


def _remarks(line: Spent) -> Iterator[str]:
    yield "Hội đồng nhất trí" if all(one.agreed for one in line.given) else EXPECTED
    if line.not_reckoned:
        yield f"chưa tính được tiền của {line.not_reckoned} trường hợp"
    elif not line.verified:
        yield "mức thưởng chưa kiểm chứng"


# What else was spent, and what is left


def _rest(scope: Scope, page: str, balance: Balance) -> Iterator[Row]:
    entries = balance.of(FundKind.OTHER_SPENDING)
    if entries:
        yield _section("III. Chi khác")
        yield from _entries(scope, "III", entries)
        yield _sum(page, "Cộng chi khác", _OTHERS, Cell(balance.on_others), _anchors("III", entries))
    parts = [_HAD, _AWARDS, *([_OTHERS] if entries else [])]
    words = f"Còn lại (I - II{' - III' if entries else ''})"
    cell = shown(balance.left, verified=balance.verified)
    if balance.left is not None:
        formula = "=" + "-".join(f"{{{at}}}" for at in range(len(parts)))
        cell = replace(cell, formula=formula, of=tuple(CellSpan(page, part, _MONEY) for part in parts))
    yield Row((Cell(), Cell(words), Cell(), Cell(), Cell(), cell, Cell()), Look.TOTAL)


def _notes(scope: Scope, balance: Balance) -> Iterator[str]:
    given = [one for line in balance.spent for one in line.given]
    yield from about_years(scope, given)
    yield from _of_rows_left_out(scope)
    if not balance.entries:
        yield f"Danh bạ chưa ghi khoản nào của quỹ năm {scope.year} (trang “Quỹ khen thưởng”), nên chưa có số nguồn và số còn lại."
    elif balance.had is None:
        yield "Danh bạ chưa ghi dư đầu năm, nên chưa có số cộng nguồn và số còn lại; không có dư thì ghi 0."
    if balance.on_awards is None:
        yield "Có tiền thưởng chưa tính được (thiếu mức thưởng), nên chưa có số cộng chi khen thưởng và số còn lại."
    if balance.left is not None and balance.left < 0:
        yield f"CHI VƯỢT NGUỒN {format_number(-balance.left)} đồng."
    yield from _of_last_year(scope, balance)
    if not balance.verified:
        yield "Số tiền in nghiêng: có mức thưởng chưa kiểm chứng với văn bản."
    expected = [one for one in given if not one.agreed]
    yield from doubled([one.verdict for one in expected], [one.held for one in expected])


def _of_rows_left_out(scope: Scope) -> Iterator[str]:
    """Where rows of the register's sheet are wrong, and so in none of the sums."""
    register = scope.run.register
    layout = register.layouts.get("fund")
    wrong = [
        finding.place.cell
        for finding in scope.whole.counted
        if finding.severity is Severity.ERROR
        and layout
        and (finding.place.file, finding.place.sheet) == (register.file, layout.sheet)
    ]
    if wrong:
        yield f"Trang “Quỹ khen thưởng” của danh bạ có ô sai ({', '.join(wrong)}): dòng ấy chưa được tính vào các số ở đây."


def _of_last_year(scope: Scope, balance: Balance) -> Iterator[str]:
    """Where what was left of the year before is not what the register has the year begin with."""
    left = balance_before(scope).left
    opening = [entry.amount for entry in balance.of(FundKind.OPENING)]
    if left is not None and opening and sum(opening) != left:
        yield f"Dư đầu năm ghi {format_number(sum(opening))} đồng, khác số còn lại năm {scope.year - 1} tính được là {format_number(left)} đồng. Cần đối chiếu sổ quỹ."


def _signed(scope: Scope) -> Signatures:
    day = scope.run.as_of
    dated = f"{scope.run.register.profile_on(day).place_name}, {long_date(day)}"
    return Signatures(dated, (Signature(("KẾ TOÁN",)), Signature(("CHỦ TÀI KHOẢN",))))
