"""Six rulers, each in its chart."""

import pytest
from helpers.refusals import refuses
from helpers.small_series import words

from three_pillars import balance
from three_pillars.balance import BalanceError


@pytest.mark.parametrize("ruler", balance.RULERS)
def test_every_ruler_fits_its_chart(ruler):
    rows_ = balance.under_ruler(ruler)
    assert rows_["ratio"].between(0, 10).all()
    # A series in which China leads from its first year shows no passing.
    assert (rows_["kind"] == "passing").any() == ("since" in words(rows_))
    assert set(rows_.loc[rows_["kind"] == "label", "year"]) == {2012, 2015}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: balance.measured("Steel"), "no ruler 'Steel'"),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    refuses(call, BalanceError, words)
