"""The interview: one question after another, a wrong answer asked again, everything shown before it is used."""

from collections.abc import Iterator, Sequence

import pytest

from learnsoc_xlsx.model.errors import Refusal, Stopped
from learnsoc_xlsx.pipeline.start.answers import Answers, entries_of
from learnsoc_xlsx.pipeline.start.interview import Seat, interview
from learnsoc_xlsx.pipeline.start.questions import LISTS
from tests.sample.commune import UNITS

ENTER = ""


class Chair:
    """Somebody who answers: each answer the lines that are typed, or pasted, before the next question comes."""

    def __init__(self, *answers: str) -> None:
        self.printed: list[str] = []
        self._lines = iter([line for answer in answers for line in answer.split("\n")])

    def seat(self) -> Seat:
        return Seat(self.printed.append, self._line, lambda: False)

    def _line(self, prompt: str) -> str:
        self.printed.append(prompt)
        try:
            return next(self._lines)
        except StopIteration:
            raise EOFError from None


def sample_list(kind: str) -> str:
    """The units of a kind of the sample commune, pasted a line each and ended by a blank one."""
    return "".join(
        f"{unit.name}; {unit.id.lower()}@vi-du.invalid\n" for unit in UNITS if unit.kind == kind and unit.until >= 2026
    )


def of_the_sample() -> list[str]:
    own = [
        ENTER,
        "Xã Hồng Phúc",
        "Thành phố Đông Giang",
        "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
        "Trần Mẫu Hai",
        "Bà Mẫu",
        "a@xa.vn",
    ]
    return [*own, *(sample_list(question.unit_kind) for question in LISTS), ENTER]


def answers_to(chair: Chair) -> Answers:
    return interview(chair.seat(), 2026, {}, lambda _: None)


def test_the_sample_commune_is_asked_at_most_fifteen_times() -> None:
    evening = of_the_sample()

    answers = answers_to(Chair(*evening))

    assert len(evening) <= 15
    assert sum(len(entries_of(answers, question.id)) for question in LISTS) == sum(unit.until >= 2026 for unit in UNITS)


def test_a_wrong_answer_is_asked_again_with_one_sentence_why() -> None:
    year, _, *others = of_the_sample()
    chair = Chair(year, "Hồng Phúc", "xã Hồng Phúc", *others)

    answers = answers_to(chair)

    assert answers["commune"] == "Xã Hồng Phúc"
    assert "  Hãy ghi cả “xã”, “phường” hoặc “đặc khu” trước tên, ví dụ “Xã Ninh Hải”." in chair.printed


@pytest.mark.parametrize(
    ("at", "wrong", "sentence"),
    [
        (0, "2019", "“2019” không phải một năm của phong trào. Hãy ghi một năm từ 2024 đến 2030, ví dụ 2026."),
        (0, "năm nay", "“năm nay” không phải một năm của phong trào. Hãy ghi một năm từ 2024 đến 2030, ví dụ 2026."),
        (1, "không có", "Câu này cần trả lời, ví dụ “Xã Ninh Hải”."),
        (2, "Đông Giang", "Hãy ghi cả “tỉnh” hoặc “thành phố” trước tên, ví dụ “Thành phố Hải Phòng”."),
        (
            6,
            "hộp thư xã",
            "“hộp thư xã” không phải địa chỉ thư điện tử. Cần ví dụ “baocao@xa.example.vn”, hoặc để trống.",
        ),
        (7, "", "Câu này cần trả lời, ví dụ “Thôn Đông; thondong@xa.example.vn”."),
        (13, "14", "Hãy nhấn Enter, gõ một số từ 1 đến 13, hoặc gõ “không”."),
    ],
)
def test_what_is_said_of_a_wrong_answer(at: int, wrong: str, sentence: str) -> None:
    evening = of_the_sample()
    chair = Chair(*evening[:at], wrong, *evening[at:])

    answers_to(chair)

    assert [line.strip() for line in chair.printed].count(sentence) == 1


def test_enter_takes_what_stands_in_brackets() -> None:
    chair = Chair(ENTER, "Phường Hạ", "Tỉnh A", ENTER, ENTER, ENTER, ENTER, "Tổ dân phố 1\n", *[ENTER] * 6)

    answers = answers_to(chair)

    assert (answers["year"], answers["signer_title"], answers["signer"]) == (2026, "CHỦ TỊCH", "")
    assert [entry.name for entry in entries_of(answers, "centre")] == ["Trung tâm học tập cộng đồng phường"]
    assert entries_of(answers, "schools") == ()


def test_an_answer_can_be_given_anew_at_the_end_and_stays_where_nothing_is_typed() -> None:
    evening = of_the_sample()[:-1]

    answers = answers_to(Chair(*evening, "5", "Lê Mẫu", "8", ENTER, ENTER))

    assert answers["signer"] == "Lê Mẫu"
    assert len(entries_of(answers, "villages")) == 6


def test_a_blank_line_within_what_was_pasted_ends_no_list() -> None:
    evening = of_the_sample()
    waiting: Iterator[bool] = iter([True, *[False] * 9])
    chair = Chair(*evening[:7], "Thôn Đông\n\nThôn Đoài\n", *evening[8:])

    answers = interview(Seat(chair.printed.append, chair.seat().line, lambda: next(waiting)), 2026, {}, lambda _: None)

    assert [entry.name for entry in entries_of(answers, "villages")] == ["Thôn Đông", "Thôn Đoài"]


def stops(sentence: str, *evening: str) -> None:
    with pytest.raises(Refusal) as refusal:
        answers_to(Chair(*evening))
    assert str(refusal.value).startswith(sentence)


def test_answers_that_end_too_soon_and_one_that_calls_all_off_write_nothing() -> None:
    stops("Chưa trả lời hết các câu hỏi; chưa ghi tệp nào.", ENTER, "Xã A")
    stops("Đã dừng; chưa ghi tệp nào.", *of_the_sample()[:-1], "không")


def test_who_stops_is_answered_that_nothing_was_written() -> None:
    def stopped(_: str) -> str:
        raise Stopped(2, "…")

    with pytest.raises(Stopped) as ending:
        interview(Seat(lambda _: None, stopped, lambda: False), 2026, {}, lambda _: None)

    assert (str(ending.value), ending.value.status) == ("Đã dừng theo yêu cầu; chưa ghi tệp nào.", 130)


def test_a_year_that_is_given_is_not_asked() -> None:
    chair = Chair(*of_the_sample()[1:])
    asked: list[Answers] = []

    answers = interview(chair.seat(), 2026, {"year": "2027"}, lambda answers: asked.append(dict(answers)))

    assert answers["year"] == 2027
    assert asked[0] == {"year": 2027}
    assert _asked(chair.printed)[0].startswith("1/13 Tên xã")


def _asked(printed: Sequence[str]) -> list[str]:
    return [line for line in printed if line[:1].isdigit()]
