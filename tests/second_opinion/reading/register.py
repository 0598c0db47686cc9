"""The commune's register: its units by time, and what plan and law leave to it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.second_opinion.reading.returns import Record, Return
from tests.second_opinion.reading.typed import Meant, folded

KINDS = {
    "Tỉnh, thành phố": "province", "Huyện": "district", "Xã": "commune", "Thôn": "village", "Trường học": "school",
    "Ban, ngành, đoàn thể": "department", "Doanh nghiệp": "enterprise", "Trung tâm HTCĐ": "centre",
    "Bộ phận chuyên môn của xã": "office",
}  # fmt: skip
ABOVE = ("commune", "district", "province")
EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True)
class Span:
    """A unit as it is called and where it belongs, from a day until a day."""

    name: str
    parent: str | None
    since: date
    until: date
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unit:
    """A unit: its lasting id, what kind it is, its spans, and who took it over."""

    id: str
    kind: str
    spans: tuple[Span, ...]
    successor: str | None

    def active(self, year: int) -> bool:
        """Whether there was such a unit at any time of the year."""
        return any(one.since <= date(year, 12, 31) and one.until >= date(year, 1, 1) for one in self.spans)

    def of(self, day: date) -> Span | None:
        """Return what the unit is on a day."""
        return next((one for one in self.spans if one.since <= day <= one.until), None)

    def last_of(self, year: int) -> Span:
        """Return what the unit is at the end of the year, or was when it ended in it."""
        there = [one for one in self.spans if one.since <= date(year, 12, 31) and one.until >= date(year, 1, 1)]
        return max(there, key=lambda one: one.since)

    @property
    def last_day(self) -> date:
        return max(one.until for one in self.spans)

    @property
    def names(self) -> set[str]:
        return {folded(name) for one in self.spans for name in (one.name, *one.aliases)}


@dataclass(frozen=True)
class Register:
    """What the register says: units by id; numbers and words that the commune chose, each with the year since when."""

    file: str
    units: dict[str, Unit]
    closing: date | None
    since: int | None
    thresholds: tuple[tuple[str, int, Fraction | None], ...]
    choices: tuple[tuple[str, int, str, Fraction | None], ...]
    rows: dict[str, list[Record]]

    def threshold(self, key: str, year: int) -> Fraction | None:
        """Return the number that the commune set, by the newest row that holds in the year."""
        rows = [row for row in self.thresholds if row[0] == key and row[1] <= year]
        return max(rows, key=lambda row: row[1])[2] if rows else None

    def choice(self, key: str, year: int) -> tuple[list[str], Fraction | None] | None:
        """Return what the commune chose in words, and the number beside it; None where it left the default."""
        rows = [row for row in self.choices if row[0] == key and row[1] <= year]
        newest = max((row[1] for row in rows), default=0)
        held = [row for row in rows if row[1] == newest]
        return ([row[2] for row in held], held[0][3]) if held else None


def register(said: Return) -> Register:
    """Return the register that a return on form 00 is."""
    rows = {name: [_values(row) for row in lines] for name, lines in said.lists.items()}
    since = said.value("settings", "reports_since")
    closing = said.value("settings", "closing_date")
    thresholds = [(str(row["key"]), _year(row.get("since")), _number(row.get("value"))) for row in rows["thresholds"]]
    choices = [
        (str(row["choice"]), _year(row.get("since")), str(row["value"]), _number(row.get("number")))
        for row in rows.get("choices", [])
    ]
    return Register(
        said.file,
        _units(rows["units"]),
        closing if isinstance(closing, date) else None,
        _year(since) or None,
        tuple(thresholds),
        tuple(choices),
        said.lists,
    )


def _values(row: Record) -> dict[str, Meant]:
    return {name: one.value for name, one in row.items()}


def _year(value: Meant) -> int:
    return int(value) if isinstance(value, Fraction) else 0


def _number(value: Meant) -> Fraction | None:
    return value if isinstance(value, Fraction) else None


def _units(rows: list[dict[str, Meant]]) -> dict[str, Unit]:
    by_id: dict[str, list[dict[str, Meant]]] = {}
    for row in rows:
        by_id.setdefault(str(row["id"]), []).append(row)
    return {name: _unit(name, lines) for name, lines in by_id.items()}


def _unit(name: str, rows: list[dict[str, Meant]]) -> Unit:
    spans = tuple(_span(row) for row in rows)
    successor = next((str(row["successor"]) for row in rows if row.get("successor")), None)
    return Unit(name, KINDS[str(rows[0]["kind"])], spans, successor)


def _span(row: dict[str, Meant]) -> Span:
    aliases = tuple(part.strip() for part in str(row.get("aliases") or "").split(";") if part.strip())
    parent, since, until = row.get("parent"), row.get("since"), row.get("until")
    return Span(
        str(row["name"]),
        str(parent) if parent else None,
        since if isinstance(since, date) else EARLIEST,
        until if isinstance(until, date) else LATEST,
        aliases,
    )
