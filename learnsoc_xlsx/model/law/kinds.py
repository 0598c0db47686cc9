"""The terms of a decision: each word that decides which way something is judged, as a member of an enumeration.

A value is the word as a decision file writes it; no other word is read.
"""

from enum import Enum, StrEnum


class ConditionTest(Enum):
    """How a condition of an award is tested: a title holds, a mark is yes, a number is reached, one option holds."""

    TITLE = "title"
    YES = "yes"
    AT_LEAST = "at_least"
    ANY = "any"


class TitleRule(Enum):
    """By what a title is reached: the total of its points, or every criterion met."""

    POINTS = "points"
    EVERY = "every"


class Contradicted(Enum):
    """What a recognition gives that the title's own criteria contradict: it stands, with a doubt, or is undecided."""

    STANDS = "stands"
    UNDECIDED = "undecided"


class Undated(Enum):
    """What a recognition without its day or year gives: it is of the year whose report says it, or not known."""

    OF_ITS_REPORT = "of_its_report"
    UNKNOWN = "unknown"


class Bearer(Enum):
    """Who bears a title; of a commune every figure speaks that its units give."""

    UNIT = "unit"
    VILLAGE = "village"
    COMMUNE = "commune"
    ENTERPRISE = "enterprise"
    HOUSEHOLD = "household"
    CLAN = "clan"
    INDIVIDUAL = "individual"


class Subject(StrEnum):
    """What kind of subject is awarded: it sets the bonus rate, and is the choice in a nomination sheet."""

    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    CLAN = "clan"
    INDIVIDUAL = "individual"


class Candidates(Enum):
    """Who is a candidate for an award: every unit of its kinds, or whoever the units nominated."""

    UNITS = "units"
    NOMINATED = "nominated"


class Ties(Enum):
    """What becomes of equals across the quota: the council decides among them, all are recommended, or none."""

    COUNCIL = "council"
    INCLUDE = "include"
    NONE = "none"


class Quorum(Enum):
    """How many members must be present for the council to meet: two thirds, more than half, a percentage, or whoever comes."""

    TWO_THIRDS = "two_thirds"
    HALF = "half"
    PERCENT = "percent"
    NONE = "none"


class Achievement(Enum):
    """Whether an award of a year was given for the achievement that a round over a phase, or one that proposes to the level
    above, looks at, or for another.
    """

    SAME = "same"
    OTHER = "other"


class Reach(Enum):
    """In which of its years a round over a phase asks a condition: its last, some, every one, or summed over all."""

    LAST = "last"
    SOME = "some"
    EVERY = "every"
    SUM = "sum"


class Span(Enum):
    """When a round is held: in each year, or once over every year of its phase."""

    YEAR = "year"
    PHASE = "phase"
