"""A pytest plugin: no test can hang.

Every wait has a deadline of its own. This is for what has none: a page whose script never returns
holds up the call that asked it, so the browser is killed when a phase of a test takes too long,
and the other tests get a new one. Beyond that, pytest-timeout ends a test (`timeout` in
pyproject.toml). It stops its clock when a test has failed, so the clock is wound up again here for
whatever has to be put away.
"""

from contextlib import nullcontext

import pytest
from helpers.browsers import Chromium
from helpers.deadlines import PHASE, within
from pytest_timeout import DEFAULT_METHOD, Settings

BROWSER = pytest.StashKey()
SECONDS = pytest.StashKey()  # for a phase, instead of PHASE: where this plugin itself is tried


@pytest.fixture(scope="session")
def browser(request):
    """A headless Chromium for which no other host exists; a new one after a page that hung."""
    chromium = request.session.stash[BROWSER] = Chromium()
    yield chromium
    chromium.close()


def watched(item, phase):
    """Kill the tests' own browser when a phase of a test that uses it takes too long."""
    if "browser" not in getattr(item, "fixturenames", ()):
        return nullcontext()

    def end():
        browser = item.session.stash.get(BROWSER, None)
        if browser:
            browser.end()

    return within(item.session.stash.get(SECONDS, PHASE), f"{item.nodeid}, {phase}", end)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    with watched(item, "its preparation"):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    with watched(item, "the test itself"):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    seconds = item.config.getoption("timeout") or item.config.getini("timeout")
    if seconds:
        item.ihook.pytest_timeout_cancel_timer(item=item)
        again = Settings(float(seconds), DEFAULT_METHOD, False, False)
        item.ihook.pytest_timeout_set_timer(item=item, settings=again)
    with watched(item, "its end"):
        return (yield)
