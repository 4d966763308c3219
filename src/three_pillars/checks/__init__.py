"""Checks of the exercises: what is wrong with an answer, and why it may be.

Each check takes the student's answer and the value that it is compared with. A right answer passes
in silence; any other raises `Wrong`, whose message is one sentence for the student: it names the
mistake where the check can tell it, and never the answer. A check accepts what differs in form
alone: a list, an array, a Series or a dictionary, rows in another order, the noise of floating
point arithmetic.

The expected value is computed inside the check, from the tables and the measures of a part, so it
stands nowhere in a student's notebook.
"""

from .chart import chart
from .choice import choice
from .comparing import CLOSE, ROUNDED
from .function import function
from .grader import Feedback, Grader, open_grader
from .history import History, stopped_before
from .names import names
from .number import number
from .run import run
from .series import series
from .table import table
from .text import text
from .wrong import Wrong

__all__ = [
    "CLOSE",
    "ROUNDED",
    "Feedback",
    "Grader",
    "History",
    "Wrong",
    "chart",
    "choice",
    "function",
    "names",
    "number",
    "open_grader",
    "run",
    "series",
    "stopped_before",
    "table",
    "text",
]
