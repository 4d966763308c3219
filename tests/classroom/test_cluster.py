"""A Dask cluster gives the same results. Dask is no package of the book: it is fetched for this."""

import importlib
import subprocess
import sys

import pytest
from helpers.class_of_students import FULL, notebook, put

from three_pillars.classroom import grading

pytestmark = [pytest.mark.exercises, pytest.mark.full]


@pytest.fixture(scope="module")
def distributed(tmp_path_factory):
    """Dask's scheduler and workers, from a folder of their own."""
    folder = str(tmp_path_factory.mktemp("dask"))
    install = [sys.executable, "-m", "pip", "install", "-qq", "--target", folder, "distributed"]
    done = subprocess.run(install, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"Dask cannot be had: {done.stderr[-500:]}"
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        patch.setenv("PYTHONPATH", folder)  # for the workers
        yield importlib.import_module("distributed")


def test_a_cluster_gives_the_same_results(tmp_path, distributed):
    folder = tmp_path / "class"
    for number in range(4):
        put(folder, f"Student {number}/energy.ipynb", notebook(extra=f"# {number}",
            solved=number < 2))  # fmt: skip

    def points(**how):
        results = grading.grade(folder, tmp_path / f"out {len(how)}", say=lambda line: None, **how)
        return [(r.submission.student, r.points, r.said) for r in results]

    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True
    ) as cluster:
        there = points(cluster=cluster.scheduler_address)
    assert there == points()
    assert [sum(each.values()) for _, each, _ in there] == [FULL, FULL, 0, 0]
