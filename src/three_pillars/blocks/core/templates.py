"""Templates of the blocks: how they are found, and what they may say beside what they are given."""

from __future__ import annotations

import functools
import json
from typing import Any

from jinja2 import Environment

from ... import day, markup
from ...figures import dictionary_place
from ...words import counted


def mark(verdict: str) -> str:
    """Return the class of a verdict's mark, such as ``"tp-not-yet-judged"``."""
    return f"tp-{(verdict or 'not yet judged').replace(' ', '-')}"


@functools.cache
def block_environment() -> Environment:
    """Return the environment that finds, checks and keeps the templates of all kinds."""
    made = markup.environment("blocks")
    made.filters |= {
        "counted": counted,
        "data": markup.in_script,
        "dictionary_place": dictionary_place,
        "json": json.dumps,  # for an attribute, where autoescape does the rest
        "mark": mark,
    }
    made.globals["commentary_day"] = day.COMMENTARY_WORDS
    return made


def render(name: str, **content: Any) -> str:
    """Fill a template.

    Args:
        name: its path below `three_pillars.blocks`, such as ``"quiz/quiz.html"``.
        **content: what the template names.

    Raises:
        jinja2.UndefinedError: the template names something that was not given.
    """
    return block_environment().get_template(name).render(**content)
