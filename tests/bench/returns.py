"""Made-up returns of villages in any number, from a seed: printed as templates that know their unit and every row.

One in a hundred of the filled cells is wrong, each in a way that causes one finding at that cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.form.form import FIRST_ROW, Field, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Prefill, Value
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.stages.template.template import template
from tests.sample.commune import QUOTAS, THRESHOLDS
from tests.sample.people import person

YEAR = 2026
AS_OF = date(YEAR, 12, 5)
WRONG_SHARE = 0.01
CLANS = 20
_PASS = 80
_GROUPS = ("farmer", "worker", "official", "other")
_WRONG: dict[Kind, tuple[Value, ...]] = {
    Kind.COUNT: ("khoảng mươi", -3),
    Kind.MONEY: ("một ít", -50_000),
    Kind.SCORE: ("giỏi", 99),
    Kind.MARK: ("hình như",),
    Kind.YEAR: ("năm ngoái",),
    Kind.CHOICE: ("không nhớ",),
}

Row = dict[str, Value]
Rows = dict[str, list[Row]]
Size = tuple[int, int]


@dataclass(frozen=True)
class Return:
    """A return as sent: its workbook, and each wrong cell in it as (sheet, cell)."""

    name: str
    data: bytes
    wrong: frozenset[tuple[str, str]] = field(default_factory=frozenset)


@lru_cache(maxsize=2)
def form_of(form: str) -> Form:
    """A form of the benchmark's year."""
    return form_in(form, YEAR, Law.load())


def unit_id(number: int) -> str:
    """The id of a village, counted from 1."""
    return f"V{number:03}"


def write(inbox: Path, number: int) -> None:
    """Write the return of one village into `inbox`."""
    made = village(number)
    (inbox / made.name).write_bytes(made.data)


def register(count: int) -> Return:
    """Return the register of a commune of `count` villages, all of them since the start of the year."""
    since = date(YEAR, 1, 1)
    units: list[Row] = [
        {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang"},
        {"id": "X01", "kind": "commune", "name": "Xã Hồng Phúc", "parent": "P01"},
    ]
    units += [
        {"id": unit_id(at), "kind": "village", "name": f"Thôn số {at}", "parent": "X01", "since": since}
        for at in range(1, count + 1)
    ]
    profile: Row = {"since": date(2020, 1, 1), "unit": "X01", "parent_name": "UBND TỈNH ĐÔNG GIANG", "issuer": "UBND XÃ HỒNG PHÚC", "place_name": "Hồng Phúc", "signer_title": "CHỦ TỊCH", "signer": "Trần Mẫu Hai"}  # fmt: skip
    rows: Rows = {
        "settings": [{"closing_date": AS_OF, "sample": True}],
        "profile": [profile],
        "units": units,
        "thresholds": [{"key": name, "value": str(value), "source": "Ví dụ"} for name, value in THRESHOLDS.items()],
        "quotas": [{"award": award, "round": "annual", "limit": limit} for award, limit in QUOTAS.items()],
        "deadlines": [{"unit_kind": "village", "month": 11, "day": 29, "source": "Ví dụ"}],
    }
    return Return("Danh ba.xlsx", template(form_of("register"), Prefill(rows=rows)))


def village(number: int, households: Size = (100, 600), citizens: Size = (100, 1500)) -> Return:
    """Return what a village sent; the same number and sizes (least, most) always give the same."""
    random = Random(f"bench {number}")
    form, unit = form_of("village"), unit_id(number)
    rows: Rows = {
        "households": [_household(form, head, random) for head in _people(random, random.randint(*households))],
        "clans": [_clan(form, f"Họ {name}", random) for name, _ in _people(random, CLANS)],
        "citizens": [_citizen(form, each, random) for each in _people(random, random.randint(*citizens))],
        "initiatives": [{"initiative": f"Tủ sách ngõ {at}", "author": person(random), "kind": "model", "beneficiaries": random.randint(12, 300), "result": "Nhiều người tham gia"} for at in range(3)],
        "funds": [{"item": f"Trao thưởng đợt {at}", "budget": 500_000 * random.randint(0, 12), "mobilised": 500_000 * random.randint(0, 20), "donor": "Các nhà hảo tâm"} for at in range(3)],
    }  # fmt: skip
    rows["nominations"] = list(_nominations(rows))
    rows["indicators"] = [_indicators(form.sheet("indicators"), rows, random)]
    wrong = _spoil(form, rows, random)
    rows["cover"] = [{"report_date": date(YEAR, 11, random.randint(5, 27)), "head": person(random), "recognised": False, "pending": False, "already_awarded": False}]  # fmt: skip
    rows["self_assessment"] = [dict.fromkeys((each.id for each in form.sheet("self_assessment").asked), True)]
    data = template(form, Prefill(unit, f"Thôn số {number}", rows))
    return Return(f"{unit} Thôn số {number} {YEAR}.xlsx", data, wrong)


def _people(random: Random, count: int) -> list[tuple[str, int]]:
    """So many (name, year of birth), no two of one name."""
    found: dict[str, int] = {}
    while len(found) < count:
        found[person(random)] = random.randint(1945, 2005)
    return list(found.items())


def _scored(sheet: Sheet, random: Random) -> Row:
    """Points and the marks that agree with them, under the commune's own threshold where the law leaves it open."""
    good = random.random() < 0.7
    row: Row = {}
    for each in sheet.asked:
        if each.kind is Kind.SCORE:
            most = int(each.max or 10)
            row[each.id] = random.randint(most * 8 // 10, most) if good else random.randint(most // 2, most * 7 // 10)
    for rule in sheet.agreements:
        points = [int(str(row[name])) for name in rule.points]
        row[rule.mark] = sum(points) >= (rule.pass_at or _PASS) and min(points) >= (rule.floor or 0)
        if row[rule.mark]:
            row["recognised_year"] = YEAR
    return row


def _contribution(random: Random) -> Row:
    return {"labour_days": random.randint(0, 14), "ideas": random.randint(0, 4), "money": 50_000 * random.randint(0, 40)}  # fmt: skip


def _household(form: Form, head: tuple[str, int], random: Random) -> Row:
    children = random.randint(0, 3)
    row: Row = {"head": head[0], "birth_year": head[1], "members": children + random.randint(1, 4), "children": children, "household_registered": True, "cultural_family": random.random() < 0.8}  # fmt: skip
    return row | _scored(form.sheet("households"), random) | _contribution(random)


def _citizen(form: Form, who: tuple[str, int], random: Random) -> Row:
    row: Row = {"name": who[0], "birth_year": who[1], "subject_group": random.choice(_GROUPS), "citizen_registered": True}  # fmt: skip
    return row | _scored(form.sheet("citizens"), random) | _contribution(random)


def _clan(form: Form, name: str, random: Random) -> Row:
    families = random.randint(14, 60)
    good = random.random() < 0.7
    row: Row = {"clan": name, "clan_head": person(random), "families": families, "families_recognised": families * 8 // 10 if good else families // 2, "clan_fund": 1_000_000 * random.randint(2, 30), "clan_registered": True, "clan_recognised": good}  # fmt: skip
    row |= {each.id: good for each in form.sheet("clans").asked if each.id.startswith("dhht_")}
    return row | ({"recognised_year": YEAR} if good else {}) | _contribution(random)


def _nominations(rows: Rows) -> Iterator[Row]:
    for sheet, name, award in (("households", "head", "household"), ("citizens", "name", "individual")):
        for row in rows[sheet][:4]:
            yield {"award": award, "name": row[name], "birth_year": row["birth_year"], "leader": False, "achievement": "Tích cực đóng góp", "already_awarded": False, "pending": False}  # fmt: skip


def _indicators(sheet: Sheet, rows: Rows, random: Random) -> Row:
    """Figures that agree with the lists and with each other."""

    def marked(name: str, mark: str) -> int:
        return sum(row.get(mark) is True for row in rows[name])

    households, citizens = len(rows["households"]), len(rows["citizens"])
    row: Row = {
        "households_total": households + 9, "households_registered": households, "households_recognised": marked("households", "household_recognised"),
        "clans_total": CLANS, "clans_registered": CLANS, "clans_recognised": marked("clans", "clan_recognised"),
        "citizens_registered": citizens, "citizens_recognised": marked("citizens", "citizen_recognised"),
        "population": 4 * households + citizens, "adults_total": 2 * households + citizens, "fund_opening": 30_000_000, "fund_spending": 9_000_000,
    }  # fmt: skip
    asked = {each.id: each for each in sheet.asked}

    def figure(each: Field) -> int:
        if each.id not in row:
            if each.equals:
                row[each.id] = sum(-figure(asked[term[1:]]) if term[0] == "-" else figure(asked[term]) for term in each.equals)  # fmt: skip
            else:
                most = min(int(each.max or 90), figure(asked[each.at_most]) if each.at_most else 90)
                row[each.id] = random.randint(min(int(each.min or 0), most), most)
        return int(str(row[each.id]))

    for each in sheet.asked:
        figure(each)
    return row


def _spoil(form: Form, rows: Rows, random: Random) -> frozenset[tuple[str, str]]:
    """Make one in a hundred filled cells wrong, and return which."""
    cells = [(name, at, key) for name, records in rows.items() for at, row in enumerate(records) for key in row]
    kinds = {(sheet.id, each.id): each.kind for sheet in form.sheets for each in sheet.asked}
    open_to = [cell for cell in cells if cell[0] != "nominations" and kinds[cell[0], cell[2]] in _WRONG]
    wrong = set()
    for name, at, key in random.sample(open_to, round(len(cells) * WRONG_SHARE)):
        rows[name][at][key] = random.choice(_WRONG[kinds[name, key]])
        sheet = form.sheet(name)
        anchor = anchors(sheet)[key]
        wrong.add((sheet.name, anchor if sheet.kind is SheetKind.FIXED else f"{anchor}{FIRST_ROW + at}"))
    return frozenset(wrong)
