"""No text of a unit breaks a paper: what it typed into its return stands there, be it markup, a tag or an order."""

from pathlib import Path

import pytest

from learnsoc_xlsx.model.run import Run
from tests.journeys.commune_word import held, household, lay_register, lay_return, nominated
from tests.journeys.paper_word import Papers, of_run
from tests.stages.write.papers.valid import faults

LONG = " ".join(["Nguyễn Đình Công Tằng Tôn Nữ"] * 6)
NAMES = {
    "Lê A & B <b>C</b>": "Lê A & B <b>C</b>",
    "Đỗ {{ nguoi_ky }} Hạ": "Đỗ {{ nguoi_ky }} Hạ",
    "Mai {% raw %} {%p endfor %} {# x #}": "Mai {% raw %} {%p endfor %} {# x #}",
    "Vũ \u202eĐức\u202c \u200fAnh\u200b": "Vũ Đức Anh",
    LONG: LONG,
}
"""Names as they are typed and as they are read: what cannot be seen goes, the rest is kept."""
MERIT = "Dòng một & <w:br/>\nDòng hai\tsau tab {{ 7 * 7 }} {% if x %}"
RESULT = "Mở 3 lớp & <i>2</i> tủ sách {{ x }}\nĐông người dự"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    inbox = tmp_path_factory.mktemp("in")
    lay_register(inbox)
    households = [household(name, 1950 + at) for at, name in enumerate(NAMES)]
    named = [nominated(name, achievement=MERIT) for name in NAMES]
    lay_return(inbox, "T01", households=households, nominations=named, narrative=[{"results": RESULT}])
    return held(inbox)


@pytest.fixture(scope="module")
def papers(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return of_run(run, tmp_path_factory.mktemp("out"))


def test_names_stand_in_every_list_as_they_were_typed(papers: Papers) -> None:
    for name in ("11_to_trinh", "14_quyet_dinh", "17_ky_nhan"):
        listed = {row[1].removeprefix("Hộ gia đình ") for row in papers[name].listed}
        assert listed == set(NAMES.values()), name


def test_merits_and_what_units_wrote_stand_whole_on_one_line(papers: Papers) -> None:
    merits = {line for line in papers["13_tom_tat_thanh_tich"].lines if line.startswith("5. Thành tích")}

    assert merits == {f"5. Thành tích (theo báo cáo của đơn vị): {' '.join(MERIT.split())}."}
    assert f"- {' '.join(RESULT.split())} (Thôn Đoài)." in papers["01_bao_cao_nam"].lines


def test_word_takes_them(papers: Papers, tmp_path: Path) -> None:
    assert [(name, fault) for name, one in papers.items() for fault in faults(one.data, tmp_path)] == []
