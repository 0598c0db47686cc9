"""The house: imports only go down, and each library lives in its own rooms."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "learnsoc_xlsx"
MAY_IMPORT = {
    "model": {"model"},
    "vietnamese": {"vietnamese"},
    "catalogue": {"catalogue", "model"},
    "stages": {"stages", "model", "vietnamese"},
    "engine": {"model"},
    "pipeline": {"pipeline", "stages", "catalogue", "model", "vietnamese", "engine"},
    "cli": {"pipeline", "model", "engine"},
    "__main__": {"cli"},
    "__init__": set(),
}
LIBRARY_ROOMS = {
    "python_calamine": ("stages/receive.py", "stages/read.py", "stages/trial.py"),
    "olefile": ("stages/preflight.py", "stages/unpack/outlook.py"),
    "msoffcrypto": ("stages/unlock.py",),
    "pandera": ("stages/schema.py",),
    "xlsxwriter": ("stages/template/", "stages/write/"),
    "openpyxl": (),
    "typer": ("cli.py",),
    "rich": ("cli.py",),
    "imaplib": ("stages/mail/fetch.py",),
    "distributed": ("engine.py",),
}


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
        if top == "learnsoc_xlsx" and rest and rest[0] not in MAY_IMPORT[room]:
            found.append(module)
        if top in LIBRARY_ROOMS and not path.startswith(LIBRARY_ROOMS[top]):
            found.append(module)
    return found


FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES)
def test_a_file_imports_only_from_rooms_below_it(path: str) -> None:
    assert trespasses(path, (PACKAGE / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES)
def test_a_file_says_why_it_exists(path: str) -> None:
    assert ast.get_docstring(ast.parse((PACKAGE / path).read_text(encoding="utf-8")))


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
        ("stages/award.py", "from learnsoc_xlsx.catalogue.law import Law", "learnsoc_xlsx.catalogue.law"),
        ("catalogue/forms/village.py", "from learnsoc_xlsx.stages.read import read", "learnsoc_xlsx.stages.read"),
        (
            "model/place.py",
            "def f():\n    from learnsoc_xlsx.vietnamese.letters import key",
            "learnsoc_xlsx.vietnamese.letters",
        ),
        ("stages/aggregate.py", "import xlsxwriter", "xlsxwriter"),
        ("pipeline/consolidate.py", "import openpyxl.styles", "openpyxl.styles"),
    ],
)
def test_the_test_itself_bites(path: str, source: str, blamed: str) -> None:
    assert trespasses(path, source) == [blamed]
