"""Draw a chart over a table of the same page: dark bars and hatching, to be read in black and white."""

from typing import Any

from learnsoc_xlsx.model.report import UNKNOWN, Chart, Grid, Look, Row, stored
from learnsoc_xlsx.stages.write.draw.layout import body_row
from learnsoc_xlsx.stages.write.draw.paper import VIETNAMESE

_FONT = {"name": "Times New Roman", "size": 10}
_BARS: tuple[dict[str, Any], ...] = (
    {"fill": {"color": "#3B5B8C"}, "border": {"color": "#1F3864"}},
    {
        "pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#7F7F7F", "bg_color": "#FFFFFF"},
        "border": {"color": "#404040"},
    },
    {"fill": {"color": "#BFBFBF"}, "border": {"color": "#404040"}},
    {
        "pattern": {"pattern": "small_grid", "fg_color": "#3B5B8C", "bg_color": "#FFFFFF"},
        "border": {"color": "#1F3864"},
    },
    {"fill": {"color": "#FFFFFF"}, "border": {"color": "#000000"}},
)
_LINE = {
    "line": {"none": True},
    "marker": {"type": "diamond", "size": 9, "fill": {"color": "#000000"}, "border": {"color": "#FFFFFF"}},
}
_LABELS = {"value": True, "num_format": f"{VIETNAMESE}#,##0.0", "font": {"name": "Times New Roman", "size": 9}}


def draw_chart(
    workbook: Any, sheet: Any, name: str, chart: Chart, table: Grid, table_start: int, row: int, width: int
) -> None:
    """Draw a chart at `row`, `width` pixels wide, over the plain rows of the table that begins at `table_start`."""
    first = body_row(table, table_start)
    rows = [
        number for number, table_row in enumerate(table.rows, first) if table_row.look not in (Look.TOTAL, Look.SECTION)
    ]
    if not rows:
        return
    drawn = workbook.add_chart({"type": "column"})
    for place, column in enumerate(chart.bars):
        drawn.add_series(
            {
                **_series(name, chart, table, column, rows, first),
                **_BARS[place % len(_BARS)],
                "data_labels": _LABELS,
                "gap": 60,
            }
        )
    if chart.lines:
        over = workbook.add_chart({"type": "line"})
        for column in chart.lines:
            over.add_series({**_series(name, chart, table, column, rows, first), **_LINE})
        drawn.combine(over)
    drawn.set_title({"name": chart.title, "name_font": {**_FONT, "size": 12}, "overlay": False})
    drawn.set_legend({"position": "bottom", "font": _FONT})
    drawn.set_x_axis({"num_font": _FONT, "reverse": False})
    drawn.set_y_axis(
        {
            "num_font": _FONT,
            "min": 0,
            "num_format": f"{VIETNAMESE}#,##0",
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        }
    )
    drawn.set_size({"width": width, "height": 420})
    sheet.insert_chart(row, 0, drawn, {"object_position": 3, "x_offset": 4, "y_offset": 4})


def _series(name: str, chart: Chart, table: Grid, column: int, rows: list[int], first: int) -> dict[str, Any]:
    """One column of a table, with what stands in its cells: they are not in the library's sheet."""
    held = table.rows[rows[0] - first : rows[-1] - first + 1]
    return {
        "name": [name, first - 1, column],
        "categories": [name, rows[0], chart.labels, rows[-1], chart.labels],
        "categories_data": [_kept(row, chart.labels) for row in held],
        "values": [name, rows[0], column, rows[-1], column],
        "values_data": [_kept(row, column) for row in held],
    }


def _kept(row: Row, column: int) -> int | float | str:
    """Return what a chart keeps of a cell, to be drawn where no sheet is reckoned."""
    value = row.cells[column].value if column < len(row.cells) else ""
    exact = stored(value)
    return exact if exact is not None else UNKNOWN if value is None else str(value)
