"""Running a check on a set of answers."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from .wrong import Wrong


def run(source: str, answers: Mapping[str, Any]) -> str:
    """Run one check of an exercise on a set of answers.

    Args:
        source: The check: one function whose parameters are the names of answers.
        answers: The names in a notebook, or in a test.

    Returns:
        The sentence for the student; empty if the answer is right. Whatever happens inside, no
        error leaves this function.
    """
    scope: dict[str, Any] = {}
    try:
        exec(compile(source, "<check>", "exec"), scope)
        check = next(
            one for name, one in scope.items() if inspect.isfunction(one) and name != "__builtins__"
        )
        wanted = inspect.signature(check).parameters
        check(**{name: answers.get(name) for name in wanted})
    except Wrong as wrong:
        return str(wrong)
    except Exception as error:
        return (
            f"The check cannot read this answer (it met a {type(error).__name__}): compare its "
            "kind with what the task asks for."
        )
    return ""
