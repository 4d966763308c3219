"""`make serve`: types, compressed twins, caching, and a class that comes at once."""

import gzip
import http.client
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from helpers.deadlines import WAIT
from helpers.sites import Served

from three_pillars.site.errors import SiteError
from three_pillars.site.pages import POLICY
from three_pillars.site.serve import own_address
from three_pillars.site.twins import write_twins

VISITORS, FILES = 30, 60


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    (folder / "index.html").write_text("<title>The book</title>" + "<p>text</p>" * 500)
    (folder / "py").mkdir()
    (folder / "py" / "worker.mjs").write_text("export {};")
    (folder / "py" / "core.wasm").write_bytes(b"\0asm" * 2000)
    (folder / "py" / "site-0123abcd.pack").write_bytes(b"pack")
    for number in range(FILES):
        (folder / f"{number}.js").write_text(f"// {number}\n" * 4000)
    write_twins(folder)
    one = Served(folder)
    yield one
    one.close()


def get(served, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=WAIT)
    connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/1.js", "text/javascript; charset=utf-8"),
        ("/py/worker.mjs", "text/javascript; charset=utf-8"),
        ("/py/core.wasm", "application/wasm"),
        ("/py/site-0123abcd.pack", "application/octet-stream"),
    ],
)
def test_types_are_those_that_browsers_ask_for(served, path, kind):
    for accepted in ("identity", "gzip"):
        answer, _ = get(served, path, Accept_Encoding=accepted)
        assert (answer.status, answer.getheader("Content-Type")) == (200, kind)
        assert answer.getheader("Content-Security-Policy") == POLICY
        assert answer.getheader("X-Content-Type-Options") == "nosniff"


def test_a_browser_that_takes_it_gets_the_compressed_twin(served):
    plain, whole = get(served, "/py/core.wasm")
    packed, small = get(served, "/py/core.wasm", Accept_Encoding="gzip, br")
    assert plain.getheader("Content-Encoding") is None
    assert packed.getheader("Content-Encoding") == "gzip"
    assert len(small) < len(whole)
    assert gzip.decompress(small) == whole
    assert packed.getheader("Vary") == "Accept-Encoding"


def test_what_did_not_change_is_not_sent_again(served):
    first, _ = get(served, "/1.js", Accept_Encoding="gzip")
    assert first.getheader("Cache-Control") == "no-cache"
    again, content = get(
        served, "/1.js", Accept_Encoding="gzip", If_None_Match=first.getheader("Etag")
    )
    assert (again.status, content) == (304, b"")
    lasting, _ = get(served, "/py/site-0123abcd.pack")
    assert "immutable" in lasting.getheader("Cache-Control")


@pytest.mark.parametrize("path", ["/../pyproject.toml", "/%2e%2e/%2e%2e/etc/passwd", "/no.html"])
def test_nothing_outside_the_folder_is_served(served, path):
    answer, content = get(served, path)
    assert answer.status in (403, 404)
    assert b"[project]" not in content
    assert b"root:" not in content


def test_thirty_first_visits_at_once_lose_nothing(served):
    start = threading.Barrier(VISITORS, timeout=WAIT)
    wrong = []

    def visit():
        start.wait()
        for number in range(FILES):
            try:
                answer, content = get(served, f"/{number}.js")
                if answer.status != 200 or content != f"// {number}\n".encode() * 4000:
                    wrong.append((number, answer.status, len(content)))
            except OSError as error:
                wrong.append((number, repr(error)))

    visitors = [threading.Thread(target=visit) for _ in range(VISITORS)]
    for one in visitors:
        one.start()
    for one in visitors:
        one.join(WAIT)
    assert not any(one.is_alive() for one in visitors)
    assert not wrong


def test_a_taken_port_is_said_in_one_sentence(served):
    import asyncio

    from three_pillars.site.serve import listen

    async def second():
        listen(served.folder, "127.0.0.1", served.port)

    said = f"{served.port} cannot be used .*PORT={served.port + 1}"
    # In a thread of its own: the browser's loop may be running in this one.
    with ThreadPoolExecutor(1) as pool, pytest.raises(SiteError, match=said):
        pool.submit(asyncio.run, second()).result(WAIT)


def test_the_address_for_a_class_is_one_of_this_machine():
    parts = own_address().split(".")
    assert len(parts) == 4 and all(0 <= int(part) <= 255 for part in parts)


def test_listing_is_json(tmp_path):
    from three_pillars.site.lite import write_listings

    contents = tmp_path / "files"
    (contents / "chapters").mkdir(parents=True)
    (contents / "energy.ipynb").write_text("{}")
    (contents / "chapters" / "memo.md").write_text("text")
    write_listings(contents, tmp_path / "api")
    top = json.loads((tmp_path / "api" / "all.json").read_text())
    kinds = {one["path"]: one["type"] for one in top["content"]}
    assert kinds == {"chapters": "directory", "energy.ipynb": "notebook"}
    below = json.loads((tmp_path / "api" / "chapters" / "all.json").read_text())
    assert [one["path"] for one in below["content"]] == ["chapters/memo.md"]
