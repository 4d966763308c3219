"""Answers to the exercise of the territory part."""

from exercise_answers import Answers


def drawn(data="by_date", mark="bar()", title="", **channels):
    """Write the code of a chart that differs from the solution in one thing."""
    encoding = {
        "x": "'group:N'",
        "y": "'people:Q'",
        "xOffset": "'date:N'",
        "color": "'date:N'",
    } | channels
    encoded = ", ".join(f"{channel}={field}" for channel, field in encoding.items() if field)
    title = title or "alt.Title('Two years, two sets of people', subtitle='Residents')"
    return (
        f"people_chart = figure(alt.Chart({data}).mark_{mark}.encode({encoded})"
        f".properties(title={title}), sources=['territory/population'], "
        "alt='Paired bars of people in 1945 and in 2023 for four groups.')"
    )


SOUTH = "land.habomai + land.shikotan + land.kunashiri"
TWO = "[['habomai', 'shikotan']].sum()"

ANSWERS = {
    "two_islands": Answers(
        right=[
            "two_islands = 0.1 + 0.2 - 0.3 + land[['habomai', 'shikotan']].sum() / land.all_four",
            "two_islands = territory.outcome({'habomai': 1, 'shikotan': 1}).land",
            f"two_islands = land{TWO} / land[groups].sum()",
            "import numpy as np; two_islands = np.array(two_islands)",
        ],
        wrong=[
            (f"two_islands = land{TWO} / land.sum()", "twice"),
            (f"two_islands = 100 * land{TWO} / land.sum()", "per cent"),
            ("two_islands = 2 / 4", "half of the groups"),
            ("two_islands = two_islands * 100", "per cent"),
            (f"two_islands = land{TWO}", "km²"),
            ("two_islands = 1 - two_islands", "other two"),
            ("two_islands = 1 / two_islands", "whole by the part"),
            ("two_islands = land.shikotan / land.all_four", "Habomai/Khabomai"),
            ("two_islands = land / land.all_four", "one was expected"),
            (f"two_islands = land{TWO} / (land.kunashiri + land.etorofu)", "all four"),
            ("two_islands = round(two_islands, 2)", "digits"),
            ("two_islands = str(two_islands)", "quotation"),
        ],
        mutations=[('["shikotan"]', '["kunashiri"]'), ('["all_four"]', '["etorofu"]')],
    ),
    "three_groups": Answers(
        right=[
            "three_groups = three_groups.to_dict()",
            "three_groups = three_groups[::-1] + 1e-12",
            "three_groups = three_groups.rename_axis('what').reset_index()",
            "o = territory.outcome(dict.fromkeys(groups[:3], 1)); three_groups = "
            "{'land': o.land, 'people_1945': o.people_1945, 'people_2023': o.people_even}",
        ],
        wrong=[
            ("three_groups = 1 - three_groups", "north"),
            ("three_groups = three_groups / 2", "twice"),
            ("three_groups = three_groups * 100", "per cent"),
            ("three_groups = three_groups.drop('land')", "few"),
            (
                "three_groups = three_groups.rename({'people_1945': 'people_2023', "
                "'people_2023': 'people_1945'})",
                "changed places",
            ),
            ("three_groups = three_groups * 0 + 0.75", "counted groups"),
            ("three_groups = three_groups * 0 + three_groups['land']", "people the share"),
            ("three_groups = three_groups['land']", "one value"),
            ("three_groups = three_groups.rename({'land': 'area'})", "area"),
            ("three_groups = three_groups * 0 + float('nan')", "NaN"),
            ("three_groups = three_groups.astype(str)", "text"),
            ("three_groups = three_groups / (1 - three_groups)", "north of the line"),
        ],
        mutations=[
            ('.drop("etorofu")', '.drop("kunashiri")'),
            ('people_on("1945-08-15")', 'people_on("2016-01-01")'),
            ("amounts[groups].sum()", "amounts.sum()"),
        ],
    ),
    "land_to_japan": Answers(
        right=[
            "land_to_japan = lambda c: territory.outcome("
            "{**dict.fromkeys(groups[:3], 1), 'etorofu': c}).land",
            "def land_to_japan(cut):\n    return 1 - (1 - cut) * land.etorofu / land.all_four",
            f"def land_to_japan(c):\n    return 1e-12 + ({SOUTH} + c * land.etorofu) / 5003",
        ],
        wrong=[
            ("land_to_japan = 0.53", "def"),
            ("def land_to_japan(cut):\n    ...", "nothing"),
            ("def land_to_japan(cut):\n    print(cut)", "return"),
            ("def land_to_japan():\n    return 1", "argument"),
            ("def land_to_japan(cut):\n    return cut", "cut itself"),
            (
                f"def land_to_japan(cut):\n    return ({SOUTH}) / land.all_four + cut",
                "areas first",
            ),
            (
                "def land_to_japan(cut):\n    return cut * land.etorofu / land.all_four",
                "leaves out",
            ),
            (
                "def land_to_japan(cut):\n    return (1 - cut) * land.etorofu / land.all_four",
                "Russia",
            ),
            (
                f"def land_to_japan(cut):\n    return ({SOUTH} + cut * land.etorofu) / land.sum()",
                "twice",
            ),
            (f"def land_to_japan(cut):\n    return {SOUTH} + cut * land.etorofu", "area"),
            ("def land_to_japan(cut):\n    return (3 + cut) / 4", "counts groups"),
            ("def land_to_japan(cut):\n    return 0.5", "same"),
            ("def land_to_japan(cut):\n    return land['iturup']", "KeyError"),
            (
                f"def land_to_japan(c):\n    return 100 * ({SOUTH} + c * land.etorofu) / 5003",
                "per cent",
            ),
            ("def land_to_japan(cut):\n    return cut ** 2", ""),
        ],
        mutations=[
            ("cut * land", "land"),
            ('land["etorofu"]', 'land["kunashiri"]'),
            (' + land["kunashiri"]', ""),
        ],
        secret="[]",
    ),
    "half_cut": Answers(
        right=[
            "half_cut = (land.etorofu - land.kunashiri) / (2 * land.etorofu)",
            "half_cut = 0.5 - land.kunashiri / land.etorofu / 2 + 1e-12",
            "half_cut = round(half_cut, 4)",
        ],
        wrong=[
            ("half_cut = 0.5", "Half of the island"),
            ("half_cut = 50", "Half of the island"),
            ("half_cut = territory.etorofu_share_for(0.5)", "all four groups"),
            ("half_cut = 0.25", "quarter"),
            ("half_cut = 0.5 - land.kunashiri / two_large_km2", "share of both islands"),
            ("half_cut = 1 - half_cut", "Russia keeps"),
            ("half_cut = missing_km2", "km²"),
            ("half_cut = half_cut * 100", "per cent"),
            ("half_cut = 26.5", "per cent"),
            ("half_cut = land.kunashiri / two_large_km2", "before the cut"),
            ("half_cut = land.etorofu / two_large_km2", "island's share of the two"),
            ("half_cut = two_large_km2 / 2 / land.etorofu", "already"),
            ("half_cut = missing_km2 / land.kunashiri", "other island"),
            ("half_cut = missing_km2 / land.all_four", "all four groups"),
            ("half_cut = half_cut, land_to_japan(half_cut)", "pair"),
            ("half_cut = -half_cut", "sign"),
            ("half_cut = round(half_cut, 2)", "rounded"),
            ("half_cut = round(half_cut, 2) + 0.003", "close"),
            ("half_cut = 0.9", "missing to half"),
        ],
        mutations=[
            ('land["etorofu"]  # SOLUTION', 'land["all_four"]  # SOLUTION'),
            ("/ 2 -", "-"),
            ('land["kunashiri"] +', 'land["shikotan"] +'),
        ],
    ),
    "people_chart": Answers(
        right=[
            drawn(),
            drawn(x="'people:Q'", y="'group:N'", xOffset="", yOffset="'date:N'"),
            drawn(xOffset="", column="'date:N'"),
            drawn(x="'group:O'", y="'sum(people):Q'"),
            drawn(data="by_date.sample(frac=1, random_state=1)"),
            drawn(y="alt.Y('people:Q', title='People', stack=None)", xOffset=""),
        ],
        wrong=[
            ("people_chart = by_date", "table"),
            ("people_chart = alt.Chart(by_date).mark_bar()", "axis"),
            (drawn(mark="line()"), "bar"),
            (drawn(xOffset=""), "stacks"),
            (drawn(color=""), "color"),
            (drawn(color="'group:N'"), "color"),
            (drawn(y="'mean(people):Q'"), "mean"),
            (drawn(y="'count()'"), "axis"),
            (drawn(x="'date:N'"), "groups belong"),
            (
                drawn(data="by_date.rename(columns={'group': 'island'})", x="'island:N'"),
                "call the column 'group'",
            ),
            (
                drawn(data="by_date.rename(columns={'people': 'n'})", y="'n:Q'"),
                "call the column 'people'",
            ),
            (drawn(x="'Group:N'"), "write 'group'"),
            (
                drawn(
                    data="pd.concat([by_date, pd.DataFrame({'group': [None], 'date': ['1945'], "
                    "'people': [9]})])"
                ),
                "more than the four groups",
            ),
            (drawn(data="by_date[by_date.date == '1945']"), "2023"),
            (drawn(data="by_date[by_date.date == '2023']"), "1945"),
            (drawn(data="by_date[by_date.people > 0]"), "does not show"),
            (drawn(y="'people:N'"), "quantitative"),
            ("people_chart = bars", "title"),
            (
                "people_chart = bars.properties(title='Two years and two sets of people')",
                "alt text",
            ),
            (
                drawn(
                    data="pd.concat([by_date, pd.DataFrame({'group': ['all_four'], "
                    "'date': ['1945'], 'people': [17291]})])"
                ),
                "fifth group",
            ),
            (
                drawn()
                .replace(", subtitle='Residents'", "")
                .replace("'people:Q'", "alt.Y('people:Q', title=None)"),
                "unit",
            ),
        ],
        mutations=[
            ("mark_bar", "mark_tick"),
            ('    alt.YOffset("date:N"),\n', ""),
            ('"2023-01-01"]', '"2016-01-01"]'),
        ],
        secret="[]",
    ),
    "sea_of_two": Answers(
        right=[
            "sea_of_two = territory.outcome({'habomai': 1, 'shikotan': 1}).sea",
            "sea_of_two = 1 - (sea_km2.kunashiri + sea_km2.etorofu) / sea_km2.sum() + 1e-12",
            "import numpy as np; sea_of_two = np.float64(sea_of_two)",
        ],
        wrong=[
            (
                "s = sea[sea.preferred].groupby('island_group').sea_km2.sum(); "
                f"sea_of_two = s{TWO} / s.sum()",
                "slices",
            ),
            (
                f"s = sea.groupby('island_group').sea_km2.sum(); sea_of_two = s{TWO} / s.sum()",
                "All rows",
            ),
            (
                "s = entire.set_index('island_group').sea_0_12nm_km2; "
                f"sea_of_two = s{TWO} / s.sum()",
                "territorial sea",
            ),
            ("sea_of_two = two_islands", "land"),
            ("sea_of_two = 1 - sea_of_two", "other two"),
            (f"sea_of_two = sea_km2{TWO}", "km²"),
            ("sea_of_two = sea_of_two * 100", "per cent"),
            ("sea_of_two = 1 / sea_of_two", "whole by the part"),
            ("sea_of_two = sea_km2 / sea_km2.sum()", "one was expected"),
            ("sea_of_two = sea_km2.shikotan / sea_km2.sum()", "alone"),
            ("sea_of_two = 0.2", ""),
        ],
        mutations=[
            (' & sea["to_share"].eq(1)', ""),
            ('"shikotan"', '"kunashiri"'),
            ('["sea_km2"]', '["sea_0_12nm_km2"]'),
        ],
    ),
    "kunashiri_cut": Answers(
        right=[
            "kunashiri_cut = (18403 / 2 - 3772) / 7715",
            "kunashiri_cut = round(kunashiri_cut, 4) + 1e-9",
            "from fractions import Fraction; kunashiri_cut = Fraction(float(kunashiri_cut))",
        ],
        wrong=[
            ("kunashiri_cut = 0.5", "not half of the people"),
            (
                "p = people_on('1945-08-15'); kunashiri_cut = "
                f"(p[groups].sum() / 2 - p{TWO}) / p.kunashiri",
                "1945",
            ),
            (
                f"kunashiri_cut = (land[groups].sum() / 2 - land{TWO}) / land.kunashiri",
                "land",
            ),
            ("kunashiri_cut = half_cut", "task 4"),
            ("kunashiri_cut = territory.etorofu_share_for(0.5)", "halves the land"),
            ("kunashiri_cut = 1 - kunashiri_cut", "Russia keeps"),
            ("kunashiri_cut = missing_people", "people"),
            ("kunashiri_cut = missing_people / people_2023[groups].sum()", "share of all"),
            ("kunashiri_cut = people_2023[groups].sum() / 2 / people_2023.kunashiri", "left out"),
            ("kunashiri_cut = kunashiri_cut * 100", "per cent"),
            ("kunashiri_cut = missing_people / people_2023.etorofu", "Etorofu/Iturup"),
            ("kunashiri_cut = people_2023", "one was expected"),
            ("kunashiri_cut = 0.1", ""),
        ],
        mutations=[
            ('people_on("2023-01-01")', 'people_on("2021-01-01")'),
            ("/ 2 -", "-"),
            ('people_2023["kunashiri"]', 'people_2023["etorofu"]'),
        ],
    ),
}
