"""The Python of a chart: cut out of the chapter, and it gives the rows that the book gives."""

import ast

import pytest
from helpers.pages import CHAPTERS, source

from three_pillars.share import ShareError, cells_of, code_of, page_of
from three_pillars.share.page import rows_as_csv

CHAPTER = """# A title

```{code-cell} python3
:tags: [hide-input]
import pandas as pd
from three_pillars import figure, load, quiz

table = load("energy/lng_imports")
other = load("energy/japan_oil")
factor = 2


def doubled(rows):
    return rows * factor


def unused():
    return other
```

Prose.

```{code-cell} python3
rows = doubled(pd.DataFrame({"a": [1]}))
rows["b"] = table.shape[0]
rows.insert(0, "c", 3)
other.head()
predict(
    "Which?",
    chart=figure(
        rows,
        name="rows-shown",
        alt="x",
    ),
)
rows = None
```
"""


def test_a_script_holds_what_the_chart_rests_on_and_nothing_else():
    code = code_of(CHAPTER, "rows-shown")
    assert code == (
        "import pandas as pd\n"
        "from three_pillars import figure, load\n"
        "\n"
        'table = load("energy/lng_imports")\n'
        "factor = 2\n"
        "\n"
        "def doubled(rows):\n"
        "    return rows * factor\n"
        "\n"
        'rows = doubled(pd.DataFrame({"a": [1]}))\n'
        'rows["b"] = table.shape[0]\n'
        'rows.insert(0, "c", 3)\n'
        "chart = figure(\n"
        "    rows,\n"
        '    name="rows-shown",\n'
        '    alt="x",\n'
        ")\n"
    )


def test_a_name_that_no_chart_has_is_named():
    with pytest.raises(ShareError, match="is named 'rows-hidden'"):
        code_of(CHAPTER, "rows-hidden")


def names_in(page):
    """The names of the charts of a page, as they stand in its code."""
    for cell in cells_of(source(page).read_text("utf-8")):
        for node in ast.walk(ast.parse(cell)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("figure", "explore"):
                yield next(key.value.value for key in node.keywords if key.arg == "name")


def check(book, page, name):
    code = code_of(source(page).read_text("utf-8"), name)
    held = {}
    exec(compile(code, f"{page}/{name}", "exec"), held)
    chart = held["chart"]
    spec = chart.spec() if hasattr(chart, "spec") else chart.to_dict()
    file = book / "share" / page_of(page) / name / "data.csv"
    assert rows_as_csv(spec) == file.read_bytes()


@pytest.mark.parametrize(
    ("page", "name"),
    # The second has apostrophes in its rows: print has others than data.
    [
        ("chapters/energy/dependence", "lng-share"),
        ("chapters/argument/thaw", "meetings-by-premier"),
    ],
)
def test_the_code_of_a_chart_gives_its_rows(book, page, name):
    check(book, page, name)


@pytest.mark.full
@pytest.mark.parametrize(
    ("page", "name"), [(page, name) for page in CHAPTERS for name in names_in(page)]
)
def test_the_code_of_every_chart_gives_its_rows(book, page, name):
    check(book, page, name)


def test_every_chart_in_the_code_of_a_page_has_its_script(book):
    for page in CHAPTERS:
        for name in names_in(page):
            script = book / "share" / page_of(page) / name / "share.js"
            code = script.read_text("utf-8").partition('"code":"')[2]
            assert code.startswith(("import ", "from ")), f"{page}: {name}"
            assert f'name=\\"{name}\\"' in code, f"{page}: {name}"
