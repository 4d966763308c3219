"""Answers to the exercise of the balance part."""

from exercise_answers import Answers


def drawn(data="both", mark="line()", title="", **channels):
    """Write the code of a chart that differs from the solution in one thing."""
    encoding = {"x": "'year:Q'", "y": "'ratio:Q'", "color": "'price_base:N'"} | channels
    encoded = ", ".join(f"{channel}={field}" for channel, field in encoding.items() if field)
    title = title or "alt.Title('Two lines, two stories', subtitle='China as a multiple of Japan')"
    return (
        f"two_rulers = figure(alt.Chart({data}).mark_{mark}.encode({encoded})"
        f".properties(title={title}), sources=['balance/military_spending'], "
        "alt='Line chart of two ratios from 2000 to 2015, one of them steeper.')"
    )


def of_base(base):
    """Write the code of the ratio of 2014 in one price base."""
    return (
        f"balance.ratio(spending, price_base='{base}').set_index('year').loc[2014, 'ratio'].item()"
    )


def agreement(other, year=2014):
    """Write the code of Japan's agreement with another state."""
    return f"balance.alignment(votes, 'JPN', '{other}').set_index('year').value[{year}]"


MEANS = "{}.loc[2013:2018].mean() - {}.loc[2007:2012].mean()"

ANSWERS = {
    "ratio_2014": Answers(
        right=[
            f"ratio_2014 = {of_base('current US$')}",
            "ratio_2014 = 0.1 + 0.2 - 0.3 + usd_2014['CHN'] / usd_2014['JPN']",
            "ratio_2014 = round(ratio_2014, 3)",
        ],
        wrong=[
            ("ratio_2014 = 1 / ratio_2014", "Japan by China"),
            (f"ratio_2014 = {of_base('constant 2022 US$')}", "of 2022"),
            (f"ratio_2014 = {of_base('constant 2024 US$')}", "of 2024"),
            (
                "s = spending[spending.year == 2014].groupby('iso3').spending_usd_mn.sum(); "
                "ratio_2014 = s.CHN / s.JPN",
                "several price bases",
            ),
            (
                "s = spending[(spending.year == 2014) & (spending.measure == 'share_of_gdp')]"
                ".set_index('iso3').share_of_gdp_pct; ratio_2014 = s.CHN / s.JPN",
                "GDP",
            ),
            ("ratio_2014 = ratio_2014 - 1", "how many times"),
            ("ratio_2014 = usd_2014['CHN']", "dollars"),
            ("ratio_2014 = usd_2014['CHN'] - usd_2014['JPN']", "subtracted"),
            ("ratio_2014 = usd_2014 / usd_2014['JPN']", "one was expected"),
            ("ratio_2014 = str(ratio_2014)", "quotation"),
            ("ratio_2014 = 2", ""),
        ],
        mutations=[
            ("eq(2014)", "eq(2013)"),
            ('["CHN"]', '["USA"]'),
            ("current US$", "constant 2022 US$"),
        ],
    ),
    "rise": Answers(
        right=[
            "rise = rise.to_dict()",
            "rise = rise[::-1] + 1e-12",
            "rise = list(rise)",
            "rise = rise.rename_axis('base').reset_index()",
        ],
        wrong=[
            ("rise = rise - 1", "growth rates"),
            ("rise = (rise - 1) * 100", "per cent"),
            ("rise = 1 / rise", "first year by the last"),
            ("rise = lines.loc[2015] - lines.loc[2012]", "subtracted"),
            ("rise = lines.loc[2015]", "ratios of 2015"),
            ("rise = lines.loc[2015] / lines.loc[2013]", "2013"),
            ("rise = lines.loc[2014] / lines.loc[2012]", "2014"),
            ("rise = rise.iloc[0]", "one value"),
            ("rise = rise.iloc[:1]", "few"),
            ("rise = {'current US$': rise.iloc[1], 'constant 2022 US$': rise.iloc[0]}", "places"),
            ("rise = rise.astype(str)", "text"),
            ("rise = rise * float('nan')", "NaN"),
            ("rise = lines", ""),
        ],
        mutations=[
            ("loc[2012]", "loc[2010]"),
            ("loc[2015]", "loc[2014]"),
            ('price_base="constant 2022 US$"', 'price_base="current US$"'),
        ],
    ),
    "passed": Answers(
        right=[
            "def passed(r):\n    return int(r[(r > 1)[::-1].cummin()[::-1]].index[0])",
            "passed = lambda r: balance.overtaking(r.rename_axis('year').rename('ratio')"
            ".reset_index()).year",
            "def passed(r):\n    year = None\n    for y, v in r[::-1].items():"
            "\n        if v <= 1:\n            break\n        year = y\n    return year + 1e-9",
        ],
        wrong=[
            ("passed = 2006", "def"),
            ("def passed(ratios):\n    ...", "nothing"),
            ("def passed(ratios):\n    return ...", "three dots"),
            ("def passed():\n    return 1", "argument"),
            ("def passed(r):\n    return r[r > 1].index.min()", "lost again"),
            ("def passed(r):\n    return r[r >= 1].index.min()", "lost again"),
            ("def passed(r):\n    return r[r <= 1].index.max()", "last year behind"),
            ("def passed(r):\n    return r[r <= 1].index.max() + 1", "adds one"),
            ("def passed(r):\n    return r.idxmax()", "largest ratio"),
            ("def passed(r):\n    return r[r > 1].index.max()", "last year of the lead"),
            ("def passed(r):\n    return (r > 1).sum()", "counts"),
            ("def passed(r):\n    return r[r > 1].iloc[0]", "returns a ratio"),
            ("def passed(r):\n    return r > 1", ""),
            ("def passed(r):\n    return r[2014]", "KeyError"),
            ("def passed(r):\n    return 1999", "same"),
            (
                "def passed(r):\n    return r.index[r.index > r[r < 1].index.max()].min()",
                "exactly 1 for a lead",
            ),
            (
                "def passed(r):\n    return r.index[r.index >= r[r <= 1].index.max()].min()",
                "last year behind",
            ),
            ("def passed(r):\n    return r.index[(r > 1).argmax()]", "lost again"),
        ],
        mutations=[("<= 1", "> 1"), (".min()", ".max()"), ("> last_behind", ">= last_behind")],
        secret="[]",
    ),
    "votes_moved": Answers(
        right=[
            "votes_moved = balance.before_after(balance.alignment(votes, 'RUS', 'JPN'), "
            "(2007, 2012), (2013, 2018)).difference",
            "votes_moved = (sum(pair.loc[2013:2018]) - sum(pair.loc[2007:2012])) / 6 + 1e-12",
            "votes_moved = round(votes_moved, 5)",
        ],
        wrong=[
            ("votes_moved = -votes_moved", "sign"),
            ("votes_moved = votes_moved * 100", "per cent"),
            ("votes_moved = pair.loc[2013:2018].mean()", "mean after"),
            ("votes_moved = pair.loc[2007:2012].mean()", "mean before"),
            ("votes_moved = pair.loc[2013:2018].mean() / pair.loc[2007:2012].mean()", "subtract"),
            ("votes_moved = pair.loc[2013:2017].mean() - pair.loc[2007:2011].mean()", "last year"),
            ("votes_moved = pair.loc[2013:].mean() - pair.loc[2007:2012].mean()", "end of the"),
            ("votes_moved = pair.loc[2013:2018].mean() - pair.loc[:2012].mean()", "first year"),
            ("votes_moved = pair[2018] - pair[2012]", "single years"),
            (
                "p = balance.alignment(votes, 'JPN', 'CHN').set_index('year').value; "
                f"votes_moved = {MEANS.format('p', 'p')}",
                "China",
            ),
            (
                "p = balance.alignment_distance(votes, 'JPN', 'RUS').set_index('year').value; "
                f"votes_moved = {MEANS.format('p', 'p')}",
                "distance",
            ),
            ("votes_moved = pair", "one was expected"),
            ("votes_moved = 0.5", ""),
        ],
        mutations=[("2013:2018", "2014:2018"), ('"RUS"', '"USA"'), ("2007:2012", "2008:2012")],
    ),
    "nearer": Answers(
        right=[
            "d = votes[(votes.measure == 'ideal_point_distance') & (votes.year == 2014) & "
            "(votes.iso3_a == 'JPN')].set_index('iso3_b').value; nearer = d.USA / d.RUS",
            "nearer = abs((points.USA - points.JPN) / (points.RUS - points.JPN)) + 1e-12",
            "nearer = round(float(nearer), 3)",
        ],
        wrong=[
            (f"nearer = {agreement('RUS')} / {agreement('USA')}", "agenda"),
            (f"nearer = {agreement('USA')} / {agreement('RUS')}", "agenda"),
            (f"nearer = (1 - {agreement('USA')}) / (1 - {agreement('RUS')})", "agenda"),
            ("nearer = to_russia / to_usa", "Russia's distance by"),
            (
                "nearer = (points['JPN'] - points['USA']) / (points['JPN'] - points['RUS'])",
                "has no sign",
            ),
            (
                "nearer = (points['RUS'] - points['JPN']) / (points['USA'] - points['JPN'])",
                "has no sign",
            ),
            ("nearer = points.USA / points.RUS", "zero"),
            ("nearer = to_usa", "one distance"),
            ("nearer = to_russia", "divide that of the United States"),
            ("nearer = to_usa - to_russia", "subtracted"),
            ("nearer = abs(points.JPN - points.CHN) / to_russia", "China"),
            ("nearer = -nearer", "sign"),
            ("nearer = points", "one was expected"),
            ("nearer = nearer ** 2", "squared"),
            ("nearer = 7", ""),
        ],
        mutations=[
            ("eq(2014)", "eq(2013)"),
            ('- points["RUS"]', '- points["CHN"]'),
            ('- points["USA"]', '+ points["USA"]'),
        ],
    ),
    "two_rulers": Answers(
        right=[
            drawn(),
            drawn(mark="line(point=True)"),
            drawn(x="'year:O'"),
            drawn(color="", strokeDash="'price_base:N'"),
            drawn(data="both.sample(frac=1, random_state=1)"),
        ],
        wrong=[
            ("two_rulers = both", "table"),
            ("two_rulers = alt.Chart(both).mark_line()", ""),
            (drawn(mark="bar()"), "line"),
            (drawn(x="'price_base:N'"), "Years"),
            (drawn(y="'mean(ratio):Q'"), "averages"),
            (drawn(y="'sum(ratio):Q'"), "adds up"),
            (drawn(y="'count()'"), "counts"),
            (drawn(data="both[both.price_base == 'current US$']"), "constant dollars"),
            (drawn(data="both[both.price_base != 'current US$']"), "current dollars"),
            (drawn(data="both[both.year > 2005]"), "from 2006 to 2015"),
            (drawn(color=""), "groups"),
            (drawn(y="'ratio:N'"), "quantitative"),
            ("two_rulers = drawing", "title"),
            ("two_rulers = drawing.properties(title='Two lines and two stories')", "alt text"),
        ],
        mutations=[
            ("mark_line", "mark_tick"),
            ('"ratio:Q", title', '"year:Q", title'),
            ("between(2000, 2015)", "between(2005, 2015)"),
        ],
        secret="[]",
    ),
    "old_yen": Answers(
        right=[
            "old_yen = money[2015] / (yen[2015] / yen[2012]) + 1e-12",
            "s = spending[(spending.year == 2015) & (spending.price_base == 'current US$')]"
            ".set_index('iso3').spending_usd_mn; "
            "old_yen = s.CHN / (s.JPN * yen[2015] / yen[2012])",
            "old_yen = round(old_yen, 3)",
        ],
        wrong=[
            ("old_yen = money[2015] * yen[2015] / yen[2012]", "wrong way"),
            ("old_yen = money[2015]", "as it was counted"),
            ("old_yen = money[2012]", "ratio of 2012"),
            ("old_yen = money[2012] * yen[2015] / yen[2012]", "began with"),
            ("old_yen = yen[2015] / yen[2012]", "alone"),
            ("old_yen = constant[2015]", "constant"),
            ("old_yen = constant[2015] * yen[2012] / yen[2015]", "constant"),
            ("old_yen = money[2015] - old_yen", "added"),
            ("old_yen = -old_yen", "sign"),
            ("old_yen = money", "one was expected"),
            ("old_yen = 9", ""),
        ],
        mutations=[("money[2015]", "money[2014]"), ("yen[2012]", "yen[2013]")],
    ),
}
