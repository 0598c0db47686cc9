"""A nomination (đề nghị khen thưởng): attributes are the field ids of the nominations sheet, read by name."""

from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.place import Place


@dataclass(frozen=True)
class Nomination:
    """One nominated subject of a unit, in one year.

    `award` is the id of the choice made. `pending`: discipline, inspection or complaint under way.
    `already_awarded`: already awarded for the same achievement, `already_awarded_by` by which decision. `upward`: also
    proposed to the level above. `recognised_no`, `recognised_on`: the decision that recognised the title. What the
    version of the form did not ask is None.
    """

    submission: int
    award: str
    name: str
    birth_year: int | None
    leader: bool | None
    achievement: str | None
    already_awarded: bool | None
    pending: bool | None
    upward: bool | None
    honorific: str | None = None
    position: str | None = None
    address: str | None = None
    proposed_form: str | None = None
    recognised_no: str | None = None
    recognised_on: date | None = None
    already_awarded_by: str | None = None
    place: Place | None = None
