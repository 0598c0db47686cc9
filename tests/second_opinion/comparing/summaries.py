"""The cells of Tong_hop: wherever a page shows a figure under a heading that names it, the cell is held against it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.second_opinion.comparing.differences import Compared
from tests.second_opinion.reading.cells import Page, Stored, book, cell
from tests.second_opinion.reading.codebook import codebook
from tests.second_opinion.reading.register import ABOVE, Unit
from tests.second_opinion.reckoning.figures import FIRST_KNOWN, Figure, Reckoning, periods

SHARES = {
    "Gia đình học tập: đạt / tổng số hộ": "households_share",
    "Gia đình học tập: đạt / đăng ký": "households_share_registered",
    "Dòng họ học tập: đạt / tổng số dòng họ": "clans_share",
    "Dòng họ học tập: đạt / đăng ký": "clans_share_registered",
    "Cộng đồng học tập: đạt / tổng số thôn": "villages_share",
    "Cộng đồng học tập: đạt / đăng ký": "villages_share_registered",
    "Đơn vị học tập: đạt / tổng số đơn vị": "units_share",
    "Đơn vị học tập: đạt / đăng ký": "units_share_registered",
    "Công dân học tập: đạt / số người lớn": "citizens_share",
    "Công dân học tập: đạt / đăng ký": "citizens_share_registered",
    "Công dân học tập trong đơn vị: đạt / tổng số": "members_share",
    "Công dân học tập trong đơn vị: đạt / đăng ký": "members_share_registered",
    "Tỷ lệ trẻ trong độ tuổi phổ cập đang đi học": "age_children_schooled_share",
    "Tỷ lệ lượt học là nữ": "centre_attendances_women_share",
    "Tỷ lệ hội viên khuyến học trong dân": "association_share",
    "Tỷ lệ biết chữ, 15–60 tuổi": "literacy_share",
    "Tỷ lệ người lớn có kỹ năng số": "adults_digital_share",
    "Tỷ lệ hoàn thành bồi dưỡng": "members_trained_share",
    "Tỷ lệ chấp hành tốt kỷ luật lao động": "members_compliant_share",
}
"""Shares are on no form, so the codebook does not name them."""
UNKNOWN = "–"


@dataclass(frozen=True)
class Sheet:
    """A page of a summary, with what it is about: the units of the commune, and the years of its columns."""

    page: Page
    reckoning: Reckoning
    period: str
    where: str

    def figure(self, indicator: str, head: str, units: list[Unit]) -> Figure | None:
        """Return the figure that a column shows: of units named, of their sum, or of the commune in a year."""
        if found := re.fullmatch(r"Năm (\d{4})", head):
            if not self.reckoning.first <= int(found[1]) <= self.reckoning.last:
                return None
            return self.reckoning.figure(indicator, self._commune(), [int(found[1])])
        years = periods(self.reckoning)[self.period]
        if head in ("Cả giai đoạn", "Kết quả", "Toàn xã") and not units:
            return self.reckoning.figure(indicator, self._commune(), years)
        return self.reckoning.figure(indicator, units, years) if units else None

    def _commune(self) -> list[Unit]:
        return [unit for unit in self.reckoning.register.units.values() if unit.kind not in ABOVE]

    def named(self, name: str) -> Unit | None:
        """Return the unit that bears a name at the end of the period."""
        year = periods(self.reckoning)[self.period][-1]
        there = [
            unit for unit in self._commune() if any(unit.active(one) for one in periods(self.reckoning)[self.period])
        ]
        return next(
            (one for one in there if max(one.spans, key=lambda s: (s.since.year <= year, s.since)).name == name), None
        )


def compare_summary(path: Path, reckoning: Reckoning, period: str, compared: Compared) -> None:
    """Compare every figure on the pages of a summary of a period with the reckoning."""
    for page in book(path.read_bytes()).pages.values():
        sheet = Sheet(page, reckoning, period, f"{path.name} › {page.name}")
        for row in range(1, page.height + 1):
            if "Chỉ tiêu" in (page.at(row, 1), page.at(row, 2)):
                _compare_rows(sheet, row, 1 if page.at(row, 1) == "Chỉ tiêu" else 2, compared)
            elif "Đơn vị" in (page.at(row, 1), page.at(row, 2)):
                _compare_columns(sheet, row, 1 if page.at(row, 1) == "Đơn vị" else 2, compared)


def _labels() -> dict[str, str]:
    fields = codebook(FIRST_KNOWN)["commune"].sheets["indicators"].fields
    return {one.label: name for name, one in fields.items()} | SHARES


def _indicator(label: Stored) -> str | None:
    """Return the figure that a heading names, whatever it is measured in."""
    text = str(label)
    return _labels().get(text) or _labels().get(re.sub(r" \([^()]*\)$", "", text))


def _compare_rows(sheet: Sheet, head: int, column: int, compared: Compared) -> None:
    """A page with a figure a row: its columns are units, their sum, or years."""
    page = sheet.page
    below = head + 1 if page.at(head + 1, column) is None else head
    heads = {at: str(page.at(below, at) or page.at(head, at)) for at in range(column + 1, page.width + 1)}
    units = dict(_columns_of_units(sheet, heads))
    for row in range(below + 1, page.height + 1):
        if (indicator := _indicator(page.at(row, column))) is not None:
            for at, name in heads.items():
                figure = sheet.figure(indicator, name, units.get(at, []))
                _compare(sheet, row, at, indicator, figure, compared)
                if name.startswith(("Đơn vị đã báo cáo", "Lượt báo cáo")):
                    _compare_reported(sheet, row, at, indicator, compared)


def _columns_of_units(sheet: Sheet, heads: dict[int, str]) -> Iterator[tuple[int, list[Unit]]]:
    """Yield the units of each column: one, or those before it since the last sum."""
    before: list[Unit] = []
    for at, name in heads.items():
        if name == "Cộng":
            yield at, before
            before = []
        elif (unit := sheet.named(name)) is not None:
            yield at, [unit]
            before = _with(before, unit)


def _with(before: list[Unit], unit: Unit) -> list[Unit]:
    """Return the units since the last sum with one more: those of another kind are not summed with it."""
    return [*(one for one in before if one.kind == unit.kind), unit]


def _compare_columns(sheet: Sheet, head: int, column: int, compared: Compared) -> None:
    """A page with a unit a row: its columns are figures."""
    page = sheet.page
    heads = {at: name for at in range(column + 1, page.width + 1) if (name := _indicator(page.at(head, at)))}
    before: list[Unit] = []
    for row in range(head + 1, page.height + 1):
        name = str(page.at(row, column))
        unit = sheet.named(name)
        units = before if name.startswith("Cộng: ") else [unit] if unit else []
        before = [] if name.startswith("Cộng: ") else _with(before, unit) if unit else before
        for at, indicator in heads.items():
            _compare(sheet, row, at, indicator, sheet.figure(indicator, name, units), compared)


def _compare(sheet: Sheet, row: int, column: int, indicator: str, figure: Figure | None, compared: Compared) -> None:
    stored = sheet.page.at(row, column)
    if figure is not None and (isinstance(stored, int | float) or stored == UNKNOWN):
        said = None if stored == UNKNOWN else _as_held(stored)
        ours = None if figure.value is None else _as_held(float(figure.value))
        compared.same("cells of Tong_hop", sheet.where, indicator, said, ours, cell(row, column))


def _as_held(number: Stored) -> str:
    """Return a number to the sixteen digits that a workbook holds."""
    return f"{number:.16g}"


def _compare_reported(sheet: Sheet, row: int, column: int, indicator: str, compared: Compared) -> None:
    figure = sheet.figure(indicator, "Toàn xã", [])
    said = str(sheet.page.at(row, column)).removesuffix(" ▲")
    if figure is not None:
        compared.same(
            "cells of Tong_hop",
            sheet.where,
            f"{indicator}, reported",
            said,
            f"{figure.reported}/{figure.expected}",
            cell(row, column),
        )
