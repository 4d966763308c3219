"""Errors of a cell in plain words, with the line in the cell."""

import pytest

from three_pillars.data import DataError
from three_pillars.site.browser.plain_errors import in_plain_words

NAME = "<cell-3>"


def stopped(code):
    try:
        exec(compile(code, NAME, "exec"), {})
    except BaseException as error:
        return in_plain_words(error, code, NAME)
    raise AssertionError("it ran")


@pytest.mark.parametrize(
    ("code", "sentence", "line"),
    [
        ("x = 1\nprint(y)", "The name y stands for nothing yet: check its spelling", 2),
        ("rows = 1\nprint(rosw)", "did you mean rows?", 2),
        ("{'a': 1}['b']", "Nothing has the name 'b'", 1),
        ("[].append_all()", "A value of type list has nothing called append_all.", 1),
        ("import matplotlib_of_mars", "There is no module matplotlib_of_mars in this page", 1),
        ("\n1 / 0", "divided by zero", 2),
        ("def f(): return f()\nf()", "calls itself without an end", 1),
        ("raise SystemExit", "ended Python by itself", 1),
        ("int('x')", "Python stopped here: invalid literal", 1),
        ("raise ValueError", "Python stopped here: ValueError.", 1),
    ],
)
def test_a_sentence_and_the_line(code, sentence, line):
    said = stopped(code)
    assert sentence in said["sentence"]
    assert said["line"] == line
    assert said["source"] == code.splitlines()[line - 1].strip()
    assert "Traceback" in said["traceback"]


def test_what_python_cannot_read_has_its_line_too():
    said = stopped("x = 1\ny = = 2")
    assert said["sentence"] == "Python cannot read this line: invalid syntax."
    assert (said["line"], said["source"]) == (2, "y = = 2")


def test_our_own_sentences_stay_as_they_are():
    try:
        raise DataError("There is no table 'x'; there are a and b.")
    except DataError as error:
        said = in_plain_words(error, "load('x')", NAME)
    assert said["sentence"] == "There is no table 'x'; there are a and b."
    assert said["line"] is None
