"""The lines of a page outside its tables: letterhead, title, notes, and who signs."""

from collections.abc import Sequence
from typing import Any

from learnsoc_xlsx.model.register import Profile
from learnsoc_xlsx.model.report import Notes, Report, Signatures
from learnsoc_xlsx.spreadsheet.text_size import lines_needed, row_height
from learnsoc_xlsx.stages.write.draw.layout import PlacedSheet
from learnsoc_xlsx.stages.write.draw.paper import Paper
from learnsoc_xlsx.vietnamese.dates import long_date

_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_LEFT_SHARE = 0.42
_ROOM = 3
"""Empty lines between a title and a name, for a hand to sign."""


def draw_heading(
    sheet: Any, what: PlacedSheet, report: Report, paper: Paper, widths: Sequence[float], held: int = 0
) -> None:
    """Draw everything above the blocks, over the columns of the first printed page but the `held` ones: those stand again
    on the pages beside it, where a title would be cut.
    """
    free = sum(widths[held:])
    if what.letterhead and report.profile:
        _letterhead(sheet, report.profile, _dated(report), paper, widths)
    row = what.title
    for name, text in what.lines(report):
        _line(sheet, row, held, len(widths) - 1, text, paper.line(name))
        sheet.set_row(row, row_height(lines_needed(text, free * (0.85 if name == "title" else 1))) + 1)
        row += 1


def draw_notes(sheet: Any, start: int, block: Notes, paper: Paper, widths: Sequence[float]) -> None:
    """Draw sentences, under their caption, over the columns of a page."""
    lines = ([("caption", block.caption)] if block.caption else []) + [("note", line) for line in block.lines]
    for row, (name, text) in enumerate(lines, start):
        _line(sheet, row, 0, len(widths) - 1, text, paper.line(name))
        sheet.set_row(row, row_height(lines_needed(text, sum(widths))))


def draw_signatures(sheet: Any, start: int, block: Signatures, paper: Paper, widths: Sequence[float]) -> None:
    """Draw who signs, side by side, each in one cell of one high row: a row is never torn over two printed pages."""
    parts = _split(widths, [1 / len(block.signed)] * len(block.signed))
    tallest = max(len(signature.lines) for signature in block.signed)
    sheet.set_row(start, row_height(2 + tallest + _ROOM + 1) + tallest)
    look = paper.line("signed")
    for place, ((first, last), signature) in enumerate(zip(parts, block.signed, strict=True), 1):
        if first < last:
            sheet.merge_range(start, first, start, last, "", look)
        dated = block.dated if place == len(parts) else " "
        sheet.write_rich_string(
            start, first,
            paper.line("dated"), f"{dated}\n",
            paper.line("signer"), "\n".join(signature.lines) + "\n",
            paper.line("sign_here"), "(Ký, ghi rõ họ tên)" + "\n" * (_ROOM + tallest - len(signature.lines) + 1),
            paper.line("signer"), signature.name or " ",
            look,
        )  # fmt: skip


def _dated(report: Report) -> str:
    place = report.profile.place_name if report.profile else ""
    return f"{place}, {long_date(report.dated)}"


def _letterhead(sheet: Any, profile: Profile, dated: str, paper: Paper, widths: Sequence[float]) -> None:
    (a, b), (c, d) = _split(widths, [_LEFT_SHARE, 1 - _LEFT_SHARE])
    for row, (left, right) in enumerate(
        (
            (("parent", profile.parent_name.upper()), ("issuer", _MOTTO[0])),
            (("issuer", profile.issuer.upper()), ("motto", _MOTTO[1])),
            (("parent", "———————"), ("parent", "———————————————")),
            (("parent", ""), ("dated", dated)),
        )
    ):
        _line(sheet, row, a, b, left[1], paper.line(left[0]))
        _line(sheet, row, c, d, right[1], paper.line(right[0]))
        width = min(sum(widths[a : b + 1]), sum(widths[c : d + 1]) * 1.15)
        sheet.set_row(row, row_height(lines_needed(left[1] if row < 2 else "", width)))


def _split(widths: Sequence[float], shares: Sequence[float]) -> list[tuple[int, int]]:
    """Part the columns into neighbours of about these shares of the width, one column each at least."""
    total, parts, first = sum(widths), [], 0
    reached = 0.0
    for number, share in enumerate(shares):
        reached += share
        most = len(widths) - (len(shares) - number)
        last = first
        while last < most and sum(widths[: last + 1]) + widths[last + 1] / 2 <= reached * total:
            last += 1
        parts.append((first, last if number < len(shares) - 1 else len(widths) - 1))
        first = last + 1
    return parts


def _line(sheet: Any, row: int, first: int, last: int, text: str, look: Any) -> None:
    if first < last:
        sheet.merge_range(row, first, row, last, "", look)
    sheet.write_string(row, first, text, look)
