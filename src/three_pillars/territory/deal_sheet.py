"""The record of a deal: a form in the built book, ipywidgets in Jupyter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..blocks import Block, deal_form, deals_form
from ..explore import in_book
from .class_deals import class_deals
from .deal import DEAL_FORMAT, DEAL_VERSION, Deal, write_deal
from .deals_chart import ROW_HEIGHT, deals_chart
from .errors import TerritoryError
from .names import GROUPS, NAMES
from .outcome import outcome
from .rules import GAMES, SIDE_DEALS
from .stakes import stakes
from .weigh_deal import percent


def deal_sheet(folder: str | Path = "deals") -> DealSheet:
    """Let a group record its deal, in both lives.

    In the built book: a form that saves a file. In Jupyter: ipywidgets that save it beside the
    notebook.

    Args:
        folder: where Jupyter saves it.
    """
    return DealSheet(folder)


def deals_sheet(folder: str | Path = "deals") -> DealsSheet:
    """Chart the deals of a class, in both lives; the chart gives the thresholds away.

    Args:
        folder: where Jupyter finds the files.
    """
    return DealsSheet(folder)


def _games() -> dict[str, dict[str, Any]]:
    """Return both versions of the game, each with the divisions of the ideas."""
    return {
        name: {
            "label": rules.label,
            "measure": rules.measure,
            "least": rules.japan_least,
            "most": rules.russia_most,
            "side_deals": rules.side_deals,
            "rows": class_deals([], name).to_dict("records"),
        }
        for name, rules in GAMES.items()
    }


def _board() -> dict[str, Any]:
    """Return what the form and the chart of a class both need."""
    at_stake = stakes()
    return {
        "groups": [
            {
                "id": group,
                "name": NAMES[group],
                **{key: float(getattr(at_stake, key)[group]) for key in ("land", "people", "sea")},
            }
            for group in GROUPS
        ],
        "etorofu_sea": list(at_stake.etorofu_sea.items()),
        "side_deals": {key: vars(promise) for key, promise in SIDE_DEALS.items()},
        "format": DEAL_FORMAT,
        "version": DEAL_VERSION,
    }


class DealsSheet:
    """What `deals_sheet()` returns: the last expression of a cell shows it."""

    def __init__(self, folder: str | Path):
        """Take the folder; it is read when the sheet is shown in Jupyter."""
        self.folder = Path(folder)

    def block(self) -> Block:
        """Return what the built page shows: a button, and the chart that it opens."""
        chart = deals_chart(class_deals([]))
        return deals_form(chart=chart, games=_games(), row_height=ROW_HEIGHT, **_board())

    def _ipython_display_(self) -> None:
        from IPython.display import display

        if in_book():
            display(self.block()._repr_mimebundle_(), raw=True)
            return
        if not self.folder.is_dir():
            print(f"Put the files of all groups into the folder {self.folder}; then run this cell.")
            return
        try:
            display(deals_chart(class_deals(self.folder)))
        except TerritoryError as error:
            print(f"Nothing is charted: {error}")


class DealSheet:
    """What `deal_sheet()` returns: the last expression of a cell shows it."""

    def __init__(self, folder: str | Path):
        """Take the folder; nothing is written before a deal is recorded."""
        self.folder = Path(folder)

    def block(self) -> Block:
        """Return the form of the built page, without thresholds."""
        return deal_form(games=_games(), **_board())

    def _ipython_display_(self) -> None:
        from IPython.display import display

        if in_book():
            display(self.block()._repr_mimebundle_(), raw=True)
        else:
            display(self.widgets())

    def widgets(self) -> Any:
        """Return the ipywidgets of the life in Jupyter."""
        import ipywidgets

        wide = {"style": {"description_width": "12rem"}, "layout": {"width": "min(100%, 640px)"}}
        group = ipywidgets.Text(description="Name of your group", **wide)
        game = ipywidgets.Dropdown(
            options=[(rules.label, name) for name, rules in GAMES.items()],
            description="Version played",
            **wide,
        )
        agreed = ipywidgets.Dropdown(
            options=[("choose …", None), ("a deal", True), ("no deal", False)],
            description="Result",
            **wide,
        )

        def boxes(names: Mapping[str, str]) -> dict[str, Any]:
            return {
                key: ipywidgets.Checkbox(
                    description=text, indent=False, layout={"width": "min(100%, 640px)"}
                )
                for key, text in names.items()
            }

        islands = boxes({key: f"{NAMES[key]} to Japan" for key in GROUPS[:3]})
        share = ipywidgets.FloatText(description="Etorofu/Iturup to Japan, %", **wide)
        promises = boxes({key: promise.label for key, promise in SIDE_DEALS.items()})
        save = ipywidgets.Button(description="Record the deal", layout={"width": "max-content"})
        given = ipywidgets.HTML()
        told = ipywidgets.HTML(f"Your deal is saved in the folder {self.folder}.")

        def entered() -> Deal:
            yes = agreed.value is True
            if agreed.value is None:
                raise TerritoryError("say first whether there is a deal.")
            if not 0 <= share.value <= 100:
                raise TerritoryError(
                    f"{share.value:g} lies outside 0 to 100: give the share of Etorofu/Iturup in "
                    "per cent."
                )
            return Deal(
                group=group.value.strip(),
                game=game.value,
                agreed=yes,
                to_japan=tuple(key for key, box in islands.items() if yes and box.value),
                etorofu=round(share.value / 100, 6) if yes else 0.0,
                side_deals=tuple(key for key, box in promises.items() if yes and box.value),
            )

        def tell(_change: Any) -> None:
            given.value = ""
            if agreed.value is True and 0 <= share.value <= 100:
                moved = outcome(entered().shares)
                given.value = (
                    f"To Japan: {percent(moved.land):.1f}% of the land, "
                    f"{percent(moved.people_even):.1f}% of the people of 2023 if spread evenly, "
                    f"{percent(moved.sea):.1f}% of the sea in the model."
                )

        def record(_button: Any) -> None:
            try:
                path = write_deal(self.folder, entered())
            except TerritoryError as error:
                told.value = f"Nothing is saved: {error}"
                return
            told.value = f"Saved as {path}."

        for widget in (agreed, share, *islands.values()):
            widget.observe(tell, names="value")
        save.on_click(record)
        words = ipywidgets.HTML("Side deals, advanced version only:")
        rows = [group, game, agreed, *islands.values(), share, words, *promises.values()]
        return ipywidgets.VBox([*rows, given, save, told])
