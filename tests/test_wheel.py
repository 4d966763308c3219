"""What is installed is what is written: an editable install reads `src` and hides every gap."""

import shutil
import subprocess
import sys
import zipfile

import pytest
from helpers.deadlines import LIMIT
from helpers.pages import ENVIRONMENT, REPOSITORY


def written():
    """The files of the package that git tracks, or that are there where git knows nothing."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "src"], cwd=REPOSITORY, capture_output=True, text=True,
        timeout=LIMIT, check=False,
    )  # fmt: skip
    names = [name for name in listed.stdout.split("\0") if name]
    if names:
        return {name.removeprefix("src/") for name in names if (REPOSITORY / name).is_file()}
    there = (REPOSITORY / "src").glob("three_pillars/**/*.*")
    return {
        path.relative_to(REPOSITORY / "src").as_posix()
        for path in there
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names in a wheel, built from a copy, so that no earlier build lends it a file."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-TEXT"):
        shutil.copy(REPOSITORY / name, folder)
    for name in written():
        path = folder / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / "src" / name, path)
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--no-index", "--disable-pip-version-check", "--wheel-dir", "out", "."],
        cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    (path,) = (folder / "out").glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_is_in_the_wheel(wheel):
    assert written(), "no file at all is written"
    missing = sorted(written() - wheel)
    assert not missing, "pyproject.toml, package-data, leaves out:\n" + "\n".join(missing)


def test_nothing_else_is_in_the_wheel(wheel):
    strange = {name for name in wheel - written() if ".dist-info/" not in name}
    assert not strange
