"""A class: the spread of its answers, and its mean forecast against its members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from .answers import read_answers
from .probability import VerdictError
from .questions import questions
from .scores import score


@dataclass(frozen=True)
class ClassScore:
    """What a class said, and how it did.

    ``spread`` has one row a question: ``low``, ``median``, ``mean``, ``high``, ``answers``,
    ``occurred``. ``mean_of_scores`` is the mean of the members' own Brier scores and
    ``score_of_mean`` the score of their mean forecast, both on the rows that all answered. The
    second is never worse than the first; it is better by as much as the members disagree.
    """

    spread: pd.DataFrame
    members: pd.Series
    mean_of_scores: float
    score_of_mean: float
    rows: int


def compare_class(
    members: Mapping[str, Mapping[str, float]] | Iterable[str | Path],
    table: pd.DataFrame | None = None,
) -> ClassScore:
    """Compare a class: the spread of its answers, and its mean forecast against its members.

    Args:
        members: paths of answers files, or names with answers.
        table: rows of ``questions()``, all by default.

    Raises:
        AnswerError: a file cannot be used.
        VerdictError: fewer than two members, or no question that all answered.
    """
    table = questions() if table is None else table
    if not isinstance(members, Mapping):
        paths = [Path(path) for path in members]
        distinct = len({path.stem for path in paths}) == len(paths)
        names = [path.stem if distinct else str(path) for path in paths]
        members = {name: read_answers(path) for name, path in zip(names, paths, strict=True)}
    if len(members) < 2:
        raise VerdictError("a class needs two answers files or more.")
    grid = pd.DataFrame({name: pd.Series(a, dtype=float) for name, a in members.items()})
    grid = grid[grid.index.isin(table["outcome_id"])]
    common = grid.dropna()
    if common.empty:
        raise VerdictError("no question was answered by all of them, so nothing can be compared.")
    own = pd.Series({name: score(common[name], table) for name in common}, name="brier")
    spread = pd.DataFrame(
        {
            "low": grid.min(axis=1),
            "median": grid.median(axis=1),
            "mean": grid.mean(axis=1),
            "high": grid.max(axis=1),
            "answers": grid.notna().sum(axis=1),
        }
    )
    spread["occurred"] = table.set_index("outcome_id")["occurred"].reindex(spread.index)
    return ClassScore(
        spread.rename_axis("outcome_id").reset_index(),
        own,
        float(own.mean()),
        score(common.mean(axis=1), table),
        len(common),
    )
