"""What changes while a run goes on: it is named, and nothing that is said of a file is ever laid over other bytes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.pipeline.commands import consolidate as command
from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.pipeline.screen.consolidated import summary
from learnsoc_xlsx.pipeline.steps.intake import intake, tasks_of
from learnsoc_xlsx.pipeline.steps.register import register_in
from tests.books import opened
from tests.journeys.test_arrivals import DAY, T02, T03, inbox, put, with_a_mistake
from tests.runs import ON_ONE, WITHOUT_PAPERS
from tests.stages.receive.test_unpack import zipped

__all__ = ["inbox"]
FAULTY = with_a_mistake(T02, "ba mươi ba")
OTHER = with_a_mistake(T02, "bốn mươi bốn")
Change = Callable[[], object]


def meanwhile(monkeypatch: pytest.MonkeyPatch, step: str, change: Change) -> None:
    """Let something change just before a step of the run."""
    usual = getattr(command, step)

    def later(*words: Any) -> Any:
        change()
        return usual(*words)

    monkeypatch.setattr(command, step, later)


def said(inbox: Path, out: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """What is found to have changed, and what the screen says of it."""
    run, written = consolidate(inbox, out, DAY, WITHOUT_PAPERS, ON_ONE)
    found = [(finding.place.file, finding.message) for finding in run.findings if finding.code.code == "F54"]
    lines = list(summary(run, written))
    begin = next((at for at, line in enumerate(lines) if line.startswith("Trong lúc chạy")), len(lines))
    return found, [line.strip() for line in lines[begin + 1 : begin + 1 + len(written.meanwhile)]]


@pytest.mark.parametrize(
    ("change", "words"),
    [(lambda path: path.write_bytes(OTHER), "đã bị sửa"), (lambda path: path.unlink(), "không còn ở chỗ cũ")],
    ids=["changed", "gone"],
)
def test_a_return_that_changes_after_it_was_read_is_a_finding(
    change: Callable[[Path], object], words: str, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{"T02.xlsx": FAULTY})
    meanwhile(monkeypatch, "enrolled", lambda: change(inbox / "T02.xlsx"))

    found, _ = said(inbox, tmp_path / "out")

    assert found == [
        (
            "T02.xlsx",
            f"Trong lúc chương trình đang chạy, tệp này {words}. Số liệu lần này theo bản đã đọc; thư trả lời không kèm "
            "bản mới. Hãy chạy lại.",
        )
    ]


def test_one_that_is_only_saved_again_with_the_same_bytes_is_none(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{"T02.xlsx": FAULTY})
    meanwhile(monkeypatch, "enrolled", lambda: (inbox / "T02.xlsx").write_bytes(FAULTY))

    assert said(inbox, tmp_path / "out") == ([], [])


def test_a_reply_is_never_made_of_other_bytes_than_were_read(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{"T02.xlsx": FAULTY})
    meanwhile(monkeypatch, "answers", lambda: (inbox / "T02.xlsx").write_bytes(OTHER))

    _, shown = said(inbox, tmp_path / "out")

    reply = opened(tmp_path / "out/phan_hoi/2026/T02.xlsx")
    texts = [str(cell) for sheet in reply for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert not any("bốn mươi bốn" in text for text in texts)
    assert any("Đây là mẫu mới" in text for text in texts)
    assert any("ba mươi ba" in text for text in texts)
    assert shown == ["T02.xlsx"]


def test_what_came_while_the_run_went_on_is_named_on_the_screen(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{"T02.xlsx": T02})
    meanwhile(monkeypatch, "answers", lambda: put(inbox, **{"T03.xlsx": T03}))

    assert said(inbox, tmp_path / "out") == ([], ["T03.xlsx"])


@pytest.mark.parametrize("other", [zipped(("b.xlsx", T03), ("T02.xlsx", T02)), zipped(), b"no archive"])
def test_an_archive_that_changes_before_its_files_are_read_gives_none_of_them_under_another_name(
    other: bytes, inbox: Path
) -> None:
    put(inbox, **{"a.zip": zipped(("T02.xlsx", T02), ("T03.xlsx", T03))})
    tasks = tasks_of(inbox)
    (inbox / "a.zip").write_bytes(other)

    sent = [one for task in tasks for one in intake(task).submissions if one.form != "register"]

    assert [one.file for one in sent] == ["a.zip", "a.zip › T02.xlsx", "a.zip › T03.xlsx"]
    assert {one.reason for one in sent} == {
        "Không đọc được tệp này (tệp bị sửa trong lúc chương trình đang chạy). Tệp chưa được xét; các tệp khác vẫn được "
        "xét. Hãy đóng tệp nếu đang mở ở chương trình khác, chép lại tệp vào thư mục báo cáo rồi chạy lại."
    }


def changing_at_the(nth: int, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes) -> None:
    """Let a file change after it was opened for the nth time."""
    opens = iter(range(1, 100))
    usual = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        found = usual(path)
        if path.name == name and next(opens) == nth:
            path.write_bytes(data)
        return found

    monkeypatch.setattr(Path, "read_bytes", read_bytes)


def test_explain_names_the_rows_of_the_bytes_that_it_compared(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{"T02.xlsx": T02})
    consolidate(inbox, tmp_path / "out", DAY, WITHOUT_PAPERS, ON_ONE)
    changing_at_the(1, monkeypatch, "T02.xlsx", b"no workbook any more")

    answer = "\n".join(explain("citizens_listed T02 2026", tmp_path / "out"))

    assert "Trần Thị Bình" in answer


def test_the_register_by_which_mail_is_sorted_is_read_once(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changing_at_the(1, monkeypatch, "Danh ba xa Hong Phuc.xlsx", b"no workbook any more")

    register = register_in(inbox)

    assert register is not None
