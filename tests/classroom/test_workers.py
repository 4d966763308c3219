"""Judges side by side draw the charts of the report; what none draws is drawn all the same."""

from three_pillars.classroom import workers
from three_pillars.classroom.workers import Crew
from three_pillars.figures import NARROW, WIDE, to_svg

SPECS = [
    {"data": {"values": [{"points": at}]}, "mark": "point", "encoding": {"x": {"field": "points"}}}
    for at in range(3)
]
DRAWINGS = [(spec, width) for spec in SPECS for width in (WIDE, NARROW)]


def test_charts_are_drawn_side_by_side_as_alone(monkeypatch):
    alone = [to_svg(*one) for one in DRAWINGS]
    monkeypatch.setattr(workers, "to_svg", None)  # nothing is drawn here
    with Crew(2) as crew:
        assert crew.draw(DRAWINGS) == alone


def test_what_no_judge_draws_is_drawn_all_the_same():
    with Crew(2) as crew:
        for judge in crew._judges:
            judge.kill()
        assert crew.draw(DRAWINGS[:2]) == [to_svg(*one) for one in DRAWINGS[:2]]
    with Crew(0) as nobody:
        assert nobody.draw(DRAWINGS[:1]) == [to_svg(*DRAWINGS[0])]
