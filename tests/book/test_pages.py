"""Every page of the built book, in a browser for which no other host exists."""

import pytest
from helpers.pages import PAGES
from helpers.reports import report

# Made by one directive from tables of one form: the longest stands for all in `make test`.
ALIKE = {page for page in PAGES if page.startswith("chapters/reference/data/")}
ALIKE -= {"chapters/reference/data/energy"}
# One page of each kind: maps and sliders, a ledger, a quiz, a sheet, a form, tables, no code.
EACH_KIND = {
    "intro",
    "chapters/territory/bargain",
    "chapters/argument/claims",
    "chapters/energy/dependence",
    "chapters/verdict/forecasts",
    "chapters/teaching/deal",
    "chapters/reference/data/energy",
    "search",
}


def visiting(setting, quick=frozenset(PAGES) - ALIKE):
    """Make a visit, a function of an open page, a test of every page of the book.

    The visits of all tests are made two at a time, so a test may find its own already made.
    Pages that are not among the quick ones are visited in `make test-all`.
    """
    pages = [
        page if page in quick else pytest.param(page, marks=pytest.mark.full) for page in PAGES
    ]

    def decorate(walk):
        @pytest.mark.parametrize("page", pages)
        def test(walks, page):
            report(walks[walk, setting, page])

        test.__name__, test.__doc__ = walk.__name__, walk.__doc__
        test.walk = (walk, setting)
        return test

    return decorate


@visiting("plain")
def test_without_script(visit):
    """At first paint, and wherever no script runs, the page is complete."""
    for fold in visit.page.query_selector_all("details.tp-reveal, details.tp-solution"):
        answer = fold.query_selector("p, table")
        visit.check(not answer.is_visible(), "an answer shows before the reader opens it")
        fold.query_selector("summary").click()
        visit.check(answer.is_visible(), "an answer cannot be opened without script")
    visit.check_contract()
    visit.check_names()
    visit.check_overflow()
    visit.check_nothing_to_press()
    visit.check_print()


@visiting("light")
def test_in_light(visit):
    """A reader's whole way through a page, by keyboard."""
    if visit.name in EACH_KIND and visit.figures():
        visit.check_axe(" at first")
    visit.scroll_through()
    visit.all_live()
    visit.open_predictions()
    visit.check_controls()
    visit.check_names()
    visit.check_quizzes()
    visit.check_overflow()
    visit.check_shift()
    visit.check_axe(" at the end")
    if visit.name not in EACH_KIND:  # those are visited in the dark, as are all in test-all
        visit.page.evaluate("document.documentElement.dataset.theme = 'dark'")
        visit.check_axe(" in the dark", only=["color-contrast", "link-in-text-block"])
        visit.page.evaluate("document.documentElement.dataset.theme = 'light'")
    visit.check_print()


@visiting("dark", quick=EACH_KIND)
def test_in_dark(visit):
    theme = visit.page.evaluate("document.documentElement.dataset.theme")
    visit.check(theme == "dark", f"the theme is {theme!r}")
    visit.open_predictions()
    visit.all_live()
    visit.check_quizzes()
    visit.check_axe()


@visiting("phone")
def test_on_a_phone(visit):
    visit.check_overflow()
    visit.scroll_through()
    visit.open_predictions()
    visit.all_live()
    visit.check_shift()
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    visit.check_overflow()


@visiting("file", quick=EACH_KIND)
def test_from_a_folder(visit):
    """A double click on the file: file://, no server."""
    visit.scroll_through()
    visit.all_live()
    visit.check_print()
    visit.open_predictions(last=True)
    visit.check_controls()
    visit.check_names()
