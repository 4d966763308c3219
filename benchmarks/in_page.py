"""What Python in the browser costs a reader: bytes, seconds, CPU seconds; a part of `make bench`.

Each visit is a browser of its own: *cold* with an empty profile, *warm* with the profile that the
visit before left. Bytes are those that the server sent. Two peers are measured in the same run: a
plain JupyterLite with micropip (`peer.py`), and marimo's export (`marimo_peer.py`).

    python benchmarks/in_page.py [--runs 3]
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from marimo_peer import MARIMO, build_marimo
from peer import build_peer
from playwright.sync_api import Error as PlaywrightError
from table import row, verdict
from visits import LIMIT, ROOT, cpu_seconds, visited, visits

from three_pillars.site.build import BOOK, OUT, build
from three_pillars.site.errors import SiteError

CHAPTER = "chapters/energy/dependence"

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

# Charts of marimo's page that are drawn.
CHARTS = "document.querySelectorAll('.vega-embed .marks').length"


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


def in_marimo(address: str, profile: Path, charts: str) -> dict[str, float]:
    """Open marimo's page, which runs by itself; return what it took, times since opening."""
    with visited(profile) as page:
        before = cpu_seconds()
        page.goto(f"{address}/index.html")
        took = {}
        for what, count in (("chart", "1"), ("all", charts)):
            page.wait_for_function(f"{CHARTS} >= {count}")
            took[what] = page.evaluate("performance.now() / 1000")
            took[f"cpu {what}"] = cpu_seconds()
    return {what: v - before if what.startswith("cpu") else v for what, v in took.items()}


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
    bench_marimo(runs, found)


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
    beside("to the notebook", "page", ours, plain)
    beside("to the first cell", "first", ours, plain, 0.6)
    beside("to the first chart", "chart", ours, plain)
    beside("to the end of all cells", "all", ours, plain)
    beside("CPU seconds so far, first", "cpu first", ours, plain)
    beside("CPU seconds so far, all", "cpu all", ours, plain)
    beside("bytes of a visit, gzip", "gzip", ours, plain)
    beside("requests", "requests", ours, plain)


def bench_marimo(runs: int, ours: dict[str, dict[str, float]]) -> None:
    """Measure marimo's export of the chapter's charts, and print it beside our page.

    Args:
        runs: visits of each kind.
        ours: what our page took, as `visits` gives it; its Run is pressed as soon as it is there.
    """
    print()
    try:
        with tempfile.TemporaryDirectory() as work:
            charts = build_marimo(Path(work) / "site", CHAPTER, BOOK, ROOT)
            theirs = visits(Path(work) / "site", runs, in_marimo, str(charts))
    except (SiteError, PlaywrightError) as error:
        print(f"Not measured beside it, the charts as marimo exports them: {error}")
        return
    opened = {kind: took | {"chart": took["page"] + took["chart"]} for kind, took in ours.items()}
    row(f"In the page beside marimo {MARIMO}", "ours", "marimo", "ratio")
    beside("to the first chart, since the address", "chart", opened, theirs)
    beside("bytes of a visit, gzip", "gzip", opened, theirs)
    beside("requests", "requests", opened, theirs)
    cold, warm = theirs["cold"], theirs["warm"]
    row(f"  marimo to its {charts} charts, cold and warm",
        f"{cold['all']:.1f} s", f"{warm['all']:.1f} s")  # fmt: skip


def beside(
    name: str,
    what: str,
    ours: dict[str, dict[str, float]],
    theirs: dict[str, dict[str, float]],
    most: float | None = None,
) -> None:
    """Print ours and theirs, a line cold and a line warm; `most` is the demand on the ratio.

    Bytes and requests are told of a cold visit only: a warm one asks for next to nothing.
    """
    unit = {"gzip": " MB", "requests": ""}.get(what, " s")
    for kind in ("cold", "warm") if unit == " s" else ("cold",):
        pair = ours[kind][what], theirs[kind][what]
        ratio = pair[0] / pair[1] if pair[1] else 0
        texts = [f"{value:,.{1 if unit else 0}f}{unit}" for value in pair]
        bar = verdict(ratio <= most, f"at most {most:g}") if most else ""
        row(f"  {name}, {kind}", *texts, f"{ratio:.2f}", bar)


def main() -> None:
    """Print the section alone."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="visits of each kind (3)")
    bench_site(parser.parse_args().runs)


if __name__ == "__main__":
    main()
