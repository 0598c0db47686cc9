"""Where work runs: this process, a pool of processes, or a Dask cluster. One seam, `Map`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum

from learnsoc_xlsx.engine.work import Map

__all__ = ["AUTO", "Engine", "Map", "Runner"]


class Runner(Enum):
    """What may run the work; `auto` takes a pool when there is enough to share out."""

    AUTO = "auto"
    SERIAL = "serial"
    PROCESSES = "processes"
    DASK = "dask"


@dataclass(frozen=True)
class Engine:
    """What runs the work of a run, how many workers it has, and the address of a Dask cluster that runs already.

    `workers` None: one for each processor. `scheduler` empty: the address in DASK_SCHEDULER_ADDRESS, else a cluster of
    `workers` on this machine.
    """

    runner: Runner = Runner.AUTO
    workers: int | None = None
    scheduler: str = ""

    @contextmanager
    def started(self, size: int) -> Iterator[Map]:
        """Give a `map` that keeps the order of its tasks, about `size` of them: a pool is not started for fewer than two.

        Raises Refusal where Dask cannot be used.
        """
        count = self.workers or os.cpu_count() or 1
        if self.runner is Runner.SERIAL or (self.runner is Runner.AUTO and (size < 2 or count < 2)):
            yield map
            return
        from learnsoc_xlsx.engine.pool import pool

        with pool(min(count, max(size, 1))) as crew:
            if self.runner is not Runner.DASK:
                yield crew.run
                return
            from learnsoc_xlsx.engine.cluster import cluster

            with cluster(self.scheduler or os.environ.get("DASK_SCHEDULER_ADDRESS", ""), count, crew) as work:
                yield work


AUTO = Engine()
