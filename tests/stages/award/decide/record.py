"""A record on the desk: candidates as they were printed, lines as the council filled them in, and what comes of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.form.prefill import PrintedFrom
from learnsoc_xlsx.model.law.kinds import Quorum, Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.stages.award.decide.decide import Council, CouncilRules, decide
from learnsoc_xlsx.stages.award.decide.records import BallotLine, CouncilRecord
from learnsoc_xlsx.stages.award.decide.rests_on import code_of, fingerprint_of_round
from learnsoc_xlsx.stages.award.decide.since import Since

HELD = HeldRound(
    "annual-2026", "Khen thưởng hằng năm 2026", "annual", "III.2.1", "Giấy khen", 2026, 2026, (2026,), date(2026, 12, 31),
    ("citizen", "household"),
)  # fmt: skip
AWARDS = {"citizen": "Cá nhân", "household": "Hộ gia đình"}
FILE = "bien ban.xlsx"
TOP = Layout(FILE, "Phiên họp", {"held_on": "D8", "members": "D10", "present": "D11"})
LIST = Layout(FILE, "Biểu quyết", {"name": "C", "votes_for": "F", "votes_against": "G", "opinion": "H"})
TWO_THIRDS = CouncilRules(Quorum.TWO_THIRDS, "ít nhất 2/3 số thành viên")
HALF = CouncilRules(Quorum.HALF, "quá nửa số thành viên")
THREE_QUARTERS = CouncilRules(Quorum.PERCENT, "75 % số thành viên", Fraction(75))
WHOEVER = CouncilRules(Quorum.NONE, "không hạn chế")
UNSIGNED = Since(None, None, {})


def verdict(
    subject: str,
    outcome: Outcome = Outcome.RECOMMENDED,
    award: str = "citizen",
    born: int | None = 1970,
    cell: str = "C7",
) -> Verdict:
    """What the round says of a candidate of Thôn Một, nominated at a cell."""
    return Verdict(
        "annual-2026", award, 5, Subject.INDIVIDUAL, "T1", "Thôn Một", subject, outcome, 1, (), (), "", born=born,
        places=(Place("T1.xlsx", "Đề nghị khen", cell),),
    )  # fmt: skip


def printed(row: int, about: Verdict, opinion: str | None = None, held: HeldRound = HELD, **more: object) -> BallotLine:
    """The line that was printed for a candidate, as the council filled it in."""
    line = BallotLine(
        about.subject, row, AWARDS[about.award], about.born, about.unit_name, opinion, code=code_of(held, about)
    )
    return replace(line, **more)  # type: ignore[arg-type]


def by_hand(row: int, name: str, opinion: str | None = "agreed", **more: object) -> BallotLine:
    """A line that somebody added."""
    return replace(BallotLine(name, row, opinion=opinion), **more)  # type: ignore[arg-type]


def record(lines: Sequence[BallotLine], data: str = "", **top: object) -> CouncilRecord:
    """A record of such lines; `top` is what its first sheet says."""
    stamp = Stamp("council", "2026.1", 2026, printed_from=PrintedFrom(HELD.id, "X", data))
    return CouncilRecord(Submission(3, FILE, "", 1, Status.ACCEPTED, stamp), top, TOP, tuple(lines), LIST)


def held(
    lines: Sequence[BallotLine],
    verdicts: Sequence[Verdict],
    rules: CouncilRules = TWO_THIRDS,
    data: str | None = None,
    since: Since = UNSIGNED,
    **top: object,
) -> Council:
    """What comes of a record, printed from these verdicts unless `data` says otherwise."""
    printed_from = fingerprint_of_round(HELD, verdicts) if data is None else data
    return decide(record(lines, printed_from, **top), HELD, verdicts, AWARDS, rules, _money, since)


def _money(award: str, form: str) -> Bonus:
    return Bonus(1_000, f"{award} {form}", verified=True)


def said(council: Council) -> list[tuple[str, str, str, str, str, str]]:
    """What is said of a record: the code, sheet and cell, and the words of each finding."""
    return [
        (of.code.code, f"{of.place.sheet} {of.place.cell}", of.given, of.expected, of.other, of.extra)
        for of in council.findings
    ]
