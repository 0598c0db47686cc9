"""The office program: what LibreOffice saves is read to the same values, and what we write it can open."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from learnsoc_xlsx.engine import Engine
from learnsoc_xlsx.model.forms import REVIEW_SHEET
from learnsoc_xlsx.pipeline.consolidate import consolidate
from learnsoc_xlsx.stages.reply.looks import MARK

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


def test_an_answer_saved_by_libreoffice_keeps_its_marks_comments_dropdowns_and_locked_cells(tmp_path: Path) -> None:
    inbox, out, saved = tmp_path / "inbox", tmp_path / "out", tmp_path / "saved"
    inbox.mkdir()
    for path in (next(SAMPLE.glob("Danh ba*")), next(SAMPLE.glob("2026/T05*")), next(SAMPLE.glob("2026/D01*"))):
        shutil.copy(path, inbox)
    said(inbox, out)

    for unit, sheet, cell in (("T05", "Công dân", "M15"), ("D01", "Sáng kiến, mô hình", "D7")):
        reply = out / f"phan_hoi/2026/{unit}.xlsx"
        before, book = load_workbook(reply), load_workbook(office("xlsx", reply, saved))
        page = book[sheet]

        assert book.sheetnames == before.sheetnames
        assert page[cell].comment.text == before[sheet][cell].comment.text
        assert (page[cell].fill.fgColor.rgb, page[cell].border.left.style) == (MARK, "thick")
        assert (page.protection.sheet, page["B6"].protection.locked, page[cell].protection.locked) == (
            True,
            True,
            False,
        )
        assert [len(each.data_validations.dataValidation) for each in book] == [
            len(each.data_validations.dataValidation) for each in before
        ]
        assert len(page.conditional_formatting) > 0
        assert (
            book[REVIEW_SHEET]["D6"]
            .hyperlink.location.replace("$", "")
            .endswith("!" + str(before[REVIEW_SHEET]["D6"].value))
        )


def test_an_answer_mended_in_libreoffice_and_sent_back_is_taken(tmp_path: Path) -> None:
    register, sent = next(SAMPLE.glob("Danh ba*")), next(SAMPLE.glob("2026/D01*"))
    inbox, again, mended = tmp_path / "inbox", tmp_path / "again", tmp_path / "mended"
    for folder in (inbox, again, mended):
        folder.mkdir()
        shutil.copy(register, folder)
    shutil.copy(sent, inbox)
    said(inbox, tmp_path / "out")
    book = load_workbook(tmp_path / "out/phan_hoi/2026/D01.xlsx")
    book["Sáng kiến, mô hình"]["D7"].value = "Sáng kiến"
    book.save(mended / "D01.xlsx")
    office("xlsx", mended / "D01.xlsx", again)

    found = said(again, tmp_path / "out2")["findings"]

    assert [each["code"] for each in found if each["unit"] == "D01"] == []
