"""Compare two built clones of the book as a reader would: python benchmarks/same.py BEFORE AFTER.

For a change that no reader should see. Both folders hold a clone in which `make book` has run. The
text of every page, the specification of every chart, the judgement of every claim and the students'
notebooks are compared; ids, paths of scripts and file stamps are left aside. Prints what was
compared, then each difference, and ends with 1 if there is one.
"""

import difflib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from bs4 import BeautifulSoup

JUDGEMENTS = """
import dataclasses, json
from three_pillars import ledger
found = ledger.judgements()
print(json.dumps({claim: dataclasses.asdict(judgement) for claim, judgement in found.items()}))
"""


def pages(clone: Path) -> dict[str, BeautifulSoup]:
    """Read every page of the built book, without its scripts and styles."""
    html = clone / "_build" / "html"
    read = {}
    for page in sorted(html.rglob("*.html")):
        read[page.relative_to(html).as_posix()] = BeautifulSoup(
            page.read_text("utf-8"), "html.parser"
        )
    return read


def charts(page: BeautifulSoup) -> list[str]:
    """Return the specification of each chart of a page, in order, with sorted keys."""
    found = page.select("script.chart-spec, script.chart-spec-narrow")
    return [json.dumps(json.loads(one.string), sort_keys=True, indent=1) for one in found]


def text(page: BeautifulSoup) -> str:
    """Return the words of a page, one line each, white space folded."""
    for gone in page(["script", "style"]):
        gone.decompose()
    lines = page.get_text("\n").splitlines()
    return "\n".join(folded for line in lines if (folded := " ".join(line.split())))


def judgements(clone: Path) -> dict[str, object]:
    """Judge every claim with the clone's own package and tables."""
    done = subprocess.run(
        [clone / ".venv" / "bin" / "python", "-c", JUDGEMENTS],
        cwd=clone, env={**os.environ, "PYTHONPATH": str(clone / "src")},
        capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def notebooks(clone: Path) -> dict[str, str]:
    """Return each student's notebook as its zip holds it: cells and metadata, without cell ids."""
    held = {}
    for path in sorted((clone / "_build" / "exercises").glob("*.zip")):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                if name.endswith(".ipynb"):
                    notebook = json.loads(packed.read(name))
                    for cell in notebook["cells"]:
                        cell.pop("id", None)
                    held[name] = json.dumps(notebook, indent=1, sort_keys=True)
    return held


def main() -> int:
    """Compare the two clones named on the command line."""
    before, after = (Path(name).resolve() for name in sys.argv[1:3])
    count, wrong = {}, []

    def same(kind: str, name: str, one: str, two: str) -> None:
        count[kind] = count.get(kind, 0) + 1
        if one != two:
            changed = difflib.unified_diff(one.splitlines(), two.splitlines(), lineterm="", n=0)
            wrong.append(f"{kind} {name}:\n  " + "\n  ".join(list(changed)[2:12]))

    old, new = pages(before), pages(after)
    for name in sorted({*old, *new}):
        if name not in old or name not in new:
            wrong.append(f"page {name} is only in one of them")
            continue
        specs = charts(old[name]), charts(new[name])
        if len(specs[0]) != len(specs[1]):
            wrong.append(f"page {name} has {len(specs[0])} and {len(specs[1])} specifications")
        for place, (one, two) in enumerate(zip(*specs, strict=False)):
            same("chart", f"{place + 1} of {name}", one, two)
        build_day = re.compile(r"Last updated.*")
        same("page", name, *(build_day.sub("", text(side[name])) for side in (old, new)))
    for kind, read in (("judgement", judgements), ("notebook", notebooks)):
        one, two = read(before), read(after)
        for name in sorted({*one, *two}):
            same(kind, name, *(json.dumps(side.get(name), indent=1) for side in (one, two)))

    print("Compared: " + ", ".join(f"{number} {kind}s" for kind, number in count.items()) + ".")
    print("\n".join(wrong) or "No difference.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
