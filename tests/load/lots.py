"""Lots: so many files of all kinds, in an order that chance gives, and the register that knows whose they are."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import itemgetter
from random import Random

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.stages.template.template import template
from tests.bench.returns import FEW_ROWS, village_of
from tests.bench.returns import Lot as Villages
from tests.bench.returns import village as village_sent
from tests.load.broken import HOSTILE, corrupt, hostile
from tests.load.papers import DONE, FIRST, good, mutated
from tests.load.sent import Known, Sent, Wrong
from tests.made_up.register import choices, profile, register_of, unit
from tests.made_up.values import Row
from tests.mutations.mutation import Mutation
from tests.mutations.returns import AS_OF, FORMS, OTHER_VILLAGE, YEAR, form_of, unit_of

WRONG = 0.0225
"""The share of the cells of the villages' returns that are wrong: one in a hundred of all cells, as the others have fewer."""
BROKEN = 250
"""One in so many files is hostile, another one corrupt; of each there are two at least."""
Maker = Callable[[], Sent]


@dataclass(frozen=True)
class Lot:
    """So many files, and the seed that they grow from: a tenth are returns of villages with rows of their own, to a sixth a
    mutation was done, each of them to one at least where there is room for all, and the rest are good.
    """

    count: int
    seed: int = 1

    @property
    def broken(self) -> int:
        """How many are hostile, and how many corrupt."""
        return max(2, self.count // BROKEN)

    @property
    def villages(self) -> int:
        return self.count // 10

    def makers(self) -> Iterator[Maker]:
        """What makes each of the files, one after the other, in the order of their names."""
        makers = list(self._made(_Numbers()))
        Random(f"order {self.seed}").shuffle(makers)
        return iter(makers)

    def _made(self, numbers: "_Numbers") -> Iterator[Maker]:
        chance = Random(f"lot {self.seed}")
        done = _each_once(chance.sample(DONE, len(DONE)))[: self.count // 6]
        first = chance.randrange(len(HOSTILE))
        for at in range(self.broken):
            form = FORMS[at % len(FORMS)]
            yield partial(hostile, first + at)
            yield partial(corrupt, form, numbers.next(form), at, Random(f"corrupt {self.seed} {at}"), self.seed)
        for at in range(self.villages):
            yield partial(_village, at + 1, self.seed)
        for mutation, form in done:
            yield partial(mutated, mutation, form, numbers.next(form), self.seed)
        for at in range(self.count - 2 * self.broken - self.villages - len(done)):
            form = FORMS[at % len(FORMS)]
            yield partial(good, form, numbers.next(form), self.seed)

    def register(self) -> bytes:
        """The register of a commune that knows all who sent something, and of each form two units that send nothing."""
        numbers, since = _Numbers(), date(YEAR, 1, 1)
        deque(self._made(numbers), maxlen=0)
        units: list[Row] = [
            {"id": "P01", "kind": "province", "name": "Tỉnh Đông Giang"},
            unit("X01", "commune", "Xã Tân Học", parent="P01"),
            unit("T9999", "village", OTHER_VILLAGE, since=since),
            *map(village_of, range(1, self.villages + 1)),
        ]
        for form in FORMS:
            named = (unit_of(form, number) for number in range(numbers.last[form] + 1))
            units += [unit(identity, form, name, since=since) for identity, name in named]
        profiles = [profile(date(2020, 1, 1), "tỉnh Đông Giang", "Tân Học", "Trần Mẫu Hai")]
        rows = register_of(AS_OF, profiles, units) | choices(FORMS, "Ví dụ", "Ví dụ")
        rows["thresholds"] = [row for row in rows["thresholds"] if row["key"] != "award.unit.policies"]  # asked no more
        return template(form_of("register"), Prefill(rows=rows))


def _each_once(done: Sequence[tuple[Mutation, str]]) -> list[tuple[Mutation, str]]:
    """Every mutation on one of its forms, before any of them on another."""
    met = Counter[str]()
    turns: list[tuple[int, int, Mutation, str]] = []
    for mutation, form in done:
        met[mutation.name] += 1
        turns.append((met[mutation.name], len(turns), mutation, form))
    return [(mutation, form) for _, _, mutation, form in sorted(turns, key=itemgetter(0, 1))]


class _Numbers:
    """The units of each form, counted as they are given something to send."""

    def __init__(self) -> None:
        self.last = dict.fromkeys(FORMS, FIRST - 1)

    def next(self, form: str) -> int:
        self.last[form] += 1
        return self.last[form]


def _village(number: int, seed: int) -> Sent:
    made = village_sent(number, Villages(number, WRONG, seed, FEW_ROWS, FEW_ROWS))
    figures = {name: value for name, value in made.figures.items() if isinstance(value, int)}
    known = Known(
        str(village_of(number)["id"]),
        wrong=frozenset(Wrong(sheet, cell) for sheet, cell in made.wrong),
        figures=figures,
        rows={f"village.{sheet}": count for sheet, count in made.records.items() if count > 1},
        cells=made.cells,
        spoilt=len(made.wrong),
    )
    return Sent(".xlsx", made.data, known)
