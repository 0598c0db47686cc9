"""From the shelf: a `Map` whose results are taken from a shelf where they lie there, and laid there where they do not."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from learnsoc_xlsx.engine import Map
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class FromShelf:
    """Runs by `work` what is not on the shelf; whoever made a result lays it there.

    `key` gives that of a task, from all that its result is made from, or nothing where none is to be kept; what it is made
    from must still be the same when it was made. `lasts` says of a result whether the next run would come to the same.
    """

    work: Map
    shelf: Shelf
    key: Callable[[Any], str]
    lasts: Callable[[Any], bool]

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        keyed = [(self.key(task), task) for task in tasks]
        make = partial(_made, work, self.shelf, self.key, self.lasts)
        there = [bool(key) and self.shelf.holds(key) for key, _ in keyed]
        made = self.work(make, [one for one, lies in zip(keyed, there, strict=True) if not lies])
        return (self._taken(make, one) if lies else next(made) for one, lies in zip(keyed, there, strict=True))

    def _taken(self, make: Callable[[tuple[str, Task]], Result], keyed: tuple[str, Task]) -> Result:
        """What lies on the shelf; where it is gone meanwhile, or damaged, it is made anew here."""
        data = self.shelf.get(keyed[0])
        return make(keyed) if data is None else pickle.loads(data)


def _made(
    work: Callable[[Task], Result],
    shelf: Shelf,
    key_of: Callable[[Task], str],
    lasts: Callable[[Result], bool],
    keyed: tuple[str, Task],
) -> Result:
    key, task = keyed
    result = work(task)
    if key and lasts(result) and key_of(task) == key:
        shelf.put(key, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
    return result
