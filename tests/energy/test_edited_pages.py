"""The chapters of energy say what a changed table says, or the build names the sentence."""

import pytest
from helpers.edited_chapters import changed, said

LNG = "energy/lng_imports"
RUSSIA_2014 = {"year": "2014", "exporter": "Russia", "row_type": "exporter"}


@pytest.fixture(scope="module")
def much(tmp_path_factory):
    """Russia sold Japan 30.5 bcm of LNG in 2014: 21.8 per cent, the largest supplier."""
    return changed(tmp_path_factory.mktemp("much"), LNG, RUSSIA_2014, {"volume_bcm": "30.5"})


def test_dependence_follows_the_gas_of_2014(much):
    page = said("chapters/energy/dependence", much)
    assert page["error"] == ""
    text = "\n".join(page["texts"])
    for new in (
        "91% of Japan's LNG was not Russian before the accident, 78% after",  # a title
        "8.6% in 2010, 21.8% in 2014, 8.7% in 2024",  # an alt text
        "rose by 13.2 points in the four after",
        "its highest value is 21.8% in 2014",
        "Up from 8.6%. 78% came from elsewhere.",  # an answer
        "with 21.8% Russia was number 1 in 2014",
        "The share rose by 13.2 points to 2014; the part was 13%.",  # the quiz
        "the real share was 21.8%",
        "The index rose from 1,379 in 2014",
        "marked *partly*",
    ):
        assert new in text, new
    assert "9.5%" not in text, "Russia's share of 2014 as it was"
    assert "1,299" not in text


def test_interdependence_follows_the_gas_of_2014(much):
    page = said("chapters/energy/interdependence", much)
    assert page["error"] == ""
    text = "\n".join(page["texts"])
    for new in ("lies between 8.2 and 21.8%", "number 1 in 2014", "Russia supplied 22% of Japan's"):
        assert new in text, new
    assert "9.5%" not in text


def test_a_sentence_that_no_longer_holds_is_named(tmp_path):
    reactors = {"year": "2014", "fuel": "nuclear", "series": "ei_2025"}
    data = changed(tmp_path, "energy/electricity_mix", reactors, {"generation_twh": "300"})
    assert said("chapters/energy/dependence", data)["error"] == (
        "SentenceError: this sentence no longer holds, so write another: "
        "Japan made no nuclear electricity at all."
    )
