"""One block of each kind, and the chart that some of them hold."""

import altair as alt
import pandas as pd
import pytest

from three_pillars import choice, figure, number, predict, quiz, sorting
from three_pillars.blocks import Block, deal_form, forecast_sheet, weighing

FRAME = pd.DataFrame({"name": ["a", "b"], "value": [1, 2]})


@pytest.fixture(autouse=True)
def in_jupyter(monkeypatch):
    """Blocks show themselves as in Jupyter, whatever ran before."""
    monkeypatch.delenv("THREE_PILLARS_BOOK", raising=False)


@pytest.fixture(scope="session")
def chart():
    """A chart that passed through figure()."""
    return figure(
        alt.Chart(FRAME).mark_bar().encode(x="name:N", y="value:Q"),
        alt="Bar chart of two made-up values: b is twice as high as a.",
        sources=["energy/lng_imports"],
        title="B is twice A",
    )


@pytest.fixture(scope="session")
def blocks(chart):
    """One block of every kind, by its kind; none holds anything of a part."""
    claim = {"tests": [],
        "id": "C01", "part": "energy", "chapter": "energy/dependence", "claim": "It rose",
        "kind": "fact", "test": "Look", "verdict": "partly", "then": "supported", "figure": "9.5%",
        "evidence": "It did.", "hindsight": "", "change": "Or not.",
        "tables": ["energy/lng_imports"],
    }  # fmt: skip
    day = {
        "id": "F01_2015", "by": "31 December 2015", "main": True, "came": 0, "on": "",
        "detail": "Nothing", "source": "A paper", "url": "", "verified": True,
    }  # fmt: skip
    question = {
        "id": "F01", "part": "energy", "question": "Will it?", "criterion": "It does",
        "expects": "yes", "strength": "likely", "continues": False, "horizons": [day],
    }  # fmt: skip
    group = {"land": 1.0, "people": 1.0, "sea": 1.0}
    game = {"label": "basic", "measure": "land", "least": 0.3, "most": 0.6, "side_deals": False}
    made = [
        predict("How much?", chart=chart, answer=9.5, because="So.", unit="%", low=0, high=50,
                step=1),
        quiz(
            choice("Which?", {"a": "It is.", "b": "It is not."}, right="a"),
            number("How much?", answer=9.53, tolerance=0.05, explain="So.", hint="Divide.",
                   unit="%", feedback={9.79: "That is 2013."}),
        ),
        sorting(
            "Sort.",
            [(text, "fact", {"fact": "It is.", "trend": "One point."})
             for text in ("It was.", "It rose.")],
            kinds=["fact", "trend"],
        ),
        Block("verdicts", claims=[claim]),
        Block("ledger", claims=[claim, {**claim, "id": "C02", "kind": "trend"}], parts=["energy"],
              kinds=["fact", "trend"], verdicts=["supported", "partly"]),
        Block("chain", steps=[("Claim", "It rose."), ("Verdict", "Partly.")]),
        forecast_sheet([question], scales={"one": {"label": "One", "words": {"likely": 0.7}}},
                       base_rate=0.4, format="test-forecasts", version=1),
        deal_form(
            games={"basic": game},
            groups=[{"id": "one", "name": "One", **group}, {"id": "two", "name": "Two", **group}],
            etorofu_sea=[(0, 0), (0.5, 0.5), (1, 1)],
            side_deals={"help": {"label": "Help", "worth": 0.1, "vetoed_by": "", "wanted_by": ""}},
            format="test-deal", version=1,
        ),
        weighing(
            [{"claim_id": "C01", "claim": "It rose", "pillar": "energy", "kind": "fact",
              "verdict": "supported", "then": "partly"},
             {"claim_id": "C02", "claim": "It fell", "pillar": "energy", "kind": "trend",
              "verdict": "contradicted", "then": "supported"}],
            pillars=["energy"], kinds=["fact", "trend"], start=0.5,
        ),
    ]  # fmt: skip
    return {block.payload["kind"]: block for block in made}
