"""Explorables: one model, two lives.

`explore()` takes a pure function and a chart of its result. With a live kernel it shows ipywidgets
that call the function. In the built book it evaluates the function once for every setting of the
controls, puts the rows into the chart, and lets the same controls choose among them: no kernel and
no network is needed, and both lives show the same numbers.
"""

from __future__ import annotations

import gzip
import itertools
import json
import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt_module
import pandas as pd

from .figures import MIME_TYPE, figure, views

GRID_LIMIT_KB = 200
"""An explorable may add at most so much to a page, gzipped."""


class ExploreError(ValueError):
    """A control, a model or a chart does not fit together."""


def in_book() -> bool:
    """Tell whether the code runs in the build of the book, where no kernel will be left alive."""
    return os.environ.get("THREE_PILLARS_BOOK") == "1"


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
        unit = spaced(self.unit)
        return [f"{value:.{digits}f}{unit}".replace("-", "−") for value in self.values]

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


class Explorable:
    """What `explore()` returns: the last expression of a cell shows it."""

    def __init__(
        self,
        model: Callable[..., pd.DataFrame],
        chart: Callable[[pd.DataFrame], alt_module.TopLevelMixin],
        alt: str,
        sources: Sequence[str],
        controls: Mapping[str, Range | Choice],
    ):
        """Check the controls and the opening setting; `explore()` documents the arguments."""
        self.model, self.chart, self.alt, self.sources = model, chart, alt, list(sources)
        self.controls = dict(controls)
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

    # One setting

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
        return figure(self.chart(self.rows(**values)), alt=self.alt, sources=self.sources)

    def settings(self) -> Iterator[tuple[tuple[int, ...], dict[str, Any]]]:
        """Yield every setting: the places of its values, and the values by control."""
        values = [control.values for control in self.controls.values()]
        for places in itertools.product(*(range(len(v)) for v in values)):
            yield (
                places,
                {key: v[i] for key, v, i in zip(self.controls, values, places, strict=True)},
            )

    # The life in the book

    def spec(self) -> dict[str, Any]:
        """Return one specification that holds every setting.

        Each row says in ``at_<control>`` at which place of the control it belongs; parameters of
        the same names pick the rows. Places, not values, since whole numbers survive JSON exactly.

        Raises:
            ExploreError: the grid adds over 200 kB (gzip), or the chart changes with its data in
                a way that a filter cannot follow.
        """
        frames = []
        for places, values in self.settings():
            frame = self.rows(**values).copy()
            for key, place in zip(self.controls, places, strict=True):
                frame[f"at_{key}"] = place
            frames.append(frame)
        grid = pd.concat(frames, ignore_index=True)
        # The grid may well be longer than Altair's limit of 5000 rows; ours is by size.
        with alt_module.data_transformers.enable("three_pillars", max_rows=None):
            spec = figure(self.chart(grid), alt=self.alt, sources=self.sources).to_dict()
        self._check_size(spec)
        keys = [f"at_{key}" for key in self.controls]
        start = {
            f"at_{key}": control.values.index(self.start[key])
            for key, control in self.controls.items()
        }
        for view in views(spec):
            rows = spec.get("datasets", {}).get((view.get("data") or {}).get("name"))
            if rows and all(key in rows[0] for key in keys):
                picked = " && ".join(f"datum['{key}'] == {key}" for key in keys)
                view["transform"] = [{"filter": picked}, *view.get("transform", [])]
        spec["params"] = [
            *({"name": key, "value": value} for key, value in start.items()),
            *spec.get("params", []),
        ]
        spec["usermeta"]["three_pillars"]["controls"] = [
            {
                "name": key,
                "label": control.label,
                "kind": "range" if isinstance(control, Range) else "choice",
                "labels": control.labels,
                "start": start[f"at_{key}"],
            }
            for key, control in self.controls.items()
        ]
        self._check_chart(spec)
        return spec

    def _check_size(self, spec: Mapping[str, Any]) -> None:
        packed = len(gzip.compress(json.dumps(spec.get("datasets", {})).encode())) / 1000
        if packed > GRID_LIMIT_KB:
            count = math.prod(len(control.values) for control in self.controls.values())
            raise ExploreError(
                f"explore({self.name}): {count} settings would add {packed:.0f} kB (gzip) to the "
                f"page, the limit is {GRID_LIMIT_KB} kB; take larger steps, fewer controls or "
                "fewer rows."
            )

    def _check_chart(self, spec: Mapping[str, Any]) -> None:
        """Compare both lives at the first and the last setting, mark by mark and row by row."""
        every = list(self.settings())
        for places, values in (every[0], every[-1]):
            at = {f"at_{key}": place for key, place in zip(self.controls, places, strict=True)}
            live = _bare(self.figure(**values).to_dict(), {})
            book = _bare(spec, at)
            if live != book:
                setting = ", ".join(f"{key}={value!r}" for key, value in values.items())
                raise ExploreError(
                    f"explore({self.name}): at {setting} the chart would differ between Jupyter "
                    "and the book; let the chart function only encode the columns of its data, "
                    "and compute titles, limits and extra tables in the model."
                )

    # Display

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {MIME_TYPE: self.spec(), "text/plain": f"<explorable {self.name}>"}

    def _ipython_display_(self) -> None:
        from IPython.display import display

        if in_book():
            display(self._repr_mimebundle_(), raw=True)
        else:
            display(self.widgets())

    def widgets(self) -> Any:
        """Return the ipywidgets of the life in Jupyter; moving one redraws the chart."""
        import ipywidgets
        from IPython.display import display

        made = {}
        for key, control in self.controls.items():
            kind = ipywidgets.SelectionSlider if isinstance(control, Range) else ipywidgets.Dropdown
            made[key] = kind(
                options=list(zip(control.labels, control.values, strict=True)),
                value=self.start[key],
                description=control.label,
                style={"description_width": "initial"},
                layout={"width": "min(100%, 640px)"},
            )
        reset = ipywidgets.Button(description="Back to the start")
        screen = ipywidgets.Output()

        def draw(_change: Any = None) -> None:
            with screen:
                screen.clear_output(wait=True)
                display(self.figure(**{key: widget.value for key, widget in made.items()}))

        def back(_button: Any) -> None:
            for key, widget in made.items():
                widget.value = self.start[key]

        for widget in made.values():
            widget.observe(draw, names="value")
        reset.on_click(back)
        draw()
        return ipywidgets.VBox([*made.values(), reset, screen])


def explore(
    model: Callable[..., pd.DataFrame],
    chart: Callable[[pd.DataFrame], alt_module.TopLevelMixin],
    *,
    alt: str,
    sources: Sequence[str],
    **controls: Range | Choice,
) -> Explorable:
    """Let the reader move the settings of a model and see its chart change.

    Args:
        model: a pure function of the controls' values; returns a DataFrame with one row or more.
        chart: a function from that DataFrame to an Altair chart with a title. It only encodes
            columns: whatever depends on the setting is a column that the model computes.
        alt: alt text, as in `figure()`.
        sources: tables the model rests on, as in `figure()`.
        **controls: a `Range` or a `Choice` for each argument of the model.

    Raises:
        ExploreError: a control is faulty, the model returns nothing, the grid is too large, or
            the chart cannot be the same in both lives.
        FigureError: the chart lacks its title, alt text or sources.
    """
    return Explorable(model, chart, alt, sources, controls)


def _close(value: Any, control: Range | Choice) -> bool:
    return isinstance(control, Range) and math.isclose(value, control.default)


def _bare(spec: Mapping[str, Any], at: Mapping[str, int]) -> Any:
    """Return a specification with the rows of one setting in place of its data, to compare."""
    keys = set(at)

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(child) for child in node]
        if not isinstance(node, Mapping):
            return node
        out = {}
        for key, child in node.items():
            if key in ("datasets", "usermeta", "params", "name"):
                continue
            if key == "data" and "name" in child:
                rows = spec["datasets"][child["name"]]
                out[key] = [
                    {k: v for k, v in row.items() if k not in keys}
                    for row in rows
                    if all(row.get(k, place) == place for k, place in at.items())
                ]
            elif key == "transform":
                kept = [t for t in child if not str(t.get("filter", "")).startswith("datum['at_")]
                if kept:
                    out[key] = walk(kept)
            else:
                out[key] = walk(child)
        return out

    # Through JSON, so that numpy numbers and Python numbers compare alike.
    return json.loads(json.dumps(walk(spec)))
