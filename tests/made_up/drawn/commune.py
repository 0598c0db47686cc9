"""A commune of a seed: its units, the years of which there are returns, the day of the run."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.made_up.senders import Sender

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


@dataclass(frozen=True)
class Commune:
    """A commune, the years of which there are returns, and the day of the run."""

    seed: int
    years: tuple[int, ...]
    as_of: date
    senders: tuple[Sender, ...]


def drawn_commune(seed: int) -> Commune:
    """Return the commune of a seed: some villages, one of them perhaps young or ended, and a unit of most other kinds.

    That of an even seed has one unit of each and no centre.
    """
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
    sending = (*villages, *others) if seed % 2 else (*villages, others[0], others[1], others[3])
    senders = tuple(replace(one, cohort=at) for at, one in enumerate(sending))
    day = date(years[-1], 12, random.choice((5, 20, 31)))
    return Commune(seed, years, day, senders)
