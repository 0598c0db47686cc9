"""The list sheet: every dropdown of a form in a column of its own, and the codes that the register asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from xlsxwriter import Workbook

from learnsoc_xlsx.model.form.form import LIST_SHEET, Choices, Field, Form, Kind
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.spreadsheet.text_size import lines_needed, row_height
from learnsoc_xlsx.stages.template.cells.prompts import MARKS
from learnsoc_xlsx.stages.template.paper.styles import A4, Styles

_CODE, _MEANING = 36, 76
"""Widths of the columns of codes, in characters."""
_MARK, _MARK_HEADING = "mark", "Có / không"


@dataclass(frozen=True)
class Dropdowns:
    """The dropdowns of a form: headings and labels by list id, and the codes of text fields, in the order of their columns."""

    lists: dict[str, tuple[str, ...]]
    headings: dict[str, str]
    codes: dict[str, Choices] = field(default_factory=dict)

    def source(self, chosen: Field) -> str | None:
        """Return the cells of the list sheet from which a field is chosen; None for a field that is just typed."""
        if chosen.id in self.codes:
            column = len(self.lists) + 2 * list(self.codes).index(chosen.id)
            return _cells(column, len(self.codes[chosen.id].entries))
        name = chosen.choices.id if chosen.choices else _MARK
        if not chosen.choices and chosen.kind is not Kind.MARK:
            return None
        return _cells(list(self.lists).index(name), len(self.lists[name]))


def _cells(column: int, count: int) -> str:
    letter = column_letter(column)
    return f"='{LIST_SHEET}'!${letter}$2:${letter}${count + 1}"


def dropdowns_of(form: Form, codes: Mapping[str, Choices]) -> Dropdowns:
    """Return the dropdowns that the fields of a form use; `codes` are what text fields are chosen from, by field id."""
    lists: dict[str, tuple[str, ...]] = {_MARK: MARKS}
    headings = {_MARK: _MARK_HEADING}
    for sheet in form.sheets:
        for asked in sheet.asked:
            if asked.choices:
                lists[asked.choices.id] = tuple(entry.label for entry in asked.choices.entries)
                headings.setdefault(asked.choices.id, asked.label)
    return Dropdowns(lists, headings, dict(codes))


def _lines(dropdowns: Dropdowns) -> Iterator[int]:
    """How many lines each row of codes takes, as what stands in it means."""
    for row in zip_longest(*(choices.entries for choices in dropdowns.codes.values())):
        yield max(max(lines_needed(entry.id, _CODE), lines_needed(entry.label, _MEANING)) for entry in row if entry)


def print_dropdowns(book: Workbook, dropdowns: Dropdowns, styles: Styles) -> None:
    """Print the list sheet: hidden, unless it also shows codes and what they mean."""
    page = book.add_worksheet(LIST_SHEET)
    for column, (name, labels) in enumerate(dropdowns.lists.items()):
        page.set_column(column, column, 24)
        for row, text in enumerate((dropdowns.headings[name], *labels)):
            page.write_string(row, column, text, styles.look("plain" if row else "header"))
    for at, choices in enumerate(dropdowns.codes.values()):
        column = len(dropdowns.lists) + 2 * at
        page.set_column(column, column, _CODE)
        page.set_column(column + 1, column + 1, _MEANING)
        page.write_string(0, column, choices.id, styles.look("header"))
        page.write_string(0, column + 1, "Ý nghĩa", styles.look("header"))
        for row, entry in enumerate(choices.entries, 1):
            page.write_string(row, column, entry.id, styles.look("plain"))
            page.write_string(row, column + 1, entry.label, styles.look("meaning"))
    for row, lines in enumerate(_lines(dropdowns), 1):
        page.set_row(row, row_height(lines))
    page.protect("", {"format_columns": True})
    page.set_paper(A4)
    page.set_landscape()
    page.repeat_rows(0)
    page.set_v_pagebreaks([len(dropdowns.lists) + 2 * at for at in range(len(dropdowns.codes))])
    if not dropdowns.codes:
        page.hide()
