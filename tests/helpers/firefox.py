"""Finds a Firefox, or installs Debian's; starts it and speaks to it; prints its path.

Firefox understands WebDriver BiDi by itself, so no driver is needed: commands and events are JSON
over a socket (https://w3c.github.io/webdriver-bidi/). Run as a script it may install
(`python tests/helpers/firefox.py`); imported, it only looks.
"""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from helpers.browser_setup import INSTALL, START, attempt, starts
from helpers.deadlines import GRACE, WAIT, until

MISSING = (
    "No Firefox: install the package 'firefox-esr' or Firefox, or set FIREFOX to the path of one; "
    "until then nothing here says whether the book works in Firefox."
)
ELSEWHERE = [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"%ProgramFiles%\Mozilla Firefox\firefox.exe",
]
# For this browser no other host exists: whatever is not here goes to a port where nobody listens.
PREFERENCES = {
    "network.proxy.type": 1,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
    "network.proxy.socks_remote_dns": True,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "ui.prefersReducedMotion": 1,
}


def find():
    """The path of a Firefox that starts: FIREFOX, then PATH, then the usual places, or None."""
    chosen = os.environ.get("FIREFOX")
    on_path = [shutil.which(name) for name in ("firefox-esr", "firefox")]
    places = [chosen] if chosen else on_path + [os.path.expandvars(path) for path in ELSEWHERE]
    return next((p for p in filter(None, places) if Path(p).is_file() and starts(p)), None)


def ensure():
    """The path of a Firefox, installed where this user may; None where it cannot be had."""
    path = find()
    if path or os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return path
    print("Installing Firefox for the browser tests (apt-get, a minute or two).", file=sys.stderr)
    env, end = dict(os.environ, DEBIAN_FRONTEND="noninteractive"), time.monotonic() + INSTALL
    apt = ["apt-get", "-qq", "-o", f"DPkg::Lock::Timeout={INSTALL // 3}"]
    attempt([*apt, "update"], end, env=env)
    attempt([*apt, "install", "-y", "--no-install-recommends", "firefox-esr"], end, env=env)
    return find()


class Firefox:
    """A headless Firefox with one page, for which no other host exists."""

    def __init__(self):
        path = find()
        assert path, MISSING
        self.profile = Path(tempfile.mkdtemp(prefix="three-pillars-firefox-"))
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
        (self.profile / "user.js").write_text("\n".join(lines), "utf-8")
        self.process = subprocess.Popen(
            [
                *(path, "--headless", "--no-remote", "--remote-debugging-port=0"),
                *("--width=1280", "--height=900", "--profile", self.profile, "about:blank"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.serial, self.said, self.socket = itertools.count(1), [], None
        try:
            self._connect()
        except BaseException:
            self.close()
            raise

    def _connect(self):
        from websocket import create_connection

        place = self.profile / "WebDriverBiDiServer.json"
        until(lambda: place.is_file() and place.read_text("utf-8"), "Firefox's socket", START)
        port = json.loads(place.read_text("utf-8"))["ws_port"]
        self.socket = create_connection(
            f"ws://127.0.0.1:{port}/session", timeout=WAIT, suppress_origin=True
        )
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        (tab,) = self.send("browsingContext.getTree")["contexts"]
        self.page = tab["context"]

    def send(self, method, **params):
        """Send a command and return its result; what the page says meanwhile is kept."""
        number = next(self.serial)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("type") == "event":
                entry = answer["params"]
                if entry.get("level") in ("error", "warn"):
                    self.said.append(str(entry["text"]))
            elif answer["id"] == number:
                assert answer["type"] == "success", f"{method}: {answer}"
                return answer["result"]

    def open(self, address):
        """Open a page and wait until it is loaded; what pages said before is forgotten."""
        self.said.clear()
        self.send("browsingContext.navigate", context=self.page, url=address, wait="complete")

    def run(self, script, *given):
        """Run the body of a function in the page, and return what it returns, as JSON."""
        call = (
            f"(given) => JSON.stringify((function () {{ {script} }})(...JSON.parse(given)) ?? null)"
        )
        made = self.send(
            "script.callFunction",
            functionDeclaration=call,
            arguments=[{"type": "string", "value": json.dumps(given)}],
            target={"context": self.page},
            awaitPromise=False,
        )
        assert made["type"] == "success", made["exceptionDetails"]["text"]
        return json.loads(made["result"]["value"])

    def point(self, selector, then=()):
        """Move the mouse to the middle of an element; then do what is asked for there."""
        x, y = self.run(
            """
            const e = document.querySelector(arguments[0]);
            e.scrollIntoView({block: "center", behavior: "instant"});
            const box = e.getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
            """,
            selector,
        )
        moves = [{"type": "pointerMove", "x": x, "y": y}, *then]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def press(self, selector):
        """Click into the middle of an element, with the mouse."""
        self.point(selector, [{"type": f"pointer{way}", "button": 0} for way in ("Down", "Up")])

    def type(self, selector, keys):
        """Put the keyboard into a field and press keys, one after the other."""
        self.run("document.querySelector(arguments[0]).focus()", selector)
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": strokes})

    def _act(self, source):
        self.send("input.performActions", context=self.page, actions=[source])

    def complaints(self):
        """Errors and warnings of the page that is open."""
        self.run("")  # what was on its way is here by now
        return list(self.said)

    def close(self):
        """End the browser, and throw away what it kept."""
        if self.socket:
            self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(GRACE)
        shutil.rmtree(self.profile, ignore_errors=True)


if __name__ == "__main__":
    print(ensure() or MISSING)
