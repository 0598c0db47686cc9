"""The second opinion on a folder of returns, and where a run that was made of it says something different."""

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from tests.second_opinion.comparing.differences import Compared
from tests.second_opinion.comparing.figures import compare_figures
from tests.second_opinion.comparing.packs import compare_pack
from tests.second_opinion.comparing.summaries import compare_summary
from tests.second_opinion.comparing.verdicts import compare_verdicts
from tests.second_opinion.reading.settling import settled
from tests.second_opinion.reckoning.figures import Figure, Key, Reckoning, figures
from tests.second_opinion.reckoning.verdicts import Verdict, verdicts

PACKS = {
    "phase-1": ("giai_doan_1", "interim-2025", "upward_interim-2025"),
    "phase-2": ("giai_doan_2", "final-2030", "upward_final-2030"),
}


@dataclass(frozen=True)
class Opinion:
    """What a folder comes to on a day, by the second reckoning."""

    reckoning: Reckoning
    as_of: date

    @cached_property
    def figures(self) -> dict[Key, Figure]:
        return figures(self.reckoning)

    @cached_property
    def verdicts(self) -> list[Verdict]:
        return verdicts(self.reckoning, self.as_of)

    @cached_property
    def occurred(self) -> Counter[str]:
        """Return how often each verdict, blocker and outcome of a condition occurs."""
        seen: Counter[str] = Counter()
        for one in self.verdicts:
            seen[f"verdict {one.verdict}{', tied' if one.tied else ''}"] += 1
            seen.update(f"blocked: {what}" for what in one.blocked)
            seen.update(f"{of.condition}: {'left out' if of.left_out else of.met}" for of in one.outcomes)
            seen.update([f"equals at the quota: {one.across}"] if one.across else [])
        return seen


def opinion(inbox: Path, as_of: date | None = None, year: int | None = None) -> Opinion:
    """Return the second opinion on a folder; `as_of` None takes the register's closing date.

    Of one `year` alone it knows nothing else: what it comes to stands for that year, not for phases with others.
    """
    found = settled(inbox, as_of, str(year or ""))
    day = as_of or found.register.closing or date.today()
    return Opinion(Reckoning(found, year or found.register.since or 2024, day.year), day)


def compared_with(own: Opinion, out: Path, years: Collection[int] | None = None) -> Compared:
    """Compare a run's run.json and workbooks with the second opinion: of these years alone, or of all years and phases."""
    run, compared = json.loads((out / "run.json").read_text(encoding="utf-8")), Compared()
    periods = None if years is None else [str(year) for year in years]
    rounds = None if years is None else [one["id"] for one in run["rounds"] if set(one["years"]) <= set(years)]
    compare_figures(run, own.figures, compared, periods)
    compare_verdicts(run, own.verdicts, compared, rounds)
    for folder in sorted(path for path in out.iterdir() if path.is_dir()):
        _compare_workbooks(own, folder, compared, years)
    return compared


def _compare_workbooks(own: Opinion, folder: Path, compared: Compared, years: Collection[int] | None) -> None:
    by_folder = {of: (period, held, upward) for period, (of, held, upward) in PACKS.items()}
    if folder.name.isdecimal():
        period, held, upward = folder.name, f"annual-{folder.name}", f"upward-{folder.name}"
    elif folder.name in by_folder:
        period, held, upward = by_folder[folder.name]
    else:
        return
    if years is not None and period not in map(str, years):
        return
    for path in sorted(folder.glob("Tong_hop_*.xlsx")):
        compare_summary(path, own.reckoning, period, compared)
    for path in sorted(folder.glob("Khen_thuong_*.xlsx")):
        compare_pack(path, held, upward, own.verdicts, compared)
