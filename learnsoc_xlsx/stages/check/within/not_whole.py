"""Not whole: the figures of which a return itself says that not every report stands behind them; no rule is held against these."""

from collections.abc import Mapping, Sequence

import pandas as pd

from learnsoc_xlsx.model.returns.tables import Table

Loose = Mapping[int, frozenset[str]]
"""By submission, the ids of such figures."""
NONE_LOOSE: Loose = {}


def not_whole(tables: Sequence[Table]) -> Loose:
    """Return, by submission, the figures that a list of it names as not whole."""
    loose: dict[int, frozenset[str]] = {}
    for table in (table for table in tables if table.sheet.not_whole):
        assert table.sheet.not_whole is not None
        named = table.rows[["submission", table.sheet.not_whole.indicator]].dropna()
        for number, name in named.itertuples(index=False):
            loose[int(number)] = loose.get(int(number), frozenset()) | {str(name)}
    return loose


def held_or_loose(held: pd.Series, numbers: pd.Series, fields: frozenset[str], loose: Loose) -> pd.Series:
    """Return where a rule between fields holds, or one of them is not whole, by the `numbers` of the submissions."""
    free = {number for number, names in loose.items() if names & fields}
    return held | numbers.isin(free) if free else held
