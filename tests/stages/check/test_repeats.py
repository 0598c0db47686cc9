"""Which row of a list repeats another: the first that says something of its names stands, whatever lies between."""

import pandas as pd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.stages.check.within.rules import rules_of

FIELDS = (
    Field("name", "Họ và tên", Kind.TEXT, identity=True),
    Field("born", "Năm sinh", Kind.YEAR),
    Field("word", "Xác nhận", Kind.TEXT),
)
Row = tuple[int, str | None, int | None, str | None]


def repeats(*rows: Row, told_by: str = "") -> list[int]:
    """The positions of the rows that repeat another: of each its submission, name, year of birth and word."""
    submission, name, born, word = zip(*rows, strict=True)
    frame = pd.DataFrame(
        {
            "submission": pd.array(submission, dtype="Int64"),
            "name": pd.array(name, dtype="str"),
            "born": pd.array(born, dtype="Int64"),
            "word": pd.array(word, dtype="str"),
        }
    )
    sheet = Sheet("list", "", "", SheetKind.LIST, FIELDS, distinct=("name", "born"), told_by=told_by)
    (rule,) = (rule for rule in rules_of(sheet, frame) if rule.code is Code.REPEATED)
    return [at for at, held in enumerate(rule.held) if not held]


def test_a_row_repeats_one_of_its_own_return_that_bears_its_names_however_they_are_typed() -> None:
    assert repeats((1, "An Hòa", 1980, None), (2, "An Hòa", 1980, None), (1, "an  hoà", 1980, None)) == [2]


def test_a_year_of_birth_that_is_not_given_is_no_other_than_one_that_is_not_given() -> None:
    assert repeats((1, "An", None, None), (1, "An", 1980, None), (1, "An", 1981, None), (1, "An", None, None)) == [3]
    assert repeats((1, "An", 1980, None), (1, "Bình", None, None)) == []


def test_rows_without_a_name_repeat_nothing() -> None:
    assert repeats((1, None, 1980, None), (1, None, 1980, None)) == []


def test_a_row_that_says_nothing_repeats_nothing_and_is_not_repeated() -> None:
    rows: list[Row] = [(1, "An", 1980, None), (1, "An", 1980, "có"), (1, "An", 1980, None), (1, "An", 1980, "có")]

    assert repeats(*rows, told_by="word") == [3]
    assert repeats(*rows) == [1, 2, 3]
