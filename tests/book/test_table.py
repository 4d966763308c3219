"""The table under an explorable follows its controls, and says so."""

import json

from playwright.sync_api import expect

PAGE = "chapters/territory/islands"


def test_the_rows_are_those_of_the_setting(browser, server):
    page = browser.new_context(viewport={"width": 1100, "height": 900}).new_page()
    page.goto(f"{server}/{PAGE}.html")
    figure = page.locator("figure.explorable").last
    figure.scroll_into_view_if_needed()
    expect(figure).to_have_attribute("data-state", "live")
    (rows,) = [
        held
        for held in json.loads(figure.locator("script.chart-spec").text_content())[
            "datasets"
        ].values()
        if any(key.startswith("at_") for key in held[0])
    ]
    control = figure.locator("select, input[type=range]").first
    name = f"at_{control.get_attribute('name')}"
    figure.locator(".chart-data summary").click()
    for place in sorted({row[name] for row in rows}):
        control.select_option(str(place))
        wanted = [row for row in rows if row[name] == place]
        expect(figure.locator(".chart-data tbody tr")).to_have_count(len(wanted))
        for shown, row in zip(figure.locator(".chart-data tbody tr").all(), wanted, strict=True):
            cells = shown.locator("td").all_text_contents()
            assert cells[0] == row["group"]
            assert abs(float(cells[1]) - row["share"]) <= 0.0001
        said = figure.locator(".chart-data summary").text_content()
        assert said == f"Data of this chart at this setting ({len(wanted)} rows)"
    page.context.close()
