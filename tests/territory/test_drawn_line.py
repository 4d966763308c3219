"""A line drawn by the reader."""

import pytest

from three_pillars import territory
from three_pillars.territory import TerritoryError


def test_a_line_drawn_by_the_reader():
    row = territory.drawn_line("to Japan", "to Japan", "to Japan", 21).iloc[0]
    assert row["land"] == 50.0
    assert row["people_text"] == "62–70%"
    assert territory.drawn_line("with Russia", "to Japan", "to Japan", 0).iloc[0]["land"] == 6.9
    with pytest.raises(TerritoryError, match="say 'to Japan' or 'with Russia'"):
        territory.drawn_line("both", "to Japan", "to Japan", 0)
