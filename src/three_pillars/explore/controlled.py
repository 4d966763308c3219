"""A model and its chart under controls, checked."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import altair as alt_module
import pandas as pd

from ..figures import figure
from .controls import Choice, Range
from .errors import ExploreError


class Controlled:
    """A model and its chart under controls: what both lives of an explorable share.

    Attributes:
        model: the pure function of the controls' values.
        chart: the function from the model's rows to a chart.
        alt: the chart's alt text.
        sources: the tables that the model rests on.
        controls: the controls by the name of the model's argument.
        name: the model's own name, for messages.
        address: what the explorable is called in the book, as in `figure()`; None elsewhere.
        start: the opening value of each control.
    """

    def __init__(
        self,
        model: Callable[..., pd.DataFrame],
        chart: Callable[[pd.DataFrame], alt_module.TopLevelMixin],
        alt: str,
        sources: Sequence[str],
        controls: Mapping[str, Range | Choice],
        address: str | None = None,
    ):
        """Check the controls and the opening setting; `explore()` documents the arguments."""
        self.model, self.chart, self.alt, self.sources = model, chart, alt, list(sources)
        self.controls = dict(controls)
        self.address = address
        self.name = getattr(model, "__name__", "model")
        if not self.controls:
            raise ExploreError(f"explore({self.name}): give it at least one control.")
        for key, control in self.controls.items():
            if not isinstance(control, Range | Choice):
                raise ExploreError(
                    f"explore({self.name}): control {key!r} must be a Range or a Choice, "
                    f"not {type(control).__name__}."
                )
            if problem := control.problem():
                raise ExploreError(f"explore({self.name}): control {key!r}: {problem}.")
        self.start = {
            key: next(v for v in control.values if v == control.default or _close(v, control))
            for key, control in self.controls.items()
        }
        self.figure(**self.start)

    def opens_on_none_of(self, answers: Sequence[Mapping[str, Any]]) -> None:
        """Make sure that the opening setting gives no task's answer away.

        Args:
            answers: settings that answer the task, whole or in part.

        Raises:
            ExploreError: it opens on one of them, or one names what is no setting.
        """
        for answer in answers:
            for key, value in answer.items():
                if key not in self.controls or value not in self.controls[key].values:
                    raise ExploreError(
                        f"explore({self.name}): the answer {key}={value!r} cannot be set."
                    )
            if all(self.start[key] == value for key, value in answer.items()):
                setting = ", ".join(f"{key}={value!r}" for key, value in answer.items())
                raise ExploreError(
                    f"explore({self.name}): it opens on an answer of its task ({setting}); "
                    "choose other defaults."
                )

    def rows(self, **values: Any) -> pd.DataFrame:
        """Return the model's rows at one setting.

        Raises:
            ExploreError: the model returns no DataFrame, or one without rows.
        """
        frame = self.model(**values)
        setting = ", ".join(f"{key}={value!r}" for key, value in values.items())
        if not isinstance(frame, pd.DataFrame):
            raise ExploreError(
                f"explore({self.name}): the model must return a DataFrame, "
                f"not {type(frame).__name__} (at {setting})."
            )
        if frame.empty:
            raise ExploreError(f"explore({self.name}): the model returns no rows at {setting}.")
        return frame

    def figure(self, **values: Any) -> Any:
        """Return the chart at one setting, checked by `figure()`."""
        return figure(
            self.chart(self.rows(**values)),
            name=self.address,
            alt=self.alt,
            sources=self.sources,
        )

    def settings(self) -> Iterator[tuple[tuple[int, ...], dict[str, Any]]]:
        """Yield every setting: the places of its values, and the values by control."""
        values = [control.values for control in self.controls.values()]
        for places in itertools.product(*(range(len(v)) for v in values)):
            yield (
                places,
                {key: v[i] for key, v, i in zip(self.controls, values, places, strict=True)},
            )


def _close(value: Any, control: Range | Choice) -> bool:
    return isinstance(control, Range) and math.isclose(value, control.default)
