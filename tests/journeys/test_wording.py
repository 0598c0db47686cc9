"""A commune's own wording of its letters wins, where it laid it into its folder itself; whatever is wrong with it, letters are written."""

import hashlib
import json
import shutil
import zipfile
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from learnsoc_xlsx.engine import Runner
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.mailbox import Entry, Kept
from learnsoc_xlsx.model.returns.submissions import Status
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.fetch.index import write_index
from learnsoc_xlsx.stages.reply.wording.texts import ANSWER, REMINDER, SENDING
from learnsoc_xlsx.stages.reply.wording.wording import issued
from tests.commands import learnsoc
from tests.runs import letters_into, run_into
from tests.stages.reply.test_reply import an_inbox, text_of, the_letter

DAY = date(2026, 12, 5)
CENTRE = "Trung tâm học tập cộng đồng xã"
"""The unit that sent a return: one wrong cell, and few sheets to be read again and again."""
ANSWERED, REMINDED = "phan_hoi/2026/C01.eml", "phan_hoi/2026/E03_nhac.eml"
OWN = "Tiêu đề: Báo cáo của {{ don_vi }}\n\nThân gửi {{ don_vi }},\n{% for diem in cac_diem %}\n- {{ diem.o }}\n{% endfor %}\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return an_inbox(tmp_path / "inbox", f"C01 {CENTRE} 2026.xlsx")


@pytest.fixture(scope="module")
def as_issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run of the same folder writes without a wording of its own."""
    folder = tmp_path_factory.mktemp("issued")
    letters_into(an_inbox(folder / "inbox", f"C01 {CENTRE} 2026.xlsx"), folder / "out", DAY)
    return folder / "out"


def said(run: Run, *codes: Code) -> list[tuple[str, str]]:
    return [(each.place.file, each.message) for each in run.findings if each.code in codes]


def test_a_text_in_the_folder_words_the_letters_and_is_named_as_what_it_is(inbox: Path, as_issued: Path) -> None:
    (inbox / ANSWER).write_text(OWN, encoding="utf-8")

    run = letters_into(inbox, inbox.parent / "out", DAY)

    letter = the_letter(inbox.parent / "out" / ANSWERED)
    assert letter["Subject"] == f"Báo cáo của {CENTRE}"
    assert text_of(letter) == f"Thân gửi {CENTRE},\n- ô C8\n"
    assert [each.get_filename() for each in letter.iter_attachments()] == ["C01.xlsx"]
    assert (inbox.parent / "out" / REMINDED).read_bytes() == (as_issued / REMINDED).read_bytes()
    assert [message for file, message in said(run, *Code) if file == ANSWER] == [
        "Đây là mẫu thư trả lời của xã, đang được dùng thay mẫu có sẵn. Không cần làm gì; muốn dùng lại mẫu có sẵn, hãy xóa tệp này."
    ]
    assert [each.status for each in run.submissions if each.file == ANSWER] == [Status.NOT_A_FORM]


def test_both_letters_may_be_worded_and_two_processes_write_the_same(inbox: Path) -> None:
    (inbox / "Thu_Tra_Loi.TXT").write_text(OWN, encoding="utf-8")
    (inbox / REMINDER).write_text("Tiêu đề: Nhắc\nHạn là {{ han_gui }}.", encoding="utf-8")
    outs = {kind: inbox.parent / kind.value for kind in (Runner.SERIAL, Runner.PROCESSES)}

    for kind, out in outs.items():
        run_into(inbox, out, DAY, kind)

    assert text_of(the_letter(outs[Runner.SERIAL] / REMINDED)) == "Hạn là 29/11/2026.\n"
    assert the_letter(outs[Runner.SERIAL] / ANSWERED)["Subject"] == f"Báo cáo của {CENTRE}"
    for path in (ANSWERED, REMINDED):
        assert (outs[Runner.SERIAL] / path).read_bytes() == (outs[Runner.PROCESSES] / path).read_bytes()


# What is no text of the commune's own


def in_a_folder(inbox: Path) -> None:
    (inbox / "2026").mkdir()
    (inbox / "2026" / ANSWER).write_text(OWN, encoding="utf-8")


def among_what_was_collected(inbox: Path) -> None:
    (inbox / "thu" / CENTRE).mkdir(parents=True)
    (inbox / "thu" / CENTRE / ANSWER).write_text(OWN, encoding="utf-8")


def in_an_archive(inbox: Path) -> None:
    with zipfile.ZipFile(inbox / "gui xa.zip", "w") as archive:
        archive.writestr(ANSWER, OWN)


def in_a_message(inbox: Path) -> None:
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = "c01@vi-du.invalid", "Fri, 20 Nov 2026 08:00:00 +0700", "Mẫu"
    message.set_content("Kính gửi xã")
    message.add_attachment(OWN, filename=ANSWER)
    (inbox / "thu.eml").write_bytes(message.as_bytes())


def moved_out_of_what_was_collected(inbox: Path) -> None:
    in_the_folder = inbox / ANSWER
    in_the_folder.write_text(OWN, encoding="utf-8")
    sha256 = hashlib.sha256(in_the_folder.read_bytes()).hexdigest()
    kept = Kept(f"thu/{CENTRE}/2026-11-20 thu_tra_loi.txt", ANSWER, sha256, len(OWN))
    entry = Entry("box", 1, 1, "sha", datetime(2026, 11, 20, tzinfo=UTC), "c01@vi-du.invalid", "", "Mẫu", (kept,), ())
    write_index(inbox, [entry])


@pytest.mark.parametrize(
    "lay", [in_a_folder, among_what_was_collected, in_an_archive, in_a_message, moved_out_of_what_was_collected]
)
def test_a_text_that_came_by_mail_or_lies_elsewhere_words_no_letter(lay: object, inbox: Path, as_issued: Path) -> None:
    assert callable(lay)
    lay(inbox)

    run = letters_into(inbox, inbox.parent / "out", DAY)

    assert (inbox.parent / "out" / ANSWERED).read_bytes() == (as_issued / ANSWERED).read_bytes()
    assert said(run, Code.OWN_WORDING, Code.BAD_WORDING) == []
    assert len(run.submissions) > 2  # it is named among what came in all the same


# What cannot be used


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OWN.replace("diem.o }}", "diem.o }").encode(), "dòng 5: viết sai cách"),
        (OWN.replace("diem.o", "diem.ô").encode(), "dòng 5: không có phần “.ô”; gần giống “o”"),
        (OWN.replace("{{ diem.o", "{{ diem.o.__class__").encode(), "dòng 5: phần “.__class__” không có ở đây"),
        (OWN.replace("Thân gửi {{ don_vi", "{{ don_vj").encode(), "dòng 3: chương trình không có từ “don_vj”; gần giống “don_vi”"),
        (OWN.replace("{% endfor %}", "").encode(), "dòng 4: viết sai cách"),
        (b"Ti\xeau \xf0\xea: a", "tệp không phải văn bản UTF-8"),
        (b"", "dòng đầu phải bắt đầu bằng “Tiêu đề:”"),
        (OWN.replace("- ", "x" * 15_000).encode(), "thư viết theo mẫu này dài quá 1000000 chữ"),
        (b"x" * 3_000_000, "tệp dài quá 20000 byte"),
    ],
)  # fmt: skip
def test_a_text_that_cannot_be_used_is_said_once_with_its_line_and_the_letter_is_as_issued(
    data: bytes, words: str, inbox: Path, as_issued: Path
) -> None:
    (inbox / ANSWER).write_bytes(data)

    run = letters_into(inbox, inbox.parent / "out", DAY)

    ((file, message),) = said(run, Code.OWN_WORDING, Code.BAD_WORDING)
    assert file == ANSWER
    assert message.startswith(f"Mẫu thư trả lời này của xã không dùng được: {words}")
    assert "Thư vẫn được viết theo mẫu có sẵn. Hãy sửa" in message
    assert (inbox.parent / "out" / ANSWERED).read_bytes() == (as_issued / ANSWERED).read_bytes()


# The texts as issued, for whoever wants to change them


def test_the_templates_of_a_year_come_with_the_texts_of_letters(tmp_path: Path) -> None:
    ended = learnsoc("templates", "--year", "2026", "--out", str(tmp_path))

    assert ended.returncode == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "2026").glob("*.txt")} == {
        name: issued(name).encode() for name in (ANSWER, REMINDER, SENDING)
    }
    assert {str(tmp_path / "2026" / name) for name in (ANSWER, REMINDER, SENDING)} <= set(ended.stdout.splitlines())


@pytest.mark.parametrize("name", [ANSWER, REMINDER, SENDING])
def test_the_committed_texts_are_those_as_issued(name: str) -> None:
    assert (Path("input_templates/blank/2026") / name).read_text(encoding="utf-8") == issued(name)


def test_a_text_as_issued_laid_into_the_folder_changes_no_letter(inbox: Path, as_issued: Path) -> None:
    for name in (ANSWER, REMINDER):
        shutil.copy(Path("input_templates/blank/2026") / name, inbox)

    run = run_into(inbox, inbox.parent / "out", DAY)

    assert [file for file, _ in said(run, Code.OWN_WORDING)] == [REMINDER, ANSWER]
    for path in (ANSWERED, REMINDED):
        assert (inbox.parent / "out" / path).read_bytes() == (as_issued / path).read_bytes()
    outputs = json.loads((inbox.parent / "out" / "run.json").read_text(encoding="utf-8"))["outputs"]
    assert {ANSWERED, REMINDED} <= {each["file"] for each in outputs}
