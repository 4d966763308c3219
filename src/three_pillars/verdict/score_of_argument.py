"""The score of the argument: what its verdicts are worth, weighed as the reader wishes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from numbers import Real

import pandas as pd

from ..blocks import Block, weighing
from ..commentary import PILLARS
from ..ledger import KIND_ORDER, NOT_YET, claims, entries
from .probability import VerdictError, probability

VALUES = {"supported": 1.0, "partly": 0.5, "contradicted": 0.0}
"""What a verdict is worth in the score of the argument; an untestable claim is left out."""


def verdict_table() -> pd.DataFrame:
    """Return every judged claim with its pillar and both verdicts.

    Returns:
        One row each: ``claim_id``, ``claim``, ``part``, ``pillar``, ``kind``, ``verdict`` (today),
        ``then`` (on the day of the commentary).
    """
    pillar = claims().set_index("claim_id")["pillar"]
    rows = [row for row in entries() if row["verdict"] != NOT_YET]
    table = pd.DataFrame(rows).rename(columns={"id": "claim_id"})
    table["pillar"] = table["claim_id"].map(pillar)
    return table[["claim_id", "claim", "part", "pillar", "kind", "verdict", "then"]]


def argument_score(
    table: pd.DataFrame,
    pillars: Mapping[str, float] | None = None,
    kinds: Mapping[str, float] | None = None,
    *,
    partly: float = 0.5,
    when: str = "verdict",
) -> float:
    """Score the argument: the weighted mean of what its verdicts are worth.

    A claim weighs the weight of its pillar times that of its kind. Supported counts 1, contradicted
    0, partly as given; an untestable claim is left out.

    Args:
        table: rows of ``verdict_table()``.
        pillars: weights of pillars, 1 where none is given.
        kinds: weights of kinds, 1 where none is given.
        partly: what "partly" is worth, from 0 to 1.
        when: ``"verdict"`` for today's verdicts, ``"then"`` for those on the commentary's day.

    Returns:
        A fraction, 1 if everything that weighs is supported.

    Raises:
        VerdictError: a weight is negative, a name is unknown, or nothing is left to weigh.
    """
    worth, weight = _weighed(table, pillars, kinds, partly, when)
    return float((worth * weight).sum() / weight.sum())


def leverage(
    table: pd.DataFrame,
    pillars: Mapping[str, float] | None = None,
    kinds: Mapping[str, float] | None = None,
    *,
    partly: float = 0.5,
    when: str = "verdict",
) -> pd.DataFrame:
    """Find the claims that move the score most: what it would be without each of them.

    Args:
        table: rows of ``verdict_table()``.
        pillars: as in ``argument_score()``.
        kinds: as in ``argument_score()``.
        partly: as in ``argument_score()``.
        when: as in ``argument_score()``.

    Returns:
        One row a claim that counts, the largest effect first and equal ones in order of the text:
        ``claim_id``, ``claim``, ``verdict``, ``without`` (score), ``effect`` (score minus
        ``without``).
    """
    worth, weight = _weighed(table, pillars, kinds, partly, when)
    total, mass = (worth * weight).sum(), weight.sum()
    rows = []
    for place in worth.index[weight > 0]:
        rest = mass - weight[place]
        if rest <= 1e-12 * mass:  # nothing but what rounding leaves
            continue
        without = (total - worth[place] * weight[place]) / rest
        rows.append(
            {
                "claim_id": table.loc[place, "claim_id"],
                "claim": table.loc[place, "claim"],
                "verdict": table.loc[place, when],
                "without": float(without),
                "effect": float(total / mass - without),
            }
        )
    found = pd.DataFrame(rows, columns=["claim_id", "claim", "verdict", "without", "effect"])
    order = (-found["effect"].abs().round(9)).to_numpy().argsort(kind="stable")
    return found.iloc[order].reset_index(drop=True)


def _weighed(
    table: pd.DataFrame,
    pillars: Mapping[str, float] | None,
    kinds: Mapping[str, float] | None,
    partly: float,
    when: str,
) -> tuple[pd.Series, pd.Series]:
    if when not in ("verdict", "then"):
        raise VerdictError(f"when={when!r} must be 'verdict' or 'then'.")
    probability(partly, "partly")
    weight = pd.Series(1.0, index=table.index)
    for column, given in (("pillar", pillars or {}), ("kind", kinds or {})):
        known = set(table[column])
        for name, value in given.items():
            if name not in known:
                raise VerdictError(
                    f"there is no {column} {name!r}; they are {', '.join(sorted(known))}."
                )
            number = isinstance(value, Real) and not isinstance(value, bool)
            if not number or not 0 <= value < math.inf:
                raise VerdictError(f"the weight of {name} is {value!r}; it must be 0 or more.")
        weight = weight * table[column].map(lambda name, given=given: float(given.get(name, 1)))
    worth = table[when].map({**VALUES, "partly": float(partly)})
    counted = worth.notna()
    worth, weight = worth[counted], weight[counted]
    if weight.sum() <= 0:
        raise VerdictError("no claim is left to weigh; give a pillar and a kind a weight above 0.")
    return worth, weight


def weigh() -> Block:
    """Let the reader weigh pillars and kinds, and see the score of the argument move."""
    table = verdict_table()
    return weighing(
        table.drop(columns="part").to_dict("records"),
        pillars=PILLARS,
        kinds=KIND_ORDER,
        start=argument_score(table),
    )
