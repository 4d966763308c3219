"""The judges of the chapter on dependence."""

import pandas as pd
import pytest

from three_pillars import load
from three_pillars.energy.judges import dependence

FIGURES = {
    # recomputed from the tables by hand, apart from the measures
    "C33": ["25.3%", "0.0%"],  # 292.4 of 1,156.0 TWh in 2010
    "C34": ["8%", "9.5%", "15%"],  # 11.4913 / 120.5988; (11.49 - 0.08 * 96.40) / 25.41
    "C36": ["1 report", "1 denied"],  # 15 October 2014
}


@pytest.mark.parametrize("claim", FIGURES)
def test_figures_hold_the_computed_numbers(found, claim):
    for number in FIGURES[claim]:
        assert number in found[claim].figure


def test_figures_that_count_events(found):
    events = load("energy/events")
    then = events[events["verified"] & (events["date"] <= "2015-07-21")]
    agreed = then[then["category"] == "agreement"]
    assert f"{len(agreed)} agreement" in found["C18"].figure
    assert f"of {len(agreed)} agreements" in found["C31"].figure
    assert f"{len(agreed)} agreement" in found["C32"].figure
    assert len(agreed) >= 3


def test_evidence_holds_the_numbers_that_decide(found):
    assert "25.4 bcm" in found["C34"].evidence
    assert "3.8 of them" in found["C34"].evidence
    assert "13% to 17%" in found["C34"].evidence
    assert "2009" in found["C34"].evidence
    assert "54 reactors" in found["C33"].evidence
    assert "none ran" in found["C33"].evidence


def test_verdicts(found):
    verdicts = {claim: (one.verdict, one.then) for claim, one in found.items()}
    assert verdicts["C18"] == ("supported", "supported")
    assert verdicts["C33"] == ("supported", "supported")
    assert verdicts["C34"] == ("partly", "partly")
    assert verdicts["C36"] == ("supported", "supported")


def test_the_verdict_on_investment_follows_the_table(monkeypatch):
    """An announcement of investment in the Far East before the commentary would settle C31."""
    events = load("energy/events")
    extra = events.iloc[[0]].assign(
        event_id="N98",
        date="2013-04-29",
        year=2013,
        category="investment",
        project="Investment platform",
        event="A joint platform for investment in Russia's Far East is agreed.",
        verified=True,
    )
    without = events[~((events["category"] == "investment") & (events["date"] < "2015-07-21"))]

    def tables(more):
        def loader(name, verified_only=False):
            if name != "energy/events":
                return load(name, verified_only)
            return more[more["verified"]] if verified_only else more

        return loader

    monkeypatch.setattr(dependence, "load", tables(without))
    assert dependence.far_east_investment_announced().verdict == "partly"
    monkeypatch.setattr(dependence, "load", tables(pd.concat([without, extra], ignore_index=True)))
    judged = dependence.far_east_investment_announced()
    assert (judged.verdict, judged.then) == ("supported", "supported")
    assert "29 April 2013" in judged.evidence
    late = extra.assign(date="2016-04-29", year=2016)
    monkeypatch.setattr(dependence, "load", tables(pd.concat([without, late], ignore_index=True)))
    assert dependence.far_east_investment_announced().verdict == "partly", (
        "hindsight does not count"
    )
