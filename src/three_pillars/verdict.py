"""Who was right? Scores of forecasts, answer files, and the reader's own score of the argument.

A forecast is a probability that something happens; the Brier score is the squared distance between
that probability and what came (1 or 0), so 0 is perfect and always saying 50% earns 0.25. Several
horizons of one question depend on each other. Every score here is therefore taken **by question
first**: the mean over a question's horizons, then the mean over questions.

Probabilities are fractions (0.7) in a Series indexed by ``outcome_id``, such as ``"F01_2015"``.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from .blocks import Block, forecast_sheet, read_file, weighing, write_file
from .data import load
from .explore import in_book
from .ledger import KIND_ORDER, NOT_YET, PARTS, Judgement, claims, entries, judge, judges

__all__ = [
    "AnswerError",
    "AnswerSheet",
    "ClassScore",
    "Decomposition",
    "VerdictError",
    "answer_sheet",
    "argument_score",
    "base_rate",
    "brier",
    "calibration",
    "commentary",
    "compare_class",
    "decompose",
    "interval",
    "leverage",
    "nothing_changes",
    "questions",
    "read_answers",
    "score",
    "scores",
    "skill",
    "topics",
    "verdict_table",
    "weigh",
    "weights",
    "words",
    "write_answers",
]

COMMENTARY = pd.Timestamp("2015-07-21")
"""The day of the commentary: whatever came later is hindsight."""

FORMAT, VERSION = "three-pillars-forecasts", 1
"""What an answers file says of itself."""

VALUES = {"supported": 1.0, "partly": 0.5, "contradicted": 0.0}
"""What a verdict is worth in the score of the argument; an untestable claim is left out."""

PILLARS = ("territory", "energy", "strategy", "constraint", "context")
"""The pillars of the argument, its constraint and its context, in this order everywhere."""

TOPICS = {
    "islands or treaty": r"treaty|island|grave|joint (?:economic )?(?:activity|activities)",
    "economy": r"econom|business|exploration|project|eight-point",
    "energy alone": r"energy|exploration|\bgas\b|\boil\b",
    "security": r"2\+2|military",
    "China": r"\bChina\b|Chinese",
}
"""Words that count as a topic of a meeting, looked for in our own summaries."""


class VerdictError(ValueError):
    """Something cannot be scored; the message says what and why in one sentence."""


class AnswerError(VerdictError):
    """An answers file cannot be used; the message says why in one sentence."""


# Questions and what they are compared with -------------------------------------------------------


def questions() -> pd.DataFrame:
    """Put questions and outcomes together: one row for each question and horizon.

    Returns:
        The columns of ``verdict/outcomes`` and ``verdict/questions``, with ``part`` (of the claim
        that the question belongs to) and ``main`` (whether the sheet asks for this horizon).
    """
    asked = load("verdict/questions").drop(columns="source_id")
    part = claims().set_index("claim_id")["part"]
    asked["part"] = asked["claim_id"].map(part)
    table = load("verdict/outcomes").merge(asked, on="forecast_id", validate="many_to_one")
    table["main"] = table["horizon_date"] == table["main_horizon"]
    return table


def words(scale: str = "icd203") -> dict[str, float]:
    """Read the commentary's three strengths of wording on a scale.

    Args:
        scale: ``"icd203"`` or ``"kent1964"``.

    Returns:
        For each strength the middle of its term's range, as a fraction.

    Raises:
        VerdictError: there is no such scale.
    """
    reading = load("verdict/readings").merge(load("verdict/wording"), on=["scale", "term"])
    known = sorted(reading["scale"].unique())
    if scale not in known:
        raise VerdictError(f"there is no scale {scale!r}; the scales are {' and '.join(known)}.")
    own = reading[reading["scale"] == scale]
    return dict(zip(own["strength"], own["centre_pct"] / 100, strict=True))


def commentary(table: pd.DataFrame, chosen: Mapping[str, float] | None = None) -> pd.Series:
    """Turn the commentary's wording into probabilities.

    Args:
        table: rows of ``questions()``.
        chosen: a probability for each of asserted, likely and possible; ``words()`` by default.

    Returns:
        Probabilities of a yes by ``outcome_id``; one minus the number where the commentary expects
        a no. Questions on which it says nothing are left out.
    """
    chosen = words() if chosen is None else chosen
    for strength, value in chosen.items():
        _probability(value, f"the word {strength!r}")
    said = table[table["strength"] != "not_said"]
    odds = said["strength"].map(chosen)
    odds = odds.where(said["expects"] == "yes", 1 - odds)
    return pd.Series(odds.to_numpy(float), index=said["outcome_id"].to_numpy(), name="commentary")


def nothing_changes(table: pd.DataFrame, sure: float = 1.0) -> pd.Series:
    """Forecast that all goes on as it was on 21 July 2015.

    Args:
        table: rows of ``questions()``.
        sure: how sure, from 0.5 to 1.

    Returns:
        ``sure`` where a yes means that something goes on, one minus that where it means something
        new, by ``outcome_id``.
    """
    if not 0.5 <= sure <= 1:
        raise VerdictError(f"sure={sure!r} must lie between 0.5 and 1.")
    odds = (table["yes_means"] == "continues").map({True: sure, False: 1 - sure})
    return pd.Series(odds.to_numpy(float), index=table["outcome_id"].to_numpy(), name="no change")


def base_rate(table: pd.DataFrame) -> float:
    """Return the share of yes among the rows, each question counted once."""
    return float((table["occurred"] * weights(table["forecast_id"])).sum())


# Scores ------------------------------------------------------------------------------------------


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
        _probability(value, f"number {place}")
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


@dataclass(frozen=True)
class Decomposition:
    """The three parts of a Brier score: ``reliability - resolution + uncertainty``.

    ``reliability`` (0 is best) is how far what came lies from what was said; ``resolution`` (more
    is better) how far the groups differ from each other; ``uncertainty`` how hard the questions
    are. ``base_rate`` is the share of yes.
    """

    reliability: float
    resolution: float
    uncertainty: float
    base_rate: float

    @property
    def brier(self) -> float:
        """The score that the parts add up to."""
        return self.reliability - self.resolution + self.uncertainty


def decompose(
    probabilities: Iterable[float],
    outcomes: Iterable[bool],
    weight: Iterable[float] | None = None,
) -> Decomposition:
    """Split a Brier score into reliability, resolution and uncertainty.

    Forecasts of the same probability form a group, so the parts add up exactly.

    Args:
        probabilities: of a yes, from 0 to 1.
        outcomes: what came, 1 or 0.
        weight: weights of the rows, equal by default; see ``weights()``.

    Source:
        Murphy (1973).
    """
    table = _groups(probabilities, outcomes, weight)
    rate = float((table["weight"] * table["came"]).sum() / table["weight"].sum())
    table["hit"] = table["weight"] * table["came"]
    found = table.groupby("said")[["weight", "hit"]].sum()
    found = found[found["weight"] > 0]
    found["share"] = found["hit"] / found["weight"]
    part = found["weight"] / found["weight"].sum()
    said = found.index.to_numpy(float)
    return Decomposition(
        reliability=float((part * (said - found["share"]) ** 2).sum()),
        resolution=float((part * (found["share"] - rate) ** 2).sum()),
        uncertainty=rate * (1 - rate),
        base_rate=rate,
    )


def calibration(
    probabilities: Iterable[float],
    outcomes: Iterable[bool],
    weight: Iterable[float] | None = None,
    bands: int = 5,
) -> pd.DataFrame:
    """Compare what was said with what came, band by band.

    Args:
        probabilities: of a yes, from 0 to 1.
        outcomes: what came, 1 or 0.
        weight: weights of the rows, equal by default; see ``weights()``.
        bands: number of equal bands between 0 and 1; a number on a border counts above it.

    Returns:
        One row for each band that is not empty: ``low``, ``high``, ``said`` (mean probability),
        ``came`` (share of yes), ``forecasts`` (number of rows).
    """
    table = _groups(probabilities, outcomes, weight)
    # A hair of room, so that 0.6 falls on the border it looks like.
    table["band"] = (table["said"] * bands + 1e-9).astype(int).clip(upper=bands - 1)
    rows = []
    for band, g in table.groupby("band"):
        total = g["weight"].sum()
        rows.append(
            {
                "low": band / bands,
                "high": (band + 1) / bands,
                "said": (g["weight"] * g["said"]).sum() / total,
                "came": (g["weight"] * g["came"]).sum() / total,
                "forecasts": len(g),
            }
        )
    return pd.DataFrame(rows)


def _groups(
    probabilities: Iterable[float], outcomes: Iterable[bool], weight: Iterable[float] | None
) -> pd.DataFrame:
    said, came = list(probabilities), list(outcomes)
    brier(said, came)  # says what is wrong with them
    if not said:
        raise VerdictError("there are no forecasts.")
    held = [1.0] * len(said) if weight is None else [float(w) for w in weight]
    if len(held) != len(said) or min(held) < 0 or sum(held) <= 0:
        raise VerdictError("weights must be one for each forecast, none negative, not all zero.")
    return pd.DataFrame({"said": said, "came": came, "weight": held}).astype(float)


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
        _probability(value, f"question {name}")
    return given.astype(float), known.loc[given.index]


def _probability(value: Any, where: str, error: type[VerdictError] = VerdictError) -> float:
    """Return a probability, or say in one sentence why it is none."""
    number = isinstance(value, int | float) or type(value).__module__ == "numpy"
    if isinstance(value, bool) or not number:
        text = str(value).strip()
        hint = ""
        if text.endswith("%"):
            try:
                hint = f"; write {float(text[:-1].replace(',', '.')) / 100:g}"
            except ValueError:
                hint = ""
        raise error(f"{where}: {value!r} is not a probability between 0 and 1{hint}.")
    if not math.isfinite(value) or not 0 <= value <= 1:
        hint = f"; for {value:g}% write {value / 100:g}" if 1 < value <= 100 else ""
        raise error(f"{where}: {value:g} lies outside 0 to 1{hint}.")
    return float(value)


# Answers files and a class -----------------------------------------------------------------------


def read_answers(path: str | Path) -> dict[str, float]:
    """Read the answers that a forecast sheet saved.

    Args:
        path: a file saved in the book or by ``write_answers()``.

    Returns:
        Probabilities by ``outcome_id``.

    Raises:
        AnswerError: the file is missing or damaged, of another kind or version, names an unknown
            question, or holds something that is no probability. Nothing is changed then.
    """
    name = Path(path).name
    content = read_file(
        path, format=FORMAT, version=VERSION, what="an answers file", error=AnswerError
    )
    answers = content.get("answers")
    if not isinstance(answers, dict):
        raise AnswerError(f"{name} holds no answers.")
    known = set(load("verdict/outcomes")["outcome_id"])
    for key, value in answers.items():
        if key not in known:
            raise AnswerError(f"{name}: there is no question {key!r} in this book.")
        _probability(value, f"{name}, question {key}", AnswerError)
    return {key: float(value) for key, value in answers.items()}


def write_answers(path: str | Path, answers: Mapping[str, float]) -> Path:
    """Save answers as the forecast sheet of the built page does.

    The file is written whole or not at all: an older one stays until the new one is complete.

    Args:
        path: where to.
        answers: probabilities by ``outcome_id``.

    Raises:
        AnswerError: an answer is no probability, or the file cannot be written.
    """
    for key, value in answers.items():
        _probability(value, f"question {key}", AnswerError)
    content = {"format": FORMAT, "version": VERSION, "answers": dict(answers)}
    return write_file(path, content, error=AnswerError)


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


# The sheet, in both lives ------------------------------------------------------------------------


def answer_sheet(path: str | Path = "my_forecasts.json") -> AnswerSheet:
    """Let the reader give each question a probability before any outcome shows.

    In the built book: sliders whose answers stay in the reader's browser. In Jupyter: ipywidgets
    whose answers are saved in a file beside the notebook.

    Args:
        path: that file.
    """
    return AnswerSheet(path)


class AnswerSheet:
    """What `answer_sheet()` returns: the last expression of a cell shows it."""

    def __init__(self, path: str | Path):
        """Take the path of the answers file; nothing is read or written before it is shown."""
        self.path = Path(path)
        self.table = questions()

    def block(self) -> Block:
        """Return the sheet of the built page."""
        sources = load("sources").set_index("source_id")
        asked = []
        order = self.table["part"].map({part: place for place, part in enumerate(PARTS)})
        inline = self.table.assign(order=order).sort_values(["order", "outcome_id"])
        for fid, rows in inline.groupby("forecast_id", sort=False):
            rows = rows.sort_values("horizon_date")
            row = rows.iloc[0]
            asked.append(
                {
                    "id": fid,
                    "part": row["part"],
                    "question": row["question"],
                    "criterion": row["criterion"],
                    "expects": "" if pd.isna(row["expects"]) else row["expects"],
                    "strength": row["strength"],
                    "continues": bool(row["yes_means"] == "continues"),
                    "horizons": [
                        {
                            "id": h["outcome_id"],
                            "by": f"{h['horizon_date']:%d %B %Y}".lstrip("0"),
                            "main": bool(h["main"]),
                            "came": int(h["occurred"]),
                            "on": "" if pd.isna(h["event_date"])
                            else f"{h['event_date']:%d %B %Y}".lstrip("0"),
                            "detail": h["detail"],
                            "source": f"{sources.title[h['source_id']]} "
                            f"({sources.publisher[h['source_id']]})"
                            if h["source_id"] != "recalled" else "none: nothing was found",
                            "url": "" if pd.isna(sources.url[h["source_id"]])
                            else sources.url[h["source_id"]],
                            "verified": bool(h["verified"]),
                        }
                        for h in rows.to_dict("records")
                    ],
                }
            )  # fmt: skip
        scales = {
            "icd203": {"label": "Directive ICD 203 (2015)", "words": words("icd203")},
            "kent1964": {"label": "Kent's chart (1964)", "words": words("kent1964")},
        }
        return forecast_sheet(
            asked, scales=scales, base_rate=base_rate(self.table), format=FORMAT, version=VERSION
        )

    def _ipython_display_(self) -> None:
        from IPython.display import display

        if in_book():
            display(self.block()._repr_mimebundle_(), raw=True)
        else:
            display(self.widgets())

    def widgets(self) -> Any:
        """Return the ipywidgets of the life in Jupyter; each answer is saved at once."""
        import ipywidgets
        from IPython.display import display

        told = ipywidgets.HTML()
        answers: dict[str, float] = {}
        try:
            answers = read_answers(self.path) if self.path.exists() else {}
            told.value = (
                f"{len(answers)} answers read from {self.path.name}."
                if answers
                else f"Your answers are saved in {self.path.name} beside this notebook."
            )
        except AnswerError as error:
            # The damaged file stays as it is; answers go to another one.
            fresh = self.path.with_stem(self.path.stem + "_new")
            told.value = f"{error} It stays as it is; your answers are saved in {fresh.name}."
            self.path = fresh
        asked = self.table[self.table["main"]]
        steps = [("not set", -1.0), *((f"{n}%", n / 100) for n in range(0, 101))]
        sliders, rows = {}, []
        for row in asked.itertuples():
            start = answers.get(row.outcome_id)
            slider = ipywidgets.SelectionSlider(
                options=steps,
                value=-1.0 if start is None else round(start, 2),
                description=row.short,
                continuous_update=False,
                style={"description_width": "9rem"},
                layout={"width": "min(100%, 640px)"},
            )
            sliders[row.outcome_id] = slider
            words = f"<b>{row.question}</b> By {row.horizon_date:%d %B %Y}.<br>{row.criterion}."
            rows += [ipywidgets.HTML(words), slider]
        screen = ipywidgets.Output()
        reveal = ipywidgets.Button(
            description="Reveal those I have set", layout={"width": "max-content"}
        )

        def keep(change: Any) -> None:
            for name, slider in sliders.items():
                if slider is change["owner"]:
                    answers.pop(name, None)
                    if change["new"] >= 0:
                        answers[name] = change["new"]
            try:
                write_answers(self.path, answers)
                told.value = f"{len(answers)} answers saved in {self.path.name}."
            except AnswerError as error:
                told.value = str(error)

        def show(_button: Any) -> None:
            with screen:
                screen.clear_output(wait=True)
                given = asked[asked["outcome_id"].isin(answers)]
                if given.empty:
                    print("Set an answer first.")
                    return
                mine = pd.Series(answers)[given["outcome_id"]]
                for row in given.itertuples():
                    sliders[row.outcome_id].disabled = True
                shown = given[["question", "occurred", "detail", "verified"]].assign(
                    yours=mine.to_numpy()
                )
                with pd.option_context("display.max_colwidth", None):
                    display(shown)
                display(scores(self._beside(mine, given), self.table).round(3))

        for slider in sliders.values():
            slider.observe(keep, names="value")
        reveal.on_click(show)
        return ipywidgets.VBox([told, *rows, reveal, screen])

    def _beside(self, mine: pd.Series, rows: pd.DataFrame) -> dict[str, pd.Series]:
        said = rows[rows["strength"] != "not_said"]
        if said.empty:
            said = rows
        half = pd.Series(0.5, index=said["outcome_id"])
        beside = {
            "You": mine[said["outcome_id"]],
            "Always 50%": half,
            "Base rate": half * 0 + base_rate(self.table),
            "Nothing changes": nothing_changes(said),
        }
        if (said["strength"] != "not_said").all():
            beside["The commentary, by its words"] = commentary(said)
        return beside


# The argument as a whole -------------------------------------------------------------------------


def verdict_table() -> pd.DataFrame:
    """Return every judged claim: ``claim_id``, ``claim``, ``part``, ``pillar``, ``kind``,
    ``verdict`` (today), ``then`` (on 21 July 2015).
    """  # noqa: D205
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
        when: ``"verdict"`` for today's verdicts, ``"then"`` for those of 21 July 2015.

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
        if rest <= 1e-12:
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
    _probability(partly, "partly")
    weight = pd.Series(1.0, index=table.index)
    for column, given in (("pillar", pillars or {}), ("kind", kinds or {})):
        known = set(table[column])
        for name, value in given.items():
            if name not in known:
                raise VerdictError(
                    f"there is no {column} {name!r}; they are {', '.join(sorted(known))}."
                )
            if isinstance(value, bool) or not value >= 0 or not math.isfinite(value):
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


# Which verdicts rest on unverified rows? ---------------------------------------------------------


def unverified() -> pd.DataFrame:
    """Judge every claim again without the unverified rows, and see what becomes of its verdict.

    That a table holds unverified rows says little: the judge may not use them. So each judge runs
    a second time with every table cut to its verified rows.

    Returns:
        One row a claim: ``claim_id``, ``rests`` and the figure ``with_all`` and ``verified_only``.
        ``rests`` is ``"no"`` (verdicts and figure stay), ``"figure"`` (verdicts stay, the figure
        or the evidence moves), ``"verdict"`` (a verdict changes) or ``"cannot"`` (the judge finds
        no answer).
    """
    rows = []
    for claim_id, function in sorted(judges().items()):
        before = function()
        try:
            after = _verified_only(function)
        except Exception as error:  # whatever a judge stumbles over is the finding
            rows.append((claim_id, "cannot", before.figure, type(error).__name__))
            continue
        if (before.verdict, before.then) != (after.verdict, after.then):
            rests = "verdict"
        elif (before.figure, before.evidence) != (after.figure, after.evidence):
            rests = "figure"
        else:
            rests = "no"
        rows.append((claim_id, rests, before.figure, after.figure))
    return pd.DataFrame(rows, columns=["claim_id", "rests", "with_all", "verified_only"])


def _verified_only(function: Any) -> Judgement:
    module = sys.modules[function.__module__]
    real = module.load

    def only(name: str, verified_only: bool = False) -> pd.DataFrame:
        frame = real(name)
        if "verified" in frame.columns:
            frame = frame[frame["verified"]].reset_index(drop=True)
        return frame

    # What the module keeps from earlier calls rests on all rows; it must not serve this one.
    kept = [value for value in vars(module).values() if hasattr(value, "cache_clear")]
    module.load = only
    try:
        for value in kept:
            value.cache_clear()
        return function()
    finally:
        module.load = real
        for value in kept:
            value.cache_clear()


# The judge ---------------------------------------------------------------------------------------


def topics(meetings: pd.DataFrame) -> pd.Series:
    """Count the meetings whose summary names each topic.

    Args:
        meetings: rows with ``outcome``, a short summary in our own words.

    Returns:
        Number of meetings by topic of ``TOPICS``.
    """
    text = meetings["outcome"].fillna("")
    return pd.Series(
        {name: int(text.str.contains(words, regex=True).sum()) for name, words in TOPICS.items()}
    )


def abe_putin() -> pd.DataFrame:
    """Return the meetings of Abe and Putin from 2013 to 2019."""
    meetings = load("argument/leader_meetings")
    own = meetings[
        (meetings["pair"] == "JPN-RUS") & (meetings["leader"] == "Abe") & (meetings["year"] >= 2013)
    ].reset_index(drop=True)
    # A date known to the month only starts on its first day.
    own["day"] = pd.to_datetime(own["date"].str.ljust(10, "-").str.replace("---", "-01"))
    return own


@judge("C16")
def three_pillars() -> Judgement:
    """Did engagement rest on territory, energy and a strategy towards China?"""
    meetings = abe_putin()
    early = meetings[meetings["day"] <= COMMENTARY]
    every, before = topics(meetings), topics(early)
    seen = before["islands or treaty"] > 0 and before["economy"] > 0
    strategy = before["China"] > 0
    return Judgement(
        verdict="supported" if seen and every["China"] > 0 else "partly",
        then="supported" if seen and strategy else "partly",
        figure=f"China named in {every['China']} of {len(meetings)} summaries of meetings",
        evidence=f"Our summaries of {len(meetings)} meetings of Abe and Putin name the islands or "
        f"the treaty in {every['islands or treaty']}, the economy in {every['economy']} (energy in "
        f"{every['energy alone']}), security in {every['security']} and China in "
        f"{every['China']}: two pillars show, the third is what analysts infer.",
        hindsight=f"Only {len(early)} of the meetings came before the commentary, and the islands "
        f"or the treaty are named in {before['islands or treaty']} of those; the weight of that "
        "pillar shows from 2015 on.",
        tables=["argument/leader_meetings"],
    )
