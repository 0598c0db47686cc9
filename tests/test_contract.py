"""docs/contract.md is held against the program: every command, option, exit, key and target that exists, and no other."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from learnsoc_xlsx.catalogue.forms_as_data import codebook
from learnsoc_xlsx.cli import app
from learnsoc_xlsx.pipeline.terms.in_force import law

PAGE = Path("docs/contract.md").read_text(encoding="utf-8")
README = Path("README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]


def options(command: Any) -> set[str]:
    """Every option of a command, those that switch off included, but --help."""
    return {name for each in command.params for name in (*each.opts, *each.secondary_opts) if name.startswith("--")}


def call_of(name: str, page: str) -> str:
    """How a page says a command is typed."""
    (call,) = re.findall(rf"\| `({name} [^`]*)` \|", page)
    return str(call).replace("\\|", "|")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_of_a_command_is_in_the_contract_and_no_other(name: str) -> None:
    named = set(re.findall(r"--[a-z-]+", call_of(name, PAGE)))

    assert named == options(COMMANDS[name]) - {"--help"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_readme_names_every_command_and_only_options_that_exist(name: str) -> None:
    named = set(re.findall(r"--[a-z-]+", call_of(name, README)))

    assert named <= options(COMMANDS[name])


def test_the_contract_knows_no_command_that_does_not_exist() -> None:
    calls = re.findall(r"^\|[^|]*\| `(\w+) [\[A-Z-]", PAGE, re.MULTILINE)

    assert calls
    assert set(calls) == set(COMMANDS)


def test_every_promise_of_the_readme_leads_to_a_test_that_is_there() -> None:
    _, _, promised = README.partition("## What it promises")
    rows = [row for row in promised.partition("\n## ")[0].splitlines() if row.startswith("| ")][1:]
    links = [re.findall(r"\]\(([^)]+)\)", row) for row in rows]
    modules = [name for row in rows for name in re.findall(r"`(tests\.[a-z_]+)`", row)]

    assert len(rows) > 20
    assert [row for row, of in zip(rows, links, strict=True) if not of] == []
    assert [link for of in links for link in of if not Path(link).exists()] == []
    assert [name for name in modules if not Path(name.replace(".", "/"), "__main__.py").exists()] == []


def test_every_make_target_is_in_the_contract_and_no_other() -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", Path("Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert targets
    assert set(re.findall(r"make ([a-z]+)", PAGE)) | {"help"} == targets


def described(block: str) -> dict[str, set[str]]:
    """The keys that the contract gives to each list of run.json, those inside other lists too."""
    listed = re.split(r"^(\w+)\[\] +", block, flags=re.MULTILINE)
    return {name: _keys(text) for name, text in zip(listed[1::2], listed[2::2], strict=True)}


def _keys(text: str) -> set[str]:
    plain = re.sub(r"\([^)]*\)", "", re.split(r"\n +(?:\w+, )*\w+: |: each", text)[0])
    return set(re.findall(r"[a-z_0-9]+", plain.replace("or null", "")))


def keys_of(value: Any) -> set[str]:
    """Every key in a value, however deep."""
    if isinstance(value, list):
        return set().union(*map(keys_of, value)) if value else set()
    if isinstance(value, dict):
        return set(value) | set().union(*map(keys_of, value.values()))
    return set()


def test_every_key_of_the_codebook_is_in_the_contract() -> None:
    block = PAGE.split("## codebook (json)")[1].split("```")[1]

    named = set(re.findall(r'"(\w+)":', block))

    assert keys_of(codebook(2026, law())) - {"id", "label"} <= named | {"id", "label"}
