"""Jobs done ahead: in order, two at a time, and none that hangs holds up another."""

import os
import threading
import time

import pytest
from helpers.ahead import Ahead
from helpers.deadlines import Late, until

ORDER = "first", "second", "third"


class Worker:
    """Does what its jobs say: they are functions of the worker."""

    def __init__(self):
        self.ended = threading.Event()

    def do(self, job):
        self.ended.clear()
        return job(self)

    def end(self):
        self.ended.set()

    def close(self):
        self.ended.set()


def hang(worker):
    """Wait until ended by force, as a call to a page that never answers."""
    assert not worker.ended.wait(60), "the browser is gone"


def never_end(worker):
    """Wait even longer."""
    time.sleep(60)


def good(worker):
    return "good"


def bad(worker):
    raise KeyError("bad")


@pytest.fixture
def jobs():
    made = []

    def start(*keys, make=Worker, **options):
        made.append(Ahead(keys, make, lambda job: job.__name__, **options))
        return made[-1]

    yield start
    for each in made:
        each.close()


def test_each_job_gives_its_result_or_its_error(jobs):
    every = jobs(good, bad)
    assert every[good] == "good"
    for _ in range(2):
        with pytest.raises(KeyError, match="bad"):
            every[bad]


def test_jobs_are_done_in_order_and_the_one_that_is_asked_for_next():
    go, done = threading.Event(), []

    class Noting(Worker):
        def do(self, job):
            go.wait(60)
            done.append(job)
            return job

    every = Ahead(["a", "b", "c", "d"], Noting, str, threads=1)
    until(lambda: "a" not in every._waiting, "the first is under way")
    threading.Timer(0.2, go.set).start()
    assert every["d"] == "d"
    assert every["c"] == "c"
    assert done[:2] == ["a", "d"]
    every.close()


def test_a_job_that_hangs_is_ended_and_the_rest_goes_on(jobs):
    every = jobs(hang, good, limit=0.3, threads=1)
    with pytest.raises(Late, match=r"hang: not done within 0.3 seconds.*hang: `assert not worker"):
        every[hang]
    assert every[good] == "good"


def test_a_worker_that_cannot_be_ended_is_left_behind(jobs):
    every = jobs(never_end, good, limit=0.2, grace=0.2, threads=1)
    began = time.monotonic()
    with pytest.raises(Late, match=r"never_end: not done within 0\.2 seconds, and not to end"):
        every[never_end]
    assert every[good] == "good"
    assert time.monotonic() - began < 30
    assert len(every._places) == 2


def test_tools_that_are_missing_are_told_to_whoever_waits(jobs):
    def no_browser():
        raise FileNotFoundError("no Chromium")

    every = jobs(good, bad, make=no_browser)
    for job in (good, bad):
        with pytest.raises(FileNotFoundError, match="no Chromium"):
            every[job]


def test_nobody_waits_at_the_end(jobs):
    every = jobs(hang, good, threads=1)
    until(lambda: hang not in every._waiting, "the first job is under way")
    began = time.monotonic()
    every.close()
    assert time.monotonic() - began < 30
    assert not any(place.thread.is_alive() for place in every._places)


def test_tools_are_made_while_the_environment_keeps_still(monkeypatch):
    """A copy of the environment fails when another thread takes a name out of it meanwhile."""
    copies = []

    class Copying(Worker):
        def __init__(self):
            super().__init__()
            for _ in range(50):
                copies.append(dict(os.environ))

    for n in range(20):
        monkeypatch.setenv("PYTEST_CURRENT_TEST_OF_THIS_TEST", str(n))
        every = Ahead([good], Copying, lambda job: job.__name__)
        monkeypatch.delenv("PYTEST_CURRENT_TEST_OF_THIS_TEST")
        assert every[good] == "good"
        every.close()
    assert len({tuple(sorted(copy)) for copy in copies}) == 1
