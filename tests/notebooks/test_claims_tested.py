"""The head of a chapter names the claims that it judges, all of them and no other."""

import re

import pytest
from helpers import pages

from three_pillars import claims

JUDGED = {chapter: set(rows.claim_id) for chapter, rows in claims().groupby("chapter")}


def named(text):
    """Return the claims of a head: "C04, C10–C12" are C04, C10, C11 and C12."""
    head = re.search(r"\*\*Claims tested\*\*(.*)", text)[1]
    spans = re.findall(r"C(\d+)(?:–C(\d+))?", head)
    return {f"C{n:02}" for first, last in spans for n in range(int(first), int(last or first) + 1)}


@pytest.mark.parametrize("chapter", sorted(JUDGED))
def test_the_head_names_the_claims_that_the_chapter_judges(chapter):
    text = pages.source(f"chapters/{chapter}").read_text("utf-8")
    assert named(text) == JUDGED[chapter]


def test_spans_by_hand():
    assert named("**Claims tested** C04 (one), C10–C12.") == {"C04", "C10", "C11", "C12"}
