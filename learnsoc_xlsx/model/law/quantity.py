"""Quantity and OpenChoice: a number of the law and a choice in words, which a decision fixes or leaves to the commune."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Quantity:
    """A number that decides something, with where it comes from.

    `key` is what a commune writes in the thresholds sheet of its register to set it; only a number
    with `verified` false can be set there. `value` None means that nobody has given the number yet.
    `local` is true once the register gave it. `clause` is where the plan or the law speaks of what it decides, `example`
    a number that only shows how one is written.
    """

    key: str
    value: Fraction | None
    source: str
    verified: bool
    local: bool = False
    label: str = ""
    clause: str = ""
    example: Fraction | None = None


@dataclass(frozen=True)
class Option:
    """One way to choose: its lasting id, and the words by which a commune names it.

    `number` says what number goes with it (empty: none); “N” in the label stands for that number. `whole`: it counts
    something, so it is a whole one. `may_lack`: the option also holds without the number. `by_law`: of a form of award, the money that the law sets goes with it; `bases`
    are the ids of the texts that it rests on.
    """

    id: str
    label: str
    number: str = ""
    whole: bool = False
    may_lack: bool = False
    by_law: bool = False
    bases: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenChoice:
    """A choice of the commune. `options` are in the order shown; `default` holds until the register says another.

    `article` is where a text speaks of it (empty: none does). One with a single option is a convention: nothing states it, and it is shown, but there is nothing to choose. With
    `several` the commune names some of the options, in its own order. A key with the place-holder {award} stands for
    one choice an award. `chosen`, `number`, `source` and `local` are the register's, once it has chosen.
    """

    key: str
    label: str
    article: str = ""
    default: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    several: bool = False
    chosen: tuple[str, ...] = ()
    number: Fraction | None = None
    source: str = ""
    local: bool = False

    @property
    def is_convention(self) -> bool:
        return len(self.options) == 1 and not self.several

    @property
    def options_held(self) -> tuple[Option, ...]:
        """The options that hold, the commune's own or those of the default, in order."""
        by_id = {option.id: option for option in self.options}
        return tuple(by_id[name] for name in self.chosen or self.default)

    @property
    def held(self) -> str:
        """The id of the one option that holds (of several the first)."""
        return self.options_held[0].id

    @property
    def shown(self) -> str:
        """The options that hold, in words, with their number."""
        return "; ".join(_named(option, self.number) for option in self.options_held)

    @property
    def whose(self) -> str:
        """Whose word it is: the commune's, the stated default, or nobody's: a convention."""
        if self.is_convention:
            return "quy ước, không chọn khác"
        return "xã chọn" if self.local else "mặc định, xã chưa chọn"


def _named(option: Option, number: Fraction | None) -> str:
    if not option.number or number is None:
        return option.label
    written = f"{float(number):g}".replace(".", ",")
    named = " ".join(written if word == "N" else word for word in option.label.split(" "))
    return named if named != option.label else f"{option.label}, {option.number} {written}"
