"""What makes the book read its pages again."""

import pytest


@pytest.fixture
def book(monkeypatch):
    """The extension; to the rest of the package it says that a book is being built."""
    monkeypatch.setenv("THREE_PILLARS_BOOK", "1")
    from three_pillars import book

    return book


@pytest.fixture
def package(book, tmp_path, monkeypatch):
    """A package of a few files, in place of the real one."""
    for name in ("blocks/quiz/quiz.py", "blocks/quiz/quiz.html", "blocks/quiz/quiz.js",
                 "blocks/quiz/quiz.css", "static/favicon.svg"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"this is {name}")
    monkeypatch.setattr(book, "PACKAGE", tmp_path)
    return tmp_path


@pytest.mark.parametrize("ending", ["py", "html", "js", "css"])
def test_pages_are_read_again_when_a_block_changes(book, package, ending):
    before = book._fingerprint()
    assert book._fingerprint() == before
    (package / f"blocks/quiz/quiz.{ending}").write_text("another")
    assert book._fingerprint() != before


def test_a_file_that_moves_is_a_change(book, package):
    before = book._fingerprint()
    (package / "blocks" / "sorting").mkdir()
    (package / "blocks/quiz/quiz.html").rename(package / "blocks/sorting/quiz.html")
    assert book._fingerprint() != before


def test_what_python_compiles_is_no_change(book, package):
    before = book._fingerprint()
    (package / "blocks/quiz/__pycache__").mkdir()
    (package / "blocks/quiz/__pycache__/quiz.cpython-311.pyc").write_bytes(b"\0")
    assert book._fingerprint() == before


def test_another_version_of_a_library_is_a_change(book, package, tmp_path_factory, monkeypatch):
    installed = tmp_path_factory.mktemp("site-packages")
    monkeypatch.setattr(book, "get_path", lambda name: str(installed))
    (installed / "pandas-2.3.0.dist-info").mkdir()
    before = book._fingerprint()
    (installed / "pandas-2.3.0.dist-info").rename(installed / "pandas-3.0.0.dist-info")
    assert book._fingerprint() != before
