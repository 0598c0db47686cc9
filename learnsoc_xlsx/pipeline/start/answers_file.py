"""Answers in a file: a TOML text with a line for each question, so that a start can be made again, or by a program."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.pipeline.start.answers import Around, Value
from learnsoc_xlsx.pipeline.start.lists.entries import Wrong
from learnsoc_xlsx.pipeline.start.questions import QUESTIONS, Reads
from learnsoc_xlsx.pipeline.start.reading import read, usual
from learnsoc_xlsx.vietnamese.near import nearest

_HEAD = """# Câu trả lời cho lệnh “learnsoc start --answers tra_loi.toml”. Mỗi mục là một câu hỏi; dòng bắt đầu bằng # là lời dặn.
# Danh sách: mỗi dòng một đơn vị giữa hai lần ba dấu nháy, có thể kèm địa chỉ thư, mã; hoặc đường dẫn tới một danh sách
# cũ, ví dụ villages = "danh sach thon.xlsx" (.xlsx, .xls, .ods, .csv). Không có thì ghi "không có".
"""


def answers_in(path: Path, this_year: int, given: Mapping[str, str]) -> dict[str, Value]:
    """Return the answers of a file; `given` are answers from elsewhere, by question id, that hold before those of the file.

    Paths of lists begin in the folder of the file. Raises Refusal for a file that cannot be read, a key that there is not,
    one that is missing, and an answer that cannot be used, each named.
    """
    texts = {**_texts(path), **given}
    around = Around(this_year, {}, path.parent)
    for question in QUESTIONS:
        if question.required and question.id not in texts:
            raise Refusal(f"“{path}” chưa có mục “{question.id}” ({question.wording}). Hãy thêm một dòng cho mục ấy.")
        answer = read(question, texts.get(question.id, ""), around)
        if isinstance(answer, Wrong):
            raise Refusal(f"“{path}”, mục “{question.id}”: {answer.why}")
        around = replace(around, so_far={**around.so_far, question.id: answer})
    return dict(around.so_far)


def example(this_year: int) -> str:
    """Return a file of answers with every question, what it asks and an example."""
    return "\n".join((_HEAD, *_lines(Around(this_year, {}))))


def _lines(around: Around) -> Iterator[str]:
    for question in QUESTIONS:
        enter = usual(question, around)
        need = "bắt buộc" if question.required else f"bỏ mục này thì là “{enter}”" if enter else "có thể bỏ mục này"
        yield f"# {question.wording} ({need})."
        text = question.example
        shown = f'"""\n{text}\n"""' if question.reads is Reads.UNITS else f'"{text}"'
        yield f"{question.id} = {text if question.reads is Reads.YEAR else shown}\n"


def _texts(path: Path) -> dict[str, str]:
    """What a file says by key, with or without the mark that Notepad puts before it."""
    try:
        written = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise Refusal(f"Không đọc được tệp trả lời “{path}”. Hãy kiểm tra tên tệp và quyền đọc.") from error
    except ValueError as error:
        raise Refusal(
            f"Không đọc được “{path}”: có dòng viết sai cách ({error}). Xem cách viết bằng lệnh learnsoc start --example."
        ) from error
    return {name: _text(path, name, value) for name, value in written.items()}


def _text(path: Path, name: str, value: object) -> str:
    """An answer as it would be typed; a list of texts is a line each."""
    ids = [question.id for question in QUESTIONS]
    if name not in ids:
        close = nearest(name, ids)
        hint = f" Có phải “{close}”?" if close else ""
        raise Refusal(f"“{path}” có mục lạ “{name}”.{hint} Chỉ có các mục {', '.join(ids)}.")
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "\n".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Refusal(f"“{path}”, mục “{name}”: cần chữ trong dấu nháy kép, hoặc một danh sách chữ. Hãy sửa lại.")
    return str(value)
