"""The house: imports only go down, and each library lives in its own rooms."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "learnsoc_xlsx"
WORDS = {"model", "vietnamese"}
FORMATS = {"spreadsheet", "messages", "frames"}
MAY_IMPORT = {
    "model": {"model"},
    "vietnamese": {"vietnamese"},
    "spreadsheet": {"spreadsheet", *WORDS},
    "messages": {"messages", *WORDS},
    "frames": WORDS,
    "catalogue": {"catalogue", "model"},
    "stages": {"stages", *FORMATS, *WORDS},
    "engine": {"model"},
    "pipeline": {"pipeline", "stages", "catalogue", "engine", *FORMATS, *WORDS},
    "cli": {"pipeline", "model", "engine"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""The floors of the house: what each room at the top of the package may import of it."""
STAGES = {
    "template": set(),
    "fetch": set(),
    "receive": set(),
    "read": set(),
    "settle": set(),
    "check": set(),
    "aggregate": set(),
    "award": set(),
    "write": {"receive"},
    "reply": {"receive", "template"},
}
"""The stages, and the other stages that one leans on: to find a file again, to fill a template once more."""
LIBRARY_ROOMS = {
    "python_calamine": ("stages/receive/receive.py", "stages/receive/trial.py", "stages/read/read.py"),
    "olefile": ("stages/receive/preflight.py", "messages/outlook.py"),
    "msoffcrypto": ("stages/receive/unlock.py",),
    "tnefparse": ("stages/receive/unpack/winmail.py",),
    "pandera": ("stages/check/schema.py",),
    "xlsxwriter": ("stages/template/", "stages/write/"),
    "openpyxl": (),
    "typer": ("cli.py",),
    "rich": ("cli.py",),
    "imaplib": ("stages/fetch/imap.py",),
    "distributed": ("engine.py",),
}
MOST = 10
"""So many things at most are shown at one level of the house: beyond that a newcomer reads a list."""


def imports(source: str) -> Iterator[str]:
    """Every module that a source file imports, wherever it does so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def trespasses(path: str, source: str) -> list[str]:
    """What a file of the package imports that it may not."""
    room = path.split("/")[0].removesuffix(".py")
    found = []
    for module in imports(source):
        top, *rest = module.split(".")
        if top == "learnsoc_xlsx" and rest and (rest[0] not in MAY_IMPORT[room] or _leans(path, rest)):
            found.append(module)
        if top in LIBRARY_ROOMS and not path.startswith(LIBRARY_ROOMS[top]):
            found.append(module)
    return found


def _leans(path: str, module: list[str]) -> bool:
    """Whether a stage imports another one that it is not declared to lean on."""
    rooms = path.split("/")[:2], module[:2]
    if any(len(room) < 2 or room[0] != "stages" for room in rooms) or rooms[0] == rooms[1]:
        return False
    return rooms[1][1] not in STAGES[rooms[0][1].removesuffix(".py")]


FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES)
def test_a_file_imports_only_from_rooms_below_it(path: str) -> None:
    assert trespasses(path, (PACKAGE / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES)
def test_a_file_says_why_it_exists(path: str) -> None:
    assert ast.get_docstring(ast.parse((PACKAGE / path).read_text(encoding="utf-8")))


def test_each_stage_is_a_room_that_the_test_knows() -> None:
    rooms = {path.name for path in (PACKAGE / "stages").iterdir() if path.name not in ("__init__.py", "__pycache__")}

    assert rooms == set(STAGES)


def things(folder: Path) -> list[str]:
    """What a folder of the package shows: its files and its rooms."""
    return [each.name for each in folder.iterdir() if not each.name.startswith("__")]


@pytest.mark.parametrize("room", sorted({"", *(path.rpartition("/")[0] for path in FILES)}))
def test_a_room_shows_no_more_than_one_sees_at_a_glance(room: str) -> None:
    assert 0 < len(things(PACKAGE / room)) <= MOST


def test_the_words_use_the_standard_library_alone() -> None:
    for path in FILES:
        if path.startswith(("model/", "vietnamese/")):
            source = (PACKAGE / path).read_text(encoding="utf-8")
            outside = {module.split(".")[0] for module in imports(source)} & {"pandas", "numpy", "pyarrow"}

            assert outside <= {"pandas"}, path
            assert not outside or "if TYPE_CHECKING" in source, path


@pytest.mark.parametrize(
    ("path", "source", "blamed"),
    [
        ("stages/award/award.py", "from learnsoc_xlsx.catalogue.law import Law", "learnsoc_xlsx.catalogue.law"),
        (
            "catalogue/forms/village.py",
            "from learnsoc_xlsx.stages.read.read import read",
            "learnsoc_xlsx.stages.read.read",
        ),
        (
            "model/place.py",
            "def f():\n    from learnsoc_xlsx.vietnamese.letters import key",
            "learnsoc_xlsx.vietnamese.letters",
        ),
        ("stages/aggregate/aggregate.py", "import xlsxwriter", "xlsxwriter"),
        (
            "stages/check/tally.py",
            "from learnsoc_xlsx.stages.write.write import write",
            "learnsoc_xlsx.stages.write.write",
        ),
        ("spreadsheet/parts.py", "from learnsoc_xlsx.stages.read.read import read", "learnsoc_xlsx.stages.read.read"),
        ("messages/headers.py", "from learnsoc_xlsx.spreadsheet.parts import Parts", "learnsoc_xlsx.spreadsheet.parts"),
        ("pipeline/consolidate.py", "import openpyxl.styles", "openpyxl.styles"),
    ],
)
def test_the_test_itself_bites(path: str, source: str, blamed: str) -> None:
    assert trespasses(path, source) == [blamed]
