"""Who sends a report: a village, a school, a department, an enterprise, the centre, the commune's own officers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sender:
    """A unit that reports on the form of its kind: `size` is households of a village, members of any other.

    `since` and `until` are the first and the last year in which it reports, `level` is that of a school. Units of one `cohort` may have people born in the same year.
    """

    id: str
    kind: str
    name: str
    size: int
    until: int = 2030
    since: int = 2024
    level: str = ""
    cohort: int = 0
