"""What the benchmark is to reach, declared; each goal is judged at one size, and told at every size."""

from dataclasses import dataclass

from tests.bench.reckoning import Laps, growth, middle, ratio


@dataclass(frozen=True)
class Goal:
    """A ratio of one part `over` another, a growth, or a measure of one part alone, and how much it is to be.

    `at` is the size at which it is judged; 0: at whatever size it is measured.
    """

    says: str
    measure: str
    over: str
    under: str = ""
    at_least: float | None = None
    at_most: float | None = None
    at: int = 0
    grows: bool = False

    @property
    def limit(self) -> str:
        """In words; "" where none is set."""
        sign, limit = ("≥", self.at_least) if self.at_most is None else ("≤", self.at_most)
        return "" if limit is None else f"{sign} {limit:,g}" + (f" at {self.at:,}" if self.at else "")

    def value(self, laps: Laps, size: int) -> float | None:
        """What it came to at a size (0: of what is of no size), where that was measured."""
        if self.grows:
            return growth(laps, self.over, self.measure)
        if self.under:
            return ratio(laps, self.over, self.under, size, self.measure)
        return middle(laps.get((self.over, size), ()), self.measure)

    def judged(self, value: float | None) -> str:
        """Whether a value reaches the goal, and by what factor it falls short; "" where there is no value or no limit."""
        if value is None or not self.limit:
            return ""
        over = value / self.at_most if self.at_most is not None else (self.at_least or 0.0) / value
        return "reached" if over <= 1 else f"short by {over:.2f} times"


AT = 1000
GOALS = (
    Goal("peer / us", "wall", "peer", "us", at_least=35, at=AT),
    Goal("peer / us", "CPU", "peer", "us"),
    Goal("us / floor", "wall", "us", "floor", at_most=1.5, at=AT),
    Goal("us / floor", "CPU", "us", "floor", at_most=2.6, at=AT),
    Goal("with letters / us", "wall", "letters", "us", at_most=1.25, at=AT),
    Goal("with letters / us", "CPU", "letters", "us", at_most=1.25, at=AT),
    Goal("nothing changed / us", "wall", "unchanged", "us", at_most=0.08, at=AT),
    Goal("nothing changed / us", "CPU", "unchanged", "us", at_most=0.08, at=AT),
    Goal("one corrected / us", "wall", "changed", "us", at_most=0.12, at=AT),
    Goal("one corrected / us", "CPU", "changed", "us", at_most=0.12, at=AT),
    Goal("peak memory of us, MB", "memory", "us", at_most=700, at=AT),
    Goal("peak memory of us, MB", "memory", "us", at_most=1200, at=5000),
)  # fmt: skip
APART = (
    Goal("growth of us", "wall", "us", at_most=1.0, grows=True),
    Goal("growth of us", "CPU", "us", at_most=1.0, grows=True),
    Goal("growth of floor", "wall", "floor", grows=True),
    Goal("growth of floor", "CPU", "floor", grows=True),
    Goal("growth of peer", "wall", "peer", grows=True),
    Goal("growth of peer", "CPU", "peer", grows=True),
    Goal("`learnsoc --help`, s", "wall", "help", at_most=0.25),
    Goal("`check` of an ordinary return, s", "CPU", "check", at_most=0.8),
    Goal("the sample, cold, with letters, s", "CPU", "sample", at_most=6),
    Goal("the sample, one file corrected, s", "CPU", "sample-changed", at_most=2),
    Goal("half of the cells wrong / 1 % wrong", "memory", "wrong", "few", at_most=1.5),
    Goal("half of the cells wrong / 1 % wrong", "CPU", "wrong", "few"),
)
"""Those that are of no one size: how cost grows with it (1: as the returns do), and what does not depend on it."""
