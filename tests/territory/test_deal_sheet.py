"""The record of a deal in Jupyter."""

from three_pillars import territory

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
