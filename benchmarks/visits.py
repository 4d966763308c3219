"""Visits to a site that this machine serves: each a browser of its own, cold and then warm.

A *cold* visit has an empty profile, a *warm* one the profile that the visit before left. Bytes are
those that the server sent.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import tornado.httpserver
import tornado.netutil
import tornado.web
from playwright.sync_api import Page, sync_playwright

from three_pillars.site.serve import QUEUE, Pages

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the same browser, started alike, as in the tests
from helpers import deadlines  # noqa: E402
from helpers.browser_setup import OPTIONS, START, find  # noqa: E402

LIMIT = deadlines.LIMIT * 1000


class _Counted(Pages):
    """Serves as `make serve` does, and counts what it sends."""

    sent = asked = 0
    twins = True

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        if not self.twins:
            self.request.headers["Accept-Encoding"] = "identity"
        return super().validate_absolute_path(root, absolute_path)

    def write(self, chunk: str | bytes | dict) -> None:
        type(self).sent += len(chunk)
        super().write(chunk)

    def on_finish(self) -> None:
        type(self).asked += 1


@contextmanager
def served(folder: Path, twins: bool = True) -> Iterator[tuple[str, type[_Counted]]]:
    """Serve a folder on this machine; give its address, and the class that counts."""

    class Counted(_Counted):
        pass

    Counted.twins = twins
    loop, ready, ports = asyncio.new_event_loop(), threading.Event(), []

    async def begin() -> None:
        handler = [(r"/(.*)", Counted, {"path": str(folder), "default_filename": "index.html"})]
        sockets = tornado.netutil.bind_sockets(0, "127.0.0.1", backlog=QUEUE)
        application = tornado.web.Application(handler, log_function=lambda _: None)
        tornado.httpserver.HTTPServer(application).add_sockets(sockets)
        ports.append(sockets[0].getsockname()[1])
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.create_task(begin())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    if not ready.wait(deadlines.WAIT):
        raise RuntimeError("the server did not begin")
    try:
        yield f"http://127.0.0.1:{ports[0]}", Counted
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(deadlines.GRACE)


def cpu_seconds() -> float:
    """Return the CPU seconds of all processes that this one started and that still run."""
    total = 0.0
    for process in psutil.Process().children(recursive=True):
        try:
            if "chrom" in process.name():
                times = process.cpu_times()
                total += times.user + times.system
        except psutil.Error:
            pass  # it ended meanwhile
    return total


@contextmanager
def visited(profile: Path) -> Iterator[Page]:
    """Give a page of a new browser that goes on with a profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path=find(playwright), args=OPTIONS, timeout=START * 1000
        )
        page = browser.pages[0]
        page.set_default_timeout(LIMIT)
        try:
            yield page
        finally:
            browser.close()


def visits(folder: Path, runs: int, visit, *given: str) -> dict[str, dict[str, float]]:
    """Visit cold and warm so often; return the medians, and bytes and requests of a cold visit."""
    all_runs: dict[str, list[dict[str, float]]] = {"cold": [], "warm": []}
    with served(folder) as (address, counted):
        for _ in range(runs):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                for kept in all_runs.values():
                    counted.sent = counted.asked = 0
                    took = visit(address, Path(profile), *given)
                    kept.append(took | {"gzip": counted.sent / 1e6, "requests": counted.asked})
    with (
        served(folder, twins=False) as (address, counted),
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
    ):
        visit(address, Path(profile), *given)
        plain = counted.sent / 1e6
    medians = {
        kind: {what: statistics.median(one[what] for one in kept) for what in kept[0]}
        for kind, kept in all_runs.items()
    }
    medians["cold"]["plain"] = plain
    return medians
