"""One of several options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from .answers import answered
from .wrong import Wrong, big, sentence, short


def choice(value: Any, right: str, options: Mapping[str, str], what: str) -> None:
    """Check a choice of one letter or word among several.

    Args:
        value: The answer.
        right: The right option.
        options: Feedback for every other option.
        what: What is asked for.

    Raises:
        Wrong: The answer is another option or none.
    """
    names = [right, *options]
    if value is None:
        raise Wrong(
            f"{big(what)}: there is nothing yet; write one of {', '.join(sorted(names))} in "
            "quotation marks, and run the cell."
        )
    answered(value, what)
    one = value.item() if isinstance(value, np.generic) else value
    if isinstance(one, (list, tuple, set)) and len(one) == 1:
        one = next(iter(one))
    if not isinstance(one, str):
        raise Wrong(
            f"{big(what)}: give one of {', '.join(sorted(names))} as text, in quotation marks."
        )
    by_name = {name.casefold(): name for name in names}
    chosen = by_name.get(one.strip().strip(".)").casefold())
    if chosen is None:
        raise Wrong(f"{big(what)}: {short(one)} is none of {', '.join(sorted(names))}.")
    if chosen != right:
        raise Wrong(sentence(options[chosen]))
