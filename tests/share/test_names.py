"""Addresses last: what the book has given out once is there, or leads on."""

import ast
import re
from types import SimpleNamespace

import pandas as pd
import pytest
from docutils import nodes
from docutils.utils import new_document
from helpers.charts import made
from helpers.pages import CHAPTERS, REPOSITORY, source

from three_pillars import blocks, choice, figures, quiz
from three_pillars.book.names import LOGGER, check_anchors, take_names
from three_pillars.share import Address, ShareError, cells_of, kept_addresses, page_of

NAMED = ("figure", "explore", "choice", "number")
# What has an address on a page: a figure, a block, a question of a quiz.
_ANCHORS = re.compile(
    r'<figure class="chart[^"]*" id="([^"]+)"'
    r'|<section class="tp-block[^"]*" id="([^"]+)"'
    r'|<form id="([^"]+)" data-item='
)


def in_the_book(book):
    """Return every address of the built book: pieces of pages, and the claims of each chapter."""
    found = [
        f"{page.removeprefix('chapters/')}/{next(filter(None, match.groups()))}"
        for page in CHAPTERS
        for match in _ANCHORS.finditer((book / f"{page}.html").read_text("utf-8"))
    ]
    claims = pd.read_csv(REPOSITORY / "data" / "argument" / "claims.csv")
    return [*found, *(claims["chapter"] + "/" + claims["claim_id"])]


def test_every_piece_of_the_book_is_kept_and_nothing_kept_is_lost(book):
    there, kept = in_the_book(book), kept_addresses()
    assert len(there) == len(set(there)), "two pieces of one page have the same name"
    lost = [path for path, one in kept.items() if not one.moved_to and path not in there]
    assert not lost, "gone; write 'old -> new' in share/names.txt:\n" + "\n".join(lost)
    new = [path for path in there if path not in kept]
    assert not new, "new; add to share/names.txt:\n" + "\n".join(new)
    back = [path for path, one in kept.items() if one.moved_to and path in there]
    assert not back, "in use again; drop their redirects in share/names.txt:\n" + "\n".join(back)


def test_pieces_are_named_in_words_and_not_by_their_place(book):
    named = [path.rpartition("/")[2] for path in in_the_book(book)]
    assert not [name for name in named if re.match(r"cell-\d", name)]


def test_a_redirect_leads_to_an_address_in_use():
    lines = ["# a list", "energy/dependence/lng", "energy/dependence/gas -> energy/dependence/lng"]
    found = kept_addresses(lines)
    assert found["energy/dependence/gas"] == Address(
        "energy/dependence/gas", "energy/dependence/lng"
    )
    assert found["energy/dependence/lng"].moved_to is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["lng"], "line 1: 'lng' is neither 'page/name' nor 'old -> new'"),
        (["a/b ->"], "line 1: 'a/b ->' is neither"),
        (["a/b", "a/b"], "line 2: a/b stands there twice"),
        (["a/b -> a/c"], "a/b leads to a/c, which is no address in use"),
        (["a/b -> a/c", "a/c -> a/d", "a/d"], "a/b leads to a/c, which is no address in use"),
    ],
)
def test_a_faulty_list_is_refused(lines, said):
    with pytest.raises(ShareError, match=re.escape(said)):
        kept_addresses(lines)


class Page:
    """What a page is to those who read it: the notes that live as long as it is read."""

    def __init__(self):
        self.temp_data = {}


@pytest.fixture
def warnings(monkeypatch):
    said = []

    def warning(text, *values, location):
        said.append(text % values)

    monkeypatch.setattr(LOGGER, "warning", warning)
    return said


def test_what_has_no_name_stops_the_build_and_says_where(warnings):
    page = Page()
    assert take_names(page, figures.MIME_TYPE, made(name="b-and-a"), ("page", 1), 3) == "b-and-a"
    assert not warnings
    assert take_names(page, figures.MIME_TYPE, made(), ("page", 1), 4) == "cell-4"
    assert warnings.pop().startswith("cell 4: a figure has no name")
    question = choice("Which?", {"a": "That is it.", "b": "That is another."}, right="a")
    take_names(page, blocks.MIME_TYPE, quiz(question).payload, ("page", 1), 5)
    assert warnings == [
        "cell 5: its question 'Which?' has no name, which is its address: give it "
        "name='lng-share', in words"
    ]


def test_two_pieces_of_a_name_stop_the_build(warnings):
    page = Page()
    for cell in (3, 7):
        take_names(page, figures.MIME_TYPE, made(name="b-and-a"), ("page", 1), cell)
    assert warnings == [
        "cell 7: a figure is named 'b-and-a', like a figure of cell 3: give it another name"
    ]


def test_a_heading_with_the_anchor_of_a_piece_stops_the_build(warnings):
    page = Page()
    take_names(page, figures.MIME_TYPE, made(name="b-and-a"), ("page", 1), 3)
    heading = nodes.section("", ids=["b-and-a"])
    document = new_document("page")
    document += heading
    check_anchors(SimpleNamespace(env=page), document)
    assert len(warnings) == 1
    assert "'b-and-a' of a heading or label is also the name of a figure" in warnings[0]


def test_every_name_in_the_code_of_a_chapter_is_kept():
    """The same without a built book: a new chart is missed at once."""
    kept = kept_addresses()
    new = [
        address
        for page in CHAPTERS
        for cell in cells_of(source(page).read_text("utf-8"))
        for node in ast.walk(ast.parse(cell))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in NAMED
        for key in node.keywords
        if key.arg == "name"
        if (address := f"{page_of(page)}/{key.value.value}") not in kept
    ]
    assert not new, "new; add to share/names.txt:\n" + "\n".join(new)
