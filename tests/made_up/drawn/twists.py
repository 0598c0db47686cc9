"""What a unit says, with what the awards turn on drawn near the commune's numbers, left out, marked, or said twice."""

from datetime import date
from random import Random

from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows

LISTED = ("households", "citizens", "staff", "workers", "clans")
POINTS = ("labour_days", "ideas", "money", "families_recognised", "clan_fund")


def twisted(rows: Rows, sender: Sender, year: int, thresholds: Row, random: Random) -> Rows:
    """Return what a unit says with what the awards turn on drawn near the commune's numbers."""
    _twist_cover(rows["cover"][0], year, random)
    _twist_figures(rows["indicators"][0], sender, thresholds, random)
    for mark in rows.get("self_assessment", [{}])[0]:
        if random.random() < 0.06:
            rows["self_assessment"][0][mark] = random.choice((False, None))
    for name in (name for name in LISTED if name in rows):
        for row in rows[name]:
            _twist_row(row, name, year, thresholds, random)
        rows[name].extend([dict(row) for row in rows[name] if random.random() < 0.03])
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
            *(date(year - 3, 12, last) for last in (5, 20, 31)),
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
        row |= _as_another(row, name, award, thresholds)
    for field in POINTS:
        if field in row and random.random() < 0.04:
            row[field] = None


def _as_another(row: Row, name: str, award: str, thresholds: Row) -> Row:
    """Return what makes somebody equal to many others in every number by which they are ranked."""
    points = {field: 8 for field in row if field.startswith("cdht_")} | {
        field: 20 for field in row if field.startswith("gdht_")
    }
    clan = {"families_recognised": 3, "clan_fund": 1_000_000, "families": 4} if name == "clans" else {}
    labour, money = (thresholds.get(f"award.{award}.{of}", 2) for of in ("labour", "money"))
    return points | clan | {"labour_days": labour, "money": money}


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
