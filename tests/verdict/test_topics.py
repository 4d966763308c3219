"""What the meetings were about."""

import pandas as pd

from three_pillars import verdict


def test_topics_by_hand():
    meetings = pd.DataFrame({"outcome": ["treaty talks", "2+2 and the economy", None, "China"]})
    assert verdict.topics(meetings).to_dict() == {
        "islands or treaty": 1,
        "economy": 1,
        "energy alone": 0,
        "security": 1,
        "China": 1,
    }
    own = verdict.abe_putin()
    assert len(own) == 24, "the official count of the second term"
    assert own["day"].notna().all()
