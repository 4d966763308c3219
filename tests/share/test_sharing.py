"""The pages of pieces are written when what they are made of changed, and until they are whole."""

from types import SimpleNamespace

import pytest
from docutils import nodes

from three_pillars import share
from three_pillars.book.sharing import store, write_pieces

PAGE = "chapters/energy/dependence"


@pytest.fixture
def build(monkeypatch, tmp_path):
    """Write the pieces of a page with this text; return those that were made."""
    path = tmp_path / "page.md"
    env = SimpleNamespace(
        doctreedir=tmp_path,
        doc2path=lambda _: path,
        found_docs={PAGE},
        titles={PAGE: nodes.title()},
    )
    config = SimpleNamespace(html_baseurl="")
    app = SimpleNamespace(outdir=tmp_path / "html", env=env, config=config)
    pieces = [share.Piece("energy/dependence", name, "chart", {}) for name in ("one", "two")]
    share.keep_pieces(store(env), PAGE, pieces)

    def run(text, broken=""):
        made = []

        def files(piece, *_):
            if piece.name == broken:
                raise share.ShareError("it cannot be drawn.")
            made.append(piece.name)
            return {"index.html": text.encode()}

        path.write_text(text, "utf-8")
        monkeypatch.setattr(share, "piece_files", files)
        write_pieces(app)
        return made

    return run


def test_pages_are_written_again_only_if_something_changed(build):
    assert build("A.") == ["one", "two"]
    assert build("A.") == []
    assert build("B.") == ["one", "two"]


def test_a_piece_that_failed_is_tried_again(build, capfd):
    build("A.")
    assert build("B.", broken="two") == ["one"]
    assert build("B.", broken="two") == ["one"], "it would not warn again"
    assert build("B.") == ["one", "two"]
    assert build("B.") == []
