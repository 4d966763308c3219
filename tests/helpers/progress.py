"""A pytest plugin: groups tests by folder, says which runs, and shares them out to two workers.

tests/conftest.py switches it on with `pytest_plugins`.
"""

import functools
import re
import time
from collections import Counter
from pathlib import Path

import pytest

# Group, what it is, and its folders; all other tests are units. The quick groups run first.
GROUPS = {
    "units": ("measures, models, figures, blocks and the ledger", ()),
    "data": ("the data package and its cross-checks", ("data",)),
    "notebooks": ("every chapter, run from top to bottom", ("notebooks",)),
    "exercises": ("masters, student copies and checks", ("exercises", "classroom")),
    "book": ("the built book in a headless browser", ("book", "share")),
    "site": ("Python in the page and JupyterLite, in a headless browser", ("site",)),
    "lab": ("JupyterLab in a headless browser", ("lab",)),
}
TESTS = Path(__file__).resolve().parents[1]


# With `-n 2` a worker of pytest-xdist takes one lane after the other. What shares costly
# preparations stays in one lane: chapters that are run and pages that are visited. The longest
# lanes begin at once, or they would be left alone at the end.
LANES = {"data": "exercises", "notebooks": "pages"}
LONGEST = ("pages", "exercises")
SHARED = re.compile(r"\b(runs|walks)\b")  # fixtures


def group_of(item):
    """A marker of the test's own decides; else its folder; else it is a unit test."""
    for name in GROUPS:
        if item.get_closest_marker(name):
            return name
    place = item.path.relative_to(TESTS) if TESTS in item.path.parents else item.path
    return group_of_place(place)


def group_of_place(place):
    """The group of a file by its folder, seen from `tests`."""
    folder = place.parts[0] if len(place.parts) > 1 else ""
    return next((name for name, (_, folders) in GROUPS.items() if folder in folders), "units")


@functools.cache
def lane_of(file):
    """The tests that one worker takes together, by the path of their file from the root."""
    place = Path(file).relative_to("tests")
    group = group_of_place(place)
    shares = group == "book" and SHARED.search((TESTS / place).read_text("utf-8"))
    return "pages" if shares else LANES.get(group, group)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    from xdist.scheduler import LoadScopeScheduling

    class Lanes(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return lane_of(nodeid.split("::")[0])

    config.option.loadscopereorder = False  # by the number of tests: the order below is by time
    return Lanes(config, log)


@pytest.hookimpl(tryfirst=True)  # before -m chooses by marker
def pytest_collection_modifyitems(config, items):
    for item in items:
        item.add_marker(group_of(item))
    ahead = hasattr(config, "workerinput")  # so in a worker

    def order(item):
        lane = lane_of(item.nodeid.split("::")[0]) if ahead else ""
        place = LONGEST.index(lane) if lane in LONGEST else len(LONGEST)
        return place, list(GROUPS).index(group_of(item))

    items.sort(key=order)  # files stay in their order


class Progress:
    """Prints a line when a group begins."""

    def __init__(self, terminal, tests):
        self.terminal = terminal
        self.count = Counter(group_of(test) for test in tests)
        self.order = [name for name in GROUPS if self.count[name]]
        self.group_of = {test.nodeid: group_of(test) for test in tests}
        self.now = None
        self.began = time.monotonic()

    def pytest_runtest_logstart(self, nodeid):
        group = self.group_of.get(nodeid, "units")
        if group == self.now:
            return
        self.now = group
        tests = "1 test" if self.count[group] == 1 else f"{self.count[group]} tests"
        place = f"[{self.order.index(group) + 1}/{len(self.order)}]"
        line = f"{place} {group}: {tests}, {GROUPS[group][0]} (at {self.clock()})"
        self.terminal.ensure_newline()
        self.terminal.currentfspath = None  # so pytest begins a new line for the file's name
        self.terminal.write(line, bold=True, flush=True)
        if self.terminal.verbosity < 0:  # with -q it names no files
            self.terminal.line("")

    def clock(self):
        """Minutes and seconds since the tests began."""
        minutes, seconds = divmod(int(time.monotonic() - self.began), 60)
        return f"{minutes}:{seconds:02}"


class Started:
    """The same where workers run the tests: a line when the first test of a group begins."""

    def __init__(self, terminal):
        self.terminal, self.seen, self.began = terminal, set(), time.monotonic()

    def pytest_runtest_logstart(self, nodeid):
        group = group_of_place(Path(nodeid.split("::")[0]).relative_to("tests"))
        if group not in self.seen:
            self.seen.add(group)
            minutes, seconds = divmod(int(time.monotonic() - self.began), 60)
            self.terminal.ensure_newline()
            self.terminal.write_line(f"{group}: {GROUPS[group][0]} (at {minutes}:{seconds:02})")


def pytest_sessionstart(session):
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal and session.config.getoption("numprocesses", None):
        session.config.pluginmanager.register(Started(terminal), "progress-lines")


def pytest_collection_finish(session):
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal and not session.config.option.collectonly:
        session.config.pluginmanager.register(Progress(terminal, session.items), "progress-lines")
