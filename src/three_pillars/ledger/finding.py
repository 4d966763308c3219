"""Findings: what the tables say on one point, with bounds, and never a verdict.

A finding is a number or a yes or no. It is seldom known to the last digit: a table may be a
selection, so that a count has no upper bound; a date may be known to the month; a readout may not
have been read to its end. So every finding has a low and a high, and whoever compares it with a
threshold asks both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from ..words import amount_of

YES, NO = 1.0, 0.0


@dataclass(frozen=True)
class Finding:
    """One named finding of a judge.

    Args:
        low: the least that it can be; for a yes or no, 1 is yes and 0 is no.
        high: the most that it can be; ``math.inf`` where nobody counted all.
        unit: unit of both, as ``argument/criteria`` has it, such as ``"meetings"``.
        says: one sentence in which each number, name and date comes from the rows.
        rests: rows that it rests on: for each table the ids of their sources.
        grows: True where more events can only raise it (a count, a yes); such a finding is decided
            early if its window is still open, all others are not.
        later_edition: True if a value of a later edition stands in for one of the day.
        figure: the finding in a few words for the head of a card, such as ``"8.6 % → 9.5 %"``;
            `amount()` where it is empty.
    """

    low: float
    high: float
    unit: str
    says: str
    rests: dict[str, frozenset[str]] = field(default_factory=dict)
    grows: bool = False
    later_edition: bool = False
    figure: str = ""

    def __post_init__(self) -> None:
        """Refuse bounds that are none, and a finding without its sentence."""
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(
                f"a finding lies between {self.low} and {self.high}; give low and high."
            )
        if not self.says.strip():
            raise ValueError("a finding needs a sentence that says what was found.")

    @property
    def exact(self) -> bool:
        """Whether both bounds are the same."""
        return self.low == self.high


def amount(finding: Finding) -> str:
    """Say a finding in a few words.

    "3 meetings", "at least 3 meetings", "0 meetings found", "0.4 to a ratio of 0.6".
    """
    low, high = finding.low, finding.high
    if finding.unit == "yes or no":
        return "open" if low != high else "yes" if low else "no"
    if not math.isfinite(low) and not math.isfinite(high):
        return "open"
    if not math.isfinite(high) and low == 0 and finding.unit not in ("%", "ratio"):
        return f"{amount_of(low, finding.unit)} found"  # "at least 0" says nothing
    if not math.isfinite(high):
        return f"at least {amount_of(low, finding.unit)}"
    if not math.isfinite(low):
        return f"at most {amount_of(high, finding.unit)}"
    most = amount_of(high, finding.unit)
    return most if low == high else f"{low:.3g}".replace("-", "−") + f" to {most}"


def rests_on(*frames: pd.DataFrame) -> tuple[dict[str, frozenset[str]], bool]:
    """Return tables and sources of rows, and whether a later edition is among them.

    Args:
        frames: rows as `three_pillars.data.Reader` loaded them, cut as the finding cut them; the
            name of the table is in ``attrs["table"]``.
    """
    rests: dict[str, frozenset[str]] = {}
    later = False
    for frame in frames:
        ids: set[str] = set()
        for column in ("source_id", "source_id_2"):
            if column in frame:
                ids |= {str(one) for one in frame[column].tolist() if not pd.isna(one) and one}
        table = frame.attrs.get("table", "")
        if table:
            rests[table] = rests.get(table, frozenset()) | ids
        if "later_edition" in frame:
            later = later or True in frame["later_edition"].tolist()
    return rests, later


def found_count(
    rows: pd.DataFrame,
    unit: str,
    says: str,
    *,
    whole: bool,
    perhaps: int = 0,
    also: Iterable[pd.DataFrame] = (),
    figure: str = "",
) -> Finding:
    """Count rows.

    Args:
        rows: what was counted, as a `Reader` loaded it and the judge cut it.
        unit: what one row is, in the plural.
        says: the sentence.
        whole: whether the table is complete for what was counted (`Reader.whole()`); a count from
            a selection has no upper bound.
        perhaps: how many more there may be, because a date is known to the month only.
        also: other rows that the count rests on.
        figure: the finding in a few words.
    """
    rests, later = rests_on(rows, *also)
    high = len(rows) + perhaps if whole else math.inf
    return Finding(float(len(rows)), float(high), unit, says, rests, True, later, figure)


def found_value(
    value: float,
    unit: str,
    says: str,
    *,
    rows: Iterable[pd.DataFrame],
    low: float | None = None,
    high: float | None = None,
    whole: bool = True,
    figure: str = "",
) -> Finding:
    """Give a value that all rows together make: a ratio, a share, a difference, a gap, a rank.

    Args:
        value: the value; low and high where it is known exactly.
        unit: its unit.
        says: the sentence.
        rows: the rows that it was computed from.
        low: the least that it can be, where rounding or an unread cell leaves room.
        high: the most.
        whole: whether the tables are complete for it; such a value from a selection is open.
        figure: the finding in a few words.
    """
    rests, later = rests_on(*rows)
    low, high = (value if low is None else low), (value if high is None else high)
    if not whole:
        low, high = -math.inf, math.inf
    return Finding(float(low), float(high), unit, says, rests, False, later, figure)


def found_answer(
    yes: bool | None,
    says: str,
    *,
    rows: Iterable[pd.DataFrame],
    whole: bool = True,
    figure: str = "",
) -> Finding:
    """Answer yes or no; None, or a no from a selection, is open.

    Args:
        yes: the answer.
        says: the sentence.
        rows: the rows that it rests on.
        whole: whether a no is a no: the table is complete for what was looked for.
        figure: the finding in a few words.
    """
    rests, later = rests_on(*rows)
    low = YES if yes else NO
    high = YES if yes or yes is None or not whole else NO
    return Finding(low, high, "yes or no", says, rests, True, later, figure)


def missing(unit: str, says: str) -> Finding:
    """Say that nothing was found that could decide: bounds without end."""
    return Finding(-math.inf, math.inf, unit, says)
