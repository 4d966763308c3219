"""What the book costs to build, to open and to use; `make bench` prints the table.

Each page figure is a ratio measured in one run against the same chapter as Altair shows it by
default: every chart as HTML that loads Vega, Vega-Lite and vega-embed, here from this machine.
Times are medians over several openings of the page, each in a fresh browser with an empty cache.

Grading is measured with a class of submissions that are partly right, each different; GRADE=3000
adds a class of that size.

    python benchmarks/run.py [--runs 5] [--no-build] [--class 30 300] [--only-class]
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import gzip
import http.server
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import altair
import nbformat
from altair.vegalite.v5.display import html_renderer
from in_page import bench_site
from nbclient import NotebookClient
from playwright.sync_api import Page
from table import against, row, verdict

from three_pillars.classroom import editions, grading
from three_pillars.console import bear_any_console

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the same browser, started alike, as in the tests
import lighthouse  # noqa: E402 (beside this file)
from build import bench_build  # noqa: E402
from helpers import deadlines, pages  # noqa: E402
from helpers.browser_setup import find  # noqa: E402
from helpers.browsers import Chromium  # noqa: E402

BOOK = ROOT / "_build" / "html"

# The scripts that Altair's default output asks jsDelivr for, in the versions that it names; here
# they lie in a folder beside the pages.
CDN = "cdn"
SCRIPTS = {
    "vega": (altair.VEGA_VERSION, "build/vega.min.js"),
    "vega-lite": (altair.VEGALITE_VERSION.lstrip("v"), "build/vega-lite.min.js"),
    "vega-embed": (altair.VEGAEMBED_VERSION, "build/vega-embed.min.js"),
}

# Runs before anything of the page: notes when the first chart is on screen, and layout shifts.
WATCH = """
window.bench = { first: null, shift: 0 };
new PerformanceObserver(list => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.bench.shift += e.value;
}).observe({ type: "layout-shift", buffered: true });
(function look() {
  for (const el of document.querySelectorAll(".chart svg, .vega-embed svg, .vega-embed canvas")) {
    const box = el.getBoundingClientRect();
    if (box.width > 100 && box.height > 50) { window.bench.first = performance.now(); return; }
  }
  requestAnimationFrame(look);
})();
"""

# Goes down the page as a reader does; resolves when every chart that can be seen is live.
ALL_LIVE = """
async selector => {
  const start = performance.now();
  for (const el of document.querySelectorAll(selector)) {
    if (!el.offsetParent) continue;
    el.scrollIntoView({ block: "center", behavior: "instant" });
    while (!(el.dataset.state === "live" || el.querySelector("canvas, .vega-embed svg")))
      await new Promise(requestAnimationFrame);
  }
  return performance.now() - start;
}
"""

SLIDE = """
async figure => {
  const times = [], view = figure.tpView, frame = () => new Promise(requestAnimationFrame);
  for (const field of figure.querySelectorAll(".chart-controls input, .chart-controls select")) {
    const last = field.type === "range" ? Number(field.max) : field.options.length - 1;
    for (let i = 0; i < 12; i++) {
      field.value = String(Math.round((i * last) / 11));
      await frame();
      const start = performance.now();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await view.runAsync();
      figure.getBoundingClientRect();
      times.push(performance.now() - start);
    }
  }
  return times;
}
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *args: object) -> None:
        """Keep the table clean."""


def serve(folder: Path) -> str:
    """Serve a folder on this machine and return its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def fetch_scripts(folder: Path) -> None:
    """Put the three scripts of Altair's default output into a folder, from npm, once."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (version, inside) in SCRIPTS.items():
        target = folder / f"{name}@{version}"
        if target.exists():
            continue
        if not shutil.which("npm"):
            sys.exit(
                "The comparison needs Vega's own scripts, which npm fetches: install Node.js "
                "(with npm), then run make bench again."
            )
        with tempfile.TemporaryDirectory() as work:
            subprocess.run(
                ["npm", "pack", "--silent", f"{name}@{version}"], cwd=work, check=True,
                stdout=subprocess.DEVNULL, timeout=deadlines.BUILD,
            )  # fmt: skip
            (archive,) = Path(work).glob("*.tgz")
            shutil.unpack_archive(archive, work, "tar")
            shutil.copyfile(Path(work) / "package" / inside, target)


def default_page(page: str) -> str:
    """Return a chapter's page with each chart as Altair's default output instead of ours.

    Args:
        page: its place in the book, without the ending.
    """
    specs = dict(pages.specifications(BOOK, page))

    def swap(match: re.Match) -> str:
        spec = specs[pages.SPEC.search(match[0])[1]]
        spec.pop("autosize", None)
        # Sliders of the default kind, so that an explorable is one in both.
        controls = re.findall(r'name="(\w+)" min="0" max="(\d+)"', match[0])
        for param in spec.get("params", []):
            for name, high in controls:
                if param["name"] == f"at_{name}":
                    param["bind"] = {"input": "range", "min": 0, "max": int(high), "step": 1}
        shown = html_renderer(spec, base_url=f"/{CDN}")["text/html"]
        return f'<div class="default-chart">{shown}</div>'

    html = (BOOK / f"{page}.html").read_text("utf-8")
    return re.sub(r'<figure class="chart.*?</figure>', swap, html, flags=re.S)


def opened(browser: Chromium, here: str, place: str, selector: str) -> dict:
    """Open a page in a fresh profile, go through it, and return what it took."""
    with deadlines.within(deadlines.LIMIT, f"{here}/{place}", browser.end):
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.add_init_script(WATCH)
        requests = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(f"{here}/{place}", wait_until="load")
        page.wait_for_function("window.bench.first !== null", timeout=deadlines.WAIT * 1000)
        page.evaluate(ALL_LIVE, selector)
        result = {
            "first": page.evaluate("window.bench.first"),
            "live": page.evaluate("performance.now()"),
            "shift": page.evaluate("window.bench.shift"),
            "requests": len(requests),
            "foreign": sum(f"/{CDN}/" in each or not each.startswith(here) for each in requests),
        }
        context.close()
    return result


def slide(page: Page) -> list[float]:
    """Move every control of a page and return the milliseconds to each new picture."""
    times = []
    for figure in page.query_selector_all("figure.explorable"):
        if not figure.is_visible():
            continue
        figure.scroll_into_view_if_needed()
        page.wait_for_function("f => f.dataset.state === 'live'", arg=figure)
        times += page.evaluate(SLIDE, figure)
    return times


def median_of(runs: list[dict], key: str) -> float:
    """Return the median of one figure over the runs."""
    return statistics.median(run[key] for run in runs)


def bench_pages(runs: int) -> None:
    """Measure every chapter page against the default output."""
    scripts = ROOT / "_build" / "bench" / CDN
    fetch_scripts(scripts)
    # The role-play hides its chart until a class has played: there is no first chart to wait for.
    chapters = sorted(
        path
        for path in (BOOK / "chapters").rglob("*.html")
        if 'class="chart"' in path.read_text("utf-8") and path.parent.name != "teaching"
    )
    rivals = ROOT / "_build" / "bench" / "html"
    shutil.rmtree(rivals, ignore_errors=True)
    shutil.copytree(BOOK, rivals)
    shutil.copytree(scripts, rivals / CDN)
    for chapter in chapters:
        place = chapter.relative_to(BOOK)
        page = place.with_suffix("").as_posix()
        (rivals / place).write_text(default_page(page), encoding="utf-8")
    ours_at, theirs_at = serve(BOOK), serve(rivals)
    browser = Chromium()
    try:
        row("PAGE", "this book", "Altair default", "ratio", "demand")
        responses = []
        for chapter in chapters:
            place = chapter.relative_to(BOOK).as_posix()
            print(f"\n{place}")
            ours, theirs = [], []
            for _ in range(runs):  # in turn, so that a slow moment of the machine hits both
                ours.append(opened(browser, ours_at, place, "figure.chart"))
                theirs.append(opened(browser, theirs_at, place, ".default-chart"))
            first = median_of(ours, "first"), median_of(theirs, "first")
            against("  time to first chart", *first, "ms",
                    verdict(first[0] <= first[1] / 2, "at most half"))  # fmt: skip
            against("  until all charts are live", median_of(ours, "live"),
                    median_of(theirs, "live"), "ms")  # fmt: skip
            texts = [(BOOK / place).read_bytes(), (rivals / place).read_bytes()]
            against("  HTML", *(len(p) / 1000 for p in texts), "kB")
            against("  HTML, gzip", *(len(gzip.compress(p)) / 1000 for p in texts), "kB")
            visit = sum(pages.first_visit(BOOK, place.removesuffix(".html")).values()) / 1000
            row("  first visit without Vega, gzip", f"{visit:.0f} kB", "", "",
                verdict(visit <= 150, "at most 150 kB"))  # fmt: skip
            against("  requests", median_of(ours, "requests"), median_of(theirs, "requests"), "")
            foreign = median_of(ours, "foreign")
            against("  requests to other hosts", foreign, median_of(theirs, "foreign"), "",
                    verdict(foreign == 0, "none"))  # fmt: skip
            shift = max(run["shift"] for run in ours)
            other = max(run["shift"] for run in theirs)
            ratio = f"{shift / other:.2f}" if other else ""
            demand = verdict(shift < 0.02, "under 0.02")
            row("  cumulative layout shift", f"{shift:.4f}", f"{other:.4f}", ratio, demand)
            with deadlines.within(deadlines.LIMIT, f"the sliders of {place}", browser.end):
                context = browser.new_context(viewport={"width": 1280, "height": 800})
                page = context.new_page()
                page.goto(f"{ours_at}/{place}")
                times = sorted(slide(page))
                context.close()
            if times:
                responses += times
                row("  slider response, median", f"{statistics.median(times):.1f} ms", "", "",
                    verdict(statistics.median(times) < 50, "under 50 ms"))  # fmt: skip
                row("  slider response, p95", f"{times[int(len(times) * 0.95)]:.1f} ms")
    finally:
        browser.close()


def bench_lighthouse() -> None:
    """Ask Lighthouse about five pages on a slow phone; the reason where a score is lower."""
    print()
    row("LIGHTHOUSE (mobile)", "speed", "access", "good", "search; demand")
    try:
        for page, found, reasons in lighthouse.scores(BOOK, find()):
            speed, access, good, search = found.values()
            bar = verdict(min(found.values()) >= lighthouse.ENOUGH, f"at least {lighthouse.ENOUGH}")
            row(f"  {page}", str(speed), str(access), str(good), f"{search}; {bar}")
            for reason in reasons if min(found.values()) < lighthouse.ENOUGH else ():
                print(f"      {reason}", flush=True)
    except LookupError as error:
        print(f"  {error}.", flush=True)


JUDGED = """
import time
from three_pillars.data import Reader, tables, today
from three_pillars.day import COMMENTARY
from three_pillars.ledger import firmness, judged
for day in (COMMENTARY, today()):
    for name in tables():
        try:
            Reader(day)(name)
        except Exception:  # nothing of it was public on that day
            pass
start = time.process_time()
judged("then"), judged("today")
middle = time.process_time()
firmness()
print(middle - start, time.process_time() - middle)
"""


def bench_ledger() -> None:
    """Measure the judgements of all claims, and how firm they are, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", JUDGED], check=True, capture_output=True,
                          text=True, timeout=deadlines.BUILD)  # fmt: skip
    both, firm = map(float, done.stdout.split())
    print()
    row("LEDGER", "CPU seconds", "", "", "demand")
    row("  all claims on both days, tables read", f"{both:.1f} s", "", "",
        verdict(both <= 3, "at most 3 s"))  # fmt: skip
    row("  how firm all words are, once a build", f"{firm:.1f} s", "", "",
        verdict(firm <= 15, "at most 15 s"))  # fmt: skip


def bench_checks() -> None:
    """Measure how long a student waits for the answer of a check, in a notebook of solutions."""
    print()
    row("CHECKS", "median", "slowest", "", "demand")
    for path in sorted((editions.OUT / "teacher").glob("*/*.ipynb")):
        notebook = nbformat.read(path, 4)
        NotebookClient(
            notebook, timeout=deadlines.LIMIT, record_timing=True, kernel_name="python3",
            resources={"metadata": {"path": str(path.parent)}},
        ).execute()  # fmt: skip
        waited = []
        for cell in notebook.cells:
            if cell.cell_type == "code" and cell.source.lstrip().startswith("grader.check("):
                told = cell.metadata["execution"]
                begun, ended = (
                    dt.datetime.fromisoformat(told[event].replace("Z", "+00:00"))
                    for event in ("iopub.execute_input", "shell.execute_reply")
                )
                waited.append((ended - begun).total_seconds())
        row(f"  {path.stem}, {len(waited)} checks", f"{statistics.median(waited):.2f} s",
            f"{max(waited):.2f} s", "", verdict(max(waited) < 1, "under 1 s"))  # fmt: skip


def hand_in(folder: Path, students: int) -> None:
    """Write a class of submissions: each task solved, wrong or untouched, none like another."""
    chance = random.Random(2015)
    exercises = [editions.read_master(path) for path in sorted(editions.MASTERS.glob("*.md"))]
    for number in range(students):
        exercise = exercises[number % len(exercises)]
        code = [f"# student {number}", exercise.setup]
        for task in exercise.tasks:
            if task.manual:
                continue
            wrong = f"{task.solution}\n{task.name} = 0.5"
            code.append(chance.choices([task.solution, wrong, task.stub], [7, 2, 1])[0])
            code.append(f'grader.check("{task.name}")')
        notebook = {
            "cells": [{"cell_type": "code", "metadata": {}, "source": each} for each in code],
            "metadata": {"three_pillars": {"exercise": exercise.part}},
        }
        path = folder / f"Student {number:03}" / f"{exercise.part}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook), encoding="utf-8")


def graded_in(folder: Path, out: Path, workers: int) -> tuple[float, float]:
    """Grade a class; return the seconds and the megabytes of the largest process."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", MEASURED, grading.__name__, str(folder), "--out",
         str(out), "--workers", str(workers)],
        check=True, stdout=subprocess.DEVNULL,
        timeout=deadlines.LIMIT + 10 * sum(1 for _ in folder.rglob("*.ipynb")),
    )  # fmt: skip
    seconds = time.perf_counter() - start
    return seconds, float((out / "largest").read_text()) / 1024


MEASURED = """
import resource, runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_module(sys.argv[0], run_name="__main__")
finally:
    largest = max(resource.getrusage(who).ru_maxrss
                  for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    open(sys.argv[sys.argv.index("--out") + 1] + "/largest", "w").write(str(largest))
"""


def otters_own(folder: Path) -> float:
    """Grade the same class with otter's local runner, one after the other; return the seconds."""
    start = time.perf_counter()
    for notebook in sorted(folder.rglob("*.ipynb")):
        made = editions.OUT / "teacher" / notebook.stem / f"{notebook.stem}-autograder.zip"
        with tempfile.TemporaryDirectory() as work:
            subprocess.run(
                [str(Path(sys.executable).with_name("otter")), "run", "-a", str(made), "-o", work,
                 "--no-logo", str(notebook)],
                check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                timeout=deadlines.LIMIT,
            )  # fmt: skip
    return time.perf_counter() - start


def bench_class(sizes: list[int]) -> None:
    """Measure the grading of a class in locked rooms, with one worker and with two."""
    print()
    row("GRADING", "one worker", "two workers", "ratio", "demand")
    each: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work) / "in"
            hand_in(folder, size)
            one, two = (graded_in(folder, Path(work) / f"out{n}", n) for n in (1, 2))
            demands = [verdict(two[0] <= 0.6 * one[0], "at most 0.6")]
            if size == 30:
                demands.append(verdict(two[0] <= 60, "at most 60 s"))
            row(f"  {size} submissions", f"{one[0]:.1f} s", f"{two[0]:.1f} s",
                f"{two[0] / one[0]:.2f}", "; ".join(demands))  # fmt: skip
            each[size] = two[0] / size
            growth = each[size] / each[sizes[0]]
            row("    for each, start and report included", f"{one[0] / size:.2f} s",
                f"{each[size]:.2f} s", "",
                verdict(growth <= 1.2, f"no dearer than in a class of {sizes[0]}"))  # fmt: skip
            row("    largest process", f"{one[1]:.0f} MB", f"{two[1]:.0f} MB")
            if size == 30:
                theirs = otters_own(folder)
                row("    otter's own local runner", f"{theirs:.1f} s", "",
                    f"{one[0] / theirs:.2f}", "ours with one worker to theirs")  # fmt: skip


def main() -> None:
    """Print the table."""
    bear_any_console()
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="openings of each page (5)")
    parser.add_argument("--no-build", action="store_true", help="leave the build out")
    more = [int(size) for size in os.environ.get("GRADE", "").split()]
    parser.add_argument("--class", type=int, nargs="*", dest="sizes", default=[30, 300, *more],
                        help="grade so many submissions (30 300, and GRADE)")  # fmt: skip
    parser.add_argument("--only-class", action="store_true", help="measure grading alone")
    options = parser.parse_args()
    if not options.only_class:
        bench_pages(options.runs)
        if not options.no_build:
            bench_build()
        bench_lighthouse()
        bench_ledger()
        bench_checks()
        bench_site(min(options.runs, 3))
    bench_class(options.sizes)


if __name__ == "__main__":
    main()
