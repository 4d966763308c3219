"""The data dictionary has a page a part, and an address from before leads on to it."""

import re

from helpers import pages
from helpers.reports import report
from helpers.visits import Visit

from three_pillars import data

FIRST = "chapters/reference/data"


def described(book):
    """Return each table's anchor on the first page, and the address of the link behind it."""
    text = (book / f"{FIRST}.html").read_text("utf-8")
    return dict(
        re.findall(r'<li id="([\w-]+)"><p><a class="reference internal" href="([^"]+)"', text)
    )


def test_an_old_address_of_a_table_leads_on_to_its_part(book):
    found = described(book)
    of_parts = [name for name in data.tables() if "/" in name]
    assert set(found) == {re.sub("[/_]", "-", name) for name in of_parts}
    for name in of_parts:
        anchor = re.sub("[/_]", "-", name)
        assert found[anchor] == f"../../{FIRST}/{name.split('/')[0]}.html#{anchor}"
    assert "sources" in pages.read(book / f"{FIRST}.html").ids


def test_every_column_of_every_table_is_described_on_the_page_of_its_part(book):
    for name in data.tables():
        part = name.split("/")[0]
        path = book / (f"{FIRST}/{part}.html" if "/" in name else f"{FIRST}.html")
        text = pages.read(path).text
        missing = [
            field["name"]
            for field in data.describe(name)["schema"]["fields"]
            if field["name"] not in text
        ]
        assert not missing, f"{name}: {missing}"


def test_columns_scroll_in_a_region_with_a_name(book):
    text = (book / f"{FIRST}/energy.html").read_text("utf-8")
    named = re.findall(
        r'class="tp-columns" tabindex="0" role="region" aria-label="Columns of ', text
    )
    assert len(named) == len([name for name in data.tables() if name.startswith("energy/")])


def test_no_table_of_the_dictionary_is_wider_than_a_wide_page(browser, server):
    """Territory has the longest pattern."""
    with Visit(browser, server, f"{FIRST}/territory", "light") as visit:
        wide = visit.page.evaluate(
            """() => [...document.querySelectorAll(".tp-columns")]
              .filter(e => e.scrollWidth > e.clientWidth + 1)
              .map(e => `${e.ariaLabel}: ${e.scrollWidth} in ${e.clientWidth} px`)"""
        )
        visit.check(not wide, f"tables scroll: {wide}")
    report(visit.problems)
