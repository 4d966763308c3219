"""Each hint that shows code is run, word for word, where a student stands at that task."""

import ast
import builtins
import re

import pytest
from helpers.exercise_runs import EXERCISES, TASKS, before, execute, feedback, task_of

pytestmark = pytest.mark.exercises

# What a hint tells to make first, in words.
FIRST = {
    "passed": "ratios = pd.Series({2001: 0.8, 2002: 1.1, 2003: 0.9, 2004: 1.2})",
    "nearer": "rows = votes[votes['year'].eq(2014) & votes['measure'].eq('ideal_point')]",
    "hhi_by_year": "rows = lng[lng['volume_bcm'].notna() & lng['year'].ge(2013)]",
    "by_question": "squares = (days['words'] - days['occurred'].astype(int)) ** 2",
    "japan_2014": "rows = measures",
}
# A method alone is a word, not a line: what it is to be called on.
ON = {
    ("by_year", "groupby"): "meetings",
    ("by_leader", "value_counts"): "tops['leader']",
    ("usual_gap", "diff"): "pd.Series([1.0, 2.0])",
    ("votes_moved", "between"): "votes['year']",
    ("two_rulers", "between"): "spending['year']",
    ("by_month", "groupby"): "measures.assign(month='2014-03')",
    ("by_month", "reset_index"): "measures.groupby('actor').size()",
    ("two_moneys", "reset_index"): "money",
    ("hhi_by_year", "notna"): "lng['volume_bcm']",
    ("scores", "astype"): "said['occurred']",
    ("table", "agg"): "said.groupby('words')['occurred']",
    ("table", "reset_index"): "said.groupby('words')['occurred'].mean()",
}
TABLE = "table = pd.DataFrame({'a': [1], 'b': ['x'], 'date': ['2014']})"


def pieces(part, name):
    """The pieces of code in the hints of a task: what is Python, and more than a name."""
    hints = task_of(part, name).question.partition("<details>")[2]
    for piece in re.findall(r"`([^`\n]+)`", hints):
        if "…" not in piece and re.search(r"[(\[]", piece):
            try:
                yield piece, ast.parse(piece)
            except SyntaxError:
                continue  # part of a line, such as `.loc[2015]`


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_hints_run_and_none_is_the_answer(part, name):
    names = execute(FIRST.get(name, ""), before(part, name))
    for piece, tree in pieces(part, name):
        method = re.match(r"(\w+)\(", piece)
        if method and method[1] not in names and not hasattr(builtins, method[1]):
            execute(f"_ = {ON[name, method[1]]}.{piece}", names)
            continue
        if isinstance(tree.body[0], ast.Assign):
            execute(piece, names)
            continue
        here = execute(TABLE, dict(names)) if "(table)" in piece else dict(names)
        here[name] = eval(piece, here)
        assert feedback(part, name, here), f"this hint is the answer: {piece}"


def test_a_good_part_of_the_hints_shows_code():
    assert sum(1 for task in TASKS for _ in pieces(*task.values)) > 30


@pytest.mark.parametrize("part", EXERCISES)
def test_every_chart_task_says_first_how_a_chart_is_made(part):
    for task in EXERCISES[part].tasks:
        if any("checks.chart(" in test for test in task.tests):
            first = task.question.split("<summary>Hint 2")[0]
            assert "[A chart in five lines](chart.md)" in first
            assert "alt.Chart(table).mark_" in first
