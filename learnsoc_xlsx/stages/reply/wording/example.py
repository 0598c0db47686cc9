"""The longest letters that anybody gets: by these a text is judged before the first letter is written."""

from typing import Any

from learnsoc_xlsx.stages.reply.wording.texts import ANSWER, REMINDER, SENDING
from learnsoc_xlsx.stages.reply.wording.words import AnswerWords, LetterWords, Point, ReminderWords, SendingWords

_POINTS = 1_000
_SENTENCE = "“bốn người” không phải số đếm. Cần số nguyên từ 0 trở lên, ví dụ 12. Hãy nhập lại bằng chữ số."
_POINT = Point(1, "Gia đình", "ô D11", _SENTENCE)
_ANY: dict[str, Any] = {
    "unit": "Trung tâm học tập cộng đồng xã",
    "issuer": "UBND xã Hồng Phúc",
    "report": "báo cáo năm 2026 (Mẫu 05 Trung tâm học tập cộng đồng)",
    "year": 2026,
    "form": "05 Trung tâm học tập cộng đồng",
    "as_of": "05/12/2026",
    "contact": "Bà Mẫu, 0900 000 000",
    "signer_lines": ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "signer": "Trần Mẫu Hai",
    "sample": True,
    "addressee": "Ông/Bà Giám đốc Trung tâm học tập cộng đồng xã",
    "compiler": "Trần Thị Bình, công chức Văn hóa - Xã hội",
    "due": "29/11/2026",
    "level": "thành phố",
}
EXAMPLES: dict[str, LetterWords] = {
    ANSWER: AnswerWords(
        **_ANY,
        file="C01 Trung tâm học tập cộng đồng xã 2026.xlsx",
        counts=True,
        owed_year="2026",
        owed_due="29/11/2026",
        count=_POINTS,
        errors=_POINTS,
        points=(_POINT,) * _POINTS,
        others=_POINTS,
        review_sheet="Cần xem lại",
        attached=True,
        own=True,
        marks_cells=True,
        locked=True,
        when="chậm nhất ngày 29/11/2026",
    ),
    REMINDER: ReminderWords(**_ANY, astray=True),
    SENDING: SendingWords(
        **_ANY,
        file="Mau_05_Trung_tam_hoc_tap_cong_dong_2026_C01.xlsx",
        return_to="baocao@vi-du.invalid",
        when="chậm nhất ngày 29/11/2026",
    ),
}
"""The words of such a letter, for each text."""
