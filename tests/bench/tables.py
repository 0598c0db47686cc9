"""The tables of a benchmark: for people on the screen, and in Markdown for a page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.bench.goals import APART, GOALS, Goal
from tests.bench.parts import PARTS, On
from tests.bench.reckoning import MEASURES, Laps, middle, steps

STEPS: Mapping[str, str] = {
    "Bắt đầu": "begin (libraries) and end",
    "Đọc các báo cáo": "receive, read, normalise",
    "Xếp theo đơn vị và năm": "settle",
    "Kiểm tra số liệu": "check",
    "Tổng hợp chỉ tiêu": "aggregate",
    "Xét khen thưởng": "award",
    "Ghi bảng kết quả và thư trả lời": "draw, write, move into place",
}
"""The steps of a run as the screen says them, and what is done in them."""


@dataclass(frozen=True)
class Grid:
    """A table: what it shows, its headings, its rows; the first column is of words, the others of figures."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def text(self) -> Iterator[str]:
        """Its lines for the screen."""
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]
        yield self.title
        for row in (self.head, *self.rows):
            first, *others = (
                cell.ljust(wide) if at == 0 else cell.rjust(wide) for at, (cell, wide) in _at(row, widths)
            )
            yield "  ".join((first, *others)).rstrip()

    def markdown(self) -> Iterator[str]:
        """Its lines for a page."""
        yield f"**{self.title}**"
        yield ""
        yield _line(self.head)
        yield _line(("---", *("--:" for _ in self.head[1:])))
        yield from map(_line, self.rows)


def grids(laps: Laps, few: int) -> list[Grid]:
    """Return every table that there is something for; `few` is how many returns stand for a few."""
    sizes = sorted({size for (_, size), found in laps.items() if size and found})
    made = (_costs(laps, sizes), _ratios(laps, sizes), _costs_apart(laps, few), _apart(laps), _steps(laps, sizes))
    return [grid for grid in made if grid.rows]


def _costs(laps: Laps, sizes: Sequence[int]) -> Grid:
    head = ("", *(f"{size:,}: {unit}" for size in sizes for unit in ("wall s", "CPU s", "MB")))
    rows = ((part.says, *_cells(laps, part.id, sizes)) for part in PARTS if part.on is On.EACH_SIZE)
    return Grid("Cost of so many returns (medians; of memory the most)", head, _filled(rows))


def _costs_apart(laps: Laps, few: int) -> Grid:
    rows = ((part.says.format(few=few), *_cells(laps, part.id, (0,))) for part in PARTS if part.on is not On.EACH_SIZE)
    return Grid("Cost apart", ("", "wall s", "CPU s", "MB"), _filled(rows))


def _cells(laps: Laps, part: str, sizes: Sequence[int]) -> Iterator[str]:
    for size in sizes:
        found = laps.get((part, size), ())
        seconds, cpu, megabytes = (middle(found, measure) for measure in MEASURES)
        yield from (_figure(seconds), _figure(cpu), f"{megabytes:,.0f}" if megabytes else "")


def _ratios(laps: Laps, sizes: Sequence[int]) -> Grid:
    head = ("", "of", *(f"{size:,}" for size in sizes), "goal", "")
    rows = []
    for goal in GOALS:
        values = {size: goal.value(laps, size) for size in sizes}
        judged = goal.judged(values.get(goal.at))
        rows.append((goal.says, goal.measure, *map(_figure, values.values()), goal.limit, judged))
    return Grid("Ratios", head, tuple(row for row in rows if any(row[2 : 2 + len(sizes)])))


def _apart(laps: Laps) -> Grid:
    rows = (_goal_row(goal, goal.value(laps, 0)) for goal in APART)
    return Grid(
        "Growth with the number of returns (1: as they do), and apart", ("", "of", "is", "goal", ""), _filled(rows, 2)
    )


def _goal_row(goal: Goal, value: float | None) -> tuple[str, ...]:
    return goal.says, goal.measure, _figure(value), goal.limit, goal.judged(value)


def _steps(laps: Laps, sizes: Sequence[int]) -> Grid:
    by_size = {size: steps(laps.get(("us", size), ())) for size in sizes}
    names = dict.fromkeys(name for found in by_size.values() for name in found)
    head = ("", *(f"{size:,}: {unit}" for size in sizes for unit in ("wall s", "CPU s", "of CPU")))
    rows = (
        (STEPS.get(name, name), *(cell for size in sizes for cell in _shares(by_size[size], name))) for name in names
    )
    return Grid("Time by stage of us, cold (what other processes do is counted where they end)", head, _filled(rows))


def _shares(found: Mapping[str, tuple[float, float]], name: str) -> tuple[str, str, str]:
    if name not in found:
        return "", "", ""
    seconds, cpu = found[name]
    return _figure(seconds), _figure(cpu), f"{cpu / sum(spent for _, spent in found.values()):.0%}"


def _figure(value: float | None) -> str:
    """Three figures of it: more cannot be trusted."""
    if value is None:
        return ""
    return f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2}f}"


def _filled(rows: Iterable[tuple[str, ...]], at: int = 1) -> tuple[tuple[str, ...], ...]:
    """The rows that have something in them, from that column on."""
    return tuple(row for row in rows if row[at])


def _at(row: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[int, tuple[str, int]]]:
    return enumerate(zip(row, widths, strict=True))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
