"""A council that meets: the record of a round as a run prints it, filled in as its secretary does, laid among the returns."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from learnsoc_xlsx.catalogue.workbooks import TO_DECIDE
from learnsoc_xlsx.model.form.form import FIRST_ROW
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.model.law.council import Decided
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.consolidate import added_up, returns, weighed
from learnsoc_xlsx.pipeline.steps.council.to_decide import to_decide
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened
from tests.journeys.commune_word import DAY, YEAR, household, lay_register, lay_return, nominated

SITTING, BALLOT = "Phiên họp", "Danh sách"
HELD_ON, MEMBERS, PRESENT, CHAIR = "D9", "D12", "D13", "D15"
"""Cells of the first sheet of a record."""
MET = {HELD_ON: date(YEAR, 12, 2), MEMBERS: 9, PRESENT: 8, CHAIR: "Trần Mẫu Hai, Chủ tịch"}
Votes = Mapping[str, Mapping[str, object]]
"""What is filled in on whom: the cells by field, by name (by the number of its row on a line that was not printed)."""
ANNUAL = f"annual-{YEAR}"
FILE = f"{YEAR}/Hoi_dong_{YEAR}.xlsx"
AN, BINH = household("Nguyễn Văn An", 1951), household("Trần Thị Bình", 1960)
LETTERS = anchors(form_of("council_record", YEAR).sheet("ballot"))


def commune(inbox: Path, **more: object) -> Path:
    """A commune in which one village nominates two households."""
    lay_register(inbox, **more)  # type: ignore[arg-type]
    lay_village(inbox)
    return inbox


def lay_village(inbox: Path, **of_an: object) -> None:
    households = [AN | of_an, BINH]
    nominations = [nominated("Nguyễn Văn An"), nominated("Trần Thị Bình")]
    lay_return(inbox, "T01", households=households, nominations=nominations)  # type: ignore[arg-type]


def printed(inbox: Path, out: Path, as_of: date = DAY) -> Run:
    """Print the records of a folder's rounds under `out`, and nothing else, and return the run."""
    received = returns(inbox, tasks_of(inbox), as_of, map)
    run = weighed(added_up(inbox, received), received)
    for _ in to_decide(run, received.terms.local, TO_DECIDE, out):
        pass
    return run


def listed(path: Path) -> dict[str, dict[str, object]]:
    """The lines of a printed record by name, each by field, without what is empty and without its code."""
    page = opened(path)[BALLOT]
    rows = [
        {name: page[f"{letter}{row}"].value for name, letter in LETTERS.items()}
        for row in range(FIRST_ROW, page.max_row + 1)
    ]
    shown = [{name: value for name, value in row.items() if value is not None} for row in rows if row["name"]]
    return {str(row["name"]): {name: value for name, value in row.items() if name != "code"} for row in shown}


def row_of(path: Path, name: str) -> int:
    """The row of a record in which somebody stands."""
    page = opened(path)[BALLOT]
    return next(row for row in range(FIRST_ROW, page.max_row + 1) if page[f"C{row}"].value == name)


def filled(path: Path, target: Path, votes: Votes, met: Mapping[str, object] = MET) -> Path:
    """Fill in a printed record: the first sheet by cell, the lines by whose they are."""
    book = opened(path)
    for cell, value in met.items():
        book[SITTING][cell].value = value
    for name, cells in votes.items():
        row = int(name) if name.isdigit() else row_of(path, name)
        for field, value in cells.items():
            book[BALLOT][f"{LETTERS[field]}{row}"].value = value
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def agreed(votes_for: int = 8, votes_against: int = 0, **more: object) -> dict[str, object]:
    return {"votes_for": votes_for, "votes_against": votes_against, "opinion": "Nhất trí", **more}


def refused(**more: object) -> dict[str, object]:
    return {"votes_for": 1, "votes_against": 7, "opinion": "Không nhất trí", "reason": "chưa tiêu biểu", **more}


def decided(run: Run, subject: str) -> Decided:
    (one,) = [one for one in run.decided if one.subject == subject]
    return one
