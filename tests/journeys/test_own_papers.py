"""A commune's own Word templates are used where it laid them itself; whatever is wrong with one, its papers are written."""

import hashlib
import io
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.papers.shipped import shipped
from learnsoc_xlsx.model.returns.mailbox import Entry, Kept
from learnsoc_xlsx.model.returns.submissions import Status
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.templates import paper_templates
from learnsoc_xlsx.pipeline.settings.own_papers import FOLDER, GUIDE, paper_files, templates_of
from learnsoc_xlsx.stages.fetch.index import write_index
from tests.calc import edited, needs_office
from tests.journeys.commune_word import DAY
from tests.journeys.council_word import commune
from tests.runs import papers_into
from tests.stages.write.papers.word_file import saved, text_of, word

NAME, PAPER = "to_trinh.docx", "van_ban/2026/11_to_trinh_hang_nam_2026.docx"
OWN = word("Mẫu riêng của {{ xa }}: {{ so_truong_hop }} trường hợp.")
BAD = word("{{ so_truong_hp }}")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def told(inbox: Path) -> dict[str, str]:
    """What is said of each template in a folder: by its way there, the code."""
    return {path.relative_to(inbox).as_posix(): fault.code.code for path, fault in paper_files(inbox).items()}


def lay(inbox: Path, name: str, data: bytes = OWN) -> None:
    (inbox / name).parent.mkdir(exist_ok=True)
    (inbox / name).write_bytes(data)


def test_a_template_of_the_commune_s_own_makes_the_paper_and_one_that_is_wrong_is_said_once(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    lay(inbox, NAME)
    lay(inbox, f"{FOLDER}/bien_ban.docx", BAD)
    lay(inbox, f"{FOLDER}/~$bien_ban.docx", b"x")

    run = papers_into(inbox, tmp_path / "out", DAY)

    assert text_of((tmp_path / "out" / PAPER).read_bytes()) == ["Mẫu riêng của xã Tân Học: 2 trường hợp."]
    said = {one.place.file: (one.code.code, one.message) for one in run.findings if ".docx" in one.place.file}
    assert said == {
        NAME: ("F37", "Đây là mẫu văn bản “Tờ trình” của xã, đang được dùng thay mẫu có sẵn. Không cần làm gì; muốn dùng lại mẫu có sẵn, hãy xóa tệp này."),
        f"{FOLDER}/bien_ban.docx": ("F48", "Mẫu văn bản “Biên bản họp” này của xã không dùng được: ở thẻ “{{ so_truong_hp }}”: chương trình không có từ “so_truong_hp”; gần giống “so_truong_hop”. Văn bản vẫn được soạn theo mẫu có sẵn. Hãy sửa chỗ ấy rồi chạy lại, hoặc xóa tệp này."),
        f"{FOLDER}/~$bien_ban.docx": ("F10", said[f"{FOLDER}/~$bien_ban.docx"][1]),
    }  # fmt: skip
    assert {sent.status for sent in run.submissions if sent.file.endswith(".docx")} == {Status.NOT_A_FORM}
    assert run.astray == ()
    assert templates_of(inbox)["bien_ban.docx"] == shipped("bien_ban.docx")
    assert [(one.code.code, one.message) for one in inspect([inbox / FOLDER / "bien_ban.docx"])] == [said[f"{FOLDER}/bien_ban.docx"]]  # fmt: skip


# Which is used


def test_of_two_the_one_beside_the_register_is_used_and_the_other_is_told(inbox: Path) -> None:
    lay(inbox, NAME)
    lay(inbox, f"{FOLDER}/{NAME}", word("kia"))

    assert templates_of(inbox)[NAME] == OWN
    assert told(inbox) == {NAME: "F37", f"{FOLDER}/{NAME}": "F49"}
    assert [one.code.code for one in inspect([inbox / FOLDER / NAME])] == ["F49"]
    assert paper_files(inbox)[inbox / FOLDER / NAME].given.endswith("đã lấy ở “in/to_trinh.docx”")


@pytest.mark.parametrize("name", ["TO_TRINH.DOCX", "Mau_Van_Ban/To_Trinh.docx"])
def test_capitals_in_a_name_make_no_difference(name: str, inbox: Path) -> None:
    lay(inbox, name)

    assert templates_of(inbox)[NAME] == OWN
    assert told(inbox) == {name: "F37"}


def by_mail(inbox: Path) -> None:
    lay(inbox, NAME)
    kept = Kept(f"thu/T01/2026-11-20 {NAME}", NAME, hashlib.sha256(OWN).hexdigest(), len(OWN))
    write_index(inbox, [Entry("box", 1, 1, "sha", datetime(2026, 11, 20, tzinfo=UTC), "a@vi-du.invalid", "", "Mẫu", (kept,), ())])  # fmt: skip


def in_an_archive(inbox: Path) -> None:
    with zipfile.ZipFile(inbox / "gui.zip", "w") as archive:
        archive.writestr(NAME, OWN)


@pytest.mark.parametrize(
    "laid", [by_mail, in_an_archive, lambda inbox: lay(inbox, f"thu/{NAME}"), lambda inbox: (inbox / NAME).mkdir()]
)
def test_one_that_came_by_mail_or_lies_elsewhere_is_never_used(laid: Callable[[Path], None], inbox: Path) -> None:
    laid(inbox)

    assert templates_of(inbox) == {paper.template: shipped(paper.template) for paper in PAPERS}
    assert told(inbox) == {}


@pytest.mark.parametrize(
    ("name", "code", "remedy"),
    [
        (f"{FOLDER}/to trình.docx", "F49", "Hãy đổi tên thành “to_trinh.docx”, hoặc xóa tệp"),
        (f"{FOLDER}/{NAME.replace('.docx', '.doc')}", "F49", "Hãy mở bằng Word, lưu lại thành “to_trinh.docx”"),
        ("to_trinh.doc", "F49", "Hãy mở bằng Word, lưu lại thành “to_trinh.docx”"),
        (f"{FOLDER}/{GUIDE}", "F11", ""),
    ],
)
def test_a_file_that_was_meant_to_be_a_template_is_told_why_it_is_none(
    name: str, code: str, remedy: str, inbox: Path
) -> None:
    lay(inbox, name)

    (fault,) = paper_files(inbox).values()

    assert (fault.code.code, fault.other) == (code, remedy)


def test_another_document_in_the_folder_of_returns_is_no_template(inbox: Path) -> None:
    lay(inbox, "Bao cao thon.docx")

    assert told(inbox) == {}


# What is printed, to be changed


def test_the_committed_templates_are_those_as_printed_and_laid_back_change_nothing(tmp_path: Path, inbox: Path) -> None:
    printed = {path.name: path.read_bytes() for path in paper_templates(2026, tmp_path)}
    committed = Path("input_templates/blank/2026") / FOLDER

    shutil.copytree(committed, inbox / FOLDER)

    assert printed == {path.name: path.read_bytes() for path in committed.iterdir()}, "run make blank"
    assert set(printed) == {paper.template for paper in PAPERS} | {GUIDE}
    assert templates_of(inbox) == {paper.template: shipped(paper.template) for paper in PAPERS}
    assert set(told(inbox).values()) == {"F37", "F11"}


# Edited in an office program


def without_column(data: bytes, header: str) -> bytes:
    """The template without the column of a table that bears this header, as a word processor removes it."""
    made = Document(io.BytesIO(data))
    (table,) = [one for one in made.tables if header in [cell.text for cell in one.rows[0].cells]]
    at = [cell.text for cell in table.rows[0].cells].index(header)
    for row in table.rows:
        if len(row._tr.tc_lst) == len(table.columns):
            row._tr.remove(row._tr.tc_lst[at])
        elif len(row._tr.tc_lst) and row._tr.tc_lst[0].grid_span > 1:
            row._tr.tc_lst[0].grid_span -= 1
    table._tbl.tblGrid.remove(table._tbl.tblGrid.gridCol_lst[at])
    return saved(made)


@needs_office
def test_a_template_edited_in_an_office_program_makes_the_paper(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    (tmp_path / NAME).write_bytes(without_column(shipped(NAME), "Năm sinh"))
    (tmp_path / "bien_ban.docx").write_bytes(shipped("bien_ban.docx"))
    edited(tmp_path / NAME, inbox / NAME, [("replace", "1. Số lượng:", "Câu thêm của xã. 1. Số lượng:"), ("bold", "hoi_do"), ("bold", "so_tru")])  # fmt: skip
    edited(tmp_path / "bien_ban.docx", inbox / "bien_ban.docx", [("replace", "{{ noi_hop }}", "{{ noi_hopp }}")])

    papers_into(inbox, tmp_path / "out", DAY)

    text = "\n".join(text_of((tmp_path / "out" / PAPER).read_bytes()))
    assert "Câu thêm của xã. 1. Số lượng: 2 trường hợp" in text
    assert "Chức vụ, nơi ở, đơn vị" in text
    assert "Năm sinh" not in text
    assert "1951" not in text
    assert "{" not in text
    faults = paper_files(inbox)
    assert (faults[inbox / NAME].code.code, faults[inbox / "bien_ban.docx"].code.code) == ("F37", "F48")
    assert faults[inbox / "bien_ban.docx"].other == "ở thẻ “{{ noi_hopp }}”: chương trình không có từ “noi_hopp”; gần giống “noi_hop”"  # fmt: skip
    assert templates_of(inbox)["bien_ban.docx"] == shipped("bien_ban.docx")
