"""Its register: what it chose and what it left open, quotas that cut through equals, units that come and go."""

from collections.abc import Iterator
from datetime import date
from random import Random

from tests.made_up.drawn.commune import Commune
from tests.made_up.register import COMMUNE, QUOTAS, THRESHOLDS, profile, unit
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows

ABOVE: Row = {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang"}
OF_COMMUNE: Row = {"id": COMMUNE, "kind": "commune", "name": "Xã Tân Học", "parent": "P01"}
AWARDS = tuple(QUOTAS)
WORDS: dict[str, tuple[str, ...]] = {
    "phase.title": ("năm cuối", "ít nhất N năm", "mọi năm"),
    "phase.mark": ("năm cuối", "ít nhất N năm", "mọi năm"),
    "phase.amount": ("năm cuối", "ít nhất N năm", "mọi năm", "cộng cả giai đoạn"),
    "phase.candidates": ("năm bất kỳ", "năm cuối"),
    "phase.blockers": ("năm cuối", "năm bất kỳ"),
    "phase.rank": ("cả giai đoạn", "năm cuối"),
}
TIES = ("Hội đồng quyết định", "lấy cả", "không lấy ai")


def thresholds_of(random: Random) -> Row:
    """Return the commune's own numbers; some it has not set."""
    kept = {key: value for key, value in THRESHOLDS.items() if random.random() > 0.05}
    if random.random() < 0.3:
        kept |= {"award.household.ideas": 2, "award.clan.ideas": 2}
    return kept


def register_of(commune: Commune, thresholds: Row, random: Random) -> Rows:
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
