"""One visit to one page of the built book: what a reader does there, and whatever goes wrong.

A visit collects problems instead of stopping at the first, each with the page and the element, so
that one load of a page tells all that is wrong with it.
"""

import json
import queue
import re
import threading
from concurrent.futures import Future

import browser_setup
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WAIT = 15_000  # milliseconds until a chart is late
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
"""
# axe fetches style sheets by paths of its own ("preload"), which would fail.
AXE = {"resultTypes": ["violations"], "preload": False}


def launch(playwright):
    """Start a headless Chromium for which no other host exists."""
    path = browser_setup.find()
    assert path, "no Chromium: `make test` installs one, or set CHROMIUM to the path of one"
    return playwright.chromium.launch(
        executable_path=path,
        args=[
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ],
    )


class Walks:
    """Visits pages two at a time, each with a browser of its own, in the order given.

    `walks[walk, setting, page]` is what went wrong there.
    """

    def __init__(self, addresses, wanted):
        self.addresses, self.jobs, self.waiting = addresses, {}, queue.SimpleQueue()
        for key in wanted:
            self.jobs[key] = Future()
            self.waiting.put(key)
        self.threads = [threading.Thread(target=self._work, daemon=True) for _ in range(2)]
        for thread in self.threads:
            thread.start()

    def __getitem__(self, key):
        return self.jobs[key].result()

    def _work(self):
        try:
            with sync_playwright() as playwright:
                browser = launch(playwright)
                while (key := self._next()) is not None:
                    self._walk(browser, *key)
                browser.close()
        except BaseException as error:  # no browser: whoever waits must hear of it
            while (key := self._next()) is not None:
                self.jobs[key].set_exception(error)

    def _next(self):
        try:
            return self.waiting.get_nowait()
        except queue.Empty:
            return None

    def _walk(self, browser, walk, setting, page):
        job = self.jobs[walk, setting, page]
        try:
            with Visit(browser, self.addresses[setting == "file"], page, setting) as visit:
                walk(visit)
            job.set_result(visit.problems)
        except Exception as error:
            job.set_exception(error)

    def close(self):
        while self._next() is not None:
            pass
        for thread in self.threads:
            thread.join()


class Visit:
    """A page in one setting: `with Visit(browser, address, page, "dark") as visit`."""

    def __init__(self, browser, base, page, setting, query=""):
        self.base, self.name, self.setting, self.query = base, page, setting, query
        options = {"viewport": {"width": 1280, "height": 800}, **SETTINGS[setting]}
        self.context = browser.new_context(timezone_id="UTC", reduced_motion="reduce", **options)
        self.problems = []
        self.open = True

    def __enter__(self):
        context = self.context
        context.set_default_timeout(WAIT)
        if self.setting != "plain":
            context.add_init_script(WATCH)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", lambda e: self.problem(f"uncaught error: {e.error}"))
        self.page = context.new_page()
        self.page.on("websocket", lambda ws: self.problem(f"opens a connection to {ws.url}"))
        self.page.goto(f"{self.base}/{self.name}.html{self.query}")
        return self

    def __exit__(self, *_):
        self.open = False
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

    # Charts

    def figures(self):
        return self.page.query_selector_all("figure.chart")

    def scroll_through(self):
        """Go down the page as a reader does, and come back to the top."""
        self.page.evaluate(
            """async () => {
              const pause = () => new Promise(done => setTimeout(done, 40));
              for (let y = 0; y < document.scrollingElement.scrollHeight; y += 600) {
                window.scrollTo({top: y, behavior: "instant"});
                await pause();
              }
              await pause();
            }"""
        )

    def all_live(self, within=None):
        """Wait until every visible chart is live; name those that are not."""
        script = """([root, wait]) => new Promise(done => {
          const began = Date.now();
          const look = () => {
            const late = [...(root || document).querySelectorAll("figure.chart")]
              .filter(f => f.checkVisibility() && f.dataset.state !== "live");
            if (!late.length || Date.now() - began > wait) return done(late.map(f => f.id));
            late[0].scrollIntoView({block: "center", behavior: "instant"});
            setTimeout(look, 20);
          };
          look();
        })"""
        for late in self.page.evaluate(script, [within, WAIT]):
            self.problem(f"figure {late} does not come to life")

    def check_contract(self):
        """Check what DESIGN.md promises of the markup of each figure."""
        facts = self.page.evaluate(
            """() => [...document.querySelectorAll("figure.chart")].map(f => {
              const still = f.querySelector(".chart-static");
              const text = s => (f.querySelector(s) || {}).textContent || "";
              const box = still && still.getBoundingClientRect();
              return {
                id: f.id, state: f.dataset.state,
                role: still && still.getAttribute("role"),
                alt: still && still.getAttribute("aria-label") || "",
                title: text(".chart-title"), caption: text("figcaption"),
                spec: text("script.chart-spec"),
                rows: f.querySelectorAll("details table tbody tr").length,
                heads: f.querySelectorAll("details table thead th").length,
                csv: [...f.querySelectorAll("details a[href$='.csv']")].length,
                seen: !!still && still.checkVisibility() && box.width > 100 && box.height > 40,
              };
            })"""
        )
        for fact in facts:
            figure = f"figure {fact['id'] or '(no id)'}"
            self.check(fact["state"] == "static", f"{figure} opens as {fact['state']!r}")
            self.check(fact["role"] == "img", f"{figure}: .chart-static has no role img")
            alt, title = fact["alt"].strip(), fact["title"].strip()
            self.check(len(alt) >= 40, f"{figure}: its name says little: {alt!r}")
            self.check(title and alt != title, f"{figure}: no title, or the same as its name")
            self.check(len(fact["caption"].strip()) > 10, f"{figure}: no sources in its caption")
            try:
                spec = json.loads(fact["spec"])
                self.check("$schema" in spec, f"{figure}: its specification has no $schema")
            except ValueError as error:
                self.problem(f"{figure}: its specification does not parse: {error}")
            self.check(fact["rows"] and fact["heads"], f"{figure}: its data are not in a table")
            self.check(fact["csv"], f"{figure}: no link to a CSV file")
            self.check(fact["seen"], f"{figure} is not visible at first paint, without script")

    def check_names(self):
        """Check that the browser tells assistive technology the alt text of each visible chart."""
        session = self.context.new_cdp_session(self.page)
        root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "figure.chart"})
        for figure, node in zip(self.figures(), nodes["nodeIds"], strict=True):
            if not figure.is_visible():
                continue
            alt = figure.query_selector(".chart-static").get_attribute("aria-label")
            found = session.send(
                "Accessibility.queryAXTree", {"nodeId": node, "accessibleName": alt}
            )["nodes"]
            roles = [n["role"]["value"] for n in found if not n.get("ignored")]
            state, uid = figure.get_attribute("data-state"), figure.get_attribute("id")
            self.check(
                any(role in ("image", "img", "graphics-document") for role in roles),
                f"figure {uid} ({state}) has no image named {alt[:50]!r}… (roles: {roles})",
            )
        session.detach()

    def drawn(self, figure):
        """Return the marks of the live drawing, once Vega has finished with it.

        Sorted: Vega may draw grid lines in another order, which nobody sees.
        """
        return figure.evaluate(
            """async f => {
              await new Promise(requestAnimationFrame);
              await f.tpView.runAsync();
              const svg = f.querySelector(".chart-live svg").outerHTML;
              const plain = svg.replace(/clip\\d+/g, "clip").replace(/gradient_\\d+/g, "gradient");
              return plain.match(/<[^/][^>]*>[^<]*/g).sort().join("\\n");
            }"""
        )

    # Explorables, by keyboard

    def check_controls(self):
        for figure in self.page.query_selector_all("figure.explorable"):
            if figure.is_visible():
                self._explorable(figure)

    def _explorable(self, figure):
        uid = figure.get_attribute("id")
        controls = figure.query_selector_all(".chart-controls input, .chart-controls select")
        self.check(controls, f"explorable {uid} has no controls")
        if not self.check(figure.get_attribute("data-state") == "live", f"{uid} is not live"):
            return
        opening = self.drawn(figure)
        before = [control.input_value() for control in controls]
        for control in controls:
            name = f"control {control.get_attribute('name')!r} of {uid}"
            if not self.check(control.is_enabled(), f"{name} is disabled"):
                continue
            self.check(self._label(control), f"{name} has no label")
            moved = []
            for position, value in self._positions(figure, control):
                if value is None:
                    self.problem(f"{name}: the keyboard does not reach its {position} position")
                    continue
                moved.append(self.drawn(figure) != opening)
                self._output(control, name)
            self.check(any(moved), f"{name} is dead: the chart is the same at every position")
            # Back to its opening value, so that each control is tried alone.
            self._reset(figure)
        self.check(self.drawn(figure) == opening, f"{uid}: reset does not bring the chart back")
        after = [control.input_value() for control in controls]
        self.check(before == after, f"{uid}: reset leaves {after}, it opened with {before}")

    def _label(self, control):
        return control.evaluate("c => [...c.labels].map(l => l.textContent).join(' ').trim()")

    def _positions(self, figure, control):
        """Move a control to its first, last and a middle position; yields the value it has there.

        None stands for a position that the keys do not lead to.
        """
        keys = self.page.keyboard
        last = int(
            control.evaluate("c => c.type === 'range' ? Number(c.max) : c.options.length - 1")
        )
        control.focus()
        for position, key, wanted in (("first", "Home", 0), ("last", "End", last)):
            keys.press(key)
            value = control.input_value()
            yield position, value if value == str(wanted) else None
        middle = last // 2
        for _ in range(last - middle):
            keys.press("ArrowLeft" if control.get_attribute("type") == "range" else "ArrowUp")
        value = control.input_value()
        yield "middle", value if value == str(middle) else None

    def _output(self, control, name):
        """Check that the text beside a slider says where it stands, to eyes and ears alike."""
        if control.get_attribute("type") != "range":
            return
        place, said, spoken, labels = control.evaluate(
            """c => [Number(c.value), c.parentNode.querySelector("output").textContent,
                     c.getAttribute("aria-valuetext"), JSON.parse(c.dataset.labels)]"""
        )
        self.check(
            said == spoken == labels[place],
            f"{name}: at {labels[place]!r} it shows {said!r} and speaks {spoken!r}",
        )

    def _reset(self, figure):
        button = figure.query_selector(".chart-controls button[type=reset]")
        button.focus()
        self.page.keyboard.press("Enter")
        self.page.evaluate("() => new Promise(done => setTimeout(done, 0))")

    # Predict, by keyboard

    def open_predictions(self, last=False):
        """Answer every prediction with its first option or lowest value, or with the last."""
        for block in self.page.query_selector_all(".tp-predict"):
            self._predict(block, last)

    def _predict(self, block, last):
        uid, keys = f"predict {block.get_attribute('id')}", self.page.keyboard
        reveal = block.query_selector(".tp-reveal")
        figure = block.query_selector("figure.chart")
        status = block.query_selector(".tp-feedback")
        self.check(not reveal.is_visible(), f"{uid} shows its answer before the reader's")
        self.check(status.get_attribute("role") == "status", f"{uid}: no role status")
        field = block.query_selector("input")
        answer = block.get_attribute("data-answer")
        slider = field.get_attribute("type") == "range"
        field.focus()
        if slider:
            keys.press("End" if last else "Home")
            value = field.input_value()
            limit = field.get_attribute("max" if last else "min")
            self.check(float(value) == float(limit), f"{uid}: the keyboard does not move it")
            shown = block.query_selector("output").inner_text()
            self.check(_number(shown) == float(value), f"{uid} stands at {value}, shows {shown}")
        else:
            button = block.query_selector("button[type=submit]")
            button.focus()
            keys.press("Enter")
            self.check(
                status.inner_text() and not reveal.is_visible(),
                f"{uid}: no hint, or the chart, without an answer",
            )
            field.focus()
            keys.press("ArrowUp" if last else "Space")
            value = block.evaluate("b => (b.querySelector('input:checked') || {}).value")
            self.check(value, f"{uid}: the keyboard picks no option")
        keys.press("Tab")
        here = self.page.evaluate("document.activeElement.type")
        self.check(here == "submit", f"{uid}: Tab leads from the answer to {here!r}")
        keys.press("Enter")
        if not self.check(reveal.is_visible(), f"{uid} does not open by keyboard"):
            return
        said = status.inner_text()
        kept = status.evaluate("place => place === document.activeElement")
        self.check(kept, f"{uid}: the keyboard loses its place when the answer shows")
        if slider:
            off = float(value) - float(answer)
            verdict = "too high" if off > 0 else "too low"
            self.check(verdict in said or "exactly" in said, f"{uid}: {value} for {answer}: {said}")
        else:
            right = value == answer
            self.check(said.endswith(": right." if right else ": not so."), f"{uid}: {said}")
        if self.check(figure, f"{uid} holds no chart"):
            self.check(figure.is_visible(), f"{uid}: its chart stays hidden")
            self.all_live(block)

    # Quizzes

    def check_quizzes(self):
        for quiz in self.page.query_selector_all(".tp-quiz"):
            uid = quiz.get_attribute("id")
            for number, form in enumerate(quiz.query_selector_all("form"), 1):
                item = json.loads(form.get_attribute("data-item"))
                ask = self._choice if item["type"] == "choice" else self._number
                ask(form, item, f"quiz {uid}, question {number}")

    def _said(self, form):
        place = form.query_selector(".tp-feedback")
        kind = re.search(r"tp-(right|wrong|hint)", place.get_attribute("class") or "")
        return place.text_content(), kind and kind[1]

    def _choice(self, form, item, name):
        keys = self.page.keyboard
        status = form.query_selector(".tp-feedback")
        self.check(status.get_attribute("role") == "status", f"{name}: no role status")
        form.query_selector("button").focus()
        keys.press("Enter")
        said, kind = self._said(form)
        self.check(said and kind == "hint", f"{name}: no hint without an answer")
        radios = form.query_selector_all("input[type=radio]")
        options = [radio.get_attribute("value") for radio in radios]
        self.check(options == list(item["options"]), f"{name}: not the options it was given")
        radios[0].focus()
        keys.press("Space")
        for place, (option, feedback) in enumerate(item["options"].items()):
            if place:
                keys.press("ArrowDown")
            keys.press("Enter")
            said, kind = self._said(form)
            wanted = "right" if option == item["right"] else "wrong"
            self.check(said == feedback, f"{name}, {option!r}: says {said!r}, not its feedback")
            self.check(kind == wanted, f"{name}, {option!r}: counts as {kind}, is {wanted}")

    def _number(self, form, item, name):
        status = form.query_selector(".tp-feedback")
        self.check(status.get_attribute("role") == "status", f"{name}: no role status")
        answer, room = item["answer"], item["tolerance"]
        far = abs(answer) * 7 + 100 * room + 12345
        tries = [
            ("", "hint", None),
            ("about nine", "hint", None),
            (repr(answer), "right", item["explain"]),
            (f"  {answer!r} %".replace("-", "\N{MINUS SIGN}"), "right", item["explain"]),
            (repr(answer).replace(".", ","), "right", item["explain"]),
            (repr(answer + room * 0.98), "right", item["explain"]),
            (repr(answer - room * 0.98), "right", item["explain"]),
            (repr(far), "wrong", item["hint"]),
            *((repr(value), "wrong", text) for value, text in item["mistakes"]),
        ]
        field = form.query_selector("input")
        field.focus()
        for typed, wanted, feedback in tries:
            if "e" in typed and typed != "about nine":
                continue  # nobody types 1e-05
            self.page.keyboard.press("ControlOrMeta+A")
            self.page.keyboard.press("Delete")
            self.page.keyboard.insert_text(typed)
            self.page.keyboard.press("Enter")
            said, kind = self._said(form)
            self.check(kind == wanted, f"{name}: {typed!r} counts as {kind}, is {wanted}")
            right = said == feedback if feedback else bool(said)
            self.check(right, f"{name}: {typed!r} gets {said!r} instead of {feedback!r}")

    # The page as a whole

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

    def check_axe(self, when=""):
        found = Axe().run(self.page, options=AXE).response["violations"]
        for violation in found:
            if violation["impact"] in ("serious", "critical"):
                nodes = violation["nodes"]
                reasons = {c["message"] for node in nodes for c in node["any"] + node["all"]}
                where = [node["html"][:150] for node in nodes[:3]]
                self.problem(
                    f"axe{when}: {violation['impact']}: {violation['id']} ({violation['help']}), "
                    f"{len(nodes)} times: {where}: {sorted(reasons)[:2]}"
                )

    def check_print(self):
        """Check that paper shows every chart, also those that wait for a prediction.

        Changing to paper and back moves everything, so look at `check_shift()` before.
        """
        self.page.emulate_media(media="print")
        hidden = self.page.evaluate(
            """() => [...document.querySelectorAll("figure.chart")].filter(f => {
              const seen = [...f.querySelectorAll(".chart-static svg, .chart-live svg")]
                .filter(s => s.checkVisibility() && s.getBoundingClientRect().height > 40);
              return seen.length !== 1;
            }).map(f => f.id)"""
        )
        self.page.emulate_media(media="screen")
        for figure in hidden:
            self.problem(f"figure {figure} is not there once on paper")


def _number(text):
    found = re.search(r"[-\N{MINUS SIGN}]?[\d.]+", text)
    return float(found[0].replace("\N{MINUS SIGN}", "-")) if found else None
