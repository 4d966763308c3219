"""The Sphinx side of the book: what the built pages need beyond the theme.

Charts and blocks become HTML (`mime`), the data dictionary is written from the data package
(`dictionary`), and everything a page loads comes from the book's own folder.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from importlib import resources
from pathlib import Path
from sysconfig import get_path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util.parallel import ParallelTasks, SerialTasks, parallel_available

from three_pillars import blocks, data, share
from three_pillars.blocks.core.shorten import short_script, short_style
from three_pillars.data.validating import check_tables
from three_pillars.kept import STATE

from .code_names import name_code
from .colour_key import ColourKey
from .dictionary import DataDictionary, DataIndex
from .exercises import ExerciseList, copy_zips
from .icons import draw_icons
from .languages import (
    Transliteration,
    enter_words,
    leave_words,
    mark_languages,
    transliterated,
)
from .light import lighten, unmeasured, with_specs_beside
from .mime import write_bundle
from .names import check_anchors
from .notebooks import offer_notebook, zip_notebooks
from .numbering import number_figures
from .quick import be_quick
from .runs import keep_runs
from .scriptless import for_readers_without_script
from .search import keep_words, write_words
from .sharing import forget_page, keep_drawings, write_pieces
from .side_by_side import read_in_parallel, share_out
from .social import describe_page, write_root_files
from .tips import definitions, explain_terms
from .values import ComputedValue

# Seen by every kernel that the build starts: outputs are then made for pages without a kernel.
os.environ["THREE_PILLARS_BOOK"] = "1"

# What the theme and Sphinx write into every page, and has to be mended there.
_MENDED = [
    # The book's own search instead of Sphinx's.
    (
        re.compile(r'<script src="_static/searchtools\.js"'),
        '<script defer src="_static/search-text.js"',
    ),
    (
        re.compile(r'<script src="_static/language_data\.js"'),
        '<script defer src="_static/search.js"',
    ),
    (re.compile(r'<script src="searchindex\.js"></script>\s*'), ""),
    # Without script nothing can be pressed, as on paper; behind the other styles, to win.
    (
        re.compile(r'<link media="print"[^>]*href="([^"]*paper\.css[^"]*)" />'),
        r'\g<0><noscript><link rel="stylesheet" href="\1"></noscript>',
    ),
    # A list may hold nothing but items, and this one holds link targets too.
    (re.compile(r'<div role="list" class="citation-list">'), '<div class="citation-list">'),
    (re.compile(r'(<div class="citation"[^>]*) role="doc-biblioentry"'), r"\1"),
    # A fold in the list of pages is an arrow; it is called by what is in it.
    (
        re.compile(
            r'(<a class="[^"]*\breference internal"[^>]*>)([^<]*)(</a><details[^>]*>)<summary>'
        ),
        r'\1\2\3<summary aria-label="Pages of: \2">',
    ),
    # The book's title and search, beside the list of pages, belong to the way through it.
    (
        re.compile(r'<div class="bd-sidebar-primary bd-sidebar">'),
        '<div class="bd-sidebar-primary bd-sidebar" role="navigation" aria-label="The book">',
    ),
]

# Before anything is painted: the page is marked as scripted and has its colours. The theme sets
# them only after the whole page was read; until then boxes have no borders, and text moves.
_AT_ONCE = (
    'document.documentElement.classList.add("tp-js");'
    '(set => { if (!["light", "dark"].includes(set.theme)) set.theme = '
    'matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"; })'
    "(document.documentElement.dataset)"
)

PACKAGE = Path(str(resources.files("three_pillars")))
STATIC = PACKAGE / "static"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_directive("data-dictionary", DataDictionary)
    app.add_directive("data-index", DataIndex)
    app.add_directive("exercise-list", ExerciseList)
    app.add_directive("colour-key", ColourKey)
    app.add_role("eval", ComputedValue(), override=True)
    app.add_node(Transliteration, html=(enter_words, leave_words))
    for language in ("ja", "ru"):
        app.add_role(language, transliterated(language))
    be_quick(app)
    app.connect("config-inited", read_in_parallel)
    app.connect("builder-inited", _add_static)
    app.connect("builder-inited", keep_drawings)
    app.connect("builder-inited", keep_runs)
    app.connect("env-get-outdated", _outdated)
    app.connect("env-before-read-docs", _check_tables)
    app.connect("env-before-read-docs", share_out)
    app.connect("doctree-read", check_anchors)
    app.connect("env-purge-doc", forget_page)
    app.connect("html-page-context", _defer_scripts)
    app.connect("html-page-context", describe_page)
    app.connect("html-page-context", keep_words)
    app.connect("html-page-context", number_figures)
    app.connect("html-page-context", for_readers_without_script)
    app.connect("html-page-context", offer_notebook, priority=600)  # after the theme's own buttons
    app.connect("html-page-context", _add_slides, priority=600)
    app.connect("build-finished", _finish)
    app.add_css_file("blocks.css")
    app.add_css_file("book.css")
    app.add_css_file("paper.css", media="print")
    app.add_js_file(None, body=_AT_ONCE)
    app.add_js_file("address.js")
    app.add_js_file("blocks.js")
    app.add_js_file("book.js")
    app.add_js_file("theme.js")
    app.add_js_file("table.js")
    app.add_js_file("paper.js")
    app.add_js_file("present.js")
    app.add_js_file("tips.js")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _add_static(app: Sphinx) -> None:
    """Add the scripts and styles of all pages, shortened; those of the blocks are joined first."""
    folder = Path(app.doctreedir) / "static"
    texts = {"blocks.css": blocks.style(), "blocks.js": blocks.script()}
    for file in sorted(STATIC.iterdir()):
        shorten = {".js": short_script, ".css": short_style}.get(file.suffix, str)
        texts[file.name] = shorten(file.read_text("utf-8"))
    share.write_changed(folder, {name: text.encode() for name, text in texts.items()})
    app.config.html_static_path.append(str(folder))


def _fingerprint() -> str:
    """Return a hash of all that pages are made of: package, data and libraries.

    The package is more than Python: a block's template is read as its page is made.
    """
    digest = hashlib.sha256(repr([sys.version, _libraries()]).encode())
    for root in (PACKAGE, data.root()):
        for file in sorted(root.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                content = file.read_bytes()
                path = file.relative_to(root).as_posix()
                digest.update(f"{path}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


def _libraries() -> list[str]:
    """Return the names and versions of all that is installed, as their folders have them."""
    return sorted(folder.name for folder in Path(get_path("purelib")).glob("*.dist-info"))


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> set[str]:
    """Read every page again when the package or the data changed, since Sphinx sees only text."""
    now = _fingerprint()
    before, env.three_pillars_state = getattr(env, "three_pillars_state", None), now
    os.environ[STATE] = now  # for all kernels of this build
    return set(env.found_docs) if before != now else set()


def _check_tables(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Check every table once for all the kernels of this build; a damaged one ends it here."""
    try:
        check_tables()
    except data.DataError as error:
        raise ExtensionError(str(error)) from None


def _defer_scripts(app: Sphinx, page: str, template: str, context: dict, doctree: Any) -> None:
    """Keep sphinx-thebe off the pages, and let no script hold up the first paint.

    Jupyter Book loads Thebe by itself; it declares its settings twice, which is an error in the
    browser, and it points to a CDN. The book does not use it.
    """
    for kind in ("script_files", "css_files"):
        context[kind] = [
            file
            for file in context.get(kind, [])
            if "thebe" not in str(getattr(file, "filename", file) or "").lower()
            and "THEBE_JS_URL" not in str(getattr(file, "attributes", {}).get("body", ""))
        ]
    for script in context["script_files"]:
        if getattr(script, "filename", None):
            script.attributes.setdefault("defer", "defer")


def _add_slides(app: Sphinx, page: str, template: str, context: dict, doctree: Any) -> None:
    """Give a page with charts the button that shows it as slides."""
    if 'class="chart"' in context.get("body", ""):
        context["header_buttons"].insert(
            0,
            {
                "type": "javascript",
                "javascript": "tpPresent()",
                "text": "",
                "icon": "fa-solid fa-person-chalkboard",
                "tooltip": "Show as slides",
                "label": "present",
            },
        )


def _running(static: Path) -> list[str]:
    """Return the scripts that pages run, here and on the site; they may add classes."""
    folders = (static, static / "scripts", PACKAGE / "share", PACKAGE / "site" / "page")
    return [
        file.read_text("utf-8")
        for folder in folders
        for file in sorted(folder.glob("*.js"))
        if file.name not in ("bootstrap.js", "search-text.js", "fontawesome.js")
    ]


def _mend_pages(app: Sphinx) -> None:
    """Mend what the theme and Sphinx wrote, in the pages that this build wrote."""
    out = Path(app.outdir)
    meanings = definitions(out)
    # The pages of the pieces have sheets and words of their own.
    pages = (page for page in out.rglob("*.html") if not page.is_relative_to(out / "share"))
    texts = {page: page.read_text("utf-8") for page in pages}
    # With their icons, so that a page which was mended before has the same classes as a new one.
    drawn = {page: draw_icons(text) for page, text in texts.items()}
    lightened, sheets = lighten(out / "_static", drawn.values(), _running(out / "_static"))
    # Whoever explains terms in another way, or has other style sheets, mends every page again.
    stamp, now = Path(app.doctreedir) / "mended", f"{_fingerprint()} {sheets} {meanings}"
    since = stamp.stat().st_mtime if stamp.is_file() and stamp.read_text("utf-8") == now else 0
    for page, text in texts.items():
        if page.stat().st_mtime < since:
            continue
        plain = drawn[page]
        for pattern, instead in _MENDED:
            plain = pattern.sub(instead, plain)
        plain = lightened(mark_languages(explain_terms(name_code(plain), meanings)))
        plain = with_specs_beside(page, plain)
        if plain != text:
            page.write_text(plain, encoding="utf-8")
    stamp.write_text(now, encoding="utf-8")


def _finish(app: Sphinx, error: Exception | None) -> None:
    """Mend the pages, and put beside them what they load, link to and share."""
    if error or app.builder.format != "html":
        return
    out = Path(app.outdir)
    # Beside the mending of pages, of which the pieces read nothing.
    pieces = ParallelTasks(1) if parallel_available else SerialTasks()
    pieces.add_task(write_pieces, app)
    _mend_pages(app)
    unmeasured(out / "_static")
    # The icons are in the pages by now; no page asks for these two megabytes.
    shutil.rmtree(out / "_static" / "vendor" / "fontawesome", ignore_errors=True)
    write_bundle(out / "_static" / "vega" / "vega.js")
    pieces.join()
    write_root_files(app)
    write_words(app)
    for name in data.tables():
        source, target = data.root() / data.describe(name)["path"], out / "data" / f"{name}.csv"
        if not target.exists() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    shutil.copyfile(data.root() / "datapackage.json", out / "data" / "datapackage.json")
    copy_zips(out)
    zip_notebooks(out)
    # The coast is no table, but its licence asks that whoever gets the maps can get it too.
    for source in data.root().rglob("*.geojson"):
        target = out / "data" / source.relative_to(data.root())
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
