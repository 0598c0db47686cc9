"""What makes a run impossible ends in one sentence and exit code 2; what is wrong with one file never stops the others."""

import re
import shutil
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from typer.main import get_command

from learnsoc_xlsx import __version__
from learnsoc_xlsx.cli import app
from learnsoc_xlsx.model.errors import CannotWrite, Refusal
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.pipeline.commands.templates import blanks
from learnsoc_xlsx.pipeline.screen.codebook import codebook_of
from tests.books import opened, saved
from tests.commands import learnsoc, learnsoc_apart
from tests.runs import run_into, run_of

SAMPLE = Path("input_templates/sample")
REGISTER = next(SAMPLE.glob("Danh ba*"))
DAY = date(2026, 12, 5)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def put(inbox: Path, *patterns: str) -> None:
    for pattern in patterns:
        for path in SAMPLE.glob(pattern):
            shutil.copy(path, inbox / path.name)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Không có thư mục"):
        run_into(tmp_path / "nowhere", tmp_path / "out", DAY)


def test_an_empty_folder(inbox: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="chưa có tệp nào"):
        run_into(inbox, tmp_path / "out", DAY)


def test_a_run_that_was_refused_leaves_no_new_folder(inbox: Path, tmp_path: Path) -> None:
    put(inbox, "2026/C01*")

    with pytest.raises(Refusal, match="Chưa có danh bạ"):
        run_into(inbox, tmp_path / "new" / "out", DAY)
    assert list(tmp_path.iterdir()) == [inbox]


def test_a_return_of_a_year_after_the_closing_day_is_kept_and_said_and_stops_nothing(
    inbox: Path,
) -> None:
    put(inbox, REGISTER.name, "2025/D02*", "2026/D02*")

    found = run_of(inbox, date(2025, 12, 5))

    assert [(each.year, each.status.word) for each in found.submissions if each.unit == "D02"] == [
        (2025, "accepted"),
        (2026, "refused"),
    ]
    assert [each.message for each in found.findings if each.code.code == "F16"] == [
        "Báo cáo này của năm 2026, trong khi số liệu chỉ tính đến ngày 05/12/2025. Báo cáo được giữ nhưng chưa tính. "
        "Hãy xem lại năm, ngày ở mẫu; nếu đúng, hãy ghi ngày muộn hơn ở “Ngày chốt số liệu” (trang “Cài đặt” của danh bạ) "
        "hoặc chạy lại với --as-of là ngày ấy."
    ]
    assert {each.period for each in found.figures} == {"2025", "phase-1"}


def test_no_register(inbox: Path, tmp_path: Path) -> None:
    put(inbox, "2026/C01*")

    with pytest.raises(Refusal, match="Chưa có danh bạ"):
        run_into(inbox, tmp_path / "out", DAY)

    assert not (tmp_path / "out").exists()


def test_two_registers(inbox: Path, tmp_path: Path) -> None:
    put(inbox, REGISTER.name)
    book = opened(REGISTER)
    book["Đơn vị"]["D7"].value = "Tên khác"
    book.save(inbox / "danh ba cu.xlsx")

    with pytest.raises(Refusal, match="Có 2 danh bạ khác nhau"):
        run_into(inbox, tmp_path / "out", DAY)


def test_the_same_register_copied_is_one_register(inbox: Path) -> None:
    put(inbox, REGISTER.name, "2026/C01*")
    shutil.copy(REGISTER, inbox / "Copy of register.xlsx")

    run = run_of(inbox, DAY)

    assert run.register.units
    (copy,) = [sent for sent in run.submissions if sent.form == "register" and not sent.status.counts]
    assert copy.refusal is not None
    assert (copy.status.word, copy.refusal.code.code) == ("superseded", "F15")


def of_year(year: int) -> bytes:
    """The sample's register as if it had been printed for another year."""
    book = opened(REGISTER)
    for page in book:
        for cell in (
            cell for row in page.iter_rows() for cell in row if str(cell.value).find("learnsoc:register:") >= 0
        ):
            cell.value = re.sub(r"2026(?=[.:])", str(year), str(cell.value))
    return saved(book)


def registers_of(run: Run) -> dict[str, tuple[str, str]]:
    """Each file that is a register: its status and, where it is not the one that holds, the code that says so."""
    codes = {each.submission: each.code.code for each in run.findings if each.code.code in ("D35", "D36")}
    forms = (each for each in run.submissions if each.form == "register")
    return {each.file: (each.status.word, codes.get(each.number, "")) for each in forms}


def test_of_two_years_registers_the_newer_holds_and_the_older_is_named(inbox: Path) -> None:
    put(inbox, REGISTER.name, "2026/C01*")
    (inbox / "danh ba 2025.xlsx").write_bytes(of_year(2025))

    found = run_of(inbox, DAY)

    assert found.register.file == REGISTER.name
    assert registers_of(found)["danh ba 2025.xlsx"] == ("superseded", "D36")


@pytest.mark.parametrize("year", [2026, 2027])
def test_a_register_that_came_by_mail_never_holds(year: int, inbox: Path) -> None:
    put(inbox, REGISTER.name, "2026/C01*")
    (inbox / "thu" / "la").mkdir(parents=True)
    (inbox / "thu" / "la" / "reg.xlsx").write_bytes(of_year(year))
    letter = EmailMessage()
    letter["From"], letter["Date"], letter["Subject"] = "la@khac.invalid", "Fri, 20 Nov 2026 08:00:00 +0700", "Danh bạ"
    letter.add_attachment(of_year(year), maintype="application", subtype="octet-stream", filename="reg.xlsx")
    (inbox / "thu.eml").write_bytes(letter.as_bytes())

    found = run_of(inbox, DAY)

    assert found.register.file == REGISTER.name
    mailed = {name: said for name, said in registers_of(found).items() if name != REGISTER.name}
    assert mailed == {"thu/la/reg.xlsx": ("refused", "D35"), "thu.eml › reg.xlsx": ("refused", "D35")}


def test_a_register_that_cannot_be_used_is_named_with_its_reason(inbox: Path, tmp_path: Path) -> None:
    (inbox / "r.xlsx").write_bytes(of_year(2031))

    with pytest.raises(Refusal, match=r"Danh bạ “r\.xlsx” không dùng được: Mẫu này của năm 2031"):
        run_into(inbox, tmp_path / "out", DAY)


@pytest.mark.parametrize("out", ["", "output"])
def test_results_are_not_written_among_the_returns(out: str, inbox: Path) -> None:
    put(inbox, REGISTER.name)

    with pytest.raises(Refusal, match="nằm trong thư mục báo cáo"):
        run_into(inbox, inbox / out, DAY)
    assert [path.name for path in inbox.iterdir()] == [REGISTER.name]


def test_an_out_that_cannot_be_written(inbox: Path, tmp_path: Path) -> None:
    put(inbox, REGISTER.name, "2026/C01*")
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")

    with pytest.raises(CannotWrite):
        run_into(inbox, blocked / "out", DAY)


def test_a_year_nobody_reported_is_said_and_is_not_counted_as_nothing(inbox: Path) -> None:
    put(inbox, REGISTER.name, "2024/C01*", "2026/C01*")

    found = run_of(inbox, DAY)

    assert [each.given for each in found.findings if each.code.code == "D06"] == ["2025"]
    assert {each.period for each in found.figures} >= {"2024", "2026"}
    assert not [each for each in found.figures if each.period == "2025"]


def test_a_register_alone_says_who_is_missing(inbox: Path, tmp_path: Path) -> None:
    put(inbox, REGISTER.name)

    found = run_into(inbox, tmp_path / "out", DAY)

    assert len(found.missing) == 24 + 24 + 22


def test_a_year_outside_the_movement(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="2024–2030"):
        list(blanks(2031, tmp_path, None))
    with pytest.raises(Refusal, match="2024–2030"):
        codebook_of(2019, "json")


def test_nothing_to_explain(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Hãy chạy consolidate trước"):
        list(explain("Thôn Đoài", tmp_path))


def test_the_command_line_says_one_sentence_and_exits_with_two(inbox: Path, tmp_path: Path) -> None:
    ended = learnsoc_apart("consolidate", str(inbox), folder=tmp_path)

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "chưa có tệp nào" in ended.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("consolidate", "--workers", "0"), "Lệnh gõ chưa đúng"),
        (("consolidate", "--as-of", "31/2/2026"), "“31/2/2026” không phải một ngày"),
        (("tong-hop",), "Lệnh gõ chưa đúng"),
        (("check",), "Lệnh gõ chưa đúng"),
    ],
)
def test_a_command_that_nobody_understands_gets_one_sentence(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "input_templates" / "filled").mkdir(parents=True)
    (tmp_path / "input_templates" / "filled" / "x.xlsx").write_bytes(b"")

    ended = learnsoc(*words, folder=tmp_path)

    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert said in ended.stderr


@pytest.fixture(scope="module")
def misspelt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with one word of its law misspelt; what was compiled of it is copied too."""
    program = tmp_path_factory.mktemp("program")
    shutil.copytree("learnsoc_xlsx", program / "learnsoc_xlsx")
    plan = program / "learnsoc_xlsx" / "catalogue" / "decisions" / "2024-ke-hoach-55.toml"
    plan.write_text(plan.read_text("utf-8").replace('test = "at_least"', 'test = "at_most"', 1), "utf-8")
    return program


@pytest.mark.parametrize(
    "words",
    [
        ("consolidate", "in"),
        ("templates", "--year", "2026"),
        ("codebook", "--year", "2026"),
        ("check", "in/C01 Trung tâm học tập cộng đồng xã 2026.xlsx"),
    ],
    ids=lambda words: words[0],
)
def test_a_misspelt_word_of_the_law_stops_every_command_with_one_sentence(
    words: tuple[str, ...], misspelt: Path, inbox: Path, tmp_path: Path
) -> None:
    put(inbox, REGISTER.name, "2026/C01*")

    ended = learnsoc_apart(*words, folder=tmp_path, program=misspelt)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "Chương trình khai báo sai ở 2024-ke-hoach-55.toml › awards “unit” › conditions “unit.communication” › test: "
        "không có từ “at_most”, gần giống “at_least”. Hãy báo người giữ chương trình.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_the_version_is_said(tmp_path: Path) -> None:
    ended = learnsoc("--version", folder=tmp_path)

    assert (ended.returncode, ended.stdout) == (0, f"learnsoc_xlsx {__version__}\n")


@pytest.mark.parametrize("name", ["consolidate", "collect", "templates", "check", "explain", "codebook"])
def test_help_speaks_vietnamese_first_and_english_in_brackets(name: str) -> None:
    command = get_command(app).commands[name]  # type: ignore[attr-defined]

    for text in (command.help, *(parameter.help for parameter in command.params)):
        assert re.fullmatch(r"[^()]+\([A-Z][^()]+\.\)", text.strip()), text
        assert not text.isascii()


def test_check_exits_with_one_where_a_file_has_errors_and_with_nought_where_it_has_none(tmp_path: Path) -> None:
    good, bad = next(SAMPLE.glob("2024/D01*")).resolve(), next(SAMPLE.glob("2026/C01*")).resolve()

    assert learnsoc("check", str(good), folder=tmp_path).returncode == 0
    ended = learnsoc("check", str(bad), "--json", folder=tmp_path)
    assert ended.returncode == 1
    assert '"cell": "C8"' in ended.stdout


def test_strict_makes_findings_an_exit_code(inbox: Path, tmp_path: Path) -> None:
    put(inbox, REGISTER.name, "2026/C01*")

    assert learnsoc_apart("consolidate", str(inbox), "--out", "out", folder=tmp_path).returncode == 0
    assert learnsoc("consolidate", str(inbox), "--out", "out", "--strict", folder=tmp_path).returncode == 1
