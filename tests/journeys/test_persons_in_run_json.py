"""run.json names who is proposed or decided and nobody else, whatever people type where; what a run says on the screen names nobody."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.screen.consolidated import summary
from learnsoc_xlsx.pipeline.settings.products import Products
from tests.books import opened
from tests.everywhere import spellings
from tests.journeys.commune_word import DAY, YEAR, household, lay_own, lay_register, lay_return, nominated
from tests.made_up.values import Row
from tests.runs import ON_ONE

PROPOSED = "Phạm Thị Đề"
HIDDEN = {
    "stands in a list": "Nguyễn Thị Danh",
    "stands there twice": "Lê Văn Lặp",
    "is spelt almost as one who is proposed": "Phạm Thị Để",
    "stands in the column of a number": "Hoàng Văn Lệch",
    "stands there in small letters": "vũ thị nhỏ",
    "stands beside the table": "Đặng Văn Ngoài",
    "heads a unit": "Bùi Thị Đầu",
    "filled a form in": "Đỗ Văn Lập",
    "accepted a finding": "Ngô Thị Nhận",
    "is said to have confirmed something": "Dương Văn Xác",
    "stands in a version that does not count": "Đinh Văn Cũ",
    "is a head of a clan": "Trịnh Văn Trưởng",
    "thought of something": "Mai Thị Sáng",
    "gave money": "Tạ Văn Tặng",
    "stands in words about results": "Phan Thị Kể",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The run.json and the findings.jsonl, and the screen, of a commune with all of them."""
    place = tmp_path_factory.mktemp("commune")
    lay(place / "in")
    run, written = consolidate(place / "in", place / "out", DAY, Products(papers=False, replies=False), ON_ONE)
    files = "".join((place / "out" / name).read_text(encoding="utf-8") for name in ("run.json", "findings.jsonl"))
    return files, "\n".join(summary(run, written))


def lay(inbox: Path) -> None:
    """Lay the commune into a folder."""
    by = iter(HIDDEN.values())
    (
        listed,
        twice,
        near,
        shifted,
        small,
        beside,
        head,
        compiler,
        accepts,
        confirms,
        former,
        of_clan,
        thinker,
        giver,
        spoken,
    ) = by
    waiver: Row = {"code": "D16", "unit": "T01", "year": YEAR, "reason": "đã hỏi", "by": f"{accepts}, Phó Chủ tịch"}
    lay_register(inbox, waivers=[waiver])
    clan: dict[str, Any] = {"clan": "Họ Trịnh", "clan_head": of_clan, "families": 5, "clan_recognised": True}
    rows: dict[str, Any] = {
        "cover": [{"head": f"{head}, Trưởng thôn", "contact": f"{compiler}, 0912 345 678"}],
        "households": [household(listed, 1960), household(twice, 1961), household(twice, 1961), household(near, 1962),
                       household("Phạm Thị Đề", 1950)],
        "clans": [clan],
        "initiatives": [{"initiative": "Tủ sách", "author": thinker}],
        "funds": [{"item": "Khuyến học", "donor": giver}],
        "nominations": [nominated(PROPOSED), nominated(PROPOSED, birth_year=1950)],
        "narrative": [{"results": f"Tiêu biểu là bà {spoken}."}],
    }  # fmt: skip
    path = lay_return(inbox, "T01", **rows)
    book = opened(path)
    book["Gia đình"]["E7"].value, book["Gia đình"]["F7"].value = shifted, small
    book["Gia đình"]["Z40"].value = f"hỏi ông {beside}"
    book.save(path)
    older = lay_return(
        inbox, "T01", **rows | {"households": [household(former, 1944)], "cover": [{"report_date": date(YEAR, 10, 1)}]}
    )
    older.rename(inbox / "T01 ban dau.xlsx")
    book.save(path)
    confirmed: Row = {"kind": "Hộ gia đình", "name": PROPOSED, "unit": "T01", "pending": False}
    lay_own(
        inbox,
        "confirmation",
        "xac nhan.xlsx",
        confirmed=[{"confirmed_by": f"{confirms}, công an xã", "confirmed_on": DAY}],
        subjects=[confirmed],
    )


@pytest.mark.parametrize("who", HIDDEN, ids=lambda who: who)
def test_run_json_and_the_screen_do_not_name_who(who: str, told: tuple[str, str]) -> None:
    for text in told:
        assert [spelling for spelling in spellings(HIDDEN[who]) if spelling in text.casefold()] == []


def test_run_json_names_who_is_proposed_as_the_subject_of_a_verdict_and_nowhere_else(told: tuple[str, str]) -> None:
    record = json.loads(told[0].partition("\n}\n")[0] + "\n}")

    assert PROPOSED in {verdict["subject"] for verdict in record["verdicts"]}
    for verdict in (*record["verdicts"], *record["decided"]):
        verdict.pop("subject")
    assert PROPOSED not in json.dumps(record, ensure_ascii=False)


def test_the_commune_has_a_finding_on_most_of_them(told: tuple[str, str]) -> None:
    codes = set(re.findall(r'"code":"(\w\d\d)"', told[0]))

    assert len(codes) >= 8, codes
