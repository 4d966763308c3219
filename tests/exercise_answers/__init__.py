"""Right and wrong answers to each task of each exercise: what checks let through and catch.

One module a part, with a dictionary ANSWERS from the name of a task to its `Answers`. An answer is
a line of code that gives the task's name a value. It runs in a notebook in which the setup and all
solutions up to this task have run, so it may use their names.
"""

from dataclasses import dataclass, field

# Answers of a wrong kind, the same for every task: a value, and a word of the sentence expected.
COMMON = [
    ("...", "three dots"),
    ("None", "nothing"),
    ("float('nan')", ""),
    ("pd.NA", ""),
    ("'a word'", ""),
    ("True", ""),
    ("[]", ""),
    ("{}", ""),
    ("[[1, 2], [3, 4]]", ""),
    ("print", ""),
    ("pd.DataFrame()", ""),
    ("object()", ""),
]


@dataclass
class Answers:
    """What may be handed in for one task.

    right: other right ways, float noise among them.
    wrong: tempting mistakes, each with words that the feedback must contain.
    mutations: pieces of the solution's code and what a slip would make of them.
    secret: code for a list of numbers (or words) that no feedback may show; by default the answer
        itself, if it is a number or numbers.
    """

    right: list[str]
    wrong: list[tuple[str, str]]
    mutations: list[tuple[str, str]]
    secret: str = ""
    common: list[tuple[str, str]] = field(default_factory=lambda: COMMON)
