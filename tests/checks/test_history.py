"""Which names a cell gives, and which it stopped before giving."""

import pandas as pd
import pytest

from three_pillars.checks import History, stopped_before
from three_pillars.checks.history import names_given


@pytest.mark.parametrize(("source", "names"), [
    ("a = 1\nb, (c, *d) = 1, (2, 3)", {"a", "b", "c", "d"}),
    ("t['x'] = 1\nu.y[0] = 2\nv += 1", {"t", "u", "v"}),
    ("for i in x:\n    a = i\nif a:\n    b: int = 2\nwith x as f: pass", {"i", "a", "b", "f"}),
    ("def f(x):\n    y = 1\nclass C: z = 1\ng = lambda q: q\nh = [k for k in x]",
     {"f", "C", "g", "h"}),
    ("%%time\na = 1", {"a"}), ("%time a = 1", {"a"}), ("!ls\nb = 2\nb?", {"b"}),
    ("a = (1\nb = 2", {"a", "b"}), ("a == 1\nf(a=2)", set()), ("", set()),
    ("(a := 3)", {"a"}),
])  # fmt: skip
def test_names_that_a_cell_gives(source, names):
    assert set(names_given(source)) == names


def test_only_what_comes_after_the_stop_is_missing():
    history = History()
    history.end("a = 1\nb = 1 / 0\nc = 3", "ZeroDivisionError", 2)
    assert history.stopped == dict.fromkeys("bc", "ZeroDivisionError")
    history.end("b = 2")
    assert set(history.stopped) == {"c"}
    history.end("c = (", "SyntaxError")
    assert history.stopped == {"c": "SyntaxError"}
    history.begin("c = 3\ncheck()")
    assert history.stopped == {}
    history.end("c = 3\ncheck()", "KeyError", 1)
    assert history.stopped == {"c": "KeyError"}


def test_the_sentence():
    stopped = {"a": "NameError", "s": "TypeError"}
    assert stopped_before(["b"], stopped, {}) == ""
    assert "a NameError and gave no a:" in stopped_before(["a"], stopped, {"a": ...})
    earlier = stopped_before(["a"], {"a": "OSError"}, {"a": 7})
    assert "an OSError and a still holds an earlier answer:" in earlier
    assert "s still holds" in stopped_before(["s"], stopped, {"s": pd.Series([1])})
