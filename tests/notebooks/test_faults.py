"""What the build does with a chapter: a fault is named, and prose that changed is no run."""

import re

import pytest
import yaml
from helpers import pages
from helpers.deadlines import LIMIT
from helpers.pages import HEADER

# What can go wrong in a chapter, and the words by which the failed build must say so.
FAULTS = {
    "raises": (
        "shares = {'Russia': 9.5}\nshares['Rusia']",
        [r"KeyError", r"Rusia"],
    ),
    "no_alt_text": (
        "import altair as alt\nimport pandas as pd\n"
        "alt.Chart(pd.DataFrame({'a': [1, 2]})).mark_bar().encode(x='a').properties(title='Bare')",
        [r"cell 2", r"Bare", r"alt text", r"figure\("],
    ),
    "bare_frame": (
        "import pandas as pd\npd.DataFrame({'a': [1, 2]})",
        [r"cell 2", r"bare DataFrame", r"table\("],
    ),
    "unknown_table": (
        "from three_pillars import load\nload('energy/lng_import')",
        [r"DataError", r"energy/lng_import\b", r"energy/lng_imports"],
    ),
    "wrong_number": (
        "share = 0.0953",
        [r"shaer"],
    ),
}


def a_book(folder, chapters):
    """Write a book with this book's settings: a first page in order, and chapters by name."""
    config = yaml.safe_load((pages.ROOT / "_config.yml").read_text("utf-8"))
    config["html"].pop("favicon", None)
    (folder / "references.bib").write_text("", "utf-8")
    (folder / "_config.yml").write_text(yaml.safe_dump(config), "utf-8")
    toc = {
        "format": "jb-book",
        "root": "intro",
        "chapters": [{"file": f"chapters/{name}"} for name in chapters],
    }
    (folder / "_toc.yml").write_text(yaml.safe_dump(toc), "utf-8")
    (folder / "intro.md").write_text("# A book\n\nIn order.\n", "utf-8")
    (folder / "chapters").mkdir()
    for name, text in chapters.items():
        (folder / "chapters" / f"{name}.md").write_text(text, "utf-8")


def a_chapter(code, text=""):
    """Return a chapter of one cell and the text behind it."""
    return f"{HEADER}# A chapter\n\n```{{code-cell}} python3\n{code}\n```\n{text}"


@pytest.fixture(scope="module")
def failed_build(tmp_path_factory):
    """Build a book whose chapters each have one fault."""
    folder = tmp_path_factory.mktemp("faults")
    number = "\nThe share was {eval}`f'{shaer:.1%}'`.\n"
    a_book(
        folder,
        {
            name: a_chapter(code, number if name == "wrong_number" else "")
            for name, (code, _) in FAULTS.items()
        },
    )
    return pages.build(folder, seconds=LIMIT)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_fails_the_build_by_name(failed_build, name):
    """The build ends with an error that names the page, the place and the reason."""
    said = re.sub(r"\x1b\[[\d;]*m", "", failed_build.stderr)
    assert failed_build.returncode != 0, f"a book with faults was built:\n{said}"
    # From one warning or error to the next: with -W each fails a build by itself.
    told = [part for part in re.split(r"(?m)^(?=.*\b(?:WARNING|ERROR)\b)", said)
            if f"chapters/{name}" in part]  # fmt: skip
    wanted = FAULTS[name][1]
    assert any(all(re.search(word, part) for word in wanted) for part in told), (
        f"the failed build does not say {wanted} of chapters/{name}:\n{said[-3000:]}"
    )


def test_a_chapter_whose_prose_changed_is_built_and_not_run_again(tmp_path):
    code = "open('ran', 'a').write('x')\nprint('It ran.')"
    others = {name: "# Another\n" for name in ("two", "three", "four")}  # these are not built
    a_book(tmp_path, {"one": a_chapter(code), **others})
    for text in ("", "\nMore.\n"):
        (tmp_path / "chapters" / "one.md").write_text(a_chapter(code, text), "utf-8")
        done = pages.build(tmp_path, seconds=LIMIT)
        assert done.returncode == 0, done.stderr[-3000:]
        page = (tmp_path / "_build" / "html" / "chapters" / "one.html").read_text("utf-8")
        assert "It ran." in page and ("More." in page) == bool(text)
        assert (tmp_path / "chapters" / "ran").read_text("utf-8") == "x"
