"""What Sphinx and Python do in each build for seconds, and no page has anything of, is left out."""

from __future__ import annotations

import functools
import gc
from pathlib import Path
from typing import Any

import pybtex.plugin
from jinja2 import FileSystemBytecodeCache
from sphinx.application import Sphinx


def be_quick(app: Sphinx) -> None:
    """Leave it out, from now to the end of the process."""
    # A build makes millions of small objects that live to its end; to look for rubbish among them
    # after every 700, as Python does, takes a tenth of its time.
    gc.set_threshold(50_000, 20, 20)
    # Each citation would look through all that is installed for the same few plugins.
    pybtex.plugin.find_plugin = functools.cache(pybtex.plugin.find_plugin)
    app.connect("config-inited", _number_no_figures, priority=900)  # after who turns it on
    app.connect("builder-inited", _spare_builder)
    app.connect("build-finished", _end_at_once, priority=900)


def _number_no_figures(app: Sphinx, config: Any) -> None:
    """Let Sphinx number no figures, for which it loads every page again after each change.

    The book numbers them itself (`numbering`).
    """
    config.numfig = False


def _spare_builder(app: Sphinx) -> None:
    # The theme's templates are compiled once, not by every build.
    folder = Path(app.doctreedir) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    app.builder.templates.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
    # The book has a search of its own: no word is stemmed for that of Sphinx.
    for step in ("load_indexer", "index_page", "dump_search_index"):
        setattr(app.builder, step, lambda *given: None)


def _end_at_once(app: Sphinx, error: Exception | None) -> None:
    """Keep Python from looking through all that a build holds once more as it ends."""
    gc.freeze()
