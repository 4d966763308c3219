"""What all tests share: the built book, a server for it, and a browser that sees no other host."""

import functools
import http.server
import sys
import threading

import pages
import pytest
import visits
from chapter_runs import Runs
from playwright.sync_api import sync_playwright

pytest_plugins = ["progress"]


def pytest_report_header():
    html = pages.ROOT / "_build" / "html"
    if not (html / "searchindex.js").is_file():
        return f"book: {html} is not there; the tests build it into a temporary folder"
    newer = pages.newer_than(html)
    late = f", older than {newer.relative_to(pages.ROOT)}: run make book" if newer else ""
    return f"book: {html}{late}"


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """The folder of the built pages."""
    html = pages.ROOT / "_build" / "html"
    if (html / "searchindex.js").is_file():
        return html
    out = tmp_path_factory.mktemp("book")
    print(f"\nBuilding the book for these tests into {out} (a minute).", file=sys.__stderr__)
    done = pages.build(pages.ROOT, out)
    assert done.returncode == 0, f"the book does not build:\n{done.stderr[-4000:]}"
    return out / "_build" / "html"


@pytest.fixture(scope="session")
def runs():
    """Every chapter, run as in Jupyter: `runs["chapters/energy/dependence"]`."""
    every = Runs(pages.CHAPTERS)
    yield every
    every.close()


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def server(book):
    """The address of the book, served from this machine to this machine."""
    handler = functools.partial(Handler, directory=book)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        serving.daemon_threads = True
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium for which no other host exists."""
    with sync_playwright() as playwright:
        chromium = visits.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def walks(request, server, book):
    """Every visit that the tests of this run will ask for, under way as soon as one does."""
    wanted = [
        (*item.function.walk, item.callspec.params["page"])
        for item in request.session.items
        if hasattr(getattr(item, "function", None), "walk")
    ]
    every = visits.Walks((server, book.as_uri()), wanted)
    yield every
    every.close()
