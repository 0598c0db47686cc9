"""What seven years must not change, each promise a sentence: it yields what breaks it, in a line each."""

import hashlib
import json
import shutil
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.long import plan
from tests.long.story.chronicle import Told, paragraph, told
from tests.long.story.expected import sentences
from tests.long.years import CHANGES, Commune, Year, run

Json = dict[str, Any]
Faults = Iterator[str]


@dataclass(frozen=True)
class Life:
    """The seven years as they were lived, and what the runs wrote."""

    commune: Commune
    years: Sequence[Year]

    @cached_property
    def told(self) -> list[Told]:
        return [told(self.commune, year.year, date(year.year, *plan.RUNS[0])) for year in self.years]

    @property
    def last(self) -> Json:
        """What the last run of all recorded."""
        return self.told[-1].at_last

    def again(self, year: int, by: int, name: str) -> Path:
        """Run the returns of the end of a year once more, by the program of a year, in a folder of its own, with nothing of what
        earlier runs kept.
        """
        anew, day = replace(self.commune, folder=self.commune.folder / "lam_lai" / name), date(year, *plan.RUNS[-1])
        shutil.copytree(self.commune.end_of(year) / self.commune.inbox.name, anew.inbox)
        words = [] if year in plan.PRINTED_IN else ["--no-papers"]
        run(self.years[by - plan.YEARS[0]].program, anew, day, "--no-cache", *words)
        return anew.out


# The first year again


def the_first_year_is_reproduced_from_its_inputs_byte_for_byte(life: Life) -> Faults:
    yield from _unlike(life.told[0].out, life.again(plan.YEARS[0], plan.YEARS[0], "nam_dau"))


def decisions_that_come_into_force_later_change_nothing_of_the_first_year(life: Life) -> Faults:
    """But for the list of the texts that the program knows."""
    again = life.again(plan.YEARS[0], plan.YEARS[-1], "nam_dau_theo_van_ban_sau")
    yield from (fault for fault in _unlike(life.told[0].out, again) if fault != "run.json")
    was, now = (_without(_read(out / "run.json"), "law") for out in (life.told[0].out, again))
    yield from (f"run.json: {name}" for name in was.keys() | now.keys() if was.get(name) != now.get(name))
    more = {text["id"] for text in _read(again / "run.json")["law"]} - {text["id"] for text in life.told[0].at_last["law"]}  # fmt: skip
    if more != {tomllib.loads(text)["id"] for _, _, text in plan.COMES_INTO_FORCE}:
        yield f"the later decisions are not those that are known: {more}"


def the_last_year_does_not_depend_on_the_runs_before_it(life: Life) -> Faults:
    yield from _unlike(life.told[-1].out, life.again(plan.YEARS[-1], plan.YEARS[-1], "nam_cuoi"))


# Every year in the last run


def the_last_run_holds_the_figures_of_every_year_as_they_were_but_where_a_late_correction_changed_them(
    life: Life,
) -> Faults:
    for year in life.told:
        was, now = (_figures(one, year.year) for one in (year.at_last, life.last))
        moved = {key: (was.get(key), now.get(key)) for key in was.keys() | now.keys() if was.get(key) != now.get(key)}
        late = [one for one in plan.CORRECTIONS if one.year == year.year]
        by, shares = {one.indicator: one.by for one in late}, {name for one in late for name in one.shares}
        for key, (before, after) in moved.items():
            if before is None or after is None or not (key[0] in shares or after[0] - before[0] == by.get(key[0])):
                yield f"{year.year}: {key}: {before} → {after}"
        if {key[0] for key in moved} != {*by, *shares}:
            yield f"{year.year}: moved are {sorted({key[0] for key in moved})}, corrected {sorted({*by, *shares})}"


def the_pages_of_the_first_year_differ_in_the_last_run_by_head_foot_and_what_was_corrected_alone(life: Life) -> Faults:
    name = f"{plan.YEARS[0]}/Tong_hop_{plan.YEARS[0]}.xlsx"
    was, now = (_cells(one.out / name) for one in (life.told[0], life.told[-1]))
    corrected = {(before, after) for year in life.years for one, before, after in year.corrections if one.year == plan.YEARS[0]}  # fmt: skip
    moved = {at: (was.get(at), now.get(at)) for at in was.keys() | now.keys() if was.get(at) != now.get(at)}
    yield from (f"{' '.join(at)}: {pair}" for at, pair in sorted(moved.items()) if pair not in corrected and not _is_said(pair))  # fmt: skip
    if not corrected <= set(moved.values()):
        yield f"not corrected: {corrected - set(moved.values())}"


def _is_said(pair: tuple[object, object]) -> bool:
    """Whether a cell is of a head or a foot: who prints a page, where, on which day, who signs it."""
    return all(isinstance(text, str) and any(word in text for word in ("ngày", "UBND", "NGƯỜI LẬP")) for text in pair)


def _cells(path: Path) -> dict[tuple[str, str], object]:
    return {(page.title, cell.coordinate): cell.value for page in load_workbook(path) for row in page for cell in row if cell.value is not None}  # fmt: skip


def the_last_run_says_of_every_round_what_it_said_when_the_council_met_but_where_a_late_correction_ranks(
    life: Life,
) -> Faults:
    for year in life.years:
        at_the_time = life.told[year.year - plan.YEARS[0]].at_last
        ranked = {one.ranks for one in plan.CORRECTIONS if one.year == year.year}
        for held in plan.rounds_in(year.year):
            was, now = (_verdicts(one, held) for one in (at_the_time, life.last))
            moved = [key for key in sorted(was.keys() | now.keys()) if was.get(key) != now.get(key)]
            yield from (f"{held}: {key}: {was.get(key)} → {now.get(key)}" for key in moved if key[0] not in ranked)


def the_last_run_knows_what_the_council_concluded_in_every_year_and_goes_by_it(life: Life) -> Faults:
    wanted = Counter((one.round, one.name, one.opinion) for year in life.years for one in year.concluded)
    found = Counter((one["round"], one["subject"], _OPINIONS[one["decision"]]) for one in life.last["decided"])
    yield from (f"not known: {' · '.join(one)}" for one in (wanted - found).elements())
    yield from (f"never concluded: {' · '.join(one)}" for one in (found - wanted).elements())
    yield from (f"{one['round']}: {one['subject']}: {one['state']}" for one in life.last["decided"] if one["state"] != "applied")  # fmt: skip


def the_money_of_an_award_is_that_of_the_day_of_its_decision_in_its_year_and_ever_after(life: Life) -> Faults:
    for year in life.told:
        for record in (year.at_last, life.last):
            given = {one["bonus"]["amount"] for one in _agreed(record, f"annual-{year.year}", "citizen")}
            if given != {plan.BONUS_OF_A_CITIZEN[year.year]}:
                yield f"{year.year}, run of {record['as_of']}: {given}"


# The final round


def the_final_round_is_over_and_looks_at_every_year_of_its_phase(life: Life) -> Faults:
    (held,) = [one for one in life.last["rounds"] if one["id"] == FINAL]
    if (held["years"], held["forecast"], held["provisional"]) != ([2026, 2027, 2028, 2029, 2030], False, False):
        yield f"{held}"
    for indicator in ("communication_sessions", "initiatives"):
        whole, *parts = (_of_commune(life.last, indicator, period) for period in ("phase-2", *map(str, held["years"])))
        if whole != sum(parts):
            yield f"{indicator}: {whole} is not the sum of {parts}"


def the_final_round_holds_back_who_is_no_more_and_nobody_else_for_that(life: Life) -> Faults:
    """Of units; their people live on."""
    gone = {
        one["unit"]
        for one in _verdicts_of(life.last, FINAL)
        if one["verdict"] == "on_hold" and one["kind"] == "collective"
    }
    ended = {each.sender.id for each in plan.MEMBERS if 2026 <= each.sender.until < 2030}
    if gone != ended:
        yield f"held back: {sorted(gone)}; ended in the phase: {sorted(ended)}"


def the_final_round_knows_every_award_of_its_years_that_was_given_before_it(life: Life) -> Faults:
    candidates = {(one["kind"], one["subject"]): one["received"] for one in _verdicts_of(life.last, FINAL)}
    for held in (f"annual-{year}" for year in range(2026, plan.YEARS[-1])):
        for one in [one for one in _verdicts_of(life.last, held) if _is_given(one)]:
            received = candidates.get((one["kind"], one["subject"]))
            if held not in {award["round"] for award in received or []}:
                yield f"{held}: {one['subject']}: {'no candidate' if received is None else received}"


def the_interim_round_was_held_under_its_own_choice_and_the_final_one_under_the_later(life: Life) -> Faults:
    """Whether an award of a year is for the same achievement as the phase's: until 2030 it was, by default."""
    for held, years, is_held_back in (("interim-2025", (2024, 2025), True), (FINAL, range(2026, 2031), False)):
        of_phase = {f"annual-{year}" for year in years}
        awarded = [one for one in _verdicts_of(life.last, held) if any(award["sure"] and award["round"] in of_phase for award in one["received"])]  # fmt: skip
        back = {one["verdict"] == "on_hold" for one in awarded if one["kind"] != "collective"}
        if back != {is_held_back}:
            yield f"{held}: {Counter(one['verdict'] for one in awarded)}"


# The story


def the_story_tells_what_happened_and_nothing_else(life: Life) -> Faults:
    for year, lived in zip(life.told, life.years, strict=True):
        said, wanted = [line.strip() for line in paragraph(year)], list(sentences(lived))
        yield from (f"{year.year}: not told: {one}" for one in wanted if not any(map(_as(one), said)))
        besides = [line for line in said if line.startswith(ALL) and not any(_as(one)(line) for one in wanted)]
        yield from (f"{year.year}: told besides: {line}" for line in besides)


def _as(wanted: str) -> Callable[[str], bool]:
    """Whether a sentence is the wanted one, or where that is none to its end, begins so."""
    return wanted.__eq__ if wanted.endswith(".") else lambda line: line.startswith(wanted)


ALL = ("Chưa gửi", "Nộp muộn", "Chưa đọc được", "Sai", "Sửa báo cáo", "Cần kết luận lại", "Hội đồng", "Văn bản", "Báo cáo đã sửa")  # fmt: skip
"""How the sentences begin of which the story tells all there are and no more."""
FINAL = "final-2030"
_OPINIONS = {"agreed": "Nhất trí", "not_agreed": "Không nhất trí", "later": "Xem xét sau"}
PROMISES: tuple[Callable[[Life], Faults], ...] = (
    the_first_year_is_reproduced_from_its_inputs_byte_for_byte,
    decisions_that_come_into_force_later_change_nothing_of_the_first_year,
    the_last_year_does_not_depend_on_the_runs_before_it,
    the_last_run_holds_the_figures_of_every_year_as_they_were_but_where_a_late_correction_changed_them,
    the_pages_of_the_first_year_differ_in_the_last_run_by_head_foot_and_what_was_corrected_alone,
    the_last_run_says_of_every_round_what_it_said_when_the_council_met_but_where_a_late_correction_ranks,
    the_last_run_knows_what_the_council_concluded_in_every_year_and_goes_by_it,
    the_money_of_an_award_is_that_of_the_day_of_its_decision_in_its_year_and_ever_after,
    the_final_round_is_over_and_looks_at_every_year_of_its_phase,
    the_final_round_holds_back_who_is_no_more_and_nobody_else_for_that,
    the_final_round_knows_every_award_of_its_years_that_was_given_before_it,
    the_interim_round_was_held_under_its_own_choice_and_the_final_one_under_the_later,
    the_story_tells_what_happened_and_nothing_else,
)


# What is compared


def _unlike(was: Path, now: Path) -> Faults:
    """The files of two folders that differ, but for what is of two runs."""
    before, after = ({path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).digest() for path in out.rglob("*") if path.is_file()} for out in (was, now))  # fmt: skip
    yield from sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name) and name != CHANGES)  # fmt: skip


def _read(path: Path) -> Json:
    record: Json = json.loads(path.read_text(encoding="utf-8"))
    return record


def _without(record: Json, *names: str) -> Json:
    return {name: value for name, value in record.items() if name not in names}


def _figures(record: Json, year: int) -> dict[tuple[str, ...], tuple[Any, ...]]:
    """The figures of a year, of the units as they were in it."""
    return {
        (one["indicator"], one["scope"], one["id"]): (one["value"], one["reported"], one["expected"], one["partial"])
        for one in record["figures"]
        if (one["period"], one["structure"]) == (str(year), "own")
    }


def _verdicts(record: Json, held: str) -> dict[tuple[str, ...], tuple[Any, ...]]:
    return {
        (one["award"], one["unit"], one["subject"], *(place["cell"] or "" for place in one["from"][:1])): (
            one["verdict"],
            one["rank"],
        )
        for one in record["verdicts"]
        if one["round"] == held
    }


def _verdicts_of(record: Json, held: str) -> list[Json]:
    return [one for one in record["verdicts"] if one["round"] == held]


def _is_given(verdict: Json) -> bool:
    """Whether the council agreed on an award, and that holds."""
    decided = verdict["decided"]
    return bool(decided) and (decided["decision"], decided["state"]) == ("agreed", "applied")


def _agreed(record: Json, held: str, award: str) -> list[Json]:
    return [one for one in record["decided"] if (one["round"], one["award"], one["decision"]) == (held, award, "agreed")]  # fmt: skip


def _of_commune(record: Json, indicator: str, period: str) -> Any:
    wanted = (indicator, "commune", period, "own")
    (value,) = [one["value"] for one in record["figures"] if (one["indicator"], one["scope"], one["period"], one["structure"]) == wanted]  # fmt: skip
    return value
