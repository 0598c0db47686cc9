"""The whole journey through a real mailbox: letters lie in it, collect fetches them, consolidate judges them."""

import email
import email.policy
import json
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.calc import mended, needs_office
from tests.commands import learnsoc
from tests.messages.letters import simple
from tests.stages.fetch.dovecot import PASSWORD, PROGRAM, USER, Box, dovecot

pytestmark = pytest.mark.skipif(not PROGRAM, reason="Dovecot (dovecot-imapd) is not on this machine")
SAMPLE = Path("input_templates/sample")


@pytest.fixture
def box() -> Iterator[Box]:
    with dovecot() as server:
        yield server


TOLD = {"LEARNSOC_MAIL_PASSWORD": PASSWORD}


def at(moment: str) -> float:
    return datetime.fromisoformat(f"{moment}+07:00").timestamp()


def test_from_the_mailbox_to_the_workbooks(box: Box, tmp_path: Path) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    shutil.copy(next(SAMPLE.glob("Danh ba*")), inbox)
    in_time, late = next(SAMPLE.glob("2026/T05*")), next(SAMPLE.glob("2026/D03*"))
    box.put(
        "1",
        simple("t05@vi-du.invalid", "Báo cáo thôn", (in_time.name, in_time.read_bytes())),
        at("2026-11-29T23:59:00"),
    )
    box.put("2", simple("d03@vi-du.invalid", "Hội Phụ nữ", (late.name, late.read_bytes())), at("2026-11-30T00:01:00"))
    box.put("3", simple("t06@vi-du.invalid", "Xin nộp sau"), at("2026-11-28T08:00:00"))
    words = ("collect", str(inbox), "--host", "127.0.0.1", "--port", str(box.port), "--user", USER, "--plain")

    before = box.bytes()

    first, second = learnsoc(*words, environment=TOLD), learnsoc(*words, environment=TOLD)

    assert (first.returncode, first.stderr) == (0, "")
    assert "3 thư, 3 thư mới" in first.stdout
    assert "28/11/2026, t06@vi-du.invalid, “Xin nộp sau”" in first.stdout
    assert "3 thư, 0 thư mới" in second.stdout
    assert (box.flags(), box.bytes()) == (set(), before)
    kept = [inbox / "thu" / "Thôn Mỹ Thủy" / f"2026-11-29 {in_time.name}",
            inbox / "thu" / "Hội Liên hiệp Phụ nữ xã" / f"2026-11-30 {late.name}"]  # fmt: skip
    assert [path.read_bytes() for path in kept] == [in_time.read_bytes(), late.read_bytes()]

    ended = learnsoc("consolidate", str(inbox), "--out", str(out), "--as-of", "2026-12-05")

    assert (ended.returncode, ended.stderr) == (0, "")
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    late_units = [each["unit"] for each in run["missing"] if each["state"] == "late"]
    assert late_units == ["D03"]


@needs_office
def test_the_answer_mended_in_libreoffice_and_mailed_back_leaves_no_finding(box: Box, tmp_path: Path) -> None:
    """S02 mails its report, is answered, mends the two cells and the date of the report, and mails the answer back."""
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    shutil.copy(next(SAMPLE.glob("Danh ba*")), inbox)
    sent, back = next(SAMPLE.glob("2026/S02*")), tmp_path / "S02.xlsx"
    box.put("1", simple("s02@vi-du.invalid", "Báo cáo", (sent.name, sent.read_bytes())), at("2026-11-22T08:00:00"))
    before = _collected_and_consolidated(box, inbox, out)
    answer = out / "phan_hoi/2026/S02.eml"
    (workbook,) = email.message_from_bytes(answer.read_bytes(), policy=email.policy.default).iter_attachments()
    (tmp_path / "answer.xlsx").write_bytes(workbook.get_content())

    mended(tmp_path / "answer.xlsx", back, WRONG, {**WRONG, ("Trang bìa", "D10"): "2026-11-25"})
    box.put("2", simple("s02@vi-du.invalid", "Gửi lại", (back.name, back.read_bytes())), at("2026-11-25T08:00:00"))
    after = _collected_and_consolidated(box, inbox, out)

    assert {(each["sheet"], each["cell"]) for each in before} == set(WRONG)
    assert "F13" in {each["code"] for each in after}
    assert {each["file"] for each in after} == {f"thu/Trường Tiểu học Tân Học/2026-11-22 {sent.name}"}
    assert not answer.exists()


WRONG = {("Chỉ tiêu", "D14"): 300, ("Chỉ tiêu", "D24"): 31}


def _collected_and_consolidated(box: Box, inbox: Path, out: Path) -> list[dict[str, str]]:
    """The findings of S02 after both commands, but for what its letters say in words (F42)."""
    words = ("collect", str(inbox), "--host", "127.0.0.1", "--port", str(box.port), "--user", USER, "--plain")
    collected = learnsoc(*words, environment=TOLD)
    consolidated = learnsoc("consolidate", str(inbox), "--out", str(out), "--as-of", "2026-12-05")
    assert (collected.returncode, collected.stderr) == (0, "")
    assert (consolidated.returncode, consolidated.stderr) == (0, "")
    findings: list[dict[str, str]] = json.loads((out / "run.json").read_text(encoding="utf-8"))["findings"]
    return [each for each in findings if each["unit"] == "S02" and each["code"] != "F42"]


def test_a_wrong_password_and_a_folder_that_is_not_there_end_in_a_sentence(box: Box, tmp_path: Path) -> None:
    words = ("collect", str(tmp_path), "--host", "localhost", "--port", str(box.port), "--user", USER, "--plain")

    astray = learnsoc(*words, "--folder", "Báo cáo", environment=TOLD)
    refused = learnsoc(
        *words, environment={"LEARNSOC_MAIL_PASSWORD": "bi-mat-sai"}
    )  # last: whoever comes after a wrong password is kept waiting

    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert "không nhận mật khẩu của “xa”" in refused.stderr
    assert "bi-mat-sai" not in refused.stderr
    assert (astray.returncode, astray.stdout, astray.stderr.count("\n")) == (2, "", 1)
    assert "Các thư mục đang có: “INBOX”" in astray.stderr
