"""Judges of the chapter constraint/sanctions: what bound Japan, and what it did nevertheless."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, days_between, in_words, until
from ...ledger import Finding, found_answer, found_count, found_value, judge, missing, window_of
from ...meetings import LEADERS, MINISTERS, SECURITY
from ...words import counted as many
from ...words import listed
from ..compartments import compartments
from ..steps import ACTORS, INSTRUMENTS, behind, left_out, standing
from ..together import moves
from ._evidence import (
    ANSWERS,
    JAPAN,
    LISTINGS,
    MEASURES,
    PAIR,
    RESULTS,
    TOPICS,
    at_first,
    inside,
    leaders_met,
    on_dates,
    span,
    statements,
    taken,
    whole_years,
)
from ._measured import alone, names_compared, pause, years_counted


@judge("C12")
def torn(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Japan had to weigh Russian ties against its duties to the G7 and the United States."""
    a, b, c = window_of("C12a"), window_of("C12b"), window_of("C12c")
    own, perhaps = inside(behind(load(MEASURES)), a, day)
    after = own[own["days"] > 0]
    met, unsure = inside(leaders_met(load), b, day)
    said = statements(load, "C51")
    said, _ = inside(said[said["speaker_iso3"] == "USA"], c, day)
    return {
        "steps_that_followed_a_partner": found_count(
            after,
            "steps",
            f"{at_first(a, day)} Japan took {many(len(after), 'step')} after one of "
            f"its partners in the same round{on_dates(after)}.",
            whole=load.whole(MEASURES, JAPAN),
            perhaps=perhaps,
            figure=f"{many(len(after), 'step')} after a partner, {many(len(met), 'meeting')}",
        ),
        "leaders_met_in_spite": found_count(
            met,
            "meetings",
            f"In that time its prime minister and Russia's president had "
            f"{many(len(met), 'meeting')}{on_dates(met)}.",
            whole=load.whole(LEADERS, PAIR),
            perhaps=unsure,
        ),
        "allied_pressure_on_record": found_count(
            said,
            "reports",
            f"Of pressure from Washington {many(len(said), 'report')} of that time "
            f"{'is' if len(said) < 2 else 'are'} on record{on_dates(said)}.",
            whole=False,
        ),
    }


@judge("C13")
def narrow(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """After Crimea Japan followed the G7 with a narrow set of measures."""
    a, b, c = window_of("C13a"), window_of("C13b"), window_of("C13c")
    own, _ = inside(behind(load(MEASURES)), a, day)
    after = own[own["days"] > 0]
    whole = load.whole(MEASURES, JAPAN)
    share = missing("%", f"Japan took no measure {span(a, day)}.")
    if len(own):
        share = found_value(
            100 * len(after) / len(own),
            "%",
            f"Of Japan's {many(len(own), 'measure')} {span(a, day)}, {len(after)} came "
            "after one of a partner in the same round.",
            rows=[own],
            whole=whole,
            figure=f"{len(after)} of {many(len(own), 'measure')} followed",
        )
    end = min(c.end(day), day)
    gone = left_out(load(MEASURES), end)
    return {
        "share_of_steps_that_followed": share,
        "names_listed_to_european_union": names_compared(load, min(b.end(day), day)),
        "instruments_left_out": found_value(
            len(gone),
            "instruments",
            f"By {in_words(end)} both the United States and the European Union had used "
            f"{many(len(gone), 'instrument')} that Japan had not"
            f"{': ' + listed(one[0].lower() + one[1:] for one in gone) if gone else ''}.",
            rows=[_looked_at(load(MEASURES), gone, end)],
            whole=whole,
        ),
    }


def _looked_at(measures: pd.DataFrame, gone: list[str], end: pd.Timestamp) -> pd.DataFrame:
    """Return Japan's measures by a day, and those of its partners that used what it left out."""
    early = until(measures[measures["kind"] == "measure"], end)
    columns = [column for column, label in INSTRUMENTS.items() if label in gone]
    used = early[columns].fillna(False).any(axis=1)
    return early[(early["actor"] == "Japan") | (early["actor"].isin(ACTORS) & used)]


@judge("C14")
def eastern_ukraine(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Russia's part in eastern Ukraine was what Japan had to answer with sanctions."""
    a, b, c, d = window_of("C14a"), window_of("C14b"), window_of("C14c"), window_of("C14d")
    whole = load.whole(MEASURES, JAPAN)
    measures = taken(load)
    named = measures[measures["target"].str.contains("eastern Ukraine")]
    east, perhaps = inside(named, a, day)
    crimea = east[east["target"].str.contains("Crimea")]
    freezes, _ = inside(named[named["freezes_assets"]], b, day)
    before, unsure = inside(measures, c, day)
    grounds, _ = inside(statements(load, "C14"), d, day)
    partners = grounds[grounds["bearing"] == "for"]
    shot = b.start()
    lag = missing("days", f"No freeze of assets that names the east came {span(b, day)}.")
    if len(freezes):
        first = freezes.sort_values("first_day").iloc[[0]]
        days = days_between(shot, first["first_day"].iloc[0])
        lag = found_value(
            days,
            "days",
            f"The first freeze of assets that names the east came on "
            f"{in_words(first['date'].iloc[0])}, {many(days, 'day')} after an airliner was shot "
            f"down there on {in_words(shot)}.",
            rows=[first],
            whole=whole,
        )
    return {
        "measures_naming_the_east": found_count(
            east,
            "measures",
            f"Of Japan's measures {span(a, day)}, {len(east) or 'none'} "
            f"{'name' if len(east) > 1 else 'names'} eastern Ukraine{on_dates(east)}; "
            f"{len(crimea) or 'none'} of them {'name' if len(crimea) > 1 else 'names'} Crimea too.",
            whole=whole,
            perhaps=perhaps,
            figure=f"{many(len(east), 'measure')} naming the east",
        ),
        "days_from_the_airliner_to_the_freeze": lag,
        "measures_before_the_fighting": found_count(
            before,
            "measures",
            f"Before the fighting, {span(c, day)}, Japan took "
            f"{many(len(before), 'measure')}{on_dates(before)}.",
            whole=whole,
            perhaps=unsure,
        ),
        "solidarity_given_as_ground": found_answer(
            bool(len(partners)),
            f"Of {many(len(grounds), 'statement')} of the foreign minister on record, "
            f"{len(partners) or 'none'} {'gives' if len(partners) < 2 else 'give'} a step with the "
            f"partners as a ground{on_dates(partners)}.",
            rows=[grounds],
            whole=False,
        ),
    }


@judge("C44")
def on_hold(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """The crisis put high-level exchanges such as the 2+2 on hold for a time."""
    b, c = window_of("C44b"), window_of("C44c")
    whole = load.whole(MINISTERS, "2+2")
    table = load(MINISTERS)
    talks = dated(table[(table["kind"] == "two_plus_two") & table["in_person"]])
    talks = talks.sort_values("first_day")
    security = load(SECURITY)
    security = security[(security["category"] == "freeze") & (security["status"] == "suspended")]
    halted, perhaps = inside(security, b, day)
    resumed, unsure = inside(talks, c, day)
    return {
        "months_between_two_plus_two": pause(talks[talks["verified"]], day, whole),
        "security_suspensions_after_crimea": found_count(
            halted,
            "suspensions",
            f"{many(len(halted), 'suspension').capitalize()} of contacts of the forces "
            f"{'is' if len(halted) < 2 else 'are'} on record {span(b, day)}"
            f"{on_dates(halted)}"
            + (f", and {perhaps} whose day is not known." if perhaps else "."),
            whole=False,
        ),
        "two_plus_two_resumed": found_count(
            resumed,
            "talks",
            f"After the commentary, up to {in_words(day)}, {many(len(resumed), 'round')} of these "
            f"talks followed{on_dates(resumed)}.",
            whole=whole,
            perhaps=unsure,
        ),
    }


@judge("C51")
def hampered(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Outside pressure over Ukraine would keep hampering the two leaders."""
    a, b = window_of("C51a"), window_of("C51b")
    said = statements(load, "C51")
    said = said[said["speaker_iso3"] == "USA"]
    asked, _ = inside(said[said["kind"] == "request"], a, day)
    before, _ = inside(said, b, day)
    return {
        "delays_traced_to_ukraine": found_count(
            asked,
            "delays",
            f"{many(len(asked), 'request').capitalize()} to put off a trip over Ukraine "
            f"{'is' if len(asked) < 2 else 'are'} on record {span(a, day)}"
            f"{on_dates(asked)}; whether there were more, the tables cannot say."
            + "".join(f" {said.rstrip('.')}." for said in asked["summary"]),
            whole=False,
            figure=f"{many(len(asked), 'request')} to put off a trip",
        ),
        "pressure_known_on_the_day": found_count(
            before,
            "reports",
            f"Of pressure from Washington {span(b, day)} "
            f"{many(len(before), 'report')} {'is' if len(before) < 2 else 'are'} on record"
            f"{on_dates(before)}.",
            whole=False,
        ),
    }


@judge("C59")
def momentum(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Keeping some momentum despite sanctions would be the test of the coming months."""
    a, b = window_of("C59a"), window_of("C59b")
    met, perhaps = inside(leaders_met(load), a, day)
    horizon = b.end(day)
    own = until(taken(load, "measure", "lifting"), min(horizon, day))
    left = standing(own, min(horizon, day))
    reached = horizon <= day
    return {
        "leaders_meetings_in_a_year": found_count(
            met,
            "meetings",
            f"{at_first(a, day)} Japan's prime minister and Russia's president had "
            f"{many(len(met), 'meeting')}{on_dates(met)}.",
            whole=load.whole(LEADERS, PAIR),
            perhaps=perhaps,
            figure=f"{many(len(met), 'meeting')} in twelve months",
        ),
        "sanctions_in_force_a_year_on": found_answer(
            left > 0 if reached else None,
            f"On {in_words(min(horizon, day))} {left or 'none'} of Japan's measures stood"
            f"{'.' if reached else f'; what would stand on {in_words(horizon)} was not known.'}",
            rows=[own],
            whole=load.whole(MEASURES, JAPAN),
        ),
    }


@judge("C60")
def not_lifted(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Japan's sanctions would not be lifted soon."""
    a = window_of("C60a")
    own = taken(load, "measure", "easing", "lifting")
    lifted, perhaps = inside(own[own["kind"] == "lifting"], a, day)
    eased, _ = inside(own[own["kind"] == "easing"], a, day)
    still = load(LISTINGS)
    still = still[(still["actor"] == "Japan") & (still["scope"] == "measures of 2014")]
    said = f"{at_first(a, day)} Japan lifted {many(len(lifted), 'measure')}{on_dates(lifted)}."
    if len(eased):
        said += (
            f" Besides, {many(len(eased), 'easing')} {'is' if len(eased) == 1 else 'are'} on record"
            f"{on_dates(eased)}, which {'ends' if len(eased) == 1 else 'end'} no measure."
        )
    for count in still.tail(1).itertuples():
        said += (
            f" In {in_words(count.date)} {count.persons_and_entities} names were counted that "
            "stood under the measures of 2014."
        )
    return {
        "measures_lifted": found_count(
            lifted,
            "measures",
            said,
            whole=load.whole(MEASURES, JAPAN),
            perhaps=perhaps,
            also=[own[own["year"] <= a.end(day).year], still],
            figure=f"{many(len(lifted), 'measure')} lifted in {_months(a, day)} months",
        )
    }


def _months(criterion, day: pd.Timestamp) -> int:
    """Count the whole months of a window as far as it has run."""
    start, end = criterion.start(), min(criterion.end(day), day)
    return (end.year - start.year) * 12 + end.month - start.month


@judge("C61")
def only_with_g7(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Japan would move on sanctions only together with the G7."""
    a, b = window_of("C61a"), window_of("C61b")
    made, _ = inside(moves(load(MEASURES)), b, day)
    joint = made[made["together"]]
    return {
        "moves_alone": alone(load, made, a, day),
        "moves_together": found_count(
            joint,
            "moves",
            f"{at_first(b, day)} Japan made {many(len(joint), 'move')} within 60 days "
            "after a partner's in the same direction.",
            whole=False,
            perhaps=int(made["perhaps"].sum()),
        ),
    }


@judge("C62")
def balanced(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Japan would keep a balanced line, separating issues."""
    a = window_of("C62a")
    years = whole_years(a, day)
    met, measures, topics = leaders_met(load), load(MEASURES), load(TOPICS)
    sure = met[met["verified"]]
    table = compartments(measures, sure, topics, years).set_index("year")
    loose = table
    if len(sure) < len(met):
        loose = compartments(measures, met, topics, years).set_index("year")
    both = table[(table["standing"] > 0) & (table["meetings"] > 0)]
    apart = table[(table["on_topic"] > 0) & (table["new"] == 0)]
    maybe = loose[(loose["on_topic"] + loose["unread"] > 0) & (loose["new"] == 0)]
    met = met[met["year"].isin(years)]
    own = taken(load, "measure", "lifting")
    own = own[own["year"] <= max(years, default=0)]
    all_met = load.whole(LEADERS, PAIR)
    return {
        "years_with_both": years_counted(
            both.index,
            "saw both a sanction of Japan in force and a meeting of the leaders",
            years,
            high=int(((loose["standing"] > 0) & (loose["meetings"] > 0)).sum()),
            rows=[own, met],
            whole=load.whole(MEASURES, JAPAN),
            all_met=all_met,
        ),
        "years_kept_apart": years_counted(
            apart.index,
            "saw a meeting on the treaty or the economy and no new sanction of either on the other",
            years,
            high=len(maybe),
            rows=[topics[topics["meeting_id"].isin(met["meeting_id"])], own],
            whole=load.whole(MEASURES, JAPAN) and load.whole(MEASURES, ANSWERS),
            all_met=all_met,
        ),
    }


@judge("C63")
def results(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Such a line could still bring results."""
    a, b = window_of("C63a"), window_of("C63b")
    table = load(RESULTS)
    found, _ = inside(table, a, day)
    high = found[found["level"].isin(["leaders", "ministers"])]
    signed = high[high["in_writing"].fillna(False)]
    more = len(found) - len(signed)
    later, _ = inside(table, b, day)
    written = later[later["in_writing"].fillna(False)]
    lasting = written[written["status"] == "in force"]
    fate = [
        f"{row.title} ({row.status} since {in_words(row.status_from)})"
        for row in written.itertuples()
        if pd.notna(row.status) and pd.notna(row.status_from)
    ]
    return {
        "results_signed": found_count(
            signed,
            "results",
            f"{at_first(a, day)} {many(len(signed), 'result')} agreed in writing by "
            f"leaders or ministers {'is' if len(signed) < 2 else 'are'} on record"
            f"{on_dates(signed)}; {more or 'none'} more {'was' if more < 2 else 'were'} agreed by "
            "word of mouth, by officials, or put forward by one side.",
            whole=False,
            figure=f"{many(len(signed), 'result')} in writing",
        ),
        "results_that_last": found_count(
            lasting,
            "results",
            f"Of {many(len(written), 'result')} in writing since the commentary, "
            f"{len(lasting) or 'none'} {'is' if len(lasting) < 2 else 'are'} known to be in force "
            f"as a whole on {in_words(day)}{': ' + listed(fate) if fate else ''}. The list is a "
            "selection."
            if len(written)
            else f"No result in writing since the commentary is on record on {in_words(day)}.",
            whole=False,
            also=[written],
        ),
    }
