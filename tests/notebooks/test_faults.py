"""A chapter that fails, fails the build and names itself."""

import re
import shutil
from concurrent.futures import ThreadPoolExecutor

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


def scratch_book(folder, name, code):
    """Make a book of two pages with this book's settings: one in order, one with a fault."""
    config = yaml.safe_load((pages.ROOT / "_config.yml").read_text("utf-8"))
    config["html"].pop("favicon", None)
    config.pop("bibtex_bibfiles", None)
    folder.mkdir()
    (folder / "chapters").mkdir()
    (folder / "_config.yml").write_text(yaml.safe_dump(config), "utf-8")
    toc = {"format": "jb-book", "root": "intro", "chapters": [{"file": f"chapters/{name}"}]}
    (folder / "_toc.yml").write_text(yaml.safe_dump(toc), "utf-8")
    (folder / "intro.md").write_text("# A book\n\nIn order.\n", "utf-8")
    number = "\nThe share was {eval}`f'{shaer:.1%}'`.\n" if name == "wrong_number" else ""
    text = f"{HEADER}# A chapter\n\n```{{code-cell}} python3\n{code}\n```\n{number}"
    (folder / "chapters" / f"{name}.md").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def failed_builds(tmp_path_factory):
    """Build a book with each fault, two at a time."""
    base = tmp_path_factory.mktemp("faults")

    def one(name):
        folder = scratch_book(base / name, name, FAULTS[name][0])
        done = pages.build(folder, seconds=LIMIT)
        shutil.rmtree(folder, ignore_errors=True)
        return done

    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip(FAULTS, pool.map(one, FAULTS), strict=True))


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_fails_the_build_by_name(failed_builds, name):
    """The build ends with an error that names the page, the place and the reason."""
    done = failed_builds[name]
    said = re.sub(r"\x1b\[[\d;]*m", "", done.stderr)
    assert done.returncode != 0, f"a book with the fault {name!r} was built:\n{said}"
    wanted = [rf"chapters/{name}", *FAULTS[name][1]]
    missing = [word for word in wanted if not re.search(word, said)]
    assert not missing, f"the failed build does not say {missing}:\n{said[-3000:]}"
