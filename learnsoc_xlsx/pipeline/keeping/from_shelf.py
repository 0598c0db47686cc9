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
        if not self.shelf.keeps:
            return self.work(work, tasks)
        keyed = [(self.key(task), task) for task in tasks]
        lie = [bool(key) and self.shelf.holds(key) for key, _ in keyed]
        make = partial(self._made, work)
        made = self.work(make, [task for (_, task), lies in zip(keyed, lie, strict=True) if not lies])
        return (
            self._taken(key, make, task) if lies else self._kept(key, task, next(made))
            for (key, task), lies in zip(keyed, lie, strict=True)
        )

    def _taken(self, key: str, make: Callable[[Task], Result], task: Task) -> Result:
        """What lies on the shelf; where it is gone meanwhile, or damaged, it is made anew here."""
        data = self.shelf.get(key)
        return make(task) if data is None else pickle.loads(data)

    def _made(self, work: Callable[[Task], Result], task: Task) -> Result:
        key = self.key(task)
        return self._kept(key, task, work(task))

    def _kept(self, key: str, task: Task, result: Result) -> Result:
        """A result, laid on the shelf where it does not lie there yet: another machine has a shelf of its own."""
        if key and not self.shelf.holds(key) and self.lasts(result) and self.key(task) == key:
            self.shelf.put(key, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        return result
