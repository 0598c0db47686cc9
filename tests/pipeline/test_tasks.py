"""How the files are shared out to processes: each task as large as the others, none lost."""

from pathlib import Path

import pytest

from learnsoc_xlsx.pipeline.steps.intake import BATCH, tasks_of


@pytest.mark.parametrize("count", [1, BATCH, BATCH + 1, 3 * BATCH - 5])
def test_every_file_is_in_one_task_and_the_tasks_are_of_one_size(count: int, tmp_path: Path) -> None:
    for number in range(count):
        (tmp_path / f"{number:03}.xlsx").touch()

    tasks = tasks_of(tmp_path)

    assert [item.name for task in tasks for _, item in task.files] == [f"{number:03}.xlsx" for number in range(count)]
    assert [number for task in tasks for number, _ in task.files] == list(range(count))
    sizes = [len(task.files) for task in tasks]
    assert max(sizes) <= BATCH
    assert max(sizes) - min(sizes) <= 1
