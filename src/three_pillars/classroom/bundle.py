"""What goes along with an exercise: the modules that it imports, and the tables that it reads.

The modules are read from the import statements of the exercise's cells, of its checks, and of each
module that these lead to, so a zip holds what its exercise can reach and no more. A statement
inside a function counts like any other. What is imported by a name that only the running program
knows, as the ledger finds the judges, does not go along.
"""

from __future__ import annotations

import ast
import functools
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from three_pillars import data

from .masters import Exercise

PACKAGE = Path(__file__).resolve().parents[1]
NAME = PACKAGE.name
DATA_FILES = {".css", ".html", ".js", ".json", ".svg", ".j2", ".jinja"}
# Rooms that no reader's Python needs: the Sphinx side, grading, what leaves the book, the site.
NOT_READ = ("book", "classroom", "share", "static", "site")


def write_bundle_of(folder: Path, exercise: Exercise) -> None:
    """Put the package and the tables that an exercise needs beside its notebook."""
    for place, text in package(exercise.sources).items():
        target = folder / NAME / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    write_tables(folder / "data", exercise.tables)


def write_tables(folder: Path, tables: Iterable[str]) -> None:
    """Copy tables, those that they refer to, and what the data package says about them."""
    needed, queue = set(), ["sources", *tables]
    while queue:
        name = queue.pop()
        if name not in needed:
            needed.add(name)
            keys = data.describe(name)["schema"].get("foreignKeys", [])
            queue += [key["reference"]["resource"] or name for key in keys]
    described = json.loads((data.root() / "datapackage.json").read_text(encoding="utf-8"))
    described["resources"] = [one for one in described["resources"] if one["name"] in needed]
    for one in described["resources"]:
        target = folder / one["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(data.root() / one["path"], target)
    (folder / "datapackage.json").write_text(
        json.dumps(described, ensure_ascii=False, indent=1), encoding="utf-8"
    )


def whole_data() -> dict[str, bytes]:
    """Return all tables and what describes them, by their places in the data folder."""
    root = data.root()
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


# The package -------------------------------------------------------------------------------------


def whole_package() -> dict[str, bytes]:
    """Return the package as a reader of all chapters needs it, by places in the package."""
    return {
        name: path.read_bytes()
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file()
        and (name := path.relative_to(PACKAGE).as_posix()).split("/")[0] not in NOT_READ
        and "__pycache__" not in path.parts
    }


def package(sources: Iterable[str]) -> dict[str, str]:
    """Return the part of the package that some code can reach.

    Args:
        sources: Cells of code.

    Returns:
        The text of each file by its place in the package. ``__init__.py`` hands on no more names
        than are asked for.
    """
    found: set[str] = set()
    wanted: set[str] = set()
    queue = [step for source in sources for step in _imports(_parsed(source), "")]
    while queue:
        module, name = queue.pop()
        if module == NAME:
            if name in _handed_on():
                if name not in wanted:
                    wanted.add(name)
                    queue.append((f"{NAME}.{_handed_on()[name]}", ""))
                continue
            module, name = f"{NAME}.{name}", ""
        for one in (module, f"{module}.{name}" if name else module):
            # Reaching a module runs every package above it.
            steps = one.split(".")
            for depth in range(2, len(steps) + 1):
                above = ".".join(steps[:depth])
                path = _file(above)
                if path and above not in found:
                    found.add(above)
                    here = above if path.name == "__init__.py" else above.rpartition(".")[0]
                    queue += _imports_of(path, here)
    paths = sorted(path for one in found if (path := _file(one)))
    files = {"__init__.py": _init(wanted)}
    for path in [PACKAGE / "_quick.py", *paths, *_data_files(paths)]:
        files[path.relative_to(PACKAGE).as_posix()] = path.read_text(encoding="utf-8")
    return files


def _parsed(source: str) -> ast.Module:
    """Read a cell; lines for the shell say nothing about imports."""
    lines = [line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))]
    return ast.parse("\n".join(lines))


def _file(module: str) -> Path | None:
    place = PACKAGE.joinpath(*module.split(".")[1:])
    if (place / "__init__.py").is_file():
        return place / "__init__.py"
    path = place.with_suffix(".py")
    return path if path.is_file() else None


@functools.cache  # six exercises reach much the same modules
def _imports_of(path: Path, package_name: str) -> list[tuple[str, str]]:
    return list(_imports(ast.parse(path.read_text(encoding="utf-8")), package_name))


def _imports(tree: ast.AST, package_name: str) -> Iterator[tuple[str, str]]:
    """Yield what code imports from this package: module, and name in it."""
    if isinstance(tree, ast.If) and "TYPE_CHECKING" in ast.unparse(tree.test):
        return
    if isinstance(tree, ast.Import):
        yield from ((a.name, "") for a in tree.names if a.name.startswith(f"{NAME}."))
    elif isinstance(tree, ast.ImportFrom):
        steps = package_name.split(".")
        base = ".".join(steps[: len(steps) - tree.level + 1]) if tree.level else ""
        module = ".".join(filter(None, [base, tree.module]))
        if module.partition(".")[0] == NAME:
            yield from ((module, alias.name) for alias in tree.names)
    for child in ast.iter_child_nodes(tree):
        yield from _imports(child, package_name)


@functools.cache
def _handed_on() -> dict[str, str]:
    """The names that the package itself hands on, each with the module that it comes from."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    return {
        alias.asname or alias.name: node.module
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _init(wanted: set[str]) -> str:
    """Write an ``__init__.py`` that hands on some names of the real one."""
    by_module: dict[str, list[str]] = {}
    for name, module in _handed_on().items():
        if name in wanted:
            by_module.setdefault(module, []).append(name)
    lines = [f"from .{module} import {', '.join(names)}" for module, names in by_module.items()]
    return "\n".join(
        ['"""Three Pillars: as much of the package as this exercise uses."""', "",
         "from . import _quick  # noqa: F401", *lines, "", f"__all__ = {sorted(wanted)!r}", ""]
    )  # fmt: skip


def _data_files(modules: list[Path]) -> list[Path]:
    """Templates, scripts and styles: those of a package's own folder, and those named in code."""
    folders = {path.parent for path in modules} - {PACKAGE}
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    named = set(re.findall(r"""["']([\w.-]+)["']""", code))
    return [
        path
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in DATA_FILES and (path.parent in folders or path.name in named)
    ]
