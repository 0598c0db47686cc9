"""What is asked about a person is asked for something: a purpose, and who gets to see the answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from learnsoc_xlsx.model.form.form import Field, Sheet, SheetKind


@dataclass(frozen=True)
class Seer:
    """Who sees an answer, and in which of the outputs, in words."""

    who: str
    outputs: str


@dataclass(frozen=True)
class Purpose:
    """What fields about persons are asked for.

    `why` is a sentence in Vietnamese, `clause` the clause of the plan that it serves, `seen_by` who sees the answer beside the
    one who gave it. It is that of the `fields`, by id, of these `sheets` (empty: of any). With `others` it is that of the other
    columns of these lists of persons as well: what a field says of a person by itself must be named.
    """

    why: str
    clause: str
    seen_by: tuple[Seer, ...]
    fields: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    others: bool = False

    def is_of(self, sheet: Sheet, field: Field) -> bool:
        """Whether it is declared for a field of a sheet."""
        is_named = field.id in self.fields or (self.others and not field.personal)
        return is_named and (not self.sheets or sheet.id in self.sheets)


@dataclass(frozen=True)
class PersonsLaw:
    """A text of the law on personal data, and whether what is said here was held against its words."""

    name: str
    verified: bool


def is_about_persons(sheet: Sheet, field: Field) -> bool:
    """Whether a field holds what is said of a person: by itself, or because each row of its list is about one."""
    return field.personal or (sheet.kind is SheetKind.LIST and sheet.subject.personal)


def purpose_of(sheet: Sheet, field: Field, purposes: Iterable[Purpose]) -> Purpose | None:
    """Return what a field about persons is asked for, of all purposes the first that is declared for it; None of a field that is
    about nobody. Raises LookupError where none is declared.
    """
    if not is_about_persons(sheet, field):
        return None
    for purpose in purposes:
        if purpose.is_of(sheet, field):
            return purpose
    raise LookupError(f"{sheet.key}.{field.id} asks about persons, and no purpose is declared for it")
