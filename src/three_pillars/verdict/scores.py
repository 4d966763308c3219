"""Scores of forecasts.

A forecast is a probability that something happens; the Brier score is the squared distance between
that probability and what came (1 or 0), so 0 is perfect and always saying 50% earns 0.25. Several
horizons of one question depend on each other. Every score is therefore taken **by question first**:
the mean over a question's horizons, then the mean over questions.

Probabilities are fractions (0.7) in a Series indexed by ``outcome_id``, such as ``"F01_2015"``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from .probability import VerdictError, probability


def weights(groups: pd.Series | Sequence[str]) -> pd.Series:
    """Weigh rows so that each question counts once, however many horizons it has.

    Args:
        groups: the question of each row.

    Returns:
        Weights that add up to 1.
    """
    groups = pd.Series(groups)
    if groups.empty:
        raise VerdictError("there are no questions to score; answer one first.")
    return 1 / groups.map(groups.value_counts()) / groups.nunique()


def brier(probabilities: Iterable[float], outcomes: Iterable[bool]) -> pd.Series:
    """Return the Brier score of each forecast: the squared distance to what came.

    Args:
        probabilities: of a yes, from 0 to 1.
        outcomes: what came, 1 or 0, in the same order.

    Raises:
        VerdictError: a number is no probability, an outcome is neither 1 nor 0, or the two are not
            equally long.

    Source:
        Brier (1950), in the form for events that happen or not.
    """
    index = probabilities.index if isinstance(probabilities, pd.Series) else None
    given, came = list(probabilities), list(outcomes)
    if len(given) != len(came):
        raise VerdictError(f"there are {len(given)} probabilities for {len(came)} outcomes.")
    for place, (value, outcome) in enumerate(zip(given, came, strict=True), 1):
        probability(value, f"number {place}")
        if outcome not in (0, 1):
            raise VerdictError(f"outcome {place} is {outcome!r}; it must be 1 or 0.")
    values = [(float(p) - float(o)) ** 2 for p, o in zip(given, came, strict=True)]
    return pd.Series(values, index=index, name="brier", dtype=float)


def score(probabilities: pd.Series | Mapping[str, float], table: pd.DataFrame) -> float:
    """Return a forecaster's Brier score, by question first.

    Args:
        probabilities: answers by ``outcome_id``; only these are scored.
        table: rows of ``questions()``.

    Raises:
        VerdictError: nothing is answered, or an answer is no probability.
    """
    given, rows = _matched(probabilities, table)
    each = brier(given, rows["occurred"])
    return float((each.to_numpy() * weights(rows["forecast_id"]).to_numpy()).sum())


def scores(
    forecasters: Mapping[str, pd.Series | Mapping[str, float]], table: pd.DataFrame
) -> pd.DataFrame:
    """Score several forecasters on the rows that all of them answered.

    Args:
        forecasters: name and answers of each.
        table: rows of ``questions()``.

    Returns:
        One row each: ``forecaster``, ``brier``, ``skill`` (against always 50%), ``questions``,
        ``rows``.
    """
    if not forecasters:
        raise VerdictError("give one forecaster or more.")
    common = set.intersection(*(set(pd.Series(a, dtype=float).index) for a in forecasters.values()))
    kept = table[table["outcome_id"].isin(common)]
    if kept.empty:
        raise VerdictError("no question was answered by all of them, so nothing can be compared.")
    found = []
    for name, answers in forecasters.items():
        value = score(pd.Series(answers, dtype=float)[kept["outcome_id"]], table)
        found.append({"forecaster": name, "brier": value, "skill": skill(value, 0.25)})
    return pd.DataFrame(found).assign(questions=kept["forecast_id"].nunique(), rows=len(kept))


def interval(values: Iterable[float], draws: int = 2000, seed: int = 2015) -> tuple[float, float]:
    """Tell how far the mean of a few numbers may owe itself to which of them were there.

    Args:
        values: such as the advantage on each question.
        draws: how often as many of them are drawn again, with replacement.
        seed: makes the draws the same each time.

    Returns:
        The bounds between which the middle 95 per cent of the drawn means lie.
    """
    held = np.asarray(list(values), dtype=float)
    if not len(held):
        raise VerdictError("there is nothing to draw from.")
    means = np.random.default_rng(seed).choice(held, (draws, len(held))).mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)


def skill(value: float, reference: float) -> float:
    """Return the part of a reference's score that a forecaster avoids: 1 is perfect, 0 no better.

    Args:
        value: a Brier score.
        reference: the Brier score of the simple forecast that it is held against.
    """
    if reference <= 0:
        raise VerdictError("the reference scores 0, which cannot be improved on.")
    return 1 - value / reference


def _matched(
    probabilities: pd.Series | Mapping[str, float], table: pd.DataFrame
) -> tuple[pd.Series, pd.DataFrame]:
    given = pd.Series(probabilities, dtype=object)
    known = table.set_index("outcome_id")
    if strange := [name for name in given.index if name not in known.index]:
        raise VerdictError(f"there is no question {strange[0]!r} in the table.")
    if given.empty:
        raise VerdictError("there are no answers to score; answer a question first.")
    for name, value in given.items():
        probability(value, f"question {name}")
    return given.astype(float), known.loc[given.index]
