"""Where work runs: this process, a pool of processes, or a Dask cluster. One seam, `Map`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from learnsoc_xlsx.engine.work import Map

__all__ = ["Engine", "Map", "engine"]


class Engine(Enum):
    """What may run the work; `auto` takes a pool when there is enough to share out."""

    AUTO = "auto"
    SERIAL = "serial"
    PROCESSES = "processes"
    DASK = "dask"


@contextmanager
def engine(kind: Engine, workers: int | None, size: int, scheduler: str = "") -> Iterator[Map]:
    """Give a `map` that keeps the order of its tasks.

    `workers` None: one for each processor. `size` is how many tasks there will be: a pool is not started for fewer than
    two. `scheduler` is the address of a Dask cluster that runs; empty: that in DASK_SCHEDULER_ADDRESS, else a cluster of
    `workers` on this machine. Raises Refusal where Dask cannot be used.
    """
    count = workers or os.cpu_count() or 1
    if kind is Engine.SERIAL or (kind is Engine.AUTO and (size < 2 or count < 2)):
        yield map
        return
    from learnsoc_xlsx.engine.pool import pool

    with pool(min(count, max(size, 1))) as crew:
        if kind is not Engine.DASK:
            yield crew.run
            return
        from learnsoc_xlsx.engine.cluster import cluster

        with cluster(scheduler or os.environ.get("DASK_SCHEDULER_ADDRESS", ""), count, crew) as work:
            yield work
