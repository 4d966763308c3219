"""Judges of the claims of chapter territory/bargain: can the islands be split?"""

from __future__ import annotations

from ...commentary import DATE
from ...data import load
from ...day import dated, days_between, in_words, month_in_words
from ...ledger import Judgement, judge
from ...meetings import LEADERS, MINISTERS, pair
from ..names import GROUPS
from ..outcome import outcome
from ._evidence import (
    DAY_AFTER,
    YEAR_AFTER,
    YEAR_BEFORE,
    count_of,
    event,
    events_after,
    events_between,
    formal_rounds,
    poll,
    term_of_abe,
)

SOCHI = 'Sochi summit, "new approach"'
"""The title of one event."""

STEPS = ("treaty", "agreement", "declaration", "offer")
"""Kinds of events that bring a settlement nearer: something signed, declared or offered."""


@judge("C17")
def wanted_to_settle() -> Judgement:
    """Was Abe convinced that the dispute must be settled? Only what he did about it shows."""
    start, end = term_of_abe()
    both = events_between(start, DATE)
    acts = both[both["kind"] == "summit"]
    sent, signed = event("Mori meets Putin as envoy"), event("Abe–Putin summit, Moscow")
    later = events_between(DATE, end)
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(acts)} steps at the top, from {in_words(acts['date'].iloc[0])}",
        evidence=(
            f"Within {days_between(start, sent['date'])} days of taking office he had sent an "
            f"envoy with a letter, and on {in_words(signed['date'])} he signed a statement that "
            "calls the lack of a treaty abnormal. A conviction cannot be seen; what he did can."
        ),
        hindsight=(
            f"The table has {count_of(later, 'summit')} more summits on the islands "
            f"in his time, the last in {event('Singapore agreement')['date'][:4]}."
        ),
        tables=["territory/events", "argument/terms"],
    )


@judge("C20")
def momentum() -> Judgement:
    """Was there momentum? Then something should have been signed, offered or at least talked on."""
    rounds = formal_rounds()
    before = rounds[rounds["date"] <= DATE]["date"].iloc[-1]
    after = rounds[rounds["date"] > DATE]["date"].iloc[0]
    recent = events_between(YEAR_BEFORE, DATE)
    steps = int(recent["kind"].isin(STEPS).sum())
    following = events_between(DAY_AFTER, YEAR_AFTER)
    meetings = pair(load(LEADERS, verified_only=True), "JPN-RUS")
    abe = meetings[meetings["leader"] == "Abe"]
    last = abe[abe["date"] <= DATE].sort_values("date").iloc[-1]
    return Judgement(
        verdict="contradicted",
        then="contradicted",
        figure=f"{steps or 'no'} step in a year; no round for {days_between(before, DATE)} days",
        evidence=(
            f"For the year before the commentary the table has {steps or 'no'} step towards a "
            f"settlement, nothing signed, declared or offered; its {len(recent)} entry is Lavrov's "
            "rebuke of May 2015. The last formal round lay "
            f"{days_between(before, DATE)} days back. Only the leaders' wish of "
            f"{in_words(last['date'])} to arrange a visit speaks for the claim."
        ),
        hindsight=(
            f"The next round came {days_between(before, after)} days after the last; the year "
            f"after the commentary opens with {count_of(following, 'unilateral')} Russian steps on "
            "the islands and then brings Sochi, an approach and no text."
        ),
        tables=[
            "territory/events",
            "argument/ministerial_meetings",
            "argument/leader_meetings",
        ],
    )


@judge("C21")
def a_priority() -> Judgement:
    """Did Abe make a return of the islands a priority? His meetings and envoys show the weight."""
    start, end = term_of_abe()
    events = load("territory/events", verified_only=True)
    summits = events[(events["kind"] == "summit") & (events["date"] >= "2000")]
    his = summits[(summits["date"] >= start) & (summits["date"] <= end)]
    then = his[his["date"] <= DATE]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(his)} of {len(summits)} top-level entries since 2000 are his",
        evidence=(
            f"By the day of the commentary {len(then)} summits or missions of an envoy on the "
            f"islands fell into his {days_between(start, DATE) / 365.25:.1f} years; no other prime "
            "minister of this century has so many in the table."
        ),
        hindsight=(
            f"By {in_words(end)} it was {len(his)}; the priority was real, and no island changed "
            "hands."
        ),
        tables=["territory/events", "argument/terms"],
    )


@judge("C22")
def hinted_at_less() -> Judgement:
    """Had Abe hinted at giving up the demand for all four? Compare what was said with policy."""
    start, _end = term_of_abe()
    options = load("territory/options", verified_only=True)
    mine = options[(options["side"] == "Japan") & (options["date"] >= start)]
    before = mine[mine["date"] <= DATE]
    official = before[before["status"] == "official_position"]
    personal = before[before["status"] == "personal_view"]
    sent = event("Singapore agreement")
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{len(personal)} personal views, {len(official)} official position: four",
        evidence=(
            f"From {start[:4]} to the commentary the table has {len(personal)} ideas from the "
            "Japanese side for less than all four, both Mori's own views; the "
            f"government's position of {in_words(official['date'].iloc[0])} was all four."
        ),
        hindsight=(
            f"On {in_words(sent['date'])} Abe took the declaration of 1956 as the basis, which "
            f"names two groups with {outcome({'habomai': 1, 'shikotan': 1}).land:.1%} of the land: "
            "a hint of less than four, from Abe himself."
        ),
        tables=["territory/options", "territory/events", "territory/areas"],
    )


@judge("C23")
def envoy() -> Judgement:
    """Did Mori go to Moscow as Abe's envoy in early 2013? The press record has the day."""
    met = event("Mori meets Putin as envoy")
    return Judgement(
        verdict="supported",
        then="supported",
        figure=in_words(met["date"]),
        evidence=(
            f"On {in_words(met['date'])} Mori met Putin with a letter from Abe, "
            f"{days_between(term_of_abe()[0], met['date'])} days after Abe took office."
        ),
        tables=["territory/events", "argument/terms"],
    )  # fmt: skip


@judge("C24")
def floated_a_split() -> Judgement:
    """Did Mori float a split before leaving? He drew a line; what it divides is arithmetic."""
    drawn = event("Mori draws a line on television")
    met = event("Mori meets Putin as envoy")
    days = days_between(drawn["date"], met["date"])
    three = outcome({"habomai": 1, "shikotan": 1, "kunashiri": 1})
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{days} days before; {three.land:.1%} of the land",
        evidence=(
            f"On {in_words(drawn['date'])} he drew a line on television between Kunashiri/Kunashir "
            f"and Etorofu/Iturup: three of four groups for Japan, but {three.land:.1%} of the "
            f"land and {three.sea:.0%} of the sea, so a split, and not an even one."
        ),
        tables=["territory/events", "territory/areas", "territory/sea_areas"],
    )


@judge("C25")
def government_kept_its_distance() -> Judgement:
    """Did the government keep its distance and its claim to all four? It answered at once."""
    drawn = event("Mori draws a line on television")
    options = load("territory/options", verified_only=True)
    official = options[(options["side"] == "Japan") & (options["status"] == "official_position")]
    answer = official["date"].iloc[0]
    days = days_between(drawn["date"], answer)
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"answer after {days} day",
        evidence=(
            f"On {in_words(answer)}, {days} day after Mori's remark, the government denied any "
            "change and restated the claim to all four groups."
        ),
        hindsight=f"At Sochi in {event(SOCHI)['date'][:4]} it was again called unchanged.",
        tables=["territory/events", "territory/options"],
    )


@judge("C26")
def never_one_sided() -> Judgement:
    """Would Russia never accept a one-sided handover, and did Abe know? Polls bear on the first."""
    settled = poll("VTsIOM", "2010", "the question is settled")
    against = poll("Levada Center", "2016", "against a transfer")
    later = poll("Levada Center", "2018", "against a transfer")
    islanders = poll("VTsIOM", "2019", "against a transfer")
    vote = event("Vote on the Russian constitution")
    options = load("territory/options", verified_only=True)
    # A hint that the press reported is no offer.
    offers = options[(options["side"] == "Russia") & options["status"].str.contains("offer")]
    offered = (offers[[f"{group}_share_to_japan" for group in GROUPS]] > 0).sum(axis=1).max()
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{settled:.0f}% in 2010: settled; {against:.0f}% in 2016: against",
        evidence=(
            f"In 2010 {settled:.0f}% of Russians asked called the question settled, and none of "
            f"the {len(offers)} Russian offers in the table goes beyond {offered} of the "
            "four groups; what Abe knew leaves no trace that a test could find."
        ),
        hindsight=(
            f"Against a transfer were {against:.0f}% in 2016, {later:.0f}% in 2018 and "
            f"{islanders:.0f}% of the islanders in 2019; with the vote of "
            f"{in_words(vote['date'])} a ban on giving territory away entered the constitution."
        ),
        tables=["territory/opinion", "territory/options", "territory/events"],
    )


@judge("C27")
def quiet_talks() -> Judgement:
    """Did the two sides keep up quiet talks? Formal rounds can be counted, advisers' trips too."""
    rounds = formal_rounds()
    before = rounds[rounds["date"] <= DATE]["date"].iloc[-1]
    after = rounds[rounds["date"] > DATE]["date"].iloc[0]
    meetings = load(MINISTERS, verified_only=True)
    met = dated(meetings[meetings["kind"] == "security_advisers"])
    met = met[met["first_day"] > before]
    sure = int((met["last_day"] <= DATE).sum())
    perhaps = int((met["first_day"] <= DATE).sum())
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"advisers {sure} to {perhaps} times, no formal round for "
        f"{days_between(before, DATE)} days",
        evidence=(
            f"Between the round of {in_words(before)} and the commentary the security advisers met "
            f"{sure} or {perhaps} times (of one meeting only the month is known), on Ukraine and a "
            "visit as far as is known; formal talks on the treaty stood still all that time."
        ),
        hindsight=f"They were taken up again on {in_words(after)}.",
        tables=["argument/ministerial_meetings"],
    )


@judge("C28")
def why_no_treaty() -> Judgement:
    """Is the dispute why no treaty closed the war? There is no treaty, but the war was ended."""
    ended = event("Soviet–Japanese Joint Declaration")
    years = int(DATE[:4]) - int(ended["date"][:4])
    events = events_between(str(ended["date"]), DATE)
    treaties = count_of(events[events["side"] == "both"], "treaty")
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{years} years after 1956, {treaties or 'no'} peace treaty",
        evidence=(
            f"From the declaration of {in_words(ended['date'])} to the commentary the table has "
            f"{treaties or 'no'} treaties between the two: it left the peace treaty to later "
            "talks and tied the handover of two groups to it. But it also ended the state of war."
        ),
        tables=["territory/events"],
    )


@judge("C29")
def grand_bargain_in_reach() -> Judgement:
    """Was a large bargain within reach while Abe was in office? By his last day, was there one?"""
    _start, end = term_of_abe()
    later = events_between(DATE, end)
    signed = later[later["kind"].isin(["treaty", "agreement"])]
    offers = later[later["kind"] == "offer"]
    return Judgement(
        verdict="contradicted",
        then="untestable",
        figure=f"{len(signed) or 'nothing'} signed by {in_words(end)}",
        evidence=(
            "On the day of the commentary the forecast was open, though no round had been held "
            f"since {formal_rounds()['date'].iloc[0][:4]} and no offer lay on the table. "
            f"By {in_words(end)}, Abe's last day, {len(signed) or 'no'} "
            "treaties, transfers or divisions had been signed."
        ),
        hindsight=(
            f"In between came {len(offers)} offer, Putin's of a treaty first and the islands "
            "later, and the constitution of 2020."
        ),
        tables=["territory/events", "argument/terms", "argument/ministerial_meetings"],
    )


@judge("C30")
def riper_than_ever() -> Judgement:
    """Did both sides say that the time was better than ever? Read the statements of that year."""
    said = events_between(YEAR_BEFORE, DATE)
    friendly = said[said["kind"].isin([*STEPS, "summit"])]
    rebukes = said[(said["kind"] == "statement") & (said["side"] == "Russia")]
    later = events_between(DATE, f"{DATE[:4]}-12-31")
    return Judgement(
        verdict="contradicted",
        then="contradicted",
        figure=f"{len(friendly) or 'no'} such word found, {len(rebukes)} rebuke in twelve months",
        evidence=(
            "In the twelve months before the commentary the table has "
            f"{len(friendly) or 'no'} summit, offer or text on the islands and {len(rebukes)} "
            f"Russian statement, of {month_in_words(rebukes['date'].iloc[0])}, that Tokyo refuses "
            "to accept a part of the outcome of the war. No words like those claimed were found, "
            "from either side; a search may miss some."
        ),
        hindsight=(
            "Before the year was out Medvedev had announced a visit and made it "
            f"({count_of(later, 'unilateral')} entries), and Tokyo had protested."
        ),
        tables=["territory/events"],
    )


@judge("C52")
def a_new_chance() -> Judgement:
    """Had a chance for a large bargain newly opened? Then positions should have moved together."""
    later = events_after(DATE)
    signed = later[later["kind"].isin(["treaty", "agreement"])]
    ended = event("Russia stops treaty talks")
    return Judgement(
        verdict="contradicted",
        then="untestable",
        figure=f"{len(signed) or 'no'} bargain; talks ended {in_words(ended['date'])}",
        evidence=(
            "Whether a chance had opened could not be tested on the day; a text, an offer or a "
            "round would have spoken for it, and the year before had none."
        ),
        hindsight=(
            f"Since then {len(signed) or 'no'} bargains are in the table; Tokyo moved towards two "
            f"islands in 2018, Moscow moved away, and ended the talks on {in_words(ended['date'])}."
        ),
        tables=["territory/events"],
    )
