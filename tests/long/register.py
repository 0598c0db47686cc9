"""What the officer writes into the register as it is printed: new rows, an end to old ones, decisions that were signed."""

from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import FIRST_ROW, Form
from learnsoc_xlsx.model.form.printing import anchors
from tests.long.plan import ABOVE, CONTACTS, FIRST, MEMBERS, SIGNS, Entry, rounds_in
from tests.made_up.register import QUOTAS, THRESHOLDS, unit
from tests.made_up.values import typed

RETIRED = "award.unit.policies"
"""A number that the other made-up communes still set, and that nothing asks for."""
MEETING = "Biên bản họp (ví dụ)"


def first_entries() -> list[Entry]:
    """Return what the officer writes into the first, blank register."""
    units = [member.sender for member in MEMBERS if member.since == 2024]
    below = [unit(each.id, each.kind, each.name, email=f"{each.id.lower()}@vi-du.invalid") for each in units]
    numbers = [Entry("thresholds", {"key": name, "value": value, "source": MEETING}, name) for name, value in THRESHOLDS.items() if name != RETIRED]  # fmt: skip
    quotas = [Entry("quotas", {"award": award, "round": held, "limit": limit}) for award, limit in QUOTAS.items() for held in ("annual", "interim", "final")]  # fmt: skip
    return [Entry("profile", FIRST), *(Entry("units", row) for row in (*ABOVE, *below)), *numbers, *quotas]


def signed_in(year: int) -> list[Entry]:
    """Return the decisions that were signed at the end of a year."""
    day = date(year, *SIGNS)
    return [
        Entry("papers", {"kind": "decision", "round": held, "number": f"{400 + at}/QĐ-UBND", "signed_on": day})
        for at, held in enumerate(rounds_in(year))
        if not held.startswith("upward")
    ]


def written(book: Workbook, form: Form, entries: list[Entry], year: int) -> Workbook:
    """Write entries into a register, and who is asked about the forms of the year. A sheet that its revision lacks waits."""
    sheets = {sheet.id: sheet for sheet in form.sheets}
    for entry in [entry for entry in entries if entry.sheet in sheets]:
        sheet = sheets[entry.sheet]
        page, where, fields = book[sheet.name], anchors(sheet), {field.id: field for field in sheet.asked}
        row = _line(page, where[sheet.subject.id], entry.key)
        for name, value in entry.row.items():
            if name in fields:
                page[f"{where[name]}{row}"].value = typed(value, fields[name])
    cells, page = anchors(sheets["settings"]), book[sheets["settings"].name]
    page[cells["sample"]].value = "x"
    page[cells["return_to"]].value = "baocao@vi-du.invalid"
    page[cells["contact"]].value = CONTACTS[max(since for since in CONTACTS if since <= year)]
    return book


def _line(page: Worksheet, letter: str, name: str) -> int:
    """The last row that a key names, else the first empty one."""
    rows = range(FIRST_ROW, page.max_row + 2)
    of_that_key = [row for row in rows if name and page[f"{letter}{row}"].value == name]
    return max(of_that_key, default=0) or next(row for row in rows if page[f"{letter}{row}"].value is None)
