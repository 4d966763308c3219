"""``make share``: the quizzes of the built book for learning platforms, by part and as a whole."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from ...commentary import PARTS
from ...console import bear_any_console
from ...words import counted
from ..errors import ShareError
from ..pieces import Piece, document_of, kept_pieces
from .cartridge import cartridge
from .gift import gift
from .moodle import moodle
from .qti12 import qti12
from .qti21 import qti21
from .question import Picture, Question, questions_of

ROOT = Path(__file__).resolve().parents[4]
"""The folder of the book."""

OUT = ROOT / "_build" / "share"
"""Where the files go; nothing else is kept there."""


def book_questions(
    root: Path = ROOT, build: Path | None = None
) -> tuple[list[Question], dict[str, str]]:
    """Return the questions of the built book in reading order, and the title of each page.

    Args:
        root: the folder of the book.
        build: the folder in which it was built, ``_build`` by default.

    Raises:
        ShareError: the book is not built.
    """
    build = build or root / "_build"
    store, built = build / ".doctrees" / "pieces", build / "html"
    documents = re.findall(
        r"(?m)^\s*(?:root|- file): (\S+)$", (root / "_toc.yml").read_text("utf-8")
    )
    pieces = kept_pieces(store, documents)
    if not pieces:
        raise ShareError("the book is not built; run make book first.")
    asked = {(p.page, p.content.get("chart")) for p in pieces if p.kind == "question"}
    pictures = {
        piece.address: _picture(piece, built)
        for piece in pieces
        if piece.kind == "chart" and (piece.page, piece.name) in asked
    }
    titles = {}
    for piece in pieces:
        text = (root / f"{document_of(piece.page)}.md").read_text("utf-8")
        titles.setdefault(piece.page, re.search(r"(?m)^# (.+)$", text)[1])
    return questions_of(pieces, pictures), titles


def _picture(piece: Piece, built: Path) -> Picture:
    file = built / piece.folder / "chart.png"
    return Picture(f"{piece.name}.png", piece.printed["description"], file.read_bytes())


def export(root: Path = ROOT, out: Path = OUT, build: Path | None = None) -> list[Path]:
    """Write the questions in every format, by part and as a whole.

    Args:
        root: the folder of the book.
        out: where to; what an earlier call left there is gone.
        build: the folder in which the book was built, ``_build`` by default.

    Returns:
        The files written.

    Raises:
        ShareError: the book is not built.
    """
    questions, titles = book_questions(root, build)
    baseurl = re.search(
        r'(?m)^  baseurl: "?([^"\n]*)"?$', (root / "_config.yml").read_text("utf-8")
    )[1]
    shutil.rmtree(out, ignore_errors=True)
    written = []
    for part in ("", *PARTS):
        held = [question for question in questions if part in ("", question.part)]
        if not held:
            continue
        title = f"Three Pillars {part}".strip()
        name = "-".join(title.lower().split())
        zips = {
            each: (root / "_build" / "exercises" / f"{each}.zip")
            for each in ([part] if part else PARTS)
        }
        exercises = {each: file.read_bytes() for each, file in zips.items() if file.is_file()}
        contents = {
            f"moodle/{name}.xml": moodle(held),
            f"gift/{name}.txt": gift(held, baseurl).encode(),
            f"qti12/{name}.zip": qti12(held, title),
            f"qti21/{name}.zip": qti21(held, title),
            f"cartridge/{name}.imscc": cartridge(
                held, title, titles=titles, exercises=exercises, baseurl=baseurl
            ),
        }
        for path, content in contents.items():
            file = out / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            written.append(file)
    return written


def main() -> int:
    """Write all files and say what they hold; the exit code is 1 if there is nothing to write."""
    bear_any_console()
    try:
        written = export()
        questions, _titles = book_questions()
    except ShareError as error:
        print(f"Nothing is written: {error}", file=sys.stderr)
        return 1
    feedback = sum(len(question.feedbacks) for question in questions)
    print(
        f"{counted(len(questions), 'question')} with {counted(feedback, 'sentence')} of feedback, "
        f"in {counted(len(written), 'file')}: {OUT.relative_to(ROOT)}/"
    )
    for folder in sorted({file.parent for file in written}):
        sizes = sum(file.stat().st_size for file in folder.iterdir()) / 1000
        print(f"  {folder.name:10} {sizes:7.0f} kB")
    return 0
