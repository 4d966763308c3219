"""Runs the cells of a chapter in the worker of its page; started by worker.mjs.

What a cell shows becomes the same HTML as in the built book, with the same names, so that the
page's own scripts bring charts and blocks to life.
"""

from __future__ import annotations

import html
import io
import json
import os
import rlcompleter
import sys
import types
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from three_pillars import blocks, figures
from three_pillars.explore import Explorable, live_spec
from three_pillars.words import curly

from .plain_errors import in_plain_words

MOST = 200_000
"""Characters that one cell may print; what comes after them is dropped, and the cell says so."""


class PageCells:
    """The cells of one chapter: their names, what they show, their explorables."""

    def __init__(self, base: str):
        """Begin without names; the package is imported by now, so the first cell need not wait.

        Args:
            base: the path from the page to the root of the book.
        """
        os.makedirs("/book", exist_ok=True)
        os.chdir("/book")
        self.base = base
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.left = {-1: dict(self.names)}  # the names as each cell left them
        self.explorables: dict[str, tuple[Any, int]] = {}
        self.at = -1
        self.outputs: list[dict[str, str]] = []
        self.uid = ""
        _stand_in_for_ipython(self.show)

    async def run(self, code: str, uid: str, at: int) -> str:
        """Run one cell; return JSON with its outputs and, if it stopped, the error.

        It finds the names as the cell above left them: a chapter uses some for several things, and
        whoever runs a cell again must not meet what a later one put there.

        Args:
            code: the cell.
            uid: what the ids of its outputs begin with, such as ``cell-5``.
            at: its place among the cells of the chapter, from 0; those above have run.
        """
        from pyodide.code import CodeRunner

        self.outputs, self.uid, self.at = [], uid, at
        self._as_left_by(at - 1)
        name, error = f"<{uid}>", None
        printed = _Printed(self.outputs)
        try:
            with redirect_stdout(printed), redirect_stderr(printed):
                runner = CodeRunner(code, return_mode="last_expr", filename=name)
                value = await runner.compile().run_async(self.names)
                if value is not None:
                    self.show(value)
        except BaseException as stopped:  # SystemExit and KeyboardInterrupt, too
            error = in_plain_words(stopped, code, name)
        self.left[at] = dict(self.names)
        return json.dumps({"outputs": self.outputs, "error": error})

    def _as_left_by(self, at: int) -> None:
        # The same dictionary: functions look their names up in the one that they were made in.
        names = dict(self.left.get(at, self.names))
        self.names.clear()
        self.names.update(names)

    def show(self, *values: Any, raw: bool = False, **_: Any) -> None:
        """Show values below the cell; `display()` of IPython comes here.

        Args:
            values: what is shown.
            raw: whether they are already what something says of itself, by kind.
        """
        for value in values:
            if hasattr(value, "_ipython_display_") and not isinstance(value, Explorable):
                value._ipython_display_()  # which comes here again with what it shows
                continue
            uid = f"{self.uid}-{len(self.outputs) + 1}"
            text = self._html(value, uid, value if raw else _bundle(value))
            self.outputs.append({"kind": "html", "text": text})

    def values(self, expressions: str) -> str:
        """Return the values of expressions as the text of the page has them; None if one fails."""
        out = []
        for expression in json.loads(expressions):
            try:
                value = eval(expression, self.names)
                out.append(value if isinstance(value, str) else repr(value))
            except Exception:
                out.append(None)
        return json.dumps(out)

    def move(self, uid: str, places: str) -> str:
        """Return the figure of an explorable at another setting, computed by its model.

        Args:
            uid: the figure's id.
            places: for each control the place of its value, as JSON.
        """
        try:
            one, at = self.explorables[uid]
            self._as_left_by(at)
            return json.dumps({"html": self._explorable(one, uid, places)})
        except Exception as stopped:
            return json.dumps({"error": in_plain_words(stopped, "", "")})

    def complete(self, text: str) -> str:
        """Return what the name at the end of a text may become, as JSON.

        Args:
            text: a name, with dots or without.
        """
        found = []
        completer = rlcompleter.Completer(self.names)
        for at in range(200):
            one = completer.complete(text, at)
            if one is None:
                break
            found.append(one.rstrip("()").rstrip())
        return json.dumps({"from": text, "names": sorted(set(found))})

    def _html(self, value: Any, uid: str, bundle: Mapping[str, Any]) -> str:
        # A figure's or block's id is its name, as in the book; a reader's own may have none.
        if isinstance(value, Explorable):
            uid = value.address or uid
            self.explorables[uid] = (value, self.at)
            return self._explorable(value, uid, "{}")
        if blocks.MIME_TYPE in bundle:
            block = curly(bundle[blocks.MIME_TYPE])
            return blocks.to_html(block, blocks.names_in(block)[0][1] or uid, self.base)
        if figures.MIME_TYPE in bundle:
            spec = curly(bundle[figures.MIME_TYPE])
            return figures.to_html(spec, figures.name_of(spec) or uid, self.base)
        if figures.TABLE_TYPE in bundle:
            return figures.table_figure(figures.in_print(bundle[figures.TABLE_TYPE]), self.base)
        if "text/html" in bundle:
            return f'<div class="output text_html">{bundle["text/html"]}</div>'
        text = bundle.get("text/plain") or bundle.get("text/markdown") or repr(value)
        return f'<div class="output text_plain"><pre>{html.escape(text)}</pre></div>'

    def _explorable(self, one: Any, uid: str, places: str) -> str:
        spec = curly(live_spec(one, json.loads(places)))
        return figures.to_html(spec, uid, self.base)


class _Printed(io.TextIOBase):
    """Keeps what is printed, in its place among the other outputs, up to a limit."""

    def __init__(self, outputs: list[dict[str, str]]):
        self.outputs, self.room = outputs, MOST

    def write(self, text: str) -> int:
        if not self.room:
            return len(text)
        kept = text[: self.room]
        self.room -= len(kept)
        if not self.room:
            kept += f"\n… (a cell shows {MOST:,} characters at most)\n"
        if not (self.outputs and self.outputs[-1]["kind"] == "text"):
            self.outputs.append({"kind": "text", "text": ""})
        self.outputs[-1]["text"] += kept
        return len(text)


def _bundle(value: Any) -> Mapping[str, Any]:
    """Return what a value says of itself, by kind."""
    bundle: dict[str, Any] = {}
    if hasattr(value, "_repr_mimebundle_"):
        found = value._repr_mimebundle_(include=None, exclude=None)
        bundle |= (found[0] if isinstance(found, tuple) else found) or {}
    for kind, method in (("text/html", "_repr_html_"), ("text/markdown", "_repr_markdown_")):
        if kind not in bundle and hasattr(value, method):
            text = getattr(value, method)()
            if text is not None:
                bundle[kind] = text
    return bundle


def _stand_in_for_ipython(show: Any) -> None:
    """Put a small IPython.display into place; the whole of IPython is for JupyterLite only."""

    class Shown:
        """Something of one kind, such as HTML."""

        method = ""

        def __init__(self, data: str = "", **_: Any):
            self.data = data

    def kind(name: str, method: str) -> type:
        return type(name, (Shown,), {method: lambda self: self.data})

    module, inner = types.ModuleType("IPython"), types.ModuleType("IPython.display")
    inner.HTML, inner.Markdown = kind("HTML", "_repr_html_"), kind("Markdown", "_repr_markdown_")
    inner.display = show
    inner.clear_output = lambda wait=False: None
    module.display = inner
    module.get_ipython = lambda: None
    sys.modules["IPython"], sys.modules["IPython.display"] = module, inner
