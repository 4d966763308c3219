"""Judges on the machines of a Dask cluster: the same jobs, the same outcomes.

Dask is no part of the book's environment. Whoever has a cluster installs ``distributed`` beside the
book there and here, on each machine with bubblewrap and a checkout of the book.
"""

from __future__ import annotations

import atexit
import functools
import os
import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .jobs import Job, JobOutcome
from .lock import Lock
from .masters import MASTERS, read_master
from .shelf import Shelves
from .workers import Worker

WAIT = 20
"""Seconds that a scheduler may take to answer."""


class NoCluster(RuntimeError):
    """No scheduler answers at the address; the message says what to do."""


def run(
    jobs: Iterable[Job], lock: Lock, address: str, done: Callable[[Job, JobOutcome], None]
) -> None:
    """Judge jobs on a cluster and hand over each outcome as it comes.

    A worker that dies costs a second try elsewhere, which Dask itself gives.

    Args:
        jobs: The submissions.
        lock: How rooms are locked on the cluster's machines.
        address: The scheduler, such as ``tcp://10.0.0.1:8786``.
        done: Called with each job and its outcome, in the order in which they end.

    Raises:
        ImportError: Dask is not installed.
        NoCluster: Nobody answers at the address.
    """
    from dask.distributed import Client, as_completed

    try:
        asked = Client(address, timeout=WAIT)
    except (OSError, ValueError) as error:
        raise NoCluster(
            f"No Dask scheduler answers at {address} ({type(error).__name__}): is it running, and "
            "is the address one like tcp://10.0.0.1:8786?"
        ) from None
    with asked as client:
        futures = {
            client.submit(judged_there, job.data(), lock.kind, pure=False, retries=2): job
            for job in jobs
        }
        for future in as_completed(futures):
            done(futures[future], JobOutcome(**future.result()))


_here = threading.local()


def judged_there(data: dict[str, Any], lock: str) -> dict[str, Any]:
    """Judge one job on the machine where this runs; each thread of a worker has its own judge."""
    if not hasattr(_here, "worker"):
        slot = (os.getpid() * 31 + threading.get_ident()) % 1000
        _here.worker = Worker(slot, Lock(lock), _shelf, queue.SimpleQueue(), queue.SimpleQueue())
        atexit.register(_here.worker.stop)
    return asdict(_here.worker.judged(Job.of(data)))


@functools.cache
def _shelf(part: str) -> Path:
    return _shelves().make(read_master(MASTERS / f"{part}.md"))


@functools.cache
def _shelves() -> Shelves:
    shelves = Shelves()
    atexit.register(shelves.__exit__, None, None, None)
    return shelves
