"""Runs the chapters as a reader's Jupyter does, and asks each run what its page must show.

A run is the chapter's own cells, in order, in a kernel of its own. Between them stand questions
of the tests: what does each {eval} give here? What rows has each explorable at which setting, and
what do its widgets show when they are moved?
"""

import itertools
import json
import os
import queue
import re
import time
from concurrent.futures import ThreadPoolExecutor

import jupytext
import nbformat
from nbclient import NotebookClient
from pages import REPOSITORY, source

SETTINGS = 12  # so many settings of an explorable are compared
MOVES = 6  # more controls than any explorable has

# Runs before the chapter: remembers every explorable that the chapter shows.
LISTEN = """
import importlib as _importlib
_explore = _importlib.import_module("three_pillars.explore")  # `explore` itself is a function
_shown = []
def _listen(show):
    def both(self):
        _shown.append(self)
        show(self)
    return both
_explore.Explorable._ipython_display_ = _listen(_explore.Explorable._ipython_display_)
def _tell(answer):
    from IPython.display import display
    display({"application/json": answer}, raw=True)
"""

# Rows as Altair writes them into a chart.
ROWS = """
import itertools as _i, json as _j, random as _r
import altair as _a
def _rows(frame):
    data = _a.Chart(frame).mark_point().to_dict()["datasets"]
    return [
        {key: None if value != value else value for key, value in row.items()}
        for row in next(iter(data.values()))
    ]
def _sample(explorable, most):
    every = list(explorable.settings())
    if len(every) > most:
        rest = _r.Random(2015).sample(every[1:-1], most - 2)
        every = [every[0], *rest, every[-1]]
    return every
_a.data_transformers.enable("three_pillars", max_rows=None)
_tell([
    {
        "name": e.name,
        "alt": e.alt,
        "controls": {key: control.labels for key, control in e.controls.items()},
        "settings": [
            {"places": list(places), "rows": _rows(e.rows(**values))}
            for places, values in _sample(e, MOST)
        ],
    }
    for e in _shown
])
""".replace("MOST", str(SETTINGS))

# The widgets: first as they open, then with one control after the other moved to its far end.
OPEN = "_boxes = [e.widgets() for e in _shown]; _now = [dict(e.start) for e in _shown]"
MOVE = """
for _e, _box, _set in zip(_shown, _boxes, _now):
    _keys = list(_e.controls)
    if STEP < len(_keys):
        _key = _keys[STEP]
        _values = _e.controls[_key].values
        _set[_key] = _values[-1] if _e.start[_key] != _values[-1] else _values[0]
        _box.children[STEP].value = _set[_key]
"""
BACK = """
for _e, _box, _set in zip(_shown, _boxes, _now):
    _set.update(_e.start)
    next(w for w in _box.children if hasattr(w, "click")).click()
"""
LOOK = """
_mime = _explore.MIME_TYPE
_tell([
    {
        "setting": {key: str(value) for key, value in now.items()},
        "rows": _rows(e.rows(**now)),
        "outputs": [
            list(o["data"][_mime]["datasets"].values()) if _mime in o.get("data", {}) else dict(o)
            for o in box.children[-1].outputs
        ],
    }
    for e, box, now in zip(_shown, _boxes, _now)
])
"""

FENCE = re.compile(r"^(`{3,}|~{3,})(?!\{)[^\n`]*\n.*?^\1[`~]*\s*$", re.M | re.S)
EVAL = re.compile(r"\{eval\}(`+)(.+?)(?<!`)\1(?!`)", re.S)
EVAL_BLOCK = re.compile(r"^(?:`{3,}|:{3,})\{eval\}[ \t]*(\S.*)$", re.M)
# Plain words beside a number, to find it where it belongs and not just anywhere on the page.
BEFORE = re.compile(r"[\w \n(,;:%]{0,40}\Z")
AFTER = re.compile(r"[\w \n),;:.%]{0,40}")


def evals(markdown):
    """Yield each {eval} of a text: the expression, the plain words before it and after it."""
    text = FENCE.sub(lambda m: " " * len(m[0]), markdown)
    for found in EVAL.finditer(text):
        before = BEFORE.search(text[: found.start()])[0]
        after = AFTER.match(text[found.end() :])[0]
        # Line starts may be a list's number or a block's marker.
        before = re.split(r"\n\s*\n|^\s*\d+[.)]\s", before, flags=re.M)[-1]
        after = re.split(r"\n\s*\n|\n\s*\d+[.)]\s|:{2,}", after)[0]
        yield found[2].strip(), before, after
    for found in EVAL_BLOCK.finditer(markdown):
        yield found[1].strip(), "", ""


class Client(NotebookClient):
    """nbclient that looks twice.

    Its own wait sleeps through a reply that comes while it tells the kernel of a widget's output,
    and wakes only when the time for the whole cell is over.
    """

    async def async_start_new_kernel_client(self):
        client = await super().async_start_new_kernel_client()
        for channel in (client.shell_channel, client.iopub_channel):
            channel.get_msg = self._in_short_waits(channel.get_msg)
        return client

    @staticmethod
    def _in_short_waits(get_msg):
        async def patient(timeout=None):
            end = None if timeout is None else time.monotonic() + timeout
            while True:
                try:
                    return await get_msg(timeout=0.5)
                except queue.Empty:
                    if end is not None and time.monotonic() > end:
                        raise

        return patient


class Run:
    """What happened when a chapter ran from top to bottom."""

    def __init__(self, chapter):
        self.chapter = chapter
        self.error = None
        self.stderr = []  # (cell, text)
        self.charts = 0
        self.evals = []  # (expression, value, words before, words after)
        self.explorables = []
        self.widgets = []  # one list for each moment: as opened, each control moved, reset
        self._run()

    def _run(self):
        notebook = jupytext.read(source(self.chapter))
        cells, probes = [_cell(LISTEN)], {}

        def ask(code, kind, about=None):
            cells.append(_cell(code))
            probes[len(cells) - 1] = (kind, about)

        places = {}
        for number, cell in enumerate(notebook.cells, 1):
            if cell.cell_type == "code":
                places[len(cells)] = number
                cells.append(cell)
                continue
            for expression, before, after in evals(cell.source):
                ask(
                    f"_value = ({expression})\n_tell([type(_value).__name__, str(_value)])",
                    "eval",
                    (number, expression, before, after),
                )
        ask(ROWS, "rows")
        cells.append(_cell(OPEN))
        ask(LOOK, "widgets")
        for step in range(MOVES):
            cells.append(_cell(MOVE.replace("STEP", str(step))))
            ask(LOOK, "widgets")
        cells.append(_cell(BACK))
        ask(LOOK, "widgets")

        notebook.cells = cells
        env = {k: v for k, v in os.environ.items() if k != "THREE_PILLARS_BOOK"}
        env["IPYTHONDIR"] = str(REPOSITORY / ".jupyter" / "ipython")
        client = Client(
            notebook,
            timeout=120,
            kernel_name="python3",
            resources={"metadata": {"path": str(source(self.chapter).parent)}},
        )
        try:
            client.execute(env=env)
        except Exception as error:  # a cell raises, takes too long, or takes the kernel with it
            self.error = self._describe(error, notebook, probes, places)
        for place, cell in enumerate(notebook.cells):
            number = places.get(place)
            for output in cell.get("outputs", []):
                if output.output_type == "stream" and output.name == "stderr":
                    where = f"cell {number}" if number else "a question of the tests"
                    self.stderr.append((where, output.text.strip()))
                elif output.output_type != "stream" and "application/json" in output.get(
                    "data", {}
                ):
                    self._answer(*probes.get(place, ("", None)), output.data["application/json"])
                elif number and "application/vnd.vegalite.v5+json" in output.get("data", {}):
                    self.charts += 1

    def _answer(self, kind, about, answer):
        if kind == "eval":
            number, expression, before, after = about
            self.evals.append((number, expression, *answer, before, after))
        elif kind == "rows":
            self.explorables = answer
        elif kind == "widgets":
            self.widgets.append(answer)

    def _describe(self, error, notebook, probes, places):
        """Name the cell as its author knows it: the number among all cells, and its first line."""
        for place, cell in enumerate(notebook.cells):
            failed = [o for o in cell.get("outputs", []) if o.output_type == "error"]
            if not failed:
                continue
            said = f"{failed[0].ename}: {failed[0].evalue}"
            if place in places:
                first = next(
                    (line for line in cell.source.splitlines() if not line.startswith(":")), ""
                )
                return f"{self.chapter}, cell {places[place]} ({first.strip()!r}): {said}"
            if probes.get(place, ("",))[0] == "eval":
                number, expression, *_ = probes[place][1]
                return f"{self.chapter}, cell {number}, {{eval}}`{expression}`: {said}"
            return f"{self.chapter}, a question of the tests: {said}\n{cell.source}"
        return f"{self.chapter}: {type(error.__context__ or error).__name__}: {error}"


def _cell(code):
    return nbformat.v4.new_code_cell(code)


class Runs:
    """Runs every chapter once, two at a time, from the moment that the first one is asked for."""

    def __init__(self, chapters):
        self.chapters = chapters
        self.pool = ThreadPoolExecutor(max_workers=2)
        self.jobs = {}

    def __getitem__(self, chapter):
        for name in itertools.chain([chapter], self.chapters):
            if name not in self.jobs:
                self.jobs[name] = self.pool.submit(Run, name)
        return self.jobs[chapter].result()

    def close(self):
        self.pool.shutdown(cancel_futures=True)


def canonical(rows, columns):
    """Return rows as a comparable set: these columns only, numbers to nine digits."""

    def one(value):
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int | float):
            return f"{value:.9g}" if value else "0"
        return value if isinstance(value, str) else json.dumps(value)

    return {json.dumps([one(row.get(c)) for c in columns]) for row in rows}
