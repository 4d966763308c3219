"""Judges of the claims that chapter ``balance/hedge`` weighs."""

from __future__ import annotations

from ...commentary import DATE
from ...data import load
from ...day import days_between, in_words
from ...ledger import Judgement, judge
from ...meetings import LEADERS, MINISTERS, SECURITY
from ...words import listed
from ..periods import period_mean
from ..scrambles import scrambles_by_year
from ..ties import ABE_RETURNS, arms_to_china, closeness, meeting_count
from ..voting import alignment
from ._evidence import (
    JOINT,
    STATEMENTS,
    VOTES,
    held,
    near_japan,
    statements,
    to_commentary,
    two_plus_two,
    two_plus_two_agreed,
    votes,
)

CRIMEA = "2014-03-18"
"""The day of Japan's first measures over Crimea, as text, like the tables' dates."""


@judge("C06")
def _border_drill() -> Judgement:
    rows = load(SECURITY).set_index("event_id")
    drill = rows.loc["sec_17"]
    notice = statements("C06").iloc[0]
    freezes = rows[(rows["category"] == "freeze") & (rows["date"] < DATE)]
    later = held(DATE, "2100")
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"announced on {in_words(notice['date'])} for {in_words(drill['date'])}",
        evidence=(
            f"The drill in Aniva Bay was announced for {in_words(drill['date'])}; the partners "
            "were Japan’s coast guard and Russia’s border service, not the armed forces, whose "
            f"contacts had been cut in March 2014 ({len(freezes)} freezes in the table)."
        ),
        hindsight=(
            "No report from after the event was found, so the drill itself stays unverified; "
            f"{len(later)} later security contacts are confirmed, the last in "
            f"{in_words(later['date'].max()[:7])}."
        ),
        tables=[SECURITY, STATEMENTS],
    )


@judge("C37")
def _spill_over() -> Judgement:
    agreed = two_plus_two_agreed()
    rows = load(SECURITY)
    rows = rows[rows["verified"] & ~rows["disputed"]]
    first = rows[rows["category"] == "naval_sarex"]["date"].min()
    before = held("2010", "2012-12-31")
    after = held("2012-12-31", CRIMEA)
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"rescue exercises since {first}, long before 2013",
        evidence=(
            f"The 2+2 was new, but agreed on {in_words(agreed['date'])} in the same package as the "
            f"economy, so the order in time shows no spill-over; drills and visits were "
            f"{len(after)} from 2013 to Crimea, {len(before)} in 2010–12."
        ),
        tables=[SECURITY],
    )


@judge("C38")
def _terror_promise() -> Judgement:
    said = statements("C38")
    clear = int((said["bearing"] == "for").sum())
    settings = listed(in_words(date) for date in said.sort_values("date")["date"])
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{len(said)} mentions, {clear or 'no'} pledge in those words",
        evidence=(
            f"Terrorism was a topic on {settings}, first in the Russian summary, then in a remark "
            "of Abe’s about the Islamic State group; a pledge on Russia’s own concerns was not "
            "seen, but only the opening part of the readouts was read."
        ),
        tables=[STATEMENTS],
    )


@judge("C39")
def _reform_understanding() -> Judgement:
    said = statements("C39").iloc[0]
    talks = two_plus_two().iloc[0]
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"seen in {in_words(said['date'])}, not in 2014",
        evidence=(
            "Japan explained its defence reforms to Russia around the 2+2 of "
            f"{in_words(talks['date'])}; nothing of the kind was found for 2014, the year of "
            "the claim."
        ),
        tables=[STATEMENTS, MINISTERS],
    )


@judge("C40")
def _agreed_before_crimea() -> Judgement:
    agreed = two_plus_two_agreed()
    first = two_plus_two().iloc[0]
    days = days_between(agreed["date"], CRIMEA)
    early = days > 0 and "regular" in first["outcome"] and first["date"] < CRIMEA
    return Judgement(
        verdict="supported" if early else "contradicted",
        then="supported" if early else "contradicted",
        figure=f"agreed {days} days before Japan’s first measures",
        evidence=(
            f"Abe and Putin set up the 2+2 in {agreed['place']} on {in_words(agreed['date'])}; its "
            f"first session, on {in_words(first['date'])}, made the format regular; Japan’s first "
            f"measures over Crimea came on {in_words(CRIMEA)}."
        ),
        tables=[SECURITY, MINISTERS],
    )


@judge("C41")
def _first_in_tokyo() -> Judgement:
    sessions = two_plus_two()
    first = sessions.iloc[0]
    right = first["place"] == "Tokyo" and first["date"].startswith("2013-11")
    return Judgement(
        verdict="supported" if right else "contradicted",
        then="supported" if right else "contradicted",
        figure=f"{first['place']}, {in_words(first['date'])}",
        evidence=(
            f"The first of {len(sessions)} sessions in the table was held in "
            f"{first['place']} on {in_words(first['date'])}."
        ),
        tables=[MINISTERS],
    )


@judge("C42")
def _strategic_fields() -> Judgement:
    first = two_plus_two().iloc[0]
    package = load(SECURITY).set_index("event_id").loc["sec_11"]
    done = held(first["date"], CRIMEA)
    piracy = held(first["date"], "2100")
    piracy = piracy[piracy["category"] == "anti_piracy"]
    fields = package["description"].split(", ")
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(fields)} fields agreed, {len(done)} contacts before Crimea",
        evidence=(
            f"The session agreed on {listed(fields)}; {len(done)} contacts followed before Crimea, "
            f"among them a rescue exercise in {in_words(done['date'].min())} with a counter-terror "
            "part for the first time."
        ),
        hindsight=(
            "Joint anti-piracy training, also agreed, is first found in "
            f"{in_words(piracy['date'].min()[:7])}."
        ),
        tables=[SECURITY, MINISTERS],
    )


@judge("C43")
def _clear_improvement() -> Judgement:
    sessions = two_plus_two()
    first, second = sessions.iloc[0], sessions.iloc[1]
    days = days_between(first["date"], CRIMEA)
    gap = days_between(first["date"], second["date"]) / 365.25
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{days} days from the first session to the freeze",
        evidence=(
            f"New in kind, with {len(held(first['date'], CRIMEA))} contacts in its wake, but it "
            f"bore fruit for only {days} days before defence contacts stopped: a step up, not yet "
            "an improvement that held."
        ),
        hindsight=(
            f"The second session came after {gap:.1f} years, on {in_words(second['date'])}; "
            f"the {len(sessions)}th and last in the table on {in_words(sessions['date'].max())}."
        ),
        tables=[MINISTERS, SECURITY],
    )


@judge("C47")
def _moscow_and_beijing() -> Judgement:
    xi, sure = to_commentary("Xi"), to_commentary("Xi", verified_only=True)
    equal = alignment(votes(), "RUS", "CHN")
    early, late = period_mean(equal, 2007, 2012), period_mean(equal, 2013, 2014)
    arms = arms_to_china(load("balance/arms_transfers")).set_index("year")["tiv_mn"]
    gas = statements("C47").set_index("statement_id").loc["gas_2014", "date"]
    drills = load(JOINT, verified_only=True)
    known = drills[(drills["date"] >= "2012") & (drills["date"] <= DATE)]
    bombers = drills[drills["kind"] == "bomber_patrol"]
    return Judgement(
        verdict="supported",
        then="partly",
        figure=f"{xi} Xi–Putin meetings, {len(known)} naval exercises in 2012–15",
        evidence=(
            f"Meetings ({xi} from March 2013 to the commentary, {sure} of them verified), yearly "
            f"naval exercises since 2012 and the gas contract of {in_words(gas)} all point one "
            f"way; but Russian arms deliveries of 2014 were {arms[2014] / arms.max() * 100:.0f}% "
            f"of their peak, and agreement in UN votes had slipped from {early:.2f} (2007–12) to "
            f"{late:.2f} (2013–14)."
        ),
        hindsight=(
            f"It went on: {len(bombers)} joint bomber patrols by the end of 2025, and agreement in "
            f"votes back at {period_mean(equal, 2017, 2021):.2f} in 2017–21."
        ),
        tables=[LEADERS, JOINT, "balance/arms_transfers", VOTES, STATEMENTS],
    )


@judge("C48")
def _urgency() -> Judgement:
    gas = statements("C47").set_index("statement_id").loc["gas_2014", "date"]
    ahead = meeting_count(load(LEADERS), "Abe", "Putin", "2013-03", gas)
    since = meeting_count(load(LEADERS), "Abe", "Putin", gas, DATE)
    return Judgement(
        verdict="untestable",
        then="untestable",
        figure=f"{ahead} Abe–Putin meetings in 14 months before the gas contract, {since} after",
        evidence=(
            "Urgency is a motive; only the sequence can be shown, and it runs the other way: "
            f"{ahead} meetings from March 2013 to {in_words(gas)}, {since} in the 14 months to the "
            "commentary, with Crimea in between as the likelier reason."
        ),
        tables=[LEADERS, STATEMENTS],
    )


@judge("C49")
def _russia_too() -> Judgement:
    flights = scrambles_by_year(load("balance/scrambles")).set_index("fiscal_label")["russia"]
    equal = alignment(votes(), "JPN", "RUS").set_index("year")["value"]
    early = near_japan("naval_exercise", until=DATE)
    study = statements("C49").iloc[0]
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{to_commentary('Xi')} : {to_commentary('Abe')} meetings, "
        f"{flights['FY2014']:.0f} scrambles in FY2014",
        evidence=(
            "A wish cannot be seen; conduct can. For it: the 2+2 and drills with Japan. Against "
            f"it: {to_commentary('Xi')} meetings with Xi to {to_commentary('Abe')} with Abe, "
            f"{early} naval exercises with China near Japan before the commentary, "
            f"{flights['FY2014']:.0f} scrambles against Russian aircraft in FY2014 after "
            f"{flights['FY2012']:.0f} in FY2012, agreement with Japan in UN votes down from "
            f"{equal[2012]:.2f} (2012) to {equal[2014]:.2f} (2014)."
        ),
        hindsight=(
            f"{near_japan(since=DATE)} further joint activities near Japan followed by the "
            f"end of 2025, and a study of {study['date']} finds that Moscow’s line on Japan had "
            "hardened before: conduct against the claim, though no proof of what Moscow wished."
        ),
        tables=[LEADERS, JOINT, "balance/scrambles", VOTES, STATEMENTS],
    )


@judge("C50")
def _turn_to_asia() -> Judgement:
    said = statements("C50").iloc[0]
    there = load(LEADERS)
    there = there[(there["date"] == said["date"]) & (there["place"] == "Vladivostok")]
    return Judgement(
        verdict="supported",
        then="partly",
        figure=f"{said['setting']}, {in_words(said['date'])}",
        evidence=(
            "Russia put the turn on show by hosting the Asia-Pacific summit at Vladivostok in "
            f"{in_words(said['date'][:7])}, with Japan’s prime minister among the guests "
            f"({len(there)} meeting in the table); the declaration itself was not read for this "
            "book."
        ),
        hindsight="A study of 2022 dates the declared turn to the East from that summit.",
        tables=[STATEMENTS, LEADERS],
    )


@judge("C57")
def _mending_with_china() -> Judgement:
    rows = load(LEADERS)
    early = meeting_count(rows, "Abe", "Xi", ABE_RETURNS, "2014-10")
    then = meeting_count(rows, "Abe", "Xi", ABE_RETURNS, DATE)
    every = meeting_count(rows, "Abe", "Xi")
    flights = scrambles_by_year(load("balance/scrambles")).set_index("fiscal_label")["china"]
    close = closeness(load("balance/opinion"), "CHN").set_index("survey_round")["share_pct"]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{early or 'no'} Abe–Xi meeting before November 2014, {then} by the commentary",
        evidence=(
            f"No meeting in Abe’s first 22 months, then {then} in six months (of the first only "
            "the month is confirmed); talks, not trust: scrambles against Chinese aircraft rose to "
            f"{flights['FY2014']:.0f} in FY2014, and {close['2014']:.1f}% of Japanese felt close "
            "to China."
        ),
        hindsight=f"{every} meetings by the end of 2019, a visit in October 2018 among them.",
        tables=[LEADERS, "balance/scrambles", "balance/opinion"],
    )


@judge("C58")
def _trip_to_china() -> Judgement:
    said = statements("C58").iloc[0]
    rows = load(LEADERS)
    trips = rows[
        (rows["pair"] == "JPN-CHN") & (rows["host_iso3"] == "CHN") & (rows["date"] > DATE)
    ].sort_values("date")
    visit = trips[trips["format"] == "official_visit"].iloc[0]
    return Judgement(
        verdict="partly",
        then="untestable",
        figure=f"next in China on {in_words(trips['date'].iloc[0])}",
        evidence=(
            f"A report of {in_words(said['date'])} confirms that a September trip was under study, "
            "and that it was dropped; nothing in the tables shows it for July, when the claim was "
            "made."
        ),
        hindsight=(
            f"Abe was next in China on {in_words(trips['date'].iloc[0])}, for the G20, and made "
            f"his visit on {in_words(visit['date'])}."
        ),
        tables=[STATEMENTS, LEADERS],
    )
