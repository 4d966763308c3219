"""What is on the screen stands in the address; what cannot be read there opens as ever."""

import pytest
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
        everything = visit.page.evaluate("document.querySelectorAll('.tp-claims details').length")
    with visited(browser, server, page, "#ledger&part=atlantis") as visit:
        visit.page.wait_for_function("document.querySelector('.tp-count').textContent.length > 30")
        assert len(visit.page.evaluate(SHOWN)) == everything
        assert "not in this book" in visit.page.inner_text(".tp-count")
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
