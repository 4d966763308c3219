"""A Dask cluster gives the same results. Dask is no package of the book: it is fetched for this."""

import importlib
import os
import signal
import subprocess
import sys

import pytest
from helpers.class_of_students import FULL, notebook, put

from three_pillars.classroom import grading, lock

pytestmark = [
    pytest.mark.exercises,
    pytest.mark.full,
    pytest.mark.skipif(not lock.works("bubblewrap"), reason="bubblewrap does not run here"),
]


@pytest.fixture(scope="module")
def distributed(tmp_path_factory):
    """Dask's scheduler and workers, from a folder of their own."""
    folder = str(tmp_path_factory.mktemp("dask"))
    install = [sys.executable, "-m", "pip", "install", "-qq", "--target", folder, "distributed"]
    done = subprocess.run(install, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"Dask cannot be had: {done.stderr[-500:]}"
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        paths = [folder, os.environ.get("PYTHONPATH", "")]
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))  # for the workers
        yield importlib.import_module("distributed")


def points_of(folder, out, say=lambda line: None, **how):
    results = grading.grade(folder, out, say=say, **how)
    return [(r.submission.student, r.points, r.said) for r in results]


def started(distributed):
    return distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True
    )


def class_of(folder, students):
    """Half of them have all points, half have none."""
    for number in range(students):
        put(folder, f"Student {number}/energy.ipynb", notebook(extra=f"# {number}",
            solved=number < students / 2))  # fmt: skip
    return folder


def test_a_cluster_gives_the_same_results(tmp_path, distributed):
    folder = class_of(tmp_path / "class", 4)
    with started(distributed) as cluster:
        there = points_of(folder, tmp_path / "there", cluster=cluster.scheduler_address)
    assert there == points_of(folder, tmp_path / "here")
    assert [sum(each.values()) for _, each, _ in there] == [FULL, FULL, 0, 0]


def test_a_worker_that_dies_costs_a_second_try_and_no_grade(tmp_path, distributed):
    folder, killed = class_of(tmp_path / "class", 8), []
    with started(distributed) as cluster:

        def kill_one(line):
            if "[1/8]" in line:  # both are at work on the next
                killed.append(cluster.workers[0].pid)
                os.kill(killed[0], signal.SIGKILL)

        there = points_of(folder, tmp_path / "out", kill_one, cluster=cluster.scheduler_address)
        assert cluster.workers[0].pid != killed[0]
    assert [sum(each.values()) for _, each, _ in there] == [FULL] * 4 + [0] * 4
