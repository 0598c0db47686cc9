"""What is promised of a folder, each a function that tells what breaks it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from learnsoc_xlsx.model.findings.codes import Code
from tests.load.came import Came
from tests.load.sent import ANYWHERE, Known, State, Wrong

OF_THE_FOLDER = frozenset(
    code.code
    for code in (
        Code.COPY_OF_ANOTHER,
        Code.NAMESAKE,
        Code.MANY_NAMESAKES,
        Code.NOMINATED_TWICE,
        Code.RECOGNITION_DOUBTED,
        Code.COUNT_DIFFERS,
    )
)
"""What may be said of a return because of the other returns, which name the same people, or of what a wrong cell leaves to be
counted: none of it is a mistake that was made on purpose.
"""
SUMMED = ("communication_sessions", "communication_attendances", "fund_opening", "fund_income", "fund_spending")
"""What every form asks for, and what the commune has of it is what its units have."""
SHEETS_OF_ONE_UNIT = ("accepted", "accepted_with_findings")
AWAY, TAKEN = ("•", "✘"), "✔"
"""How Kiem_tra marks what is not counted, and what is."""

Lot = Mapping[str, Known]
"""What is known of each file, by its name."""
Promise = Callable[[Lot, Came], Iterator[str]]


def every_file_is_listed_once(lot: Lot, came: Came) -> Iterator[str]:
    yield from (f"{name}: in no list" for name in lot if name not in came.files)
    if came.listed != len(came.files):
        yield f"{came.listed - len(came.files)} files are listed twice"


def what_opens_is_counted_and_nothing_else(lot: Lot, came: Came) -> Iterator[str]:
    for name, known in lot.items():
        status = came.files.get(name, {}).get("status")
        if (status in SHEETS_OF_ONE_UNIT) is not (known.state is State.READ):
            yield f"{name} ({known.what}): {status}"


def what_does_not_open_leaves_its_unit_without_a_return(lot: Lot, came: Came) -> Iterator[str]:
    for name, known in lot.items():
        if known.unit and (known.unit in came.missing) is not (known.state is not State.READ):
            yield f"{name} ({known.what}): {known.unit} is {'' if known.unit in came.missing else 'not '}missing"


def every_mistake_is_named_at_its_place(lot: Lot, came: Came) -> Iterator[str]:
    for name, known in lot.items():
        found = came.found.get(name, ())
        yield from (f"{name} ({known.what}): nothing at {one}" for one in known.wrong if not _named(one, found))
        if known.state is not State.READ and not found and not came.files.get(name, {}).get("status_code"):
            yield f"{name} ({known.what}): turned away without a word"


def nothing_else_is_blamed(lot: Lot, came: Came) -> Iterator[str]:
    for name, known in lot.items():
        if known.state is State.READ:
            others = Counter(
                one
                for one in came.found.get(name, ())
                if one.code not in OF_THE_FOLDER and not any(_named(wrong, [one]) for wrong in known.wrong)
            )
            yield from (f"{name} ({known.what}): {one}" for one in others)


def every_good_figure_is_taken_as_it_stands(lot: Lot, came: Came) -> Iterator[str]:
    for name, known in lot.items():
        for indicator, value in known.figures.items() if known.state is State.READ else ():
            taken = came.figures.get((known.unit, indicator))
            if taken != value:
                yield f"{name} ({known.what}): {indicator} is {taken}, not {value}"


def the_commune_has_what_its_units_have(lot: Lot, came: Came) -> Iterator[str]:
    for indicator in SUMMED:
        values = [_value(known, indicator, came) for known in lot.values() if known.state is State.READ]
        if came.commune.get(indicator) != sum(values):
            yield f"{indicator}: the commune has {came.commune.get(indicator)}, its units {sum(values)}"


def every_row_is_taken_turned_away_or_left_with_a_reason(lot: Lot, came: Came) -> Iterator[str]:
    for name, file in came.files.items():
        for table in file["tables"]:
            if table["read"] != table["accepted"] + table["rejected"] + table["ignored"]:
                yield f"{name}: {table}"
    for name, known in lot.items():
        rows = {table["table"]: table["read"] for table in came.files.get(name, {}).get("tables", ())}
        yield from (
            f"{name}: {rows.get(of)} rows of {of}, not {n}" for of, n in known.rows.items() if rows.get(of) != n
        )


def kiem_tra_says_of_every_file_what_became_of_it(lot: Lot, came: Came) -> Iterator[str]:
    for name, known in lot.items():
        _, mark, reason = came.told.get(name, ("", "", ""))[:3]
        if not mark.startswith(TAKEN if known.state is State.READ else AWAY):
            yield f"{name} ({known.what}): Kiem_tra says “{mark}”"
        if known.state is not State.READ and not reason:
            yield f"{name} ({known.what}): Kiem_tra gives no reason"


PROMISES: tuple[Promise, ...] = (
    every_file_is_listed_once,
    what_opens_is_counted_and_nothing_else,
    what_does_not_open_leaves_its_unit_without_a_return,
    every_mistake_is_named_at_its_place,
    nothing_else_is_blamed,
    every_good_figure_is_taken_as_it_stands,
    the_commune_has_what_its_units_have,
    every_row_is_taken_turned_away_or_left_with_a_reason,
    kiem_tra_says_of_every_file_what_became_of_it,
)


def _named(wanted: Wrong, found: Sequence[Wrong]) -> bool:
    """Whether a finding stands there, of that code where one is asked for; of a hostile file on a busy machine it may be told
    that it took too long.
    """
    if wanted.sheet == ANYWHERE:
        return any(one.code in (wanted.code, Code.GAVE_UP.code) for one in found)
    return any((one.sheet, one.cell) == (wanted.sheet, wanted.cell) and wanted.code in ("", one.code) for one in found)


def _value(known: Known, indicator: str, came: Came) -> int:
    """What a unit adds: what is known, and of what a mistake may have cost whatever the run says of the unit."""
    value = known.figures.get(indicator, came.figures.get((known.unit, indicator)))
    return value if isinstance(value, int) else 0
