"""Made-up returns of villages in any number, from a seed: printed as templates that know their unit and every row.

A share of the filled cells is wrong, as a rule one in a hundred, each in a way that causes one finding at that cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.form.form import FIRST_ROW, Form, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.template.template import template
from tests.made_up.figures import cover, indicators, self_assessment
from tests.made_up.lists import INITIATIVES, citizen, clan, expense, household, initiative, nominations
from tests.made_up.people import people_of_different_names
from tests.made_up.register import COMMUNE, choices, profile, register_of, unit
from tests.made_up.senders import Sender
from tests.made_up.values import WRONG, Row, Rows

YEAR = 2026
AS_OF = date(YEAR, 12, 5)
CLANS = 20
UNLISTED = 9
"""So many households of a village are in no list."""
SINCE = date(YEAR, 1, 1)

Size = tuple[int, int]


@dataclass(frozen=True)
class Lot:
    """So many returns, what share of their filled cells is wrong, the seed that they grow from, and how many households
    and citizens (least, most) a return lists.
    """

    count: int
    wrong: float = 0.01
    seed: int = 1
    households: Size = (100, 600)
    citizens: Size = (100, 1500)

    @property
    def name(self) -> str:
        """What a folder of such returns is called."""
        sizes = "" if self == Lot(self.count, self.wrong, self.seed) else f", {self.households} {self.citizens} rows"
        return f"{self.count} returns, {self.wrong:g} wrong, seed {self.seed}{sizes}"


USUAL = Lot(1)
FEW_ROWS: Size = (20, 30)
"""As many households, and citizens, as the return of a very small unit lists."""


@dataclass(frozen=True)
class Return:
    """A return as sent: its workbook, each wrong cell in it as (sheet, cell), what it says of its indicators where that is not
    wrong, and how many records stand on each sheet; `cells` counts what is filled in.
    """

    name: str
    data: bytes
    wrong: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    figures: Row = field(default_factory=dict)
    records: Mapping[str, int] = field(default_factory=dict)
    cells: int = 0


@lru_cache(maxsize=2)
def form_of(form: str) -> Form:
    """A form of the benchmark's year."""
    return form_in(form, YEAR, law())


def village_of(number: int) -> Row:
    """The row of a village in the register; villages are counted from 1."""
    return unit(f"V{number:03}", "village", f"Thôn số {number}", since=SINCE)


def write(inbox: Path, lot: Lot, number: int) -> None:
    """Write the return of one village into `inbox`."""
    made = village(number, lot)
    (inbox / made.name).write_bytes(made.data)


def register(count: int) -> Return:
    """Return the register of a commune of `count` villages, all of them since the start of the year."""
    above: list[Row] = [
        {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang"},
        {"id": COMMUNE, "kind": "commune", "name": "Xã Hồng Phúc", "parent": "P01"},
    ]
    profiles = [profile(date(2020, 1, 1), "tỉnh Đông Giang", "Hồng Phúc", "Trần Mẫu Hai")]
    villages = map(village_of, range(1, count + 1))
    rows = register_of(AS_OF, profiles, [*above, *villages]) | choices(["village"], "Ví dụ", "Ví dụ")
    rows["thresholds"] = [row for row in rows["thresholds"] if row["key"] != "award.unit.policies"]  # asked no more
    return Return("Danh ba.xlsx", template(form_of("register"), Prefill(rows=rows)))


def village(number: int, lot: Lot = USUAL) -> Return:
    """Return what a village sent; the same number and lot always give the same, and the same lists whatever share of them is
    wrong.
    """
    random = Random(f"bench {lot.seed} {number}")
    form, unit = form_of("village"), village_of(number)
    rows = _lists(form, random.randint(*lot.households), random.randint(*lot.citizens), random)
    sender = Sender(str(unit["id"]), "village", str(unit["name"]), len(rows["households"]) + UNLISTED)
    rows["indicators"] = [indicators(form.sheet("indicators"), sender.size, rows, YEAR, True, random)]
    right, cells = dict(rows["indicators"][0]), sum(len(row) for records in rows.values() for row in records)
    wrong = _spoil(form, rows, lot.wrong, Random(f"wrong {lot.seed} {number}"))
    figures = {key: value for key, value in right.items() if rows["indicators"][0][key] == value}
    rows["cover"] = [cover(form.sheet("cover"), sender, YEAR, False, random)]
    rows["self_assessment"] = [self_assessment(form.sheet("self_assessment"), True)]
    data = template(form, Prefill(sender.id, sender.name, rows))
    records = {name: len(of) for name, of in rows.items()}
    return Return(f"{sender.id} {sender.name} {YEAR}.xlsx", data, wrong, figures, records, cells)


def _lists(form: Form, households: int, citizens: int, random: Random) -> Rows:
    rows: Rows = {
        "households": [
            household(form.sheet("households"), *who, YEAR, random)
            for who in people_of_different_names(random, households)
        ],
        "clans": [
            clan(form.sheet("clans"), name, YEAR, random) for name, _ in people_of_different_names(random, CLANS)
        ],
        "citizens": [
            citizen(form.sheet("citizens"), *who, YEAR, random) for who in people_of_different_names(random, citizens)
        ],
        "initiatives": [initiative(name, random) for name in random.sample(INITIATIVES, 3)],
        "funds": [expense(random) | {"item": f"Trao thưởng đợt {at}"} for at in range(3)],
    }
    return rows | {"nominations": list(nominations(form.sheet("nominations"), rows, "Thôn"))}


def _spoil(form: Form, rows: Rows, share: float, random: Random) -> frozenset[tuple[str, str]]:
    """Make a share of the filled cells wrong, and return which."""
    cells = [(name, at, key) for name, records in rows.items() for at, row in enumerate(records) for key in row]
    kinds = {(sheet.id, each.id): each.kind for sheet in form.sheets for each in sheet.asked}
    open_to = [cell for cell in cells if cell[0] != "nominations" and kinds[cell[0], cell[2]] in WRONG]
    wrong = set()
    for name, at, key in random.sample(open_to, min(round(len(cells) * share), len(open_to))):
        rows[name][at][key] = random.choice(WRONG[kinds[name, key]])
        sheet = form.sheet(name)
        anchor = anchors(sheet)[key]
        wrong.add((sheet.name, anchor if sheet.kind is SheetKind.FIXED else f"{anchor}{FIRST_ROW + at}"))
    return frozenset(wrong)
