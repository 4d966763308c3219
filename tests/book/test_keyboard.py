"""By keyboard one reaches every control of a page, sees where one is, and gets out again."""

import pytest
from helpers.keyboard import walk
from helpers.reports import report
from helpers.visits import Visit

# One page of each kind; the first two in every run, in the two themes.
KINDS = [
    ("intro", "dark"),
    ("chapters/energy/dependence", "light"),
    *(
        pytest.param(page, "light", marks=pytest.mark.full)
        for page in (
            "chapters/argument/claims",
            "chapters/verdict/forecasts",
            "chapters/verdict/synthesis",
            "chapters/teaching/exercises",
            "chapters/teaching/negotiation",
            "chapters/teaching/deal",
            "chapters/reference/glossary",
            "chapters/reference/bibliography",
            "chapters/reference/methods",
            "search",
        )
    ),
]


@pytest.mark.parametrize(("page", "setting"), KINDS)
def test_tab_reaches_every_control_and_shows_it(browser, server, page, setting):
    with Visit(browser, server, page, setting) as visit:
        visit.all_live()
        # Folds are tried as they are and open: what is in them is to be reached too.
        visit.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        visit.page.evaluate("window.scrollTo(0, 0)")
        assert walk(visit) > 10
    report(visit.problems)
