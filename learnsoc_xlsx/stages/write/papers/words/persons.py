"""Persons as a record of the council names them: the name, and behind a comma or a dash in which office they are."""

import re

_APART = re.compile(r"\s*[,;\n]\s*|\s+[-–]\s+")
_ADDRESSED = re.compile(r"^(?:ông|bà|đồng chí|đ/c)\.?:?\s+", re.IGNORECASE)
_DEPUTY = "phó"
_OF_COUNCIL = "hội đồng"


def name_alone(person: str) -> str:
    """Return the name as it stands under a signature (NĐ 30/2020): “Ông Trần Mẫu Hai, Chủ tịch” is Trần Mẫu Hai."""
    return _ADDRESSED.sub("", _APART.split(person.strip())[0])


def deputises(person: str) -> bool:
    """Return whether somebody who presides over a council does so for its chairman: an office in the council tells, else
    any other.
    """
    offices = [office.casefold() for office in _APART.split(person.strip())[1:]]
    telling = [office for office in offices if _OF_COUNCIL in office] or offices[:1]
    return any(office.startswith(_DEPUTY) for office in telling)
