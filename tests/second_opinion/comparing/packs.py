"""The cells of Khen_thuong: how many of each verdict, what money, and who is proposed at which place."""

import re
from collections.abc import Iterable
from pathlib import Path

from tests.second_opinion.comparing.differences import Compared
from tests.second_opinion.reading.cells import Page, book, cell
from tests.second_opinion.reckoning import law
from tests.second_opinion.reckoning.verdicts import Verdict

COUNTED = {
    "Đề nghị xét": ("recommended", False),
    "Đồng hạng, Hội đồng quyết định": ("reserve", True),
    "Đủ điều kiện, ngoài số lượng": ("reserve", False),
    "Cần bổ sung thông tin": ("undecided", False),
    "Tạm thời chưa xét": ("on_hold", False),
    "Chưa đủ điều kiện": ("not_eligible", False),
}
"""A heading of the first page, and which verdicts it counts, equals at the quota or not."""
UPWARD = "Đề nghị cấp trên"


def compare_pack(path: Path, held: str, upward: str, own: list[Verdict], compared: Compared) -> None:
    """Compare the pages of the council's pack on a round, and on what is proposed to the level above, with the verdicts."""
    pages = book(path.read_bytes()).pages
    _compare_counts(pages["Tóm tắt"], [one for one in own if one.round == held], path.name, compared)
    for page in pages.values():
        if page.name == UPWARD or page.name.startswith("Nhóm "):
            of_page = upward if page.name == UPWARD else held
            _compare_lists(page, [one for one in own if one.round == of_page], f"{path.name} › {page.name}", compared)


def _compare_counts(page: Page, own: list[Verdict], where: str, compared: Compared) -> None:
    head = next(row for row in range(1, page.height + 1) if page.at(row, 1) == "Nhóm đối tượng")
    heads = {column: str(name) for column, name in page.row(head).items()}
    names = {law.award(name)["name"]: name for name in {row["id"] for row in law.rows("awards")}}
    for row in range(head + 1, page.height + 1):
        if (name := names.get(str(page.at(row, 1)))) is None:
            continue
        of_award = [one for one in own if one.candidate.award == name]
        for column, said in heads.items():
            if (ours := _count(said, of_award)) is not None and page.at(row, column) is not None:
                compared.same(
                    "cells of Khen_thuong", where, f"{name}, {said}", page.at(row, column), ours, cell(row, column)
                )


def _count(said: str, own: Iterable[Verdict]) -> int | None:
    own = list(own)
    if said in COUNTED:
        return sum((one.verdict, one.tied) == COUNTED[said] for one in own)
    if said == "Cộng":
        return len(own)
    return sum(one.bonus or 0 for one in own) if said == "Tiền thưởng dự kiến (đồng)" else None


def _compare_lists(page: Page, own: list[Verdict], where: str, compared: Compared) -> None:
    for award in law.rows("awards"):
        head = next(
            (row for row in range(1, page.height + 1) if str(page.at(row, 1)).startswith(f"{award['name']}: ")), None
        )
        if head is not None:
            listed = [one for one in own if one.candidate.award == award["id"] and _is_listed(one)]
            _compare_list(page, head, listed, f"{where} › {award['name']}", compared)


def _is_listed(one: Verdict) -> bool:
    """Whether the council finds it in the list: what is proposed, and the equals at the quota between whom it decides."""
    return one.verdict == "recommended" or one.tied


def _compare_list(page: Page, head: int, listed: list[Verdict], where: str, compared: Compared) -> None:
    last = next(
        (row for row in range(head + 1, page.height + 2) if not re.fullmatch(r"\d+", str(page.at(row, 1)))), head + 1
    )
    rows = range(head + 1, last)
    said = sorted((_place(page, row), _money(page, row)) for row in rows)
    ours = sorted((one.rank or 0, one.bonus) for one in listed)
    compared.same("cells of Khen_thuong", where, "places and money", said, ours, cell(head, 1))
    for one in listed:
        name = one.candidate.name or max(one.candidate.unit.spans, key=lambda span: span.since).name
        shown = [str(page.at(row, 3)) for row in rows if _place(page, row) == one.rank]
        compared.same(
            "cells of Khen_thuong", where, f"{name} at place {one.rank}", any(name in text for text in shown), True
        )


def _place(page: Page, row: int) -> int:
    """The place of a row; equals are marked before it."""
    return int(str(page.at(row, 2)).removeprefix("≡ "))


def _money(page: Page, row: int) -> int | None:
    found = [value for value in page.row(row).values() if isinstance(value, int | float)]
    return int(found[-1]) if found else None
