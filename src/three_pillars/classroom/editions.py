"""From one master to the student's edition, the teacher's edition and the zip of a part.

A master is a MyST notebook, ``exercises/<part>.md``, in the format of `otter assign`: blocks in
fences called ``otter`` mark questions, solutions and tests. `read` takes a master apart, for the
tests and for grading; `build` runs `otter assign` on it.

    python -m three_pillars.classroom.editions
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
import zipfile
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from three_pillars import data

PARTS = ("argument", "territory", "energy", "balance", "constraint", "verdict")

ROOT = Path(__file__).resolve().parents[3]
MASTERS = ROOT / "exercises"
OUT = ROOT / "_build" / "exercises"
PACKAGE = Path(__file__).resolve().parents[1]

# What a student's machine needs; the versions are those that the exercises are tested with.
NEEDED = ("pandas", "altair", "otter-grader", "jupyterlab")

_FENCE = re.compile(r"^```otter\n(.*?)^```[ \t]*$", re.M | re.S)
_HEAD = re.compile(
    r"^### Task (?P<number>\d+) · (?P<title>.+?)\n+"
    r"\*(?P<level>[^·*]+?) · (?P<minutes>\d+) minutes? · (?P<points>[\d.]+) points?\*$",
    re.M,
)


class MasterError(ValueError):
    """A master is not in order; the message says which, where and why."""


@dataclass
class Task:
    """One question of an exercise."""

    name: str
    points: float
    manual: bool
    number: int = 0
    title: str = ""
    level: str = ""
    minutes: int = 0
    question: str = ""
    hints: int = 0
    solution: str = ""
    model: str = ""
    tests: list[str] = field(default_factory=list)

    @property
    def stub(self) -> str:
        """What a student finds in the cell of the answer."""
        return stub(self.solution)


@dataclass
class Exercise:
    """A master, taken apart."""

    part: str
    title: str
    minutes: int
    setup: str
    tasks: list[Task]
    tables: list[str]

    @property
    def points(self) -> float:
        """All points together."""
        return sum(task.points for task in self.tasks)


# Reading a master --------------------------------------------------------------------------------


def cells(path: Path) -> list[dict[str, Any]]:
    """Split a master into cells, each mark of otter in a raw cell of its own."""
    import jupytext

    split: list[dict[str, Any]] = []
    for cell in jupytext.read(path).cells:
        if cell.cell_type != "markdown":
            split.append({"type": cell.cell_type, "source": cell.source})
            continue
        at = 0
        for match in _FENCE.finditer(cell.source):
            split.append({"type": "markdown", "source": cell.source[at : match.start()].strip()})
            marks = re.split(r"^(?=# (?:BEGIN|END|ASSIGNMENT))", match[1], flags=re.M)
            split += [{"type": "raw", "source": mark.strip()} for mark in marks if mark.strip()]
            at = match.end()
        split.append({"type": "markdown", "source": cell.source[at:].strip()})
    return [cell for cell in split if cell["source"]]


def read(path: Path) -> Exercise:
    """Take a master apart.

    Args:
        path: The file ``exercises/<part>.md``.

    Returns:
        The exercise: its tasks in order, each with its solution and its checks.

    Raises:
        MasterError: A block is not closed, or a task lacks its heading.
    """
    title, minutes = "", 0
    setup, tasks, sources = [], [], []
    task: Task | None = None
    block = ""
    for cell in cells(path):
        text = cell["source"]
        if cell["type"] == "raw":
            mark = text.splitlines()[0]
            if mark == "# BEGIN QUESTION":
                options = yaml.safe_load(text.partition("\n")[2]) or {}
                task = Task(
                    options.get("name", ""), options.get("points", 1), options.get("manual", False)
                )
            elif mark == "# END QUESTION":
                if task is None:
                    raise MasterError(f"{path.name}: END QUESTION without BEGIN QUESTION.")
                tasks.append(_complete(task, path))
                task = None
            elif mark.startswith("# BEGIN"):
                block = mark.removeprefix("# BEGIN ").lower()
            elif mark.startswith("# END"):
                block = ""
            continue
        if cell["type"] == "code":
            sources.append(text)
        if task is None:
            if cell["type"] == "code":
                setup.append(text)
            else:
                title = title or (re.search(r"^# (.+)$", text, re.M) or ["", ""])[1]
                found = re.search(r"\*\*Time\*\* (\d+) minutes", text)
                minutes = minutes or (int(found[1]) if found else 0)
        elif block == "tests":
            task.tests.append(text)
        elif block == "solution":
            if cell["type"] == "code":
                task.solution = f"{task.solution}\n\n{text}".strip()
            else:
                task.model = f"{task.model}\n\n{text}".strip()
        elif cell["type"] == "markdown":
            task.question = f"{task.question}\n\n{text}".strip()
    if task is not None:
        raise MasterError(f"{path.name}: the question '{task.name}' is not closed.")
    loads = re.findall(r"""\bload\(\s*["']([\w/]+)["']""", "\n".join(sources))
    drawn = re.findall(r"""["'](\w+/\w+)["']""", "\n".join(sources))
    known = set(data.tables())
    tables = sorted({*loads, *(name for name in drawn if name in known)} - {"sources"})
    return Exercise(path.stem, title, minutes, "\n\n".join(setup), tasks, tables)


def _complete(task: Task, path: Path) -> Task:
    """Read the heading of a task, and count its hints."""
    head = _HEAD.search(task.question)
    if not head:
        raise MasterError(
            f"{path.name}, question '{task.name}': begin with '### Task 1 · Title' and, below it, "
            "'*Core · 5 minutes · 2 points*'."
        )
    if float(head["points"]) != float(task.points):
        raise MasterError(
            f"{path.name}, question '{task.name}': the heading says {head['points']} points, the "
            f"settings {task.points}."
        )
    task.number, task.title = int(head["number"]), head["title"].strip()
    task.level, task.minutes = head["level"].strip(), int(head["minutes"])
    task.hints = task.question.count("<summary>Hint ")
    return task


def stub(solution: str) -> str:
    """Take the solution out of a cell, as `otter assign` does.

    Three forms are in use: a line that ends in ``# SOLUTION`` and assigns a name, a block between
    ``# BEGIN SOLUTION`` and ``# END SOLUTION``, and such a block with ``NO PROMPT``.
    """
    lines, inside = [], False
    for line in solution.splitlines():
        bare = line.strip()
        if bare.startswith("# BEGIN SOLUTION"):
            inside = True
            if "NO PROMPT" not in bare:
                lines.append(line[: len(line) - len(line.lstrip())] + "...")
        elif bare == "# END SOLUTION":
            inside = False
        elif not inside:
            lines.append(re.sub(r"^(\s*[\w.\[\]'\"]+\s*=).*# ?SOLUTION$", r"\1 ...", line))
    return "\n".join(lines)


# Building the editions ---------------------------------------------------------------------------

SETTINGS = {
    "init_cell": False,
    "check_all_cell": False,
    "run_tests": False,
    "export_cell": {
        "pdf": False,
        "run_tests": False,
        "instructions": "",
    },
    "tests": {"ok_format": False},
}


def build(parts: list[str] | None = None, out: Path = OUT) -> list[Path]:
    """Make both editions and the zip of each part, in ``<out>``.

    Args:
        parts: The parts; by default every one that has a master.
        out: Where to; replaced part by part.

    Returns:
        The zips.
    """
    masters = [MASTERS / f"{part}.md" for part in parts or PARTS]
    if parts is None:
        masters = [master for master in masters if master.exists()]
    out = out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    return [_build_one(master, out) for master in masters]


def _build_one(master: Path, out: Path) -> Path:
    import nbformat
    from otter.assign import main as assign

    exercise = read(master)
    part = exercise.part
    with tempfile.TemporaryDirectory() as work:
        stage = Path(work).resolve() / part
        stage.mkdir()
        write_package(stage, exercise.tables)
        notebook = nbformat.v4.new_notebook(
            metadata={
                "kernelspec": {
                    "display_name": "Python 3",
                    "language": "python",
                    "name": "python3",
                },
                "language_info": {"name": "python"},
                "three_pillars": {"exercise": part},
            }
        )
        new = {
            "raw": nbformat.v4.new_raw_cell,
            "code": nbformat.v4.new_code_cell,
            "markdown": nbformat.v4.new_markdown_cell,
        }
        for cell in cells(master):
            source = cell["source"]
            if source.startswith("# ASSIGNMENT CONFIG"):
                own = yaml.safe_load(source) or {}
                generate = {"show_stdout": False}
                needs = [f"{name}=={version(name)}" for name in ("pandas", "altair")]
                settings = {
                    **SETTINGS,
                    **own,
                    "generate": generate,
                    "files": ["data", "three_pillars"],
                    "requirements": needs,
                }
                source = "# ASSIGNMENT CONFIG\n" + yaml.safe_dump(settings)
            notebook.cells.append(new[cell["type"]](source))
        path = stage / f"{part}.ipynb"
        nbformat.write(notebook, path)
        made = Path(work).resolve() / "made"
        # Otter changes the working folder, so both paths are absolute.
        assign(str(path), str(made), no_pdfs=True, no_run_tests=True)
        for packed in (made / "autograder").glob("*-autograder_*.zip"):
            packed.rename(packed.with_name(f"{part}-autograder.zip"))
        for folder, edition in (("student", "student"), ("autograder", "teacher")):
            target = out / edition / part
            shutil.rmtree(target, ignore_errors=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(made / folder, target)
    student = out / "student" / part
    (student / "README.txt").write_text(_readme(exercise), encoding="utf-8")
    (student / "requirements.txt").write_text(
        "".join(f"{name}=={version(name)}\n" for name in NEEDED), encoding="utf-8"
    )
    return _zip(student, out / f"{part}.zip")


def write_package(folder: Path, tables: list[str]) -> None:
    """Put the package and the tables that an exercise needs beside its notebook."""
    shutil.copytree(
        PACKAGE,
        folder / "three_pillars",
        ignore=shutil.ignore_patterns("__pycache__", "book", "classroom", "*.geojson"),
    )
    needed, queue = set(), ["sources", *tables]
    while queue:
        name = queue.pop()
        if name not in needed:
            needed.add(name)
            keys = data.describe(name)["schema"].get("foreignKeys", [])
            queue += [key["reference"]["resource"] or name for key in keys]
    package = json.loads((data.root() / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [one for one in package["resources"] if one["name"] in needed]
    for one in package["resources"]:
        target = folder / "data" / one["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(data.root() / one["path"], target)
    (folder / "data" / "datapackage.json").write_text(
        json.dumps(package, ensure_ascii=False, indent=1), encoding="utf-8"
    )


def _readme(exercise: Exercise) -> str:
    return (
        f"{exercise.title}\n"
        f"An exercise of Three Pillars: {exercise.minutes} minutes, {exercise.points:g} points.\n\n"
        "Unpack this zip, then open a terminal in its folder:\n\n"
        "    python -m pip install -r requirements.txt     (once, with internet)\n"
        f"    jupyter lab {exercise.part}.ipynb                    (then without)\n\n"
        "Everything else is in this folder: the tables in data/, the code that reads and checks\n"
        "them in three_pillars/. Keep the notebook beside them. Python 3.11 or newer.\n"
        f"Hand in {exercise.part}.ipynb.\n"
    )


def _zip(folder: Path, target: Path) -> Path:
    """Pack a folder; the same content gives the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                inside = f"{folder.name}/{path.relative_to(folder).as_posix()}"
                entry = zipfile.ZipInfo(inside, date_time=(2015, 7, 21, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())
    return target


def main() -> None:
    """Build the editions and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", help="parts to build (all that have a master)")
    parser.add_argument("--out", type=Path, default=OUT, help="where to")
    options = parser.parse_args()
    try:
        for path in build(options.parts or None, options.out):
            print(f"Made {path.stem}: {path} ({path.stat().st_size / 1000:.0f} kB)")
    except MasterError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
