"""The page and the files of each piece: all there, all whole, and alive inside another page."""

import csv
import gzip
import io
import itertools
import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from helpers import pages
from helpers.reports import report

from three_pillars.share import document_of, kept_addresses, kept_pieces, moved_page

KILOBYTES = 20  # a page that others embed, gzipped, beside the one script of Vega
CHART_FILES = {
    "chart.png", "chart.svg", "chart.vl.json", "data.csv", "index.html", "metadata.json",
    "oembed.json", "share.js",
}  # fmt: skip
OTHER_FILES = {"index.html", "metadata.json", "oembed.json"}
ONE_OF_EACH = [
    "energy/dependence/lng-share",
    "energy/dependence/lng-share-and-concentration",
    "energy/dependence/part-of-growth",
    "energy/dependence/C34",
]


@pytest.fixture(scope="module")
def pieces(book):
    store = book.parent / ".doctrees" / "pieces"
    documents = [path.relative_to(store).as_posix() for path in store.glob("**") if path.is_dir()]
    return kept_pieces(store, documents)


def test_every_chart_claim_and_question_has_its_files_and_no_others(book, pieces):
    kinds = {piece.kind for piece in pieces}
    assert kinds == {"chart", "claim", "question"}
    wrong = []
    for piece in pieces:
        there = {path.name for path in (book / piece.folder).iterdir()}
        if there - {"spec.js"} != (CHART_FILES if piece.kind == "chart" else OTHER_FILES):
            wrong.append(f"{piece.folder}: {sorted(there)}")
    report(wrong)
    folders = {
        path.parent.relative_to(book).as_posix() for path in book.glob("share/**/index.html")
    }
    moved = {f"share/{path}" for path, one in kept_addresses().items() if one.moved_to}
    assert folders == {piece.folder for piece in pieces} | moved


def test_every_file_of_a_chart_is_what_it_says(book, pieces):
    wrong = []
    for piece in pieces:
        if piece.kind != "chart":
            continue
        folder = book / piece.folder
        about = json.loads((folder / "metadata.json").read_text("utf-8"))
        svg = (folder / "chart.svg").read_text("utf-8")
        words = " ".join(
            each.text or ""
            for each in ElementTree.fromstring(svg).iter()
            if each.tag[-4:] == "text"
        )
        png = (folder / "chart.png").read_bytes()
        rows = list(csv.reader(io.StringIO((folder / "data.csv").read_text("utf-8"))))
        spec = json.loads((folder / "chart.vl.json").read_text("utf-8"))
        embed = json.loads((folder / "oembed.json").read_text("utf-8"))
        publishers = [text for table in about["sources"] for text in table["publishers"]]
        checks = {
            "title, subtitle, sources or credits are not in the picture": all(
                " ".join(text.split()) in words
                for text in [about["title"], about["subtitle"], *about["credits"], *publishers]
            ),
            "the map lacks its credit": "geoshape" not in json.dumps(spec)
            or "© OpenStreetMap contributors" in words,
            "no PNG of twice the width": png[:8] == b"\x89PNG\r\n\x1a\n"
            and int.from_bytes(png[16:20]) == 2 * int(re.search(r'width="(\d+)"', svg)[1]),
            "data.csv has other columns": rows[0] == [c["name"] for c in about["columns"]],
            "data.csv has no rows": len(rows) > 1,
            f"data.csv says one thing in two columns: {_alike(rows)}": not _alike(rows),
            "no Vega-Lite": "vega-lite/v5" in spec["$schema"],
            "no oEmbed": embed["version"] == "1.0" and embed["type"] == "rich"
            and f'src="{piece.folder}/index.html"' in embed["html"],
        }  # fmt: skip
        wrong += [f"{piece.address}: {said}" for said, holds in checks.items() if not holds]
    report(wrong)


def _alike(rows):
    """Return the pairs of columns of text that hold the same words; settings are apart."""
    columns = {
        name: [word.lower().replace("_", " ") for word in words]
        for name, *words in zip(*rows, strict=True)
        if not name.startswith("setting: ") and len(set(words)) > 1
        and all(re.search(r"^[A-Za-z][^0-9]*$", word) for word in words if word)
    }  # fmt: skip
    pairs = itertools.combinations(columns, 2)
    return [pair for pair in pairs if columns[pair[0]] == columns[pair[1]]]


def test_every_page_of_a_piece_is_light_links_back_and_can_be_found(book, pieces):
    wrong = []
    heavy = {}
    for piece in pieces:
        path = book / piece.folder / "index.html"
        text = path.read_text("utf-8")
        weight = len(gzip.compress(text.encode())) / 1000
        if weight > KILOBYTES:
            heavy[piece.address] = round(weight)
        checks = {
            "no oEmbed link": '<link rel="alternate" type="application/json+oembed"' in text,
            "no link back": f'href="{piece.base}{piece.in_chapter}"' in text,
            "no description": re.search(r'<meta name="description" content="[^"]{20}', text),
        }
        wrong += [f"{piece.address}: {said}" for said, holds in checks.items() if not holds]
        wrong += pages.broken_links(book, f"{piece.folder}/index")
    report(wrong)
    assert not heavy, heavy


HOST = """<!doctype html><html lang="en"><title>A course</title><body>
<script>var told = [];
addEventListener("message", function (event) { told.push(event.data); });</script>
<iframe title="a piece" src="{src}" width="700" height="400" sandbox="allow-scripts"></iframe>"""


def check_embedded(browser, base, piece_folder, tmp_path, strict=True):
    """Open a piece in an iframe: it lives, tells its height, and asks nobody anything.

    From a folder a strict iframe may read no other file: there the drawing stands for the chart.
    """
    folder = base.startswith("file:")
    context = browser.new_context(viewport={"width": 900, "height": 700})
    context.set_default_timeout(60_000)
    problems = []
    context.on("weberror", lambda error: problems.append(f"uncaught: {error.error}"))
    if not (folder and strict):
        context.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
    page = context.new_page()
    host = HOST.replace("{src}", f"{base}/{piece_folder}/index.html")
    host = host if strict else host.replace(' sandbox="allow-scripts"', "")
    if folder:
        (tmp_path / "host.html").write_text(host, encoding="utf-8")
        page.goto((tmp_path / "host.html").as_uri())
    else:
        page.route("**/host.html", lambda route: route.fulfill(body=host, content_type="text/html"))
        page.goto(f"{base}/host.html")
    frame = page.frames[1]
    frame.wait_for_selector("main")
    figure = frame.query_selector("figure.chart")
    if figure:
        state = "static" if folder and strict else "live"
        frame.wait_for_selector(f"figure.chart[data-state={state}] svg >> visible=true")
        assert "Data:" in frame.inner_text("figcaption")
    page.wait_for_function(
        "told.some(d => d.context === 'h5p' && d.action === 'resize' && d.scrollHeight > 150)"
    )
    assert page.evaluate("told.includes('[iFrameResizerChild]Ready')")
    page.evaluate("frames[0].postMessage('[iFrameSizer]piece1:8:false', '*')")
    page.wait_for_function(
        r"told.some(d => /^\[iFrameSizer\]piece1:\d+:\d+:size$/.test(String(d)))"
    )
    found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False})
    problems += [
        f"{each['id']}: {each['nodes'][0]['html'][:120]}"
        for each in found.response["violations"]
        if "iframe" in json.dumps(each["nodes"][0]["target"]) or len(each["nodes"][0]["target"]) > 1
    ]
    context.close()
    assert not problems, problems


@pytest.mark.book
@pytest.mark.parametrize("address", ONE_OF_EACH)
@pytest.mark.parametrize("where", ["server", "folder", "folder, any iframe"])
def test_a_piece_of_each_kind_lives_in_an_iframe(request, browser, where, address, tmp_path):
    book = request.getfixturevalue("book")
    base = request.getfixturevalue("server") if where == "server" else book.as_uri()
    strict = where != "folder, any iframe"
    check_embedded(browser, base, f"share/{address}", tmp_path, strict)


@pytest.mark.full
@pytest.mark.book
@pytest.mark.parametrize("address", sorted(kept_addresses()))
def test_every_piece_lives_in_a_strict_iframe(browser, book, server, address, tmp_path):
    moved = kept_addresses()[address].moved_to
    if moved:
        held = (book / "share" / address / "index.html").read_text("utf-8")
        assert 'http-equiv="refresh"' in held and moved.rpartition("/")[2] in held
    elif (book / "share" / address / "metadata.json").is_file():
        check_embedded(browser, server, f"share/{address}", tmp_path)
    else:  # a block: it has an anchor on its page and no page of its own
        page, _, name = address.rpartition("/")
        assert f'id="{name}"' in (book / f"{document_of(page)}.html").read_text("utf-8")


def test_an_address_that_moved_leads_to_the_new_one():
    page = moved_page("energy/dependence/gas", "energy/dependence/lng-share").decode()
    assert 'url=../../../../share/energy/dependence/lng-share/index.html"' in page
    block = moved_page("teaching/old/form", "teaching/deal/deal-form", own_page=False).decode()
    assert 'url=../../../../chapters/teaching/deal.html#deal-form"' in block
