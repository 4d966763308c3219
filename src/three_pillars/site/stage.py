"""What Python finds in the browser, as paths and contents, in three layers.

`site` is what the book's package rests on; `kernel` what JupyterLite's kernel needs beside it;
`book` the package itself with the tables. A change of a table or a module renews the last only.
"""

from __future__ import annotations

import importlib.metadata
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from three_pillars.classroom import bundle, editions

from .errors import SiteError
from .sources import PYTHON

PACKAGES = f"/lib/python{PYTHON}/site-packages"
"""Where Python looks for packages in the browser."""
BOOK = "/book"
"""Where the book's own files lie there: ``data`` is below it."""

Files = dict[str, bytes]
"""Contents by their absolute paths in the browser."""

# As installed here, so in the versions of the lock file; what is compiled is left out of them.
PLAIN = (
    "altair",
    "attrs",
    "jinja2",
    "jsonschema",
    "jsonschema-specifications",
    "markupsafe",
    "narwhals",
    "packaging",
    "python-dateutil",
    "referencing",
    "six",
    "typing-extensions",
    "tzdata",
)
KERNEL = (
    "asttokens",
    "comm",
    "executing",
    "ipython",
    "ipython-pygments-lexers",
    "ipywidgets",
    "matplotlib-inline",
    "prompt-toolkit",
    "pure-eval",
    "pygments",
    "stack-data",
    "traitlets",
    "wcwidth",
)

BROWSER = Path(__file__).parent / "browser"

_ENDINGS = frozenset({".so", ".pyd", ".pyi", ".pyx", ".pxd", ".c", ".h", ".a", ".pyc", ".typed"})
_FOLDERS = frozenset({"tests", "test", "__pycache__"})
# Data frames of other libraries, which are not there.
_NARWHALS = ("_arrow", "_dask", "_duckdb", "_ibis", "_polars", "_spark_like", "_sql")
_NEVER = (
    *("altair/jupyter/js", "pandas/conftest", "narwhals/testing", "jsonschema/benchmarks"),
    "pandas/plotting/_matplotlib",  # without Matplotlib pandas says the same with it
)
_NUMPY = ("f2py", "_core/lib", "_core/include", "distutils", "doc", "random/lib", "_pyinstaller")


def site_layer(wheels: Iterable[Path]) -> Files:
    """Return NumPy, pandas, Altair and what they need.

    Args:
        wheels: those of NumPy and pandas.

    Raises:
        SiteError: a package is not installed.
    """
    files: Files = {}
    for wheel in wheels:
        files |= _unzipped(wheel)
    # An alias of types imports numpy.random, eight libraries that few chapters need; they come at
    # the first use.
    where = f"{PACKAGES}/pandas/_typing.py"
    files[where] = re.sub(rb"\n +\| np\.random\.\w+(?=\n)", b"", files[where])
    return files | _installed(PLAIN) | _stand_ins("rpds", "vl_convert")


def kernel_layer(wheels: Iterable[Path]) -> Files:
    """Return IPython, ipywidgets and the kernel itself.

    Args:
        wheels: ``pyodide_kernel`` and ``ipykernel``, as JupyterLite's kernel brings them.

    Raises:
        SiteError: a package is not installed.
    """
    files = _installed(KERNEL)
    for wheel in wheels:
        files |= _unzipped(wheel)
    # Without Jedi, which is 5 MB: names and modules are completed all the same.
    where = f"{PACKAGES}/pyodide_kernel/interpreter.py"
    files[where] = files[where].replace(b"use_jedi = True", b"use_jedi = False")
    return files | _stand_ins("micropip", "piplite")


def book_layer() -> Files:
    """Return the book's package, what runs its cells, and the tables."""
    package = {name: content for name, content in bundle.whole_package().items() if _wanted(name)}
    # What runs the cells of a page, in this room.
    room = Path(__file__).parent
    for path in (room / "__init__.py", *sorted(BROWSER.glob("*.*"))):
        if _wanted(path.name):
            package[f"site/{path.relative_to(room).as_posix()}"] = path.read_bytes()
    files = {f"{PACKAGES}/three_pillars/{name}": content for name, content in package.items()}
    tables = {f"{BOOK}/data/{name}": content for name, content in bundle.whole_data().items()}
    return files | _checks() | tables


def _checks() -> Files:
    """Return the checks of the exercises, as each student's copy has them."""
    made = editions.OUT / "student"
    return {
        f"{PACKAGES}/three_pillars/checks/tasks/{path.name}": path.read_bytes()
        for path in sorted(made.glob("*/three_pillars/checks/tasks/*.json"))
    }


def licences(layers: Iterable[Mapping[str, bytes]]) -> str:
    """Return the licence texts of all packages in the layers, one after the other."""
    texts = {
        path.removeprefix(f"{PACKAGES}/"): content.decode("utf-8", "replace")
        for files in layers
        for path, content in files.items()
        if ".dist-info/" in path and "licen" in path.lower()
    }
    return "\n\n".join(f"== {name}\n\n{text}" for name, text in sorted(texts.items()))


def _installed(names: Iterable[str]) -> Files:
    files: Files = {}
    for name in names:
        try:
            found = importlib.metadata.files(name) or []
        except importlib.metadata.PackageNotFoundError:
            raise SiteError(f"{name} is not installed here; run make, which installs it.") from None
        for file in found:
            if ".." not in file.parts and _wanted(file.as_posix()):
                files[f"{PACKAGES}/{file.as_posix()}"] = Path(file.locate()).read_bytes()
    return files


def _unzipped(wheel: Path) -> Files:
    with zipfile.ZipFile(wheel) as archive:
        return {
            f"{PACKAGES}/{name}": archive.read(name)
            for name in sorted(archive.namelist())
            if not name.endswith("/") and _wanted(name, compiled=True)
        }


def _stand_ins(*names: str) -> Files:
    """Return our own small modules that stand where a compiled or needless package would."""
    return {
        f"{PACKAGES}/{name}.py": (BROWSER / "stand_ins" / f"{name}.py").read_bytes()
        for name in names
    }


def _wanted(name: str, compiled: bool = False) -> bool:
    path = PurePosixPath(name)
    if compiled and path.suffix == ".so":
        return not path.name.startswith(("_operand_flag", "_rational", "_struct_ufunc", "_umath_t"))
    if path.parts[0].endswith(".dist-info"):
        return path.name == "METADATA" or "licen" in name.lower()
    if path.parts[0] == "numpy" and "/".join(path.parts[1:]).startswith(_NUMPY):
        return False
    if path.parts[0] == "narwhals" and path.parts[1] in _NARWHALS:
        return False
    if name.startswith(_NEVER):
        return False
    return path.suffix not in _ENDINGS and not _FOLDERS.intersection(path.parts[:-1])
