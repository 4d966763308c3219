"""How long a chapter takes: words at 200 a minute for a second-language reader, and the tasks."""

import math
import re

WORDS_A_MINUTE = 200
# Minutes: a chart is read with its title and what it shows; a question of a quiz is read, thought
# over, answered and its feedback read; a task of an explorable is tried with several settings.
CHART, PREDICTION, TASK, EXPLORABLE, QUESTION, STATEMENT, SHEET = 1, 1, 2, 1, 1, 0.5, 12


def minutes(text):
    """Return the minutes of a chapter's source, up to the next five."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = text.split("\n## Sources")[0]
    cells = "\n".join(re.findall(r"```\{code-cell\}.*?\n```", text, re.S))
    prose = re.sub(r"```.*?\n```", "", text, flags=re.S)
    # A computed value is read as one word, a citation not at all.
    prose = re.sub(r"\{eval\}`[^`]*`", "1", prose)
    prose = re.sub(r"\{cite\}`[^`]*`", "", prose)
    words = len(re.findall(r"\w+", prose))
    tasks = len(
        re.findall(
            r"\(\d\) ", "".join(re.findall(r"\*\*(?:Your t|T)ask\.\*\*.*?\n\n", prose, re.S))
        )
    )
    explorables = len(re.findall(r"^explore\(", cells, re.M))
    predictions = len(re.findall(r"^predict\(", cells, re.M))
    return math.ceil((
        words / WORDS_A_MINUTE
        + CHART * (len(re.findall(r"\bfigure\(", cells)) - predictions)
        + PREDICTION * predictions
        + EXPLORABLE * explorables + TASK * max(tasks, prose.count("ask.**"))
        + QUESTION * len(re.findall(r"^    (?:choice|number)\(", cells, re.M))
        + STATEMENT * len(re.findall(r'^        \(".*", "\w+", \{$', cells, re.M))
        + SHEET * cells.count("answer_sheet()")
    ) / 5) * 5  # fmt: skip
