"""How a person of the council is named under a signature, and for whom somebody presides."""

import pytest

from learnsoc_xlsx.stages.write.papers.words.persons import deputises, name_alone


@pytest.mark.parametrize(
    ("recorded", "name", "for_the_chairman"),
    [
        ("Trần Mẫu Hai", "Trần Mẫu Hai", False),
        ("Trần Mẫu Hai, Chủ tịch", "Trần Mẫu Hai", False),
        ("Trần Mẫu Hai, Phó Chủ tịch Ủy ban nhân dân xã", "Trần Mẫu Hai", True),
        ("Ông Trần Mẫu Hai - Phó Chủ tịch", "Trần Mẫu Hai", True),
        ("Đ/c: Trần Mẫu Hai; Phó Chủ tịch", "Trần Mẫu Hai", True),
        ("Bà Lê Thị Mẫu, Phó Chủ tịch UBND xã, Chủ tịch Hội đồng", "Lê Thị Mẫu", False),
        ("Bà Lê Thị Mẫu, Trưởng phòng, Phó Chủ tịch Hội đồng", "Lê Thị Mẫu", True),
        ("Bá Văn Ông", "Bá Văn Ông", False),
        ("", "", False),
    ],
)
def test_an_office_in_the_council_tells_else_the_first(recorded: str, name: str, for_the_chairman: bool) -> None:
    assert name_alone(recorded) == name
    assert deputises(recorded) is for_the_chairman
