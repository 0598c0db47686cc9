"""What the commune itself tells of those whom units name: earlier awards, decisions of recognition, who is under review."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows
from tests.printing import printed


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


def confirm(inbox: Path, told: Told, years: tuple[int, ...]) -> None:
    """Lay what the commune confirmed for each year of which it confirmed anything."""
    for year in years:
        subjects = [row for of_year, row in told.confirmed if of_year == year]
        if subjects:
            form = form_of("confirmation", year)
            whole: Row = {"confirmed_by": "Trần Mẫu Ba", "confirmed_on": date(year, 12, 1)}
            data = printed(form, Prefill(rows={"confirmed": [whole], "subjects": subjects}))
            (inbox / f"Xac nhan {year}.xlsx").write_bytes(data)
