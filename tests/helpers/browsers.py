"""A browser that can be ended from outside, and is started anew when it is asked for again."""

import contextlib
import os
import signal

from helpers.browser_setup import launch
from playwright.sync_api import sync_playwright


class Chromium:
    """A headless Chromium for which no other host exists; to be used in the thread that made it.

    A script that never returns holds up Playwright for ever: a call such as `page.evaluate` has no
    limit of its own. `end()`, called from another thread, kills the browser; whoever waits gets an
    error, and the next `new_context` has a new browser.
    """

    def __init__(self):
        self._playwright = sync_playwright().start()
        self._browser = self._process = None
        self._start()

    def new_context(self, **options):
        if self._process is None or not self._browser.is_connected():
            self._start()
        return self._browser.new_context(**options)

    def _start(self):
        self._browser = launch(self._playwright)
        session = self._browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        session.detach()
        (self._process,) = (each["id"] for each in processes if each["type"] == "browser")

    def end(self):
        """Kill the browser, at once and from any thread; its pages go with it."""
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))

    def close(self):
        if self._process is not None:
            self._browser.close()
        self._process = None
        self._playwright.stop()
