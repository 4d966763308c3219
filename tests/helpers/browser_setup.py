"""Finds a Chromium for the browser tests, or installs one; says how it is started; prints its path.

Run as a script it may install (`python tests/helpers/browser_setup.py`); imported, `find()` only
looks, and `launch()` starts what it finds.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

NAMES = ["chromium", "google-chrome", "chromium-browser", "google-chrome-stable", "msedge"]
ELSEWHERE = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
]
# A browser that talks to this machine alone: for it no other host exists. It knows this machine by
# a second name, which is no secure context: as a class has it that opens a teacher's laptop.
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # What no reader sees and a test pays for: each window would hold two pages for suggestions in
    # its address bar. Chromium heeds one such list only, so it repeats what Playwright leaves out.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,AimEnabled,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,"
    "HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,"
    "ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,OptimizationHints,"
    "NetworkTimeServiceQuerying,PreconnectToSearch",
    "--host-resolver-rules=MAP book.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
START = 120  # seconds within which a browser starts, also on a busy machine
INSTALL = 900  # seconds for an installation, waiting for another one included


def launch(playwright):
    """Start a headless Chromium for which no other host exists."""
    path = find(playwright)
    assert path, "no Chromium: `make test` installs one, or set CHROMIUM to the path of one"
    return playwright.chromium.launch(executable_path=path, args=OPTIONS, timeout=START * 1000)


def starts(path):
    """Whether this browser runs: some systems ship a chromium that only asks to be installed."""
    if os.name == "nt":  # there, --version would open a window
        return Path(path).is_file()
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=START, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def playwrights_own(playwright=None):
    """The path where Playwright keeps its own Chromium, whether or not it is there."""
    if playwright:  # it cannot be started inside itself
        return playwright.chromium.executable_path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        return started.chromium.executable_path


def find(playwright=None):
    """The path of a Chromium that starts: CHROMIUM, then PATH, then the usual places, or None."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        if starts(chosen):
            return chosen
        sys.exit(f"CHROMIUM={chosen} does not start; set it to a Chromium or Chrome, or unset it.")
    on_path = [shutil.which(name) for name in NAMES]
    for path in filter(None, on_path + [os.path.expandvars(place) for place in ELSEWHERE]):
        if Path(path).is_file() and starts(path):
            return path
    path = playwrights_own(playwright)
    return path if Path(path).is_file() and starts(path) else None


def attempt(command, end, pause=3, **options):
    """Run a command until `end`; when another installation holds apt's lock, again and again.

    Returns whether it worked; otherwise its last words are printed.
    """
    while True:
        left = end - time.monotonic()
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=left, check=False, **options
            )
        except subprocess.TimeoutExpired:
            print(f"{command[0]} did not end in time, and was stopped.", file=sys.stderr)
            return False
        if not done.returncode:
            return True
        locked = "lock" in done.stderr.casefold()
        if not locked or end - time.monotonic() < 2 * pause:
            print(*done.stderr.strip().splitlines()[-3:], sep="\n", file=sys.stderr)
            return False
        time.sleep(pause)


def from_system():
    """Installs Debian's Chromium, where this user may."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("Installing Chromium for the browser tests (apt-get, a minute or two).", file=sys.stderr)
    # apt waits by itself for the lock of dpkg, yet not for that of the lists of packages.
    apt = ["apt-get", "-qq", "-o", f"DPkg::Lock::Timeout={INSTALL // 3}"]
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    end = time.monotonic() + INSTALL
    attempt([*apt, "update"], end, env=env)
    packages = ["chromium", "fonts-liberation"]
    attempt([*apt, "install", "-y", "--no-install-recommends", *packages], end, env=env)


def from_playwright():
    """Installs Playwright's own Chromium, which needs no rights."""
    print(
        "Fetching Playwright's Chromium for the browser tests (a minute or two).", file=sys.stderr
    )
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    attempt(command, time.monotonic() + INSTALL)


def ensure():
    """The path of a Chromium, installed if need be; one sentence and exit 1 if that fails."""
    for install in (None, from_system, from_playwright):
        if install:
            install()
        path = find()
        if path:
            return path
    sys.exit(
        "The browser tests need Chromium: install the package 'chromium' or Google Chrome, "
        "or set CHROMIUM to the path of one."
    )


if __name__ == "__main__":
    print(ensure())
