"""Rows that tie stand in the same order on every machine, and in the page's Python too."""

import re
from pathlib import Path

from helpers.reports import report

ROOT = Path(__file__).parents[1]


def test_whatever_is_sorted_by_one_column_is_sorted_stably():
    wrong = []
    for path in [
        *(ROOT / "src" / "three_pillars").rglob("*.py"),
        *(ROOT / "chapters").rglob("*.md"),
    ]:
        if path.parent.name == "checks":
            continue  # what a student sorted, whatever the order of ties
        text = path.read_text("utf-8")
        for found in re.finditer(r"sort_values\((?!\s*\[)([^\n]*\n?){1,4}", text):
            if not re.search(r"""kind=["']stable""", found[0]):
                wrong.append(f"{path.relative_to(ROOT)}: {found[0][:60]}")
    report(wrong)
