"""Outputs as Jupyter shows them: each kind works from its own output, alone and beside others."""

import pytest
from playwright.sync_api import expect

from three_pillars.blocks import style
from three_pillars.blocks.core import KINDS

pytestmark = pytest.mark.book  # the group that has a browser

# As JupyterLab does it: the markup first, then each script made anew, so that it runs.
SHOW = """html => {
  const output = document.body.appendChild(document.createElement("div"));
  output.innerHTML = html;
  for (const old of output.querySelectorAll("script")) {
    const script = document.createElement("script");
    for (const { name, value } of old.attributes) script.setAttribute(name, value);
    script.textContent = old.textContent;
    old.replaceWith(script);
  }
}"""


class Notebook:
    """A page that shows outputs one after another."""

    def __init__(self, browser):
        self.context = browser.new_context()
        self.context.set_default_timeout(10_000)
        self.context.route("**/*", lambda route: route.fulfill(
            body="<!doctype html><title>Notebook</title><body></body>", content_type="text/html"
        ))  # fmt: skip
        self.page = self.context.new_page()
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto("http://notebook.test/")

    def show(self, block):
        self.page.evaluate(SHOW, block._repr_mimebundle_()["text/html"])


@pytest.fixture
def notebook(browser):
    made = Notebook(browser)
    yield made
    made.context.close()
    assert not made.errors


# One act for each kind, and what it leads to.


def predict(block):
    assert not block.locator(".tp-reveal").is_visible()
    assert block.locator("output").first.text_content() == "not set"
    block.get_by_text("This is my answer").press("Enter")
    assert "Move the slider" in block.locator(".tp-feedback").text_content()
    assert not block.locator(".tp-reveal").is_visible()
    block.locator("input[type=range]").press("ArrowRight")
    assert block.locator("output").first.text_content() == "26%"
    block.get_by_text("This is my answer").press("Enter")
    assert block.locator(".tp-feedback").text_content() == "You said 26%: 16.5 points too high."
    assert block.locator(".tp-reveal figure").is_visible()


def quiz(block):
    block.locator("input[type=radio]").last.check()
    block.get_by_role("button").first.click()
    assert block.locator(".tp-feedback").first.text_content() == "It is not."
    field = block.locator("input[type=text]")
    for typed, said in (
        ("9,55 %", "So."),
        ("9.79", "That is 2013."),
        ("0.0953", "per cent"),
        ("x", "is not a number"),
        ("7", "Divide."),
    ):
        field.fill(typed)
        field.press("Enter")
        assert said in block.locator(".tp-feedback").last.text_content()


def sorting(block):
    block.locator("select").first.select_option("fact")
    block.locator("[type=submit]").click()
    assert block.locator(".tp-score").text_content() == "1 of 2 right, 1 still open."
    assert block.locator(".tp-feedback").first.text_content() == "It is."


def ledger(block):
    assert block.locator("details:visible").count() == 2
    cell = block.locator(".tp-grid button").first
    cell.click()
    assert cell.get_attribute("aria-pressed") == "true"
    assert block.locator(".tp-count").text_content() == "1 of 2 claims: energy, fact"
    assert block.locator(".tp-claims .tp-mark:visible").text_content() == "partly"
    block.locator("[name=when]").select_option("then")
    assert block.locator(".tp-claims .tp-mark:visible").text_content() == "supported"
    block.locator("[type=reset]").click()
    expect(block.locator(".tp-count")).to_have_text("2 of 2 claims")


def forecast_sheet(block):
    block.locator(".tp-ask input").press("Home")
    assert block.locator(".tp-ask output").text_content() == "0%"
    block.locator("[data-do=some]").click()
    row = block.locator(".tp-scores tbody tr").first.locator("td").first
    assert row.text_content() == "0.000"
    assert block.locator(".tp-plot circle").count() == 1


def deal_form(block):
    assert block.locator("figure").count() == 0
    block.locator("[name=group]").fill("Group 1")
    block.locator("[name=agreed][value=yes]").check()
    block.locator("[name=to_japan]").check()
    assert "50.0% of the land" in block.locator(".tp-total").text_content()


def weighing(block):
    assert block.locator(".tp-total strong").text_content().endswith("argument: 50.0 of 100.")
    block.locator("[data-name=trend]").press("Home")
    assert block.locator(".tp-total strong").text_content().endswith("argument: 100.0 of 100.")


def verdicts(block):
    assert block.get_by_text("today: partly").is_visible()


def chain(block):
    assert block.get_by_text("Verdict", exact=True).is_visible()


ACTS = {act.__name__: act for act in (
    predict, quiz, sorting, ledger, forecast_sheet, deal_form, weighing, verdicts, chain
)}  # fmt: skip


def last(notebook):
    return notebook.page.locator(".tp-block").last


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_works_from_its_own_output(notebook, blocks, kind):
    notebook.show(blocks[kind])
    styled = "block => getComputedStyle(block).getPropertyValue('--tp-accent').trim()"
    assert last(notebook).evaluate(styled) == "#2b6dde"
    ACTS[kind](last(notebook))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_brings_all_that_styles_it(notebook, blocks, kind):
    """With the styles of all kinds beside its own, no element of it looks otherwise."""
    look = """() => [...document.querySelectorAll('.tp-block, .tp-block :not(svg *)')].map(one => {
      const style = getComputedStyle(one);
      const name = one.tagName + "." + one.getAttribute("class");
      return name + [...style].map(key => key + ":" + style.getPropertyValue(key)).join(";");
    })"""
    notebook.show(blocks[kind])
    alone = notebook.page.evaluate(look)
    notebook.page.add_style_tag(content=style())
    assert notebook.page.evaluate(look) == alone


def test_every_kind_works_after_all_the_others(notebook, blocks):
    for kind, block in blocks.items():
        notebook.show(block)
        ACTS[kind](last(notebook))


@pytest.mark.parametrize("kind", ["predict", "quiz", "sorting", "ledger", "weighing"])
def test_a_kind_that_comes_twice_answers_once(notebook, blocks, kind):
    notebook.show(blocks[kind])
    notebook.show(blocks[kind])
    for block in notebook.page.locator(".tp-block").all():
        ACTS[kind](block)


def test_a_notebook_that_holds_outputs_of_an_older_book(notebook, blocks):
    """There the same name stood for something else."""
    notebook.page.evaluate("window.threePillarsBlocks = { readings: () => [] }")
    for kind in ("quiz", "weighing"):
        notebook.show(blocks[kind])
        ACTS[kind](last(notebook))


# Answers live on.


def kept(notebook):
    return notebook.page.evaluate("JSON.parse(localStorage.getItem('three-pillars-answers'))")


def test_answers_outlast_the_page_until_it_is_started_again(notebook, blocks, tmp_path):
    for kind in ("predict", "quiz", "sorting"):
        notebook.show(blocks[kind])
        ACTS[kind](last(notebook))
    done = notebook.page.locator(".tp-done .tp-tally")
    assert done.count() == 1
    said = (
        "Done on this page: 1 of 1 prediction, 2 of 2 questions, 1 of 2 statements. "
        "Kept in this browser, on this device, and nowhere else."
    )
    assert done.text_content() == said
    held = kept(notebook)["answers"]
    wanted = {"page": "", "kind": "question", "given": ["b"], "said": "wrong"}
    assert held["question: Which?"] == wanted
    assert held["question: How much?"]["given"][-1] == "7"
    notebook.page.reload()
    for kind in ("predict", "quiz", "sorting"):
        notebook.show(blocks[kind])
    page = notebook.page
    assert page.locator(".tp-predict .tp-reveal figure").is_visible()
    assert page.locator(".tp-quiz .tp-feedback").first.text_content() == "It is not."
    assert page.locator(".tp-quiz input[type=text]").input_value() == "7"
    assert page.locator(".tp-sorting .tp-score").text_content() == "1 of 2 right, 1 still open."
    assert done.text_content() == said
    with page.expect_download() as download:
        page.locator(".tp-done [data-do=save]").press("Enter")
    download.value.save_as(tmp_path / "my_answers.json")
    again = page.locator(".tp-done [data-do=again]")
    again.press("Enter")
    assert "Press once more" in page.locator(".tp-done .tp-said").text_content()
    assert kept(notebook)["answers"]
    again.press("Enter")
    assert kept(notebook)["answers"] == {}
    assert not page.locator(".tp-predict .tp-reveal").is_visible()
    assert page.locator(".tp-predict output").text_content() == "not set"
    assert page.locator(".tp-quiz input:checked").count() == 0
    assert page.locator(".tp-sorting .tp-score").text_content() == ""
    with page.expect_file_chooser() as chosen:
        page.locator(".tp-done [data-do=open]").press("Enter")
    chosen.value.set_files(tmp_path / "my_answers.json")
    expect(page.locator(".tp-quiz .tp-feedback").first).to_have_text("It is not.")
    assert done.text_content() == said


@pytest.mark.parametrize("text", ['{"answers": ', '{"answers": {"Which?": 3}}', "[]", "7"])
def test_damaged_answers_leave_the_blocks_usable(notebook, blocks, text):
    notebook.page.evaluate("t => localStorage.setItem('three-pillars-answers', t)", text)
    notebook.show(blocks["quiz"])
    said = notebook.page.locator(".tp-done .tp-said").text_content()
    assert ("set aside" in said) == (text == '{"answers": ')
    ACTS["quiz"](last(notebook))
    assert kept(notebook)["answers"]["question: Which?"]["given"] == ["b"]


def test_where_nothing_is_kept_the_page_says_so(notebook, blocks):
    notebook.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new Error('no'); }; }"
    )
    notebook.show(blocks["quiz"])
    ACTS["quiz"](last(notebook))
    assert "keeps nothing here" in notebook.page.locator(".tp-done .tp-said").text_content()
    done = notebook.page.locator(".tp-done .tp-tally").text_content()
    assert done == "Done on this page: 2 of 2 questions."


def test_a_changed_answer_is_neither_right_nor_wrong(notebook, blocks):
    for kind in ("quiz", "sorting"):
        notebook.show(blocks[kind])
        ACTS[kind](last(notebook))
    page, before = notebook.page, kept(notebook)
    page.locator(".tp-quiz input[type=radio]").first.check()
    page.locator(".tp-quiz input[type=text]").fill("8")
    assert page.locator(".tp-quiz .tp-feedback").all_text_contents() == ["", ""]
    page.locator(".tp-sorting select").first.select_option("")
    assert set(page.locator(".tp-sorting .tp-feedback").all_text_contents()) == {""}
    assert page.locator(".tp-sorting .tp-score").text_content() == ""
    assert kept(notebook) == before


def test_a_slider_stays_unset_where_the_press_meant_something_else(notebook, blocks):
    notebook.show(blocks["predict"])
    page, output = notebook.page, notebook.page.locator(".tp-predict output")
    slider = page.locator(".tp-predict input[type=range]")
    slider.click(button="right")
    assert output.text_content() == "not set"
    # As a finger does that scrolls the page.
    slider.dispatch_event("pointerdown")
    slider.fill("7")
    slider.dispatch_event("pointercancel")
    assert output.text_content() == "not set"
    slider.press("ArrowRight")
    assert output.text_content() != "not set"
