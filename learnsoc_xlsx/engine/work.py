"""The words of whoever shares out work: a map over tasks, and a task that may travel and be parted."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, Self, TypeVar, runtime_checkable

Task = TypeVar("Task")
Result = TypeVar("Result")


class Map(Protocol):
    """Runs a function over tasks and gives the results in the order of the tasks."""

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]: ...


@runtime_checkable
class Parcel(Protocol):
    """A task over several things, that another machine may do as well, and that can be parted where one of them ends the
    process that takes it up.
    """

    def sight(self) -> object:
        """What is seen from this machine of all that lies outside of the task; one that sees the same may do it."""

    def in_hand(self) -> Self:
        """The task with all that lay outside of it."""

    def halves(self) -> Sequence[Self]:
        """The task in two; nothing for one over a single thing."""

    def joined(self, results: Sequence[Any]) -> Any:
        """The result of the task, of those of its halves."""

    def given_up(self) -> Self:
        """The task in which its thing is not taken up, but named as one that ends whoever does."""


def packed(thing: object) -> bytes:
    """Return a thing as bytes that `pickle` reads, here or in another process."""
    return pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
