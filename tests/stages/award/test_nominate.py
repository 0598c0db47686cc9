"""Who is nominated: found in the lists, once, and never guessed at where two bear one name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.law.verdicts import Candidate, HeldRound
from learnsoc_xlsx.model.place import Layout, Place
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.figures import Figure, Origin
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier
from learnsoc_xlsx.stages.award.nominate.nominate import nominate

GROUPS = Choices("group", (Choice("individual", "Cá nhân"),))
LISTED = (
    Field("name", "Họ và tên", Kind.TEXT, identity=True),
    Field("birth_year", "Năm sinh", Kind.YEAR),
    Field("labour_days", "Ngày công", Kind.COUNT),
)
ASKED = (
    Field("award", "Nhóm", Kind.CHOICE, choices=GROUPS),
    Field("name", "Họ và tên", Kind.TEXT, identity=True),
    Field("birth_year", "Năm sinh", Kind.YEAR),
    *(Field(name, name, Kind.MARK) for name in ("leader", "already_awarded", "pending", "upward")),
    Field("achievement", "Thành tích", Kind.TEXT),
)  # fmt: skip
CITIZENS = Sheet("citizens", "Công dân", "", SheetKind.LIST, LISTED, form="village")
STAFF = replace(CITIZENS, id="staff", name="Cán bộ", form="school")
NOMINATIONS = Sheet("nominations", "Đề nghị", "", SheetKind.LIST, ASKED, form="village")
ROUND = HeldRound(
    "annual-2026", "Hằng năm", "annual", "III.2.1", "", 2026, 2026, (2026,), date(2026, 12, 31), ("citizen",)
)
COVER = Sheet(
    "cover", "Trang bìa", "", SheetKind.FIXED, (Field("upward", "Đề nghị cấp trên", Kind.MARK),), form="village"
)
Person = tuple[str, int | None, int]
_NO_COVERS: Mapping[str, bool] = {}


def frame(rows: Sequence[tuple[object, ...]], sheet: Sheet) -> pd.DataFrame:
    """Rows of (submission, row, one value a field), as they are stored."""
    kinds = {Kind.TEXT: "str", Kind.CHOICE: "str", Kind.MARK: "boolean"}
    stored: dict[str, object] = {"submission": [row[0] for row in rows], "row": [row[1] for row in rows]}
    for at, each in enumerate(sheet.asked, 2):
        stored[each.id] = pd.array([row[at] for row in rows], dtype=kinds.get(each.kind, "Int64"))  # type: ignore[call-overload]
    return pd.DataFrame(stored)


def found(
    people: dict[str, list[Person]],
    named: dict[str, list[tuple[str, int | None]]],
    lists: Sequence[Sheet] = (CITIZENS,),
) -> tuple[list[Candidate], list[Finding]]:
    """Nominate, in the villages A and B, whom each names, out of its list of (name, birth year, days of labour); any other of
    the `lists` is empty.
    """
    villages = sorted(people)
    layouts = {
        at: Layout(f"{name}.xlsx", "S", {"award": "B", "name": "C", "birth_year": "D"})
        for at, name in enumerate(villages)
    }
    listed = [(at, 7 + row, *person) for at, name in enumerate(villages) for row, person in enumerate(people[name])]
    asked = [
        (at, 7 + row, "individual", *who, None, None, None, None, None)
        for at, name in enumerate(villages)
        for row, who in enumerate(named.get(name, []))
    ]
    tables = [
        *(Table(sheet, frame(listed if sheet is CITIZENS else [], sheet), layouts) for sheet in lists),
        Table(NOMINATIONS, frame([(*row[:9], "thành tích") for row in asked], NOMINATIONS), layouts),
    ]
    sent = {
        at: Submission(at, f"{name}.xlsx", "", 0, Status.ACCEPTED, Stamp("village", "", 2026), name)
        for at, name in enumerate(villages)
    }
    units = tuple(Unit(name, "village", f"Thôn {name}", "X", None, None, None, None, None) for name in villages)
    profile = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
    awards = [each for each in Law.load().awards_in(2026) if each.id == "citizen"]
    return nominate(Dossier(tables, sent, [], Register("danh ba.xlsx", (profile,), units)), ROUND, awards)


def test_what_the_version_of_a_return_did_not_ask_is_known_as_not_asked() -> None:
    honorific = Field("honorific", "Ông/Bà", Kind.CHOICE, choices=GROUPS)
    cover = Sheet("cover", "Trang bìa", "", SheetKind.FIXED, LISTED, form="village", unasked=(honorific,))
    rows = frame([(0, 0, "Lê Văn An", 1970, 12)], cover)
    table = Table(cover, rows, {0: Layout("A.xlsx", "S", {"name": "D8", "birth_year": "D9", "labour_days": "D10"})})

    facts = Dossier([table], {}, [], Register("danh ba.xlsx", (), ())).facts((table, 0), "A")

    assert (facts["honorific"].value, facts["honorific"].asked, facts["honorific"].label) == (None, False, "Ông/Bà")
    assert facts["birth_year"].asked


def test_what_a_nomination_leaves_out_hides_nothing_that_the_list_says() -> None:
    candidates, _ = found({"A": [("Lê Văn An", 1970, 12)]}, {"A": [("Lê Văn An", None)]})

    assert candidates[0].facts[2026]["birth_year"].value == 1970


def said(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(each.code.code, each.place.file, each.place.cell) for each in findings]


def test_whoever_is_nominated_brings_what_the_list_says() -> None:
    candidates, findings = found({"A": [("Lê Văn An", 1970, 12)]}, {"A": [("lê văn an", None)]})

    assert [each.facts[2026]["labour_days"].value for each in candidates] == [12]
    assert said(findings) == []


def test_one_person_nominated_twice_is_looked_at_once_and_said_at_the_second_place() -> None:
    candidates, findings = found({"A": [("Lê Văn An", 1970, 12)]}, {"A": [("Lê Văn An", 1970), ("Lê Văn An", None)]})

    assert len(candidates) == 1
    assert said(findings) == [("D16", "A.xlsx", "C8")]
    assert "A.xlsx › S › C7" in findings[0].message


def test_one_person_nominated_by_two_units_is_looked_at_once() -> None:
    people: dict[str, list[Person]] = {"A": [("Lê Văn An", 1970, 12)], "B": [("Lê Văn An", 1970, 3)]}

    candidates, findings = found(people, {"A": [("Lê Văn An", 1970)], "B": [("Lê Văn An", 1970)]})

    assert [each.unit for each in candidates] == ["A"]
    assert said(findings) == [("D16", "B.xlsx", "C7")]


@pytest.mark.parametrize(("born", "days"), [(1970, 12), (1980, 3)])
def test_of_two_who_bear_one_name_the_year_of_birth_says_which(born: int, days: int) -> None:
    candidates, findings = found({"A": [("Lê Văn An", 1970, 12), ("Lê Văn An", 1980, 3)]}, {"A": [("Lê Văn An", born)]})

    assert candidates[0].facts[2026]["labour_days"].value == days
    assert said(findings) == []


def test_of_two_who_bear_one_name_none_is_taken_without_a_year_of_birth() -> None:
    candidates, findings = found({"A": [("Lê Văn An", 1970, 12), ("Lê Văn An", 1980, 3)]}, {"A": [("Lê Văn An", None)]})

    assert "labour_days" not in candidates[0].facts[2026]
    assert said(findings) == [("D17", "A.xlsx", "C7")]


@pytest.mark.parametrize(("born", "there"), [((1970,), "1970"), ((1970, 1980), "1970 và 1980")])
def test_a_nominee_whose_year_of_birth_is_another_s_is_said_with_every_year(born: Sequence[int], there: str) -> None:
    _, findings = found({"A": [("Lê Văn An", year, 12) for year in born]}, {"A": [("Lê Văn An", 1955)]})

    assert said(findings) == [("D01", "A.xlsx", "C7")]
    assert f"; ở đó tên này sinh năm {there}, đề nghị ghi 1955. Hãy kiểm tra" in findings[0].message
    assert "gần giống" not in findings[0].message


def test_a_nominee_whom_no_list_names_is_said_and_a_near_name_of_its_own_unit_is_offered() -> None:
    people: dict[str, list[Person]] = {
        "A": [("Trần Bình", 1980, 3), ("Lê Văn An", 1970, 12)],
        "B": [("Lê Văn Ân", 1970, 1)],
    }

    candidates, findings = found(people, {"A": [("Lê Văn Ân", 1970)]})

    assert "labour_days" not in candidates[0].facts[2026]
    assert said(findings) == [("D01", "A.xlsx", "C7")]
    assert "gần giống “Lê Văn An”" in findings[0].message


@pytest.mark.parametrize(("lists", "looked_in"), [((STAFF, CITIZENS), "Công dân"), ((STAFF,), "")])
def test_a_nominee_whom_no_list_names_is_said_to_miss_in_the_list_of_its_own_form(
    lists: Sequence[Sheet], looked_in: str
) -> None:
    _, findings = found({"A": []}, {"A": [("Lê Văn An", 1970)]}, lists)

    assert [(finding.code.code, finding.expected) for finding in findings] == [("D01", looked_in)]


# Units

Span = tuple[date | None, date | None]


def of_villages(
    spans: Mapping[str, Span], round_: HeldRound, covers: Mapping[str, bool] = _NO_COVERS
) -> list[Candidate]:
    """The villages of these spans that are candidates, each with one figure; `covers` say which are proposed upward.

    Of each that sent a cover a later return was set aside, whose cover says the contrary.
    """
    units = tuple(Unit(name, "village", name, "X", None, *span, None, None) for name, span in spans.items())
    profile = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
    returns = [(name, status) for status in (Status.ACCEPTED, Status.SUPERSEDED) for name in covers]
    sent = {
        at: Submission(at, f"{name} {at}.xlsx", "", 0, status, Stamp("village", "", 2026), name)
        for at, (name, status) in enumerate(returns)
    }
    rows = [(at, 0, covers[name] is (status is Status.ACCEPTED)) for at, (name, status) in enumerate(returns)]
    layouts = {at: Layout(one.file, "S", {"upward": "D8"}) for at, one in sent.items()}
    figures = [Figure("initiatives", "unit", name, "2026", 3) for name in spans]
    lists = Dossier(
        [Table(COVER, frame(rows, COVER), layouts)], sent, figures, Register("danh ba.xlsx", (profile,), units)
    )
    village = [award for award in Law.load().awards_in(2026) if award.id == "village"]
    return nominate(lists, replace(round_, awards=("village",)), village, {"B": 2026})[0]


def test_a_unit_that_ended_within_the_year_is_a_candidate_of_it_and_a_younger_one_is_judged_from_its_first_year() -> (
    None
):
    spans: dict[str, Span] = {
        "A": (None, date(2026, 6, 30)),
        "B": (date(2026, 7, 1), None),
        "C": (None, date(2025, 12, 31)),
    }

    shown = [(one.unit, one.dissolved, one.first_year) for one in of_villages(spans, ROUND)]

    assert shown == [("A", date(2026, 6, 30), 0), ("B", None, 2026)]


def test_a_unit_that_will_end_after_the_day_of_the_decision_is_not_held_back() -> None:
    spans: dict[str, Span] = {"A": (None, ROUND.decided_on), "B": (None, date(2027, 6, 30))}

    assert [(one.unit, one.dissolved) for one in of_villages(spans, ROUND)] == [("A", None), ("B", None)]


def test_to_the_level_above_goes_only_a_unit_whose_counted_return_proposes_it() -> None:
    spans: dict[str, Span] = {"A": (None, None), "B": (None, None), "silent": (None, None)}

    (candidate,) = of_villages(spans, replace(ROUND, upward=True), {"A": True, "B": False})

    assert (candidate.unit, [place.file for place in candidate.places]) == ("A", ["A 0.xlsx"])
    assert {name: fact.value for name, fact in candidate.facts[2026].items()} == {"upward": True, "initiatives": 3}


def test_of_the_commune_a_year_is_judged_by_the_figures_of_its_own_day() -> None:
    own = Figure("initiatives", "commune", "X", "2026", 10)
    figures = [own, replace(own, value=7, structure="current"), Figure("initiatives", "unit", "A", "2026", 3)]

    lists = Dossier([], {}, figures, Register("danh ba.xlsx", (), ()))

    assert lists.of_whole == {("X", "2026"): {"initiatives": own}}


def test_what_a_unit_has_only_of_the_last_year_is_no_figure_of_the_phase() -> None:
    def figure(indicator: str, *years: int) -> Figure:
        origins = tuple(Origin(Place(f"{year}.xlsx"), "A", year, 1) for year in years)
        return Figure(indicator, "unit", "A", "phase-1", len(years), origins=origins)

    unit = Unit("A", "village", "Thôn A", "X", None, None, None, None, None)
    profile = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
    figures = [figure("initiatives", 2024, 2025), figure("households_share", 2025)]
    phase = replace(ROUND, years=(2024, 2025), year=2025, phase="phase-1", awards=("village",))
    awards = [each for each in Law.load().awards_in(2025) if each.id == "village"]

    (candidate,), _ = nominate(Dossier([], {}, figures, Register("danh ba.xlsx", (profile,), (unit,))), phase, awards)

    assert {name: fact.value for name, fact in candidate.over_phase.items()} == {"initiatives": 2}
