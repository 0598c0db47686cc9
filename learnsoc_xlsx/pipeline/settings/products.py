"""Products: what is asked of a run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Products:
    """What a run writes beside its workbooks: letters to the units, papers in Word and of these what is published, tables for
    other programs.
    """

    replies: bool = True
    papers: bool = True
    public: bool = False
    tables: bool = False


USUAL = Products()
