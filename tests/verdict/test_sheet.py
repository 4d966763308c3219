"""The forecast sheet in both lives."""

import json

import pytest

from three_pillars import verdict
from three_pillars.blocks import BlockError, forecast_sheet, to_html


def test_the_sheet_shows_no_outcome_before_its_outcomes(table):
    page = to_html(verdict.answer_sheet().block().payload, "s", base="")
    asked = page.split('class="tp-asks"')[1].split("</form>")[0]
    assert asked.count('type="range"') == 74
    for detail in table["detail"]:
        assert detail not in asked
    assert "happened" not in asked
    assert page.count('aria-valuetext="not set"') == 74


def test_the_sheet_needs_one_main_horizon_and_known_words():
    block = verdict.answer_sheet().block().payload
    other = {"scales": block["scales"], "base_rate": 0.5, "format": "f", "version": 1}
    item = json.loads(json.dumps(block["questions"][0]))
    item["horizons"][0]["main"] = False
    item["horizons"][1]["main"] = False
    with pytest.raises(BlockError, match="exactly one main horizon"):
        forecast_sheet([item], **other)
    item = {**block["questions"][0], "strength": "perhaps"}
    with pytest.raises(BlockError, match="'perhaps'"):
        forecast_sheet([item], **other)


def test_widgets_save_each_answer_and_keep_a_damaged_file(tmp_path):
    path = tmp_path / "mine.json"
    box = verdict.answer_sheet(path).widgets()
    sliders = box.children[2:-2:2]
    assert len(sliders) == 25
    sliders[0].value = 0.3
    assert verdict.read_answers(path) == {"F01_2015": 0.3}
    again = verdict.answer_sheet(path).widgets()
    assert again.children[2].value == 0.3
    again.children[2].value = -1.0
    assert verdict.read_answers(path) == {}
    path.write_text("{", "utf-8")
    other = verdict.answer_sheet(path).widgets()
    other.children[2].value = 0.9
    assert path.read_text("utf-8") == "{"
    assert verdict.read_answers(tmp_path / "mine_new.json") == {"F01_2015": 0.9}
