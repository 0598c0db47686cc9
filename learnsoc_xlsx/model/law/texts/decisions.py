"""Decisions: what a legal text states, dated and cited, with its deadlines and how far figures may jump."""

from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.awards import Award, Round
from learnsoc_xlsx.model.law.bonus import BasePay, BonusRate, Rounding
from learnsoc_xlsx.model.law.indicators import Phase, Target
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.law.recognition import Recognition, Title
from learnsoc_xlsx.model.law.texts.bases import Basis


@dataclass(frozen=True)
class Deadline:
    """The last day on which a report of these unit kinds is on time: every year, unless the register says otherwise."""

    unit_kinds: tuple[str, ...]
    month: int
    day: int
    source: str
    verified: bool


@dataclass(frozen=True)
class Jump:
    """How far a kind of figure may lie from the same unit's last year's: more than `factor` times it, or less than one
    `factor`-th of it, and apart by `least` or more, is a jump.
    """

    id: str
    label: str
    factor: Quantity
    least: Quantity


@dataclass(frozen=True)
class Retired:
    """A number that the register once set and nothing goes by any more: its key, and what is done instead."""

    key: str
    instead: str


@dataclass(frozen=True)
class Decision:
    """A legal text (văn bản) as far as it decides something here. In year Y the newest one in force governs.

    `issued` is the day on which it was signed (None: not known). `first_day` and `last_day` are those in force, where they
    are known and are not those of the years that it governs. `amends` is the id of the text that it amends (empty: none).
    `file` is the file that states it, `sha256` the hash of what stands there.
    """

    id: str
    name: str
    issuer: str
    in_force: int
    verified: bool
    source: str
    issued: date | None = None
    until: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    amends: str = ""
    recognition: Recognition | None = None
    titles: tuple[Title, ...] = ()
    awards: tuple[Award, ...] = ()
    rounds: tuple[Round, ...] = ()
    phases: tuple[Phase, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    bonuses: tuple[BonusRate, ...] = ()
    base_pay: tuple[BasePay, ...] = ()
    roundings: tuple[Rounding, ...] = ()
    bases: tuple[Basis, ...] = ()
    jumps: tuple[Jump, ...] = ()
    choices: tuple[OpenChoice, ...] = ()
    retired: tuple[Retired, ...] = ()
    note: str = ""
    file: str = ""
    sha256: str = ""

    def governs(self, year: int) -> bool:
        """Whether this decision is in force in a year."""
        return self.in_force <= year <= (self.until or year)
