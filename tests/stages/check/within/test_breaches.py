"""A row that its sheet rejects goes, and no other: turns are counted within the submission, wherever its rows lie."""

from pathlib import Path

from learnsoc_xlsx.pipeline.commands.consolidate import returns
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from tests.journeys.commune_word import DAY, household, lay_register, lay_return


def test_of_two_submissions_in_one_table_only_the_rejected_rows_go(tmp_path: Path) -> None:
    lay_register(tmp_path)
    lay_return(tmp_path, "T01", households=[household("Phạm Văn Một"), household("Phạm Văn Một"), household("Lê Hai")])
    lay_return(tmp_path, "T02", households=[household("", 1980), household("Vũ Văn Ba"), household("Đỗ Thị Tư")])

    batch = returns(tmp_path, tasks_of(tmp_path), DAY, map).batch
    households = next(table for table in batch.accepted if table.sheet.key == "village.households")

    assert households.rows["head"].tolist() == ["Phạm Văn Một", "Lê Hai", "Vũ Văn Ba", "Đỗ Thị Tư"]
