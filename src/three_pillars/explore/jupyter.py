"""The life in Jupyter: widgets that call the model and draw its chart anew."""

from __future__ import annotations

from typing import Any

from .controlled import Controlled
from .controls import Range


def widgets(one: Controlled) -> Any:
    """Return the ipywidgets of an explorable; moving one redraws the chart.

    Args:
        one: the explorable.
    """
    import altair as alt
    import ipywidgets  # only where a reader moves something; the book needs none
    from IPython.display import display

    made = {}
    for key, control in one.controls.items():
        kind = ipywidgets.SelectionSlider if isinstance(control, Range) else ipywidgets.Dropdown
        made[key] = kind(
            options=list(zip(control.labels, control.values, strict=True)),
            value=one.start[key],
            description=control.label,
            style={"description_width": "initial"},
            layout={"width": "min(100%, 640px)"},
        )
    reset = ipywidgets.Button(description="Back to the start")
    # No picture beside a chart, as others have: it would come too late for a moving slider.
    with alt.renderers.enable("mimetype"):
        data, metadata = one.figure(**one.start)._repr_mimebundle_()
    # The first chart comes with the widget. What is displayed in it, nbclient tells the kernel
    # again, and may then sleep through the end of the cell (jupyter/nbclient, issue 312).
    screen = ipywidgets.Output(
        outputs=[{"output_type": "display_data", "data": data, "metadata": metadata}]
    )

    def draw(_change: Any) -> None:
        with screen, alt.renderers.enable("mimetype"):
            screen.clear_output(wait=True)
            display(one.figure(**{key: widget.value for key, widget in made.items()}))

    def back(_button: Any) -> None:
        for key, widget in made.items():
            widget.value = one.start[key]

    for widget in made.values():
        widget.observe(draw, names="value")
    reset.on_click(back)
    return ipywidgets.VBox([*made.values(), reset, screen])
