"""Communes drawn from a seed, made for the awards: numbers at, over and under what the commune set, equals at the quota,
what is missing or blocked, units that come, go and send twice, several years.

The same seed always gives the same folder.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, cast

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.made_up.register import COMMUNE, QUOTAS, THRESHOLDS, profile, unit
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows
from tests.printing import printed
from tests.registers import laid

ABOVE: Row = {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang"}
OF_COMMUNE: Row = {"id": COMMUNE, "kind": "commune", "name": "Xã Tân Học", "parent": "P01"}
AWARDS = tuple(QUOTAS)
YEARS = (
    (2024,),
    (2025,),
    (2026,),
    (2024, 2025),
    (2025, 2026),
    (2024, 2025, 2026),
    (2026, 2027),
    (2027, 2028),
    (2028, 2029, 2030),
)
WORDS: dict[str, tuple[str, ...]] = {
    "phase.title": ("năm cuối", "ít nhất N năm", "mọi năm"),
    "phase.mark": ("năm cuối", "ít nhất N năm", "mọi năm"),
    "phase.amount": ("năm cuối", "ít nhất N năm", "mọi năm", "cộng cả giai đoạn"),
    "phase.candidates": ("năm bất kỳ", "năm cuối"),
    "phase.blockers": ("năm cuối", "năm bất kỳ"),
    "phase.rank": ("cả giai đoạn", "năm cuối"),
}
TIES = ("Hội đồng quyết định", "lấy cả", "không lấy ai")
LISTED = ("households", "citizens", "staff", "workers", "clans")
POINTS = ("labour_days", "ideas", "money", "families_recognised", "clan_fund")


@dataclass(frozen=True)
class Commune:
    """A commune, the years of which there are returns, and the day of the run."""

    seed: int
    years: tuple[int, ...]
    as_of: date
    senders: tuple[Sender, ...]


def drawn_commune(seed: int) -> Commune:
    """Return the commune of a seed: some villages, one of them perhaps young or ended, and a unit of every other kind."""
    random = Random(f"commune {seed}")
    years = YEARS[seed % len(YEARS)]
    villages = [
        Sender(f"T{at}", "village", f"Thôn {name}", random.randint(5, 9))
        for at, name in enumerate(("Đông", "Đoài", "Hạ"), 1)
    ]
    others = [
        Sender("S1", "school", "Trường Tiểu học Tân Học", random.randint(3, 6), level="primary"),
        Sender("D1", "department", "Hội Nông dân xã", random.randint(3, 5)),
        Sender("D2", "department", "Đoàn Thanh niên xã", random.randint(3, 5)),
        Sender("E1", "enterprise", "Công ty May Tân Phúc", random.randint(3, 6)),
        Sender("E2", "enterprise", "Công ty Gốm Hạ", random.randint(3, 6)),
        Sender("C1", "centre", "Trung tâm học tập cộng đồng xã", 0),
    ]
    if random.random() < 0.4 and len(years) > 1:
        villages[-1] = (
            replace(villages[-1], until=years[0]) if random.random() < 0.5 else replace(villages[-1], since=years[-1])
        )
    senders = tuple(replace(one, cohort=at) for at, one in enumerate((*villages, *others)))
    day = date(years[-1], 12, random.choice((5, 20, 31)))
    return Commune(seed, years, day, senders)


def lay_drawn(inbox: Path, commune: Commune) -> None:
    """Lay the register of a commune and what its units send into a folder."""
    random = Random(f"laid {commune.seed}")
    thresholds, told = _thresholds(random), Told([], [], [])
    register = _register(commune, thresholds, random)
    for sender in commune.senders:
        for year in commune.years:
            if sender.since <= year <= sender.until and random.random() > 0.06:
                rows = _send(inbox, sender, year, thresholds, random)
                told.of(rows, sender, year, Random(f"told {commune.seed} {sender.id} {year}"))
    _confirm(inbox, told, commune)
    laid(inbox, "Danh ba.xlsx", **cast(Any, register | {"past_awards": told.awarded, "recognitions": told.recognised}))


def _thresholds(random: Random) -> Row:
    """Return the commune's own numbers; some it has not set."""
    kept = {key: value for key, value in THRESHOLDS.items() if random.random() > 0.05}
    if random.random() < 0.3:
        kept |= {"award.household.ideas": 2, "award.clan.ideas": 2}
    return kept


def _register(commune: Commune, thresholds: Row, random: Random) -> Rows:
    since = [
        {"since": commune.years[-1]} if random.random() < 0.1 and len(commune.years) > 1 else {} for _ in thresholds
    ]
    numbers = [
        {"key": key, "value": value, "source": "Biên bản họp", **more}
        for (key, value), more in zip(thresholds.items(), since, strict=True)
    ]
    return {
        "settings": [{"reports_since": commune.years[0], "closing_date": commune.as_of}],
        "profile": [profile(date(2020, 1, 1), "tỉnh Đông Giang", "Tân Học", "Lê Mẫu Một")],
        "units": [ABOVE, OF_COMMUNE, *(_unit(one, commune) for one in commune.senders)],
        "thresholds": numbers,
        "choices": list(_choices(random, len(commune.years))),
        "quotas": list(_quotas(random, commune)),
    }


def _unit(sender: Sender, commune: Commune) -> Row:
    row = unit(sender.id, sender.kind, sender.name)
    if sender.until < commune.years[-1]:
        row |= {"until": date(sender.until, 12, 31), "successor": "T1"}
    if sender.since > commune.years[0]:
        row["since"] = date(sender.since, 1, 1)
    return row


def _choices(random: Random, years: int) -> Iterator[Row]:
    for key, words in WORDS.items():
        if random.random() < 0.5:
            yield _choice(key, random.choice(words), random.randint(1, max(1, years)))
    for award in AWARDS:
        if random.random() < 0.6:
            yield _choice(f"award.{award}.ties", random.choice(TIES))
        if random.random() < 0.2:
            yield _choice(f"award.{award}.form", "biểu dương") | {"number": "0,1"}


def _choice(key: str, word: str, number: int = 0) -> Row:
    row: Row = {"choice": key, "value": word, "source": "Biên bản họp"}
    return row | ({"number": number} if " N " in word else {})


def _quotas(random: Random, commune: Commune) -> Iterator[Row]:
    for award in AWARDS:
        if random.random() < 0.8:
            yield {"award": award, "round": "annual", "limit": random.randint(1, 3)}
        if random.random() < 0.3:
            yield {"award": award, "round": "annual", "year": commune.years[-1], "limit": random.randint(0, 2)}
        if random.random() < 0.5:
            yield {"award": award, "round": "interim", "limit": random.randint(1, 4)}


@dataclass(frozen=True)
class Told:
    """What the commune itself tells of those whom units name: earlier awards, decisions of recognition, who is under review."""

    awarded: list[Row]
    recognised: list[Row]
    confirmed: list[tuple[int, Row]]

    def of(self, rows: Rows, sender: Sender, year: int, random: Random) -> None:
        """Draw what is told of those whom a unit names in a year, and of the unit."""
        for named in rows.get("nominations", []):
            kind = str(named["award"])
            who: Row = {"name": named["name"], "unit": sender.id, "kind": kind}
            who |= {"birth_year": named["birth_year"]} if named.get("birth_year") is not None else {}
            self._one(who, year, random)
        if sender.kind != "centre" and random.random() < 0.5:
            self._one({"name": sender.name, "unit": sender.id, "kind": "collective"}, year, random)
        title = random.choice(("learning_family", "learning_citizen", "learning_clan", ""))
        if sender.id == "T1" and title and random.random() < 0.3:
            self.recognised.extend(_decided(rows, title, sender, year, random))

    def _one(self, who: Row, year: int, random: Random) -> None:
        if random.random() < 0.06:
            self.awarded.append(
                who | {"year": year, "form": "Giấy khen", "number": "9/QĐ", "decided_on": date(year, 9, 1)}
            )
        if random.random() < 0.12:
            self.confirmed.append((year, who | {random.choice(("pending", "already_awarded")): random.random() < 0.6}))


TITLES = {
    "learning_family": ("households", "head"),
    "learning_citizen": ("citizens", "name"),
    "learning_clan": ("clans", "clan"),
}
"""A title, the list of those who may bear it, and who they are."""


def _decided(rows: Rows, title: str, sender: Sender, year: int, random: Random) -> Iterator[Row]:
    listed, who = TITLES[title]
    for row in rows.get(listed, []):
        if random.random() < 0.7:
            yield {
                "number": "31/QĐ-UBND",
                "decided_on": date(year, 6, 1),
                "issuer": "UBND xã",
                "title": title,
                "year": year,
                "name": row[who],
                "birth_year": row.get("birth_year"),
                "unit": sender.id,
            }


def _confirm(inbox: Path, told: Told, commune: Commune) -> None:
    """Lay what the commune confirmed for each year of which it confirmed anything."""
    for year in commune.years:
        subjects = [row for of_year, row in told.confirmed if of_year == year]
        if subjects:
            form = form_of("confirmation", year)
            whole: Row = {"confirmed_by": "Trần Mẫu Ba", "confirmed_on": date(year, 12, 1)}
            data = printed(form, Prefill(rows={"confirmed": [whole], "subjects": subjects}))
            (inbox / f"Xac nhan {year}.xlsx").write_bytes(data)


def _send(inbox: Path, sender: Sender, year: int, thresholds: Row, random: Random) -> Rows:
    """Lay what a unit sends for a year, and return what counts of it: on one revision of the form or another, now and then twice, of which the later counts."""
    form = form_of(sender.kind, year, random.choice((1, None)))
    rows = _twisted(report(form, sender, year), sender, year, thresholds, random)
    data = printed(form, Prefill(sender.id, sender.name, rows))
    (inbox / f"{sender.id} {year}.xlsx").write_bytes(data)
    if random.random() < 0.1:
        (inbox / f"{sender.id} {year} ban sao.xlsx").write_bytes(data)
    if random.random() < 0.1:
        sent = rows["cover"][0]["report_date"]
        assert isinstance(sent, date)
        later = _twisted(report(form, sender, year), sender, year, thresholds, random)
        later["cover"][0]["report_date"] = sent + timedelta(days=1)
        (inbox / f"{sender.id} {year} gui lai.xlsx").write_bytes(printed(form, Prefill(sender.id, sender.name, later)))
        return later
    return rows


def _twisted(rows: Rows, sender: Sender, year: int, thresholds: Row, random: Random) -> Rows:
    """Return what a unit says with what the awards turn on drawn near the commune's numbers."""
    _twist_cover(rows["cover"][0], year, random)
    _twist_figures(rows["indicators"][0], sender, thresholds, random)
    for mark in rows.get("self_assessment", [{}])[0]:
        if random.random() < 0.06:
            rows["self_assessment"][0][mark] = random.choice((False, None))
    for name in (name for name in LISTED if name in rows):
        for row in rows[name]:
            _twist_row(row, name, year, thresholds, random)
    _twist_nominations(rows, random)
    return rows


def _twist_cover(cover: Row, year: int, random: Random) -> None:
    if random.random() < 0.6 and "recognised" in cover:
        days = (
            date(year, 3, 1),
            date(2024, 1, 25),
            date(2024, 1, 26),
            date(year, 12, 31),
            date(year + 1, 1, 1),
            date(year - 3, 12, 20),
            date(year - 2, 2, 28),
        )
        cover |= {
            "recognised": True,
            "recognised_on": random.choice(days),
            "recognised_no": "12/QĐ-UBND",
            "recognised_by": "UBND xã",
        }
    for name in (
        "recognised_on",
        "already_awarded",
        "pending",
        "policies_named",
        "contribution_no",
        "rule_on",
        "training_rule",
    ):
        if name in cover and random.random() < 0.08:
            cover[name] = None
    for name in ("pending", "already_awarded", "upward"):
        if name in cover and random.random() < 0.1:
            cover[name] = True
    if "policies_applied" in cover:
        cover["policies_applied"] = random.choice((True, True, True, False, None))


def _twist_figures(figures: Row, sender: Sender, thresholds: Row, random: Random) -> None:
    award = {"school": "unit", "department": "unit"}.get(sender.kind, sender.kind)
    near = {
        "communication_sessions": f"award.{award}.communication",
        "community_contribution": "award.enterprise.contribution",
    }
    for name, key in near.items():
        if name in figures:
            bound = int(str(thresholds.get(key, 6)))
            figures[name] = bound + random.choice((-1, 0, 0, 1, bound))
    for name in figures:
        if random.random() < 0.03:
            figures[name] = None


def _twist_row(row: Row, name: str, year: int, thresholds: Row, random: Random) -> None:
    award = {"households": "household", "clans": "clan"}.get(name, "citizen")
    for field, key in (("labour_days", "labour"), ("money", "money"), ("ideas", "ideas")):
        if field in row and random.random() < 0.7:
            row[field] = max(0, int(str(thresholds.get(f"award.{award}.{key}", 2))) + random.choice((-1, 0, 0, 1)))
    mark = {"households": "household_recognised", "clans": "clan_recognised"}.get(name, "citizen_recognised")
    if random.random() < 0.5:
        row |= {mark: True, "recognised_year": random.choice((year, year, year, year - 1, None))}
    if random.random() < 0.5:
        row |= {field: 8 for field in row if field.startswith("cdht_")} | {
            field: 20 for field in row if field.startswith("gdht_")
        }
        row |= {"families_recognised": 3, "clan_fund": 1_000_000, "families": 4} if name == "clans" else {}
    for field in POINTS:
        if field in row and random.random() < 0.04:
            row[field] = None


def _twist_nominations(rows: Rows, random: Random) -> None:
    named = rows.get("nominations", [])
    for row in named:
        for mark in ("pending", "already_awarded", "upward"):
            if mark in row and random.random() < 0.12:
                row[mark] = random.choice((True, None))
    for row in list(named):
        if random.random() < 0.08:
            named.append(dict(row))
        if random.random() < 0.05:
            named.append(row | {"name": "Nguyễn Không Có"})
        if random.random() < 0.1 and "birth_year" in row:
            row["birth_year"] = None
