"""A Dask cluster gives the same results; without Dask, which is optional, this is skipped."""

import pytest
from helpers.class_of_students import FULL, notebook, put

from three_pillars.classroom import grading, lock

distributed = pytest.importorskip("distributed", reason="Dask is not installed: see CLUSTER=")
pytestmark = [
    pytest.mark.exercises,
    pytest.mark.skipif(not lock.works("bubblewrap"), reason="bubblewrap does not run here"),
]


def test_a_cluster_gives_the_same_results(tmp_path):
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
