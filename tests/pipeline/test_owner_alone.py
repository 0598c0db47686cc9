"""What a command writes is read by whoever ran it, and by nobody else of the machine; neither its names nor a log name a person."""

import os
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened
from tests.commands import Ended, learnsoc
from tests.everywhere import spellings
from tests.journeys.commune_word import DAY, YEAR, household, nominated
from tests.messages.letters import WORKBOOK
from tests.printing import printed
from tests.registers import COMMUNE, EAST, laid
from tests.stages.fetch.server import FakeImap, Stored

posix = pytest.mark.skipif(os.name != "posix", reason="other systems keep rights elsewhere")
UNIT, FILE, SHEET, LISTED, WRITER = "Nguyễn Văn Ký", "Lê Thị Tệp", "Phạm Văn Trang", "Hoàng Thị Danh", "Đỗ Văn Lập"
"""Persons by whom a unit, a file and a sheet are called, who stands in lists and cells, and who filled the form in."""
TRADE = {
    "id": "E01",
    "kind": "enterprise",
    "name": f"Hộ kinh doanh {UNIT}",
    "parent": "X1",
    "email": "e01@vi-du.invalid",
}


@dataclass(frozen=True)
class Made:
    """A place in which every command that writes was run, the commands' ends, and what noted the time."""

    place: Path
    ended: tuple[Ended, ...]
    times: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A commune some of whose units, files and sheets are called after people, told, printed and collected."""
    place = tmp_path_factory.mktemp("commune")
    inbox, out = place / "in", place / "out"
    out.mkdir()
    out.chmod(0o755)
    laid(inbox, "danh ba.xlsx", units=[COMMUNE, EAST, TRADE], settings=[{"reports_since": YEAR, "closing_date": DAY}])
    _lay_return(inbox)
    keeping = {"LEARNSOC_CACHE": str(place / "cache"), "LEARNSOC_TIMES": str(place / "times.json")}
    ended = [
        learnsoc(
            "consolidate",
            str(inbox),
            "--out",
            str(out),
            "--tables",
            "--no-papers",
            "--engine",
            "serial",
            environment=keeping,
        )
    ]
    times = (place / "times.json").read_text(encoding="utf-8")
    ended.append(learnsoc("templates", "--year", str(YEAR + 1), str(inbox), "--out", str(place / "mau"), "--letters"))
    with FakeImap({"INBOX": {1: Stored(_letter())}}) as box:
        to = ("--host", "127.0.0.1", "--port", str(box.port), "--user", "xa", "--plain")
        ended.append(learnsoc("collect", str(inbox), *to, environment={"LEARNSOC_MAIL_PASSWORD": "mật khẩu"}))
    return Made(place, tuple(ended), times)


def _lay_return(inbox: Path) -> None:
    rows = {
        "cover": [{"report_date": DAY, "contact": WRITER}],
        "households": [household(LISTED, 1960)],
        "nominations": [nominated(LISTED)],
    }
    book = opened(printed(form_of("village", YEAR), Prefill("A1", "Thôn Đông", rows)))  # type: ignore[arg-type]
    book["Gia đình"]["E7"].value = LISTED
    book.create_sheet(SHEET)["A1"].value = LISTED
    book.save(inbox / f"{FILE}.xlsx")


def _letter() -> bytes:
    letter = EmailMessage()
    letter["From"], letter["Subject"], letter["Date"] = (
        "e01@vi-du.invalid",
        "Bao cao",
        "Thu, 05 Nov 2026 08:00:00 +0700",
    )
    letter.add_attachment(WORKBOOK, maintype="application", subtype="octet-stream", filename="bao cao.xlsx")
    return bytes(letter)


@posix
def test_files_and_folders_that_a_command_makes_are_their_owner_s_alone_and_his_own_folders_stay(made: Made) -> None:
    own = {
        made.place,
        made.place / "in",
        made.place / "out",
        *(path for path in (made.place / "in").iterdir() if path.name != "thu"),
    }
    paths = [path for path in made.place.rglob("*") if path not in own]

    assert [ended.returncode for ended in made.ended] == [0, 0, 0], made.ended
    tops = {path.relative_to(made.place).parts[0] for path in paths}
    assert {"out", "mau", "cache", "times.json", "in"} == tops
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_dir()} == {0o700}
    assert (made.place / "out").stat().st_mode & 0o777 == 0o755, "it was there, and stays as it was"


@pytest.mark.parametrize("who", [UNIT, FILE, SHEET, LISTED, WRITER])
def test_no_file_that_a_command_makes_is_called_after_a_person(who: str, made: Made) -> None:
    named = [path.name for folder in ("out", "mau", "cache") for path in (made.place / folder).rglob("*")]

    assert len(named) > 60
    words = {spelling.replace(" ", "_") for spelling in spellings(who)} | set(spellings(who))
    assert [name for name in named if any(word in name.casefold() for word in words)] == []


@pytest.mark.parametrize("who", [LISTED, WRITER])
def test_no_log_names_a_person(who: str, made: Made) -> None:
    logs = made.times + "".join(ended.stdout + ended.stderr for ended in made.ended)

    assert len(logs) > 2000
    assert [spelling for spelling in spellings(who) if spelling in logs.casefold()] == []


@pytest.mark.parametrize("called", [f"{FILE}.xlsx ›", f"{SHEET} ›", TRADE["name"]])
def test_what_people_called_so_themselves_is_shown_where_it_must_be_found_and_only_as_that(
    called: str, made: Made
) -> None:
    logs = "".join(ended.stdout + ended.stderr for ended in made.ended)
    (name,) = [name for name in (FILE, SHEET, UNIT) if name in called]

    assert name not in logs.replace(called, "")
