"""The hook of `three_pillars.share`: pieces are kept as pages are read, and written at the end."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from three_pillars import figures, share
from three_pillars.kept import KEPT_IN, STATE

LOGGER = logging.getLogger(__name__)

COST = ".pieces-cost"
"""The file in ``_build`` that says what the last build spent on pieces."""

KEEP_DAYS = 30
"""A drawing that no build used for so long is deleted."""


def keep_drawings(app: Sphinx) -> None:
    """Let every kernel and every page draw a chart once and for all; see `three_pillars.kept`."""
    folder = Path(app.outdir).parent / ".drawings"
    folder.mkdir(parents=True, exist_ok=True)
    os.environ[KEPT_IN] = str(folder)
    oldest = time.time() - KEEP_DAYS * 86400
    for file in folder.iterdir():
        if file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)


def store(env: BuildEnvironment) -> Path:
    """Return the folder in which pieces wait for the end of the build."""
    return Path(env.doctreedir) / "pieces"


def addressed(document: str, content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an output whose chart knows its address, by which its page offers to share it.

    Args:
        document: the document of the book.
        content: a specification, or the payload of a block.
    """
    spec = content.get("spec", content) if "kind" in content else content
    name = figures.name_of(spec) if content.get("kind", "predict") == "predict" else None
    if not name:
        return content
    meta = spec["usermeta"]["three_pillars"] | {"address": f"{share.page_of(document)}/{name}"}
    spec = {**spec, "usermeta": {**spec["usermeta"], "three_pillars": meta}}
    return {**content, "spec": spec} if "kind" in content else spec


def forget_page(app: Sphinx, env: BuildEnvironment, document: str) -> None:
    """Drop the pieces of a page that is read again or is gone."""
    share.drop_pieces(store(env), document)


def write_pieces(app: Sphinx) -> None:
    """Write the page and the files of each piece, the scripts they need, and the redirects."""
    began = time.monotonic()
    out, env = Path(app.outdir), app.env
    kept = share.kept_pieces(store(env), sorted(env.found_docs))
    wanted = {out / piece.folder for piece in kept}
    of_page: dict[str, list[share.Piece]] = {}
    for piece in kept:
        of_page.setdefault(share.document_of(piece.page), []).append(piece)
    for document, pieces in of_page.items():
        _write_page(app, document, pieces)
    addresses = {piece.address for piece in kept}
    for one in share.kept_addresses().values():
        if one.moved_to:
            folder = out / "share" / one.path
            page = share.moved_page(one.path, one.moved_to, own_page=one.moved_to in addresses)
            share.write_changed(folder, {"index.html": page})
            wanted.add(folder)
    for page in list((out / "share").glob("**/index.html")):
        if page.parent not in wanted:
            shutil.rmtree(page.parent)
    share.write_changed(out / "_static" / "share", {"share.js": share.share_script()})
    # `make book` prints it: what the pages and files of the pieces cost, among all that it does.
    said = f"Pages and files of {len(kept)} pieces: {time.monotonic() - began:.1f} seconds.\n"
    (out.parent / COST).write_text(said, encoding="utf-8")


def _write_page(app: Sphinx, document: str, pieces: list[share.Piece]) -> None:
    """Write the page and the files of each piece of one page of the book, if they are not there."""
    env, out, baseurl = app.env, Path(app.outdir), app.config.html_baseurl
    text = Path(env.doc2path(document)).read_text("utf-8")
    title = env.titles[document].astext()
    made_of = repr([os.environ.get(STATE), baseurl, title, text, pieces])
    now = hashlib.sha256(made_of.encode()).hexdigest()
    note = store(env) / f"{document.replace('/', '.')}.written"
    there = all((out / piece.folder / "index.html").is_file() for piece in pieces)
    if there and note.is_file() and note.read_text("utf-8") == now:
        return
    # Noted only when all is written: whatever ends this build, the next tries again.
    whole = True
    for piece in pieces:
        try:
            files = share.piece_files(piece, text, title, baseurl)
        except share.ShareError as error:
            LOGGER.warning("%s: %s", piece.address, error, location=document)
            whole = False
            continue
        share.write_changed(out / piece.folder, files)
    if whole:
        note.write_text(now, encoding="utf-8")
