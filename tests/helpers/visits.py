"""One visit to one page of the built book: what a reader does there, and whatever goes wrong.

A visit collects problems instead of stopping at the first, each with the page and the element, so
that one load of a page tells all that is wrong with it.
"""

import contextlib

from axe_playwright_python.sync_playwright import Axe
from helpers.ahead import Ahead
from helpers.browsers import Chromium
from helpers.deadlines import LIMIT, WAIT
from helpers.visit_blocks import Blocks
from helpers.visit_charts import Charts
from playwright.sync_api import Error

SETTINGS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
    "file": {},
    "plain": {"java_script_enabled": False},
}
# Counts what moves without the reader's doing. Runs before any script of the page.
WATCH = """
window.tpShift = 0; window.tpShifted = [];
window.tpCount = entries => {
  for (const entry of entries) {
    if (entry.hadRecentInput) continue;
    window.tpShift += entry.value;
    for (const source of entry.sources) {
      const e = source.node && (source.node.closest ? source.node : source.node.parentElement);
      if (e) window.tpShifted.push(e.tagName.toLowerCase() + "." + e.className);
    }
  }
};
window.tpWatch = new PerformanceObserver(list => window.tpCount(list.getEntries()));
window.tpWatch.observe({type: "layout-shift", buffered: true});
window.tpDraws = () => Promise.race([
  new Promise(done => requestAnimationFrame(() => done(true))),
  new Promise(done => setTimeout(done, 20000, false)),
]);
"""
# Every rule that axe has switched on, best practice too, and the one of WCAG 2.2 that it has not.
# It fetches style sheets by paths of its own ("preload"), which would fail.
AXE = {
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {"target-size": {"enabled": True}},
}


class Visit(Charts, Blocks):
    """A page in one setting: `with Visit(browser, address, page, "dark") as visit`."""

    def __init__(self, browser, base, page, setting, query=""):
        self.base, self.name, self.setting, self.query = base, page, setting, query
        options = {"viewport": {"width": 1280, "height": 800}, **SETTINGS[setting]}
        self.context = browser.new_context(timezone_id="UTC", reduced_motion="reduce", **options)
        self.problems = []
        self.open = True

    def __enter__(self):
        context = self.context
        context.set_default_timeout(WAIT * 1000)
        if self.setting != "plain":
            context.add_init_script(WATCH)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", lambda e: self.problem(f"uncaught error: {e.error}"))
        try:
            self.page = context.new_page()
            self.page.on("websocket", lambda ws: self.problem(f"opens a connection to {ws.url}"))
            self.page.goto(f"{self.base}/{self.name}.html{self.query}")
        except BaseException as error:
            self.__exit__(type(error))
            raise
        return self

    def __exit__(self, kind, *_):
        self.open = False
        # After an error the browser may be gone, which is no second error.
        with contextlib.suppress(*([Error] if kind else [])):
            self.context.close()

    def problem(self, text):
        self.problems.append(f"{self.name} ({self.setting}): {text}")

    def check(self, holds, text):
        if not holds:
            self.problem(text)
        return holds

    # What the page asks of the network and says in the console

    def _request(self, request):
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.problem(f"a request leaves the book: {request.url}")

    def _failed(self, request):
        # With scripts switched off, the browser also refuses to load them ahead.
        if self.open and not (self.setting == "plain" and request.failure == "csp"):
            self.problem(f"a request fails: {request.url} ({request.failure})")

    def _response(self, response):
        if response.status >= 400:
            self.problem(f"HTTP {response.status}: {response.url}")

    def _console(self, message):
        if message.type in ("error", "warning"):
            where = message.location.get("url", "")
            self.problem(f"console {message.type}: {message.text} ({where})")

    # The page as a whole

    def draws(self):
        """Tell whether the browser draws the page, which without script nobody can ask."""
        return self.setting == "plain" or self.page.evaluate("tpDraws()")

    def check_overflow(self):
        """Check that no part makes the page wider than its window."""
        over, wide = self.page.evaluate(
            """() => {
              const root = document.scrollingElement, width = root.clientWidth;
              const out = [...document.querySelectorAll("body *")].filter(e => {
                const box = e.getBoundingClientRect();
                if (box.width === 0 || box.right <= width + 1) return false;
                for (let p = e.parentElement; p; p = p.parentElement) {
                  if (p !== root && getComputedStyle(p).overflowX !== "visible") return false;
                }
                return true;
              });
              const last = out.slice(-3).map(e => e.tagName + "." + e.className + "#" + e.id);
              return [root.scrollWidth - width, last];
            }"""
        )
        self.check(over <= 0, f"the page is {over} px wider than its window: {wide}")

    def check_shift(self):
        """Check that nothing moved under the reader's eyes since the page was opened."""
        shift, what = self.page.evaluate(
            """() => {
              window.tpCount(window.tpWatch.takeRecords());
              return [window.tpShift, [...new Set(window.tpShifted)]];
            }"""
        )
        self.check(shift < 0.02, f"the page jumps by {shift:.3f}: {what[:5]}")

    def check_axe(self, when="", only=None):
        """Check all rules of axe, or only some."""
        options = AXE | ({"runOnly": {"type": "rule", "values": only}} if only else {})
        found = Axe().run(self.page, options=options).response["violations"]
        for violation in found:
            nodes = violation["nodes"]
            reasons = {c["message"] for node in nodes for c in node["any"] + node["all"]}
            where = [node["html"][:150] for node in nodes[:3]]
            self.problem(
                f"axe{when}: {violation['impact']}: {violation['id']} ({violation['help']}), "
                f"{len(nodes)} times: {where}: {sorted(reasons)[:2]}"
            )

    def check_nothing_to_press(self):
        """Check that without script no button, slider or search offers what it cannot do."""
        shown = self.page.evaluate(
            """() => [...document.querySelectorAll(
                "button, input[type=range], input[type=search], input[type=submit], " +
                ".tp-quiz input, .tp-predict input, [onclick], [role=button]")]
              .filter(one => one.checkVisibility({ visibilityProperty: true }))
              .map(one => one.outerHTML.slice(0, 120))"""
        )
        self.check(not shown, f"offers without script: {shown[:3]}")
        if self.name not in ("genindex", "search"):
            said = self.page.locator(".tp-noscript")
            self.check(said.count() == 1 and said.is_visible(), "does not say what is missing")

    def check_print(self):
        """Check that paper shows every chart, also those that wait for a prediction.

        Changing to paper and back moves everything, so look at `check_shift()` before.
        """
        self.page.emulate_media(media="print")
        hidden = self.page.evaluate(
            # What only a teacher opens gives a game's thresholds away, so paper does not show it.
            """() => [...document.querySelectorAll("figure.chart")].filter(f => {
              if (f.closest(".tp-class")) return false;
              const seen = [...f.querySelectorAll(".chart-static svg, .chart-live svg")]
                .filter(s => s.checkVisibility() && s.getBoundingClientRect().height > 40);
              return seen.length !== 1;
            }).map(f => f.id)"""
        )
        self.page.emulate_media(media="screen")
        for figure in hidden:
            self.problem(f"figure {figure} is not there once on paper")


class Visitor:
    """Makes one visit after the other, with a browser of its own."""

    def __init__(self, addresses):
        self.addresses, self.browser = addresses, Chromium()

    def do(self, key):
        walk, setting, page = key
        for _ in range(2):
            with Visit(self.browser, self.addresses[setting == "file"], page, setting) as visit:
                drawn = visit.draws()
                if drawn:
                    walk(visit)
                    drawn = not visit.problems or visit.draws()
            if drawn:
                break
            self.browser.end()  # some window in a thousand draws no more: another browser does
        visit.check(drawn, "the browser draws no frame of it")
        return visit.problems

    def end(self):
        self.browser.end()

    def close(self):
        self.browser.close()


def walks_of(addresses, wanted, limit=LIMIT):
    """Visit pages two at a time, each time with a browser of its own, in the order given.

    `addresses` are those of the book on a server and as a folder. The result's
    `[walk, setting, page]` is what went wrong there.
    """

    def name(key):
        walk, setting, page = key
        return f"{page} ({setting}), {walk.__name__}"

    return Ahead(wanted, lambda: Visitor(addresses), name, limit=limit)
