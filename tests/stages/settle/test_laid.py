"""What only the commune fills in counts where the commune laid it, and not because somebody sent it."""

from datetime import UTC, date, datetime

import pytest

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.submissions import Mail, Stamp, Status, Submission
from learnsoc_xlsx.stages.settle.laid import laid

OWN = Form("own", "09", "Quyết định công nhận", (), ())
REPORT = Form("village", "01", "Thôn", ("village",), ())
UNITS = (
    Unit("X", "commune", "Xã", None, "xa@vi-du.invalid", None, None, None, None),
    Unit("T", "village", "Thôn", "X", "t@vi-du.invalid", None, None, None, None),
)
REGISTER = Register("danh ba.xlsx", (Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None),), UNITS)


def settled(*files: tuple[str, str], form: str = "own", year: int = 2026) -> list[tuple[Status, Code | None]]:
    """What becomes of files, each with its sender (empty: it came by no mail)."""
    received = datetime(2026, 11, 1, tzinfo=UTC)
    sent = [
        Submission(
            number,
            file,
            file.rpartition(" ")[2],
            1,
            Status.ACCEPTED,
            Stamp(form, f"{year}.1", year),
            mail=Mail(sender, received) if sender else None,
        )
        for number, (file, sender) in enumerate(files)
    ]
    kept, findings = laid(sent, {}, REGISTER, (REPORT, OWN), "thu", date(2026, 12, 5))
    assert {finding.submission for finding in findings} == {one.number for one in kept if one.refusal}
    return [(one.status, one.refusal.code if one.refusal else None) for one in kept]


@pytest.mark.parametrize(
    ("file", "sender"),
    [
        ("quyet dinh.xlsx", ""),
        ("2026/quyet dinh.xlsx", ""),
        ("thu/xa/quyet dinh.xlsx", "UBND xã <XA@vi-du.invalid>"),
        ("thu.eml › quyet dinh.xlsx", "xa@vi-du.invalid"),
    ],
)
def test_what_the_commune_laid_or_sent_itself_counts(file: str, sender: str) -> None:
    assert settled((file, sender)) == [(Status.ACCEPTED, None)]


@pytest.mark.parametrize(
    ("file", "sender"),
    [
        ("thu/thon/quyet dinh.xlsx", "t@vi-du.invalid"),
        ("thu.eml › quyet dinh.xlsx", "ai.do@vi-du.invalid"),
        ("thu/khong ro/quyet dinh.xlsx", ""),
        ("tat ca.zip › quyet dinh.xlsx", ""),
    ],
)
def test_what_came_from_anybody_else_does_not(file: str, sender: str) -> None:
    assert settled((file, sender)) == [(Status.REFUSED, Code.OF_THE_COMMUNE)]


def test_a_report_of_a_unit_may_come_as_it_likes() -> None:
    assert settled(("tat ca.zip › bao cao.xlsx", "t@vi-du.invalid"), form="village") == [(Status.ACCEPTED, None)]


def test_the_same_bytes_count_once_and_different_ones_together() -> None:
    files = ("a/x 1", ""), ("b 2", ""), ("a/y/x 1", "")

    assert settled(*files) == [(Status.ACCEPTED, None), (Status.ACCEPTED, None), (Status.SUPERSEDED, Code.SAME_FILE)]


def test_a_year_to_come_waits() -> None:
    assert settled(("a.xlsx", ""), year=2027) == [(Status.REFUSED, Code.AFTER_CLOSING)]
