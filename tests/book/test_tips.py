"""Terms and references say their text on hover and on focus, until they are dismissed."""

import pytest
from helpers.visits import Visit

from three_pillars.book.tips import explain_terms


def test_a_link_to_a_term_has_its_meaning_and_a_new_one_after_a_change():
    page = '<a class="reference internal" href="../reference/glossary.html#term-LNG">LNG</a>'
    said = explain_terms(page, {"term-LNG": 'Gas "cooled"'})
    assert said == (
        '<a class="reference internal" title="Gas &quot;cooled&quot;" '
        'href="../reference/glossary.html#term-LNG">LNG</a>'
    )
    assert 'title="New"' in explain_terms(said, {"term-LNG": "New"})
    assert explain_terms(page, {}) == page


@pytest.mark.parametrize(
    ("page", "link", "words"),
    [
        ("chapters/balance/hedge", "a[href*='term-Scramble']", "Fighters take off"),
        ("chapters/energy/dependence", "a[href*='bibliography.html']", "Ease Into Better Ties"),
    ],
)
def test_a_tip_comes_with_focus_and_mouse_and_goes_with_escape(browser, server, page, link, words):
    with Visit(browser, server, page, "light") as visit:
        tip = visit.page.locator("#tp-tip")
        place = visit.page.locator(f"article {link}").first
        place.scroll_into_view_if_needed()
        place.focus()
        assert tip.is_visible() and words in tip.text_content()
        assert place.get_attribute("aria-describedby") == tip.get_attribute("id")
        assert tip.get_attribute("role") == "tooltip"
        visit.page.keyboard.press("Escape")
        assert not tip.is_visible()
        place.evaluate("link => link.blur()")
        place.hover()
        assert tip.is_visible()
        tip.hover()  # whoever reads it with the mouse keeps it
        visit.page.wait_for_timeout(600)
        assert tip.is_visible()
        visit.page.mouse.move(2, 2)
        tip.wait_for(state="hidden")
    assert visit.problems == []
