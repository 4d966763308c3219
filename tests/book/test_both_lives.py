"""A chapter in the book and in Jupyter: the same numbers in the text, the same rows in a chart."""

import json

from helpers import pages
from helpers.chapter_runs import canonical, each_chapter
from helpers.reports import report
from helpers.visits import Visit


@each_chapter
def test_text_holds_the_computed_numbers(book, runs, chapter):
    """Each {eval} stands on the page with the value that a fresh run gives, amid its own words."""
    run = runs[chapter]
    assert not run.error, run.error
    text = pages.read(book / f"{chapter}.html").text
    problems = []
    for cell, expression, kind, value, before, after in run.evals:
        name = f"{chapter}, cell {cell}, {{eval}}`{expression}`"
        if kind not in ("str", "int", "float"):
            problems.append(f"{name} gives a {kind}; give text or a number")
        wanted = " ".join(f"{before}{value}{after}".split())
        if straight(wanted) not in straight(text):
            problems.append(f"{name}: {wanted!r} is not on the page")
    report(problems)


def straight(text):
    """Sphinx curls the apostrophes and quotation marks of what it prints."""
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


@each_chapter
def test_both_lives_agree(browser, server, runs, chapter):
    """The page shows the rows that the model gives, at every setting or at a dozen of them."""
    run = runs[chapter]
    assert not run.error, run.error
    with Visit(browser, server, chapter, "light") as visit:
        figures = visit.page.query_selector_all("figure.explorable")
        same = visit.check(
            len(figures) == len(run.explorables),
            f"{len(figures)} explorables on the page, {len(run.explorables)} in the notebook",
        )
        if same and figures:
            visit.all_live()
        for figure, life in zip(figures, run.explorables, strict=False) if same else ():
            compare(visit, figure, life)
    report(visit.problems)


def compare(visit, figure, life):
    uid = f"{figure.get_attribute('id')} ({life['name']})"
    alt = figure.query_selector(".chart-static").get_attribute("aria-label")
    visit.check(
        straight(alt) == straight(life["alt"]), f"{uid}: another alt text than in the notebook"
    )
    for name, labels in life["controls"].items():
        shown = figure.eval_on_selector(
            f".chart-controls [name='{name}']",
            "c => c.dataset.labels ? JSON.parse(c.dataset.labels)"
            " : [...c.options].map(o => o.textContent)",
        )
        same = [straight(one) for one in shown] == [straight(one) for one in labels]
        visit.check(same, f"{uid}: control {name!r} offers {shown}, not {labels}")
    settings = [setting["places"] for setting in life["settings"]]
    answers = figure.evaluate(ROWS_SHOWN, [list(life["controls"]), settings])
    for setting, answer in zip(life["settings"], answers, strict=True):
        columns = sorted({key for row in setting["rows"] for key in row})
        wanted = canonical(setting["rows"], columns)
        shown = canonical(answer, columns)
        # A mark without a value is not drawn: Vega drops such a row, and is right to.
        empty = canonical([r for r in setting["rows"] if None in r.values()], columns)
        at = dict(
            zip(
                life["controls"],
                (labels[i] for labels, i in zip(
                    life["controls"].values(), setting["places"], strict=True)),
                strict=True,
            )
        )  # fmt: skip
        visit.check(shown <= wanted, f"{uid} at {at}: shows rows that the model does not give: "
                    f"{sorted(shown - wanted)[:2]}")  # fmt: skip
        visit.check(wanted - empty <= shown, f"{uid} at {at}: lacks rows that the model gives: "
                    f"{sorted(wanted - empty - shown)[:2]}")  # fmt: skip


# The rows behind the marks, from Vega's own data sets after the filter of the settings. A chart
# that sums up its rows keeps none of them; then the filter of its specification is done by hand.
ROWS_SHOWN = """async (figure, [names, settings]) => {
  const form = figure.querySelector(".chart-controls");
  const spec = JSON.parse(figure.querySelector("script.chart-spec").textContent);
  const out = [];
  for (const places of settings) {
    names.forEach((name, i) => {
      const field = form.querySelector(`[name="${name}"]`);
      field.value = places[i];
      field.dispatchEvent(new Event("input", {bubbles: true}));
    });
    await figure.tpView.runAsync();
    const here = row => names.every((name, i) => row["at_" + name] === places[i]);
    const dated = (row, like) => Object.fromEntries(Object.entries(row).map(([key, value]) => {
      const iso = typeof like[key] === "string" && typeof value !== "string" && value !== null;
      return [key, iso ? new Date(value).toISOString().replace(/\\.000Z$/, "") : value];
    }));
    const whole = Object.values(spec.datasets || {}).flat();
    const like = whole.find(row => here(row)) || {};
    const sets = figure.tpView.getState({data: () => true, signals: () => false}).data;
    let rows = [];
    for (const name of Object.keys(sets)) {
      const data = figure.tpView.data(name);
      if (data.length && data.every(here)) rows.push(...data.map(row => dated(row, like)));
    }
    if (!rows.length) rows = whole.filter(here);
    out.push(JSON.parse(JSON.stringify(rows)));
  }
  return out;
}"""


@each_chapter
def test_widgets_show_the_same_rows(runs, chapter):
    """In Jupyter, each control moved, and the reset, redraw the chart with the model's rows."""
    run = runs[chapter]
    assert not run.error, run.error
    problems = []
    for moment, explorables in enumerate(run.widgets):
        for life, shown in zip(run.explorables, explorables, strict=True):
            name = f"{chapter}, {life['name']} at {shown['setting']} (move {moment})"
            columns = sorted({key for row in shown["rows"] for key in row})
            wanted = canonical(shown["rows"], columns)
            if len(shown["outputs"]) != 1 or isinstance(shown["outputs"][0], dict):
                others = [str(o)[:300] for o in shown["outputs"] if isinstance(o, dict)]
                problems.append(f"{name}: instead of one chart it shows {others}")
            elif not any(canonical(rows, columns) == wanted for rows in shown["outputs"][0]):
                problems.append(f"{name}: the chart does not show the model's rows")
    if run.explorables:
        first, last = run.widgets[0], run.widgets[-1]
        if json.dumps(first, sort_keys=True) != json.dumps(last, sort_keys=True):
            problems.append(f"{chapter}: the reset does not bring the widgets back")
    report(problems)
