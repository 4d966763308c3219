"""The time line of all contacts."""

from three_pillars import argument


def test_contacts_leave_out_calls_freezes_and_doubles():
    every = argument.all_contacts()
    assert every["event_id"].is_unique
    assert not every["event_id"].str.startswith("fmtel").any()
    assert not every["event_id"].isin(["sec_01", "sec_14", "sec_11", "sec_06"]).any()
    assert set(every["kind"]) <= set(argument.KINDS)
    assert (every["kind"] == "premiers").sum() == 4
    assert every["first_day"].is_monotonic_increasing
