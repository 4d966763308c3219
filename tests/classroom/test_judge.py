"""The judge says, word for word, what the notebook says; and a student's code never runs in it."""

import functools
import json

import pandas as pd
import pytest
from helpers.exercise_runs import (
    EXERCISES,
    TASKS,
    answers_of,
    before,
    execute,
    feedback,
    solved,
    task_of,
)

from three_pillars import checks
from three_pillars.checks import grader
from three_pillars.classroom import jobs, judge
from three_pillars.classroom.room import cells
from three_pillars.classroom.room.listener import Listener, plainly

pytestmark = pytest.mark.exercises
FULL = pytest.mark.full


@functools.cache
def judge_of(part):
    return judge.Judge(EXERCISES[part])


class HereRoom:
    """A room in this process: what is said goes through JSON, as on the line."""

    def __init__(self, tasks, names):
        self.functions = []
        self.names = names
        self.listener = Listener(None, tasks, names, 5)

    def answers(self, task):
        coded = {
            name: plainly(self.names.get(name), self.functions, 5)
            for name in self.listener._tasks[task]
        }
        return json.loads(json.dumps(coded))

    def say(self, message):
        asked = json.loads(json.dumps(message))
        reply = self.listener._called(
            self.functions[asked["call"]], asked["arguments"], self.functions
        )
        self.reply = json.loads(json.dumps(reply))

    def hear(self):
        return self.reply


def through_the_rooms(part, name, names):
    of = judge_of(part)
    room = HereRoom(of.wanted, names)
    said = of._check(task_of(part, name), room.answers(name), room)
    return [sentence for sentence in said if sentence]


# One part has every kind of answer; the others take minutes.
ANSWERED = [
    pytest.param(*task.values, id=task.id, marks=[] if "constraint" in task.values else FULL)
    for task in TASKS
]


@pytest.mark.parametrize(("part", "name"), ANSWERED)
def test_every_answer_gets_the_same_sentence_in_both_places(part, name):
    answers = answers_of(part, name)
    codes = [
        *answers.right,
        *(f"{name} = {value}" for value, _ in answers.common),
        *(code for code, _ in answers.wrong),
    ]
    for code in codes:
        names = execute(code, solved(part, name))
        assert through_the_rooms(part, name, names) == feedback(part, name, names), code
    for old, new in answers.mutations:
        names = before(part, name)
        try:
            execute(task_of(part, name).solution.replace(old, new), names)
        except Exception:
            names[name] = ...
        assert through_the_rooms(part, name, names) == feedback(part, name, names), new
    names = solved(part, name)
    assert through_the_rooms(part, name, names) == []


@pytest.mark.parametrize(("cell", "words"), [
    ("share_2014 = 1 / 0", "ZeroDivisionError and gave no share_2014"),
    ("share_2014 = 0.5\nshare_2014 = nothing", "NameError and share_2014 still holds an earlier"),
    ("share_2014 = (", "SyntaxError and gave no"), ("share_2014 = 0.5\nnothing", ""),
])  # fmt: skip
def test_a_cell_that_stopped_earns_nothing_with_the_notebooks_sentence(cell, words):
    lines, history, names = [], checks.History(), before("energy", "share_2014")
    cells_of = cell.split("\n") if "earlier" in words else [cell]  # the second one stops
    running = cells.Cells(names, lines.append, 5, history)
    for number, source in enumerate(cells_of, 1):
        running.run(number, source)
    notebook = checks.Grader("energy.ipynb", [{
        "name": "share_2014", "answers": ["share_2014"], "stub": "",
        "checks": task_of("energy", "share_2014").tests,
    }])  # fmt: skip
    grader._history, kept = history, grader._history
    try:
        said = notebook.check("share_2014", names).sentences
    finally:
        grader._history = kept
    of = judge_of("energy")
    room = HereRoom(of.wanted, names)
    graded = of._check(task_of("energy", "share_2014"), room.answers("share_2014"), room,
                       judge._stopped(json.loads(json.dumps(history.stopped))))  # fmt: skip
    assert graded == said
    assert words in said[0]


@pytest.mark.parametrize("said", [None, 7, ["a"], {"a": 3}, {"a": "<b>"}])
def test_what_a_room_says_of_stopped_cells_is_taken_only_as_names(said):
    assert judge._stopped(said) == {}


FUNCTIONS = {
    "changes a Series": "def hhi(v):\n    v.iloc[0] = 0\n    return 1.0",
    "sorts in place": "def hhi(v):\n    v.sort_values(inplace=True)\n    return 1.0",
    "returns nothing": "def hhi(v):\n    pass",
    "takes two": "def hhi(v, w):\n    return 1.0",
    "takes none": "def hhi():\n    return 1.0",
    "stops": "def hhi(v):\n    raise KeyError('no such thing')",
    "own error": "class Mine(Exception): pass\ndef hhi(v):\n    raise Mine('mine')",
    "type error": "def hhi(v):\n    return v + 'a' + None",
    "text": "def hhi(v):\n    return 'text'",
    "Series": "def hhi(v):\n    return v",
    "dots": "def hhi(v):\n    return ...",
    "a class": "class hhi:\n    pass",
    "an object to call": "class A:\n    def __call__(self, v): return 1.0\nhhi = A()",
    "of the library": "hhi = len",
    "reads a name": "factor = 10000\ndef hhi(v):\n    return ((v / v.sum()) ** 2).sum() * factor",
}


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_functions_of_every_kind(kind):
    names = execute(FUNCTIONS[kind], before("energy", "hhi"))
    said = through_the_rooms("energy", "hhi", names)
    assert said == feedback("energy", "hhi", names)
    assert bool(said) == (kind != "reads a name")


@pytest.mark.parametrize("argument", [
    [3, 1, 2], {"a": 1}, {1, 2}, pd.Series([1.0, 2.0], index=["a", "b"], name="n"),
    pd.DataFrame({"a": [1, 2]}),
], ids=lambda one: type(one).__name__)  # fmt: skip
def test_an_argument_comes_back_changed(argument):
    code = {list: "x.sort()", dict: "x['b'] = 2", set: "x.add(3)", pd.Series: "x.iloc[0] = 9",
            pd.DataFrame: "x['b'] = 5"}[type(argument)]  # fmt: skip
    names = execute(f"def f(x):\n    {code}\n    return 1.0", {})
    room = HereRoom({}, names)
    coded = plainly(names["f"], room.functions, 5)
    from three_pillars.classroom.room.decode import Decoder

    function = Decoder(judge._Asked(room)).decode(coded)
    here = argument.copy()
    names["f"](here)
    function(argument)
    assert type(argument) is type(here)
    if isinstance(here, (pd.Series, pd.DataFrame)):
        assert argument.equals(here)
    else:
        assert argument == here


class Lying:
    """A room that says what it likes."""

    def __init__(self, *replies):
        self.replies = list(replies)

    def say(self, message):
        pass

    def hear(self):
        return self.replies.pop(0)


@pytest.mark.parametrize("answer", [
    None, 7, "right", {"right": True}, ["?"], ["refused", "it is too large"], ["refused"],
    ["array", "|O8", [1], "AAAA"], ["int", "zz"], ["function", 0, "hhi", [["v", 9, False]]],
], ids=str)  # fmt: skip
def test_answers_out_of_order_earn_nothing(answer):
    of = judge_of("energy")
    said = of._check(task_of("energy", "share_2014"), {"share_2014": answer}, Lying())
    assert all(said)
    assert "cannot be graded" in said[0]


@pytest.mark.parametrize("reply", [
    {"value": None}, {"value": ["?"]}, {"value": ["float", "x"]}, {"error": 3},
    {"error": ["Wrong", ""]}, {"error": ["SystemExit", "0"]}, {"error": ["__class__", "x"]},
    {"value": ["refused", "it is too large"]}, {"value": ["float", "nan"], "after": 7},
], ids=str)  # fmt: skip
def test_values_out_of_order_earn_nothing(reply):
    of = judge_of("energy")
    coded = {"hhi": ["function", 0, "hhi", [["v", 1, False]]]}
    said = of._check(task_of("energy", "hhi"), coded, Lying(*[reply] * 99))
    assert all(said)


def test_a_check_that_refuses_its_solution_is_said():
    broken = EXERCISES["energy"].__class__(**vars(EXERCISES["energy"]))
    broken.tasks = [type(t)(**vars(t)) for t in broken.tasks[:1]]
    broken.tasks[0].solution += "\nshare_2014 = 3"
    with pytest.raises(judge.MasterError, match="refuses the solution"):
        judge.Judge(broken)


@pytest.mark.parametrize("value", [
    ["range", "0x0", "0x174876e800", "0x1"], ["decimal", "1E+999999999"],
    ["int", hex(10**100_000)], ["range index", 0, 4_999_999, 1, ["none"]],
    ["array", "<f8", [10**9, 0], ""],
])  # fmt: skip
def test_answers_out_of_all_measure_get_a_sentence(value):
    of = judge_of("energy")
    for task in of.checked:
        coded = dict.fromkeys(of.wanted[task.name], value)
        assert all(of._check(task, coded, None)), task.name


def test_a_room_that_ends_early_is_told():
    of, outcome = judge_of("energy"), jobs.JobOutcome()
    assert of._heard(None, {"end": True}, outcome)
    assert outcome.status == jobs.CRASHED
    outcome = jobs.JobOutcome(tasks={key: [""] for key in of.wanted})
    assert of._heard(None, {"end": True}, outcome)
    assert outcome.status == jobs.GRADED
