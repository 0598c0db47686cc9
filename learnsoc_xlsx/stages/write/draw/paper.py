"""How the pages look: one font, calm greys, numbers as a Vietnamese Excel shows them, A4."""

from typing import Any

from learnsoc_xlsx.model.report import Look, Show

FONT = {"font_name": "Times New Roman", "font_size": 11}
A4 = 9
_GREY = "#808080"
_INK = "#1F3864"
_RED = "#C00000"

VIETNAMESE = "[$-42A]"
"""Before a number format: 1.234,5 in an office program of any language that honours it (Excel takes its own computer's)."""

# "_ " leaves the width of a blank, so that a figure does not touch the next column's text.
_NUMBERS = {
    Show.COUNT: f"{VIETNAMESE}#,##0_ ",
    Show.SHARE: f"{VIETNAMESE}#,##0.0_ ",
    Show.PARTIAL_COUNT: f'{VIETNAMESE}#,##0" ▲"',
    Show.PARTIAL_SHARE: f'{VIETNAMESE}#,##0.0" ▲"',
    Show.CHANGE: f"{VIETNAMESE}+#,##0_ ;{VIETNAMESE}-#,##0_ ;0_ ",
    Show.CHANGE_SHARE: f"{VIETNAMESE}+#,##0.0_ ;{VIETNAMESE}-#,##0.0_ ;{VIETNAMESE}0.0_ ",
    Show.YEAR: "0",
    Show.DATE: "dd/mm/yyyy",
    Show.TEXT: "@",
    Show.CENTRE: "@",
}
_CENTRED: dict[str, object] = {"align": "center", "text_wrap": True}
_SIDES: dict[Show, dict[str, object]] = {
    Show.TEXT: {"align": "left", "text_wrap": True},
    Show.CENTRE: _CENTRED,
    Show.YEAR: _CENTRED,
    Show.DATE: _CENTRED,
}
_LOOKS: dict[Look, dict[str, object]] = {
    Look.PLAIN: {},
    Look.LINKED: {"font_color": _INK},
    Look.STRONG: {"bold": True},
    Look.SECTION: {"bold": True, "bg_color": "#EDEDED"},
    Look.TOTAL: {"bold": True, "bg_color": "#F5F5F5", "top": 2},
    Look.GOOD: {"font_color": "#1E6B34"},
    Look.DOUBT: {"font_color": "#8A5A00", "italic": True},
    Look.BAD: {"font_color": _RED, "bold": True},
    Look.FAINT: {"font_color": "#595959"},
    Look.ENTRY: {"bg_color": "#FFFBE6", "locked": False},
}
_REGULAR = '&"Times New Roman,Regular"'
_BOLD = '&"Times New Roman,Bold"'
_LINES: dict[str, dict[str, object]] = {
    "parent": {"align": "center", "font_size": 11},
    "issuer": {"align": "center", "bold": True, "font_size": 11},
    "motto": {"align": "center", "bold": True, "font_size": 12},
    "dated": {"align": "center", "italic": True, "font_size": 12},
    "title": {"align": "center", "bold": True, "font_size": 13},
    "as_of": {"align": "center", "italic": True},
    "warning": {"align": "center", "bold": True, "font_color": _RED},
    "intro": {"align": "left", "italic": True},
    "caption": {"align": "left", "bold": True, "font_size": 12},
    "note": {"align": "left"},
    "signer": {"align": "center", "bold": True, "font_size": 12},
    "signed": {"align": "center", "valign": "top", "font_size": 12},
    "sign_here": {"align": "center", "italic": True},
    "stamp": {},
}


class Paper:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[object, Any] = {}
        self._styles: dict[object, int] = {}

    def line(self, name: str) -> Any:
        """Return the format of a line outside the tables."""
        return self._format(name, {"valign": "vcenter", "text_wrap": True, **_LINES[name]})

    @property
    def heading(self) -> Any:
        """Return the format of a column heading."""
        words = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#E4E7EC"}
        return self._format("heading", {**words, "border": 1, "border_color": _GREY, "font_size": 10})

    def section(self, within: bool = False) -> Any:
        """Return the format of a heading across a table, or `within` some of its columns, where it takes more lines.

        Not merged with what another page has: that prints badly.
        """
        words = {"bold": True, "bg_color": "#EDEDED", "top": 1, "bottom": 1, "valign": "vcenter"}
        return self._format(f"section/{within}", {**words, "border_color": _GREY, "text_wrap": within})

    def style(self, show: Show, *looks: Look) -> int:
        """Return the number by which a table's cell names its format: of its kind, a later look over an earlier one."""
        key = (show, *looks)
        number = self._styles.get(key)
        if number is None:
            number = self._styles[key] = int(self._format(key, _words_of(show, looks))._get_xf_index())
        return number

    def _format(self, key: object, words: dict[str, object]) -> Any:
        if key not in self._made:
            self._made[key] = self._workbook.add_format({**FONT, **words})
        return self._made[key]


def _words_of(show: Show, looks: tuple[Look, ...]) -> dict[str, object]:
    words: dict[str, object] = {"border": 1, "border_color": _GREY, "valign": "vcenter", "num_format": _NUMBERS[show]}
    words |= _SIDES.get(show, {"align": "right"})
    for look in looks:
        words |= _LOOKS[look]
    return words


def lay_out(sheet: Any, warning: str, title: str) -> None:
    """Set up an A4 page after the conventions of state documents: margins, page number on top, warning in sight."""
    sheet.set_paper(A4)
    sheet.set_margins(left=0.98, right=0.59, top=0.79, bottom=0.79)
    beside = f"&R{_BOLD}&9&KC00000{_plain(warning)}" if warning else ""
    sheet.set_header(f"&C{_REGULAR}&12&P{beside}")
    sheet.set_footer(f"&L{_REGULAR}&9{_plain(title)}{beside}")
    sheet.hide_gridlines(2)


def _plain(text: str) -> str:
    return text.replace("&", "&&")
