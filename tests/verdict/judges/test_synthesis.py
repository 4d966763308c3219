"""The judge of the thesis: two pillars must show, and China be named, in the summaries."""

import importlib

import pytest

from three_pillars import ledger, load
from three_pillars.verdict.judges.synthesis import three_pillars


@pytest.fixture
def summaries(monkeypatch):
    """Let the judge read other summaries of the same meetings."""
    module = importlib.import_module("three_pillars.verdict.topics")

    def write(change):
        def changed(name, *args, **more):
            table = load(name, *args, **more)
            return table.assign(outcome=table["outcome"].map(change, na_action="ignore"))

        monkeypatch.setattr(module, "load", changed)

    return write


def test_the_thesis_shows_in_the_summaries():
    found = ledger.judgements("verdict/synthesis")["C16"]
    assert found == three_pillars()
    assert found.figure.endswith("of 24 summaries of meetings")
    assert found.tables == ["argument/leader_meetings"]


def test_without_china_one_pillar_is_missing(summaries):
    summaries(lambda text: text.replace("China", "C.").replace("Chinese", "C."))
    found = three_pillars()
    assert (found.verdict, found.then) == ("partly", "partly")
    assert found.figure == "China named in 0 of 24 summaries of meetings"


def test_with_all_topics_in_every_meeting_the_thesis_is_supported_on_both_days(summaries):
    summaries(lambda text: "Peace treaty, economic cooperation, China")
    found = three_pillars()
    assert (found.verdict, found.then) == ("supported", "supported")
    assert found.figure == "China named in 24 of 24 summaries of meetings"


def test_without_the_islands_two_pillars_do_not_show(summaries):
    summaries(lambda text: "Economic cooperation, China")
    assert three_pillars().verdict == "partly"
