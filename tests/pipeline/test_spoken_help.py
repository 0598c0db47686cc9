"""What the command line says of itself: Vietnamese first."""

import re

import pytest
from typer.testing import CliRunner

from learnsoc_xlsx.cli import app
from learnsoc_xlsx.pipeline.screen.spoken_help import mistyped


@pytest.mark.parametrize(
    "verb", [(), ("consolidate",), ("collect",), ("templates",), ("check",), ("explain",), ("codebook",)]
)
def test_the_help_of_every_command_has_no_heading_in_english_alone(verb: tuple[str, ...]) -> None:
    said = CliRunner().invoke(app, [*verb, "--help"]).stdout

    assert said.startswith("Cách gõ (Usage): ")
    assert "Tùy chọn (Options):" in said
    assert not re.search(
        r"^(Usage|Options|Arguments|Commands):|OPTIONS|COMMAND|default:|required|Show this message", said, re.M
    )


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("No such command 'bad'.", "Lệnh gõ chưa đúng: không có lệnh “bad” (No such command 'bad')."),
        (
            "No such command 'expl'. Did you mean 'explain'?",
            "Lệnh gõ chưa đúng: không có lệnh “expl”, gần giống “explain” (No such command 'expl'. Did you mean 'explain'?).",
        ),
        (
            "No such option: --ot (Possible options: --out, --try)",
            "Lệnh gõ chưa đúng: không có tùy chọn “--ot”, gần giống “--out”, “--try” (No such option: --ot (Possible options: --out, --try)).",
        ),
        ("No such option: --nope", "Lệnh gõ chưa đúng: không có tùy chọn “--nope” (No such option: --nope)."),
        ("Missing option '--year'.", "Lệnh gõ chưa đúng: thiếu tùy chọn “--year” (Missing option '--year')."),
        ("Got unexpected extra argument (b)", "Lệnh gõ chưa đúng: thừa “b” (Got unexpected extra argument (b))."),
        ("Something new", "Lệnh gõ chưa đúng (Something new)."),
    ],
)  # fmt: skip
def test_what_was_mistyped_is_said_in_vietnamese_with_the_library_s_words_behind(fault: str, said: str) -> None:
    assert mistyped(fault) == f"{said} Gõ “learnsoc --help” để xem cách gõ."
