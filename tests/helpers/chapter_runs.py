"""Runs the chapters as a reader's Jupyter does, and asks each run what its page must show.

A run is the chapter's own cells, in order, in a kernel of its own. Between them stand questions
of the tests: what does each {eval} give here? What rows has each explorable at which setting, and
what do its widgets show when they are moved?
"""

import contextlib
import json
import os
import queue
import re
import signal
import time

import jupytext
import nbformat
import pytest
from helpers.ahead import Ahead
from helpers.deadlines import LIMIT, WAIT
from helpers.pages import CHAPTERS, ENVIRONMENT, source
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

# The build runs every chapter; in `make test` these are run as in Jupyter too: maps and sliders, a
# ledger, a quiz, dated measures, a sheet of forecasts.
QUICK = {
    "chapters/territory/islands",
    "chapters/argument/claims",
    "chapters/energy/dependence",
    "chapters/constraint/sanctions",
    "chapters/verdict/forecasts",
}
each_chapter = pytest.mark.parametrize(
    "chapter",
    [one if one in QUICK else pytest.param(one, marks=pytest.mark.full) for one in CHAPTERS],
)

SETTINGS = 12  # so many settings of an explorable are compared
CHART = "application/vnd.vegalite.v5+json"
MOVES = 6  # more controls than any explorable has

# Runs before the chapter: remembers every explorable that the chapter shows.
LISTEN = """
from three_pillars.explore import Explorable as _Explorable
_shown = []
def _listen(show):
    def both(self):
        _shown.append(self)
        show(self)
    return both
_Explorable._ipython_display_ = _listen(_Explorable._ipython_display_)
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
_mime = "MIME"
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
""".replace("MIME", CHART)

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
    """What happens when a chapter runs from top to bottom: `run = Run(chapter); run.execute()`."""

    def __init__(self, chapter, path=None, wait=WAIT):
        self.chapter, self.path, self.wait = chapter, path or source(chapter), wait
        self.error = None
        self.stderr = []  # (cell, text)
        self.charts = 0
        self.evals = []  # (expression, value, words before, words after)
        self.explorables = []
        self.widgets = []  # one list for each moment: as opened, each control moved, reset
        self.at = None  # the place of the cell that is running
        self._client = None

    def execute(self):
        notebook = jupytext.read(self.path)
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
        self._client = Client(
            notebook,
            timeout=self.wait,
            startup_timeout=WAIT,
            kernel_name="python3",
            resources={"metadata": {"path": str(self.path.parent)}},
            on_cell_start=self._begin,
        )
        try:
            self._client.execute(env=ENVIRONMENT)
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
                elif number and CHART in output.get("data", {}):
                    self.charts += 1

    def _answer(self, kind, about, answer):
        if kind == "eval":
            number, expression, before, after = about
            self.evals.append((number, expression, *answer, before, after))
        elif kind == "rows":
            self.explorables = answer
        elif kind == "widgets":
            self.widgets.append(answer)

    def _begin(self, cell, cell_index):
        self.at = cell_index

    def end(self):
        """Kill the kernel, from any thread."""
        manager = self._client and self._client.km
        if manager is not None and manager.provisioner and manager.provisioner.has_process:
            with contextlib.suppress(ProcessLookupError):
                os.kill(manager.provisioner.pid, getattr(signal, "SIGKILL", signal.SIGTERM))

    def _describe(self, error, notebook, probes, places):
        """Name the cell as its author knows it: the number among all cells, and its first line."""
        if isinstance(error, CellTimeoutError | DeadKernelError):
            late = f"not done within {self.wait:g} seconds"
            said = late if isinstance(error, CellTimeoutError) else "the kernel died"
        else:
            for place, cell in enumerate(notebook.cells):
                failed = [o for o in cell.get("outputs", []) if o.output_type == "error"]
                if failed:
                    said = f"{failed[0].ename}: {failed[0].evalue}"
                    return f"{self._name_of(place, notebook, probes, places)}: {said}"
            said = f"{type(error.__context__ or error).__name__}: {error}"
        if self.at is None:
            return f"{self.chapter}, before its first cell: {said}"
        return f"{self._name_of(self.at, notebook, probes, places)}: {said}"

    def _name_of(self, place, notebook, probes, places):
        code = notebook.cells[place].source
        if place in places:
            first = next((line for line in code.splitlines() if not line.startswith(":")), "")
            return f"{self.chapter}, cell {places[place]} ({first.strip()!r})"
        if probes.get(place, ("",))[0] == "eval":
            number, expression, *_ = probes[place][1]
            return f"{self.chapter}, cell {number}, {{eval}}`{expression}`"
        return f"{self.chapter}, a question of the tests (\n{code}\n)"


def _cell(code):
    return nbformat.v4.new_code_cell(code)


class Runner:
    """Runs one chapter after the other, each in a kernel of its own."""

    def __init__(self):
        self.run = None

    def do(self, chapter):
        self.run = Run(chapter)
        self.run.execute()
        return self.run

    def end(self):
        if self.run:
            self.run.end()

    def close(self):
        """Each kernel ends with its run."""


def runs_of(chapters):
    """Run every chapter once, two at a time; `runs_of(chapters)[chapter]` is its run."""
    return Ahead(chapters, Runner, lambda chapter: f"{chapter}, run as in Jupyter", limit=LIMIT)


def canonical(rows, columns):
    """Return rows as a comparable set: these columns only, numbers to nine digits."""

    def one(value):
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int | float):
            return f"{value:.9g}" if value else "0"
        return value if isinstance(value, str) else json.dumps(value)

    return {json.dumps([one(row.get(c)) for c in columns]) for row in rows}
