"""A nomination (đề nghị khen thưởng): attributes are the field ids of the nominations sheet, read by name."""

from dataclasses import dataclass

from learnsoc_xlsx.model.place import Place


@dataclass(frozen=True)
class Nomination:
    """One nominated subject of a unit, in one year.

    `award` is the id of the choice made. `pending`: discipline, inspection or complaint under way.
    `already_awarded`: already awarded for the same achievement. `upward`: also proposed to the level above.
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
    place: Place | None = None
