"""Answers to the exercise of the argument part."""

from exercise_answers import Answers

PAIR = "meetings[meetings.pair == 'JPN-RUS']"


def drawn(data="rows", mark="bar()", title="", **channels):
    """Write the code of a chart that differs from the solution in one thing."""
    encoding = {"x": "'meetings:Q'", "y": "'leader:N'"} | channels
    encoded = ", ".join(f"{channel}={field}" for channel, field in encoding.items() if field)
    title = title or "alt.Title('He who stays meets more', subtitle='Meetings')"
    return (
        f"leaders_chart = figure(alt.Chart({data}).mark_{mark}.encode({encoded})"
        f".properties(title={title}), sources=['argument/leader_meetings'], "
        "alt='Bar chart of meetings by prime minister, one bar longer than the rest.')"
    )


ANSWERS = {
    "met_2014": Answers(
        right=[
            f"met_2014 = ({PAIR}.year == 2014).sum()",
            "met_2014 = argument.count(argument.pair(meetings, 'JPN-RUS')).set_index('year')"
            ".meetings[2014]",
            "met_2014 = float(met_2014) + 0.1 + 0.2 - 0.3",
        ],
        wrong=[
            ("met_2014 = (meetings.year == 2014).sum()", "all pairs"),
            ("met_2014 = len(meetings.query(\"year == 2014 and pair == 'CHN-RUS'\"))", "China"),
            ("met_2014 = len(meetings.query(\"year == 2014 and pair == 'JPN-CHN'\"))", "Japan and"),
            (f"met_2014 = ({PAIR}.year == 2013).sum()", "before"),
            (f"met_2014 = ({PAIR}.year == 2015).sum()", "after"),
            (f"met_2014 = len({PAIR})", "all years"),
            ("met_2014 = met_2014 + 0.5", "whole number"),
            ("met_2014 = str(met_2014)", "quotation"),
            ("met_2014 = meetings[meetings.year == 2014]", "table"),
        ],
        mutations=[("2014)]", "2015)]"), ('"JPN-RUS"', '"CHN-RUS"'), ("==", "!=")],
    ),
    "by_year": Answers(
        right=[
            "by_year = by_year[::-1] + 1e-9",
            "by_year = by_year.to_dict()",
            "by_year = list(by_year)",
            "by_year = tops.year.value_counts()",
            "by_year = argument.count(argument.presidents(argument.pair(meetings, 'JPN-RUS')))"
            "[['year', 'meetings']]",
        ],
        wrong=[
            (f"by_year = {PAIR}.groupby('year').size()", "premiers"),
            (
                f"by_year = {PAIR}.query(\"counterpart_role == 'president'\").year.value_counts()",
                "acting",
            ),
            (
                f"by_year = {PAIR}.query(\"counterpart == 'Putin'\").groupby('year').size()",
                "office",
            ),
            ("by_year = meetings.groupby('year').size()", "all pairs"),
            ("by_year = tops[tops.verified].groupby('year').size()", "not verified"),
            ("by_year = by_year.cumsum()", "running"),
            ("by_year = by_year[2014]", "one value"),
            ("by_year = by_year.loc[2013:]", "few"),
            ("by_year = tops", "table"),
            ("by_year = list(by_year)[1:] + [4]", ""),
            ("by_year = by_year.astype(str)", "text"),
            ("by_year = by_year.replace(1, float('nan'))", "missing"),
        ],
        mutations=[
            ('!= "prime minister"', '== "president"'),
            ('"JPN-RUS"', '"CHN-RUS"'),
            ('"year"', '"leader"'),
        ],
        secret="[]",
    ),
    "by_leader": Answers(
        right=[
            "by_leader = tops.groupby('leader').size()",
            "by_leader = by_leader.to_dict()",
            "by_leader = by_leader.sort_index() + 1e-9",
            "by_leader = by_leader.reset_index()",
        ],
        wrong=[
            (f"by_leader = {PAIR}.leader.value_counts()", "premiers"),
            ("by_leader = meetings.leader.value_counts()", "another country"),
            ("by_leader = tops.counterpart.value_counts()", "Russian side"),
            ("by_leader = by_leader / by_leader.sum()", "shares"),
            ("by_leader = tops[tops.verified].leader.value_counts()", "not verified"),
            ("by_leader = tops.groupby('leader').year.nunique()", "years"),
            ("by_leader = by_leader['Abe']", "one value"),
            ("by_leader = by_leader.drop('Abe')", "few"),
            ("by_leader = list(by_leader.index)", "text"),
            ("by_leader = by_leader.rename({'Abe': 'Abe Shinzo'})", "belong"),
            ("by_leader = tops.groupby(['leader', 'year']).size()", "belong"),
        ],
        mutations=[
            ('"leader"', '"counterpart"'),
            ("value_counts()", "value_counts(normalize=True)"),
        ],
    ),
    "abe_rate": Answers(
        right=[
            "abe_rate = len(second) / 7",
            "abe_rate = argument.per_year_in_office(tops, load('argument/terms'), '2019-12-31')"
            ".per_year.iloc[-1]",
            "abe_rate = second.abe_putin_number.count() / 7.01 + 1e-12",
        ],
        wrong=[
            ("abe_rate = by_leader['Abe'] / 7.01", "first time"),
            ("abe_rate = by_leader['Abe'] / 8.01", "both times"),
            ("abe_rate = len(tops) / 7.01", "all prime ministers"),
            ("abe_rate = by_year.mean()", "mean of all"),
            ("abe_rate = len(second) / 7.73", "whole time"),
            ("abe_rate = len(second) / 8", "eight"),
            ("abe_rate = len(second)", "divide"),
            ("abe_rate = 35 / 7.01", "Other pairs of countries"),
            (
                "abe_rate = len(meetings[(meetings.leader == 'Abe') & (meetings.year >= 2013)])"
                " / 7.01",
                "Other pairs of countries",
            ),
            (
                "abe_rate = len(meetings[(meetings.leader == 'Abe')]) / 7.01",
                "keep those of task 2",
            ),
            ("abe_rate = 3.4", "is rounded"),
            ("abe_rate = 3", ""),
            ("abe_rate = 7.01 / len(second)", "years by meetings"),
            ("abe_rate = second", "table"),
            ("abe_rate = round(len(second) / 7.01, 1)", "rounded"),
            ("abe_rate = -abe_rate", "sign"),
        ],
        mutations=[(">= 2013", ">= 2000"), ("/ 7.01", "* 7.01"), ('"Abe"', '"Koizumi"')],
    ),
    "claim_tested": Answers(
        right=["claim_tested = 'c'", "claim_tested = ' C. '", "claim_tested = ('C',)"],
        wrong=[
            ("claim_tested = 'A'", "why"),
            ("claim_tested = 'B'", "thought"),
            ("claim_tested = 'D'", "motive"),
            ("claim_tested = 'E'", "none of"),
            ("claim_tested = 3", "quotation"),
            ("claim_tested = None", "quotation marks, and run"),
            ("claim_tested = ['C', 'D']", "one of"),
        ],
        mutations=[('"C"', '"A"'), ('"C"', '"B"')],
        secret="[]",
    ),
    "leaders_chart": Answers(
        right=[
            drawn(),
            drawn(x="'leader:N'", y="'meetings:Q'"),
            drawn(mark="bar(cornerRadius=3)", color="'leader:N'"),
            drawn(data="rows.sample(frac=1, random_state=1)"),
            drawn(data="rows.rename(columns={'meetings': 'n'})", x="'n:Q'"),
        ],
        wrong=[
            ("leaders_chart = rows", "table"),
            (drawn(mark="line()"), "line"),
            (drawn(data="tops", x="'count()'"), "counts rows"),
            (drawn(x="'mean(meetings):Q'"), "averages"),
            (drawn(x="'meetings:N'"), "quantitative"),
            (drawn(y="'meetings:N'"), "prime ministers"),
            (drawn(y=""), "prime ministers"),
            (drawn(data="rows.head(3)"), "does not show"),
            (
                drawn(data=f"{PAIR}.groupby('leader').size().rename('meetings').reset_index()"),
                "does not show",
            ),
            ("leaders_chart = bars", "title"),
            ("leaders_chart = bars.properties(title='Who stays meets more')", "alt text"),
            (
                drawn(title="'He who stays meets more'", x="alt.X('meetings:Q', title=None)"),
                "unit",
            ),
        ],
        mutations=[
            ("mark_bar", "mark_line"),
            ('"meetings:Q"', '"meetings:N"'),
            ("by_leader.rename", "by_leader.head(2).rename"),
        ],
        secret="[]",
    ),
    "usual_gap": Answers(
        right=[
            "usual_gap = float(days.median()) + 1e-10",
            "usual_gap = argument.gaps(known).days_min.median()",
            "usual_gap = sum(sorted(days.dropna())[9:11]) / 2",
        ],
        wrong=[
            ("usual_gap = days.mean()", "mean"),
            ("usual_gap = days.max()", "longest"),
            ("usual_gap = days.min()", "shortest"),
            ("usual_gap = days.sum()", "first meeting to the last"),
            ("usual_gap = days.sum() / len(known)", "one time less"),
            ("usual_gap = days.fillna(0).median()", "between two"),
            ("usual_gap = sorted(days.dropna())[10]", "between two"),
            ("usual_gap = days.median() / 7", "weeks"),
            ("usual_gap = argument.gaps(tops).days_min.median()", "all prime ministers"),
            ("usual_gap = days", "one was expected"),
            ("usual_gap = pd.Timedelta(days=days.median())", "number"),
            ("usual_gap = 60", "Sort"),
        ],
        mutations=[(".median()", ".min()"), ("2018", "2014"), (".median()", ".mean()")],
    ),
}
