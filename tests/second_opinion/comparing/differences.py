"""What was compared, and every difference, with its unit, what was compared, both values and the cell."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Difference:
    """One thing of which the program and the second opinion say something different."""

    where: str
    what: str
    program: object
    second: object
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.where} · {self.what}: program {self.program}, second opinion {self.second}{f' ({self.cell})' if self.cell else ''}"


@dataclass
class Compared:
    """How many of each were compared, and the differences."""

    counts: dict[str, int] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    def same(self, kind: str, where: str, what: str, program: object, second: object, cell: str = "") -> None:
        """Compare two values of one kind."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if program != second:
            self.differences.append(Difference(where, what, program, second, cell))
