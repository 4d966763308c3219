"""What a reader can set: a number on a slider, or one of a list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from three_pillars.words import one_of


def spaced(unit: str) -> str:
    """Return a unit as it follows a number: a space before it, none before the per cent sign."""
    return unit if unit in ("", "%") else f" {unit}"


@dataclass(frozen=True)
class Range:
    """A slider over evenly spaced numbers.

    Args:
        label: what the reader sets, in words.
        low: smallest value.
        high: largest value, reached exactly.
        step: distance between two values, in the same unit.
        default: the opening value, one of the slider's values.
        unit: unit shown behind the value, such as ``"%"``; ``""`` for a bare number.
    """

    label: str
    low: float
    high: float
    step: float
    default: float
    unit: str = ""

    @property
    def values(self) -> list[float]:
        """Every value of the slider, in ascending order."""
        count = round((self.high - self.low) / self.step)
        digits = max(0, -math.floor(math.log10(self.step))) + 2
        values = [round(self.low + i * self.step, digits) for i in range(count + 1)]
        whole = all(float(value).is_integer() for value in values)
        return [int(value) for value in values] if whole else values

    @property
    def labels(self) -> list[str]:
        """The values as a reader sees them."""
        # A year is not a quantity: no thousands separator, so plain formatting throughout.
        digits = max(len(f"{v:.6f}".rstrip("0").split(".")[1]) for v in self.values)
        return [
            f"{value:.{digits}f}{spaced(one_of(self.unit) if value == 1 else self.unit)}".replace(
                "-", "−"
            )
            for value in self.values
        ]

    def problem(self) -> str | None:
        """Say what is wrong with the control, or return None."""
        numbers = (self.low, self.high, self.step, self.default)
        if any(isinstance(n, bool) or not isinstance(n, int | float) for n in numbers):
            return "low, high, step and default must be numbers"
        if not all(math.isfinite(n) for n in numbers):
            return "low, high, step and default must be finite"
        if self.step <= 0 or self.high <= self.low:
            return "low must be below high and step above 0"
        steps = (self.high - self.low) / self.step
        if abs(steps - round(steps)) > 1e-6:
            return f"steps of {self.step:g} from {self.low:g} do not reach {self.high:g}"
        if not any(math.isclose(self.default, value) for value in self.values):
            return f"the default {self.default:g} is not one of its values"
        return None


@dataclass(frozen=True)
class Choice:
    """A list of which the reader picks one.

    Args:
        label: what the reader chooses, in words.
        options: two or more values; each is shown as its text.
        default: the opening value, one of the options.
    """

    label: str
    options: Sequence[Any]
    default: Any

    @property
    def values(self) -> list[Any]:
        """Every option, in the order given."""
        return list(self.options)

    @property
    def labels(self) -> list[str]:
        """The options as a reader sees them."""
        return [str(option) for option in self.options]

    def problem(self) -> str | None:
        """Say what is wrong with the control, or return None."""
        if isinstance(self.options, str) or len(list(self.options)) < 2:
            return "options must be a list of two or more values"
        if len(set(self.labels)) < len(self.labels):
            return "two options read the same"
        if self.default not in self.values:
            return f"the default {self.default!r} is not one of its options"
        return None
