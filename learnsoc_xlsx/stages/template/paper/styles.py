"""How a template looks: one accent colour, Times New Roman, entry cells that also show in black and white."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from learnsoc_xlsx.model.form.form import Field, Kind

FONT = "Times New Roman"
A4 = 9
ACCENT = "#1F4E78"
_PALE = "#DCE6F1"
ENTRY = "#FFFAE5"
LINE = "#7F7F7F"
_QUIET = "#595959"

_WHOLE = "[$-42A]#,##0"
"""A whole number parted by dots, as in Vietnam, whatever the language of the office program."""
_NUMBER_FORMATS = {
    Kind.TEXT: "@",
    Kind.COUNT: _WHOLE,
    Kind.MONEY: _WHOLE,
    Kind.SCORE: "General",
    Kind.NUMBER: "General",
    Kind.YEAR: "0",
    Kind.DATE: "dd/mm/yyyy",
    Kind.MARK: "General",
    Kind.CHOICE: "General",
}
_ALIGNMENTS = {Kind.TEXT: "left", Kind.CHOICE: "left", Kind.MONEY: "right"}

_BOXED = {"border": 1, "border_color": LINE, "text_wrap": True, "valign": "vcenter"}
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {"valign": "top"},
    "meaning": {"valign": "top", "text_wrap": True},
    "title": {"bold": True, "font_size": 14, "font_color": ACCENT, "valign": "vcenter"},
    "subtitle": {"font_color": _QUIET, "valign": "vcenter"},
    "intro": {"italic": True, "text_wrap": True, "valign": "top"},
    "directions": {"bold": True, "text_wrap": True, "valign": "top"},
    "unit": {"bold": True, "valign": "vcenter"},
    "tag": {"font_size": 8, "font_color": _QUIET},
    "header": {**_BOXED, "align": "center", "font_size": 10, "bg_color": _PALE},
    "required header": {**_BOXED, "align": "center", "font_size": 10, "bg_color": _PALE, "bold": True},
    "turned header": {**_BOXED, "align": "center", "font_size": 10, "bg_color": _PALE, "rotation": 90},
    "section": {"bold": True, "font_color": ACCENT, "valign": "vcenter", "bottom": 1, "bottom_color": ACCENT},
    "label": {**_BOXED, "indent": 1},
    "required label": {**_BOXED, "bold": True, "indent": 1},
    "number": {**_BOXED, "align": "center", "font_color": _QUIET},
    "free number": {**_BOXED, "align": "center", "font_color": _QUIET, "locked": False},
    "measure": {**_BOXED, "align": "center"},
    "hint": {**_BOXED, "indent": 1, "font_size": 9, "font_color": _QUIET},
    "entry": {**_BOXED, "bg_color": ENTRY, "locked": False},
    "printed": {**_BOXED, "locked": False},
    "computed": {**_BOXED, "bg_color": _PALE},
    "last year": {**_BOXED, "font_color": _QUIET},
    "whence": {**_BOXED, "font_size": 9, "font_color": _QUIET, "locked": False},
    "point": {**_BOXED, "indent": 1},
    "open": {"valign": "vcenter", "text_wrap": True, "locked": False},
    "signature": {"bold": True, "align": "center"},
    "signature note": {"italic": True, "align": "center", "font_size": 10},
    "stamp": {"font_size": 9, "font_color": _QUIET},
    "guide heading": {"bold": True, "font_size": 12, "font_color": ACCENT, "valign": "vcenter"},
    "guide": {"text_wrap": True, "valign": "top", "font_size": 12},
    "guide number": {"valign": "top", "align": "center", "font_size": 12},
    "wrong": {"bold": True, "font_color": "#9C0006", "bg_color": "#FFC7CE"},
    "doubtful": {"bold": True, "italic": True, "font_color": "#7F6000", "bg_color": "#FFE699"},
    "to say anew": {"bg_color": "#BDD7EE"},
    "used": {"border": 1, "border_color": LINE, "bg_color": ENTRY},
}


_CONDITIONAL = frozenset({"wrong", "doubtful", "to say anew", "used"})
"""Looks that are laid over that of a cell: they change no font."""


class Styles:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def look(self, name: str) -> Format:
        """Return the format of a look by its name."""
        return self._format(name, _LOOKS[name])

    def of(self, name: str, field: Field) -> Format:
        """Return a look fitted to a field's kind: its number format and alignment."""
        align = _ALIGNMENTS.get(field.kind, "center")
        fitted = {"num_format": _NUMBER_FORMATS[field.kind], "align": align, "indent": 0 if align == "center" else 1}
        return self._format(f"{name}/{field.kind.value}", _LOOKS[name] | fitted)

    def _format(self, name: str, properties: dict[str, Any]) -> Format:
        if name not in self._made:
            font = {} if name in _CONDITIONAL else {"font_name": FONT, "font_size": 11}
            self._made[name] = self._book.add_format(font | properties)
        return self._made[name]
