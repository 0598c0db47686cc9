"""A register: the commune's profile, its units, and the choices it made."""

from collections.abc import Iterable, Sequence
from datetime import date

from learnsoc_xlsx.model.form.prefill import Value
from tests.made_up.values import Row, Rows

COMMUNE = "X01"
THRESHOLDS: Row = {
    "award.unit.communication": 6,
    "award.unit.policies": 1,
    "award.unit.initiatives": 2,
    "award.village.communication": 6,
    "award.village.initiatives": 2,
    "award.household.labour": 10,
    "award.household.money": 1_500_000,
    "award.clan.labour": 5,
    "award.clan.money": 1_000_000,
    "award.citizen.labour": 10,
    "award.citizen.ideas": 3,
    "award.enterprise.contribution": 5_000_000,
    "learning_family.pass": 80,
    "learning_clan.families": 70,
    "learning_village.households_share": 45,
    "learning_village.clans_share": 50,
    "learning_unit.members_share": 60,
    "bonus.2024.household": "0,15",
    "bonus.2025.household": "0,45",
}
QUOTAS = {"unit": 5, "village": 3, "household": 8, "clan": 4, "enterprise": 2, "citizen": 12}


def register_of(closing: date, profiles: Sequence[Row], units: Iterable[Row], **settings: Value) -> Rows:
    """Return the register of a commune that exists nowhere, and says so."""
    return {
        "settings": [{"closing_date": closing, "sample": True, **settings}],
        "profile": list(profiles),
        "units": list(units),
    }


def profile(since: date, above: str, name: str, signer: str, title: str = "CHỦ TỊCH", **more: Value) -> Row:
    """Return what papers say of the commune from a day on: it is `name` and lies in `above`, as in “huyện Hồng Lạc”."""
    return {
        "since": since,
        "unit": COMMUNE,
        "parent_name": f"UBND {above.upper()}",
        "issuer": f"UBND XÃ {name.upper()}",
        "place_name": name,
        "signer_title": title,
        "signer": signer,
        **more,
    }


def unit(identity: str, kind: str, name: str, **more: Value) -> Row:
    """Return the row of a unit of the commune."""
    return {"id": identity, "kind": kind, "name": name, "parent": COMMUNE, **more}


def choices(kinds_with_a_deadline: Iterable[str], meeting: str, letter: str) -> Rows:
    """Return the choices a commune makes, each with its source."""
    return {
        "thresholds": [{"key": key, "value": value, "source": meeting} for key, value in THRESHOLDS.items()],
        "quotas": [{"award": award, "round": "annual", "limit": limit} for award, limit in QUOTAS.items()],
        "deadlines": [{"unit_kind": kind, "month": 11, "day": 29, "source": letter} for kind in kinds_with_a_deadline],
    }
