"""A page that is one long list, or says that there is nothing."""

from collections.abc import Callable, Sequence

from learnsoc_xlsx.model.report import ListColumn, Listing, Page, View

NOTHING = "Không có."


def listed(view: View, length: int, columns: Callable[[], Sequence[ListColumn]], intro: tuple[str, ...] = ()) -> Page:
    """Return the page of a list of so many lines; its columns are asked for only when there are any."""
    if not length:
        return Page(view.show, view.sheet, view.title, (), (*intro, NOTHING))
    return Page(view.show, view.sheet, view.title, (Listing(tuple(columns()), length),), intro)
