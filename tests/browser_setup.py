"""Finds a Chromium for the browser tests, or installs one; prints its path.

Run as a script it may install (`python tests/browser_setup.py`); imported, `find()` only looks.
"""

import os
import shutil
import subprocess
import sys
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


def starts(path):
    """Whether this browser runs: some systems ship a chromium that only asks to be installed."""
    if os.name == "nt":  # there, --version would open a window
        return Path(path).is_file()
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def playwrights_own():
    """The path where Playwright keeps its own Chromium, whether or not it is there."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find():
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
    path = playwrights_own()
    return path if Path(path).is_file() and starts(path) else None


def from_system():
    """Installs Debian's Chromium, where this user may."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("Installing Chromium for the browser tests (apt-get, a minute or two).", file=sys.stderr)
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    packages = ["chromium", "fonts-liberation"]
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *wait, *step], env=env, capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(*done.stderr.strip().splitlines()[-3:], sep="\n", file=sys.stderr)


def from_playwright():
    """Installs Playwright's own Chromium, which needs no rights."""
    print(
        "Fetching Playwright's Chromium for the browser tests (a minute or two).", file=sys.stderr
    )
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(*done.stderr.strip().splitlines()[-3:], sep="\n", file=sys.stderr)


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
