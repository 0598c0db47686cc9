"""Products: what is asked of a run."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True)
class Products:
    """What a run writes beside its workbooks: letters to the units, papers in Word and of these what is published, tables for
    other programs.
    """

    replies: bool = True
    papers: bool = True
    public: bool = False
    tables: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are asked for, by name."""
        return tuple(name for name, wanted in asdict(self).items() if wanted)

    @classmethod
    def named(cls, names: Iterable[str]) -> "Products":
        """Return exactly those of these names."""
        wanted = set(names)
        return cls(**{attribute.name: attribute.name in wanted for attribute in fields(cls)})


USUAL = Products()
