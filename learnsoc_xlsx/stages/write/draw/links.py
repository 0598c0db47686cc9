"""Links of a sheet: to a cell of a submission by a relative path, of the same workbook, or of one beside it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

from learnsoc_xlsx.model.place import WITHIN, Place
from learnsoc_xlsx.spreadsheet.package.characters import allowed, forbidden

MOST = 65_530
"""How many links a sheet may hold; after these the address stays plain text."""
_AS_PATHS = str.maketrans(
    {char: f"%{ord(char):02X}" for char in (*'%#? "<>[]^`{}\x7f', *map(chr, range(32)))}
    | {char: quote(char) for char in "\ufffe\uffff"}
    | {chr(0xDC00 + byte): f"%{byte:02X}" for byte in range(128, 256)}
)
"""Also the signs that no sheet may hold, and the bytes of a name that are no letters."""


Paths = Callable[[str], Path]
"""The file of INBOX that is shown by a name, or that holds what is."""


@dataclass
class Links:
    """The links of one sheet, gathered as its cells are drawn."""

    paths: Paths
    folder: Path
    hyperlinks: list[str] = field(default_factory=list)
    targets: dict[Path, int] = field(default_factory=dict)
    ways: dict[Path, str] = field(default_factory=dict)
    """How files are reached from the folder, the same for every sheet of a workbook."""
    _into: dict[tuple[str, str], str] = field(default_factory=dict)
    _beside: dict[tuple[str, str], str] = field(default_factory=dict)

    def of_a_sheet(self) -> "Links":
        """Return the links of a sheet that is still without any."""
        return Links(self.paths, self.folder, ways=self.ways)

    def to_place(self, cell: str, place: Place) -> None:
        """Link a cell to a place in a submission."""
        if len(self.hyperlinks) < MOST:
            key = (place.file, place.sheet)
            way = self._into.get(key) or self._into.setdefault(key, self._way_into(place))
            self._link(cell, way, place.cell or "A1")

    def to_cell(self, cell: str, sheet: str, target: str, workbook: str = "") -> None:
        """Link a cell to another cell of the same workbook, or of one in the same folder."""
        if len(self.hyperlinks) < MOST:
            key = (workbook, sheet)
            way = self._beside.get(key) or self._beside.setdefault(key, self._way_beside(workbook, sheet))
            self._link(cell, way, target)

    def _link(self, cell: str, way: str, target: str) -> None:
        """Link a cell to another on the sheet that a way leads to, or where it leads to no sheet, to a file."""
        at = (target if target.isalnum() else _attribute(target)) if way.endswith("!") else ""
        self.hyperlinks.append(f'<hyperlink ref="{cell}"{way}{at}"/>')

    def _way_into(self, place: Place) -> str:
        """How every link into one sheet of a submission begins; into one that no link can name, to its file."""
        within = place.sheet and WITHIN not in place.file and not forbidden(place.sheet)
        file = self._file(self.paths(place.file))
        return f'{file}" location="{_attribute(quoted(place.sheet))}!' if within else file

    def _way_beside(self, workbook: str, sheet: str) -> str:
        file = f'{self._file(self.folder / workbook)}"' if workbook else ""
        return f'{file} location="{_attribute(quoted(sheet))}!'

    def _file(self, file: Path) -> str:
        return f' r:id="rIdPlace{self.targets.setdefault(file, len(self.targets) + 1)}'

    @property
    def relations(self) -> Mapping[str, str]:
        """Relation ids to the paths they lead to, as seen from the workbook: of what lies in a container, to that."""
        return {f"rIdPlace{number}": self._way_to(file) for file, number in self.targets.items()}

    def _way_to(self, file: Path) -> str:
        if file not in self.ways:
            self.ways[file] = _attribute(relative_path(file, self.folder))
        return self.ways[file]


def relative_path(file: Path, folder: Path) -> str:
    """Return the way from a workbook's folder to a file, as a link says it; a whole address where there is none."""
    try:
        way = Path(os.path.relpath(file.absolute(), folder.absolute())).as_posix()
    except ValueError:  # another drive
        return file.absolute().as_uri()
    return way.translate(_AS_PATHS)


def quoted(sheet: str) -> str:
    """Return the name of a sheet as it stands before an address."""
    return "'" + sheet.replace("'", "''") + "'"


def _attribute(text: str) -> str:
    return escape(allowed(text), {'"': "&quot;"})
