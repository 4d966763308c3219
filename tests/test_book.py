"""The built book, every page of it: as files, and in a browser for which no other host exists."""

import gzip
import json
import re

import pages
import pytest
from chapter_runs import canonical
from pages import CHAPTERS, PAGES
from visits import Visit

KILOBYTES = 150  # a chapter's HTML, gzipped
# What a page must not say: a hole in the data, a program's message, or a computation left undone.
SLIPS = [
    r"\{eval\}",
    r"\b[Nn]a[Nn]\b(?!-)",
    r"\bNaT\b",
    r"<NA>",
    r"\bnp\.\w+\(",
    r"(?<![\w-])inf(?![\w.-])",
    r"Traceback \(most recent call last\)",
    r"\bstderr\b",
    r"\\u[0-9a-f]{4}",
    r"\{(?:cite|doc|ref|term|eval|glossary)[:}]",
]


def report(problems):
    """Fail with every problem, once each, in the order they came."""
    unique = list(dict.fromkeys(problems))
    assert not unique, f"{len(unique)} problems:\n" + "\n".join(unique)


def visiting(setting):
    """Make a visit, a function of an open page, a test of every page of the book.

    The visits of all tests are made two at a time, so a test may find its own already made.
    """

    def decorate(walk):
        @pytest.mark.parametrize("page", PAGES)
        def test(walks, page):
            report(walks[walk, setting, page])

        test.__name__, test.__doc__ = walk.__name__, walk.__doc__
        test.walk = (walk, setting)
        return test

    return decorate


# As files


def test_the_book_has_these_pages_and_no_others(book):
    found = {path.relative_to(book).with_suffix("").as_posix() for path in book.rglob("*.html")}
    found = {name for name in found if not name.startswith(("_static/", "_sources/"))}
    assert found == {*PAGES, "index"}, "pages of _toc.yml, and the pages that Sphinx adds"
    assert CHAPTERS, "no page of _toc.yml is a notebook"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(book, page):
    report(f"{page}: {wrong}" for wrong in pages.broken_links(book, page))


def test_the_first_page_opens(book):
    assert f"url={PAGES[0]}.html" in (book / "index.html").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_fetched_from_elsewhere(book, page):
    """Whatever a page loads by itself lies in the book; only links a reader clicks lead out."""
    found = pages.read(book / f"{page}.html").links
    report(
        f"{page}: <{tag} {name}={address!r}>"
        for tag, name, address in found
        if pages.outside(address) and (tag, name) not in (("a", "href"), ("form", "action"))
    )


def test_style_sheets_fetch_nothing_from_elsewhere(book):
    report(
        f"{sheet.relative_to(book)}: {found}"
        for sheet in book.rglob("*.css")
        for found in re.findall(
            r"""(?:url\(|@import)\s*['"]?((?:https?:)?//[^'")]+)""", sheet.read_text("utf-8")
        )
    )


@pytest.mark.parametrize("page", PAGES)
def test_nothing_holds_up_the_first_paint(book, page):
    """Scripts in the head wait, and icons come with the page, not as a font or a script."""
    text = (book / f"{page}.html").read_text("utf-8")
    head = text[: text.index("</head>")]
    scripts = re.findall(r"<script[^>]* src=[^>]*>", head)
    assert scripts, "no script at all: charts stay dead"
    report(f"{page}: {script} does not wait" for script in scripts if " defer" not in script)
    report(f"{page}: {link}" for link in re.findall(r"<[^>]*fontawesome[^>]*>", text))
    icons = re.findall(r'<(?:i|span) class="[^"]*\bfa-[a-z][^>]*>(.{4})', text)
    assert icons, "a page without a single icon: the theme writes them in another way"
    report(f"{page}: an icon without its drawing" for inside in icons if inside != "<svg")


def test_no_file_lies_there_for_nothing(book):
    assert not list(book.rglob("*fontawesome*"))


@pytest.mark.parametrize("page", PAGES)
def test_text_has_no_slips(book, page):
    found = pages.read(book / f"{page}.html")
    problems = [
        f"{page}: {match[0]!r} in …{found.text[max(0, match.start() - 60) : match.end() + 30]}…"
        for slip in SLIPS
        for match in re.finditer(slip, found.text)
    ]
    for name in ("stderr", "traceback", "system-message", "problematic"):
        if name in found.classes:
            problems.append(f"{page}: an output of class {name}")
    report(problems)


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique(book, page):
    ids = pages.read(book / f"{page}.html").ids
    twice = {name for name in ids if ids.count(name) > 1}
    if page == "search":  # the theme's own page beside the theme's own dialogue
        twice.discard("search-input")
    report(f"{page}: id {name!r} occurs {ids.count(name)} times" for name in sorted(twice))


def test_every_entry_of_the_bibliography_is_cited(book):
    """What no chapter cites is in data/sources.csv or nowhere."""
    entries = re.findall(r"(?m)^@\w+\{([^,]+),", (pages.ROOT / "references.bib").read_text("utf-8"))
    written = "\n".join(pages.source(name).read_text("utf-8") for name in pages.DOCUMENTS)
    cited = {
        key.strip()
        for keys in re.findall(r"\{cite[^}]*\}`([^`]*)`", written)
        for key in keys.split(",")
    }
    assert sorted(entries) == sorted(cited)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapter_is_small(book, chapter):
    size = len(gzip.compress((book / f"{chapter}.html").read_bytes())) / 1000
    assert size <= KILOBYTES, f"{chapter}: {size:.0f} kB gzip of HTML, at most {KILOBYTES}"


@pytest.mark.parametrize("chapter", CHAPTERS)
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
        if wanted not in text:
            problems.append(f"{name}: {wanted!r} is not on the page")
    report(problems)


# In the browser; `visiting` makes each of these a test of every page


@visiting("plain")
def test_without_script(visit):
    """At first paint, and wherever no script runs, the page is complete."""
    visit.check_contract()
    visit.check_names()
    visit.check_overflow()
    visit.check_print()
    shown = visit.page.query_selector_all(".tp-reveal")
    visit.check(all(s.is_visible() for s in shown), "an answer is hidden without script")


@visiting("light")
def test_in_light(visit):
    """A reader's whole way through a page, by keyboard."""
    if visit.figures():
        visit.check_axe(" at first")
    visit.scroll_through()
    visit.all_live()
    visit.open_predictions()
    visit.check_controls()
    visit.check_names()
    visit.check_quizzes()
    visit.check_overflow()
    visit.check_shift()
    visit.check_axe(" at the end")
    visit.check_print()


@visiting("dark")
def test_in_dark(visit):
    theme = visit.page.evaluate("document.documentElement.dataset.theme")
    visit.check(theme == "dark", f"the theme is {theme!r}")
    visit.open_predictions()
    visit.all_live()
    visit.check_quizzes()
    visit.check_axe()


@visiting("phone")
def test_on_a_phone(visit):
    visit.check_overflow()
    visit.scroll_through()
    visit.open_predictions()
    visit.all_live()
    visit.check_shift()
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    visit.check_overflow()


@visiting("file")
def test_from_a_folder(visit):
    """A double click on the file: file://, no server."""
    visit.scroll_through()
    visit.all_live()
    visit.check_print()
    visit.open_predictions(last=True)
    visit.check_controls()
    visit.check_names()


@pytest.mark.parametrize("place", ["light", "file"])
def test_search_finds_a_chapter(browser, server, book, place):
    base = server if place == "light" else book.as_uri()
    with Visit(browser, base, "search", place, query="?q=Japan") as visit:
        visit.page.wait_for_selector("#search-results ul.search li a")
        visit.page.wait_for_timeout(500)  # it also fetches the pages that it found
        links = [a.get_attribute("href") for a in visit.page.query_selector_all(".search li a")]
        visit.check(any("chapters/" in link for link in links), f"finds only {links}")
    report(visit.problems)


@pytest.mark.parametrize("chapter", CHAPTERS)
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
    visit.check(alt == life["alt"], f"{uid}: another alt text than in the notebook")
    for name, labels in life["controls"].items():
        shown = figure.eval_on_selector(
            f".chart-controls [name='{name}']",
            "c => c.dataset.labels ? JSON.parse(c.dataset.labels)"
            " : [...c.options].map(o => o.textContent)",
        )
        visit.check(shown == labels, f"{uid}: control {name!r} offers {shown}, not {labels}")
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


@pytest.mark.parametrize("chapter", CHAPTERS)
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
