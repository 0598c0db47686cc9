"""What the story must say of a year, put together from the plan and from the simulation's own book."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date

from learnsoc_xlsx.pipeline.terms.in_force import law
from tests.long import plan
from tests.long.returns import BY_ID, named
from tests.long.years import Year

_NAMES = {
    "annual": "Khen thưởng hằng năm {year}",
    "interim": "Sơ kết giai đoạn 1 năm {year}",
    "upward": "Đề nghị cấp trên khen thưởng năm {year}",
    "final": "Tổng kết phong trào năm {year}",
}


def sentences(year: Year) -> Iterator[str]:
    """Yield what the story must say of a year: whole sentences, and how others begin."""
    yield heading(year.year)
    mine = [one for one in plan.MEMBERS if one.reports(year.year) and one.sender.id != plan.SILENT]
    by_mail = sum(one.sender.id in plan.BY_MAIL for one in mine)
    instead = sum(one.mistake.answered for one in year.wrong) + (year.year == plan.TWICE[0])
    yield f"Báo cáo được tính: {len(mine)}, trong đó {by_mail} qua thư; {instead} bản đã có bản mới hơn thay."
    yield f"Chưa gửi: {_name(plan.SILENT, year.year)}."
    if year.year == plan.LATE[0]:
        yield f"Nộp muộn: {_name(plan.LATE[1], year.year)}."
    for one in year.wrong:
        mended = "đã sửa" if one.mistake.answered else "chưa sửa"
        yield f"Sai: {_name(one.mistake.unit, year.year)} ghi “{one.mistake.typed}” ở {one.sheet}, ô {one.cell} ({one.mistake.code}), {mended}."  # fmt: skip
    for correction, _, _ in year.corrections:
        unit = _name(correction.unit, year.year)
        yield f"Sửa báo cáo năm {correction.year}: {unit}, gửi lại ngày {correction.told:%d/%m/%Y}."
        yield f"Báo cáo đã sửa: {unit} {correction.year} (số liệu "
    if year.year in plan.AGAIN:
        yield f"Cần kết luận lại, {_round(plan.AGAIN[year.year])}: {len(year.confirmed)} trường hợp."
    for held, first in (("interim-2025", 2024), ("final-2030", 2026)):
        if held in plan.rounds_in(year.year):
            years = ", ".join(map(str, range(first, year.year + 1)))
            yield f"{_round(held)} xét các năm {years}: "
    yield from _council(year)
    yield from _law(year.year)
    yield from _register(year.year)
    if year.year == plan.YEARS[-1]:
        gone = [one.sender for one in plan.MEMBERS if 2026 <= one.sender.until < year.year]
        yield f"Tạm dừng xét vì đã kết thúc hoạt động, {_round(f'final-{year.year}')}: {', '.join(one.name for one in gone)}."  # fmt: skip


def heading(year: int) -> str:
    profile = next(one for one in (plan.THIRD, plan.SECOND, plan.FIRST) if _day(one["since"]) <= date(year, 12, 28))
    return f"NĂM {year}. {profile['issuer']}, {profile['parent_name']}"


def _council(year: Year) -> Iterator[str]:
    """What it concluded in how many cases, and whom it did not agree on, by the records that it filled in."""
    yield from (agreed(year, held) for held in plan.rounds_in(year.year))
    for one in year.concluded:
        if one.opinion != "Nhất trí":
            yield f"Hội đồng {one.opinion.lower()}: {one.name} ({one.unit})."


def agreed(year: Year, held: str) -> str:
    """How the story counts what the council concluded in a round."""
    counted = Counter(one.opinion for one in year.concluded if one.round == held)
    words = ", ".join(f"{opinion.lower()} {counted[opinion]}" for opinion in ("Nhất trí", "Không nhất trí", "Xem xét sau") if counted[opinion])  # fmt: skip
    return f"Hội đồng họp {date(year.year, *plan.MEETS):%d/%m/%Y} về {_round(held)}, 8/9 có mặt: {words}"


def _round(held: str) -> str:
    name, _, of = held.rpartition("-")
    return _NAMES[name].format(year=of)


def _law(year: int) -> Iterator[str]:
    for _, since, text in plan.COMES_INTO_FORCE:
        if since == year:
            yield f"Văn bản mới: {tomllib.loads(text)['name']} (số liệu "


def _register(year: int) -> Iterator[str]:
    """The units that end, begin, or bear another name, by their ids; what the commune chooses anew."""
    for day, entries in plan.CHANGES.items():
        for entry in entries if day.year == year else ():
            if entry.sheet == "units" and entry.key in BY_ID:
                yield f"Danh bạ: {entry.key} {_name(entry.key, year)}, “Đến ngày”: (trống) → {entry.row['until']:%d/%m/%Y}"
            elif entry.sheet == "units" and entry.row.get("id") in BY_ID:
                yield f"Danh bạ: {entry.row['id']} {entry.row['name']} · {entry.row['since']:%d/%m/%Y}: dòng mới"
            elif entry.sheet == "choices":
                yield f"Danh bạ: {law().choices_in(year)[str(entry.row['choice'])].label}"


def _name(unit: str, year: int) -> str:
    return named(unit, date(year, 12, 28))


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value
