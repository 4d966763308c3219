"""What a division moves, and its inverse."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import load, territory
from three_pillars.territory import GROUPS, TerritoryError

fraction = st.floats(0, 1, allow_nan=False)
shares = st.fixed_dictionaries(dict.fromkeys(GROUPS, fraction))
whole = st.fixed_dictionaries(dict.fromkeys(GROUPS, st.sampled_from([0.0, 1.0])))


def moved(habomai=0, shikotan=0, kunashiri=0, etorofu=0):
    """Work out an idea by the shares of the four groups."""
    return territory.outcome(
        {"habomai": habomai, "shikotan": shikotan, "kunashiri": kunashiri, "etorofu": etorofu}
    )


def test_every_idea_agrees_with_the_table_of_outcomes():
    options = load("territory/options").set_index("option_id")
    for row in load("territory/outcomes").itertuples():
        idea = options.loc[row.option_id]
        found = moved(*(idea[f"{group}_share_to_japan"] for group in GROUPS))
        assert found.land * 100 == pytest.approx(row.land_to_japan_pct, abs=0.1), row.option_id
        assert found.people_low * 100 == pytest.approx(row.people_low_pct, abs=0.1), row.option_id
        assert found.people_even * 100 == pytest.approx(row.people_even_pct, abs=0.1), row.option_id
        assert found.people_1945 * 100 == pytest.approx(row.people_1945_pct, abs=0.1), row.option_id
        assert found.sea * 100 == pytest.approx(row.sea_to_japan_pct, abs=1), row.option_id


def test_smallest_group_had_30_5_per_cent_of_the_people_of_1945():
    assert moved(habomai=1).people_1945 == pytest.approx(0.305, abs=0.0005)
    assert moved(habomai=1).people_even == 0


def test_half_of_the_land_by_hand():
    # (5,004 / 2 - 1,490 - 251 - 95) / 3,168
    assert territory.etorofu_share_for(0.5) == pytest.approx(666 / 3168)
    assert territory.etorofu_share_for(0.5) == pytest.approx(0.210, abs=0.0005)


@settings(deadline=None)
@given(shares)
def test_outcomes_are_shares(part):
    for value in vars(territory.outcome(part)).values():
        assert -1e-12 <= value <= 1 + 1e-12


@settings(deadline=None)
@given(shares, st.sampled_from(GROUPS), fraction)
def test_giving_more_never_moves_less(part, group, more):
    larger = {**part, group: max(part[group], more)}
    before, after = vars(territory.outcome(part)), vars(territory.outcome(larger))
    for name, value in before.items():
        assert after[name] >= value - 1e-12


@settings(deadline=None)
@given(shares)
def test_land_given_and_land_kept_make_the_whole(part):
    kept = territory.outcome({group: 1 - share for group, share in part.items()})
    given_ = territory.outcome(part)
    assert given_.land + kept.land == pytest.approx(1)
    assert given_.people_even + kept.people_even == pytest.approx(1)
    assert given_.people_low <= given_.people_even + 1e-12


@settings(deadline=None)
@given(whole)
def test_whole_groups_add_up_in_everything(part):
    kept = territory.outcome({group: 1 - share for group, share in part.items()})
    for name, value in vars(territory.outcome(part)).items():
        assert value + getattr(kept, name) == pytest.approx(1)


@settings(deadline=None)
@given(fraction, st.fixed_dictionaries(dict.fromkeys(GROUPS[:3], fraction)))
def test_the_inverse_undoes_the_outcome(share, others):
    land = territory.outcome({**others, "etorofu": share}).land
    assert territory.etorofu_share_for(land, others) == pytest.approx(share, abs=1e-9)


def test_a_group_not_named_is_not_moved():
    assert territory.outcome({}) == moved()
    assert territory.outcome({"shikotan": 1}) == moved(shikotan=1)


@pytest.mark.parametrize("share", [-0.01, 1.01, 21, math.nan, "half", None, True])
def test_a_share_outside_0_to_1_is_one_sentence(share):
    with pytest.raises(TerritoryError, match=r"share of Shikotan is .*from 0 to 1") as error:
        territory.outcome({"shikotan": share})
    assert "\n" not in str(error.value)


def test_an_unknown_group_is_one_sentence():
    with pytest.raises(TerritoryError, match=r"no group 'Etorofou'.*did you mean 'etorofu'"):
        territory.outcome({"Etorofou": 1})
    with pytest.raises(TerritoryError, match="there are habomai, shikotan"):
        territory.outcome({"xyz": 1})


@pytest.mark.parametrize("land", [0.1, 0.3668])
def test_land_out_of_reach_is_one_sentence(land):
    with pytest.raises(TerritoryError, match=r"cannot be reached: .*between 36.7% and 100.0%"):
        territory.etorofu_share_for(land)


def test_the_inverse_wants_the_other_groups_only():
    with pytest.raises(TerritoryError, match="leave Etorofu/Iturup out"):
        territory.etorofu_share_for(0.5, {"etorofu": 1})
