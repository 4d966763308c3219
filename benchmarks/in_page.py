"""What Python in the browser costs a reader: bytes, seconds, CPU seconds; a part of `make bench`.

Each visit is a browser of its own: *cold* with an empty profile, *warm* with the profile that the
visit before left. Bytes are those that the server sent.

    python benchmarks/in_page.py [--runs 3]
"""

from __future__ import annotations

import argparse
import asyncio
import os
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
from peer import build_peer
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright
from table import row, verdict

from three_pillars.site.build import BOOK, OUT, build
from three_pillars.site.errors import SiteError
from three_pillars.site.serve import QUEUE, Pages

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the same browser, started alike, as in the tests
from helpers import deadlines  # noqa: E402
from helpers.browser_setup import OPTIONS, START, find  # noqa: E402

CHAPTER = "chapters/energy/dependence"
LIMIT = deadlines.LIMIT * 1000

# Presses Run all without a pointer coming near before, and notes milliseconds since the press.
PRESS = """() => {
  const seen = window.bench = {};
  const began = performance.now();
  const note = (what, there) => { if (there) seen[what] ||= performance.now() - began; };
  const live = "[data-ran] figure.chart[data-state=live] .chart-live svg";
  (function look() {
    note("first", document.querySelector("[data-ran]"));
    note("chart", document.querySelector(live));
    note("all", !threePillarsCells.running
      && threePillarsCells.cells.every((cell) => cell.place.dataset.ran));
    if (!seen.all) setTimeout(look, 10);
  })();
  document.querySelector(".tp-toolbar button").click();
}"""

# Changes a line of a cell with a chart, runs it, and returns the milliseconds to its new chart.
EDIT = """async (limit) => {
  const own = ".cell_output figure.chart:not(.explorable)";
  const cell = threePillarsCells.cells.find((one) =>
    one.bar && one.place.querySelector(own)?.checkVisibility());
  const chart = () => cell.place.querySelector("figure.chart[data-state=live] .chart-live svg");
  cell.place.scrollIntoView();
  const old = chart();
  cell.setText(cell.text + "\\n");
  const began = performance.now();
  threePillarsCells.run(cell.at);
  while (!chart() || chart() === old) {
    if (performance.now() - began > limit) throw new Error("no new chart came");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - began;
}"""

PANEL = "window.jupyterapp?.shell?.currentWidget"
CELLS = f"{PANEL}.content.widgets.filter((cell) => cell.model.type === 'code')"
ALL_RAN = f"""{CELLS}.every((cell) => cell.model.executionCount > 0)
    && {PANEL}.sessionContext.session.kernel.status === 'idle'"""
NOTEBOOK = {
    "first": f"{CELLS}[%s].model.executionCount > 0",
    # A chart out of sight is not drawn; at the latest the end of all cells counts.
    "chart": f"!!document.querySelector('.vega-embed :is(svg, canvas)') || ({ALL_RAN})",
    "all": ALL_RAN,
}
# Asked again and again while the cells run, so it looks at the kinds of the outputs only.
FAILED = f"""{CELLS}.map((cell) => cell.model.outputs).some((outputs) =>
    outputs.length && outputs.get(outputs.length - 1).type === 'error')"""


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


def in_page(address: str, profile: Path) -> dict[str, float]:
    """Open a chapter, press Run all, and return what it took; times since the press."""
    with visited(profile) as page:
        before = cpu_seconds()
        page.goto(f"{address}/{CHAPTER}.html")
        page.wait_for_selector(".tp-toolbar")
        took = {"page": page.evaluate("performance.now() / 1000"), "cpu page": cpu_seconds()}
        page.evaluate(PRESS)
        page.wait_for_function("window.bench.first")
        took["cpu first"] = cpu_seconds()
        page.wait_for_function("window.bench.all")
        took["cpu all"] = cpu_seconds()
        took |= {what: ms / 1000 for what, ms in page.evaluate("window.bench").items()}
        took["edit"] = page.evaluate(EDIT, LIMIT) / 1000
    return {what: v - before if what.startswith("cpu") else v for what, v in took.items()}


def in_lite(address: str, profile: Path, path: str, first: str = "0") -> dict[str, float]:
    """Open a notebook in JupyterLite, run all, and return what it took; times since opening.

    Args:
        address: of the server.
        profile: the browser's.
        path: of the notebook.
        first: which cell of code counts as the first; those before it only install.
    """
    now = "performance.now() / 1000"
    with visited(profile) as page:
        before = cpu_seconds()
        page.goto(f"{address}/lite/notebooks/index.html?path={path}")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        took = {"page": page.evaluate(now), "cpu page": cpu_seconds()}
        page.wait_for_function(f"{PANEL}?.sessionContext?.session?.kernel?.status === 'idle'")
        page.click(".jp-Notebook .jp-Cell >> nth=0")
        page.evaluate("() => { window.jupyterapp.commands.execute('runmenu:run-all') }")
        for what, there in NOTEBOOK.items():
            page.wait_for_function(f"({FAILED}) || ({there.replace('%s', first)})")
            if page.evaluate(FAILED):
                said = page.inner_text(".jp-RenderedText[data-mime-type$=error]").strip()
                raise SiteError(f"a cell of {path} failed: {said.splitlines()[-1]}")
            took[what] = page.evaluate(now)
            took[f"cpu {what}"] = cpu_seconds()
    return {what: v - before if what.startswith("cpu") else v for what, v in took.items()}


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


def told(name: str, found: dict[str, dict[str, float]], what: str, most=(None, None)) -> None:
    """Print one line, cold and warm, with the demand if there is one."""
    cold, warm = (found[kind].get(what) for kind in ("cold", "warm"))
    unit = "MB" if what in ("plain", "gzip") else "" if what == "requests" else "s"
    texts = ["" if v is None else f"{v:,.{0 if not unit else 1}f} {unit}" for v in (cold, warm)]
    limits = [limit for limit in most if limit is not None]
    pairs = [(v, limit) for v, limit in zip((cold, warm), most, strict=True) if limit is not None]
    words = " and ".join(f"{limit:g} {unit}" for limit in limits)
    bar = verdict(all(v <= limit for v, limit in pairs), f"at most {words}") if limits else ""
    row(f"  {name}", *texts, "", bar)


def bench_site(runs: int) -> None:
    """Print the section SITE of the table."""
    print()
    row("SITE", "cold", "warm", "", "demand")
    try:
        build()
    except SiteError as error:
        print(f"  not measured: {error}")
        return
    print(f"  (the machine's load: {os.getloadavg()[0]:.1f})")
    found = visits(OUT, runs, in_page)
    print("\nin the page, seconds after the press")
    told("bytes of a visit, plain", found, "plain", (26, None))
    told("bytes of a visit, gzip", found, "gzip", (18, None))
    told("requests", found, "requests")
    told("to the page, before the press", found, "page")
    told("to the first result", found, "first", (6, 4))
    told("to the first chart", found, "chart")
    told("to the end of all cells", found, "all")
    told("from an edit to its chart", found, "edit", (1, 1))
    for what in ("page", "first", "all"):
        told(f"CPU seconds so far, {what}", found, f"cpu {what}")
    ours = visits(OUT, runs, in_lite, f"{CHAPTER}.ipynb")
    print("\nin JupyterLite, seconds after the address")
    told("bytes of a visit, plain", ours, "plain", (38, None))
    for what, name in (("gzip", "bytes of a visit, gzip"), ("requests", "requests"),
                       ("page", "to the notebook"), ("first", "to the first cell"),
                       ("chart", "to the first chart"), ("all", "to the end of all cells"),
                       ("cpu page", "CPU seconds so far, page"),
                       ("cpu first", "CPU seconds so far, first"),
                       ("cpu all", "CPU seconds so far, all")):  # fmt: skip
        told(name, ours, what)
    bench_peer(runs, ours)


def bench_peer(runs: int, ours: dict[str, dict[str, float]]) -> None:
    """Measure a plain JupyterLite with the same chapter, and print it beside ours.

    Args:
        runs: visits of each kind.
        ours: what ours took, as `visits` gives it.
    """
    print()
    try:
        with tempfile.TemporaryDirectory() as work:
            build_peer(Path(work), CHAPTER, BOOK, ROOT)
            plain = visits(Path(work), runs, in_lite, f"{CHAPTER}.ipynb", "1")
    except (SiteError, PlaywrightError) as error:
        print(f"Not measured beside it, a plain JupyterLite with micropip: {error}")
        return
    row("JupyterLite beside a plain one with micropip", "ours", "plain", "ratio", "demand")
    for what, name, most in (("page", "to the notebook", None), ("first", "to the first cell", 0.6),
                             ("chart", "to the first chart", None),
                             ("all", "to the end of all cells", None),
                             ("cpu first", "CPU seconds to the first cell", None),
                             ("cpu all", "CPU seconds to the end of all cells", None),
                             ("gzip", "bytes of a visit, gzip", None),
                             ("requests", "requests", None)):  # fmt: skip
        for kind in ("cold", "warm"):
            mine, theirs = ours[kind][what], plain[kind][what]
            ratio = mine / theirs if theirs else 0
            unit = {"gzip": " MB", "requests": ""}.get(what, " s")
            texts = [f"{value:,.{1 if unit else 0}f}{unit}" for value in (mine, theirs)]
            bar = verdict(ratio <= most, f"at most {most:g}") if most else ""
            row(f"  {name}, {kind}", *texts, f"{ratio:.2f}", bar)


def main() -> None:
    """Print the section alone."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="visits of each kind (3)")
    bench_site(parser.parse_args().runs)


if __name__ == "__main__":
    main()
