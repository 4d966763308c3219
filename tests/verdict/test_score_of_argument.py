"""The score of the argument, by hand and for any weights."""

import math

import pandas as pd
import pytest
from helpers.shared_cases import cases
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import claims as declared
from three_pillars import verdict
from three_pillars.blocks import BlockError, to_html, weighing
from three_pillars.verdict import VerdictError


def claims(*rows):
    frame = pd.DataFrame(rows, columns=["claim_id", "pillar", "kind", "verdict"])
    return frame.assign(claim="text", part="x", then="untestable")


def test_the_score_of_the_argument_by_hand():
    table = claims(
        ("C1", "energy", "fact", "supported"),
        ("C2", "energy", "fact", "partly"),
        ("C3", "territory", "fact", "contradicted"),
        ("C4", "territory", "causal", "untestable"),
    )
    assert verdict.argument_score(table) == pytest.approx(1.5 / 3)
    assert verdict.argument_score(table, {"energy": 2}) == pytest.approx(3 / 5)
    assert verdict.argument_score(table, {"territory": 0}, partly=0) == pytest.approx(1 / 2)
    moved = verdict.leverage(table)
    assert list(moved["claim_id"]) == ["C1", "C3", "C2"]
    assert moved["without"].tolist() == pytest.approx([0.25, 0.75, 0.5])
    assert moved["effect"].tolist() == pytest.approx([0.25, -0.25, 0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pillars": {"enregy": 2}}, "no pillar 'enregy'; they are constraint"),
        ({"kinds": {"fact": -1}}, "the weight of fact is -1"),
        ({"kinds": {"fact": math.inf}}, "the weight of fact is inf"),
        ({"kinds": {"fact": math.nan}}, "the weight of fact is nan"),
        ({"kinds": {"fact": True}}, "the weight of fact is True"),
        ({"kinds": {"fact": "2"}}, "the weight of fact is '2'"),
        ({"pillars": dict.fromkeys(verdict.PILLARS, 0)}, "no claim is left to weigh"),
        ({"partly": 50}, "for 50% write 0.5"),
        ({"when": "now"}, "must be 'verdict' or 'then'"),
    ],
)
def test_weights_that_make_no_sense_are_named(ledger, change, message):
    with pytest.raises(VerdictError) as error:
        verdict.argument_score(ledger, **change)
    assert message in str(error.value)


weight = st.sampled_from([0, 0.5, 1, 1.5, 2, 3])


@given(
    st.fixed_dictionaries(dict.fromkeys(verdict.PILLARS, weight)),
    st.fixed_dictionaries(dict.fromkeys(["fact", "trend", "causal", "forecast"], weight)),
    st.floats(0, 1),
)
@settings(deadline=None, max_examples=40)
def test_leaving_a_claim_out_is_the_same_as_not_having_it(ledger, pillars, kinds, partly):
    try:
        whole = verdict.argument_score(ledger, pillars, kinds, partly=partly)
    except VerdictError:
        return
    assert 0 <= whole <= 1
    moved = verdict.leverage(ledger, pillars, kinds, partly=partly)
    for row in moved.head(2).itertuples():
        rest = ledger[ledger["claim_id"] != row.claim_id]
        try:
            without = verdict.argument_score(rest, pillars, kinds, partly=partly)
        except VerdictError:  # its pillar or kind is gone with it
            continue
        assert row.without == pytest.approx(without, abs=1e-9)


def test_all_claims_are_weighed(ledger):
    assert len(ledger) == len(declared())
    assert set(ledger["pillar"]) == set(verdict.PILLARS)
    page = to_html(verdict.weigh().payload, "w", base="")
    assert page.count('data-column="pillar"') == 5
    assert page.count('data-column="kind"') == 6
    assert f"{verdict.argument_score(ledger) * 100:.1f} of 100" in page
    with pytest.raises(BlockError, match="no judged claim"):
        weighing([], pillars=[], kinds=[], start=0)
    row = {"claim_id": "C1", "pillar": "x", "kind": "fact"}
    with pytest.raises(BlockError, match="C1 is of no pillar"):
        weighing([row], pillars=["y"], kinds=["fact"], start=0)


@pytest.mark.parametrize("case", cases("argument_score"))
def test_scores_that_the_page_must_give_as_well(case):
    columns = ["claim_id", "claim", "pillar", "kind", "verdict", "then"]
    rows = pd.DataFrame(case["claims"], columns=columns)
    setting = {name: case[name] for name in ("pillars", "kinds", "partly", "when")}
    if case["score"] is None:
        for measure in (verdict.argument_score, verdict.leverage):
            with pytest.raises(VerdictError, match="no claim is left to weigh"):
                measure(rows, **setting)
        return
    assert verdict.argument_score(rows, **setting) == pytest.approx(case["score"], abs=1e-9)
    moved = verdict.leverage(rows, **setting)
    assert list(moved["claim_id"]) == [claim for claim, _ in case["moves"]]
    assert list(moved["without"]) == pytest.approx([w for _, w in case["moves"]], abs=1e-9)
    assert list(moved["effect"]) == pytest.approx([case["score"] - w for _, w in case["moves"]])
