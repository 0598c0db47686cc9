"""A district that exists nowhere: its communes, each with a few units that report to it, and what each sends upward."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from learnsoc_xlsx.catalogue.workbooks import TO_REPORT
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.consolidate import added_up, returns, weighed
from learnsoc_xlsx.pipeline.steps.council.to_report import to_report
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.made_up.register import THRESHOLDS
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows
from tests.printing import printed
from tests.registers import laid

YEAR = 2026
IN_TIME = date(YEAR, 12, 20)
DISTRICT: Row = {"id": "H01", "kind": "district", "name": "Huyện Hồng Lạc"}
ABOVE: Row = {
    "since": "1/7/2020", "unit": "H01", "parent_name": "UBND TỈNH THỬ", "issuer": "UBND HUYỆN HỒNG LẠC",
    "place_name": "Hồng Lạc", "signer_title": "CHỦ TỊCH", "signer": "Ông Mẫu",
}  # fmt: skip


@dataclass(frozen=True)
class Commune:
    """A commune of the district, the units that report to it, and those of them whose report never came."""

    id: str
    name: str
    units: tuple[Sender, ...]
    silent: tuple[str, ...] = ()

    @property
    def row(self) -> Row:
        return {"id": self.id, "kind": "commune", "name": self.name, "parent": "H01"}


def _villages(code: str, *sizes: int) -> tuple[Sender, ...]:
    return tuple(
        Sender(f"{code}{number}", "village", f"Thôn {number} {code}", size) for number, size in enumerate(sizes, 1)
    )


COMMUNES = (
    Commune("X01", "Xã An Bình", (
        *_villages("A", 24, 22),
        Sender("AS", "school", "Trường Tiểu học An Bình", 6, level="primary"),
        Sender("AD", "department", "Hội Nông dân xã An Bình", 4),
        Sender("AE", "enterprise", "Công ty May An Bình", 5),
        Sender("AC", "centre", "Trung tâm học tập cộng đồng An Bình", 3),
    )),
    Commune("X02", "Xã Bình Minh", (*_villages("B", 22, 26), Sender("BS", "school", "Trường Mầm non Bình Minh", 5))),
    Commune("X03", "Xã Cẩm Giang", _villages("C", 25, 22, 23), silent=("C3",)),
    Commune("X04", "Xã Đại Đồng", _villages("D", 22, 24)),
    Commune("X05", "Xã Hòa Lạc", _villages("E", 22, 22)),
)  # fmt: skip


def lay_commune(inbox: Path, commune: Commune, changes: Rows | None = None, years: Sequence[int] = (YEAR,)) -> None:
    """Lay the register of a commune and what its units report into a folder; `changes` replace figures, by the unit's id."""
    profile = {"since": "1/7/2020", "unit": commune.id, "parent_name": "UBND HUYỆN HỒNG LẠC", "place_name": commune.name[3:],
               "issuer": f"UBND {commune.name.upper()}", "signer_title": "CHỦ TỊCH", "signer": "Bà Mẫu"}  # fmt: skip
    units = [{"id": one.id, "kind": one.kind, "name": one.name, "parent": commune.id} for one in commune.units]
    settings = [{"reports_since": min(years)}]
    chosen = [{"key": key, "value": value, "source": "Họp giao ban"} for key, value in THRESHOLDS.items()]
    laid(inbox, "danh ba.xlsx", profile=[profile], units=[commune.row, *units], settings=settings, thresholds=chosen)
    for year in years:
        for sender in (one for one in commune.units if one.id not in commune.silent):
            form = form_of(sender.kind, year)
            rows = report(form, sender, year)
            for change in (changes or {}).get(sender.id, []):
                rows["indicators"][0] |= change
            data = printed(form, Prefill(sender.id, sender.name, rows))
            (inbox / f"{sender.id} {year}.xlsx").write_bytes(data)


def run_and_report(inbox: Path, out: Path, as_of: date) -> Run:
    """Return what a commune's folder comes to, having written what it sends upward, and nothing else, under `out`."""
    received = returns(inbox, tasks_of(inbox), as_of, map)
    run = weighed(added_up(inbox, received), received)
    for _ in to_report(run, received.terms.calendar, TO_REPORT, out):
        pass
    return run


def lay_district(inbox: Path, communes: Sequence[Commune] = COMMUNES) -> None:
    """Lay the register of the district into a folder."""
    units = [DISTRICT, *(commune.row for commune in communes)]
    laid(inbox, "danh ba.xlsx", profile=[ABOVE], units=units, settings=[{"reports_since": YEAR}])
