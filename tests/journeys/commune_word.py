"""A commune of two villages and a school, whose lists and covers hold what a test draws, and its own word beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.law.verdicts import Verdict
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.made_up.register import profile, register_of, unit
from tests.made_up.values import Row
from tests.printing import printed
from tests.runs import run_of

YEAR = 2026
DAY = date(YEAR, 12, 5)
UNITS = {"T01": ("village", "Thôn Đoài"), "T02": ("village", "Thôn Hạ"), "S01": ("school", "Trường Tiểu học Tân Học")}
THRESHOLDS = {"award.household.labour": 2, "award.clan.labour": 2, "award.citizen.labour": 2}
QD: Row = {"number": "125/QĐ-UBND", "decided_on": date(YEAR, 10, 20), "issuer": "UBND xã", "year": YEAR}
"""A decision of the year, to which a test adds the title and the names."""


def lay_register(inbox: Path, recognitions: Sequence[Row] = (), **more: Sequence[Row]) -> None:
    """Lay the commune's register into a folder."""
    profiles = [profile(date(2020, 1, 1), "tỉnh Đông Giang", "Tân Học", "Trần Mẫu Hai")]
    units = [
        unit("X01", "commune", "Xã Tân Học", parent=None, email="xa@tan-hoc.vi-du.invalid"),
        *(unit(name, kind, called, email=f"{name}@vi-du.invalid") for name, (kind, called) in UNITS.items()),
    ]
    numbers: list[Row] = [{"key": key, "value": value, "source": "NQ 5"} for key, value in THRESHOLDS.items()]
    rows: dict[str, Sequence[Row]] = dict(register_of(DAY, profiles, units))
    rows |= {"thresholds": numbers, "recognitions": recognitions, **more}
    inbox.mkdir(exist_ok=True)
    data = printed(form_of("register", YEAR), Prefill(rows=rows))
    (inbox / "Danh ba.xlsx").write_bytes(data)


def lay_return(inbox: Path, name: str, year: int = YEAR, *, revision: int | None = None, **rows: Sequence[Row]) -> Path:
    """Lay a return of a unit into a folder, with these records by sheet, and without the sheets for which there are none."""
    kind, called = UNITS[name]
    form = form_of(kind, year, revision)
    form = replace(form, sheets=tuple(sheet for sheet in form.sheets if sheet.id in {"cover", *rows}))
    cover = {"report_date": date(year, 11, 5), **dict(next(iter(rows.pop("cover", ())), {}))}
    data = printed(form, Prefill(name, called, {"cover": [cover], **rows}))
    path = inbox / f"{name} {year}.xlsx"
    path.write_bytes(data)
    return path


def nominated(name: str, award: str = "household", **more: object) -> Row:
    return {"award": award, "name": name, **more}  # type: ignore[dict-item]


def household(head: str, born: int | None = None, mark: bool | None = True, **more: object) -> Row:
    contributions: Mapping[str, object] = {"labour_days": 5, "ideas": 1, "money": 0}
    return {"head": head, "birth_year": born, "household_recognised": mark, **contributions, **more}  # type: ignore[dict-item]


def findings(run: Run, *codes: str) -> list[tuple[str, str, str, str]]:
    """Return the findings of these codes as (code, file, sheet, cell)."""
    return [
        (one.code.code, one.place.file, one.place.sheet, one.place.cell)
        for one in run.findings
        if one.code.code in codes
    ]


def verdict(run: Run, subject: str, round_id: str = f"annual-{YEAR}") -> Verdict:
    (one,) = [one for one in run.verdicts if (one.subject, one.round) == (subject, round_id)]
    return one


def held(inbox: Path) -> Run:
    return run_of(inbox, DAY)


def lay_own(inbox: Path, form: str, name: str, year: int = YEAR, **rows: Sequence[Row]) -> Path:
    """Lay a form of the commune's own into a folder, with these records by sheet."""
    path = inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(printed(form_of(form, year), Prefill(rows=rows)))
    return path
