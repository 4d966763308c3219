"""Answers to the exercise of the constraint part."""

from exercise_answers import Answers


def drawn(data="long", mark="line()", title="", **channels):
    """Write the code of a chart that differs from the solution in one thing."""
    encoding = {"x": "'year:O'", "y": "'index:Q'", "color": "'currency:N'"} | channels
    encoded = ", ".join(f"{channel}={field}" for channel, field in encoding.items() if field)
    title = title or "alt.Title('One trade, two stories', subtitle='2013 = 100')"
    return (
        f"two_moneys = figure(alt.Chart({data}).mark_{mark}.encode({encoded})"
        f".properties(title={title}), sources=['energy/bilateral_trade', 'energy/exchange_rates'], "
        "alt='Line chart of two indices of trade from 2010 to 2016, both falling.')"
    )


ANSWERS = {
    "japan_2014": Answers(
        right=[
            "japan_2014 = own_2014.shape[0] + 0.1 + 0.2 - 0.3",
            "japan_2014 = ((measures.actor == 'Japan') & (measures.kind == 'measure') & "
            "(measures.date.str[:4] == '2014')).sum()",
            "japan_2014 = float(own_2014.measure_id.nunique())",
        ],
        wrong=[
            (
                "japan_2014 = ((measures.actor == 'Japan') & (measures.year == 2014)).sum()",
                "announcement",
            ),
            (
                "japan_2014 = ((measures.actor == 'Japan') & (measures.kind == 'measure')).sum()",
                "all years",
            ),
            ("japan_2014 = (measures.actor == 'Japan').sum()", "whatever"),
            ("japan_2014 = (measures.year == 2014).sum()", "all actors"),
            ("japan_2014 = len(measures.query(\"kind == 'measure' and year == 2014\"))", "actors"),
            ("japan_2014 = own_2014", "table"),
            ("japan_2014 = len(own_2014) - 1", "Keep the rows"),
            ("japan_2014 = len(own_2014) + 0.5", "whole number"),
            ("japan_2014 = str(len(own_2014))", "quotation"),
            ("japan_2014 = 0", ""),
        ],
        mutations=[("== 'Japan'", "!= 'Japan'"), ("== 2014", "== 2022"), ("== 'measure'", "!= ''")],
    ),
    "by_month": Answers(
        right=[
            "by_month = by_month.sample(frac=1, random_state=1)",
            "by_month = three.groupby(['actor', 'month']).size().rename('steps').reset_index()",
            "by_month = by_month.assign(steps=by_month.steps + 1e-9, extra='x')",
            "by_month = three.groupby(['month', 'actor']).size()",
            "by_month = by_month.set_index(['month', 'actor'])",
            "by_month = pd.crosstab(three.month, three.actor).stack().rename('steps')"
            ".reset_index()",
        ],
        wrong=[
            (
                "by_month = measures[(measures.year == 2014) & measures.actor.isin("
                "constraint.ACTORS)].assign(month=lambda d: d.date.str[:7]).groupby(['month', "
                "'actor']).size().reset_index(name='steps')",
                "announcement",
            ),
            (
                "by_month = measures.assign(month=measures.date.str[:7])"
                "[measures.year == 2014].groupby(['month', 'actor']).size()"
                ".reset_index(name='steps')",
                "All actors",
            ),
            (
                "by_month = measures[measures.actor.isin(constraint.ACTORS) & "
                "(measures.kind == 'measure')].assign(month=lambda d: d.date.str[:7])"
                ".groupby(['month', 'actor']).size().reset_index(name='steps')",
                "All years",
            ),
            ("by_month = by_month.rename(columns={'steps': 'step'})", "rename"),
            ("by_month = by_month.assign(steps=1)", "once"),
            (
                "by_month = pd.crosstab(three.month, three.actor).stack().rename('steps')"
                ".reset_index()[:-3]",
                "rows with a measure in them (",
            ),
            ("by_month = by_month[by_month.actor == 'Japan']", "few rows"),
            ("by_month = by_month.assign(steps=by_month.steps + 1)", "off"),
            ("by_month = by_month.assign(month=by_month.month.str[5:])", "month"),
            ("by_month = three.groupby('month').size().reset_index(name='steps')", "actor"),
            ("by_month = three", "no column"),
            ("by_month = pd.concat([by_month, by_month])", "more than one"),
            ("by_month = 5", "DataFrame"),
        ],
        mutations=[
            ("== 2014", "== 2022"),
            ('"measure")', '"announcement")'),
            (".str[:7]", ".str[:4]"),
        ],
    ),
    "names_frozen": Answers(
        right=[
            "names_frozen = sum(constraint.frozen(measures, '2014-12-31')[k] for k in "
            "('persons', 'entities'))",
            "names_frozen = freezes.persons_listed.sum() + freezes.entities_listed.sum()",
            "names_frozen = float(names_frozen) + 1e-10",
        ],
        wrong=[
            (
                "names_frozen = own_2014[['persons_listed', 'entities_listed']].sum().sum()",
                "visa",
            ),
            ("names_frozen = own_2014.persons_listed.sum()", "visa"),
            ("names_frozen = freezes.persons_listed.sum()", "alone"),
            ("names_frozen = freezes.entities_listed.sum()", "alone"),
            ("names_frozen = names_frozen + own_2014.banks_listed.sum()", "banks"),
            (
                "names_frozen = freezes[['persons_listed', 'entities_listed']].iloc[0].sum()",
                "first round",
            ),
            (
                "names_frozen = freezes[['persons_listed', 'entities_listed']].iloc[1].sum()",
                "last round",
            ),
            ("names_frozen = len(freezes)", "rounds"),
            (
                "names_frozen = measures[(measures.year == 2014) & (measures.freezes_assets == "
                "True)][['persons_listed', 'entities_listed']].sum().sum()",
                "all actors",
            ),
            ("names_frozen = freezes.persons_listed", "one was expected"),
            ("names_frozen = names_frozen + 1", "Keep the rounds"),
        ],
        mutations=[
            ('own_2014[own_2014["freezes_assets"]]', "own_2014"),
            ('"persons_listed", ', ""),
            (".sum().sum()", ".max().max()"),
        ],
    ),
    "fall": Answers(
        right=[
            "fall = fall.to_dict()",
            "fall = fall[::-1] + 1e-9",
            "fall = {k: 100 * constraint.change(money[k], 2013, 2015) for k in money}",
            "fall = fall.to_frame()",
            "fall = (money.loc[2015] - money.loc[2013]) / money.loc[2013] * 100",
        ],
        wrong=[
            ("fall = fall / 100", "fraction"),
            ("fall = -fall", "sign"),
            ("fall = (money.loc[2015] / money.loc[2014] - 1) * 100", "2014"),
            ("fall = (money.loc[2014] / money.loc[2013] - 1) * 100", "2014"),
            ("fall = (money.loc[2013] / money.loc[2015] - 1) * 100", "earlier year"),
            ("fall = money.loc[2015] / money.loc[2013] * 100", "left"),
            ("fall = money.loc[2015] - money.loc[2013]", "differences"),
            ("fall = (money.loc[2015] / money.loc[2013] - 1).round(1) * 100", ""),
            ("fall = fall['yen']", "one value"),
            ("fall = fall.rename({'yen': 'dollars', 'dollars': 'yen'})", "changed places"),
            ("fall = {'dollars': fall['dollars'], 'yen': fall['dollars']}", "twice"),
            ("fall = fall.rename({'yen': 'JPY'})", "belong"),
            ("fall = fall.map('{:.0f}'.format)", "text"),
            ("fall = fall.replace(fall['yen'], float('nan'))", "missing"),
        ],
        mutations=[("2015", "2014"), ("2013", "2012"), ("- 1)", "+ 1)")],
    ),
    "two_moneys": Answers(
        right=[
            drawn(),
            drawn(mark="line(point=True, strokeWidth=3)", x="'year:Q'"),
            drawn(color="", strokeDash="'currency:N'"),
            drawn(data="long.sample(frac=1, random_state=1)"),
        ],
        wrong=[
            (drawn(data="long.assign(index=long['index'] / 100)"), "100 times too small"),
            ("two_moneys = long", "table"),
            (drawn(mark="bar()"), "bar"),
            (drawn(x="'currency:N'"), "Years"),
            (drawn(y="'mean(index):Q'"), "averages"),
            (drawn(y="'sum(index):Q'"), "adds up"),
            (drawn(y="'count()'"), "counts"),
            (drawn(data="long[long.currency == 'yen']"), "dollars"),
            (drawn(data="long[long.currency == 'dollars']"), "yen"),
            (drawn(data="long[long.year > 2012]"), "runs from 2013 to 2016"),
            (
                drawn(
                    data="money.loc[2010:2016].reset_index().melt('year', var_name='currency', "
                    "value_name='index')"
                ),
                "does not show",
            ),
            (drawn(color=""), "groups"),
            (drawn(y="'index:N'"), "quantitative"),
            ("two_moneys = lines", "title"),
            ("two_moneys = lines.properties(title='One trade and two stories')", "alt text"),
        ],
        mutations=[
            ("mark_line", "mark_tick"),
            ("money.loc[2013]", "money.loc[2010]"),
            ("2010:2016", "2014:2016"),
            ('alt.Color("currency:N"),', ""),
        ],
        secret="[]",
    ),
    "allowed": Answers(
        right=["allowed = 'b'", "allowed = ' B. '", "allowed = ['B']"],
        wrong=[
            ("allowed = 'A'", "no number"),
            ("allowed = 'C'", "another"),
            ("allowed = 'D'", "grows"),
            ("allowed = 'E'", "none of"),
            ("allowed = 2", "quotation"),
            ("allowed = ''", "none of"),
        ],
        mutations=[('"B"', '"A"'), ('"B"', '"D"')],
        secret="[]",
    ),
}
