"""What Python and JavaScript both compute, here in JavaScript; tests/<part> checks Python.

The cases are the files of tests/cases, each of which says under "about" what it holds.
"""

import json

import pytest
from helpers import pages

from three_pillars.blocks import script
from three_pillars.blocks.deal_form.deal_form import WORDS

pytestmark = pytest.mark.book  # the group that has a browser

RUN = """([names, text]) => {
  const cases = JSON.parse(text);  // not as an object: "__proto__" would not come through
  const tp = window.threePillarsBlocks;
  const run = (%s);
  const said = given => { try { return run(given, cases, tp); } catch (e) { return "" + e; } };
  return JSON.stringify(cases[names].map(said));
}"""


@pytest.fixture(scope="module")
def page(browser):
    """A page with nothing but the script of all blocks."""
    page = browser.new_context().new_page()
    page.set_content("<!doctype html><title>Cases</title>")
    page.add_script_tag(content=script())
    yield page
    page.close()


def run(page, name, function, cases="cases"):
    """Return the cases of a file, each with what a function in JavaScript makes of it."""
    text = (pages.REPOSITORY / "tests" / "cases" / f"{name}.json").read_text("utf-8")
    held = json.loads(text)
    if "board" in held:
        held["board"]["words"] = WORDS
    made = page.evaluate(RUN % function, [cases, json.dumps(held)])
    return list(zip(held[cases], json.loads(made), strict=True))


def refusal(made, *pieces):
    """Whether an error in one sentence holds all of them; marks of quotation do not matter."""
    plain = str(made).replace("\u201c", "'").replace("\u201d", "'")
    return plain.startswith("Error: ") and all(piece in plain for piece in pieces)


def test_cells_of_a_table(page):
    page.add_script_tag(path=pages.REPOSITORY / "src/three_pillars/static/table.js")
    made = run(page, "cells", "given => window.tpCell(given.value)")
    wrong = [(case["case"], shown) for case, shown in made if shown != case["shown"]]
    assert not wrong


def test_numbers_typed(page):
    made = run(
        page,
        "numbers",
        "(given, cases, tp) => tp.judgeNumber(given.typed, cases.questions[given.question])",
    )
    wrong = [(case["case"], said) for case, said in made if said != [case["kind"], case["words"]]]
    assert not wrong


def test_predictions(page):
    made = run(
        page,
        "predictions",
        """(given, cases, tp) => tp.verdictOn(
          { value: given.value, step: given.step,
            dataset: { digits: given.digits, unit: given.unit } }, given.answer)""",
    )
    wrong = [(case["case"], said) for case, said in made if said != case["said"]]
    assert not wrong


def test_brier_scores(page):
    made = run(
        page,
        "brier",
        """(given, cases, tp) => {
          const days = Object.create(null), answers = Object.create(null);
          for (const row of given.rows) {
            days[row.id] = { came: row.came, question: { id: row.question } };
            if (row.said !== null) answers[row.id] = row.said;
          }
          return tp.brier(answers, Object.keys(answers), { days });
        }""",
    )
    wrong = [
        (case["case"], found)
        for case, found in made
        if found != pytest.approx(case["score"], abs=1e-9)
    ]
    assert not wrong


def test_answers_files(page):
    made = run(
        page,
        "answers",
        """(given, cases, tp) => {
          const days = Object.create(null);
          for (const id of cases.questions) days[id] = {};
          return tp.readAnswers(given.text, "mine.json", { ...cases, days });
        }""",
    )
    wrong = [
        (case["case"], found)
        for case, found in made
        if not (refusal(found, *case["refused"]) if "refused" in case else found == case["answers"])
    ]
    assert not wrong


def test_deals(page):
    made = run(
        page,
        "deals",
        """(given, cases, tp) => {
          const game = { ...cases.board, format: cases.format, version: cases.version };
          const file = { format: cases.format, version: cases.version, deal: given.deal };
          return tp.weighDeal(tp.readDeal(JSON.stringify(file), "deal.json", game), game);
        }""",
    )
    wrong = [
        (case["case"], found, case.get("row"))
        for case, found in made
        if not (refusal(found, case["refused"]) if "refused" in case else found == case["row"])
    ]
    assert not wrong


def test_classes_of_deals(page):
    made = run(
        page,
        "deals",
        "(given, cases, tp) => tp.classDeals(given.deals, cases.board).map(row => row.row)",
        "classes",
    )
    assert [found for _, found in made] == [case["rows"] for case, _ in made]


def test_scores_of_the_argument(page):
    made = run(
        page,
        "argument_score",
        """(given, cases, tp) => {
          const weighed = tp.weigh(given.claims, {
            pillar: given.pillars, kind: given.kinds, partly: given.partly, when: given.when
          });
          const moves = weighed.score === null ? [] : tp.leverage(weighed);
          return [weighed.score, moves.map(move => [move.claim.claim_id, move.without])];
        }""",
    )
    wrong = []
    for case, (score, moves) in made:
        alike = score == pytest.approx(case["score"], abs=1e-9)
        alike = alike and [name for name, _ in moves] == [name for name, _ in case["moves"]]
        values = [value for _, value in case["moves"]]
        if not alike or [value for _, value in moves] != pytest.approx(values, abs=1e-9):
            wrong.append((case["case"], score, moves))
    assert not wrong
