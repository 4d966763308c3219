"""The findings of the chapter on dependence, recomputed from the tables by hand."""

import math

import pytest

# Low and high of each finding on both days, worked out apart from the measures.
THEN = {
    "C18": {"japanese_words_on_energy": (2, math.inf), "russian_words_on_energy": (2, math.inf),
            "energy_agreements": (4, math.inf)},
    "C31": {"leaders_announcements": (1, math.inf),
            "far_east_named_first": (1, 1),
            "japanese_projects_in_the_far_east": (3, math.inf)},
    "C32": {"agreements_on_energy_dialogue": (0, math.inf),
            "sessions_that_followed": (0, math.inf)},
    "C33": {"nuclear_output_to_2010": (0, 0), "reactors_running": (0, 0)},
    "C34": {
        # 11.4913 of 120.5988 bcm less 6.0307 of 70.0078 Mt, give or take a tenth and a half
        "rise_of_russian_share": (0.9142 - 0.15, 0.9142 + 0.15),
        # 0.9142 less (8.6143 - 4.2948)
        "rise_after_less_rise_before": (-3.4053 - 0.15, -3.4053 + 0.15),
        # (8.3062 - 6.0307) of (87.3143 - 70.0078) is 0.13148, over 0.086143
        "russian_part_of_extra_to_old_share": (1.5263, 1.5263),
    },
    "C36": {"reports_of_a_pipeline": (1, math.inf),
            "years_since_first_proposal": (39.915, math.inf)},
}  # fmt: skip


@pytest.mark.parametrize("claim", THEN)
def test_findings_of_then(found, claim):
    for test in found["then"][claim].tests:
        low, high = THEN[claim][test.criterion.finding]
        assert test.finding.low == pytest.approx(low, abs=5e-4), test.criterion.finding
        assert test.finding.high == pytest.approx(high, abs=5e-4), test.criterion.finding


def test_what_today_adds(found):
    sessions = found["today"]["C32"].tests[1].finding
    assert sessions.low == 2
    assert "3 November 2016 and 21 April 2017" in sessions.says
    assert "Later came 2 more projects" in found["today"]["C31"].tests[2].finding.says


def test_evidence_holds_the_numbers_that_decide(found):
    rise, order, part = (test.finding for test in found["then"]["C34"].tests)
    assert rise.figure == "8.6% → 9.5%"
    assert "rose by 4.3 percentage points (first cargo from Sakhalin-2: 6 April 2009)" in order.says
    assert "grew by 17.3 Mt" in part.says
    assert "13% of that, 1.5 times its share of 2010 (8.6%)" in part.says
    assert "Qatar rose by 8.0 Mt and those of Nigeria rose by 4.2 Mt" in part.says
    assert "Mazda" in found["then"]["C31"].tests[2].finding.says


def test_a_later_edition_is_named(found):
    """The output of 2014 is read in the edition of 2025, which stands in for that of 2015."""
    assert found["then"]["C33"].tests[0].finding.later_edition
    assert not found["then"]["C33"].tests[1].finding.later_edition
