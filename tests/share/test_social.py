"""What search engines and social media read: tags, linked data, and the files at the root."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
from helpers.pages import DOCUMENTS
from helpers.reports import report

from three_pillars.share import Piece, meta_tags, root_files, shortened
from three_pillars.share.linked import claim_data

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def tags_of(page):
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', page))


def linked_of(page):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    return [one for text in found for one in _listed(json.loads(text))]


def _listed(value):
    return value if isinstance(value, list) else [value]


def test_a_description_is_one_line_and_ends_with_a_word():
    assert shortened("Who  needs\nwhom?") == "Who needs whom?"
    cut = shortened("a line of words " * 30)
    assert len(cut) <= 200
    assert cut.endswith(("a…", "line…", "of…", "words…"))


def test_tags_name_the_address_and_the_picture_only_where_there_is_one():
    plain = str(meta_tags("T <1>", "D"))
    assert "og:url" not in plain
    assert "image" not in plain.replace("summary_large_image", "")
    assert 'content="T &lt;1&gt;"' in plain
    told = str(meta_tags("T", "D", url="https://e.org/a.html", image="https://e.org/a.png"))
    assert '<meta property="og:url" content="https://e.org/a.html">' in told
    assert '<meta name="twitter:image" content="https://e.org/a.png">' in told
    assert "summary_large_image" in told


def test_the_root_has_a_site_map_where_the_book_has_an_address():
    files = root_files(["intro.html", "share/intro/claims/"], "https://e.org/book/")
    places = [each.text for each in ElementTree.fromstring(files["sitemap.xml"]).iter(LOC)]
    assert places == ["https://e.org/book/intro.html", "https://e.org/book/share/intro/claims/"]
    assert b"Sitemap: https://e.org/book/sitemap.xml" in files["robots.txt"]
    bare = root_files(["intro.html"], "")
    assert set(bare) == {"404.html", "robots.txt"}
    assert b"Sitemap" not in bare["robots.txt"]


@pytest.mark.parametrize(
    ("verdict", "rating"),
    [("supported", 3), ("partly", 2), ("contradicted", 1), ("untestable", None)],
)
def test_a_claim_is_reviewed_with_its_verdict(verdict, rating):
    data = claim_data(Piece("a/b", "C01", "claim", {"claim": "So it is", "verdict": verdict}), "")
    assert data["@type"] == "ClaimReview"
    assert data["reviewRating"]["alternateName"] == verdict
    assert data["reviewRating"].get("ratingValue") == rating
    assert data["itemReviewed"]["datePublished"] == "2015-07-21"


def test_every_page_says_what_it_is_about(book):
    wrong = []
    for name in DOCUMENTS:
        page = (book / f"{name}.html").read_text("utf-8")
        tags = tags_of(page)
        if not 20 <= len(tags.get("description", "")) <= 400:  # as escaped text
            wrong.append(f"{name}: description {tags.get('description')!r}")
        if tags.get("og:title", "") == "" or "canonical" in page:
            wrong.append(f"{name}: title {tags.get('og:title')!r}, or an address that is not set")
        kinds = [one["@type"] for one in linked_of(page)]
        if kinds[:1] != ["LearningResource"]:
            wrong.append(f"{name}: linked data {kinds}")
    report(wrong)


def test_the_exercises_are_learning_resources_with_their_time(book):
    found = linked_of((book / "chapters/teaching/exercises.html").read_text("utf-8"))
    timed = [one["timeRequired"] for one in found if one.get("learningResourceType") == "exercise"]
    assert len(timed) == 6
    assert all(re.fullmatch(r"PT[1-9]\d*M", one) for one in timed)


def test_the_tables_are_datasets_with_sources_and_licences(book):
    found = linked_of((book / "chapters/reference/data.html").read_text("utf-8"))
    sets = [one for one in found if one["@type"] == "Dataset"]
    assert len(sets) >= 50
    assert all(one["license"] and one["isBasedOn"] and one["distribution"] for one in sets)


@pytest.mark.book
def test_a_lost_reader_finds_the_search_with_the_words_of_the_address(book, browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/dependance.html", lambda route: route.fulfill(path=book / "404.html"))
    page.goto(f"{server}/chapters/energy/dependance.html")
    assert page.input_value("#q") == "energy dependance"
    assert page.get_attribute("#home", "href") == "/index.html"
    page.click("button")
    page.wait_for_url("**/search.html?q=energy*")
    context.close()
