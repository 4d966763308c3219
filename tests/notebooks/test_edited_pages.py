"""A chapter of each part says what a changed table says: titles, alt texts, prose, questions.

Energy has more of these, in tests/energy/test_edited_pages.py.
"""

import pytest
from helpers.edited_chapters import changed, said

EDITS = {  # chapter: table, row, values, what is said then, what is said no longer
    "argument/thaw": (
        "argument/leader_meetings", {"meeting_id": "jpru_44"}, {"date": "2015-08-28"},
        ["292 days from November 2014", "for 254 days, and the silence had 38 more to run",
         "meetings of 9 November 2014 and 28 August 2015?", "2014–15 292 days, sure"],
        ["323", "69 more"],
    ),
    "territory/bargain": (
        "territory/opinion", {"poll_id": "op_18"}, {"share_pct": "90"},
        ["on the islands 90", "90% of the residents asked", "VTsIOM 2019, islanders: 90%"],
        ["96"],
    ),
    "balance/hedge": (
        "balance/joint_activity", {"name": "Vostok 2022"}, {"near_japan": "false"},
        ["24 of 34 near Japan"],
        ["25 of 34"],
    ),
    "constraint/sanctions": (
        "constraint/measures", {"measure_id": "jpn_2014_08_05"}, {"date": "2014-08-06"},
        ["Japan's freeze came 20 days after the crash"],
        ["19 days after the crash"],
    ),
    "verdict/forecasts": (
        "verdict/outcomes", {"outcome_id": "F02_2015"}, {"occurred": "false"},
        ["By the end of 2015 1 new thing of 15"],
        ["2 new things"],
    ),
}  # fmt: skip


QUICK = ("argument/thaw", "constraint/sanctions")


@pytest.mark.parametrize(
    "chapter",
    [
        pytest.param(chapter, marks=[] if chapter in QUICK else pytest.mark.full)
        for chapter in EDITS
    ],
)
def test_a_page_follows_an_edited_table(tmp_path, chapter):
    table, row, values, new, gone = EDITS[chapter]
    page = said(f"chapters/{chapter}", changed(tmp_path, table, row, values))
    assert page["error"] == ""
    text = "\n".join(page["texts"])
    assert [one for one in new if one not in text] == []
    assert [one for one in gone if one in text] == []
