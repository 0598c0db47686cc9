"""The papers of a folder's rounds: written as a run writes them, and read as a person reads them; a council that met on five."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.catalogue.papers.papers import BLANK_PAPERS, PAPERS, SERIES
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.settings.own_papers import templates_of
from learnsoc_xlsx.pipeline.settings.products import Products
from learnsoc_xlsx.stages.write.papers.papers import papers
from tests.journeys.commune_word import DAY, YEAR, held, household, lay_register, lay_return, nominated
from tests.journeys.council_word import AN, BINH, FILE, agreed, filled, printed, refused, row_of
from tests.made_up.values import Row
from tests.papers.reading import Paper, paper
from tests.runs import ON_ONE

EVERY = (*PAPERS, *BLANK_PAPERS)
Papers = dict[str, Paper]
"""Papers by the number and the kind of their file: “14_quyet_dinh”."""
LAID = "Bien ban.xlsx"
MERIT = "Vận động 5 em trở lại trường"
CUC, DUNG, EM = household("Lê Thị Cúc", 1970), household("Phạm Văn Dũng", 1980), household("Đỗ Thị Em", 1985)
BY_HAND = {"name": "Mai Văn Mới", "birth_year": 1970, "of_unit": "Thôn Hạ", **agreed()}
VOTES = {
    "Nguyễn Văn An": agreed(),
    "Trần Thị Bình": refused(),
    "Lê Thị Cúc": agreed(7, 1),
    "Đỗ Thị Em": agreed(form="Biểu dương"),
}
"""What a council concludes of five households: one it did not treat, of one the return changes later, one gets no certificate."""
ROUND = {
    "10_can_xem_truoc", "11_to_trinh", "12_bien_ban", "13_tom_tat_thanh_tich", "14_quyet_dinh", "15_giay_khen", "16_thu_tu_in_phoi",
    "17_ky_nhan",
}  # fmt: skip
ON_BLANKS = {"16_giay_khen_phoi", "16_in_thu_phoi"}
PUBLIC = {"18_thong_bao", "18_bai_phat_thanh"}


SIGNED: Row = {
    "kind": "Quyết định khen thưởng", "round": "annual", "year": YEAR, "number": "215/QĐ-UBND", "signed_on": DAY,
}  # fmt: skip
"""The row of the register that tells of the decision."""


def lay_five(inbox: Path, *, days_of_cuc: int = 5) -> None:
    """Lay a village's return in which five households are nominated, also to the level above."""
    households = [AN, BINH, {**CUC, "labour_days": days_of_cuc}, DUNG, EM]
    named = [nominated(str(one["head"]), upward=True, achievement=MERIT) for one in households]
    lay_return(inbox, "T01", households=households, nominations=named)


def meet(inbox: Path, votes: Mapping[str, Mapping[str, object]], **met: object) -> None:
    """Print the record of the annual round, fill it in and lay it among the returns; `met` are cells of its first sheet."""
    printed(inbox, inbox.parent / "printed")
    record = inbox.parent / "printed" / FILE
    by_row = {str(row_of(record, "Lê Thị Cúc") + 4): BY_HAND} if "Lê Thị Cúc" in votes else {}
    filled(record, inbox / LAID, {**votes, **by_row}, {**_MET, **met})


_MET = {
    "D9": DAY.replace(day=2), "D10": "Hội trường xã", "D12": 9, "D13": 8,
    "D15": "Trần Mẫu Hai, Chủ tịch", "D16": "Lê Mẫu Ba, công chức",
}  # fmt: skip


def met_on_five(inbox: Path, **more: list[Row]) -> Path:
    """A commune whose council met on five households, one of which is reported otherwise since; `more` is of the register."""
    lay_register(inbox, **{"papers": [SIGNED], **more})
    lay_five(inbox)
    meet(inbox, VOTES)
    lay_five(inbox, days_of_cuc=9)
    return inbox


def of_run(run: Run, out: Path, *, public: bool = False) -> Papers:
    """Write the papers of a run, and nothing else, under `out`, and return them."""
    for _ in papers(run, EVERY, SERIES, templates_of(run.inbox), out, map, public=public):
        pass
    return in_folder(out)


def of_folder(inbox: Path, out: Path, *, public: bool = False) -> Papers:
    """Write the papers that a folder comes to, and nothing else, under `out`, and return them."""
    return of_run(held(inbox), out, public=public)


def in_folder(out: Path) -> Papers:
    """Return the papers that lie under `out`, each by number and kind; of two years the later one's."""
    return {_kind(path): paper(path) for path in sorted(out.rglob("*.docx"))}


def _kind(path: Path) -> str:
    return path.stem.rpartition("_")[0].removesuffix("_hang_nam").removesuffix("_so_ket")


@dataclass(frozen=True)
class Met:
    """A commune whose council met, all that its run wrote under `out`, and the papers before it met."""

    run: Run
    out: Path
    papers: Papers
    before: Papers


def met(folder: Path) -> Met:
    """Consolidate a commune whose council met on five, and write its papers as they were before."""
    inbox = met_on_five(folder / "in")
    run = consolidate(inbox, folder / "out", DAY, Products(replies=False, public=True), ON_ONE)[0]
    (inbox / LAID).unlink()
    before = of_folder(inbox, folder / "before", public=True)
    return Met(run, folder / "out", in_folder(folder / "out" / "van_ban" / str(YEAR)), before)
