"""The first cell says in one sentence what is missing, where nothing of the package is."""

import subprocess
import sys

import pytest

from three_pillars.classroom.first_cell import chapter_first_cell, first_cell

pytestmark = pytest.mark.exercises

# Runs the cell as IPython would show its error, with some things changed before.
RUN = """
import sys, importlib.util
sys.path[:] = [path for path in sys.path if "src" not in path.split("/")]
find = importlib.util.find_spec
importlib.util.find_spec = lambda name: None if name in {gone!r} else find(name)
{before}
try:
    exec({cell!r}, {{"__name__": "__main__"}})
except Exception as error:
    print(*error._render_traceback_())
"""


def test_what_draws_has_another_name_for_pip(tmp_path):
    code = RUN.format(gone=["vl_convert"], before="", cell=chapter_first_cell())
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == (
        "The package vl-convert-python is missing: run %pip install vl-convert-python, "
        "restart the kernel."
    )


@pytest.mark.parametrize("name", ["altair", "pandas"])
@pytest.mark.parametrize("code", [first_cell("energy"), chapter_first_cell()])
def test_a_file_that_hides_a_package(tmp_path, code, name):
    (tmp_path / f"{name}.py").write_text("print('mine')\n", "utf-8")
    code = RUN.format(gone=[], before="sys.path.insert(0, '')", cell=code)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == (
        f"Your own file {name}.py, in {tmp_path}, hides the package {name}: "
        "give it another name, then restart the kernel."
    )


@pytest.mark.parametrize("name", ["altair", "pandas"])
def test_in_a_chapter_the_package_says_it(tmp_path, name):
    (tmp_path / f"{name}.py").write_text("", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import three_pillars"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.stderr.strip().splitlines()[-1] == (
        f"ImportError: Your own file {name}.py, in {tmp_path}, hides the package {name}: "
        "give it another name, then restart the kernel."
    )


@pytest.mark.parametrize(("folders", "gone", "before", "words"), [
    (["three_pillars", "data"], ["three_pillars"], "", ""),
    (["three_pillars", "data"], ["altair"], "", "The package altair is missing: run %pip install"),
    (["data"], ["three_pillars"], "", ": three_pillars; unpack the whole zip"),
    (["three_pillars"], [], "", ": data; unpack the whole zip"),
    ([], ["three_pillars"], "", ": three_pillars and data; unpack"),
    ([], ["three_pillars"], "sys.modules['google.colab'] = sys", "!unzip -o energy.zip and %cd"),
    ([], [], "importlib.util.find_spec = lambda name: sys", ""),  # installed: JupyterLite, a room
    ([], [], "sys.version_info = (3, 14, 0)", "choose a kernel with Python 3.11, 3.12 or 3.13"),
])  # fmt: skip
def test_each_thing_that_is_missing(tmp_path, folders, gone, before, words):
    for folder in folders:
        (tmp_path / folder).mkdir()
    code = RUN.format(gone=gone, before=before, cell=first_cell("energy"))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    said = done.stdout.strip()
    assert words in said
    assert bool(said) is bool(words)
    assert "\n" not in said
