"""A figure behind which a list has blanks bears a sign wherever it stands, in totals too."""

from dataclasses import replace
from pathlib import Path

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.write import write
from tests.books import opened
from tests.stages.write.a_run import DONG, TALKS, a_run


def partly(figure: Figure) -> Figure:
    """The talks of Thôn Đông as the sum over a list of three rows, one of them blank."""
    if (figure.indicator, figure.id) != (TALKS.id, DONG):
        return figure
    return replace(figure, origins=tuple(replace(one, rows=2, of_rows=3) for one in figure.origins))


def test_a_partial_sum_and_the_total_over_it_bear_the_sign(tmp_path: Path) -> None:
    run = a_run(tmp_path)
    write(replace(run, figures=tuple(map(partly, run.figures))), WORKBOOKS, tmp_path / "out")

    rows = opened(tmp_path / "out" / "2026" / "Tong_hop_2026.xlsx")["Thôn"].iter_rows()
    signed = {str(row[0].value): ["▲" in cell.number_format for cell in row[2:5]] for row in rows}

    assert signed["Số buổi tuyên truyền"] == [True, False, True]  # Thôn Đông, Thôn Tây, and the two together
    assert signed["Tổng số hộ"] == [False, False, False]
