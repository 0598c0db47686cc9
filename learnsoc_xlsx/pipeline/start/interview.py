"""The interview: one question after another on a screen, a wrong answer asked again, and all of it shown before it is used."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal, Stopped
from learnsoc_xlsx.pipeline.start.answers import Answers, Around, Value
from learnsoc_xlsx.pipeline.start.lists.entries import Listed, Wrong
from learnsoc_xlsx.pipeline.start.questions import NONE, QUESTIONS, Question, Reads
from learnsoc_xlsx.pipeline.start.reading import read, usual
from learnsoc_xlsx.pipeline.start.units import file_named

_HELLO = (
    "Lập danh bạ của xã và in mẫu cho từng đơn vị. Nhấn Enter để nhận nội dung trong ngoặc vuông; nhấn Ctrl-C để dừng, không ghi tệp nào.",
    "Danh sách: gõ hoặc dán mỗi dòng một đơn vị, có thể kèm địa chỉ thư (Thôn Đông; thondong@xa.example.vn),",
    "kết thúc bằng một dòng trống; hoặc gõ đường dẫn tới một danh sách cũ (.xlsx, .xls, .ods, .csv).",
)
_TOO_SOON = "Chưa trả lời hết các câu hỏi; chưa ghi tệp nào. Câu trả lời cũng có thể ghi sẵn vào một tệp: learnsoc start --example."
_STOPPED = "Đã dừng theo yêu cầu; chưa ghi tệp nào."
_CALLED_OFF = "Đã dừng; chưa ghi tệp nào."
_NOTHING = {Reads.TEXT: " [để trống]", Reads.ADDRESS: " [để trống]", Reads.UNITS: " [không có]"}
"""What Enter stands for where nothing needs to be answered."""
_NAMES_SHOWN = 4


@dataclass(frozen=True)
class Seat:
    """Where somebody is asked: a line is printed, a line is answered, and whether more was pasted behind a blank line.

    `line` raises EOFError where no more is said.
    """

    tell: Callable[[str], None]
    line: Callable[[str], str]
    more: Callable[[], bool]


def interview(
    seat: Seat, this_year: int, given: Mapping[str, str], settled: Callable[[Answers], None]
) -> dict[str, Value]:
    """Ask every question but those that are `given`, by id, and return what was answered.

    `settled` is told what was answered so far whenever that is more, and may raise Refusal. Raises Refusal for a given
    answer that cannot be used, where the answers end too soon, and where whoever is asked wants nothing written; Stopped.
    """
    for line in _HELLO:
        seat.tell(line)
    try:
        return _asked(seat, this_year, given, settled)
    except EOFError:
        raise Refusal(_TOO_SOON) from None
    except Stopped as stopped:
        raise Stopped(stopped.number, _STOPPED) from None


def _asked(
    seat: Seat, this_year: int, given: Mapping[str, str], settled: Callable[[Answers], None]
) -> dict[str, Value]:
    answers: dict[str, Value] = {}
    typed = dict(given)
    asked = [question for question in QUESTIONS if question.id not in given]
    for question in QUESTIONS:
        around = Around(this_year, answers)
        if question.id in given:
            answers[question.id] = _given(question, given[question.id], around)
        else:
            number = f"{asked.index(question) + 1}/{len(asked) + 1}"
            typed[question.id], answers[question.id] = _answer(seat, question, number, around)
        settled(answers)
    while (again := _to_ask_again(seat, asked)) is not None:
        around, number = Around(this_year, answers), f"{asked.index(again) + 1}/{len(asked) + 1}"
        typed[again.id], answers[again.id] = _answer(seat, again, number, around, typed[again.id])
        settled(answers)
    return answers


def _given(question: Question, text: str, around: Around) -> Value:
    """An answer that was given beforehand. Raises Refusal where it cannot be used."""
    answer = read(question, text, around)
    if isinstance(answer, Wrong):
        raise Refusal(answer.why)
    return answer


def _answer(
    seat: Seat, question: Question, number: str, around: Around, before: str | None = None
) -> tuple[str, Value]:
    """Ask until there is an answer that can be used; return it as typed and as read. One of `before` stays where nothing is
    typed.
    """
    while True:
        text = _typed(seat, question, number, around, before)
        answer = read(question, text, around)
        if not isinstance(answer, Wrong):
            for line in _understood(answer):
                seat.tell(f"  {line}")
            return text, answer
        seat.tell(f"  {answer.why}")


def _typed(seat: Seat, question: Question, number: str, around: Around, before: str | None) -> str:
    """The answer to one question as it is typed, or that of before."""
    prompt = f"{number} {question.wording}{_enter(question, around, before)}:"
    if question.reads is not Reads.UNITS:
        return seat.line(f"{prompt} ") or before or ""
    seat.tell(prompt)
    lines = [seat.line("> ")]
    while _goes_on(lines, seat, around.folder):
        lines.append(seat.line(""))
    text = "\n".join(lines)
    return text if text.strip() else before or ""


def _enter(question: Question, around: Around, before: str | None) -> str:
    """What Enter stands for; an example where that does not show what is meant."""
    if before is not None:
        return " [như đã trả lời]"
    if enter := usual(question, around):
        return f" [{enter}]"
    return f", ví dụ {question.example}{'' if question.required else _NOTHING[question.reads]}"


def _goes_on(lines: Sequence[str], seat: Seat, folder: Path) -> bool:
    """Whether a list has further lines: not after a blank one that ends it, a path, or a word that says there is none."""
    if not lines[-1].strip():
        return seat.more()
    whole = lines[0].strip().casefold() in NONE or file_named(lines[0], folder) is not None
    return not (whole and len(lines) == 1)


def _understood(answer: Value) -> Iterator[str]:
    """What was understood of a list: how many units, the first of them, and what was left out."""
    if not isinstance(answer, Listed) or not answer.entries:
        yield from answer.remarks if isinstance(answer, Listed) else ()
        return
    names = ", ".join(entry.name for entry in answer.entries[:_NAMES_SHOWN])
    others = len(answer.entries) - _NAMES_SHOWN
    more = f" và {others} đơn vị khác" if others > 0 else ""
    written_to = sum(bool(entry.emails) for entry in answer.entries)
    yield f"{len(answer.entries)} đơn vị, {written_to} có địa chỉ thư: {names}{more}."
    yield from answer.remarks


def _to_ask_again(seat: Seat, asked: Sequence[Question]) -> Question | None:
    """Which question is to be answered anew; None when all is as it should be. Raises Refusal where all is called off."""
    last = len(asked) + 1
    prompt = f"{last}/{last} Ghi danh bạ và mẫu? Enter để ghi, số của câu (1–{len(asked)}) để trả lời lại, “không” để thôi [ghi]: "
    while True:
        text = seat.line(prompt).strip().casefold()
        if text in ("", "ghi", "có", "co", "đúng"):
            return None
        if text in NONE:
            raise Refusal(_CALLED_OFF)
        if text.isdecimal() and 1 <= int(text) <= len(asked):
            return asked[int(text) - 1]
        seat.tell(f"  Hãy nhấn Enter, gõ một số từ 1 đến {len(asked)}, hoặc gõ “không”.")
