"""The blocks of the ledger page: the whole ledger, one chain, and sorting."""

import importlib
import json
from html.parser import HTMLParser

import pytest

from three_pillars import BlockError, LedgerError, chain, claims, claims_ledger, ledger, sorting
from three_pillars.blocks import to_html

VOID = {"input", "br", "img"}
KINDS = ["fact", "trend"]
ITEM = ("It was so.", "fact", {"fact": "A record decides.", "trend": "One point is no trend."})


class Outline(HTMLParser):
    """Collect tags, ids and attributes; fail on a tag that does not close."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.ids = [], [], []
        self.feed(text)
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        """Note the tag."""
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for key, value in attrs if key == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Close the last tag."""
        assert self.open.pop() == tag

    def all(self, tag):
        """Return the attributes of every such tag."""
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def page():
    return Outline(to_html(claims_ledger().payload, "l", base="../../"))


def test_the_ledger_shows_every_claim_once_and_no_id_twice(page):
    cards = page.all("details")
    assert [card["data-claim"] for card in cards] == list(claims()["claim_id"])
    assert len(set(page.ids)) == len(page.ids)


def test_the_ledger_tells_the_same_verdicts_as_the_chapters(page):
    found = ledger.judgements()
    cards = {card["data-claim"]: card for card in page.all("details")}
    assert set(cards) == set(found)
    for claim, card in cards.items():
        assert card["data-now"] == found[claim].verdict
        assert card["data-then"] == found[claim].then


def test_every_claim_has_its_mark_in_the_grid(page):
    chips = [a for a in page.all("span") if "tp-chip" in a.get("class", "") and "title" in a]
    assert sorted(chip["title"] for chip in chips) == sorted(claims()["claim_id"])


def test_every_field_of_the_ledger_has_a_label(page):
    labelled = {label["for"] for label in page.all("label")}
    fields = [*page.all("select"), *page.all("input")]
    assert {field["id"] for field in fields} <= labelled
    assert all(button.get("aria-label") for button in page.all("button") if "data-part" in button)


def test_a_chain_has_five_links_and_ends_in_the_verdict():
    steps = chain("C10").payload["steps"]
    assert [step for step, _ in steps] == ["Claim", "Indicator", "Table", "Figure", "Verdict"]
    judgement = ledger.judgements()["C10"]
    assert judgement.figure in steps[3][1]
    assert judgement.evidence in steps[4][1]
    Outline(to_html(chain("C10").payload, "c"))


def test_a_chain_needs_a_claim_and_a_judge(monkeypatch):
    with pytest.raises(
        LedgerError, match=f"no claim 'C99'; claims run from C01 to {claims()['claim_id'].max()}"
    ):
        chain("C99")
    # The package has a function of this name, so the module is asked for by its full name.
    module = importlib.import_module("three_pillars.ledger.entries")
    monkeypatch.setattr(module, "judgements", lambda chapter=None: {})
    with pytest.raises(LedgerError, match="C10 has no judge"):
        chain("C10")


def test_sorting_holds_feedback_for_every_placing():
    text = to_html(sorting("Sort.", [ITEM, ITEM], kinds=KINDS).payload, "s")
    items = [json.loads(item["data-item"]) for item in Outline(text).all("li")]
    assert all(set(item["feedback"]) == set(KINDS) and item["right"] == "fact" for item in items)
    assert len(Outline(text).all("select")) == len(Outline(text).all("label")) == 2


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([ITEM], "two or more items"),
        ([ITEM, ("x", "cause", {})], "'cause' of 'x' is not one of the kinds"),
        ([ITEM, ("x", "fact", {"fact": "yes"})], "'x' has no feedback for 'trend'"),
    ],
)
def test_sorting_says_what_is_missing(items, words):
    with pytest.raises(BlockError, match=words):
        sorting("Sort.", items, kinds=KINDS)


def test_authors_text_is_escaped():
    odd = ('<b>"&', "fact", {"fact": "<i>", "trend": "</form>"})
    text = to_html(sorting("<u>", [odd, ITEM], kinds=KINDS).payload, "s")
    Outline(text)
    assert "<b>" not in text
    assert "<u>" not in text
