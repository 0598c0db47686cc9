"""A page that is one long list, or says that there is nothing."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from learnsoc_xlsx.model.report import ListColumn, Listing, Page, View
from learnsoc_xlsx.vietnamese.numbers import format_number

Word = TypeVar("Word")

NOTHING = "Không có."
SHOWN = 10_000
"""As many findings a page shows: more nobody reads, and office programs open slowly."""
_REST = "Trang này nêu {shown} điểm đầu; còn {rest} điểm nữa: xem đủ, mỗi ô một dòng, ở tệp {file} cạnh run.json."


def cut(findings: Sequence[Word], file: str) -> tuple[Sequence[Word], tuple[str, ...]]:
    """Return as many findings as a page shows, and what stands over it of the rest, all of which are in `file`."""
    rest = len(findings) - SHOWN
    if rest <= 0:
        return findings, ()
    return findings[:SHOWN], (_REST.format(shown=format_number(SHOWN), rest=format_number(rest), file=file),)


def listed(view: View, length: int, columns: Callable[[], Sequence[ListColumn]], intro: tuple[str, ...] = ()) -> Page:
    """Return the page of a list of so many lines; its columns are asked for only when there are any."""
    if not length:
        return Page(view.show, view.sheet, view.title, (), (*intro, NOTHING))
    return Page(view.show, view.sheet, view.title, (Listing(tuple(columns()), length),), intro)
