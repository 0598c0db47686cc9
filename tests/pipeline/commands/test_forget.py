"""Forget takes a person or a unit out of all that was made, names the cells of what was sent, and touches none of these."""

import errno
import io
import os
import shutil
import signal
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl.comments import Comment

from learnsoc_xlsx.engine import Engine, Runner
from learnsoc_xlsx.model.errors import CannotWrite, Refusal
from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.commands.forget import Forgetting, Whom, forget, usual_inbox
from learnsoc_xlsx.pipeline.forgetting.ours import MARKER
from learnsoc_xlsx.pipeline.forgetting.told import forgotten, planned
from learnsoc_xlsx.pipeline.keeping.place import shelf_at
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf
from learnsoc_xlsx.pipeline.settings.means import Means
from learnsoc_xlsx.pipeline.settings.products import Products
from learnsoc_xlsx.stages.write.moving.lease import GUARD, alone
from tests.books import opened, saved
from tests.commands import Ended, learnsoc
from tests.everywhere import files_naming
from tests.journeys.commune_word import DAY, household, lay_register, lay_return, nominated
from tests.made_up.values import Row
from tests.registers import laid

AN, LISTED, OTHER = "Nguyễn Văn Ẩn", "Trần Thị Lộc", "Lê Quang Khuê"
"""Who is proposed, who only stands in a list, and somebody else."""
ALL = Products(papers=False, replies=True, tables=True)
HOMES = "Gia đình"
POSIX = pytest.mark.skipif(os.name != "posix", reason="who may write to a folder is told otherwise there")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune with all that a run can write, in a folder beside its returns and its cache."""
    place = tmp_path_factory.mktemp("commune")
    lay_register(place / "in")
    households = [household(AN, 1951), household(LISTED, 1960, labour_days="ba")]
    cover: Row = {"contact": f"{LISTED}, 0912 345 678"}
    lay_return(place / "in", "T01", cover=[cover], nominations=[nominated(AN)], households=households)
    lay_return(place / "in", "T02", households=[household(AN.upper(), 1980), household(OTHER, 1970)])
    (place / "cache").mkdir(mode=0o700)
    consolidate(place / "in", place / "out", DAY, ALL, means(place))
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "xa")
    return tmp_path / "xa"


def means(place: Path) -> Means:
    return Means(Engine(Runner.SERIAL), Shelf(place / "cache"))


def let_go(place: Path, who: str, *, agreed: bool = True, **more: object) -> Forgetting:
    return forget(place / "in", place / "out", Whom(who, **more), lambda _: agreed, means(place))  # type: ignore[arg-type]


def bytes_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("who", [AN, LISTED])
def test_after_it_no_file_of_out_and_nothing_in_the_cache_holds_the_name(place: Path, who: str) -> None:
    sent = bytes_of(place / "in")
    before = files_naming(place / "out", who)

    done = let_go(place, who)

    assert len(before) >= 4
    assert done.gone is not None
    assert set(before) <= set(done.gone.files)
    assert files_naming(place / "out", who) == []
    assert list((place / "cache").iterdir()) == []
    assert bytes_of(place / "in") == sent, "what was sent is as it was"


def test_who_only_stands_in_a_list_goes_alone_and_the_rest_of_the_run_stays(place: Path) -> None:
    let_go(place, LISTED)

    left = {path.relative_to(place / "out").as_posix() for path in bytes_of(place / "out")}
    assert {"run.json", "2026/Tong_hop_2026.xlsx", "2026/Khen_thuong_2026.xlsx"} <= left
    assert "2026/Danh_sach_2026.xlsx" not in left


def test_where_run_json_names_the_person_nothing_of_that_run_is_left_that_the_next_would_take_for_a_hand_s(
    place: Path,
) -> None:
    let_go(place, AN)

    assert bytes_of(place / "out") == {}


def test_the_returns_that_hold_the_name_are_told_cell_by_cell(place: Path) -> None:
    done = let_go(place, AN)

    assert [str(at) for at in done.inputs.places] == [
        f"T01 2026.xlsx › {HOMES} › B7",
        "T01 2026.xlsx › Đề nghị khen › C7",
        f"T02 2026.xlsx › {HOMES} › B7",
    ]


def test_notes_properties_texts_and_what_letters_carry_are_told_too_and_what_cannot_be_looked_into(
    tmp_path: Path,
) -> None:
    inbox = tmp_path / "in"
    laid(inbox, "danh ba.xlsx")
    book = opened((inbox / "danh ba.xlsx").read_bytes())
    page = book.worksheets[0]
    page["C9"].comment = Comment(f"hỏi ông {AN}", "xã")
    book.save(inbox / "ghi chu.xlsx")
    page["C9"].comment, book.properties.creator = None, AN
    book.save(inbox / "thuoc tinh.xlsx")
    page["C9"].value = AN
    letter = EmailMessage()
    letter.add_attachment(saved(book), maintype="application", subtype="octet-stream", filename="a.xlsx")
    (inbox / "thu.eml").write_bytes(bytes(letter))
    (inbox / "loi nhan.txt").write_text(f"gặp {AN.upper()}", encoding="utf-8")
    (inbox / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0")

    named = forget(inbox, tmp_path / "out", Whom(AN), lambda _: False).inputs

    at = {place.file: f"{place.sheet} › {place.cell}" for place in named.places}
    assert at == {
        "ghi chu.xlsx": f"{page.title} › C9",
        "loi nhan.txt": " › ",
        "thu.eml › a.xlsx": f"{page.title} › C9",
        "thuoc tinh.xlsx": "ngoài các ô: ghi chú, đầu trang, chân trang, hình, thuộc tính hoặc trang ẩn › ",
    }
    assert named.opaque == ("anh.jpg",)


def test_where_nobody_says_in_which_folder_the_returns_lie_it_is_not_said_that_none_names_anybody(
    tmp_path: Path,
) -> None:
    with pytest.raises(Refusal, match="Hãy nêu thư mục báo cáo"):
        usual_inbox(tmp_path / "out", tmp_path)
    with pytest.raises(Refusal, match="Không có thư mục báo cáo"):
        forget(tmp_path / "none", tmp_path / "out", Whom(AN), lambda _: True)


def test_year_of_birth_and_unit_tell_a_person_from_others_of_the_name_in_the_returns(place: Path) -> None:
    by_birth = let_go(place, AN, agreed=False, born=1980)
    by_unit = let_go(place, AN, agreed=False, home="Thôn Hạ")

    assert [str(at) for at in by_birth.inputs.places if at.sheet == HOMES] == [f"T02 2026.xlsx › {HOMES} › B7"]
    assert [str(at) for at in by_unit.inputs.places] == [f"T02 2026.xlsx › {HOMES} › B7"]
    assert by_unit.inputs.others == 2


def test_it_ends_by_saying_what_was_not_looked_into_and_who_was_taken_for_somebody_else(place: Path) -> None:
    (place / "in" / "quyet dinh.pdf").write_bytes(b"%PDF-1.4")

    none = "\n".join(forgotten(let_go(place, "Hồ Thị Không")))
    others = "\n".join(forgotten(let_go(place, AN, born=1933, home="T01")))

    assert "Trong các tệp xem được, không còn tệp báo cáo nào có tên ấy." in none
    assert "Còn 1 tệp chưa xem được, nêu ở trên: hãy tự xem." in none
    assert "chỗ cùng tên, coi là người khác" in others
    assert "Không còn tệp báo cáo nào có tên ấy." not in none + others


def test_what_goes_with_the_record_of_the_run_is_not_said_to_bear_the_name(place: Path) -> None:
    first, *_ = planned(plan := let_go(place, AN, agreed=False))

    bearing = files_naming(place / "out", AN)
    assert len(bearing) < len(plan.results.going)
    assert first == f"Tệp kết quả sẽ bị xóa: {len(plan.results.going)}, trong đó có tên người này: {len(bearing)}"


def test_what_somebody_made_and_only_fits_with_marks_that_were_not_typed_stays_and_is_named(place: Path) -> None:
    (place / "out" / "ghi chep.txt").write_text("gặp bà Trần Thị Lộc", encoding="utf-8")
    (place / "out" / "so tay.txt").write_text("gặp bà Tran Thi Loc", encoding="utf-8")

    done = let_go(place, "Tran Thi Loc")

    assert done.results.spared == ("ghi chep.txt",)
    assert (place / "out" / "ghi chep.txt").is_file()
    assert not (place / "out" / "so tay.txt").exists()
    assert "Không xóa, hãy tự xem: 1 tệp do người sửa hoặc đặt vào" in "\n".join(planned(done))


def test_a_folder_on_which_the_last_run_was_not_made_is_remarked_on(place: Path) -> None:
    other = place / "khac"
    shutil.copytree(place / "in", other)

    plan = forget(other, place / "out", Whom(AN), lambda _: False, means(place))

    assert f"Lần chạy trước lấy báo cáo ở “{place / 'in'}”, không phải thư mục này" in "\n".join(planned(plan))
    assert "Lần chạy trước" not in "\n".join(planned(let_go(place, AN, agreed=False)))


def test_who_asks_to_stop_while_it_empties_the_cache_waits_until_it_is_empty(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = os.unlink

    def interrupted(path: Any, *more: Any, **named: Any) -> None:
        if str(place / "cache") in os.fspath(path):
            os.kill(os.getpid(), signal.SIGINT)
        usual(path, *more, **named)

    monkeypatch.setattr(os, "unlink", interrupted)

    done = let_go(place, AN)

    assert done.emptied > 3
    assert files_naming(place / "cache", AN) == []


def test_a_unit_goes_with_its_code_and_all_of_its_names(place: Path) -> None:
    lay_return(place / "in", "S01")

    done = let_go(place, "thôn hạ")

    assert done.is_unit
    assert files_naming(place / "out", "Thôn Hạ") == []
    assert {at.file for at in done.inputs.places} == {"Danh ba.xlsx", "T02 2026.xlsx"}


def test_nothing_goes_unless_somebody_agrees_and_what_is_said_never_repeats_the_name(place: Path) -> None:
    before = bytes_of(place)

    plan = let_go(place, AN, agreed=False)

    assert bytes_of(place) == before
    told = "\n".join((*planned(plan), *forgotten(plan)))
    assert AN.casefold() not in told.casefold()
    assert f"T02 2026.xlsx › {HOMES} › B7" in told
    assert "chạy lại consolidate là tên ấy trở lại kết quả" in told
    assert told.endswith("Chưa xóa gì.")


def test_what_somebody_saved_or_laid_among_the_results_is_said_apart_and_goes_too(place: Path) -> None:
    book = opened(place / "out" / "2026" / "Tong_hop_2026.xlsx")
    book.worksheets[0]["ZZ2"].value = f"theo ý kiến ông {AN.lower()}"
    book.save(place / "out" / "2026" / "Tong_hop_2026_sua_tay.xlsx")
    hidden = opened(place / "out" / "Kiem_tra.xlsx")
    hidden.create_sheet("an").sheet_state = "hidden"
    hidden["an"]["ZZ900"].value = unicodedata.normalize("NFD", AN.upper())
    hidden.save(place / "out" / "ghi nho.xlsx")
    paper = Document()
    line = paper.add_paragraph("Giấy khen tặng ")
    for piece in AN.split(" ", 1):
        line.add_run(f"{piece} ")
    paper.save(str(place / "out" / "giay khen.docx"))
    (place / "out" / "quet.pdf").write_bytes(b"%PDF-1.4 \xff")

    done = let_go(place, AN)

    assert set(done.results.by_hand) == {"2026/Tong_hop_2026_sua_tay.xlsx", "ghi nho.xlsx", "giay khen.docx"}
    assert done.results.opaque == ("quet.pdf",)
    assert {path.name for path in bytes_of(place / "out")} == {"quet.pdf", MARKER}
    assert let_go(place, LISTED).results.opaque == ("quet.pdf",), "it is named to whoever comes next as well"


def test_templates_filled_in_beforehand_and_the_letters_that_carry_them_are_results_as_well(place: Path) -> None:
    forms = place / "mau_bieu"
    (forms / "2027" / "thu_gui_mau").mkdir(parents=True)
    for unit in ("T01", "T02"):
        shutil.copy(place / "in" / f"{unit} 2026.xlsx", forms / "2027" / f"Mau_01_Thon_2027_{unit}.xlsx")
        letter = EmailMessage()
        letter.add_attachment((place / "in" / f"{unit} 2026.xlsx").read_bytes(), maintype="application", subtype="x", filename="Mau.xlsx")  # fmt: skip
        (forms / "2027" / "thu_gui_mau" / f"{unit}.eml").write_bytes(bytes(letter))

    done = forget(place / "in", forms, Whom(LISTED), lambda _: True, means(place))

    assert done.results.ours == ("2027/Mau_01_Thon_2027_T01.xlsx", "2027/thu_gui_mau/T01.eml")
    assert sorted(path.name for path in bytes_of(forms)) == ["Mau_01_Thon_2027_T02.xlsx", "T02.eml"]


def test_a_second_time_there_is_nothing_left_and_the_returns_are_told_again(place: Path) -> None:
    let_go(place, AN)

    again = let_go(place, AN)

    assert again.gone is not None
    assert (again.results.going, again.gone.files, again.emptied) == ((), (), 0)
    assert len(again.inputs.places) == 3


def test_where_another_run_is_at_work_nothing_goes(place: Path) -> None:
    before = bytes_of(place / "out")

    with alone(place / "out"), pytest.raises(CannotWrite, match="đang ghi kết quả"):
        let_go(place, AN)

    assert bytes_of(place / "out") == before
    assert not (place / "out" / GUARD).exists()


def test_where_another_run_begins_before_it_is_agreed_nothing_goes(place: Path) -> None:
    before = bytes_of(place / "out")

    with ExitStack() as running:

        def begins_meanwhile(_: Forgetting) -> bool:
            running.enter_context(alone(place / "out"))
            return True

        with pytest.raises(CannotWrite, match="đang ghi kết quả"):
            forget(place / "in", place / "out", Whom(LISTED), begins_meanwhile, means(place))

    assert bytes_of(place / "out") == before


def test_into_a_folder_where_a_first_run_is_at_work_nothing_is_said_to_be_forgotten(place: Path) -> None:
    first = place / "moi"
    first.mkdir()

    with alone(first), pytest.raises(CannotWrite, match="đang ghi kết quả"):
        forget(place / "in", first, Whom(AN), lambda _: True, means(place))


def test_where_a_first_run_wrote_before_it_is_agreed_nothing_is_said_to_be_forgotten(place: Path) -> None:
    first = place / "moi"
    first.mkdir()

    def written_meanwhile(_: Forgetting) -> bool:
        shutil.copytree(place / "out", first, dirs_exist_ok=True)
        return True

    with pytest.raises(CannotWrite, match="vừa được một lần chạy khác ghi lại"):
        forget(place / "in", first, Whom(AN), written_meanwhile, means(place))


def test_what_a_first_run_left_that_was_cut_short_holds_nobody_s_name_any_more(place: Path) -> None:
    left = place / "moi" / ".learnsoc-abc" / "new"
    shutil.copytree(place / "out", left)
    assert files_naming(place / "moi", AN)

    done = forget(place / "in", place / "moi", Whom(AN), lambda _: True, means(place))

    assert done.gone is not None
    assert list((place / "moi").rglob("*")) == []


@POSIX
def test_what_is_somebody_s_own_and_only_called_as_ours_is_left_alone(place: Path) -> None:
    out, elsewhere = place / "khac", place / "cho khac"
    for folder in (out / ".learnsoc-luu_tru", out / ".learnsoc-cu" / ".old", elsewhere):
        folder.mkdir(parents=True)
        (folder / "quan trong.txt").write_text(AN, encoding="utf-8")
    (out / ".learnsoc-cu" / "b.txt").write_text(AN, encoding="utf-8")
    (out / ".learnsoc-x").symlink_to(elsewhere)
    before = bytes_of(place)

    forget(place / "in", out, Whom(AN), lambda _: True, means(place))

    assert {path: data for path, data in bytes_of(place).items() if "cache" not in path.parts} == {
        path: data for path, data in before.items() if "cache" not in path.parts
    }


def test_a_folder_called_as_ours_that_nobody_may_look_into_is_left_alone(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "out" / ".learnsoc-x").mkdir()
    looked = Path.iterdir

    def refused(folder: Path) -> Iterator[Path]:
        if folder.name == ".learnsoc-x":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return iter(looked(folder))

    monkeypatch.setattr(Path, "iterdir", refused)

    assert let_go(place, AN).gone is not None
    assert (place / "out" / ".learnsoc-x").is_dir()


@POSIX
def test_a_lock_that_leads_to_somebody_s_file_is_not_written_into(place: Path) -> None:
    letter = place / "thu.txt"
    letter.write_text(AN, encoding="utf-8")
    (place / "out" / GUARD).symlink_to(letter)

    with pytest.raises(CannotWrite):
        let_go(place, AN)

    assert letter.read_text(encoding="utf-8") == AN


def test_a_journal_that_nobody_can_read_is_a_sentence(place: Path) -> None:
    folder = place / "out" / ".learnsoc-zz"
    folder.mkdir()
    (folder / "journal").write_bytes(b"{")

    with pytest.raises(CannotWrite, match="sổ ghi của một lần chạy bị ngắt"):
        let_go(place, AN)


def test_where_another_run_wrote_since_it_was_looked_through_nothing_goes(place: Path) -> None:
    def written_meanwhile(_: Forgetting) -> bool:
        (place / "out" / "run.json").write_bytes(b"{}")
        return True

    with pytest.raises(CannotWrite, match="vừa được một lần chạy khác ghi lại"):
        forget(place / "in", place / "out", Whom(LISTED), written_meanwhile, means(place))
    assert (place / "out" / "Kiem_tra.xlsx").exists()


def test_a_folder_that_holds_no_results_is_not_searched_and_returns_are_never_in_reach(place: Path) -> None:
    other = place / "thu muc khac"
    shutil.copytree(place / "in", other)

    assert forget(place / "in", other, Whom(AN), lambda _: True, means(place)).results.going == ()
    for inbox, out in ((place / "in", place), (place, place / "out"), (place / "in", place / "in")):
        with pytest.raises(Refusal, match="nằm trong nhau"):
            forget(inbox, out, Whom(AN), lambda _: True, means(place))
    assert bytes_of(other)


@pytest.mark.parametrize("who", ["An", "Ẩn", ""])
def test_one_word_is_too_little_to_name_a_person(place: Path, who: str) -> None:
    with pytest.raises(Refusal, match="họ và tên"):
        let_go(place, who)


def test_a_unit_that_the_register_does_not_know_tells_nobody_apart(place: Path) -> None:
    with pytest.raises(Refusal, match="không có đơn vị “Thôn Mây”"):
        let_go(place, AN, home="Thôn Mây")


def test_the_command_asks_shows_and_does_it_once_it_is_told_to(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = {"LEARNSOC_CACHE": str(place / "cache")}
    where = (str(place / "in"), "--out", str(place / "out"))
    answers = [learnsoc_answered(monkeypatch, typed, "forget", *words, *where, environment=cache) for typed, words in (
        ("\n", ("--who", AN)), (f"{AN}\nx\n", ()), ("", ("--who", AN, "--born", "1951", "--unit", "T01", "--yes")),
    )]  # fmt: skip

    assert [ended.returncode for ended in answers] == [0, 0, 0]
    assert ["Chưa xóa gì." in ended.stdout for ended in answers] == [True, False, False]
    assert AN not in "".join(ended.stdout + ended.stderr for ended in answers)
    assert files_naming(place / "out", AN) + files_naming(place / "cache", AN) == []


def learnsoc_answered(monkeypatch: pytest.MonkeyPatch, typed: str, *words: str, environment: dict[str, str]) -> Ended:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return learnsoc(*words, environment=environment)


def stuck(monkeypatch: pytest.MonkeyPatch, held: str) -> None:
    """A file that is open in Excel, as Windows has it."""
    unlink = Path.unlink

    def refuses(path: Path, missing_ok: bool = False) -> None:
        if path.name == held:
            raise PermissionError(errno.EACCES, "in use")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuses)


def test_as_long_as_a_file_will_not_go_the_record_stays_and_a_second_try_finishes_what_was_begun(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as excel:
        stuck(excel, "Khen_thuong_2026.xlsx")
        first = let_go(place, AN)
    left = {path.name for path in bytes_of(place / "out")}

    again = let_go(place, AN)

    assert first.gone is not None
    assert [file for file, _ in first.gone.left] == ["2026/Khen_thuong_2026.xlsx", "run.json"]
    assert "giữ đến khi xóa được các tệp trên" in "\n".join(forgotten(first))
    assert left == {"Khen_thuong_2026.xlsx", "run.json"}
    assert again.results.going == ("2026/Khen_thuong_2026.xlsx", "run.json")
    assert bytes_of(place / "out") == {}


def saved_by_hand(place: Path, name: str, at: str) -> Path:
    """A result that somebody changed, and that a later run kept beside its own, with one more name in it."""
    book = opened(place / "out" / "2026" / "Tong_hop_2026.xlsx")
    book.worksheets[0]["ZZ2"].value = name
    book.save(place / "out" / at)
    return place / "out" / at


def test_what_somebody_changed_is_still_known_for_a_result_when_the_record_went_with_another(place: Path) -> None:
    by_hand = saved_by_hand(place, OTHER, "2026/Tong_hop_2026_sua_tay.xlsx")
    let_go(place, AN)
    (place / "out" / MARKER).unlink(missing_ok=True)

    done = let_go(place, OTHER)

    assert done.results.by_hand == ("2026/Tong_hop_2026_sua_tay.xlsx",)
    assert not by_hand.exists()


def test_so_is_what_lay_among_them_under_a_name_that_only_its_owner_knows(place: Path) -> None:
    noted = place / "out" / "ghi nho.txt"
    noted.write_text(OTHER, "utf-8")
    let_go(place, AN)

    done = let_go(place, OTHER)

    assert done.results.by_hand == ("ghi nho.txt",)
    assert bytes_of(place / "out") == {}


def test_a_folder_with_nothing_but_a_first_trial_is_one_of_results(place: Path) -> None:
    tried = place / "thu" / "Thu_lua_chon.xlsx"
    tried.parent.mkdir()
    book = opened(place / "out" / "Kiem_tra.xlsx")
    book.worksheets[0]["ZZ2"].value = OTHER
    book.save(tried)

    forget(place / "in", tried.parent, Whom(OTHER), lambda _: True, means(place))

    assert not tried.exists()


@pytest.mark.parametrize("name", ["Kiem_tra.xlsx", "2026/Tong_hop_2026.xlsx", "van_ban/ghi nho.docx"])
def test_a_file_that_is_only_called_as_ours_makes_no_folder_of_results(place: Path, name: str) -> None:
    of_others = place / "khac" / name
    of_others.parent.mkdir(parents=True)
    book = opened(place / "out" / "Kiem_tra.xlsx")
    for title in book.sheetnames[1:]:
        del book[title]
    book.worksheets[0].delete_rows(1, 999)
    book.worksheets[0]["A1"].value = OTHER
    book.save(of_others)

    done = forget(place / "in", place / "khac", Whom(OTHER), lambda _: True, means(place))

    assert done.results.going == ()
    assert of_others.exists()


def test_nor_does_a_result_that_somebody_sent_among_returns(place: Path) -> None:
    archive = place / "nam truoc"
    shutil.copytree(place / "in", archive)
    (archive / "2026").mkdir()
    shutil.copy(place / "out" / "2026" / "Khen_thuong_2026.xlsx", archive / "2026")

    assert forget(place / "in", archive, Whom(AN), lambda _: True, means(place)).results.going == ()


def carrying(inbox: Path, name: str, **files: bytes) -> None:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "thon@xa.vn", "x"
    for file, data in files.items():
        letter.add_attachment(data, maintype="application", subtype="x", filename=file.replace("_", "."))
    (inbox / name).write_bytes(bytes(letter))


def test_what_is_no_report_in_a_letter_or_an_archive_is_looked_through_too_or_is_said_not_to_have_been(
    tmp_path: Path,
) -> None:
    inbox = tmp_path / "in"
    laid(inbox, "danh ba.xlsx")
    carrying(inbox, "mot.eml", chu_txt=AN.encode(), trang_html=f"<p>{AN}</p>".encode(), anh_jpg=b"\xff\xd8\xff")
    whole = b"x"
    for depth in range(5):
        pack = io.BytesIO()
        with zipfile.ZipFile(pack, "w") as packing:
            packing.writestr(f"{depth}.{'zip' if depth else 'xlsx'}", whole)
        whole = pack.getvalue()
    (inbox / "sau.zip").write_bytes(whole)
    (inbox / "hong.eml").write_bytes(
        b'From: \nTo: "\nDate: foo\nSubject: x\nContent-Type: text/plain; charset=x-y\n\nthu\n'
    )
    (inbox / f"{AN}.pdf").write_bytes(b"%PDF")

    named = forget(inbox, tmp_path / "out", Whom(AN), lambda _: False).inputs

    assert [str(at) for at in named.places] == [f"{AN}.pdf", "mot.eml › chu.txt", "mot.eml › trang.html"]
    assert named.opaque == (f"{AN}.pdf", "mot.eml › anh.jpg", "sau.zip › 4.zip › 3.zip › 2.zip")


def test_what_only_fits_with_marks_that_were_not_typed_is_shown_apart_before_anybody_agrees(place: Path) -> None:
    plan = let_go(place, "Nguyen Van An", agreed=False)

    shown = list(planned(plan))
    assert set(plan.results.likely) == set(files_naming(place / "out", AN))
    assert [str(at) for at in plan.inputs.likely if at.sheet != "Trang bìa"] == [
        f"T01 2026.xlsx › {HOMES} › B7",
        "T01 2026.xlsx › Đề nghị khen › C7",
        f"T02 2026.xlsx › {HOMES} › B7",
    ]
    assert "Tệp chỉ khớp khi thêm dấu vào tên đã gõ, có thể là tên người khác, hãy xem từng ô: 2" in shown
    assert (
        f"  trong đó chỉ khớp khi thêm dấu vào tên đã gõ, có thể là tên người khác: {len(plan.results.likely)}" in shown
    )
    assert not let_go(place, "Nguyễn Văn Ân", agreed=False).inputs.likely


def test_a_unit_typed_without_marks_is_shown_by_its_code(place: Path) -> None:
    assert "Đơn vị có mã trong danh bạ: T02" in list(planned(let_go(place, "thon ha", agreed=False)))


@POSIX
def test_a_cache_that_others_may_write_to_is_emptied_all_the_same(place: Path) -> None:
    (place / "cache").chmod(0o777)
    shelf, _ = shelf_at(place / "cache")

    done = forget(place / "in", place / "out", Whom(AN), lambda _: True, Means(Engine(Runner.SERIAL), shelf))

    assert done.emptied > 0
    assert (done.still_kept, list((place / "cache").iterdir())) == (0, [])


def test_entries_of_the_cache_that_will_not_go_are_told_with_where_they_lie(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = sorted((place / "cache").iterdir())
    stuck(monkeypatch, entries[0].name)

    done = let_go(place, AN)

    assert (done.emptied, done.still_kept) == (len(entries) - 1, 1)
    assert f"Bộ nhớ đệm “{place / 'cache'}” còn 1 mục, có thể giữ tên ấy: hãy tự xóa thư mục này." in list(
        forgotten(done)
    )
