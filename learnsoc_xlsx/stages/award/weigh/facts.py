"""What is known of a candidate in a year, as numbers and as words for people."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.law.verdicts import Fact, Facts
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.vietnamese.dates import format_date

NOT_KNOWN = "chưa có số liệu"
NOT_SET = "xã chưa đặt mức"
NOT_ASKED = "mẫu năm ấy chưa hỏi"


def number(fact: Fact | None) -> int | Fraction | None:
    """Return a fact as an exact number, a whole one as such; a mark, a text or nothing at all is none."""
    value = fact.value if fact is not None else None
    return value if isinstance(value, int | Fraction) and not isinstance(value, bool) else None


def mark(fact: Fact | None) -> bool | None:
    """Return a fact as yes or no; anything else is not known."""
    return fact.value if fact is not None and isinstance(fact.value, bool) else None


def written(fact: Fact) -> str:
    """Write a text or a date as people do."""
    return format_date(fact.value) if isinstance(fact.value, date) else str(fact.value)


def unit_of(label: str) -> tuple[str, str]:
    """Part a label from the unit that it names at its end: “Tiền đóng góp (đồng)” is “Tiền đóng góp” and “ đồng”."""
    name, _, unit = label.removesuffix(")").rpartition(" (")
    return (name, f" {unit}") if name and label.endswith(")") else (label, "")


def beside_its_bound(label: str, actual: str, bound: str, *, local: bool) -> str:
    """Say a number beside what it should reach, each with its unit: “33,33 %, mức xã đặt 50 %”."""
    unit = unit_of(label)[1]
    return f"{actual}{unit}, {'mức xã đặt' if local else 'cần'} {bound}{unit}"


def asked_of(names: Sequence[str], facts: Facts) -> list[str]:
    """Return those of some fields that the form of a year asked: the others stand nowhere in a return that is there."""
    received = any(fact.places for fact in facts.values())
    return [name for name in names if (facts[name].asked if name in facts else not received)]


def places_of(facts: Iterable[Fact | None]) -> tuple[Place, ...]:
    """Return the places that facts stand on, each once."""
    given = [fact.places for fact in facts if fact is not None and fact.places]
    if len(given) == 1 and len(given[0]) == 1:
        return given[0]
    return tuple(dict.fromkeys(place for places in given for place in places))
