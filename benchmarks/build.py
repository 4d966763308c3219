"""What it costs to build the book: cold, with nothing changed, with one chapter changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from helpers import deadlines
from table import row, verdict

ROOT = Path(__file__).resolve().parent.parent
BUILD = [str(Path(sys.executable).with_name("jupyter-book")), "build"]

CHANGED = "chapters/argument/claims.md"
"""The chapter that is changed: its cells judge every claim, and its page is the longest."""

# A part of a build ends when Sphinx says so; the last when the process has ended.
PARTS = {
    "config-inited": "Jupyter Book starts",
    "env-before-read-docs": "what changed is sought",
    "ready": "tables are checked, claims judged",
    "env-updated": "pages are run and read",
    "write-started": "references are brought in order",
    "build-finished": "pages are written",
    "end": "pages are mended, pieces written",
}

WATCH = f"""
import os, time
def say(what):
    with open(os.environ["BUILD_PARTS"], "a") as file:
        file.write(f"{{what}} {{time.time()}}\\n")
def setup(app):
    for event in {[*PARTS]!r}:
        if event in app.events.events:
            app.connect(event, lambda *given, event=event: say(event), priority=1)
    app.connect("env-before-read-docs", lambda *given: say("ready"), priority=9999)
    return {{"parallel_read_safe": True, "parallel_write_safe": True}}
"""


def built(source: Path, out: Path) -> tuple[float, dict[str, float], str]:
    """Build the book and return the seconds, those of each part, and what the builder said."""
    said, watch = out.parent / "parts.txt", out.parent / "watch"
    watch.mkdir(exist_ok=True)
    (watch / "build_parts.py").write_text(WATCH, encoding="utf-8")
    said.unlink(missing_ok=True)
    start = time.time()
    done = subprocess.run(
        [*BUILD, str(source), "--path-output", str(out), "-W", "--keep-going"],
        env=os.environ | {"BUILD_PARTS": str(said), "PYTHONPATH": str(watch)},
        capture_output=True, text=True, check=False, timeout=deadlines.BUILD,
    )  # fmt: skip
    end = time.time()
    if done.returncode:
        sys.exit(done.stdout[-3000:] + done.stderr[-3000:])
    parts, before = {}, start
    lines = [*said.read_text("utf-8").splitlines(), f"end {end}"]
    for event, at in (line.split() for line in lines):
        parts[PARTS[event]] = parts.get(PARTS[event], 0) + float(at) - before
        before = float(at)
    return end - start, parts, done.stdout + done.stderr


def bench_build() -> None:
    """Measure the build in a copy of the book, and that of nothing in the book itself."""
    with tempfile.TemporaryDirectory() as work:
        source, out = Path(work) / "book", Path(work) / "out"
        shutil.copytree(
            ROOT, source, ignore=shutil.ignore_patterns(".venv", ".git", "_build", ".*cache*")
        )
        config, chapter = source / "_config.yml", source / CHANGED
        text = config.read_text("utf-8")
        config.write_text(
            text.replace("[three_pillars.book]", "[three_pillars.book, build_parts]"), "utf-8"
        )
        print()
        row("BUILD", "seconds", "", "", "demand")
        said = measured("cold (environment present)", source, out, 60)
        make_book()  # whatever changed since; the second finds nothing
        start = time.time()
        make_book()
        same = time.time() - start
        row("  nothing changed (make book)", f"{same:.1f} s", "", "",
            verdict(same <= 3, "at most 3 s"))  # fmt: skip
        before = chapter.read_text("utf-8")
        chapter.write_text(before + "\nOne more line.\n", encoding="utf-8")
        measured("the prose of one chapter changed", source, out, 6)
        cell = "import altair as alt\n"
        chapter.write_text(before.replace(cell, f"{cell}# Changed.\n", 1), encoding="utf-8")
        measured("a cell of one chapter changed", source, out, 6)
        plain = re.sub(r"\x1b\[[0-9;]*m", "", said)
        for page, seconds in re.findall(r"(\S+)\.md: Executed notebook in ([\d.]+) sec", plain):
            name = Path(page).relative_to(source).as_posix()
            row(f"  executed: {name}", f"{float(seconds):.1f} s")


def make_book() -> None:
    """Build the book where it stands, by the command that readers use."""
    subprocess.run(["make", "book"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                   timeout=deadlines.BUILD)  # fmt: skip


def measured(name: str, source: Path, out: Path, most: int) -> str:
    """Build, print the seconds and their parts, and return what the builder said."""
    whole, parts, said = built(source, out)
    row(f"  {name}", f"{whole:.1f} s", "", "", verdict(whole <= most, f"at most {most} s"))
    for part, seconds in parts.items():
        row(f"    {part}", f"{seconds:.1f} s")
    return said
