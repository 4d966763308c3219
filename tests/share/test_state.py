"""What is on the screen stands in the address; what cannot be read there opens as ever."""

import pytest
from helpers.readers import Reader, opening, scroll_past
from helpers.visits import Visit

pytestmark = pytest.mark.book

EXPLORABLE = "lng-share-and-concentration"
SETTINGS = f"""() => [...document.querySelectorAll(
  "#{EXPLORABLE} .chart-controls input, #{EXPLORABLE} .chart-controls select")]
  .map(field => tpSetting(field))"""
OPENING = f"""() => [...document.querySelectorAll(
  "#{EXPLORABLE} .chart-controls input, #{EXPLORABLE} .chart-controls select")]
  .map(field => field.type === "range" ? JSON.parse(field.dataset.labels)[field.defaultValue]
    : field.querySelector("option[selected]").textContent.trim())"""
SAID = "The link asks for a setting that is not in this book: here is the opening one."
SHOWN = """() => [...document.querySelectorAll(".tp-claims details:not([hidden])")]
  .map(card => card.dataset)"""


def visited(browser, server, page, fragment):
    return Visit(browser, server, page, "light", query=fragment)


def alive(visit):
    visit.page.wait_for_selector(f"#{EXPLORABLE}[data-state=live]")


def test_a_setting_stands_in_the_address_and_comes_back(browser, server):
    chapter = "chapters/energy/dependence"
    with visited(browser, server, chapter, f"#{EXPLORABLE}&share=20%25&year=2024") as visit:
        alive(visit)
        assert visit.page.evaluate(SETTINGS) == ["20%", "2024"]
        visit.page.select_option(f"#{EXPLORABLE} select", label="2019")
        address = visit.page.url
        assert address.endswith(f"#{EXPLORABLE}&share=20%25&year=2019")
        visit.page.click(f"#{EXPLORABLE} button[type=reset]")
        visit.page.wait_for_function(f"location.hash === '#{EXPLORABLE}'")
        assert visit.page.evaluate(SETTINGS) == visit.page.evaluate(OPENING)
    assert not visit.problems, visit.problems


@pytest.mark.parametrize(
    "state",
    ["share=51%25", "year=1999", "mood=good", "share", "share=%E0%A4%A", "__proto__=x", "=1"],
)
def test_a_setting_that_is_not_there_gives_the_opening_one_and_a_sentence(browser, server, state):
    chapter = "chapters/energy/dependence"
    with visited(browser, server, chapter, f"#{EXPLORABLE}&{state}") as visit:
        alive(visit)
        assert visit.page.evaluate(SETTINGS) == visit.page.evaluate(OPENING)
        told = visit.page.inner_text(f"#{EXPLORABLE} .chart-told")
        assert told == SAID
        visit.page.select_option(f"#{EXPLORABLE} select", index=0)
        assert not visit.page.query_selector(f"#{EXPLORABLE} .chart-told")
    assert not visit.problems, visit.problems


def test_the_filters_and_the_open_claim_of_the_ledger_come_back(browser, server):
    page = "chapters/argument/claims"
    with visited(browser, server, page, "#C34&part=energy&when=then") as visit:
        visit.page.wait_for_selector('details[data-claim="C34"][open]')
        shown = visit.page.evaluate(SHOWN)
        assert {card["part"] for card in shown} == {"energy"}
        assert visit.page.input_value(".tp-filters [name=when]") == "then"
        visit.page.select_option(".tp-filters [name=kind]", "fact")
        assert "part=energy" in visit.page.url
        assert "kind=fact" in visit.page.url
        visit.page.fill(".tp-filters [name=words]", "gas")
        said = visit.page.inner_text(".tp-count").split(" claims: ")[1]
        assert said == "energy, fact, verdicts of 21 July 2015, \u201cgas\u201d"
        visit.page.fill(".tp-filters [name=words]", "")
        everything = visit.page.evaluate("document.querySelectorAll('.tp-claims details').length")
    with visited(browser, server, page, "#ledger&part=atlantis") as visit:
        visit.page.wait_for_function("document.querySelector('.tp-count').textContent.length > 30")
        assert len(visit.page.evaluate(SHOWN)) == everything
        assert "not in this book" in visit.page.inner_text(".tp-count")
    assert not visit.problems, visit.problems


@pytest.mark.parametrize(
    "place", ["chapters/energy/dependence", f"share/energy/dependence/{EXPLORABLE}/index"]
)
def test_a_finger_that_scrolls_past_an_explorable_leaves_its_setting(browser, server, place):
    start = f"{server}/{place}.html#{EXPLORABLE}&share=20%25&year=2024"
    options = {"has_touch": True, "viewport": {"width": 390, "height": 400}}
    with opening(Reader, browser, start) as open_:
        page = open_(**options).page
        page.wait_for_selector(f"#{EXPLORABLE}[data-state=live]")
        scroll_past(page, page.locator(f"#{EXPLORABLE} input[type=range]").first)
        assert page.evaluate(SETTINGS) == ["20%", "2024"]
        assert page.url.endswith("&share=20%25&year=2024")


def test_the_address_names_the_claim_that_was_opened_last(browser, server):
    with visited(browser, server, "chapters/argument/claims", "#C34") as visit:
        page = visit.page
        page.wait_for_selector('details[data-claim="C34"][open]')
        page.locator('details[data-claim="C02"] summary').first.click()
        page.wait_for_function("location.hash === '#C02'")
        page.locator('details[data-claim="C36"] summary').first.click()
        page.wait_for_function("location.hash === '#C36'")
        page.select_option(".tp-filters [name=when]", "then")
        assert page.url.endswith("#C36&when=then")
    assert not visit.problems, visit.problems


@pytest.mark.parametrize("linked", ["&part=energy", ""])
def test_a_linked_claim_that_the_filters_hide_empties_them(browser, server, linked):
    with visited(browser, server, "chapters/argument/claims", "#ledger&part=energy") as visit:
        page = visit.page
        page.wait_for_function("document.querySelector('.tp-count').textContent[0] !== '6'")
        page.evaluate("to => { location.hash = to; }", f"#C45{linked}")
        page.wait_for_selector('details[data-claim="C45"][open]')
        page.wait_for_function("location.hash === '#C45'")
        everything = page.locator(".tp-claims details").count()
        assert page.inner_text(".tp-count") == f"{everything} of {everything} claims"
        assert len(page.evaluate(SHOWN)) == everything
        assert page.input_value(".tp-filters [name=part]") == ""
    assert not visit.problems, visit.problems


@pytest.mark.parametrize("typed", ["japan's", "japan\u2019s", "Hokkaido", "Hokkaido\u0304"])
def test_the_ledger_finds_words_however_they_are_typed(browser, server, typed):
    with visited(browser, server, "chapters/argument/claims", "") as visit:
        visit.page.fill(".tp-filters [name=words]", typed)
        assert 0 < len(visit.page.evaluate(SHOWN)) < 60
    assert not visit.problems, visit.problems


@pytest.mark.parametrize(("asked", "shown"), [("3", "3"), ("999", "1"), ("x", "1")])
def test_the_slide_comes_back(browser, server, asked, shown):
    with visited(browser, server, "chapters/energy/dependence", f"#&slide={asked}") as visit:
        visit.page.wait_for_selector(".tp-slides-bar")
        said = visit.page.inner_text(".tp-slides-bar [role=status]")
        assert said.replace("The link asks for a slide that is not here. ", "").startswith(
            f"{shown} of "
        )
        visit.page.keyboard.press("ArrowRight")
        assert visit.page.url.endswith(f"slide={int(shown) + 1}")
    assert not visit.problems, visit.problems
