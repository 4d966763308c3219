"""What a visit does with the charts of a page: their markup, their life, their controls."""

import json

from helpers.deadlines import WAIT


class Charts:
    """A part of `Visit`: the charts of its page."""

    def figures(self):
        return self.page.query_selector_all("figure.chart")

    def scroll_through(self):
        """Go down the page as a reader does, so that each place is drawn once."""
        self.page.evaluate(
            # A browser may stop to draw frames, and the rest of the visit would wait for ever.
            """async () => {
              const frame = () => Promise.race([
                new Promise(requestAnimationFrame),
                new Promise(done => setTimeout(done, 500)),
              ]);
              const pause = async () => { await frame(); await frame(); await frame(); };
              for (let y = 0; y < document.scrollingElement.scrollHeight; y += 600) {
                window.scrollTo({top: y, behavior: "instant"});
                await pause();
              }
              await pause();
            }"""
        )

    def all_live(self, within=None):
        """Wait until every visible chart is live; name those that are not."""
        script = """async ([root, wait]) => {
          const began = performance.now();
          for (let looks = 1; ; looks++) {
            const late = [...(root || document).querySelectorAll("figure.chart")]
              .filter(f => f.checkVisibility() && f.dataset.state !== "live");
            // A window that draws no more frames brings nothing to life; `Visitor` asks it, too.
            const over = performance.now() - began > wait
              || looks % 250 === 0 && !(await window.tpDraws());
            if (!late.length || over) return late.map(f => f.id);
            late[0].scrollIntoView({block: "center", behavior: "instant"});
            await new Promise(done => setTimeout(done, 20));
          }
        }"""
        for late in self.page.evaluate(script, [within, WAIT * 1000]):
            self.problem(f"figure {late} does not come to life within {WAIT} seconds")

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
                spec: f.dataset.spec ? '{"$schema": "beside"}' : text("script.chart-spec"),
                rows: f.querySelectorAll("details table tbody tr").length,
                heads: f.querySelectorAll("details table thead th").length,
                csv: [...f.querySelectorAll("details a[href$='.csv']")].length,
                seen: !!f.closest(".tp-class")
                  || !!still && still.checkVisibility() && box.width > 100 && box.height > 40,
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
              await Promise.race([
                new Promise(requestAnimationFrame),
                new Promise(done => setTimeout(done, 500)),
              ]);
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
