"""What the program is installed of: bounds, the lock file, licences, and the wheel with its sample."""

import re
import tomllib
import zipfile
from pathlib import Path

from tests.installed.wheel import built
from tests.licences import LOCK, PAGE, locked

PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = [one for extra in PROJECT["optional-dependencies"].values() for one in extra]
SAMPLE = Path("input_templates/sample")


def name_of(requirement: str) -> str:
    return re.split(r"[\[<>=~; ]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def test_every_package_that_a_run_needs_has_a_lower_and_an_upper_bound() -> None:
    asked = PROJECT["dependencies"] + [one for name, extra in PROJECT["optional-dependencies"].items() if name != "dev" for one in extra]  # fmt: skip

    assert len(asked) > 20
    assert [one for one in asked if not re.search(r">=[\d.]+,<[\d.]+", one)] == []


def test_the_lock_file_pins_every_package_with_its_hashes_and_names_no_place() -> None:
    text = LOCK.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    assert {name_of(one) for one in PROJECT["dependencies"] + EXTRAS} <= set(locked())
    assert [one.split()[0] for one in entries if "==" not in one.split()[0] or "--hash=sha256:" not in one] == []
    assert re.search(r"https?:|file:|--index|--find|(?m:^-)", text) is None


def test_the_licence_of_every_locked_package_is_listed() -> None:
    lines = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]

    assert [line[0].removeprefix("| ") for line in lines if not line[0].startswith("| --")] == locked()
    assert [line for line in lines if "not stated" in line[1]] == []


def test_the_wheel_brings_the_sample_the_law_the_papers_and_the_letters(tmp_path: Path) -> None:
    wheel = built(tmp_path)

    brought = set(zipfile.ZipFile(wheel).namelist())
    sample = {f"learnsoc_xlsx/sample/{path.relative_to(SAMPLE).as_posix()}" for path in SAMPLE.rglob("*") if path.is_file()}  # fmt: skip
    data = {path.as_posix() for kind in ("toml", "docx", "txt") for path in Path("learnsoc_xlsx").rglob(f"*.{kind}")}

    assert len(sample) > 80
    assert (sample | data) - brought == set()
    assert not Path("learnsoc_xlsx/sample").exists()
