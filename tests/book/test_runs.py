"""A page whose cells are what they were is not run again; whatever else changed, it is."""

import logging

import nbformat
import pytest
from myst_nb.core.config import NbParserConfig

from three_pillars.kept import STATE

COUNTS = "open('ran', 'a').write('x'); a = 1; print('first', a)"
CHANGES = "a = 2; a * 10"


class Logger(logging.LoggerAdapter):
    """Takes what MyST-NB says beside a message."""

    def process(self, message, given):
        return message, {}


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Render a page as a build does: its cells in order, and after each the values asked for."""
    monkeypatch.setenv("THREE_PILLARS_BOOK", "1")
    monkeypatch.setenv(STATE, "now")
    from three_pillars.book.runs import KeptRun

    monkeypatch.setattr(KeptRun, "folder", tmp_path / "runs", raising=False)
    (tmp_path / "runs").mkdir()
    (tmp_path / "page.md").write_text("# Page")
    config = NbParserConfig(execution_mode="inline", execution_timeout=60, eval_name_regex=".*")

    def render(*cells, asked=("a",)):
        book = nbformat.v4.new_notebook()
        book.metadata["kernelspec"] = {"name": "python3", "display_name": "", "language": "python"}
        for kind, source in cells:
            made = getattr(nbformat.v4, f"new_{kind}_cell")(source)
            book.cells.append(made)
        gave = []
        with KeptRun(book, tmp_path / "page.md", config, Logger(logging.getLogger())) as client:
            for n, cell in enumerate(book.cells):
                if cell.cell_type == "code":
                    gave.append(_said(client.code_cell_outputs(n)[1]))
                    gave.extend(_said(client.eval_variable(name)) for name in asked)
            client.finalise_client()
        ran = tmp_path / "ran"
        return gave, len(ran.read_text()) if ran.exists() else 0

    return render


def _said(outputs):
    return [one.get("text") or one.get("evalue") or one["data"]["text/plain"] for one in outputs]


PAGE = (("code", COUNTS), ("markdown", "Prose."), ("code", CHANGES))
GIVES = [["first 1\n"], ["1"], ["20"], ["2"]]


def test_prose_may_change_without_a_run(page):
    assert page(*PAGE) == (GIVES, 1)
    assert page(("markdown", "A new beginning."), *PAGE, ("markdown", "More.")) == (GIVES, 1)


def test_another_cell_or_package_is_a_run(page, monkeypatch):
    page(*PAGE)
    assert page(PAGE[0], ("code", "a = 3; a * 10"))[0][-2:] == [["30"], ["3"]]
    assert page(*PAGE) == (GIVES, 3), "only the newest run is kept"
    monkeypatch.setenv(STATE, "another")
    assert page(*PAGE) == (GIVES, 4)


def test_prose_that_asks_for_another_value_is_a_run_up_to_there(page):
    page(*PAGE)
    gave, ran = page(*PAGE, asked=("a", "a + 0.5"))
    assert gave == [["first 1\n"], ["1"], ["1.5"], ["20"], ["2"], ["2.5"]]
    assert ran == 2, "all cells before it once more, each once"
    assert page(*PAGE, asked=("a + 0.5",)) == ([["first 1\n"], ["1.5"], ["20"], ["2.5"]], 2)


@pytest.mark.parametrize(
    "bad", ["import sys; sys.stderr.write('seen')", "open('ran', 'a').write('x'); 1 / 0"]
)
def test_what_warned_or_failed_warns_and_fails_again(page, bad):
    cells = (("code", COUNTS), ("code", bad))
    first, second = page(*cells), page(*cells)
    assert second[0] == first[0] and second[1] == 2 * first[1]


def test_a_damaged_file_is_a_run(page, tmp_path):
    page(*PAGE)
    (kept,) = (tmp_path / "runs").iterdir()
    kept.write_text(kept.read_text()[:-9])
    assert page(*PAGE) == (GIVES, 2)
