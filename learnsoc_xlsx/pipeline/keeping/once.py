"""Once: what a function makes of values alone is made once, and after that taken from the shelf."""

from collections.abc import Callable
from dataclasses import dataclass

from learnsoc_xlsx.pipeline.keeping.shelf import Shelf


@dataclass(frozen=True)
class Once:
    """Calls `make`, whose bytes follow from its arguments alone, unless the shelf has what it made of equal ones.

    Raises what `make` raises: that is not kept.
    """

    make: Callable[..., bytes]
    shelf: Shelf

    def __call__(self, *values: object) -> bytes:
        key = self.shelf.key(self.make.__qualname__, *values)
        kept = self.shelf.get(key)
        if kept is None:
            kept = self.make(*values)
            self.shelf.put(key, kept)
        return kept
