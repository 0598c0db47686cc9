"""The list sheet: every dropdown of a form in a column of its own, and the codes that the register asks for."""

from dataclasses import dataclass

from xlsxwriter import Workbook

from learnsoc_xlsx.model.forms import LIST_SHEET, Choices, Field, Form
from learnsoc_xlsx.model.place import column_letter
from learnsoc_xlsx.stages.template.styles import Styles
from learnsoc_xlsx.stages.template.wording import MARKS

_MARK = "mark"


@dataclass(frozen=True)
class Dropdowns:
    """The dropdowns of a form: labels by list id, in the order of their columns."""

    lists: dict[str, tuple[str, ...]]

    def source(self, field: Field) -> str:
        """Return the cells of the list sheet from which a field is chosen."""
        name = field.choices.id if field.choices else _MARK
        letter = column_letter(list(self.lists).index(name))
        return f"='{LIST_SHEET}'!${letter}$2:${letter}${len(self.lists[name]) + 1}"


def dropdowns_of(form: Form) -> Dropdowns:
    """Return the dropdowns that the fields of a form use."""
    lists: dict[str, tuple[str, ...]] = {_MARK: MARKS}
    for sheet in form.sheets:
        for field in sheet.asked:
            if field.choices:
                lists[field.choices.id] = tuple(entry.label for entry in field.choices.entries)
    return Dropdowns(lists)


def print_dropdowns(book: Workbook, dropdowns: Dropdowns, codes: tuple[Choices, ...], styles: Styles) -> None:
    """Print the list sheet: hidden, unless it also shows codes to be copied."""
    page = book.add_worksheet(LIST_SHEET)
    for column, (name, labels) in enumerate(dropdowns.lists.items()):
        page.set_column(column, column, 24)
        for row, text in enumerate((name, *labels)):
            page.write_string(row, column, text, styles.look("plain" if row else "header"))
    for at, choices in enumerate(codes):
        column = len(dropdowns.lists) + 2 * at
        page.set_column(column, column, 36)
        page.set_column(column + 1, column + 1, 48)
        page.write_string(0, column, choices.id, styles.look("header"))
        page.write_string(0, column + 1, "Ý nghĩa", styles.look("header"))
        for row, entry in enumerate(choices.entries, 1):
            page.write_string(row, column, entry.id, styles.look("plain"))
            page.write_string(row, column + 1, entry.label, styles.look("plain"))
    page.protect("", {"format_columns": True})
    if not codes:
        page.hide()
