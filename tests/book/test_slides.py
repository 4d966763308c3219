"""A page as slides: the button, the keys, what is on the screen, and the way back."""

import pytest
from helpers.visits import Visit

CHAPTER = "chapters/energy/dependence"

# The text that can be seen, title by title, without the bar.
SEEN = """() => [...document.querySelectorAll(".bd-article :is(h1, h2, h3)")]
  .filter(title => title.checkVisibility()).map(title => title.firstChild.textContent)"""


def on_slides(visit):
    return visit.page.evaluate("document.documentElement.classList.contains('tp-slides')")


def place(visit):
    at, _, count = visit.page.inner_text(".tp-slides-bar [role=status]").partition(" of ")
    return int(at), int(count)


def seen(visit):
    return visit.page.evaluate(SEEN)


@pytest.mark.parametrize(
    "setting",
    [
        "light",
        pytest.param("dark", marks=pytest.mark.full),
        pytest.param("file", marks=pytest.mark.full),
    ],
)
def test_a_page_is_shown_by_keyboard_from_first_to_last(request, setting):
    server, browser = request.getfixturevalue("server"), request.getfixturevalue("browser")
    book = request.getfixturevalue("book")
    base = book.as_uri() if setting == "file" else server
    with Visit(browser, base, CHAPTER, setting, query="?present") as visit:
        visit.page.wait_for_selector(".tp-slides-bar")
        assert place(visit)[0] == 1
        assert seen(visit) == ["Did Fukushima turn Japan to Russia?"]
        titles, charts = [], 0
        for at in range(1, place(visit)[1] + 1):
            assert place(visit)[0] == at
            titles += seen(visit)
            blocks = visit.page.query_selector_all("figure.chart")
            shown = [block for block in blocks if block.is_visible()]
            charts += len(shown)
            visit.check(len(shown) <= 1, f"slide {at} shows {len(shown)} charts")
            visit.all_live()
            visit.check_overflow()
            visit.page.keyboard.press("ArrowRight")
        assert titles == visit.page.evaluate(
            SEEN.replace(".filter(title => title.checkVisibility())", "")
        )
        assert charts >= 6
        assert place(visit)[0] == place(visit)[1], "the last slide stays"
        visit.check_axe(" as slides")
        visit.page.keyboard.press("Escape")
        assert not on_slides(visit)
        assert visit.page.is_hidden(".tp-slides-bar")
        assert seen(visit) == titles, "the whole page is back"
    assert not visit.problems, visit.problems


def test_the_button_starts_where_the_reader_is_and_ends_there(browser, server):
    with Visit(browser, server, CHAPTER, "light") as visit:
        visit.page.eval_on_selector("#explore", "e => e.scrollIntoView({behavior: 'instant'})")
        visit.page.eval_on_selector(
            ".btn-present", "b => { b.focus({preventScroll: true}); b.click(); }"
        )
        assert seen(visit) == ["Explore"]
        visit.page.keyboard.press("Enter")  # the bar's Next has the focus
        assert seen(visit) == ["Doubt"]
        visit.page.get_by_role("button", name="End").click()
        assert visit.page.evaluate("document.activeElement.className").count("btn-present")
        top = visit.page.eval_on_selector("#doubt", "e => e.getBoundingClientRect().top")
        assert -100 < top < 400
    assert not visit.problems, visit.problems


def test_a_slider_keeps_its_arrow_keys(browser, server):
    with Visit(browser, server, CHAPTER, "light") as visit:
        visit.page.eval_on_selector("#explore", "e => e.scrollIntoView({behavior: 'instant'})")
        visit.page.evaluate("tpPresent()")
        visit.all_live()
        slider = visit.page.locator("figure.explorable:visible input[type=range]").first
        slider.focus()
        before, at = slider.input_value(), place(visit)
        visit.page.keyboard.press("ArrowRight")
        assert slider.input_value() != before
        assert place(visit) == at
    assert not visit.problems, visit.problems


def test_an_answer_stays_hidden_until_it_is_asked_for(browser, server):
    with Visit(browser, server, CHAPTER, "light") as visit:
        visit.page.evaluate("tpPresent()")
        visit.page.keyboard.press("PageDown")
        assert seen(visit) == ["Predict"]
        assert visit.page.locator("figure.chart:visible").count() == 0
        slider = visit.page.locator(".tp-predict:visible input[type=range]").first
        slider.focus()
        visit.page.keyboard.press("Home")
        visit.page.locator(".tp-predict:visible button").first.click()
        assert visit.page.locator("figure.chart:visible").count() == 1
    assert not visit.problems, visit.problems


def test_paper_has_the_whole_page_even_during_the_show(browser, server):
    with Visit(browser, server, CHAPTER, "light", query="?present") as visit:
        visit.page.wait_for_selector(".tp-slides-bar")
        visit.page.emulate_media(media="print")
        assert len(seen(visit)) > 10
        assert visit.page.is_hidden(".tp-slides-bar")
    assert not visit.problems, visit.problems


def test_pages_without_charts_have_no_such_button(book):
    with_button = {
        path.relative_to(book).with_suffix("").as_posix()
        for path in book.rglob("*.html")
        if "btn-present" in path.read_text("utf-8")
    }
    assert CHAPTER in with_button
    assert not with_button & {"search", "genindex", "chapters/reference/glossary"}
