"""A student's zip holds what its exercise needs, and works where nothing of the book is."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from helpers.exercise_runs import EXERCISES, PARTS

from three_pillars.classroom import bundle

pytestmark = pytest.mark.exercises


@pytest.mark.parametrize("part", PARTS)
def test_the_zip_holds_all_that_the_notebook_needs(part, made, tmp_path):
    with zipfile.ZipFile(made / f"{part}.zip") as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert f"{part}/{part}.ipynb" in names
    assert f"{part}/README.txt" in names
    assert not [name for name in names if "classroom" in name or "/book/" in name]
    package = json.loads((tmp_path / part / "data" / "datapackage.json").read_text("utf-8"))
    kept = {resource["name"] for resource in package["resources"]}
    assert set(EXERCISES[part].tables) <= kept
    others = set(PARTS) - {part}
    code = {Path(name).relative_to(part, "three_pillars").parts[0].removesuffix(".py")
            for name in names if name.startswith(f"{part}/three_pillars/")}  # fmt: skip
    assert part in code
    assert not others & code
    assert not [name for name in names if "/judges/" in name]


def test_modules_are_followed_through_the_imports_of_the_code():
    files = bundle.package(["from three_pillars import load"])
    assert "data.py" in files or "data/__init__.py" in files
    assert "from .data import load" in files["__init__.py"]
    assert "figure" not in files["__init__.py"]
    assert not [name for name in files if name.startswith(("checks", "energy", "blocks"))]
    inside = bundle.package(["%matplotlib inline\ndef f():\n    from three_pillars import energy"])
    assert [name for name in inside if name.startswith("energy")]


BARE = """
import json, sys
for name in ("frictionless", "vl_convert", "otter", "nbconvert", "nbformat", "ipywidgets"):
    sys.modules[name] = None  # not on a student's machine
cells = [c for c in json.load(open(sys.argv[1]))["cells"] if c["cell_type"] == "code"]
names = {}
for cell in cells:
    source = "".join(cell["source"])
    if source.startswith("grader.check"):
        print(repr(eval(source, names)))
    elif source == "grader.export()":
        said = repr(eval(source, names))
    else:
        exec(source, names)
print(said)
import three_pillars
print(three_pillars.__file__)
"""


@pytest.mark.parametrize("part", PARTS)
def test_the_zip_opens_anywhere_and_its_checks_answer(made, tmp_path, part):
    """With pandas and Altair alone; the solutions pass where nothing of the book is."""
    with zipfile.ZipFile(made / f"{part}.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / part
    student = json.loads((folder / f"{part}.ipynb").read_text(encoding="utf-8"))
    for cell in student["cells"]:
        source = "".join(cell["source"]).strip()
        for task in EXERCISES[part].tasks[:-3]:
            if not task.manual and source == task.stub.strip():
                cell["source"] = task.solution
    (folder / f"{part}.ipynb").write_text(json.dumps(student), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BARE, f"{part}.ipynb"],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    said = done.stdout.splitlines()
    tasks = [task for task in EXERCISES[part].tasks if not task.manual]
    assert Path(said[-1]).parent.parent == folder.resolve()
    assert said[-2].startswith(f"Hand in {part}.ipynb, this one file")
    left = [task.name for task in EXERCISES[part].tasks[-3:]]
    assert all(name in said[-2] for name in left)
    verdicts = {
        line.partition(":")[0]: line for line in said if "right." in line or "not yet" in line
    }
    for task in EXERCISES[part].tasks[:-3]:
        if not task.manual:
            assert "right." in verdicts[task.name]
    assert len(verdicts) == len(tasks)
    assert sum("three dots" in line or "nothing" in line for line in verdicts.values()) >= 1
