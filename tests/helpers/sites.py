"""The site: made once for a run, served as `make serve` does, and visited."""

import asyncio
import threading

import pytest
from helpers import pages
from helpers.deadlines import GRACE, WAIT

from three_pillars.site.build import build
from three_pillars.site.errors import SiteError
from three_pillars.site.serve import listen

SITE = pages.ROOT / "_build" / "site"


def made_site(book, required):
    """Return the folder of the site, made from the built book.

    It is made where `make site` makes it, so a run after another has little to do. Without the
    files of Pyodide in the cache and without internet it cannot be made: then one sentence in the
    summary of the tests says so, and where everything is required that is a failure.
    """
    try:
        build(book, SITE)
    except SiteError as error:
        told = f"the tests of the site did not run: {error}"
        if required:
            raise AssertionError(told) from None
        pytest.skip(told)
    return SITE


class Served:
    """A folder served by `three_pillars.site.serve` in a thread of this process."""

    def __init__(self, folder):
        self.folder = folder
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()

        async def begin():
            self._server, self.port = listen(folder, "127.0.0.1", 0)
            ready.set()

        def run():
            asyncio.set_event_loop(self._loop)
            self._loop.create_task(begin())
            self._loop.run_forever()

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        assert ready.wait(WAIT), "the server did not begin"
        self.address = f"http://127.0.0.1:{self.port}"

    def close(self):
        self._loop.call_soon_threadsafe(self._server.stop)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(GRACE)


class Visit:
    """A page of the site in a browser; what it asks for and complains of is written down."""

    def __init__(self, browser, address, **options):
        self.address = address
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(WAIT * 1000)
        self.asked, self.said = [], []
        # The context hears of its workers, too.
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.said.append(f"{message.type}: {message.text}")

    def go(self, path):
        self.page.goto(f"{self.address}/{path}")
        return self.page

    @property
    def elsewhere(self):
        """What was asked of other hosts."""
        own = (self.address, "data:", "blob:")
        return [url for url in self.asked if not url.startswith(own)]

    def loaded(self, folder, twins):
        """Return the bytes of all files asked for once, as a server sends them."""
        total = 0
        for url in {url.split("?")[0].split("#")[0] for url in self.asked}:
            path = folder / url.removeprefix(self.address).lstrip("/")
            twin = path.with_name(f"{path.name}.gz")
            if path.is_file():
                total += (twin if twins and twin.is_file() else path).stat().st_size
        return total

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


# Runs every cell of a chapter in its worker, and compares what comes with the page as it was built:
# specifications of charts, words of everything else, values in the text. Returns what differs.
COMPARE = r"""async () => {
  const { told, python, cells } = window.threePillarsCells;
  const text = await (await fetch(location.href)).text();
  const built = new DOMParser().parseFromString(text, "text/html");
  const beside = new Set([...built.querySelectorAll("[data-spec]")].map((one) => one.dataset.spec));
  for (const address of beside) { // the specifications of large charts, a line each
    for (const line of (await (await fetch(address)).text()).split("\n").filter(Boolean)) {
      const [name, wide] = JSON.parse(`[${line.replace(/^tpSpecified\(|\);$/g, "")}]`);
      built.getElementById(name).querySelector("script.chart-spec").textContent =
        JSON.stringify(wide);
    }
  }
  const places = built.querySelectorAll(".bd-article div.cell.docutils");
  const values = [...built.querySelectorAll(".bd-article .tp-value")].map((one) => one.textContent);
  const wrong = [];
  const plain = (words) => words.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
    .replace(/[–—]|--+/g, "-").replace(/\s+/g, "");
  // The last digits of a sum and the order of equal rows depend on the processor, and with them
  // the names of the data.
  const rounded = (_, value) =>
    typeof value === "number" ? Number(value.toPrecision(12)) : value;
  const sorted = (list) => list.map((one) => JSON.stringify(one)).sort();
  const alike = (text) => {
    const { datasets = {}, ...spec } = JSON.parse(text, rounded);
    const rows = sorted(Object.values(datasets).map(sorted));
    return JSON.stringify({ ...spec, rows }).replace(/data-[0-9a-f]{32}/g, "data");
  };
  function pieces(root) {
    const specs = {};
    root.querySelectorAll("figure.chart").forEach((figure) => {
      const spec = figure.querySelector(":scope > script.chart-spec");
      if (spec && !figure.matches(".explorable")) specs[figure.id] = alike(spec.textContent);
    });
    root.querySelectorAll("script, style, .chart-static, .chart-share")
      .forEach((one) => one.remove());
    return { specs, words: plain(root.textContent) };
  }
  for (const [at, cell] of told.cells.entries()) {
    const answer = await python.ask({ do: "run", code: cell.source, uid: cell.uid, at });
    if (answer.error) {
      wrong.push(`cell ${at + 1}: ${answer.error.sentence} ${answer.error.traceback}`);
      break;
    }
    const box = document.createElement("div");
    answer.outputs.forEach((one) => {
      const part = document.createElement("div");
      if (one.kind === "html") part.innerHTML = one.text;
      else part.textContent = one.text;
      box.append(part);
    });
    const now = pieces(box);
    const book = pieces(places[at].querySelector(":scope > .cell_output")
      || document.createElement("div"));
    if (now.words !== book.words) wrong.push(`cell ${at + 1} says ${now.words} for ${book.words}`);
    for (const id of Object.keys({ ...now.specs, ...book.specs })) {
      if (now.specs[id] !== book.specs[id]) {
        const [one, two] = [now.specs[id] || "nothing", book.specs[id] || "nothing"];
        const from = Math.max(0, [...one].findIndex((sign, i) => sign !== two[i]) - 200);
        const [here, there] = [one, two].map((spec) => spec.slice(from, from + 400));
        wrong.push(`cell ${at + 1}, chart ${id}: …${here}… for …${there}…`);
      }
    }
    const told_values = (await python.ask({ do: "values", expressions: cell.values })).values;
    told_values.forEach((value, i) => {
      const book_value = values.shift();
      if (value === null || plain(value) !== plain(book_value)) {
        wrong.push(`${cell.values[i]} is ${value}, in the book ${book_value}`);
      }
    });
  }
  if (values.length) wrong.push(`${values.length} values of the text are no cell's`);
  return { cells: cells.length, wrong: wrong.map((one) => one.slice(0, 1500)) };
}"""
