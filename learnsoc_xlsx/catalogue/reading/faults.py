"""Faults of the law: what a declaration says that nobody knows, in one sentence with file, table and key."""

import difflib
from collections.abc import Collection
from dataclasses import dataclass

from learnsoc_xlsx.model.errors import Refusal

_FEW = 12
"""So many words are listed where none is near; a longer list would bury the sentence."""


class DecisionError(Refusal):
    """The law as shipped cannot be used: our mistake, which stops every run; `str()` is one Vietnamese sentence."""


@dataclass(frozen=True)
class Spot:
    """A place in the law: the file, and the tables from the outermost to the one that is meant."""

    file: str
    tables: tuple[str, ...] = ()

    def within(self, name: str, which: str) -> "Spot":
        """Return the spot of a table inside this one, told apart by an id or, without one, by what it is about."""
        return Spot(self.file, (*self.tables, f"{name} “{which}”"))

    def fault(self, key: str, sentence: str) -> DecisionError:
        """Return the error that says at a key of this table what is wrong and what is expected."""
        place = " › ".join((self.file, *self.tables, key))
        return DecisionError(f"Chương trình khai báo sai ở {place}: {sentence}. Hãy báo người giữ chương trình.")


def instead_of(word: str, among: Collection[str]) -> str:
    """Say which known word is near to one that is not known; where none is, which there are, if they are few."""
    near = difflib.get_close_matches(word, sorted(among), 1)
    if near:
        return f", gần giống “{near[0]}”"
    return f"; chỉ có: {', '.join(sorted(among)) or 'không có gì'}" if len(among) <= _FEW else ""
