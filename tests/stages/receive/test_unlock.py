"""A workbook behind a password that was told is read like any other; the password itself is seen nowhere."""

import json
import pickle
import shutil
import time
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import Workbook

from learnsoc_xlsx.engine import Engine, Runner
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.passwords import NO_PASSWORDS, Passwords
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf
from learnsoc_xlsx.pipeline.settings.means import Means
from learnsoc_xlsx.pipeline.settings.passwords import passwords_in
from learnsoc_xlsx.pipeline.settings.products import USUAL
from learnsoc_xlsx.pipeline.steps.intake import open_to_all, taken_in, tasks_of
from learnsoc_xlsx.stages.receive import unlock as unlocking
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.unlock import DEFAULT, Unlocked, unlock
from tests.books import saved
from tests.calc import needs_office, saved_as
from tests.commands import learnsoc
from tests.drawing import Desk, blank
from tests.stages.receive.locked import locked, locked_for_long, locked_xls
from tests.stages.receive.test_preflight import row, workbook

SECRET = "Mật khẩu của thôn 7"
TOLD = Passwords(("không phải", SECRET))
SAMPLE = Path("input_templates/sample")
REGISTER, RETURN = next(SAMPLE.glob("Danh ba*")), next(SAMPLE.glob("2026/S02*"))


def said(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(each.code.code, each.place.sheet, each.place.cell) for each in found]


def check(desk: Desk, data: bytes, passwords: Passwords = TOLD) -> list[Finding]:
    path = desk.folder / "return.xlsx"
    path.write_bytes(data)
    return inspect([path], passwords)


# What is opened


def test_a_return_behind_a_told_password_says_so_and_is_read_like_any_other(desk: Desk) -> None:
    form = blank("village", 2026)

    plain, opened = check(desk, form), check(desk, locked(form, SECRET))

    assert said(opened) == sorted([("F35", "", ""), *said(plain)], key=lambda each: (each[1:], each[0]))
    assert [each.message for each in opened if each.code is Code.UNLOCKED] == [
        "Tệp này đặt mật khẩu; chương trình đã mở bằng một mật khẩu trong tệp mật khẩu và đọc như mọi tệp khác. "
        "Không cần làm gì."
    ]


def test_the_password_that_excel_takes_by_itself_is_tried_unasked(desk: Desk) -> None:
    found = check(desk, locked(blank("village", 2026), DEFAULT), Passwords())

    assert [each.given for each in found if each.code is Code.UNLOCKED] == ["mật khẩu mặc định của Excel"]


@needs_office
def test_an_old_xls_behind_a_password_is_opened_too(desk: Desk) -> None:
    (desk.folder / "form.xlsx").write_bytes(blank("centre", 2026))
    plain = saved_as("xls", desk.folder / "form.xlsx", desk.folder / "saved").read_bytes()
    shut = locked_xls(plain, SECRET)

    assert said(check(desk, shut, Passwords())) == [("F24", "", "")]
    assert said(check(desk, shut)) == [("F35", "", ""), *said(check(desk, plain))]


def test_what_comes_out_is_looked_at_like_any_file(desk: Desk) -> None:
    far = workbook(row(1_048_576, b'<c r="XFD1048576"><v>1</v></c>'))

    assert said(check(desk, locked(far, SECRET))) == [("F26", "Thử", "XFD1048576")]


# What stays shut


def test_a_password_that_does_not_fit_leaves_the_file_shut_and_says_how_many_were_tried(desk: Desk) -> None:
    shut = locked(blank("village", 2026), "another one")

    assert [(each.code, each.extra) for each in check(desk, shut)] == [
        (Code.PASSWORD, " (không mật khẩu nào trong 2 mật khẩu đã cho mở được tệp)")
    ]
    assert [each.extra for each in check(desk, shut, Passwords())] == [" (chưa cho chương trình mật khẩu nào)"]


def test_without_the_extra_the_finding_says_how_to_install_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlocking, "find_spec", lambda _: None)

    found = check(desk, locked(blank("village", 2026), SECRET))

    assert [each.code for each in found] == [Code.PASSWORD]
    assert "pip install msoffcrypto-tool" in found[0].message


def test_a_password_of_an_ods_is_said_to_be_of_no_use() -> None:
    assert unlock(b"PK\x03\x04", TOLD) == Fault(
        Code.PASSWORD, extra=" (chương trình không mở được mật khẩu của loại tệp này)"
    )


def test_a_file_that_wants_its_password_turned_millions_of_times_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlocking, "PATIENCE", 1)
    shut = locked_for_long(blank("village", 2026), SECRET, 999_999)
    begun = time.monotonic()

    found = unlock(shut, Passwords(tuple(f"{number}" for number in range(100))))

    assert isinstance(found, Fault)
    assert (found.code, found.given) == (Code.GAVE_UP, "quá thời gian mà chưa xong")
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("kept", [600, 3000, 9000])
def test_a_locked_file_that_is_damaged_gets_a_sentence(kept: int, desk: Desk) -> None:
    shut = locked(blank("village", 2026), SECRET)

    found = check(desk, shut[:kept] + bytes(2000) + shut[kept + 2000 :])

    assert [each.code.code for each in found] == [{600: "F01", 3000: "F24", 9000: "F02"}[kept]]


# The file of passwords


def test_passwords_stand_one_on_a_line(tmp_path: Path) -> None:
    (tmp_path / "pw.txt").write_text(f"\ufeff{SECRET}\r\n\n 0912 \n{SECRET}\n", encoding="utf-8")

    assert passwords_in(tmp_path / "pw.txt").words == (SECRET, " 0912 ")
    assert passwords_in(None).words == ()


def test_a_file_of_passwords_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "pw.txt").write_bytes(SECRET.encode("utf-16"))

    with pytest.raises(Refusal, match="không phải văn bản UTF-8"):
        passwords_in(tmp_path / "pw.txt")
    with pytest.raises(Refusal, match="Không đọc được tệp mật khẩu"):
        passwords_in(tmp_path / "none.txt")


# A whole run


@pytest.fixture(scope="module", params=[Runner.SERIAL, Runner.PROCESSES])
def ended(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    """A run over a register and one locked return whose password was told, and where it wrote."""
    inbox, out = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("out")
    shutil.copy(REGISTER, inbox)
    (inbox / "locked.xlsx").write_bytes(locked(RETURN.read_bytes(), SECRET))
    run, _ = consolidate(inbox, out, date(2026, 12, 5), USUAL, Means(Engine(request.param, 2), passwords=TOLD))
    return run, out


def test_a_run_counts_a_locked_return_and_writes_its_password_nowhere(ended: tuple[Run, Path]) -> None:
    run, out = ended

    assert [(each.unit, each.status.counts, each.container) for each in run.submissions if each.unit == "S02"] == [
        ("S02", True, "xlsx")
    ]
    assert [each.place.file for each in run.findings if each.code is Code.UNLOCKED] == ["locked.xlsx"]
    spellings = [SECRET.encode(), SECRET.encode("utf-16-le"), json.dumps(SECRET).encode()]
    written = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert len(written) > 10
    assert [path for path, data in written.items() if any(each in data for each in spellings)] == []
    assert SECRET.encode() not in pickle.dumps(run)
    assert SECRET not in repr(TOLD) + repr(Unlocked(b"", "x")) + repr(run)


def test_what_came_behind_a_password_goes_back_in_no_open_file(ended: tuple[Run, Path]) -> None:
    _, out = ended

    letters = sorted(path.name for path in (out / "phan_hoi" / "2026").glob("S02*"))
    letter = message_from_bytes((out / "phan_hoi" / "2026" / "S02.eml").read_bytes(), policy=default)
    body = letter.get_body()

    assert body is not None
    assert letters == ["S02.eml"]
    assert list(letter.iter_attachments()) == []
    assert "gửi dưới mật khẩu nên xã không gửi trả tệp" in body.get_content()


def test_what_was_opened_and_then_turned_away_is_not_kept_for_who_was_told_no_password(tmp_path: Path) -> None:
    """An ordinary workbook that bears no stamp, behind a password."""
    inbox, shelf = tmp_path / "in", Shelf(tmp_path / "shelf")
    shelf.folder.mkdir()
    inbox.mkdir()
    shutil.copy(REGISTER, inbox)
    (inbox / "locked.xlsx").write_bytes(locked(saved(Workbook()), SECRET))

    def codes(passwords: Passwords) -> set[Code]:
        means = Means(Engine(Runner.SERIAL), shelf, passwords=passwords)
        batch = taken_in(tasks_of(inbox, passwords), map, means)
        assert not open_to_all(batch) or passwords is NO_PASSWORDS
        return {finding.code for finding in batch.findings if finding.place.file == "locked.xlsx"}

    assert codes(TOLD) == {Code.NO_STAMP}
    assert codes(NO_PASSWORDS) == {Code.PASSWORD}


def test_explain_says_that_the_rows_of_a_locked_return_are_not_read_again(ended: tuple[Run, Path]) -> None:
    _, out = ended

    told = "\n".join(explain("initiatives S02 2026", out))

    assert "tệp đặt mật khẩu nên không liệt kê được từng dòng" in told


def test_the_command_line_takes_the_file_of_passwords_and_never_shows_one(tmp_path: Path) -> None:
    (tmp_path / "pw.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "return.xlsx").write_bytes(locked(blank("village", 2026), SECRET))
    command = "check", str(tmp_path / "return.xlsx")

    with_it, without = learnsoc(*command, "--password-file", str(tmp_path / "pw.txt")), learnsoc(*command)

    assert "[F35]" in with_it.stdout
    assert SECRET not in with_it.stdout + with_it.stderr
    assert "[F24]" in without.stdout
