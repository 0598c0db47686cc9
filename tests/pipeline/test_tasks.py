"""How the files are shared out to processes: none lost, and one that comes or goes moves hardly any but those beside it."""

from pathlib import Path

import pytest

from learnsoc_xlsx.pipeline.steps.intake import batches_of, tasks_of
from learnsoc_xlsx.stages.receive.unpack.unpack import Item


def items(count: int) -> list[Item]:
    return [Item(name, Path(name)) for name in (f"{number:05}.xlsx" for number in range(count))]


def names(files: list[Item]) -> set[tuple[str, ...]]:
    return {tuple(item.name for item in batch) for batch in batches_of(files)}


def test_every_file_is_in_one_task_in_its_order(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number:03}.xlsx").touch()

    tasks = tasks_of(tmp_path)

    assert [item.name for task in tasks for _, item in task.files] == [f"{number:03}.xlsx" for number in range(50)]
    assert all([number for number, _ in task.files] == list(range(len(task.files))) for task in tasks)


@pytest.mark.parametrize(("count", "most"), [(1, 16), (100, 16), (200, 32), (10_000, 64)])
def test_no_batch_is_larger_than_its_number_of_files_allows(count: int, most: int) -> None:
    assert max(len(batch) for batch in batches_of(items(count))) <= most


@pytest.mark.parametrize("count", [90, 1_000])
def test_a_file_more_or_less_changes_few_batches(count: int) -> None:
    files = items(count)
    before = names(files)

    for at in range(0, count, count // 10):
        without = names([*files[:at], *files[at + 1 :]])
        assert len(before - without) <= 3
        assert len(without - before) <= 3
