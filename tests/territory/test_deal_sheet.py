"""The record of a deal in Jupyter."""

from three_pillars import territory
from three_pillars.figures import title_lines

THREE = ("habomai", "shikotan", "kunashiri")


def test_jupyter_records_a_deal_and_says_what_is_missing(tmp_path, deal):
    sheet = territory.deal_sheet(tmp_path / "deals")
    box = sheet.widgets()
    given, save, told = box.children[-3:]
    named = {w.description: w for w in box.children if getattr(w, "description", "")}
    save.click()
    assert told.value == "Nothing is saved: say first whether there is a deal."
    named["Result"].value = True
    save.click()
    assert told.value == "Nothing is saved: the deal does not name its group of players."
    assert not (tmp_path / "deals").exists()
    named["Name of your group"].value = "Group 1"
    for group in THREE:
        named[f"{territory.NAMES[group]} to Japan"].value = True
    named["Etorofu/Iturup to Japan, %"].value = 120
    save.click()
    assert told.value.startswith("Nothing is saved: 120 lies outside 0 to 100")
    assert given.value == ""
    named["Etorofu/Iturup to Japan, %"].value = 21
    assert given.value.startswith("To Japan: 50.0% of the land, 70.3% of the people")
    save.click()
    assert told.value.startswith("Saved as ")
    assert territory.read_deal(tmp_path / "deals" / "deal_group_1.json") == deal(etorofu=0.21)


def test_jupyter_charts_the_deals_of_a_class_and_says_what_is_missing(
    tmp_path, deal, monkeypatch, capsys
):
    monkeypatch.delenv("THREE_PILLARS_BOOK", raising=False)
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda one: shown.append(one))
    sheet = territory.deals_sheet(tmp_path / "deals")
    sheet._ipython_display_()
    assert "Put the files of all groups into the folder" in capsys.readouterr().out
    (tmp_path / "deals").mkdir()
    sheet._ipython_display_()
    assert capsys.readouterr().out.startswith("Nothing is charted: there are no deal files")
    territory.write_deal(tmp_path / "deals", deal(group="Group 1"))
    sheet._ipython_display_()
    assert "1 of 1" in title_lines(shown[0].to_dict())[0]
