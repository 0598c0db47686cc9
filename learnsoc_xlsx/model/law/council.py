"""The council (Hội đồng): what it concluded of the candidates of a round, and what each of them received before.

The council advises, the chairman of the People's Committee decides (Luật Thi đua, khen thưởng, Điều 80).
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Bonus
from learnsoc_xlsx.model.place import Place


class Opinion(Enum):
    """What the council concludes of a candidate, as words of run.json, with the label that is chosen."""

    AGREED = ("agreed", "Nhất trí")
    NOT_AGREED = ("not_agreed", "Không nhất trí")
    LATER = ("later", "Xem xét sau")

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label


class Standing(Enum):
    """Whether a conclusion counts: it does; what it rests on changed since, before a decision was signed; it is on somebody
    who was not proposed."""

    APPLIED = "applied"
    CHANGED = "changed_since"
    BY_HAND = "by_hand"


@dataclass(frozen=True)
class Decided:
    """What the record of a round says of one subject, at the place of its line; `opinion` None: nothing was chosen.

    `award` is empty where a line by hand names none. `form` is the form of award in words, `bonus` the money that goes with
    it where the council agreed and the conclusion is applied. `code` is what the line was printed with; one by hand has none.
    """

    round: str
    award: str
    unit: str
    unit_name: str
    subject: str
    born: int | None
    opinion: Opinion | None
    votes_for: int | None
    votes_against: int | None
    form: str
    reason: str
    place: Place
    standing: Standing
    bonus: Bonus | None = None
    code: str = ""

    @property
    def is_final(self) -> bool:
        """Whether the council agreed to propose the award, and nothing has changed since, or only after its decision was signed."""
        return self.standing is Standing.APPLIED and self.opinion is Opinion.AGREED

    @property
    def votes(self) -> str:
        """The votes as they are written: 9/0, – for what is not given; nothing where neither is."""
        if self.votes_for is None and self.votes_against is None:
            return ""
        given = ("–" if votes is None else str(votes) for votes in (self.votes_for, self.votes_against))
        return "/".join(given)


@dataclass(frozen=True)
class Sitting:
    """The meeting that the record of a round tells of, at the place of its day. `quorum` None: it cannot be told.

    `needed` says in words how many members must be present. `data` is the fingerprint of what the record was printed from.
    """

    round: str
    held_on: date | None
    venue: str
    members: int | None
    present: int | None
    quorum: bool | None
    needed: str
    chair: str
    secretary: str
    place: Place
    data: str = ""


@dataclass(frozen=True)
class Received:
    """An award that a subject was given: in which round the council agreed (empty: told by the register), for the
    achievements of which years, on which day, and all of it in words.
    """

    kind: Subject
    unit: str
    subject: str
    born: int | None
    round: str
    years: tuple[int, ...]
    day: date | None
    words: str
    place: Place
    sure: bool = True
