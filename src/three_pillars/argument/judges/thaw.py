"""Judges of the claims that chapter ``argument/thaw`` weighs."""

from __future__ import annotations

import pandas as pd

from ...commentary import DATE
from ...data import load
from ...day import COMMENTARY, dated, days_between, in_words, until
from ...ledger import Judgement, judge
from ...meetings import LEADERS, MINISTERS, SECURITY, TERMS
from ..contacts import all_contacts
from ..counts import count, per_year_in_office
from ..polls import approval_change
from ._evidence import MILESTONES, POLLS, abe_putin, milestone, sides, summits


@judge("C01")
def warming() -> Judgement:
    """Relations were warming again after sixteen months of coolness."""
    crimea = milestone("crimea")
    every = sides(crimea, 16)
    top = sides(crimea, 16, ["leaders"])
    later = sides(COMMENTARY, 12, ["leaders", "foreign_ministers"])
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{every['before']} → {every['after']} contacts in 16 months",
        evidence=f"In the sixteen months before 18 March 2014 there were {every['before']} sure "
        f"contacts of all kinds, {top['before']} of them between leaders; in the sixteen months "
        f"after, {every['after']} and {top['after']}: cooler, but never cold.",
        hindsight=f"The warming came after the commentary: {later['after']} meetings of leaders "
        f"and foreign ministers in the next twelve months, against {later['before']} in the "
        "twelve before.",
        tables=[LEADERS, MINISTERS, SECURITY, MILESTONES],
    )


@judge("C02")
def chill() -> Judgement:
    """Crimea caused the chill."""
    frozen = load(SECURITY)
    frozen = dated(frozen[(frozen["category"] == "freeze") & (frozen["year"] == 2014)])
    first = frozen["first_day"].max()
    tops = summits()
    before = tops[tops["last_day"] < first].iloc[-1]
    after = tops[tops["first_day"] > first].iloc[0]
    days = days_between(before["last_day"], after["first_day"])
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(frozen)} freezes in March 2014; {days} days without a summit",
        evidence=f"Japan shelved talks on {in_words(first)} and halted defence contacts the same "
        "month, naming Crimea as the reason; leaders met on "
        f"{in_words(before['last_day'])} and not again until {in_words(after['first_day'])}.",
        tables=[SECURITY, LEADERS],
    )


@judge("C03")
def yachi() -> Judgement:
    """Yachi went to Moscow in July 2015."""
    talks = load(MINISTERS)
    talks = talks[(talks["kind"] == "security_advisers") & (talks["date"].str[:7] == "2015-07")]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(talks)} meeting in July 2015",
        evidence=f"The list of security advisers' talks has {len(talks)} in July 2015, "
        f"{talks['japan_side'].iloc[0]} with {talks['russia_side'].iloc[0]} in "
        f"{talks['place'].iloc[0]}; the month is confirmed, the day is not.",
        tables=[MINISTERS],
    )


@judge("C04")
def putin_visit() -> Judgement:
    """Putin was planning to visit Japan later in 2015."""
    tops = summits()
    promised = tops[tops["outcome"].fillna("").str.contains("trip to be arranged")].iloc[-1]
    in_japan = tops[(tops["first_day"] > COMMENTARY) & (tops["host_iso3"] == "JPN")].iloc[0]
    late = days_between("2015-12-31", in_japan["first_day"])
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"planned for 2015, came {late} days after its end",
        evidence=f"The plan was real: at {promised['place']} on "
        f"{in_words(promised['first_day'])} the leaders agreed on a visit at a suitable time in "
        "2015.",
        hindsight=f"The visit came on {in_words(in_japan['first_day'])}; as a forecast the date "
        "failed.",
        tables=[LEADERS],
    )


@judge("C05")
def kishida() -> Judgement:
    """Foreign Minister Kishida might go to Russia within months."""
    talks = dated(load(MINISTERS))
    talks = talks[(talks["kind"] == "foreign_ministers") & (talks["host_iso3"] == "RUS")]
    first = talks[talks["first_day"] > COMMENTARY].iloc[0]
    days = days_between(COMMENTARY, first["first_day"])
    return Judgement(
        verdict="supported",
        then="untestable",
        figure=f"{days} days later",
        evidence=f"{first['japan_side']} met {first['russia_side']} in {first['place']} on "
        f"{in_words(first['first_day'])}, {days} days after the commentary.",
        hindsight="On 21 July 2015 this was a forecast; all the evidence is later.",
        tables=[MINISTERS],
    )


@judge("C07")
def effort() -> Judgement:
    """Since late 2012 Abe had put much effort into ties with Moscow."""
    back, crimea = milestone("abe_returns"), milestone("crimea")
    tops = until(summits(), COMMENTARY)
    rates = per_year_in_office(tops, load(TERMS), DATE)
    abe = rates[rates["start"] == back].iloc[0]
    others = rates[rates["start"] < back]
    usual = others["meetings"].sum() / others["years"].sum()
    eager = tops["first_day"].between(back, crimea).sum()
    pace = eager / (days_between(back, crimea) / 365.25)
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{pace:.1f} a year up to Crimea, {usual:.1f} before Abe",
        evidence=f"From his return in December 2012 to March 2014 Abe met Russia's president "
        f"{eager} times, {pace:.1f} a year, and began the 2+2; prime ministers since 2000 before "
        f"him had {usual:.1f}. With the months after Crimea his pace falls to "
        f"{abe['per_year']:.1f}.",
        tables=[LEADERS, TERMS, MILESTONES],
    )


@judge("C08")
def many_times() -> Judgement:
    """Abe had met Putin many times."""
    second, every = len(abe_putin(second_term=True)), len(abe_putin())
    whole = load(LEADERS)["abe_putin_number"].max()
    counts = load("argument/official_counts")
    counts = counts[(counts["series"] == "Abe-Putin") & (counts["date"] <= COMMENTARY)]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{every} meetings, {second} since 2012",
        evidence=f"By 21 July 2015 they had met {every} times, {second} of them since Abe's "
        f"return; Japan's foreign ministry counted {counts['official_count'].iloc[-1]} too.",
        hindsight=f"By September 2019 the series reached {whole}.",
        tables=[LEADERS, "argument/official_counts"],
    )


@judge("C09")
def official_visits() -> Judgement:
    """Two of those meetings were official visits to Russia."""
    held = abe_putin(second_term=True)
    trips = held[held["host_iso3"] == "RUS"]
    official = trips[trips["format"] == "official_visit"]
    others = "; ".join(trips.loc[trips["format"] != "official_visit", "occasion"])
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{len(official)} official visit in {len(trips)} trips",
        evidence=f"Of {len(trips)} trips to Russia up to July 2015, {len(official)} was called an "
        f"official visit, that of April 2013; the others had an occasion of their own ({others}).",
        tables=[LEADERS],
    )


@judge("C10")
def first_in_ten_years() -> Judgement:
    """The trip of 2013 was the first official one in ten years."""
    trips = summits()
    trips = trips[trips["host_iso3"] == "RUS"]
    official = trips[trips["format"] == "official_visit"]
    earlier, trip = official.iloc[-2], official.iloc[-1]
    years = days_between(earlier["first_day"], trip["first_day"]) / 365.25
    between = trips[
        (trips["first_day"] > earlier["first_day"]) & (trips["last_day"] < trip["first_day"])
    ]
    unsure = int((~between["verified"]).sum())
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{years:.1f} years between official visits",
        evidence=f"{earlier['leader']}'s official visit was on "
        f"{in_words(earlier['first_day'])}; in the {years:.1f} years up to "
        f"{in_words(trip['first_day'])} prime ministers met Russia's president in Russia "
        f"{len(between)} times under other labels ({unsure} of them unverified).",
        tables=[LEADERS],
    )


@judge("C11")
def dramatic_break() -> Judgement:
    """Abe's turn to Russia was a dramatic break with earlier policy."""
    years = count(summits()).set_index("year")["meetings"]
    mean_before = years.loc[2000:2012].mean()
    mean_then = years.loc[2013:2014].mean()
    mean_later = years.loc[2013:2019].mean()
    first_22 = load(MINISTERS)
    first_22 = first_22[first_22["kind"] == "two_plus_two"].iloc[0]
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"2009: {years[2009]}, 2013: {years[2013]}",
        evidence=f"Meetings with the president rose from {mean_before:.1f} a year (2000–2012) to "
        f"{mean_then:.1f} (2013–2014), yet the best year, {years[2013]} in 2013, only equals "
        f"2009; what was new was the form, such as the first 2+2 on {in_words(first_22['date'])}.",
        hindsight=f"Over 2013–2019 the mean was {mean_later:.1f} a year: a higher level that "
        "lasted, and no record year.",
        tables=[LEADERS, MINISTERS],
    )


@judge("C15")
def reviving() -> Judgement:
    """By mid-2015 Abe was reviving engagement although Ukraine was unsettled."""
    kinds = ["leaders", "foreign_ministers", "two_plus_two"]
    every = sides(COMMENTARY, 12, kinds)
    silent = days_between(until(summits(), COMMENTARY)["last_day"].max(), COMMENTARY)
    return Judgement(
        verdict="supported",
        then="partly",
        figure=f"{every['before']} → {every['after']} meetings in 12 months",
        evidence=f"On the day of the commentary the leaders had not met for {silent} days; what "
        "pointed to a revival was the advisers' talk of that month and plans for trips.",
        hindsight=f"Leaders and foreign ministers met {every['after']} times in the next twelve "
        f"months, against {every['before']} in the twelve before.",
        tables=[LEADERS, MINISTERS],
    )


@judge("C53")
def polls_fall() -> Judgement:
    """Abe was losing support in the polls."""
    known = approval_change(load(POLLS), DATE)
    falls = ", ".join(f"{row.pollster} {row.change:+.1f}" for row in known.itertuples())
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{known['change'].max():+.0f} to {known['change'].min():+.1f} points".replace(
            "-", "−"
        ),
        evidence=f"All {len(known)} pollsters with two polls between June and 19 July 2015 show a "
        f"fall ({falls.replace('-', '−')} points).",
        tables=[POLLS],
    )


@judge("C54")
def bills_cause() -> Judgement:
    """The security bills were the cause."""
    vote = milestone("bills_lower")
    polls = dated(load(POLLS))
    nhk = approval_change(polls[polls["last_day"] < vote]).set_index("pollster")
    across = approval_change(polls[polls["last_day"] <= COMMENTARY]).set_index("pollster")
    across = across[pd.to_datetime(across["last"]) > vote]
    fell, lost = int((across["change"] < 0).sum()), -nhk.loc["NHK", "change"]
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{fell} of {len(across)} pollsters found a fall across the vote, NHK before it",
        evidence=f"Of the {len(across)} pollsters who asked before and after the vote of "
        f"{in_words(vote)}, {fell if fell < len(across) else 'all'} found a fall. But NHK had "
        f"found a loss of {lost:.0f} points before it, and the row about the Olympic stadium fell "
        "into the same days: the timing fits and cannot single out the bills.",
        tables=[POLLS, MILESTONES],
    )


@judge("C55")
def bills_pending() -> Judgement:
    """The security bills were then before the Diet."""
    lower, upper = milestone("bills_lower"), milestone("bills_upper")
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"lower house {in_words(lower)}, upper house {in_words(upper)}",
        evidence=f"The lower house had passed the bills {days_between(lower, COMMENTARY)} days "
        "before the commentary; they were before the upper house, which passed them "
        f"{days_between(COMMENTARY, upper)} days after it.",
        tables=[MILESTONES],
    )


@judge("C56")
def offset() -> Judgement:
    """Abe might look for a success with Russia to offset the bills at home."""
    bills = milestone("bills_upper")
    events = all_contacts()
    rest = events[
        events["first_day"].between(COMMENTARY, pd.Timestamp("2015-12-31")) & events["verified"]
    ]
    tops = rest[rest["kind"] == "leaders"]
    minister = rest[rest["kind"] == "foreign_ministers"].iloc[0]
    visits = load(LEADERS)
    visits = visits[(visits["year"] == 2015) & (visits["pair"] == "JPN-RUS")]
    at_home = int((visits["host_iso3"] == "JPN").sum())
    return Judgement(
        verdict="partly",
        then="untestable",
        figure=f"{len(tops)} summits after the bills, {at_home or 'none'} in Japan",
        evidence="He did seek contact: his foreign minister was in Moscow "
        f"{days_between(bills, minister['first_day'])} days after the bills passed, and "
        f"{len(tops)} leaders' meetings followed by the end of 2015, {at_home or 'none'} of them "
        "in Japan and none with an agreement. Why he sought it no table can show.",
        hindsight="On 21 July 2015 this was a forecast; all the evidence is later.",
        tables=[LEADERS, MINISTERS, MILESTONES],
    )
