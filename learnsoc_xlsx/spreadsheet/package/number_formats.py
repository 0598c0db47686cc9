"""The number formats of an .xlsx. Source: ECMA-376 part 1, 18.8.10 (cellXfs), 18.8.30 and 18.8.31 (number formats)."""

from learnsoc_xlsx.spreadsheet.package.inventory import inventory
from learnsoc_xlsx.spreadsheet.parts import Parts

Format = tuple[str, str | None]
"""The number of a format and its code; None where the workbook does not state it, as it need not for the usual ones."""


def number_formats(parts: Parts) -> tuple[Format, ...]:
    """Return the format of each look, in the order by which cells name looks; none where nothing is said of looks. To be
    asked of `Parts.once`. Raises one of DAMAGED.
    """
    styles = parts.once(inventory).others.get("styles", "")
    if styles not in parts:
        return ()
    tree = parts.tree(styles)
    codes = {form.get("numFmtId", ""): form.get("formatCode", "") for form in tree.iterfind("{*}numFmts/{*}numFmt")}
    numbers = (look.get("numFmtId", "0") for look in tree.iterfind("{*}cellXfs/{*}xf"))
    return tuple((number, codes.get(number)) for number in numbers)
