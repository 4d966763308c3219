"""The book in Firefox: every page opens, every chart comes alive, a control of each kind works.

Firefox is Debian's or the one that is there; without one these tests fail, and say so.
"""

import json

import pytest
from helpers.deadlines import PHASE, until
from helpers.firefox import Firefox
from helpers.pages import PAGES

pytestmark = [pytest.mark.full, pytest.mark.timeout(2 * PHASE)]


@pytest.fixture(scope="module")
def firefox():
    started = Firefox()
    yield started
    started.close()


def awake(firefox):
    """Scroll to each visible chart until it is live; return those that are not in time."""
    late = []

    def all_live():
        late[:] = firefox.run(
            """
            const late = [...document.querySelectorAll("figure.chart")]
              .filter(f => f.checkVisibility() && f.dataset.state !== "live");
            if (late.length) late[0].scrollIntoView({block: "center", behavior: "instant"});
            return late.map(f => f.id);
            """
        )
        return not late

    until(all_live, lambda: f"charts that do not come alive: {late}")


def text(firefox, selector):
    return firefox.run("return document.querySelector(arguments[0]).textContent.trim()", selector)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_and_its_charts_come_alive(firefox, server, page):
    firefox.open(f"{server}/{page}.html")
    awake(firefox)
    assert firefox.complaints() == []


def test_a_page_opens_from_a_folder(firefox, book):
    firefox.open(f"{book.as_uri()}/chapters/energy/dependence.html")
    awake(firefox)
    assert firefox.complaints() == []


RIGHT, END = "\ue014", "\ue010"


@pytest.mark.parametrize(
    ("page", "control", "there", "back"),
    [
        ("energy/dependence", "input[type=range]", "\ue014", "\ue012"),  # arrows: right, left
        ("territory/islands", "select", "\ue015", "\ue013"),  # down, up
    ],
)
def test_a_slider_and_a_list_move_their_chart(firefox, server, page, control, there, back):
    firefox.open(f"{server}/chapters/{page}.html")
    awake(firefox)
    field = f"figure.explorable .chart-controls {control}"

    def value():
        return firefox.run("return document.querySelector(arguments[0]).value", field)

    def drawing():
        return firefox.run(
            "return document.querySelector(arguments[0]).closest('figure')"
            ".querySelector('.chart-live svg').outerHTML",
            field,
        )

    opening, drawn = value(), drawing()
    firefox.type(field, there)
    if value() == opening:
        firefox.type(field, back)
    assert value() != opening
    until(lambda: drawing() != drawn, "another drawing")


def test_a_prediction_opens_and_a_question_is_judged(firefox, server):
    firefox.open(f"{server}/chapters/energy/dependence.html")
    firefox.type(".tp-predict input[type=range]", RIGHT)
    firefox.press(".tp-predict button[type=submit]")
    shown = "return document.querySelector('.tp-predict .tp-reveal').checkVisibility()"
    until(lambda: firefox.run(shown), "the answer to the prediction")
    awake(firefox)
    form = ".tp-quiz form:has(input[type=radio])"
    item = json.loads(firefox.run("return document.querySelector(arguments[0]).dataset.item", form))
    place = list(item["options"]).index(item["right"])
    firefox.run(
        "document.querySelectorAll(arguments[0])[arguments[1]].click()",
        f"{form} input[type=radio]",
        place,
    )
    firefox.press(f"{form} button")
    assert text(firefox, f"{form} .tp-feedback") == item["options"][item["right"]]


def test_the_ledger_filters_and_statements_are_sorted(firefox, server):
    firefox.open(f"{server}/chapters/argument/claims.html")
    all_claims = text(firefox, ".tp-ledger .tp-count")
    firefox.type(".tp-filters input[name=words]", "hedge")
    until(lambda: text(firefox, ".tp-ledger .tp-count") != all_claims, "the count after the filter")
    firefox.press(".tp-sorting button[type=submit]")
    assert text(firefox, ".tp-sorting .tp-score")


def test_weights_forecasts_and_deals_are_computed(firefox, server):
    firefox.open(f"{server}/chapters/verdict/synthesis.html")
    total = text(firefox, ".tp-weighing .tp-total")
    firefox.type(".tp-weighing input[type=range]", END)
    until(lambda: text(firefox, ".tp-weighing .tp-total") != total, "another total")
    firefox.open(f"{server}/chapters/verdict/forecasts.html")
    firefox.type(".tp-sheet input[type=range]", RIGHT)
    assert text(firefox, ".tp-sheet output") != "not set"
    firefox.open(f"{server}/chapters/teaching/deal.html")
    before = text(firefox, ".tp-deal .tp-total")
    firefox.type(".tp-deal input[name=group]", "A")
    # With the mouse: a space that comes over the socket ticks no box, not even on a bare page.
    firefox.press(".tp-deal input[name=agreed][value=yes]")
    firefox.press(".tp-deal input[name=to_japan]")
    until(lambda: text(firefox, ".tp-deal .tp-total") != before, "what the deal is worth")


def test_slides_share_tips_theme_and_search(firefox, server):
    firefox.open(f"{server}/chapters/energy/dependence.html")
    link = "article a.reference.internal[data-tip]"
    firefox.point(link)
    tip = "return (document.querySelector('#tp-tip') || {}).textContent || ''"
    until(lambda: "Miller" in firefox.run(tip), "what the reference says")
    awake(firefox)
    firefox.press("figure.chart .chart-share")
    until(
        lambda: firefox.run("return !!document.querySelector('.chart-shared:not([hidden])')"),
        "what Share offers",
    )
    firefox.run("scrollTo(0, 0)")
    theme = "return document.documentElement.dataset.theme"
    old = firefox.run(theme)
    for _ in range(3):  # automatic, light, dark
        firefox.press(".theme-switch-button")
        if firefox.run(theme) != old:
            break
    assert firefox.run(theme) != old
    firefox.press(".btn-present")
    until(lambda: "1 of" in text(firefox, ".tp-slides-bar [role=status]"), "the first slide")
    firefox.open(f"{server}/search.html?q=C45")
    link = "return (document.querySelector('#search-results li a') || {}).href || ''"
    until(lambda: "#C45" in firefox.run(link), "C45")
    assert firefox.complaints() == []
