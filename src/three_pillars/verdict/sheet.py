"""The forecast sheet in both lives: sliders in the page, widgets in Jupyter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from ..blocks import Block, forecast_sheet
from ..commentary import PARTS
from ..data import load
from ..day import in_words
from ..explore import in_book
from ..words import counted
from .answers import FORMAT, VERSION, read_answers, write_answers
from .forecasters import base_rate, commentary, nothing_changes, words
from .probability import AnswerError
from .questions import questions
from .scores import scores


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
            rows = rows.sort_values("horizon_date", kind="stable")
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
                    "horizons": [_horizon(h, sources) for h in rows.to_dict("records")],
                }
            )
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
                f"{counted(len(answers), 'answer')} read from {self.path.name}."
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
            asks = f"<b>{row.question}</b> By {in_words(row.horizon_date)}.<br>{row.criterion}."
            rows += [ipywidgets.HTML(asks), slider]
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
                told.value = f"{counted(len(answers), 'answer')} saved in {self.path.name}."
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


def _horizon(row: dict[str, Any], sources: pd.DataFrame) -> dict[str, Any]:
    """Describe one horizon of a question as `forecast_sheet()` wants it."""
    source = sources.loc[row["source_id"]]
    named = f"{source['title']} ({source['publisher']})"
    return {
        "id": row["outcome_id"],
        "by": in_words(row["horizon_date"]),
        "main": bool(row["main"]),
        "came": int(row["occurred"]),
        "on": "" if pd.isna(row["event_date"]) else in_words(row["event_date"]),
        "detail": row["detail"],
        "source": named if row["source_id"] != "recalled" else "none: nothing was found",
        "url": "" if pd.isna(source["url"]) else source["url"],
        "verified": bool(row["verified"]),
    }
