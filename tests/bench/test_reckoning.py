"""The benchmark's arithmetic, on laps whose result is plain: medians, ratios, growth, goals, time by stage, memory."""

import sys
from pathlib import Path

import pytest

from tests.bench import memory
from tests.bench.__main__ import Wanted
from tests.bench.goals import Goal
from tests.bench.laps import Lap, lap
from tests.bench.parts import chosen
from tests.bench.profiled import within
from tests.bench.reckoning import growth, middle, ratio, steps
from tests.bench.tables import Grid, grids

US = [Lap(2.0, 4.0, 500.0), Lap(8.0, 5.0, 900.0), Lap(3.0, 3.0, 400.0)]


def test_the_middle_lap_counts_and_of_memory_the_most() -> None:
    assert [middle(US, measure) for measure in ("wall", "CPU", "memory")] == [3.0, 4.0, 900.0]
    assert middle([], "wall") is None


def test_a_ratio_is_of_the_middles_at_one_size_and_there_is_none_where_one_is_missing() -> None:
    laps = {("us", 100): US, ("peer", 100): [Lap(60.0, 44.0, 200.0)], ("peer", 300): [Lap(1.0, 1.0, 1.0)]}

    assert ratio(laps, "peer", "us", 100, "wall") == 20
    assert ratio(laps, "peer", "us", 100, "CPU") == 11
    assert ratio(laps, "peer", "us", 300, "CPU") is None


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_growth_is_the_power_of_the_number_of_returns(power: float) -> None:
    laps = {("us", size): [Lap(3 * size**power, size, 1.0)] for size in (100, 300, 1000)}

    assert growth(laps, "us", "wall") == pytest.approx(power)
    assert growth(laps, "us", "CPU") == pytest.approx(1)


def test_one_size_has_no_growth_nor_has_what_is_of_no_size() -> None:
    assert growth({("us", 100): US, ("us", 0): US, ("floor", 300): US}, "us", "wall") is None


def test_what_no_step_counts_is_counted_with_the_first() -> None:
    laps = [Lap(10.0, 20.0, 1.0, {"begin": (0.5, 1.0), "read": (4.0, 12.0), "write": (3.0, 2.0)})]

    assert steps(laps) == {"begin": (3.0, 6.0), "read": (4.0, 12.0), "write": (3.0, 2.0)}
    assert steps([Lap(1.0, 1.0, 1.0)]) == {}


@pytest.mark.parametrize(
    ("goal", "value", "judged"),
    [
        (Goal("peer / us", "wall", "peer", "us", at_least=35), 35.0, "reached"),
        (Goal("peer / us", "wall", "peer", "us", at_least=35), 17.5, "short by 2.00 times"),
        (Goal("us / floor", "wall", "us", "floor", at_most=1.5), 1.5, "reached"),
        (Goal("us / floor", "wall", "us", "floor", at_most=1.5), 3.0, "short by 2.00 times"),
        (Goal("us / floor", "wall", "us", "floor"), 3.0, ""),
        (Goal("us / floor", "wall", "us", "floor", at_most=1.5), None, ""),
    ],
)
def test_a_goal_says_whether_it_is_reached_and_by_what_factor_not(goal: Goal, value: float, judged: str) -> None:
    assert goal.judged(value) == judged


def test_a_goal_is_judged_at_its_size_alone() -> None:
    laps = {(part, size): US for part in ("us", "floor") for size in (100, 1000)}
    (ratios,) = [grid for grid in grids(laps, 60) if grid.title == "Ratios"]

    row = next(row for row in ratios.rows if row[:2] == ("us / floor", "wall"))

    assert row == ("us / floor", "wall", "1.00", "1.00", "≤ 1.5 at 1,000", "reached")
    assert next(row for row in ratios.rows if "at 5,000" in row[-2])[-1] == ""


def test_a_table_is_the_same_on_the_screen_and_on_a_page() -> None:
    grid = Grid("Cost", ("", "s", "MB"), (("us", "1.00", "1,200"), ("floor", "10.0", "")))

    assert list(grid.text()) == ["Cost", "          s     MB", "us     1.00  1,200", "floor  10.0"]
    assert list(grid.markdown())[2:] == [
        "|  | s | MB |",
        "| --- | --: | --: |",
        "| us | 1.00 | 1,200 |",
        "| floor | 10.0 |  |",
    ]


def test_a_part_takes_along_what_it_stands_on() -> None:
    assert [part.id for part in chosen(["changed", "wrong"])] == ["us", "changed", "few", "wrong"]


def stat(pid: int, session: int, pages: int, name: str = "python") -> str:
    return f"{pid} ({name}) S 1 {pid} {session} " + "0 " * 17 + f"{pages} 0 0"


def test_the_memory_of_a_session_is_of_its_processes_alone_whatever_their_names() -> None:
    stats = {7: stat(7, 7, 1000), 8: stat(8, 7, 500, "a) S 9 (b"), 9: stat(9, 9, 800)}

    assert memory.resident_in(stats, 7) == {7: 4.096, 8: 2.048}


def test_a_shared_page_counts_for_its_part() -> None:
    assert memory.proportional_in("5-7 ---p 00:00 0 [rollup]\nRss:  9000 kB\nPss:  2000 kB\nPss_Anon: 1 kB\n") == 2.048


HOLDS = "import sys, time; held = bytearray(b'1') * 50_000_000; {then}; time.sleep(1)"
TWO = "import subprocess; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"


@pytest.mark.skipif(not memory.SEEN, reason="only Linux lets one look")
def test_a_lap_has_the_memory_and_the_cpu_of_the_children_as_well(tmp_path: Path) -> None:
    busy = "end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
    child = HOLDS.format(then="pass") + "\n" + busy

    made = lap([sys.executable, "-c", HOLDS.format(then=TWO), child], tmp_path, {}, (0,))

    assert 100 < made.megabytes < 200
    assert 0.3 < made.cpu < made.seconds


def test_a_lap_that_fails_is_no_lap(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="it broke"):
        lap([sys.executable, "-c", "raise SystemExit('it broke')"], tmp_path, {}, (0,))


def test_what_is_spent_in_a_room_is_counted_once_where_one_of_us_enters_it() -> None:
    begun, first, second = (
        ("/learnsoc_xlsx/" + path, 1, name) for path, name in (("run", "f"), ("a/x", "g"), ("a/y", "h"))
    )
    library = ("~", 0, "<sorted>")
    entries = {
        begun: (1, 1, 1.0, 10.0, {}),
        first: (1, 1, 2.0, 9.0, {begun: (1, 1, 2.0, 9.0)}),
        library: (1, 1, 1.0, 7.0, {first: (1, 1, 1.0, 7.0)}),
        second: (2, 2, 6.0, 6.0, {library: (1, 1, 5.0, 5.0), first: (1, 1, 1.0, 1.0)}),
    }

    assert [within(entries, pattern) for pattern in ("/a/", "a/y", "sorted", "/b/")] == [9.0, 1.0, 7.0, 0.0]


def test_the_yardsticks_and_us_are_run_in_turn_and_peer_as_far_as_is_asked(tmp_path: Path) -> None:
    wanted = Wanted(chosen(["peer", "floor", "us", "help"]), (100, 300), 2, 1, 100, 60, 1, tmp_path)

    assert [(part.id, size) for part, size in wanted.laps()] == [
        *(("floor", 100), ("us", 100), ("peer", 100), ("floor", 100), ("us", 100)),
        *(("floor", 300), ("us", 300), ("floor", 300), ("us", 300)),
        *(("help", 0), ("help", 0)),
    ]
