"""A page made of a notebook shows its charts, though nothing there draws a specification."""

import base64
import re

import altair as alt
import nbformat
import pandas as pd
from helpers.deadlines import LIMIT
from helpers.pages import ENVIRONMENT
from nbclient import NotebookClient
from nbconvert import HTMLExporter

import three_pillars.figures  # noqa: F401 - chooses how charts are shown

CHART = """
import altair as alt
import pandas as pd
import three_pillars.figures
alt.Chart(pd.DataFrame({"year": [2013, 2014], "cargoes": [3, 5]})).mark_bar().encode(
    x="year:O", y="cargoes:Q"
)
"""


def test_an_exported_notebook_shows_its_chart(tmp_path, monkeypatch):
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("THREE_PILLARS_BOOK", raising=False)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CHART)])
    NotebookClient(notebook, timeout=LIMIT, kernel_name="python3").execute()
    (output,) = notebook.cells[0].outputs
    assert "application/vnd.vegalite.v5+json" in output["data"], "JupyterLab draws this"
    page, _ = HTMLExporter(template_name="lab").from_notebook_node(notebook)
    (picture,) = re.findall(r'<img[^>]*src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert "cargoes" in base64.b64decode(picture).decode("utf-8")


def test_a_build_that_is_known_late_leaves_drawing_to_the_page(monkeypatch):
    chart = alt.Chart(pd.DataFrame({"year": [2013]})).mark_bar().encode(x="year:O")
    monkeypatch.setenv("THREE_PILLARS_BOOK", "1")  # as the build does, after this was imported
    shown = chart._repr_mimebundle_()
    assert "application/vnd.vegalite.v5+json" in shown
    assert "image/svg+xml" not in shown
