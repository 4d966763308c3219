"""The forecast sheet and the weighing in a browser: keys, reload, files, and what goes wrong."""

import json
import random

import pytest
from helpers.readers import Reader, file, opening, scroll_past

from three_pillars import verdict

SHEET, SCALE = "chapters/verdict/forecasts", "chapters/verdict/synthesis"
ASKS = ".tp-case > .tp-ask input"


class Forecaster(Reader):
    """One reader's browser, open at the sheet."""

    block = ".tp-sheet"

    def set(self, outcome, value):
        slider = self.page.locator(f'.tp-ask[data-id="{outcome}"] input')
        slider.evaluate("s => { const d = s.closest('details'); if (d) d.open = true; }")
        slider.focus()
        slider.press("Home")
        for _ in range(value // 10):
            slider.press("PageUp")
        for _ in range(value % 10):
            slider.press("ArrowRight")
        assert slider.get_attribute("aria-valuetext") == f"{value}%"

    def shown(self, outcome):
        return self.page.locator(f'.tp-ask[data-id="{outcome}"] output').text_content()

    def progress(self):
        return self.page.locator(".tp-progress").text_content()

    def score(self, who):
        row = self.page.locator(".tp-scores tbody tr", has=self.page.get_by_text(who, exact=True))
        return float(row.locator("td").first.text_content())


@pytest.fixture
def reader(browser, server):
    with opening(Forecaster, browser, f"{server}/{SHEET}.html") as start:
        yield start


def answers(given, **change):
    return {"format": "three-pillars-forecasts", "version": 1, "answers": given, **change}


def test_keys_alone_lead_from_the_first_answer_to_the_score(reader):
    page = (me := reader()).page
    assert page.locator(ASKS).count() == 25
    page.locator(ASKS).first.focus()
    page.keyboard.press("ArrowRight")
    assert me.shown("F01_2015") == "51%"
    page.keyboard.press("Delete")
    assert me.shown("F01_2015") == "not set"
    page.keyboard.press("Enter")
    assert me.shown("F01_2015") == "50%"
    me.set("F01_2015", 23)
    me.set("F16_2015", 90)
    assert me.progress() == "2 of 25 questions set."
    assert page.locator(".tp-came:visible").count() == 0
    assert not page.locator(".tp-result").is_visible()
    assert not page.locator(".tp-outcomes").is_visible()
    me.press("some")
    assert page.locator(".tp-came:visible").count() == 2
    assert me.progress() == "2 of 25 questions set, 2 revealed."
    assert me.score("You") == pytest.approx((0.23**2 + 0.1**2) / 2, abs=6e-4)
    assert page.evaluate("document.activeElement.textContent") == "Your score"


def test_a_click_on_the_words_of_a_question_is_no_answer(reader):
    page = (me := reader()).page
    page.locator(".tp-case label").first.click()
    assert me.shown("F01_2015") == "not set"
    page.locator(ASKS).first.click(position={"x": 5, "y": 8})
    assert me.shown("F01_2015") != "not set"


def test_a_right_click_on_a_slider_is_no_answer(reader):
    page = (me := reader()).page
    page.locator(ASKS).first.click(button="right")
    assert me.shown("F01_2015") == "not set"


def test_a_finger_that_scrolls_past_a_slider_answers_nothing(reader):
    page = (me := reader(has_touch=True, viewport={"width": 390, "height": 700})).page
    slider = page.locator(ASKS).first
    scroll_past(page, slider)
    assert me.shown("F01_2015") == "not set"
    me.set("F01_2015", 60)
    scroll_past(page, slider)
    assert me.shown("F01_2015") == "60%"
    slider.tap()
    assert me.shown("F01_2015") == "50%"


def test_two_pages_of_one_browser_hold_one_sheet(reader):
    me = reader()
    second = me.context.new_page()
    second.goto(me.page.url)
    me.set("F01_2015", 20)
    me.press("some")
    second.wait_for_selector('.tp-ask[data-id="F01_2015"] input:disabled')
    me.page = second
    me.set("F02_2015", 70)
    second.reload()
    assert me.progress() == "2 of 25 questions set, 1 revealed."


def test_what_is_revealed_can_no_longer_be_changed(reader):
    page = (me := reader()).page
    me.press("some")
    assert me.said() == "Set an answer first; then its outcome shows."
    me.set("F01_2015", 40)
    me.press("some")
    assert page.locator('.tp-ask[data-id="F01_2015"] input').is_disabled()
    me.give(file("mine.json", answers({"F01_2015": 0.9, "F02_2015": 0.8})))
    me.until_said("read")
    assert "1 already revealed stays as it was" in me.said()
    assert me.shown("F01_2015") == "40%"
    assert me.shown("F02_2015") == "80%"
    me.press("all")
    assert me.said().startswith("23 of 25 questions are not set, and cannot be set once revealed.")
    assert page.locator(".tp-case > .tp-ask .tp-came:visible").count() == 1
    me.set("F06_2015", 30)
    me.press("all")
    assert "22 of 25" in me.said(), "a question set in between takes the first press back"
    me.press("all")
    assert page.locator(".tp-case > .tp-ask .tp-came:visible").count() == 25
    assert page.locator(".tp-scores tbody tr").first.locator("td").last.text_content() == "3"
    me.press("clear")
    me.press("clear")
    me.press("all")
    me.press("all")
    me.press("some")
    assert me.said() == "All are revealed already."


def test_answers_and_reveals_outlast_a_reload_and_are_cleared_at_the_second_press(reader):
    page = (me := reader()).page
    me.set("F01_2015", 20)
    me.set("F01_2018", 70)
    me.press("some")
    page.locator("[name=scale]").select_option("kent1964")
    page.reload()
    assert me.shown("F01_2015") == "20%"
    assert me.shown("F01_2018") == "70%"
    assert me.progress() == "1 of 25 questions set, 1 revealed."
    assert page.locator("[name=scale]").input_value() == "kent1964"
    me.press("clear")
    assert me.shown("F01_2015") == "20%"
    assert "Press once more" in me.said()
    me.press("clear")
    assert me.shown("F01_2015") == "not set"
    page.reload()
    assert me.progress() == "0 of 25 questions set."


def test_both_lives_score_alike(reader, tmp_path):
    """The numbers of the page are those of three_pillars.verdict."""
    table = verdict.questions()
    draw = random.Random(2015)
    given = {name: draw.randint(0, 100) / 100 for name in table["outcome_id"]}
    page = (me := reader()).page
    me.give(file("mine.json", answers(given)))
    me.until_said("read")
    me.press("all")
    said = table[table["strength"] != "not_said"]
    spoken = {name: given[name] for name in said["outcome_id"]}
    assert me.score("You") == round(verdict.score(given, table), 3)
    assert me.score("You, where the commentary speaks") == round(verdict.score(spoken, table), 3)
    for scale in ("icd203", "kent1964"):
        page.locator("[name=scale]").select_option(scale)
        wanted = verdict.score(verdict.commentary(table, verdict.words(scale)), table)
        assert me.score("The commentary, by its words") == round(wanted, 3)
    own = page.locator(".tp-words input[name=likely]")
    own.focus()
    own.press("End")
    assert page.locator("[name=scale]").input_value() == "own"
    wanted = verdict.commentary(table, {**verdict.words("kent1964"), "likely": 1})
    assert me.score("The commentary, by its words") == round(verdict.score(wanted, table), 3)
    wanted = verdict.score(verdict.nothing_changes(table), table)
    assert me.score("Nothing changes (0 or 100%)") == round(wanted, 3)
    bands = verdict.calibration(
        given.values(), table["occurred"], verdict.weights(table.forecast_id)
    )
    spoken = page.locator(".tp-plot svg").get_attribute("aria-label")
    for band in bands.itertuples():
        assert f"came {round(band.came * 1000) / 10:g}%, {band.forecasts} answers" in spoken


def test_a_saved_file_comes_back_and_python_reads_it(reader, tmp_path):
    me = reader()
    me.press("save")
    assert me.said() == "There is nothing to save yet."
    me.set("F01_2015", 20)
    me.set("F05_2022", 3)
    path = tmp_path / "my_forecasts.json"
    assert me.save(path) == "my_forecasts.json"
    assert verdict.read_answers(path) == {"F01_2015": 0.2, "F05_2022": 0.03}
    other = reader()
    other.give(path)
    other.until_said("answers read")
    assert other.said() == "2 answers read."
    assert other.shown("F05_2022") == "3%"
    written = verdict.write_answers(tmp_path / "python.json", {"F16_2015": 0.125})
    other.give(written)
    other.until_said("1 answer read")
    assert other.shown("F16_2015") == "12.5%"
    assert other.shown("F01_2015") == "20%"


BAD_FILES = [
    ("", "bad.json is damaged and cannot be read; save it again."),
    ('{"format": "three-pil', "bad.json is damaged and cannot be read; save it again."),
    ("null", "bad.json is not an answers file of this book."),
    ({"answers": {"F01_2015": 1}}, "bad.json is not an answers file of this book."),
    (answers({}, version=2), "is of version 2, and this book reads version 1."),
    (answers({}, version=None), "does not say its version; this book reads version 1."),
    (answers({"F01_2015": {"of": 1}}), "\u201c{\"of\":1}\u201d is not a probability"),
    (answers([0.5]), "bad.json holds no answers."),
    (answers({"F99": 0.5}), "there is no question \u201cF99\u201d in this book."),
    (answers({"F02_2015": 0.5, "F01_2015": "70%"}), "between 0 and 1; write 0.7."),
    (answers({"F02_2015": 0.5, "F01_2015": 70}), "70 lies outside 0 to 1; for 70% write 0.7."),
    (answers({"F01_2015": None}), "is not a probability between 0 and 1."),
]  # fmt: skip


def test_a_bad_file_is_one_sentence_and_nothing_is_lost(reader):
    me = reader()
    me.set("F01_2015", 20)
    for content, said in BAD_FILES:
        me.page.evaluate("document.querySelector('.tp-sheet .tp-feedback').textContent = ''")
        me.give(file("bad.json", content))
        me.until_said(said)
        assert me.said().endswith("Your own answers are as they were."), content
        assert me.shown("F01_2015") == "20%", content
        assert me.shown("F02_2015") == "not set", content
    me.page.reload()
    assert me.shown("F01_2015") == "20%"


def test_a_class_in_the_page_is_the_class_of_python(reader, tmp_path):
    members = {
        "ann": {"F01_2015": 0.2, "F16_2015": 0.6, "F04_2018": 0.1},
        "ben": {"F01_2015": 0.6, "F16_2015": 1.0},
        "chie": {"F01_2015": 0.1, "F16_2015": 0.8},
    }
    me = reader()
    me.give([file(f"{name}.json", answers(a)) for name, a in members.items()], "class")
    place = me.page.locator(".tp-classes")
    place.wait_for()
    found = verdict.compare_class(members)
    said = place.text_content()
    assert "3 files, 2 answers that all of them gave" in said
    assert f"own Brier scores: {found.mean_of_scores:.3f}" in said
    assert f"mean forecast: {found.score_of_mean:.3f}" in said
    row = me.page.locator(".tp-class tbody tr").first.locator("td").all_text_contents()
    assert row[2:] == ["10%", "20%", "60%", "3"]
    assert me.progress() == "0 of 25 questions set.", "a class does not touch the reader's answers"
    me.give([file("one.json", answers({"F01_2015": 0.2}))], "class")
    me.until_said("needs")


def test_without_storage_the_sheet_works_and_says_so(reader):
    # The theme itself cannot do without storage, so only the sheet's own part is blocked.
    blocked = """for (const name of ["getItem", "setItem"]) {
      const real = Storage.prototype[name];
      Storage.prototype[name] = function (key, value) {
        if (key.startsWith("three-pillars")) throw new Error("no");
        return real.call(this, key, value);
      };
    }"""
    me = reader(script=blocked)
    assert "Save your answers as a file" in me.said()
    assert not me.page.get_by_text("kept in this browser").is_visible()
    me.set("F01_2015", 20)
    assert "Save your answers as a file" in me.said()
    me.press("some")
    assert me.score("You") == 0.04


def test_damaged_storage_is_set_aside_and_not_thrown_away(reader):
    me = reader()
    me.page.evaluate("localStorage.setItem('three-pillars-forecasts', '{\"answers\": {')")
    me.page.reload()
    assert "set aside" in me.said()
    assert me.progress() == "0 of 25 questions set."
    aside = me.page.evaluate("localStorage.getItem('three-pillars-forecasts-damaged')")
    assert aside == '{"answers": {'
    odd = {"answers": {"F01_2015": "70%", "F02_2015": 0.5, "F99": 1}, "revealed": 7, "words": 3}
    me.page.evaluate(
        f"localStorage.setItem('three-pillars-forecasts', {json.dumps(json.dumps(odd))})"
    )
    me.page.reload()
    assert me.progress() == "1 of 25 questions set."


def test_from_a_folder_answers_are_kept(reader, book):
    me = reader(address=f"{(book / SHEET).as_uri()}.html")
    me.set("F01_2015", 20)
    me.page.reload()
    assert me.shown("F01_2015") == "20%"


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.full)])
def test_the_revealed_sheet_is_accessible(reader, scheme):
    from axe_playwright_python.sync_playwright import Axe

    me = reader(color_scheme=scheme)
    me.give(file("mine.json", answers(dict.fromkeys(verdict.questions()["outcome_id"], 0.4))))
    me.until_said("read")
    me.press("all")
    me.page.evaluate(
        "document.querySelectorAll('.tp-sheet details').forEach(d => { d.open = true; })"
    )
    found = (
        Axe().run(me.page, context=".tp-sheet", options={"preload": False}).response["violations"]
    )
    assert not [(v["id"], v["nodes"][0]["html"][:200]) for v in found]


def test_paper_has_the_questions_and_then_the_outcomes(reader):
    me = reader()
    page = me.page
    me.set("F01_2015", 23)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".tp-outcomes tbody tr:visible").count() == 74
    assert not page.locator(".tp-sheet .tp-actions").is_visible()
    below = page.locator(".tp-outcomes").bounding_box()["y"]
    assert below > page.locator("#discuss").bounding_box()["y"], "outcomes stand at the end"
    # A line to write on for each day but the one that is set.
    assert page.locator(".tp-asks .tp-unset output:visible").count() == 73
    assert me.shown("F01_2015") == "23%"
    assert page.locator(ASKS).first.is_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".tp-sheet .tp-outcomes").count() == 1


def test_without_script_the_questions_come_before_the_outcomes(reader):
    page = reader(java_script_enabled=False).page
    assert not page.locator(".tp-outcomes table").is_visible()
    assert not page.locator(".tp-sheet .tp-actions").is_visible()
    assert page.locator(ASKS).first.is_hidden()
    below = page.locator(".tp-outcomes").bounding_box()["y"]
    assert below > page.locator(".tp-case").last.bounding_box()["y"]
    page.locator(".tp-outcomes summary").click()
    assert page.locator(".tp-outcomes table").is_visible()


# Weighing the argument


def test_weights_move_the_score_as_in_python(reader, server):
    page = reader(address=f"{server}/{SCALE}.html").page
    ledger = verdict.verdict_table()
    draw = random.Random(2015)

    def shown():
        return page.locator(".tp-weighing .tp-total strong").text_content()

    def wanted(*args, **more):
        score = verdict.argument_score(ledger, *args, **more)
        return f"Your score for the argument: {score * 100:.1f} of 100."

    assert shown() == wanted()
    for _ in range(3):
        weights = {"pillar": {}, "kind": {}}
        for slider in page.locator(".tp-weighing input[data-column]").all():
            column, name = (slider.get_attribute(f"data-{key}") for key in ("column", "name"))
            slider.focus()
            slider.press("Home")
            steps = draw.randint(1, 6)
            for _step in range(steps):
                slider.press("ArrowRight")
            weights[column][name] = steps / 2
        page.locator(".tp-weighing [name=when]").select_option("then")
        setting = {"pillars": weights["pillar"], "kinds": weights["kind"], "when": "then"}
        assert shown() == wanted(**setting)
        moves = page.locator(".tp-moves li").all_text_contents()
        first = verdict.leverage(ledger, **setting).head(3)
        for line, row in zip(moves, first.itertuples(), strict=True):
            assert f"{row.claim_id}. " in line
            assert f"Without it: {row.without * 100:.1f}." in line
    page.locator(".tp-weighing [type=reset]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "t => document.querySelector('.tp-total strong').textContent === t", arg=wanted()
    )
    for slider in page.locator(".tp-weighing [data-column=pillar]").all():
        slider.focus()
        slider.press("Home")
    assert "Nothing is left to weigh" in page.locator(".tp-total").text_content()


def test_the_memo_template_can_be_downloaded(reader, server):
    page = reader(address=f"{server}/{SCALE}.html").page
    with page.expect_download() as download:
        page.get_by_text("Download the template").click()
    assert download.value.suggested_filename == "memo_template.md"
    with open(download.value.path(), encoding="utf-8") as template:
        assert template.read().startswith("# Policy memo")
