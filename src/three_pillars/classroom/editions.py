"""From one master to the student's edition, the teacher's edition and the zip of a part.

`build` runs `otter assign` on each master; `masters` says how one is written, `bundle` what of the
package and of the tables goes along.

    python -m three_pillars.classroom.editions
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import yaml

from three_pillars.commentary import PARTS
from three_pillars.console import bear_any_console
from three_pillars.data import DataError
from three_pillars.data.validating import check_tables
from three_pillars.zipped import zipped

from . import bundle
from .first_cell import first_cell
from .masters import MASTERS, Exercise, MasterError, Task, master_cells, read_master, stub

__all__ = [
    "MASTERS",
    "NEEDED",
    "OUT",
    "PARTS",
    "ROOT",
    "Exercise",
    "MasterError",
    "Task",
    "build",
    "master_cells",
    "read_master",
    "stub",
]

ROOT = MASTERS.parent
OUT = ROOT / "_build" / "exercises"

# What a student's machine needs, with the oldest versions that the exercises are tested with.
NEEDED = ("pandas>=2.2", "altair>=5.5,<6", "jupyterlab>=4")

# The page that explains charts, which goes along.
CHARTS = ROOT / "chapters" / "reference" / "charts.md"

SETTINGS = {
    "init_cell": False,
    "check_all_cell": False,
    "run_tests": False,
    "export_cell": False,
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

    exercise = read_master(master)
    part = exercise.part
    with tempfile.TemporaryDirectory() as work:
        stage = Path(work).resolve() / part
        stage.mkdir()
        bundle.write_bundle_of(stage, exercise)
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
        for cell in master_cells(master):
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
    _finish(student / f"{part}.ipynb", part)
    write_tasks(student / "three_pillars", exercise)
    (student / "README.txt").write_text(_readme(exercise), encoding="utf-8")
    (student / "chart.md").write_text(_plain_page(CHARTS), encoding="utf-8")
    (student / "requirements.txt").write_text("\n".join([*NEEDED, ""]), encoding="utf-8")
    return _zip(student, out / f"{part}.zip")


def write_tasks(package: Path, exercise: Exercise) -> Path:
    """Write the checks of an exercise where `three_pillars.checks.open_grader` looks for them.

    Args:
        package: The folder of the package's copy.
        exercise: The exercise.

    Returns:
        The file: ``{"exercise": …, "tasks": [{"name": …, "answers": […], "checks": […], "stub":
        …}]}``; a task that a person reads has no checks.
    """
    target = package / "checks" / "tasks" / f"{exercise.part}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    tasks = [
        {
            "name": task.name,
            "answers": task.answers,
            "checks": [] if task.manual else task.tests,
            "stub": task.stub,
        }
        for task in exercise.tasks
    ]
    text = json.dumps({"exercise": exercise.part, "tasks": tasks}, ensure_ascii=False, indent=1)
    target.write_text(text + "\n", encoding="utf-8")
    return target


def _plain_page(page: Path) -> str:
    """Turn a page of the book into Markdown that any viewer shows."""
    text = re.sub(r"\A---\n.*?\n---\n+", "", page.read_text(encoding="utf-8"), flags=re.S)
    return re.sub(r"^```\{code-cell\} i?python3$", "```python", text, flags=re.M)


def _finish(path: Path, part: str) -> None:
    """Put the first cell in, and take out what only otter reads: the student's grader is ours."""
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    notebook.metadata.pop("otter", None)
    notebook.cells = [cell for cell in notebook.cells if cell.source.strip()]
    first = nbformat.v4.new_code_cell(
        first_cell(part), metadata={"jupyter": {"source_hidden": True}}, id="first"
    )
    at = next(n for n, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    notebook.cells.insert(at, first)
    nbformat.write(notebook, path)


def _readme(exercise: Exercise) -> str:
    return (
        f"{exercise.title}\n"
        f"An exercise of Three Pillars: {exercise.minutes} minutes, {exercise.points:g} points.\n\n"
        "Unpack this zip, then open a terminal in its folder:\n\n"
        "    python -m pip install -r requirements.txt     (once, with internet)\n"
        f"    jupyter lab {exercise.part}.ipynb                    (then without)\n\n"
        "Anaconda has all that is needed: open Jupyter there and go to this folder.\n"
        f"Colab: upload {exercise.part}.zip, then !unzip -o {exercise.part}.zip and %cd "
        f"{exercise.part} in a cell above the first.\n\n"
        "Everything else is in this folder: the tables in data/, the code that reads and checks\n"
        "them in three_pillars/. Keep the notebook beside them. Python 3.11, 3.12 or 3.13.\n"
        f"Hand in {exercise.part}.ipynb.\n"
    )


def _zip(folder: Path, target: Path) -> Path:
    """Pack a folder; the same content gives the same bytes."""
    files = {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    target.write_bytes(zipped(files))
    return target


def main() -> None:
    """Build the editions and say where they are."""
    bear_any_console()
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", help="parts to build (all that have a master)")
    parser.add_argument("--out", type=Path, default=OUT, help="where to")
    options = parser.parse_args()
    try:
        options.out.mkdir(parents=True, exist_ok=True)  # so that what was checked is remembered
        check_tables()  # nothing is packed from a damaged table
        for path in build(options.parts or None, options.out):
            print(f"Made {path.stem}: {path} ({path.stat().st_size / 1000:.0f} kB)")
    except (DataError, MasterError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
