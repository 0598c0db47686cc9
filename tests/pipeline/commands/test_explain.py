"""What explain says of a verdict: what decided, what was not asked, and what is still open."""

import json
from pathlib import Path
from typing import Any

from learnsoc_xlsx.pipeline.commands.explain import explain

CONDITION: dict[str, Any] = {
    "article": "III.1.1.b", "condition": "Thực hiện đầy đủ chính sách", "found": "có", "needed": "có", "met": True,
    "decides": True, "asked": True, "open": None,
}  # fmt: skip


FIGURE: dict[str, Any] = {
    "indicator": "communication_attendances", "id": "T01", "scope": "unit", "period": "2026", "value": 1230, "reported": 1,
    "expected": 1, "from": [{"value": 1230, "file": "T01.xlsx", "sheet": "Chỉ tiêu", "cell": "D9"}],
}  # fmt: skip


def told_of(folder: Path, **reason: object) -> str:
    """The line on the one reason of the one verdict of a run."""
    return told(folder, "Thôn Đông annual-2026", **reason)[1].strip()


def told(folder: Path, words: str, **reason: object) -> list[str]:
    verdict = {
        "subject": "Thôn Đông", "unit": "T01", "round": "annual-2026", "verdict": "recommended", "rank": 1,
        "reasons": [CONDITION | reason],
    }  # fmt: skip
    run = {"units": [{"id": "T01", "name": "Thôn Đông"}], "figures": [FIGURE], "verdicts": [verdict]}
    (folder / "run.json").write_text(json.dumps(run), encoding="utf-8")
    return list(explain(words, folder))


def test_a_round_is_called_by_its_name_and_found_by_it(tmp_path: Path) -> None:
    said = told(tmp_path, "Thôn Đông hằng năm 2026")

    assert said[0] == "Thôn Đông — Khen thưởng hằng năm 2026: Đề nghị khen, xếp thứ 1"


def test_whoever_bears_the_very_name_that_is_asked_for_comes_first(tmp_path: Path) -> None:
    alike = FIGURE | {"indicator": "villages_recognised", "id": "X01", "scope": "commune"}
    run = {"units": [{"id": "T01", "name": "Thôn Đông"}, {"id": "X01", "name": "Xã"}], "figures": [alike, FIGURE], "verdicts": []}  # fmt: skip
    (tmp_path / "run.json").write_text(json.dumps(run), encoding="utf-8")

    for asked in ("Thôn Đông 2026", "thon dong 2026"):
        first, second = [line for line in explain(asked, tmp_path) if " — " in line]
        assert ("— Thôn Đông," in first, "— Xã," in second) == (True, True)


def test_numbers_are_told_as_they_are_written_in_vietnam(tmp_path: Path) -> None:
    said = told(tmp_path, "communication_attendances")

    assert (said[0].rsplit(": ", 1)[1], said[2].split("  ←")[0].strip()) == ("1.230 lượt", "1.230")


def test_a_condition_that_decides_is_told_with_what_was_needed(tmp_path: Path) -> None:
    assert told_of(tmp_path) == "✔ III.1.1.b: Thực hiện đầy đủ chính sách — có; cần có"


def test_a_condition_that_the_form_did_not_ask_has_its_own_sign(tmp_path: Path) -> None:
    told = told_of(tmp_path, found="mẫu năm ấy chưa hỏi", met=None, decides=False, asked=False)

    assert told == "– III.1.1.b: Thực hiện đầy đủ chính sách — mẫu năm ấy chưa hỏi"


def test_what_is_open_before_the_meeting_is_told_as_a_question(tmp_path: Path) -> None:
    told = told_of(tmp_path, found="chưa xác nhận", met=None, decides=False, open="confirmation")

    assert told == "? III.1.1.b: Thực hiện đầy đủ chính sách — chưa xác nhận"
