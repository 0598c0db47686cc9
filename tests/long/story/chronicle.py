"""The story of the commune in Vietnamese, a paragraph a year, told from what the runs wrote and from nothing else.

What came, who is missing, what was wrong, what was put right of earlier years, whom the run recommended, what the council
concluded, what differed: out of run.json, Tong_hop, Khen_thuong and Thay_doi as they lay there after the runs of the year.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.long.years import CHANGES, Commune

Json = dict[str, Any]
_OPINIONS = {"agreed": "nhất trí", "not_agreed": "không nhất trí", "later": "xem xét sau"}
_STATES = {"missing": "Chưa gửi", "unread": "Chưa đọc được", "late": "Nộp muộn"}
_MENDED = {True: "đã sửa", False: "chưa sửa"}


@dataclass(frozen=True)
class Told:
    """What the runs of a year wrote: the first, made for the letters, and the last. `out` holds the results of the last."""

    year: int
    first: Path
    out: Path

    @cached_property
    def at_first(self) -> Json:
        return _read(self.first / "run.json")

    @cached_property
    def at_last(self) -> Json:
        return _read(self.out / "run.json")

    @cached_property
    def names(self) -> dict[str, str]:
        return {unit["id"]: unit["name"] for unit in self.at_last["units"]}


def told(commune: Commune, year: int, first_run: date) -> Told:
    """Return what the runs of a year wrote."""
    return Told(year, commune.run_of(first_run), commune.end_of(year) / commune.out.name)


def story(years: list[Told]) -> str:
    """Tell the years one after another."""
    return "\n\n".join("\n".join(paragraph(year)) for year in years)


def paragraph(year: Told) -> Iterator[str]:
    """Yield the sentences of a year, the first its heading."""
    yield heading(year)
    lines = (came, absent, wrong, put_right, changed_since, differed, recommended, over_a_phase, concluded, held_back)
    for line in lines:
        for sentence in line(year):
            yield f"  {sentence}"


def heading(year: Told) -> str:
    """Who the commune is, as its result workbook is headed."""
    page = _page(year.out / str(year.year) / f"Tong_hop_{year.year}.xlsx", "Tổng quan")
    above, issuer, *_ = [str(row[0]) for row in page if row[0]]
    return f"NĂM {year.year}. {issuer}, {above}"


def came(year: Told) -> Iterator[str]:
    """How many returns of the year came, how many by mail, how many gave way to a later version."""
    mine = [sent for sent in year.at_last["submissions"] if sent["unit"] and sent["year"] == year.year]
    count = [sent for sent in mine if sent["status"].startswith("accepted")]
    by_mail, instead = sum(" › " in sent["file"] for sent in count), sum(sent["status"] == "superseded" for sent in mine)  # fmt: skip
    yield f"Báo cáo được tính: {len(count)}, trong đó {by_mail} qua thư; {instead} bản đã có bản mới hơn thay."


def absent(year: Told) -> Iterator[str]:
    """Who has not sent anything, or late."""
    for state, words in _STATES.items():
        units = [one["unit"] for one in year.at_last["missing"] if (one["year"], one["state"]) == (year.year, state)]
        if units:
            yield f"{words}: {', '.join(year.names[unit] for unit in units)}."


def wrong(year: Told) -> Iterator[str]:
    """What of the year's returns was wrong when it came, and whether it was put right before the year's last run."""
    left = {_error(one) for one in _errors(year.at_last, year.year)}
    for one in _errors(year.at_first, year.year):
        said = f"{year.names[one['unit']]} ghi “{one['given']}” ở {one['sheet']}, ô {one['cell']} ({one['code']})"
        yield f"Sai: {said}, {_MENDED[_error(one) not in left]}."


def put_right(year: Told) -> Iterator[str]:
    """Which returns of earlier years came anew in this one."""
    for sent in year.at_last["submissions"]:
        in_this = (sent["received"] or "").startswith(str(year.year))
        if sent["unit"] and sent["status"].startswith("accepted") and sent["year"] < year.year and in_this:
            yield f"Sửa báo cáo năm {sent['year']}: {year.names[sent['unit']]}, gửi lại ngày {_day(sent['received'])}."


def recommended(year: Told) -> Iterator[str]:
    """How many were recommended for each award of the year, as the pack of the council counts them."""
    page = _page(year.out / str(year.year) / f"Khen_thuong_{year.year}.xlsx", "Tóm tắt")
    begin = next(at for at, row in enumerate(page) if row[0] == "Nhóm đối tượng")
    counted = {str(row[0]): int(row[1]) for row in page[begin + 1 :] if row[0] and isinstance(row[1], int)}
    total = counted.pop("Tổng cộng")
    yield f"Đề nghị khen: {total} ({'; '.join(f'{name} {count}' for name, count in counted.items() if count)})."


def over_a_phase(year: Told) -> Iterator[str]:
    """How many the round of a phase looks at in the year in which the council meets on it, and how many have been awarded."""
    for held in year.at_last["rounds"]:
        if held["phase"] and held["sitting"] and held["sitting"]["held_on"].startswith(str(year.year)):
            candidates = [one for one in year.at_last["verdicts"] if one["round"] == held["id"]]
            proposed = sum(one["verdict"] == "recommended" for one in candidates)
            awarded = sum(any(award["sure"] for award in one["received"]) for one in candidates)
            years = ", ".join(map(str, held["years"]))
            yield f"{held['name']} xét các năm {years}: {len(candidates)} đối tượng, {awarded} đã được khen trước đó; đề nghị khen {proposed}."  # fmt: skip


def concluded(year: Told) -> Iterator[str]:
    """What the council concluded in the year, round by round, on whom otherwise, and the money that goes with it."""
    for held in year.at_last["rounds"]:
        sitting = held["sitting"]
        if sitting and sitting["held_on"].startswith(str(year.year)):
            lines = [one for one in year.at_last["decided"] if one["round"] == held["id"]]
            yield f"Hội đồng họp {_day(sitting['held_on'])} về {held['name']}, {sitting['present']}/{sitting['members']} có mặt: {_opinions(lines)}{_money(lines)}."  # fmt: skip
            yield from (f"Hội đồng {_OPINIONS[one['decision']]}: {one['subject']} ({year.names[one['unit']]})." for one in lines if one["decision"] != "agreed")  # fmt: skip


def _opinions(lines: list[Json]) -> str:
    counted = Counter(one["decision"] for one in lines if one["state"] == "applied")
    return ", ".join(f"{words} {counted[opinion]}" for opinion, words in _OPINIONS.items() if counted[opinion])


def _money(lines: list[Json]) -> str:
    amount = sum(one["bonus"]["amount"] or 0 for one in lines if one["bonus"])
    return f"; tiền thưởng {amount:,} đồng".replace(",", ".") if amount else ""


def changed_since(year: Told) -> Iterator[str]:
    """Which conclusions were in doubt when the returns of the year had come: what they rest on was not what it had been."""
    names = {held["id"]: held["name"] for held in year.at_last["rounds"]}
    counted = Counter(one["round"] for one in year.at_first["decided"] if one["state"] == "changed_since")
    yield from (f"Cần kết luận lại, {names[held]}: {count} trường hợp." for held, count in counted.items())


def held_back(year: Told) -> Iterator[str]:
    """Which units are held back in the rounds of the year because they are no more."""
    for held in [one for one in year.at_last["rounds"] if year.year in one["years"] and not one["forecast"]]:
        gone = [one["subject"] for one in year.at_last["verdicts"] if one["round"] == held["id"] and _is_gone(one)]
        if gone:
            yield f"Tạm dừng xét vì đã kết thúc hoạt động, {held['name']}: {', '.join(gone)}."


def _is_gone(verdict: Json) -> bool:
    return verdict["verdict"] == "on_hold" and any(reason["condition"] == GONE and reason["met"] is False for reason in verdict["reasons"])  # fmt: skip


GONE = "Còn hoạt động vào ngày quyết định"


def differed(year: Told) -> Iterator[str]:
    """Why the year's first run differs from the last one of the year before, and how many figures and verdicts that moved."""
    if not (year.first / CHANGES).exists():
        return
    page = _page(year.first / CHANGES, "Thay đổi")
    begin = next(at for at, row in enumerate(page) if row[0] == "Nguyên nhân")
    causes = [(str(row[0]), str(row[1]), f"số liệu {row[2]}, kết quả xét {row[3]}") for row in page[begin + 1 :]]
    for cause, what, moved in causes:
        if cause == "Quy định đã đổi":
            yield f"Văn bản mới: {what.removesuffix(' (mới có)')} ({moved})."
        elif cause == "Danh bạ đã đổi" and what.startswith(TELLING):
            yield f"Danh bạ: {what.partition(', ')[2].partition(' (Loại')[0]} ({moved})."
        elif cause == "Báo cáo đã sửa":
            yield f"Báo cáo đã sửa: {what.partition(' (')[0]} ({moved})."


TELLING = ("Trang “Đơn vị”", "Trang “Lựa chọn”")
"""The pages of the register of which the story tells what changed."""


# What is read


def _errors(run: Json, year: int) -> list[Json]:
    """The errors in the year's returns that count, each at its cell."""
    return [one for one in run["findings"] if one["severity"] == "error" and one["year"] == year and one["unit"] and one["cell"] and not one["superseded"]]  # fmt: skip


def _error(finding: Json) -> tuple[str, ...]:
    return finding["unit"], finding["code"], finding["sheet"], finding["cell"]


def _read(path: Path) -> Json:
    run: Json = json.loads(path.read_text(encoding="utf-8"))
    return run


def _page(path: Path, title: str) -> list[tuple[Any, ...]]:
    """The rows of a page as they are shown."""
    return list(load_workbook(path, read_only=True, data_only=True)[title].iter_rows(values_only=True))


def _day(day: str) -> str:
    return f"{date.fromisoformat(day):%d/%m/%Y}"
