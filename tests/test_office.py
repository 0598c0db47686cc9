"""The office program: what LibreOffice saves is read to the same values, and what we write it can open."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.engine import Engine
from learnsoc_xlsx.pipeline.consolidate import consolidate

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on this machine"),
]
SAMPLE = Path("input_templates/sample")


def silent(step: str, done: int, total: int) -> None: ...


def office(kind: str, path: Path, folder: Path) -> Path:
    """Open a file in LibreOffice and save it in another format."""
    profile = f"-env:UserInstallation=file://{folder.parent}/office"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{kind}"


def said(inbox: Path, out: Path) -> dict[str, Any]:
    consolidate(inbox, out, date(2026, 12, 5), Engine.SERIAL, None, silent)
    run: dict[str, Any] = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return run


def bare(run: dict[str, Any]) -> list[tuple[object, ...]]:
    """The figures, and every cell they stand on, without the names of the files."""
    return [
        (each["indicator"], each["scope"], each["id"], each["period"], each["structure"], each["value"], each["numerator"],
         [(origin["sheet"], origin["cell"], origin["value"]) for origin in each["from"]])
        for each in run["figures"]
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_return_saved_by_libreoffice_gives_the_same_figures_findings_and_verdicts(kind: str, tmp_path: Path) -> None:
    register, sent = next(SAMPLE.glob("Danh ba*")), next(SAMPLE.glob("2026/T05*"))
    plain, saved = tmp_path / "plain", tmp_path / "saved"
    for folder in (plain, saved):
        folder.mkdir()
        shutil.copy(register, folder)
    shutil.copy(sent, plain)
    office(kind, sent, saved)

    ours, theirs = said(plain, tmp_path / "out"), said(saved, tmp_path / "out2")

    assert len(bare(ours)) > 100
    assert bare(theirs) == bare(ours)
    assert [(f["code"], f["sheet"], f["cell"]) for f in theirs["findings"]] == [
        (f["code"], f["sheet"], f["cell"]) for f in ours["findings"]
    ]
    assert [(v["subject"], v["verdict"]) for v in theirs["verdicts"]] == [
        (v["subject"], v["verdict"]) for v in ours["verdicts"]
    ]
