"""The cabinet's approval, within each pollster."""

from three_pillars import argument
from three_pillars.data import load


def test_approval_fell_at_every_pollster_that_asked_twice_before_the_commentary():
    table = argument.approval_change(load("argument/approval"), "2015-07-21").set_index("pollster")
    assert table["change"].round(1).to_dict() == {
        "Jiji": -5.7, "Kyodo": -9.7, "NHK": -7.0, "Mainichi": -7.0, "Asahi": -2.0,
    }  # fmt: skip
    later = argument.approval_change(load("argument/approval")).set_index("pollster")
    assert later.loc["Yomiuri", "change"] == -6.0
