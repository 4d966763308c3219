"""The Python that rebuilds a chart: of its chapter's code, what the chart rests on.

It is cut out of the chapter itself, so it starts from `load()` and the part's measures, as a class
would write it, and cannot fall behind what the page shows.
"""

from __future__ import annotations

import ast
import functools
import re
import symtable
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .errors import ShareError

_CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# Where a chart's own name stands: the call that makes it.
_MAKERS = ("figure", "explore")


@dataclass(frozen=True)
class _Statement:
    """A statement of a chapter: its text, the names it gives, and those it reads."""

    text: str
    gives: frozenset[str]
    reads: frozenset[str]
    changes: frozenset[str]


def code_of(chapter: str, name: str) -> str:
    """Return the Python of one chart of a chapter, to run by itself.

    Args:
        chapter: the text of the chapter, MyST Markdown.
        name: the chart's name.

    Returns:
        Imports, what the chart rests on in the order of the chapter, and ``chart = …``.

    Raises:
        ShareError: no call of `figure()` or `explore()` in the chapter has this name.
    """
    before: list[_Statement] = []
    for cell, node, statement in _read(chapter):
        call = _maker(node, name)
        if call is not None:
            text = f"chart = {_dedented(cell, call)}"
            target = _statement(text, ast.parse(text).body[0])
            return _laid_out([*_sliced(before, target), target])
        before.append(statement)
    raise ShareError(f"no figure() or explore() of this chapter is named {name!r}.")


@functools.lru_cache(maxsize=2)
def _read(chapter: str) -> list[tuple[str, ast.stmt, _Statement]]:
    """Return the statements of a chapter, each with its cell and its tree."""
    return [
        (cell, node, _statement(ast.get_source_segment(cell, node), node))
        for cell in cells_of(chapter)
        for node in ast.parse(cell).body
    ]


def cells_of(chapter: str) -> Iterator[str]:
    """Yield the code of the cells of a chapter, in order.

    Args:
        chapter: its text, MyST Markdown.
    """
    for match in _CELL.finditer(chapter):
        # The options of a cell stand first: a line each, or all between two lines of dashes.
        yield re.sub(r"\A(?:(?::[^\n]*\n)+|---\n.*?^---\n)", "", match[1], flags=re.M | re.S)


def _maker(node: ast.stmt, name: str) -> ast.Call | None:
    for inner in ast.walk(node):
        if (
            isinstance(inner, ast.Call)
            and isinstance(inner.func, ast.Name)
            and inner.func.id in _MAKERS
            and any(
                key.arg == "name" and getattr(key.value, "value", None) == name
                for key in inner.keywords
            )
        ):
            return inner
    return None


def _dedented(cell: str, call: ast.Call) -> str:
    """Return the text of a call as it stands if it begins its line."""
    text = ast.get_source_segment(cell, call)
    line = cell.splitlines()[call.lineno - 1]
    indent = len(line) - len(line.lstrip())
    return re.sub(rf"\n {{0,{indent}}}", "\n", text)


def _statement(text: str, node: ast.stmt) -> _Statement:
    reads, gives = set(), set()
    table = symtable.symtable(text, "chapter", "exec")
    for symbol in table.get_symbols():
        if symbol.is_assigned() or symbol.is_imported():
            gives.add(symbol.get_name())
        if symbol.is_referenced():
            reads.add(symbol.get_name())
    for inner in _tables_in(table):
        reads |= {s.get_name() for s in inner.get_symbols() if s.is_global()}
    return _Statement(text, frozenset(gives), frozenset(reads), frozenset(_changed(node)))


def _tables_in(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _tables_in(child)


def _changed(node: ast.stmt) -> Iterator[str]:
    """Yield the names whose values a statement changes in place: ``a["b"] = …``, ``a.insert(…)``.

    An expression that only shows something changes nothing that matters, and is taken along.
    """
    targets: Iterable[ast.AST] = ()
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.AugAssign | ast.AnnAssign):
        targets = [node.target]
    elif isinstance(node, ast.For | ast.While | ast.If | ast.With):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt):
                yield from _changed(child)
    elif (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
    ):
        targets = [node.value.func]
    for target in targets:
        for each in target.elts if isinstance(target, ast.Tuple) else [target]:
            while isinstance(each, ast.Subscript | ast.Attribute):
                each = each.value
                if isinstance(each, ast.Name):
                    yield each.id


def _sliced(before: list[_Statement], target: _Statement) -> list[_Statement]:
    """Return the statements on which another rests, in their order."""
    wanted, kept = set(target.reads), []
    for one in reversed(before):
        if one.gives & wanted:
            wanted -= one.gives - one.reads
            wanted |= one.reads
            kept.append(one)
        elif one.changes & wanted:
            wanted |= one.reads
            kept.append(one)
    return kept[::-1]


def _laid_out(statements: list[_Statement]) -> str:
    """Return the statements as a script: imports first, a blank line around a function."""
    imports, rest = [], []
    for one in statements:
        (imports if one.text.startswith(("import ", "from ")) else rest).append(one)
    used = {name for one in rest for name in one.reads}
    lines = [line for one in imports for line in _trimmed(one.text, used)]
    lines = [*dict.fromkeys(lines), ""]
    for one in rest:
        apart = one.text.startswith(("def ", "class ", "@"))
        lines += ["", one.text, ""] if apart else [one.text]
    joined = re.sub(r"\n{3,}", "\n\n\n", "\n".join(lines)).strip()
    return f"{joined}\n"


def _trimmed(text: str, used: set[str]) -> Iterator[str]:
    """Yield an import with those of its names that are used; nothing if none is."""
    node = ast.parse(text).body[0]
    node.names = [each for each in node.names if (each.asname or each.name) in used]
    if node.names:
        line = ast.unparse(node)
        head, names = line.partition(" import ")[::2]
        if len(line) > 88:
            listed = textwrap.fill(f"{names},", 84, initial_indent="    ", subsequent_indent="    ")
            line = f"{head} import (\n{listed}\n)"
        yield line
