"""What all tests share: the built book, a server for it, and what was done ahead.

The browser is in helpers/last_resort.py, which ends it when a page hangs.
"""

import functools
import http.server
import sys
import threading

import pytest
from helpers import pages
from helpers.chapter_runs import runs_of
from helpers.deadlines import GRACE
from helpers.visits import walks_of

pytest_plugins = ["helpers.progress", "helpers.last_resort"]


def pytest_report_header():
    html = pages.ROOT / "_build" / "html"
    if not (html / "index.html").is_file():
        return f"book: {html} is not there; the tests build it into a temporary folder"
    newer = pages.newer_than(html)
    late = f", older than {newer.relative_to(pages.ROOT)}: run make book" if newer else ""
    return f"book: {html}{late}"


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """The folder of the built pages."""
    html = pages.ROOT / "_build" / "html"
    if (html / "index.html").is_file():
        return html
    out = tmp_path_factory.mktemp("book")
    print(f"\nBuilding the book for these tests into {out} (a minute).", file=sys.__stderr__)
    done = pages.build(pages.ROOT, out)
    assert done.returncode == 0, f"the book does not build:\n{done.stderr[-4000:]}"
    return out / "_build" / "html"


@pytest.fixture(scope="session")
def runs(request):
    """The chapters that tests ask for, run as in Jupyter: `runs["chapters/energy/dependence"]`."""
    asked = [item.callspec.params for item in request.session.items if "runs" in item.fixturenames]
    every = runs_of(dict.fromkeys(params["chapter"] for params in asked))
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
    serving = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    serving.daemon_threads = True
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}"
    closing = threading.Thread(target=serving.shutdown, daemon=True)
    closing.start()
    closing.join(GRACE)
    serving.server_close()


@pytest.fixture(scope="session")
def walks(request, server, book):
    """Every visit that the tests of this run will ask for, under way as soon as one does."""
    wanted = [
        (*item.function.walk, item.callspec.params["page"])
        for item in request.session.items
        if hasattr(getattr(item, "function", None), "walk")
    ]
    every = walks_of((server, book.as_uri()), wanted)
    yield every
    every.close()
