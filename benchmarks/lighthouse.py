"""Lighthouse on a slow phone, for a few pages of the book, served from this machine.

npm fetches Lighthouse into a folder of its own, once; where there is no npm, one sentence says so.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from three_pillars.site.twins import write_twins

VERSION = "lighthouse@13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = (
    "intro",
    "chapters/argument/claims",
    "chapters/energy/dependence",
    "chapters/verdict/forecasts",
    "chapters/reference/glossary",
)
ENOUGH = 95
FETCH, VISIT = 300, 180  # seconds


def scores(book: Path, chromium: str) -> Iterator[tuple[str, dict[str, int], list[str]]]:
    """Yield for each page its name, its four scores, and what costs it more than a few points.

    Args:
        book: the built book.
        chromium: the path of a Chromium.

    Raises:
        LookupError: Lighthouse is not to be had; the sentence says why.
    """
    with tempfile.TemporaryDirectory() as work:
        command = _installed(Path(work))
        with _served(book, Path(work) / "html") as address:
            for page in PAGES:
                report = _report(command, f"{address}/{page}.html", chromium, Path(work))
                found = {
                    name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES
                }
                yield page, found, _reasons(report)


def _installed(work: Path) -> Path:
    if not shutil.which("npm") or not shutil.which("node"):
        raise LookupError("npm is not here, so Lighthouse was not asked")
    done = subprocess.run(
        ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", work, VERSION],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=FETCH, check=False,
    )  # fmt: skip
    command = work / "node_modules" / ".bin" / "lighthouse"
    if done.returncode or not command.exists():
        raise LookupError(f"npm cannot fetch {VERSION}, so Lighthouse was not asked")
    return command


@contextmanager
def _served(book: Path, folder: Path) -> Iterator[str]:
    """Serve the book as a class gets it: compressed."""
    shutil.copytree(book, folder)
    write_twins(folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serving = subprocess.Popen(
        [sys.executable, "-m", "three_pillars.site.serve", "--folder", folder, "--port", str(port)],
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + 20
        while True:
            try:
                urllib.request.urlopen(f"{address}/intro.html", timeout=5).close()
                break
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)
        yield address
    finally:
        serving.terminate()
        serving.wait(10)


def _report(command: Path, address: str, chromium: str, work: Path) -> dict:
    out = work / "report.json"
    subprocess.run(
        [command, address, "--quiet", "--output=json", f"--output-path={out}",
         f"--only-categories={','.join(CATEGORIES)}",
         "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
        env={"PATH": str(Path(shutil.which("node")).parent), "CHROME_PATH": chromium,
             "HOME": str(work)},
        capture_output=True, timeout=VISIT, check=True,
    )  # fmt: skip
    return json.loads(out.read_text("utf-8"))


def _reasons(report: dict) -> list[str]:
    return [
        f"{audit['title']} {audit.get('displayValue', '')}".strip()
        for category in report["categories"].values()
        for one in category["auditRefs"]
        if one["weight"] and (audit := report["audits"][one["id"]])["score"] is not None
        and audit["score"] < 0.9
    ]  # fmt: skip
