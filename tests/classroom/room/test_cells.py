"""Cells run as in a notebook; what goes wrong is told in a line, and the next one runs."""

import time

import pytest

from three_pillars.classroom.room import cells, listener

pytestmark = pytest.mark.exercises


def run(*sources, seconds=5.0):
    said, names = [], {}
    running = cells.Cells(names, said.append, seconds)
    for number, source in enumerate(sources, 1):
        running.run(number, source)
    return names, said


@pytest.mark.parametrize("source", [
    "x = 1", "%%time\nx = 1", "%time x = 1", "%%capture out\nx = 1", "%%timeit -n 1\nx = 1",
    "import asyncio\nawait asyncio.sleep(0)\nx = 1", "%timeit -n1 -r1 1\nx = 1",
    "async def f(): return 1\nx = await f()", "x = %time 1", "x = 1;", "x = 1\r\n",
], ids=repr)  # fmt: skip
def test_what_a_notebook_runs_runs(source):
    names, said = run(source)
    assert said == []
    assert names["x"] == 1


@pytest.mark.parametrize("source", [
    "%matplotlib inline", "!pip install x", "x = !ls", "%%html\n<b>", "%%bash\nrm -rf /", "len?",
], ids=repr)  # fmt: skip
def test_what_no_task_needs_is_passed_over(source):
    names, said = run(source, "y = 2")
    assert names["y"] == 2
    assert all("passed over" in one["note"] for one in said)


@pytest.mark.parametrize(("source", "kind", "words"), [
    ("1 / 0", "ZeroDivisionError", "division by zero"),
    ("x = (", "SyntaxError", "was never closed"),
    ("raise SystemExit(3)", "SystemExit", "end the program"),
    ("raise ValueError('one\\ntwo')", "ValueError", "one"),
    ("class E(Exception):\n    def __str__(self): raise E\nraise E", "E", ""),
    ("raise KeyboardInterrupt", "KeyboardInterrupt", ""),
    ("raise MemoryError", "MemoryError", "more memory"),
])  # fmt: skip
def test_trouble_is_told_in_a_line_and_the_next_cell_runs(source, kind, words):
    names, said = run(source, "y = 2")
    assert names["y"] == 2
    number, name, line = said[0]["trouble"]
    assert (number, name) == (1, kind)
    assert words in line
    assert "\n" not in line


LYING = """
class Meta(type):
    __name__ = property(lambda self: 1 / 0)
    __mro__ = property(lambda self: 1 / 0)
    def __hash__(self): raise ValueError
    def __eq__(self, other): raise ValueError
class Words(str):
    def strip(self, *a): return [b'']
class Lie(Exception, metaclass=Meta):
    def __str__(self): return Words('words')
class Endless(Exception):
    def __str__(self):
        while True: pass
class Thing(metaclass=Meta):
    __class__ = property(lambda self: 1 / 0)
def f(): raise Lie
"""


def test_errors_and_types_that_lie_cost_their_own_answer_only():
    names, said = run(LYING, "raise Lie", "raise Endless", "thing = Thing()")
    assert [one["trouble"] for one in said] == [[2, "Lie", "words"], [3, "Endless", ""]]
    line = Line({"go": True}, {"call": 0, "arguments": []}, {"go": True})
    grader = listener.Listener(line, {"thing": ["thing"], "f": ["f"]}, names, 1)
    grader.check("thing")
    assert line.said[0]["answers"] == {"thing": ["object", "Thing"]}
    grader.check("f")
    assert line.said[2] == {"error": ["Lie", "words", "Exception"]}


def test_memory_has_a_limit_for_a_while():
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(MemoryError), cells.bounded(200):
        list(range(10**11))
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert len(bytearray(300 << 20))


def test_what_computes_too_long_is_stopped():
    began = time.monotonic()
    _, said = run("while True:\n    try:\n        pass\n    except Exception: pass", seconds=0.3)
    assert said == [{"trouble": [1, "TimeUp", "stopped after 0.3 seconds"]}]
    assert time.monotonic() - began < 20


def test_what_only_waits_has_more_time():
    _, said = run("import time; time.sleep(0.5)", seconds=0.3)
    assert said == []
    _, said = run("import time; time.sleep(30)", seconds=0.2)
    assert said[0]["trouble"][1] == "TimeUp"


def test_a_busy_machine_takes_no_time_from_anybody(monkeypatch):
    monkeypatch.setattr(cells, "_queued", time.monotonic)  # since it began, all was waiting
    _, said = run("import time; time.sleep(2)", seconds=0.2)
    assert said == []


def test_times_stand_in_one_another():
    def endless(seconds):
        with cells.limited(seconds):
            while True:
                pass

    def outer():
        with cells.limited(0.5):
            with pytest.raises(cells.TimeUp):
                endless(0.1)
            with cells.stopped():
                pass
            endless(1)

    with pytest.raises(cells.TimeUp):
        outer()


class Line:
    def __init__(self, *heard):
        self.heard, self.said = list(heard), []

    def say(self, message):
        self.said.append(message)

    def hear(self):
        return self.heard.pop(0)


def test_answers_are_those_of_the_moment():
    names = {"x": 1, "f": lambda: names["x"]}
    line = Line({"go": True}, {"call": 0, "arguments": []}, {"go": True})
    grader = listener.Listener(line, {"x": ["x"], "f": ["f", "gone"]}, names, 1)
    assert grader.unchecked() == ["x", "f"]
    grader.check("x")
    names["x"] = 2
    grader.check("f")
    grader.check("no task")
    assert grader.unchecked() == []
    assert line.said[0] == {"check": "x", "answers": {"x": ["int", "0x1"]}, "stopped": {}}
    assert line.said[1]["answers"]["gone"] == ["none"]
    assert line.said[2] == {"value": ["int", "0x2"], "after": []}
    assert repr(grader.check("nothing")) == ""
    assert grader.export("x", pdf=False) is None


def test_a_task_is_not_handed_out_without_end():
    line = Line(*[{"go": True}] * 200)
    grader = listener.Listener(line, {"x": ["x"]}, {"x": 1}, 1)
    for _ in range(200):
        grader.check("x")
    assert len(line.said) == listener.MOST
