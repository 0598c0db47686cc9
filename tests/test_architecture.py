"""The house: imports only go down, and each library lives in its own rooms."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "learnsoc_xlsx"
WORDS = {"model", "vietnamese"}
FORMATS = {"spreadsheet", "messages", "frames"}
MAY_IMPORT = {
    "model": {"model"},
    "vietnamese": {"vietnamese"},
    "spreadsheet": {"spreadsheet", *WORDS},
    "messages": {"messages", "spreadsheet", *WORDS},
    "frames": WORDS,
    "catalogue": {"catalogue", *WORDS},
    "stages": {"stages", *FORMATS, *WORDS},
    "engine": {"engine", "model"},
    "pipeline": {"pipeline", "stages", "catalogue", "engine", *FORMATS, *WORDS},
    "cli": {"pipeline", "model", "engine"},
    "__main__": {"cli", "model", "pipeline"},
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
    "write": {"template"},
    "reply": {"receive", "template"},
}
"""The stages, and the other stages that one leans on: to find a file again, to fill a template once more."""
LIBRARY_ROOMS = {
    "python_calamine": ("spreadsheet/book.py", "spreadsheet/whose_fault.py", "stages/receive/trial.py"),
    "olefile": ("spreadsheet/compound_file.py", "messages/outlook.py"),
    "msoffcrypto": ("stages/receive/unlock.py",),
    "tnefparse": ("stages/receive/unpack/winmail.py",),
    "jinja2": ("stages/reply/wording/", "stages/template/text/", "stages/write/papers/"),
    "docx": ("stages/template/document/", "stages/write/papers/"),
    "docxtpl": ("stages/write/papers/",),
    "rapidfuzz": ("vietnamese/near.py",),
    "pandera": ("stages/check/within/schema.py",),
    "xlsxwriter": ("stages/template/", "stages/write/"),
    "openpyxl": (),
    "typer": ("cli.py",),
    "rich": ("cli.py",),
    "cattrs": ("catalogue/reading/",),
    "imaplib": ("stages/fetch/imap/line.py",),
    "distributed": ("engine/cluster.py",),
}
MOST = 10
"""So many things at most are shown at one level of the house: beyond that a newcomer reads a list."""


@cache
def parsed(source: str) -> ast.Module:
    return ast.parse(source)


def imports(source: str) -> Iterator[str]:
    """Every module that a source file imports, wherever it does so."""
    for node in ast.walk(parsed(source)):
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
    assert ast.get_docstring(parsed((PACKAGE / path).read_text(encoding="utf-8")))


def test_each_stage_is_a_room_that_the_test_knows() -> None:
    rooms = {path.name for path in (PACKAGE / "stages").iterdir() if path.name not in ("__init__.py", "__pycache__")}

    assert rooms == set(STAGES)


def things(folder: Path) -> list[str]:
    """What a folder of the package shows: its files and its rooms."""
    return [each.name for each in folder.iterdir() if not each.name.startswith("__")]


@pytest.mark.parametrize("room", sorted({"", *(path.rpartition("/")[0] for path in FILES)}))
def test_a_room_shows_no_more_than_one_sees_at_a_glance(room: str) -> None:
    assert 0 < len(things(PACKAGE / room)) <= MOST


WORDS_MAY_USE = {
    "model/report.py": {"pandas"},
    "model/returns/tables.py": {"pandas"},
    "vietnamese/near.py": {"rapidfuzz"},
}
"""Libraries in the rooms of the words: the type of a frame, and how alike two names are."""


def test_no_two_classes_bear_one_name() -> None:
    sources = ((PACKAGE / path).read_text(encoding="utf-8") for path in FILES)
    names = Counter(
        node.name for source in sources for node in ast.walk(parsed(source)) if isinstance(node, ast.ClassDef)
    )

    assert names
    assert [name for name, times in names.items() if times > 1] == []


EVERYTHING = frozenset({"each", "said", "told", "found", "known"})
"""Names that stand for everything, and so for nothing."""


def named(source: str) -> set[str]:
    """The names that a source file gives: to its variables, parameters, functions and attributes."""
    nodes = list(ast.walk(parsed(source)))
    variables = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    parameters = {node.arg for node in nodes if isinstance(node, ast.arg)}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    functions = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return variables | parameters | attributes | functions


@pytest.mark.parametrize("path", FILES)
def test_a_name_says_its_thing(path: str) -> None:
    names = {name.strip("_") for name in named((PACKAGE / path).read_text(encoding="utf-8"))}

    assert names & EVERYTHING == set()


def test_the_words_use_the_standard_library_alone_but_for_what_is_declared() -> None:
    sources = {path: (PACKAGE / path).read_text(encoding="utf-8") for path in FILES if path.split("/")[0] in WORDS}
    imported = {path: {module.split(".")[0] for module in imports(source)} for path, source in sources.items()}

    outside = {path: modules - sys.stdlib_module_names - {"learnsoc_xlsx"} for path, modules in imported.items()}

    assert {path: modules for path, modules in outside.items() if modules} == WORDS_MAY_USE
    frames = [path for path, modules in WORDS_MAY_USE.items() if "pandas" in modules]
    assert ["if TYPE_CHECKING" in sources[path] for path in frames] == [True, True]


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
        ("spreadsheet/parts.py", "from learnsoc_xlsx.messages.walk import walk", "learnsoc_xlsx.messages.walk"),
        ("pipeline/commands/consolidate.py", "import openpyxl.styles", "openpyxl.styles"),
        ("catalogue/law.py", "from cattrs import Converter", "cattrs"),
        ("stages/reply/letter.py", "from jinja2.sandbox import SandboxedEnvironment", "jinja2.sandbox"),
        ("vietnamese/letters.py", "from rapidfuzz.fuzz import ratio", "rapidfuzz.fuzz"),
    ],
)
def test_the_test_itself_bites(path: str, source: str, blamed: str) -> None:
    assert trespasses(path, source) == [blamed]
