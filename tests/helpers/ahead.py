"""Work that is done ahead of the tests that ask for it, two jobs at a time, and never for ever."""

import contextlib
import threading
import time
from collections import deque
from concurrent.futures import Future, InvalidStateError, wait

from helpers.deadlines import GRACE, LIMIT, WAIT, Late, until, within


class Ahead:
    """Does jobs in daemon threads, in the order given; `jobs[key]` is what a job returned.

    `make()` is called in each thread and gives its worker: `do(key)` does a job, `end()` ends by
    force whatever the worker waits for (from another thread), `close()` puts the tools away.

    A job that takes longer than `limit` is ended by force and has failed; the worker goes on to the
    next. A worker that does not come back even then is left behind, and another takes its place.
    """

    def __init__(self, keys, make, name, limit=LIMIT, grace=GRACE, threads=2):
        self._make, self._name, self._limit, self._grace = make, name, limit, grace
        self._results = {key: Future() for key in keys}
        self._waiting = deque(self._results)
        self._lock = threading.Lock()
        self._places = []
        for _ in range(threads):
            self._open()

    def __getitem__(self, key):
        """Return what a job gave, or raise what it raised; it is done next if it has not begun."""
        with self._lock:
            if key in self._waiting:
                self._waiting.remove(key)
                self._waiting.appendleft(key)
        future = self._results[key]

        def done():
            self._replace_the_lost()
            return future.done()

        # One job may be under way in each thread, then comes this one.
        most = 2 * (self._limit + self._grace) + WAIT
        until(done, f"{self._name(key)} is done", most, lambda _: wait([future], timeout=0.5))
        return future.result(timeout=0)

    def _open(self):
        """Start a worker, and come back when it has its tools.

        Called in the main thread: tools copy the environment, which pytest changes from test to
        test, and while one thread changes it another must not copy it.
        """
        place = _Place(self._work)
        self._places.append(place)
        place.thread.start()
        place.ready.wait(WAIT)

    def _work(self, place):
        try:
            worker = place.worker = self._make()
        except BaseException as error:  # no browser, say: whoever waits must hear of it
            while (key := self._next(place)) is not None:
                self._settle(key, error=error)
            return
        finally:
            place.ready.set()
        while (key := self._next(place)) is not None:
            try:
                with within(self._limit, self._name(key), worker.end):
                    value = worker.do(key)
            except BaseException as error:
                self._settle(key, error=error)
            else:
                self._settle(key, value)
        with contextlib.suppress(Exception):  # all results are there
            worker.close()

    def _next(self, place):
        with self._lock:
            place.key = self._waiting.popleft() if self._waiting and not place.lost else None
            place.began = time.monotonic()
            return place.key

    def _settle(self, key, value=None, error=None):
        try:
            if error is None:
                self._results[key].set_result(value)
            else:
                self._results[key].set_exception(error)
        except InvalidStateError:  # from a worker that was left behind
            return

    def _replace_the_lost(self):
        for place in [each for each in self._places if not each.lost and each.key is not None]:
            key, took = place.key, time.monotonic() - place.began
            if key is not None and took > self._limit + self._grace:
                place.lost = True
                said = f"{self._name(key)}: not done within {self._limit:g} seconds, and not to end"
                self._settle(key, error=Late(said))
                self._open()

    def close(self):
        """Do no further job, and end by force what is under way: nobody asks for it any more."""
        with self._lock:
            self._waiting.clear()
        for place in [each for each in self._places if not each.lost]:
            last = time.monotonic() + self._grace
            while place.thread.is_alive() and time.monotonic() < last:
                if place.worker and place.key is not None:
                    place.worker.end()
                place.thread.join(1)


class _Place:
    """One thread, its worker and the job that it is at."""

    def __init__(self, work):
        self.thread = threading.Thread(target=work, args=[self], daemon=True)
        self.ready = threading.Event()
        self.worker = self.key = None
        self.began, self.lost = 0.0, False
