"""Answers to the exercise of the energy part."""

from exercise_answers import Answers

TOTAL = "lng.query('year == 2014 and row_type == \"total\"').volume_bcm.item()"


LAYERS = (
    "w = in_japan.merge(in_russia, on='year')\n"
    "b = alt.Chart(w).mark_line().encode(x='year:O')\n"
    "both_directions = figure((b.encode(y='share_x:Q', color={one}) + "
    "b.encode(y='share_y:Q', color={two})).properties(title=alt.Title('Two lines, two stories', "
    "subtitle='Shares')), sources=['energy/lng_imports', 'energy/gas_weights'], "
    "alt='Line chart of two shares from 2013 to 2024, one falling and one flat.')"
)
PERCENT = "alt.Y('share:Q', axis=alt.Axis(format='%'))"


def drawn(data="pd.concat([in_japan, in_russia])", mark="line()", title="", **channels):
    """Write the code of a chart that differs from the solution in one thing."""
    encoding = {"x": "'year:Q'", "y": PERCENT, "color": "'of:N'"} | channels
    encoded = ", ".join(f"{channel}={field}" for channel, field in encoding.items() if field)
    title = title or "alt.Title('Two lines, two stories', subtitle='Shares, %')"
    return (
        f"both_directions = figure(alt.Chart({data}).mark_{mark}.encode({encoded})"
        f".properties(title={title}), sources=['energy/lng_imports', 'energy/gas_weights'], "
        "alt='Line chart of two shares from 2013 to 2024, one falling and one flat.')"
    )


ANSWERS = {
    "share_2014": Answers(
        right=[
            "share_2014 = 0.1 + 0.2 - 0.3 + volumes_2014['Russia'] / volumes_2014.sum()",
            f"share_2014 = volumes_2014['Russia'] / {TOTAL}",
            "share_2014 = energy.share_by_year(lng).set_index('year').loc[2014, 'share']",
            "share_2014 = round(float(volumes_2014['Russia'] / volumes_2014.sum()), 5)",
            "import numpy as np; share_2014 = np.array(share_2014)",
        ],
        wrong=[
            ("share_2014 = energy.share_by_year(lng).set_index('year').share[2013]", "2013"),
            ("share_2014 = energy.share_by_year(lng).set_index('year').share[2015]", "2015"),
            ("share_2014 = 100 * volumes_2014['Russia'] / volumes_2014.sum()", "per cent"),
            (
                "share_2014 = volumes_2014['Russia'] / lng[lng.year == 2014].volume_bcm.sum()",
                "more than once",
            ),
            (
                "share_2014 = 1149.13 / lng.volume_bcm[lng.year == 2014].sum()",
                "per cent",
            ),
            (
                "share_2014 = volumes_2014['Russia'] / lng.query('year == 2014 and row_type == "
                '"total_revised"\').volume_bcm.item()',
                "one edition",
            ),
            (
                "share_2014 = volumes_2014['Russia'] / "
                "in_2014[in_2014.row_type == 'exporter'].volume_bcm.sum()",
                "not split",
            ),
            ("share_2014 = volumes_2014['Russia']", "volume"),
            ("share_2014 = volumes_2014.sum() / volumes_2014['Russia']", "whole by the part"),
            ("share_2014 = volumes_2014 / volumes_2014.sum()", "one was expected"),
            ("share_2014 = volumes_2014[['Russia']] / volumes_2014.sum()", "take it out"),
            ("share_2014 = f\"{volumes_2014['Russia'] / volumes_2014.sum():.3f}\"", "quotation"),
            ("share_2014 = round(volumes_2014['Russia'] / volumes_2014.sum(), 3)", "is rounded"),
            ("share_2014 = 9.5", "you gave per cent"),
            ("share_2014 = [volumes_2014['Russia'] / volumes_2014.sum()]", "with [0]"),
            ("share_2014 = -volumes_2014['Russia'] / volumes_2014.sum()", "sign"),
            ("share_2014 = float('inf')", "infinite"),
            ("share_2014 = 0.5", ""),
        ],
        mutations=[
            ('["Russia"]', '["Qatar"]'),
            ("== 2014", "== 2016"),
            (', "residual_group"', ""),
            (".sum()", ".max()"),
        ],
    ),
    "hhi_2018": Answers(
        right=[
            "hhi_2018 = energy.herfindahl(volumes_2018)",
            "hhi_2018 = sum((100 * v / volumes_2018.sum()) ** 2 for v in volumes_2018)",
            "hhi_2018 = percent_2018 @ percent_2018 + 1e-9",
            "hhi_2018 = int(squared_2018.sum().round())",
        ],
        wrong=[
            ("hhi_2018 = ((volumes_2018 / volumes_2018.sum()) ** 2).sum()", "0 to 1"),
            ("hhi_2018 = percent_2018.sum()", "square"),
            ("hhi_2018 = percent_2018.sum() ** 2", "each share"),
            ("hhi_2018 = (volumes_2018 ** 2).sum()", "volumes"),
            ("hhi_2018 = squared_2018.mean()", "sum"),
            ("hhi_2018 = 10_000 / squared_2018.sum()", "equal suppliers"),
            ("hhi_2018 = squared_2018.sum() ** 0.5", "root"),
            ("hhi_2018 = squared_2018", "one was expected"),
            ("hhi_2018 = percent_2018.max()", "largest"),
            ("hhi_2018 = energy.herfindahl(energy.lng_year(lng, 2017))", "2017"),
            (
                "hhi_2018 = ((lng[lng.year == 2018].volume_bcm / "
                "lng[lng.year == 2018].volume_bcm.sum() * 100) ** 2).sum()",
                "Total",
            ),
            ("hhi_2018 = energy.herfindahl(energy.lng_parts(lng, 2018)[0])", "left out"),
        ],
        mutations=[
            ("== 2018", "== 2014"),
            ("* 100", "* 10"),
            ("**2", "**3"),
            ("squared_2018.sum()", "squared_2018.max()"),
        ],
    ),
    "hhi": Answers(
        right=[
            "hhi = energy.herfindahl",
            "hhi = lambda v: sum((100 * x / sum(v)) ** 2 for x in v)",
            "def hhi(v):\n    s = v / v.sum()\n    return round(10_000 * (s * s).sum(), 8)",
            "import numpy as np\ndef hhi(v):\n    return np.square(100 * v / v.sum()).sum()",
        ],
        wrong=[
            ("hhi = 1298.9", "def"),
            ("def hhi(volumes):\n    ...", "nothing"),
            ("def hhi(volumes):\n    return ...", "three dots"),
            ("def hhi(volumes):\n    print(1)", "return"),
            ("def hhi():\n    return 1", "argument"),
            ("def hhi(volumes):\n    return hhi_2018", "argument"),
            ("def hhi(volumes):\n    return ((volumes / volumes.sum()) ** 2).sum()", "per cent"),
            ("def hhi(volumes):\n    return (volumes / volumes.sum() * 100).sum()", "square"),
            ("def hhi(volumes):\n    return (volumes ** 2).sum()", "volumes"),
            ("def hhi(volumes):\n    return ((volumes / volumes.sum() * 100) ** 2).mean()", "mean"),
            ("def hhi(volumes):\n    return (volumes / volumes.sum() * 100) ** 2", ""),
            ("def hhi(volumes):\n    return volumes['Russia']", "KeyError"),
            ("def hhi(volumes):\n    return 1 / 0", "ZeroDivisionError"),
            ("def hhi(volumes):\n    return hhi(volumes)", "RecursionError"),
            ("def hhi(volumes):\n    return 'much'", "text"),
            ("def hhi(volumes):\n    volumes /= volumes.sum()\n    return 1", "changes"),
            ("def hhi(volumes):\n    return 10_000 / len(volumes)", "equal"),
        ],
        mutations=[("* 100", "* 10"), ("**2", "**3"), (".sum()\n", ".max()\n")],
        secret="[]",
    ),
    "hhi_by_year": Answers(
        right=[
            "hhi_by_year = hhi_by_year.sort_index(ascending=False)",
            "hhi_by_year = list(hhi_by_year)",
            "hhi_by_year = hhi_by_year.to_dict()",
            "hhi_by_year = hhi_by_year.to_numpy() + 1e-9",
            "hhi_by_year = hhi_by_year.reset_index()",
            "hhi_by_year = hhi_by_year.to_frame()",
            "hhi_by_year = energy.concentration_by_year(lng).set_index('year').hhi_lower",
            "hhi_by_year = pd.Series({str(y): v for y, v in hhi_by_year.items()})",
        ],
        wrong=[
            ("hhi_by_year = hhi_by_year / 10_000", "0 to 1"),
            (
                "hhi_by_year = suppliers[suppliers.row_type == 'exporter'].groupby('year')"
                ".volume_bcm.apply(hhi)",
                "Other Europe",
            ),
            (
                "hhi_by_year = suppliers[suppliers.exporter != 'Other Europe'].groupby('year')"
                ".volume_bcm.apply(hhi)",
                "values are off",
            ),
            ("hhi_by_year = 10_000 / hhi_by_year", "equal suppliers"),
            ("hhi_by_year = hhi_by_year.loc[2014:]", "few"),
            ("hhi_by_year = hhi_by_year[2014]", "one value"),
            ("hhi_by_year = list(hhi_by_year)[::-1]", ""),
            ("hhi_by_year = suppliers.groupby('year').volume_bcm.size()", ""),
            ("hhi_by_year = suppliers.groupby('year').volume_bcm.sum()", ""),
            (
                "hhi_by_year = lng[lng.volume_bcm.notna() & (lng.year >= 2013)]"
                ".groupby('year').volume_bcm.apply(hhi)",
                "Total",
            ),
            (
                "hhi_by_year = lng[lng.volume_bcm.notna()].groupby('year').volume_bcm.apply(hhi)",
                "belong",
            ),
            ("hhi_by_year = hhi_by_year.replace(hhi_by_year[2020], float('nan'))", "missing"),
            ("hhi_by_year = hhi_by_year.replace(hhi_by_year[2020], 7)", "2020"),
            ("hhi_by_year = hhi_by_year * 0 + energy.herfindahl(volumes_2014)", "2014"),
            ("hhi_by_year = suppliers", "table"),
            ("hhi_by_year = hhi_by_year.astype(str)", "text"),
        ],
        mutations=[
            (">= 2013", ">= 2014"),
            ("apply(hhi)", "sum()"),
            (', "residual_group"', ', "total"'),
        ],
    ),
    "pooled_share": Answers(
        right=[
            "pooled_share = sum(weights.japan_lng_bcm) / sum(weights.lng_total_bcm)",
            "pooled_share = weights.japan_lng_bcm.mean() / weights.lng_total_bcm.mean() + 1e-12",
            "pooled_share = (weights.japan_lng_bcm / weights.lng_total_bcm * weights.lng_total_bcm "
            "/ weights.lng_total_bcm.sum()).sum()",
            "from fractions import Fraction; pooled_share = Fraction(float(pooled_share))",
        ],
        wrong=[
            ("pooled_share = (weights.japan_lng_bcm / weights.lng_total_bcm).mean()", "averaged"),
            ("pooled_share = weights.japan_share_of_russian_lng_pct.mean()", "per cent"),
            ("pooled_share = weights.japan_share_of_russian_lng_pct.mean() / 100", "averaged"),
            ("pooled_share = (weights.japan_lng_bcm / weights.lng_total_bcm).median()", "median"),
            ("pooled_share = pooled_share * 100", "per cent"),
            ("pooled_share = 1 / pooled_share", "whole by the part"),
            ("pooled_share = weights.japan_lng_bcm.sum()", "volume"),
            ("pooled_share = weights.japan_lng_bcm / weights.lng_total_bcm", "one was expected"),
            (
                "pooled_share = weights.japan_lng_bcm.sum() / "
                "(weights.lng_total_bcm + weights.pipeline_total_bcm).sum()",
                "pipelines",
            ),
            ("pooled_share = weights.china_lng_bcm.sum() / weights.lng_total_bcm.sum()", "China"),
            (
                "pooled_share = (weights.japan_lng_bcm / weights.lng_total_bcm).iloc[-1]",
                "last year",
            ),
            ("pooled_share = 0.3", ""),
        ],
        mutations=[("japan_lng_bcm", "china_lng_bcm"), (".sum() /", ".max() /")],
    ),
    "contribution": Answers(
        right=[
            "contribution = contribution.to_dict()",
            "contribution = contribution[::-1] + 1e-12",
            "contribution = contribution.to_frame()",
            "contribution = contribution.rename_axis('buyer').reset_index()",
            "contribution = contribution.astype(object)",
        ],
        wrong=[
            ("contribution = contribution * 100", "per cent"),
            ("contribution = took", "bcm"),
            ("contribution = took.abs() / took.abs().sum()", "minus"),
            ("contribution = took / bcm.loc[2017, 'lng_total_bcm']", "2017"),
            ("contribution = contribution['Japan']", "one value"),
            ("contribution = contribution.drop('Others')", "few"),
            ("contribution = contribution.rename({'Others': 'Rest'})", "Rest"),
            (
                "contribution = contribution.rename({'Japan': 'China', 'China': 'Japan'})",
                "changed places",
            ),
            ("contribution = -contribution", "sign"),
            ("contribution = contribution * 0 + float('nan')", "NaN"),
            ("contribution = contribution.map('{:.2f}'.format)", "text"),
            ("contribution = contribution.round(1)", ""),
            (
                "s = bcm.div(bcm.lng_total_bcm, axis=0).loc[2024]; contribution = "
                "{'Japan': s.japan_lng_bcm, 'China': s.china_lng_bcm, "
                "'Others': 1 - s.japan_lng_bcm - s.china_lng_bcm}",
                "shares of 2024",
            ),
        ],
        mutations=[
            ("loc[2017]", "loc[2013]"),
            ("loc[2024]", "loc[2023]"),
            ('"Japan": change["japan', '"Japan": change["china'),
        ],
    ),
    "both_directions": Answers(
        right=[
            drawn(),
            drawn(mark="line(point=True, strokeWidth=3)"),
            drawn(x="'year:O'"),
            drawn(
                data="pd.concat([in_japan, in_russia]).assign(pct=lambda d: d.share * 100)",
                y="'pct:Q'",
            ),
            drawn(color="", strokeDash="'of:N'"),
            drawn(data="pd.concat([in_russia, in_japan]).sample(frac=1, random_state=1)"),
            LAYERS.format(one="alt.datum('Russia in Japan')", two="alt.datum('Japan in Russia')"),
        ],
        wrong=[
            ("both_directions = pd.concat([in_japan, in_russia])", "table"),
            ("both_directions = alt.Chart(in_japan).mark_line()", ""),
            (drawn(mark="bar()"), "line"),
            (drawn(x="'of:N'"), "Years"),
            (drawn(y="'mean(share):Q'"), "averages"),
            (drawn(y="'sum(share):Q'"), "adds up"),
            (drawn(y="'count()'"), "counts"),
            (drawn(data="in_japan"), "Japan's share"),
            (drawn(data="in_russia"), "Russia's share"),
            (drawn(data="in_japan", color=""), ""),
            (
                drawn(data="pd.concat([in_japan, in_russia]).query('year > 2015')"),
                "from 2016 to 2024",
            ),
            (drawn(x="'Year:Q'"), "write 'year'"),
            (drawn(x="'year:T'"), "moments of 1970"),
            (drawn(y="'part:Q'"), "no such column"),
            (drawn(y="'of:Q'"), "holds text"),
            (drawn(y="'share:Q'"), "says per cent and draws fractions"),
            (
                drawn(data="pd.concat([in_japan.assign(share=in_japan.share * 100), in_russia])"),
                "one unit",
            ),
            (
                drawn(
                    data="pd.concat([in_japan, in_russia]).assign(share=lambda d: d.share * 100)"
                ),
                "5000%",
            ),
            (LAYERS.format(one="alt.value('red')", two="alt.value('blue')"), "no legend"),
            (drawn(color="alt.Color('of:N', legend=None)"), "no legend"),
            (drawn(title="alt.Title('Chart chart chart', subtitle='Shares, %')"), "title"),
            (drawn().replace(", 'energy/gas_weights'", ""), "energy/gas_weights too"),
            (drawn(color=""), "groups"),
            (drawn(y="'share:N'"), "quantitative"),
            ("both_directions = lines", "title"),
            ("both_directions = lines.properties(title='My chart')", "title"),
            (
                "both_directions = lines.properties(title='Two lines and two stories')",
                "alt text",
            ),
            (
                drawn()
                .replace(", subtitle='Shares, %'", "")
                .replace("'share:Q',", "'share:Q', title=None,"),
                "unit",
            ),
        ],
        mutations=[
            ("mark_line", "mark_tick"),
            ('"share:Q"', '"year:Q"'),
            ('"share": weights', '"share": 2 * weights'),
        ],
        secret="[]",
    ),
    "hhi_at_20": Answers(
        right=[
            "hhi_at_20 = energy.counterfactual_herfindahl(volumes_2014 / volumes_2014.sum(), "
            "'Russia', 0.2)",
            "hhi_at_20 = 0.64 * hhi(rest) + 400",
            "hhi_at_20 = round(hhi_at_20, 1)",
            "hhi_at_20 = hhi(scenario * 120.6) + 1e-9",
        ],
        wrong=[
            ("hhi_at_20 = hhi(volumes_2014)", "as it was"),
            ("hhi_at_20 = hhi(rest)", "left Russia out"),
            ("hhi_at_20 = 0.8 * hhi(rest) + 400", "squares"),
            ("hhi_at_20 = 0.64 * hhi(rest)", "own share"),
            ("hhi_at_20 = 400", "alone"),
            ("hhi_at_20 = hhi_at_20 / 10_000", "0 to 1"),
            (
                "s = volumes_2014 / volumes_2014.sum(); s['Russia'] = 0.2; hhi_at_20 = hhi(s)",
                "less than a fifth",
            ),
            (
                "s = volumes_2014 / volumes_2014.sum() * 100; s['Russia'] = 20; "
                "hhi_at_20 = (s ** 2).sum()",
                "more than 100",
            ),
            ("hhi_at_20 = scenario", "one was expected"),
            ("hhi_at_20 = -hhi_at_20", "sign"),
            ("hhi_at_20 = str(hhi_at_20)", "quotation"),
            ("hhi_at_20 = 2000", ""),
        ],
        mutations=[("* 0.8", "* 0.7"), ("= 0.2", "= 0.02"), ('drop("Russia")', 'drop("Qatar")')],
    ),
}
