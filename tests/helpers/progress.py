"""A pytest plugin: puts each test into a group by its folder, and says which group is running.

tests/conftest.py switches it on with `pytest_plugins`.
"""

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


def group_of(item):
    """A marker of the test's own decides; else its folder; else it is a unit test."""
    for name in GROUPS:
        if item.get_closest_marker(name):
            return name
    place = item.path.relative_to(TESTS) if TESTS in item.path.parents else item.path
    folder = place.parts[0] if len(place.parts) > 1 else ""
    return next((name for name, (_, folders) in GROUPS.items() if folder in folders), "units")


@pytest.hookimpl(tryfirst=True)  # before -m chooses by marker
def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(group_of(item))
    items.sort(key=lambda item: list(GROUPS).index(group_of(item)))  # files stay in their order


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


def pytest_collection_finish(session):
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal and not session.config.option.collectonly:
        session.config.pluginmanager.register(Progress(terminal, session.items), "progress-lines")
