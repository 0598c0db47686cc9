"""Figures against sums worked out by hand: flows, stocks, openings, shares, mergers, and what is missing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pandas as pd

from learnsoc_xlsx.model.form.form import AddsUp, Counted, Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.law.indicators import Asked, Indicator, Phase, Ratio, Summed
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.aggregate.aggregate import aggregate
from learnsoc_xlsx.stages.aggregate.bodies import Body, bodies, holder

VILLAGE = Asked(("village",))
SESSIONS = Indicator("sessions", "Buổi", "buổi", "II.1", AddsUp.FLOW, VILLAGE)
OPENING = Indicator("opening", "Dư đầu", "đồng", "VI.1", AddsUp.OPENING, VILLAGE)
HOUSEHOLDS = Indicator("households", "Hộ", "hộ", "II.5", AddsUp.STOCK, VILLAGE)
REACHED = Indicator("reached", "Hộ đạt", "hộ", "II.5", AddsUp.STOCK, VILLAGE)
SHARE = Indicator("share", "Tỷ lệ", "%", "II.5", AddsUp.SHARE, Ratio("reached", "households"))
LISTED = Indicator("listed", "Số dòng", "hộ", "II.5", AddsUp.STOCK, Counted("list", "mark"))
GUESTS = Indicator("guests", "Khách", "người", "II.2", AddsUp.FLOW, Summed("list", "guests"))
LEARNERS = Indicator("learners", "Lượt học", "lượt", "II.2", AddsUp.FLOW, Summed("list", "learners"))
INDICATORS = (SESSIONS, OPENING, HOUSEHOLDS, REACHED, SHARE, LISTED, GUESTS, LEARNERS)
PHASES = (Phase("phase-1", "Giai đoạn 1", 2024, 2025, "V.1", "giai_doan_1"),)
ASKED = tuple(
    Field(each.id, each.label, Kind.COUNT, adds_up=each.adds_up) for each in (SESSIONS, OPENING, HOUSEHOLDS, REACHED)
)
SHEET = Sheet("indicators", "Chỉ tiêu", "", SheetKind.FIXED, ASKED, form="village")
LISTING = (
    Field("mark", "Đạt", Kind.MARK),
    Field("guests", "Khách", Kind.COUNT),
    Field("learners", "Lượt học", Kind.COUNT, required=True),
)
LIST = Sheet("list", "Danh sách", "", SheetKind.LIST, LISTING, form="village")


def village(name: str, until: date | None = None, successor: str | None = None) -> Unit:
    return Unit(name, "village", name, "X", None, None, until, successor, None)


def register(*villages: Unit) -> Register:
    commune = Unit("X", "commune", "Xã", None, None, None, None, None, None)
    profile = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
    return Register("danh ba.xlsx", (profile,), (commune, *villages))


TWO = register(village("A"), village("B"))
Reported = dict[tuple[str, int], tuple[int | None, int | None, int | None, int | None]]


_ALWAYS: Mapping[str, int] = {}


def figures(
    reported: Reported, units: Register = TWO, as_of: date = date(2026, 6, 1), owing_since: Mapping[str, int] = _ALWAYS
) -> list[Figure]:
    """Aggregate what (unit, year) reported of sessions, opening, households, reached."""
    rows = [(number, 0, *values) for number, values in enumerate(reported.values())]
    names = ["submission", "row", *(field.id for field in ASKED)]
    frame = pd.DataFrame(rows, columns=names).astype({field.id: "Int64" for field in ASKED})
    anchors = {field.id: f"D{at}" for at, field in enumerate(ASKED, 8)}
    layouts = {
        number: Layout(f"{unit} {year}.xlsx", "Chỉ tiêu", anchors) for number, (unit, year) in enumerate(reported)
    }
    sent = {
        number: Submission(number, f"{unit} {year}.xlsx", "", 0, Status.ACCEPTED, Stamp("village", "", year), unit)
        for number, (unit, year) in enumerate(reported)
    }
    villages = [unit.id for unit in units.units if unit.kind == "village"]

    def owing(_: Indicator, year: int) -> frozenset[str]:
        return frozenset(name for name in villages if owing_since.get(name, 0) <= year)

    return aggregate([Table(SHEET, frame, layouts)], sent, units, INDICATORS, PHASES, owing, as_of)


def one(found: list[Figure], indicator: str, body: str, period: str, structure: str = "own") -> Figure:
    (figure,) = [
        each
        for each in found
        if (each.indicator, each.id, each.period, each.structure) == (indicator, body, period, structure)
    ]
    return figure


GIVEN: Reported = {
    ("A", 2024): (3, 100, 50, 20),
    ("A", 2025): (4, 170, 52, 31),
    ("B", 2024): (5, 10, 200, 100),
    ("B", 2025): (6, 20, 201, 150),
}


def test_a_flow_of_a_phase_is_the_sum_of_its_years() -> None:
    assert one(figures(GIVEN), "sessions", "A", "phase-1").value == 3 + 4
    assert one(figures(GIVEN), "sessions", "X", "phase-1").value == 3 + 4 + 5 + 6


def test_a_stock_of_a_phase_is_its_last_year_s() -> None:
    assert one(figures(GIVEN), "households", "A", "phase-1").value == 52
    assert one(figures(GIVEN), "households", "X", "phase-1").value == 52 + 201


def test_an_opening_of_a_phase_is_its_first_year_s() -> None:
    assert one(figures(GIVEN), "opening", "X", "phase-1").value == 100 + 10


def test_a_unit_younger_than_the_phase_opens_when_it_begins_and_one_whose_first_report_is_missing_has_no_opening() -> (
    None
):
    young = {key: value for key, value in GIVEN.items() if key != ("B", 2024)}

    younger, missing = figures(young, owing_since={"B": 2025}), figures(young)

    assert one(younger, "opening", "B", "phase-1").value == 20
    assert one(missing, "opening", "B", "phase-1").value is None
    assert one(younger, "opening", "X", "phase-1").value == 100


def test_a_share_is_reckoned_anew_from_its_two_sums_and_never_averaged() -> None:
    share = one(figures(GIVEN), "share", "X", "2025")

    assert (share.numerator, share.denominator) == (31 + 150, 52 + 201)
    assert share.value == Fraction(18100, 253)


def test_a_missing_figure_is_not_nothing_and_the_sum_says_who_is_missing() -> None:
    found = figures({**GIVEN, ("B", 2025): (6, 20, None, None)})

    assert not [
        each
        for each in found
        if (each.indicator, each.id, each.period) == ("households", "B", "2025") and each.value is not None
    ]
    total = one(found, "households", "X", "2025")
    assert (total.value, total.reported, total.expected) == (52, 1, 2)


def test_a_stock_of_a_phase_does_not_fall_back_on_an_older_year() -> None:
    found = figures({key: value for key, value in GIVEN.items() if key != ("B", 2025)})

    assert one(found, "households", "B", "phase-1").value is None
    assert one(found, "households", "X", "phase-1").value == 52


def test_a_share_counts_only_units_that_gave_both_numbers() -> None:
    share = one(figures({**GIVEN, ("B", 2025): (6, 20, 201, None)}), "share", "X", "2025")

    assert (share.value, share.reported, share.expected) == (Fraction(3100, 52), 1, 2)


def test_a_share_of_nothing_is_not_known() -> None:
    assert one(figures({("A", 2025): (1, 1, 0, 0)}), "share", "A", "2025").value is None


def test_a_figure_says_which_cells_it_stands_on() -> None:
    total = one(figures(GIVEN), "households", "X", "2025")

    assert [str(origin.place) for origin in total.origins] == [
        "A 2025.xlsx › Chỉ tiêu › D10",
        "B 2025.xlsx › Chỉ tiêu › D10",
    ]


def test_a_merged_village_is_itself_in_its_own_years_and_its_successor_s_today() -> None:
    merged = register(village("A", date(2025, 12, 31), "B"), village("B"))

    found = figures(GIVEN, merged)

    assert one(found, "households", "A", "2025").value == 52
    assert one(found, "households", "B", "2025").value == 201
    assert one(found, "households", "B", "2025", "current").value == 52 + 201
    assert not [each for each in found if each.id == "A" and each.structure == "current"]
    assert one(found, "households", "X", "2025").value == 52 + 201


def test_a_village_merged_in_the_middle_of_a_year_keeps_its_own_figures_of_that_year() -> None:
    merged = register(village("A", date(2025, 8, 31), "B"), village("B"))

    found = figures(GIVEN, merged)

    assert one(found, "households", "A", "2025").value == 52
    assert one(found, "households", "B", "2025").value == 201
    assert one(found, "households", "B", "2025", "current").value == 52 + 201


def test_a_successor_that_nobody_knows_takes_nothing() -> None:
    found = figures(GIVEN, register(village("A", date(2025, 12, 31), "T99"), village("B")))

    assert not [each for each in found if each.id == "T99"]
    assert one(found, "households", "X", "2025").value == 52 + 201


def test_a_village_that_was_split_keeps_its_old_figures() -> None:
    split = register(village("A", date(2025, 12, 31), "B; C"), village("B"), village("C"))

    found = figures(GIVEN, split)

    assert one(found, "households", "A", "2025").value == 52
    assert not [each for each in found if each.structure == "current"]


def test_a_phase_equals_its_years_whatever_the_order_of_the_files() -> None:
    backwards = dict(reversed(GIVEN.items()))

    assert {(each.indicator, each.id, each.period, each.value) for each in figures(GIVEN)} == {
        (each.indicator, each.id, each.period, each.value) for each in figures(backwards)
    }


def test_a_year_of_a_phase_in_which_nobody_reported_is_counted_as_owed() -> None:
    found = figures({key: value for key, value in GIVEN.items() if key[1] == 2025})

    sessions, opening = one(found, "sessions", "X", "phase-1"), one(found, "opening", "X", "phase-1")
    assert (sessions.value, sessions.reported, sessions.expected) == (4 + 6, 2, 4)
    assert (opening.value, opening.reported, opening.expected) == (None, 0, 2)


# Lists


def listed(
    marks: list[bool | None], numbers: list[int | None], figures_given: bool = True, **columns: str
) -> list[Figure]:
    """Aggregate one return of A for 2025: a list of these rows, and (or not) an indicator sheet with a figure in it."""
    anchors = columns or {"mark": "C", "guests": "D", "learners": "E"}
    frame = pd.DataFrame(
        {
            "submission": pd.array([0] * len(marks), dtype="int64"),
            "row": pd.array(range(7, 7 + len(marks)), dtype="int64"),
            "mark": pd.array(marks, dtype="boolean"),
            "guests": pd.array(numbers, dtype="Int64"),
            "learners": pd.array(numbers, dtype="Int64"),
        }
    )
    given = pd.DataFrame(
        {"submission": [0], "row": [0]} | {field.id: pd.array([None], dtype="Int64") for field in ASKED}
    )
    if figures_given:
        given["sessions"] = pd.array([3], dtype="Int64")
    tables = [
        Table(LIST, frame, {0: Layout("A.xlsx", "Danh sách", anchors)}),
        Table(SHEET, given, {0: Layout("A.xlsx", "Chỉ tiêu", {field.id: "D8" for field in ASKED})}),
    ]
    sent = {0: Submission(0, "A.xlsx", "", 0, Status.ACCEPTED, Stamp("village", "", 2025), "A")}
    return aggregate(tables, sent, TWO, INDICATORS, PHASES, lambda _indicator, _year: frozenset("A"), date(2026, 6, 1))


def test_a_sum_over_a_list_is_of_what_is_given() -> None:
    guests = one(listed([True, None, True], [5, None, 7]), "guests", "A", "2025")

    assert (guests.value, guests.origins[0].rows, guests.origins[0].place.cell) == (12, 2, "D7:D9")


def test_a_sum_with_nothing_to_add_up_is_not_known() -> None:
    assert one(listed([True, True], [None, None]), "guests", "A", "2025").value is None


def test_a_sum_that_lacks_what_every_row_must_give_is_not_known() -> None:
    assert one(listed([True, True], [5, None]), "learners", "A", "2025").value is None
    assert one(listed([True, True], [5, 0]), "learners", "A", "2025").value == 5


def test_a_column_that_the_file_lacks_gives_no_figure() -> None:
    found = listed([True], [5], mark="C")

    assert one(found, "listed", "A", "2025").value == 1
    assert one(found, "guests", "A", "2025").value is None


def test_a_list_left_empty_says_none_only_in_a_return_that_says_something() -> None:
    assert one(listed([], []), "listed", "A", "2025").value == 0
    assert not [each for each in listed([], [], figures_given=False) if each.value is not None]


def test_a_list_is_counted_where_its_mark_is_yes_and_names_its_rows() -> None:
    frame = pd.DataFrame(
        {"submission": [0, 0, 0], "row": [7, 9, 12], "mark": pd.array([True, False, True], dtype="boolean")}
    )
    table = Table(replace(LIST, fields=LISTING[:1]), frame, {0: Layout("A.xlsx", "Danh sách", {"mark": "C"})})
    sent = {0: Submission(0, "A.xlsx", "", 0, Status.ACCEPTED, Stamp("village", "", 2025), "A")}

    found = aggregate(
        [table], sent, TWO, INDICATORS, PHASES, lambda _indicator, _year: frozenset({"A"}), date(2026, 6, 1)
    )

    listed = one(found, "listed", "A", "2025")
    assert (listed.value, listed.origins[0].rows, listed.origins[0].place.cell) == (2, 2, "C7:C12")


# Blanks in lists


WOMEN = Indicator("women", "Nữ", "lượt", "II.2", AddsUp.FLOW, Summed("list", "guests"))
WOMEN_SHARE = Indicator("women_share", "Tỷ lệ nữ", "%", "II.2", AddsUp.SHARE, Ratio("women", "learners"))


def class_list(*rows: tuple[int | None, int | None], sheet: Sheet = LIST) -> Table:
    """The list of the return of A with these (women, learners)."""
    frame = pd.DataFrame(
        {
            "submission": pd.array([0] * len(rows), dtype="int64"),
            "row": pd.array(range(7, 7 + len(rows)), dtype="int64"),
            "mark": pd.array([None] * len(rows), dtype="boolean"),
            "guests": pd.array([women for women, _ in rows], dtype="Int64"),
            "learners": pd.array([learners for _, learners in rows], dtype="Int64"),
        }
    )
    return Table(sheet, frame, {0: Layout("A.xlsx", "Danh sách", {"mark": "C", "guests": "D", "learners": "E"})})


def of_lists(*tables: Table) -> list[Figure]:
    """Aggregate the returns of A and B for 2025; only A owes one."""
    sent = {
        number: Submission(number, f"{unit}.xlsx", "", 0, Status.ACCEPTED, Stamp("village", "", 2025), unit)
        for number, unit in enumerate("AB")
    }
    asked = (WOMEN, LEARNERS, WOMEN_SHARE)
    return aggregate(tables, sent, TWO, asked, PHASES, lambda _indicator, _year: frozenset("A"), date(2026, 6, 1))


def classes(*rows: tuple[int | None, int | None]) -> list[Figure]:
    """Aggregate one return of A for 2025 with these (women, learners) in its list."""
    return of_lists(class_list(*rows))


def test_a_sum_over_a_list_with_blanks_says_over_how_many_rows_it_is() -> None:
    found = classes((20, 30), (None, 20))

    women, learners = one(found, "women", "A", "2025"), one(found, "learners", "A", "2025")
    assert (women.value, women.partial, women.origins[0].rows, women.origins[0].of_rows) == (20, True, 1, 2)
    assert (learners.value, learners.partial) == (50, False)


def test_a_share_over_a_list_pairs_its_sides_row_by_row() -> None:
    share = one(classes((20, 30), (None, 20)), "women_share", "A", "2025")

    assert (share.numerator, share.denominator, share.partial) == (20, 30, True)
    assert share.value == Fraction(2000, 30)


def test_a_share_over_a_whole_list_is_of_all_its_rows() -> None:
    share = one(classes((20, 30), (0, 20)), "women_share", "A", "2025")

    assert (share.value, share.partial) == (Fraction(40), False)


def test_a_partial_sum_stays_partial_in_the_commune_and_in_the_phase() -> None:
    found = classes((20, 30), (None, 20))

    assert one(found, "women", "X", "2025").partial
    assert one(found, "women_share", "X", "phase-1").partial
    assert one(found, "women_share", "X", "phase-1").value == Fraction(2000, 30)


def test_a_share_of_which_no_row_gives_both_sides_is_not_known() -> None:
    assert one(classes((None, 30), (None, 20)), "women_share", "A", "2025").value is None


def test_another_list_with_the_same_columns_adds_nothing_to_a_share() -> None:
    other = replace(LIST, id="other")

    share = one(of_lists(class_list((20, 30)), class_list((9, 90), sheet=other)), "women_share", "A", "2025")

    assert (share.numerator, share.denominator) == (20, 30)


def test_a_share_adds_what_one_unit_typed_to_the_whole_rows_of_another_s_list() -> None:
    fields = tuple(Field(name, name, Kind.COUNT, adds_up=AddsUp.FLOW) for name in ("women", "learners"))
    typed = replace(SHEET, fields=fields)
    row = pd.DataFrame({"submission": [1], "row": [0], "women": [5], "learners": [10]})
    by_b = Table(typed, row, {1: Layout("B.xlsx", "Chỉ tiêu", {"women": "D8", "learners": "D9"})})

    share = one(of_lists(class_list((20, 30), (7, None)), by_b), "women_share", "X", "2025")

    assert (share.numerator, share.denominator) == (20 + 5, 30 + 10)


def test_of_a_list_of_nominees_alone_the_sum_is_not_known_and_says_why() -> None:
    women = one(of_lists(class_list((20, 30), sheet=replace(LIST, nominees_only=True))), "women", "X", "2025")

    assert (women.value, women.unlisted, women.reported) == (None, True, 1)


# Who stands for whom

LAST = date(2026, 12, 31)
NEXT = date(2027, 1, 1)


def test_a_unit_holds_its_own_figures_to_its_last_day_and_its_successor_from_the_next() -> None:
    merged = register(village("A", until=LAST, successor="B"), village("B"))

    assert [holder(merged, "A", day) for day in (LAST, NEXT)] == ["A", "B"]


def test_of_a_unit_that_was_split_or_whose_successor_nobody_knows_the_figures_stay_with_it() -> None:
    split = register(village("A", until=LAST, successor="B;C"), village("B"), village("C"))
    lost = register(village("A", until=LAST, successor="Z"))

    assert [holder(one, "A", NEXT) for one in (split, lost)] == ["A", "A"]


def test_mergers_are_followed_one_after_the_other_and_a_circle_ends() -> None:
    chain = register(village("A", LAST, "B"), village("B", LAST, "C"), village("C"))
    circle = register(village("A", LAST, "B"), village("B", LAST, "A"))

    assert holder(chain, "A", NEXT) == "C"
    assert holder(circle, "A", NEXT) in ("A", "B")


def test_the_commune_and_whoever_is_above_it_hold_what_its_units_do_in_one_order() -> None:
    above = Unit("P", "province", "Tỉnh", "Z", None, None, None, None, None)
    commune = Unit("X", "commune", "Xã", "P", None, None, None, None, None)
    levels = replace(TWO, units=(above, commune, *TWO.units[1:]))

    made = bodies(levels, {"B": "B", "A": "A"}, LAST)

    both = frozenset(("A", "B"))
    assert made == [
        Body("commune", "X", both),
        Body("province", "P", both),
        Body("unit", "A", frozenset("A")),
        Body("unit", "B", frozenset("B")),
    ]
