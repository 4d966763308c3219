"""Pages on paper: nothing stays closed, answers stand at the end, nothing is cut through."""

import pytest
from helpers.deadlines import WAIT
from helpers.pages import DOCUMENTS

# One page of each kind: quizzes, the ledger, forecasts, the role-play.
KINDS = [
    "chapters/balance/power",
    "chapters/argument/claims",
    "chapters/verdict/forecasts",
    "chapters/teaching/negotiation",
]
PAPER = """() => {
  const article = document.querySelector(".bd-article");
  const seen = one => one.checkVisibility({ contentVisibilityAuto: false });
  const folds = [...article.querySelectorAll("details:not(.hide):not(.chart-data)")]
    .filter(one => !one.closest(".tp-class"));
  const inside = fold => [...fold.querySelectorAll("p, table, figure")].filter(
    one => !one.matches(":empty, .tp-came, .tp-feedback, .chart-cut")
      && !one.closest("details.chart-data, summary")
      && one.parentElement.closest("details") === fold);
  const apart = "p, figure.chart, pre, .tp-quiz form, .tp-case, tr, .tp-verdicts article, dd";
  const heads = "h1, h2, h3, h2 + p:has(+ section, + .cell figure.chart), p:has(+ blockquote)";
  const titles = [...article.querySelectorAll(".bibtex-citation a")]
    .map(a => a.title || a.dataset.tip);
  return {
    closed: folds.filter(fold => !inside(fold).every(seen)).map(one => one.outerHTML.slice(0, 200)),
    pressed: [...article.querySelectorAll("button:not(.tp-cell), input[type=range]")]
      .filter(seen).map(one => one.outerHTML.slice(0, 120)),
    cut: [...article.querySelectorAll(apart)].filter(
      one => seen(one) && getComputedStyle(one).breakInside !== "avoid").length,
    alone: [...article.querySelectorAll(heads)]
      .filter(one => seen(one) && getComputedStyle(one).breakAfter !== "avoid")
      .map(one => one.textContent),
    asked: article.querySelectorAll(".tp-quiz form, .tp-predict, .tp-sorting").length,
    answered: article.querySelectorAll(
      ":scope > .tp-end .tp-end-one > :is(.tp-solution:not(.tp-outcomes), .tp-reveal)").length,
    cited: new Set(titles).size,
    listed: [...article.querySelectorAll(".tp-references li")].map(one => one.textContent),
    last: [...article.lastElementChild.classList],
  };
}"""

# In one go: what a page does by itself, such as a chart that comes near, cannot fall in between.
IN_ONE_GO = f"""() => {{
  const text = () => document.querySelector(".bd-article").innerHTML;
  const before = text();
  window.dispatchEvent(new Event("beforeprint"));
  const found = ({PAPER})();
  const head = [...document.querySelectorAll("head style")].at(-1).textContent;
  window.dispatchEvent(new Event("afterprint"));
  return {{ ...found, head, before, after: text() }};
}}"""


@pytest.mark.parametrize(
    "page",
    [
        *KINDS,
        *(pytest.param(page, marks=pytest.mark.full) for page in DOCUMENTS if page not in KINDS),
    ],
)
def test_nothing_is_closed_or_cut(browser, server, page):
    found = printed(browser, server, page)
    assert found["closed"] == []
    assert found["pressed"] == []
    assert found["cut"] == 0
    assert found["alone"] == [], "these may stand alone at the foot of a sheet"
    assert found["answered"] == found["asked"]
    assert len(found["listed"]) == found["cited"]
    assert "tp-end" in found["last"] or not (found["asked"] or found["cited"])
    assert f"{server}/{page}.html" in found["head"], "the address is in the foot"
    assert found["after"] == found["before"], "the page is as it was"


def test_references_are_in_the_order_of_family_names(browser, server):
    works = printed(browser, server, "chapters/balance/power")["listed"]
    names = ["Michael Beckley", "Correlates of War", "Cheng-Chwee Kuik", "Jonathan Miller",
             "Our World in Data", "J. David Singer", "US Federal Reserve"]  # fmt: skip
    at = [next(n for n, work in enumerate(works) if work.startswith(name)) for name in names]
    assert at == sorted(at)


def printed(browser, server, page):
    """Return what a page says of itself as it is printed."""
    context = browser.new_context()
    context.set_default_timeout(WAIT * 1000)
    opened = context.new_page()
    opened.route("**/_static/vega/*", lambda route: route.abort())
    opened.goto(f"{server}/{page}.html")
    opened.emulate_media(media="print")
    found = opened.evaluate(IN_ONE_GO)
    context.close()
    return found
