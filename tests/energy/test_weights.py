"""Each side's weight in the other's gas and trade."""

import math

import pytest

from three_pillars import energy, load


def test_mutual_weights_as_printed(weights):
    table = weights.set_index(["channel", "year"])
    assert round(table.loc[("LNG", 2013), "russia_on_japan"], 2) == 0.82
    assert math.isclose(table.loc[("LNG", 2024), "russia_on_japan"], 0.175)
    assert round(table.loc[("LNG", 2014), "japan_on_russia"], 4) == 0.0953
    assert math.isclose(table.loc[("all gas", 2014), "russia_on_japan"], 0.057)
    assert (
        table.loc[("all gas", 2014), "japan_on_russia"]
        == table.loc[("LNG", 2014), "japan_on_russia"]
    )
    assert math.isclose(table.loc[("goods trade", 2014), "japan_on_russia"], 0.0226)
    assert math.isclose(table.loc[("goods trade", 2014), "russia_on_japan"], 0.0392)
    assert set(weights["channel"]) == set(energy.CHANNELS)
    assert not weights.duplicated(["year", "channel"]).any()
    assert not weights.isna().any().any()


def test_japan_s_weight_agrees_with_the_table_of_russian_exports(lng):
    """Japan's weight in Russian LNG, from the volumes themselves."""
    exports = load("energy/gas_exports")
    matrix = exports[(exports["series"] == "bilateral_matrix") & (exports["mode"] == "lng")]
    japan = matrix[matrix["destination_iso3"] == "JPN"].set_index("year")["volume_bcm"]
    total = matrix[matrix["destination_level"] == "total"].set_index("year")["volume_bcm"]
    assert round(japan[2013] / total[2013], 2) == 0.82
    assert round(japan[2024] / total[2024], 3) == 0.175


def test_an_unknown_indicator_is_answered_with_the_nearest():
    with pytest.raises(energy.MeasureError, match="did you mean 'japan_share_in_russia_trade'"):
        energy.trade_weight(load("energy/trade_shares"), "japan_share_in_russian_trade")
