"""The words of a check: a rule between cells, and a failure to keep one."""

from dataclasses import dataclass

import pandas as pd

from learnsoc_xlsx.model.findings import Code


@dataclass(frozen=True)
class Failure:
    """A rule that a cell broke: position in the frame, the field blamed, and the code of the rule."""

    at: int
    field: str
    code: Code


@dataclass(frozen=True)
class Rule:
    """A rule between cells: holds where `held` is true; where not, `field` is blamed with `code`."""

    field: str
    code: Code
    held: pd.Series
