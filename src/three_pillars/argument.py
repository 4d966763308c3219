"""The argument: counts of meetings, gaps between them, and what came before and after an event.

The measures are pure functions on the tables of ``data/argument``. Three traps are dealt with in
one place each. Rows with a Russian premier are incomplete, so ``presidents()`` leaves them out of
every ranking. A date may be known to the month or the year only, so ``dated()`` turns it into the
first and the last day on which the thing can have happened. A row may be unverified, so every count
says how many of its meetings are.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from .data import in_words, load
from .ledger import Judgement, judge

COMMENTARY = pd.Timestamp("2015-07-21")
"""The day on which the commentary appeared; what came later is hindsight."""

KINDS = {
    "leaders": "Leaders",
    "premiers": "With a Russian premier",
    "foreign_ministers": "Foreign ministers",
    "two_plus_two": "2+2",
    "security_advisers": "Security advisers",
    "vice_ministers_peace_treaty": "Vice-ministers",
    "special_envoy": "Envoy",
    "security": "Drills and military visits",
}
"""Kinds of contact between Japan and Russia, from the top down, with the words for a reader."""


class ArgumentError(ValueError):
    """A table cannot be counted as asked; the message says why in one sentence."""


# Dates -------------------------------------------------------------------------------------------


def dated(events: pd.DataFrame) -> pd.DataFrame:
    """Add the first and the last day on which each event can have happened.

    Args:
        events: rows with ``date`` and ``date_precision`` (day, month or year).

    Returns:
        A copy with ``first_day``, ``last_day`` and ``day``, the middle, for drawing only.

    Raises:
        ArgumentError: an event has no precision, or a date that does not fit it.
    """
    for column in ("date", "date_precision"):
        if column not in events:
            raise ArgumentError(f"events need a column '{column}'.")
    lengths = events["date_precision"].map({"day": 10, "month": 7, "year": 4})
    for place, (date, length) in enumerate(zip(events["date"], lengths, strict=True)):
        name = _name(events, place)
        if pd.isna(length):
            raise ArgumentError(f"{name} has no date_precision; say day, month or year.")
        if pd.isna(date) or len(date) != length:
            raise ArgumentError(f"{name} has the date {date!r}, which is no {_said(length)}.")
    frame = events.copy()
    first = pd.to_datetime(frame["date"].str.ljust(10, "-").map(_first_day))
    ends = [
        start + {10: pd.Timedelta(0), 7: pd.offsets.MonthEnd(0), 4: pd.offsets.YearEnd(0)}[length]
        for start, length in zip(first, lengths, strict=True)
    ]
    frame["first_day"] = first
    frame["last_day"] = pd.to_datetime(pd.Series(ends, index=frame.index, dtype="object"))
    frame["day"] = frame["first_day"] + (frame["last_day"] - frame["first_day"]) / 2
    return frame


def _first_day(date: str) -> str:
    return {4: f"{date[:4]}-01-01", 7: f"{date[:7]}-01"}.get(len(date.rstrip("-")), date)


def _said(length: float) -> str:
    return {10: "day", 7: "month", 4: "year"}[int(length)]


def _name(events: pd.DataFrame, place: int) -> str:
    for column in ("event_id", "meeting_id", "milestone_id"):
        if column in events:
            return f"event '{events[column].iloc[place]}'"
    return f"the event in row {place}"


# Counts ------------------------------------------------------------------------------------------


def pair(meetings: pd.DataFrame, name: str) -> pd.DataFrame:
    """Keep the meetings of one pair, such as ``"JPN-RUS"``."""
    known = list(meetings["pair"].unique())
    if name not in known:
        raise ArgumentError(f"there is no pair '{name}'; the pairs are {', '.join(known)}.")
    return meetings[meetings["pair"] == name].reset_index(drop=True)


def presidents(meetings: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows with a Russian premier, which are too few to rank years by."""
    return meetings[meetings["counterpart_role"] != "prime minister"].reset_index(drop=True)


def setting(meetings: pd.DataFrame) -> pd.Series:
    """Tell a visit from a meeting on the margin of something else.

    Returns:
        For each row ``"visit"`` (one goes to see the other), ``"summit"`` (on the margin of a
        gathering such as the G20) or ``"occasion"`` (Olympics, anniversary, economic forum).
    """
    form = meetings["format"]
    return pd.Series(
        [
            "visit" if f.endswith("_visit") else "summit" if f.endswith("_sideline") else "occasion"
            for f in form
        ],
        index=meetings.index,
        name="setting",
    )


def count(
    meetings: pd.DataFrame, by: str = "year", years: Sequence[int] | None = None
) -> pd.DataFrame:
    """Count meetings.

    Args:
        meetings: the meetings to count; choose the pair and ``presidents()`` before.
        by: a column such as ``"year"``, ``"host_iso3"``, ``"format"`` or ``"leader"``.
        years: for ``by="year"``, the years to list, so that a year without a meeting shows as
            nought; from the first to the last by default.

    Returns:
        One row each with ``meetings`` and how many of them are ``unverified``.

    Raises:
        ArgumentError: there is no such column, or nothing to count.
    """
    if by not in meetings:
        raise ArgumentError(f"meetings have no column '{by}' to count by.")
    if meetings.empty:
        raise ArgumentError("there are no meetings to count.")
    table = meetings.groupby(by).agg(
        meetings=("verified", "size"), unverified=("verified", lambda v: int((~v).sum()))
    )
    if by == "year":
        listed = (
            range(int(table.index.min()), int(table.index.max()) + 1) if years is None else years
        )
        table = table.reindex(list(listed), fill_value=0).rename_axis("year")
    else:
        table = table.sort_values("meetings", ascending=False, kind="stable")
    return table.reset_index()


def until(events: pd.DataFrame, day: str | pd.Timestamp) -> pd.DataFrame:
    """Keep what had surely happened by the end of a day: imprecise dates only if wholly before."""
    frame = dated(events)
    return frame[frame["last_day"] <= pd.Timestamp(day)].reset_index(drop=True)


def per_year_in_office(meetings: pd.DataFrame, terms: pd.DataFrame, end: str) -> pd.DataFrame:
    """Set the meetings of each Japanese prime minister against his time in office.

    Args:
        meetings: meetings of the pair JPN-RUS; choose ``presidents()`` before.
        terms: the table ``argument/terms``.
        end: last day that the list of meetings covers, such as ``"2019-12-31"``.

    Returns:
        One row for each term: ``leader``, ``start``, ``years``, ``meetings``, ``per_year``.
    """
    close = pd.Timestamp(end)
    held = dated(meetings)
    begin = held["first_day"].min()
    office = terms[(terms["country_iso3"] == "JPN") & (terms["office"] == "prime_minister")]
    rows = []
    for term in office.itertuples():
        start = max(term.date_start, begin.replace(month=1, day=1))
        stop = close if pd.isna(term.date_end) else min(term.date_end, close)
        if stop <= start:
            continue
        leader = term.person.split()[0]
        inside = (
            (held["leader"] == leader)
            & (held["last_day"] >= term.date_start)
            & (held["first_day"] <= stop)
        )
        years = (stop - start).days / 365.25
        rows.append(
            {
                "leader": leader,
                "start": term.date_start,
                "years": years,
                "meetings": int(inside.sum()),
                "per_year": inside.sum() / years,
            }
        )
    return pd.DataFrame(rows)


def check_counts(meetings: pd.DataFrame, official: pd.DataFrame) -> pd.DataFrame:
    """Set our count of a series beside the count that a government gave on a date."""
    frame = dated(meetings)
    ours = []
    for row in official.itertuples():
        series = frame[frame["pair"] == row.pair]
        if row.series == "Abe-Putin":
            series = series[series["abe_putin_number"].notna()]
        ours.append(int((series["first_day"] <= row.date).sum()))
    table = official[["series", "date", "official_count"]].copy()
    table["our_count"] = ours
    table["difference"] = table["official_count"].astype(int) - table["our_count"]
    return table


# All contacts, gaps and windows -------------------------------------------------------------------


def contacts(
    meetings: pd.DataFrame, ministers: pd.DataFrame, security: pd.DataFrame
) -> pd.DataFrame:
    """Put every contact in person of Japan and Russia on one time line.

    Left out: telephone calls; freezes and postponements, which are the opposite of a contact;
    agreements and 2+2 talks of the security table, which the other two tables hold already; and the
    one disputed row.

    Returns:
        One row each: ``event_id``, ``kind``, ``what``, ``place``, ``host_iso3``, ``verified``, the
        columns of ``dated()``, in order of time.
    """
    top = pair(meetings, "JPN-RUS")
    premier = top["counterpart_role"] == "prime minister"
    parts = [
        pd.DataFrame(
            {
                "event_id": top["meeting_id"],
                "kind": premier.map({True: "premiers", False: "leaders"}),
                "what": top["leader"] + " and " + top["counterpart"] + ", " + top["occasion"],
                "place": top["place"],
                "host_iso3": top["host_iso3"],
                "date": top["date"],
                "date_precision": top["date_precision"],
                "verified": top["verified"],
            }
        )
    ]
    met = ministers[ministers["in_person"]]
    parts.append(
        pd.DataFrame(
            {
                "event_id": met["meeting_id"],
                "kind": met["kind"],
                "what": met["japan_side"] + " and " + met["russia_side"],
                "place": met["place"],
                "host_iso3": met["host_iso3"],
                "date": met["date"],
                "date_precision": met["date_precision"],
                "verified": met["verified"],
            }
        )
    )
    done = security[
        security["status"].isin(["held", "announced"])
        & ~security["disputed"]
        & (security["category"] != "defence_talks")
    ]
    parts.append(
        pd.DataFrame(
            {
                "event_id": done["event_id"],
                "kind": "security",
                "what": done["title"],
                "place": done["place"],
                "host_iso3": None,
                "date": done["date"],
                "date_precision": done["date_precision"],
                "verified": done["verified"],
            }
        )
    )
    every = dated(pd.concat(parts, ignore_index=True))
    every["label"] = every["kind"].map(KINDS)
    return every.sort_values(["first_day", "event_id"], ignore_index=True)


def all_contacts() -> pd.DataFrame:
    """Return `contacts()` of the three tables of the book."""
    return contacts(
        load("argument/leader_meetings"),
        load("argument/ministerial_meetings"),
        load("argument/security_cooperation"),
    )


def gaps(events: pd.DataFrame) -> pd.DataFrame:
    """Measure the time between one event and the next.

    Unverified events do not end a gap, but a gap that holds one may be no gap at all, so their
    number is given. If a date is imprecise the gap has a range: ``days_min`` from the last possible
    day of the one to the first of the next, ``days_max`` from first to last.

    Returns:
        One row for each gap, the longest first: ``start``, ``end``, ``days_min``, ``days_max``,
        ``unverified_inside``.

    Raises:
        ArgumentError: fewer than two verified events.
    """
    every = dated(events)
    sure = every["verified"].astype(bool)
    frame = every[sure].sort_values("first_day", ignore_index=True)
    if len(frame) < 2:
        raise ArgumentError(f"a gap needs two verified events, and there are {len(frame)}.")
    doubtful = every.loc[~sure, "day"]
    before, after = frame.iloc[:-1].reset_index(), frame.iloc[1:].reset_index()
    table = pd.DataFrame(
        {
            "start": before["date"],
            "end": after["date"],
            "days_min": (after["first_day"] - before["last_day"]).dt.days.clip(lower=0),
            "days_max": (after["last_day"] - before["first_day"]).dt.days,
            "unverified_inside": [
                int(doubtful.between(start, end).sum())
                for start, end in zip(before["last_day"], after["first_day"], strict=True)
            ],
        }
    )
    return table.sort_values("days_min", ascending=False, kind="stable", ignore_index=True)


def window(events: pd.DataFrame, at: str | pd.Timestamp, months: int) -> pd.DataFrame:
    """Count contacts before and after an event, by kind.

    The window before runs from ``months`` earlier up to the eve, the window after from the day
    itself to the eve of the same day ``months`` later. A verified event whose date, as far as it is
    known, lies wholly inside is sure. If it only may lie inside (its month straddles an edge) it is
    set apart as ``perhaps``, on both sides where both are possible. Unverified events are set apart
    too.

    Args:
        events: rows with ``kind``, ``verified``, ``date`` and ``date_precision``.
        at: the day of the event.
        months: length of each window, one or more.

    Returns:
        Two rows for each kind: ``kind``, ``side``, ``contacts`` (the sure ones), ``perhaps``,
        ``unverified``.

    Raises:
        ArgumentError: the window has no length, or no contact falls into it.
    """
    if months < 1:
        raise ArgumentError(f"a window needs one month or more, not {months}.")
    day = pd.Timestamp(at)
    step = pd.DateOffset(months=months)
    eve = pd.Timedelta(days=1)
    sides = {"before": (day - step, day - eve), "after": (day, day + step - eve)}
    frame = dated(events)
    rows = []
    for kind, group in frame.groupby("kind", sort=False):
        for side, (start, end) in sides.items():
            touches = (group["last_day"] >= start) & (group["first_day"] <= end)
            inside = (group["first_day"] >= start) & (group["last_day"] <= end)
            rows.append(
                {
                    "kind": kind,
                    "side": side,
                    "contacts": int((inside & group["verified"]).sum()),
                    "perhaps": int((touches & ~inside & group["verified"]).sum()),
                    "unverified": int((touches & ~group["verified"]).sum()),
                }
            )
    table = pd.DataFrame(rows, columns=["kind", "side", "contacts", "perhaps", "unverified"])
    if not table[["contacts", "perhaps", "unverified"]].to_numpy().sum():
        raise ArgumentError(
            f"no contact is on record in the {months} months before or after {in_words(day)}; "
            "take a longer window or another event."
        )
    return table


def half_years(events: pd.DataFrame, start: int, end: int) -> pd.DataFrame:
    """Count verified contacts by kind and half-year; what may fall into two halves is left out."""
    frame = dated(events[events["verified"]])
    label = frame["first_day"].map(_half)
    sure = frame[(label == frame["last_day"].map(_half))].assign(half=label)
    halves = [f"{year} {half}" for year in range(start, end + 1) for half in ("I", "II")]
    table = sure.groupby(["kind", "half"]).size().rename("contacts")
    full = pd.MultiIndex.from_product(
        [list(dict.fromkeys(frame["kind"])), halves], names=["kind", "half"]
    )
    return table.reindex(full, fill_value=0).reset_index()


def _half(day: pd.Timestamp) -> str:
    return f"{day.year} {'I' if day.month <= 6 else 'II'}"


# Polls -------------------------------------------------------------------------------------------


def approval_change(polls: pd.DataFrame, until_day: str | None = None) -> pd.DataFrame:
    """Compare each pollster's first and last poll on the cabinet, in percentage points.

    Pollsters differ in method, so a change is taken only within one of them.

    Args:
        polls: the table ``argument/approval``.
        until_day: leave out polls that ended after this day.

    Returns:
        One row for each pollster with two polls or more: ``pollster``, ``first``, ``last``,
        ``from_pct``, ``to_pct``, ``change``.
    """
    frame = dated(polls)
    if until_day is not None:
        frame = frame[frame["last_day"] <= pd.Timestamp(until_day)]
    rows = []
    for pollster, group in frame.sort_values("last_day").groupby("pollster", sort=False):
        if len(group) < 2:
            continue
        first, last = group.iloc[0], group.iloc[-1]
        rows.append(
            {
                "pollster": pollster,
                "first": first["date"],
                "last": last["date"],
                "from_pct": first["approve_pct"],
                "to_pct": last["approve_pct"],
                "change": last["approve_pct"] - first["approve_pct"],
            }
        )
    return pd.DataFrame(rows, columns=["pollster", "first", "last", "from_pct", "to_pct", "change"])


# Words for the judges ----------------------------------------------------------------------------

LEADERS = "argument/leader_meetings"
MINISTERS = "argument/ministerial_meetings"
SECURITY = "argument/security_cooperation"
TERMS = "argument/terms"
POLLS = "argument/approval"
MILESTONES = "argument/milestones"


def _abe(day: pd.Timestamp = COMMENTARY, second_term: bool = False) -> pd.DataFrame:
    held = until(load(LEADERS), day)
    held = held[held["abe_putin_number"].notna()]
    return held[held["year"] >= 2012] if second_term else held


def _milestone(name: str) -> pd.Timestamp:
    table = load(MILESTONES).set_index("milestone_id")
    return pd.Timestamp(table.loc[name, "date"])


def _sides(at: pd.Timestamp, months: int, kinds: Sequence[str] | None = None) -> dict[str, int]:
    events = all_contacts()
    if kinds:
        events = events[events["kind"].isin(kinds)]
    table = window(events, at, months)
    return table.groupby("side")["contacts"].sum().to_dict()


def _russia_trips(start: str, end: str) -> pd.DataFrame:
    trips = dated(presidents(pair(load(LEADERS), "JPN-RUS")))
    inside = (trips["first_day"] > pd.Timestamp(start)) & (trips["last_day"] < pd.Timestamp(end))
    return trips[inside & (trips["host_iso3"] == "RUS")]


# Judges ------------------------------------------------------------------------------------------


@judge("C01")
def warming() -> Judgement:
    """Relations were warming again after sixteen months of coolness."""
    crimea = _milestone("crimea")
    sides = _sides(crimea, 16)
    top = _sides(crimea, 16, ["leaders"])
    after = _sides(COMMENTARY, 12, ["leaders", "foreign_ministers"])
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{sides['before']} → {sides['after']} contacts in 16 months",
        evidence=f"In the sixteen months before 18 March 2014 there were {sides['before']} sure "
        "contacts "
        f"of all kinds, {top['before']} of them between leaders; in the sixteen months after, "
        f"{sides['after']} and {top['after']}: cooler, but never cold.",
        hindsight=f"The warming came after the commentary: {after['after']} meetings of leaders "
        "and "
        f"foreign ministers in the next twelve months, against {after['before']} in the twelve "
        "before.",
        tables=[LEADERS, MINISTERS, SECURITY, MILESTONES],
    )


@judge("C02")
def chill() -> Judgement:
    """Crimea caused the chill."""
    frozen = load(SECURITY)
    frozen = dated(frozen[(frozen["category"] == "freeze") & (frozen["year"] == 2014)])
    first = frozen["first_day"].max()
    summits = dated(presidents(pair(load(LEADERS), "JPN-RUS")))
    before = summits[summits["last_day"] < first].iloc[-1]
    after = summits[summits["first_day"] > first].iloc[0]
    days = (after["first_day"] - before["last_day"]).days
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(frozen)} freezes in March 2014; {days} days without a summit",
        evidence=f"Japan shelved talks on {in_words(first)} and halted defence contacts the same "
        "month, "
        f"naming Crimea as the reason; leaders met on {in_words(before['last_day'])} and not again "
        "until "
        f"{in_words(after['first_day'])}.",
        hindsight="",
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
        hindsight="",
        tables=[MINISTERS],
    )


@judge("C04")
def putin_visit() -> Judgement:
    """Putin was planning to visit Japan later in 2015."""
    summits = dated(presidents(pair(load(LEADERS), "JPN-RUS")))
    promised = summits[summits["outcome"].fillna("").str.contains("trip to be arranged")].iloc[-1]
    in_japan = summits[(summits["first_day"] > COMMENTARY) & (summits["host_iso3"] == "JPN")].iloc[
        0
    ]
    late = (in_japan["first_day"] - pd.Timestamp("2015-12-31")).days
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"planned for 2015, came {late} days after its end",
        evidence=f"The plan was real: at {promised['place']} on "
        f"{in_words(promised['first_day'])} the "
        "leaders "
        "agreed on a visit at a suitable time in 2015.",
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
    days = (first["first_day"] - COMMENTARY).days
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
    back, crimea = _milestone("abe_returns"), _milestone("crimea")
    summits = presidents(pair(until(load(LEADERS), COMMENTARY), "JPN-RUS"))
    rates = per_year_in_office(summits, load(TERMS), str(COMMENTARY.date()))
    abe = rates[rates["start"] == back].iloc[0]
    others = rates[rates["start"] < back]
    usual = others["meetings"].sum() / others["years"].sum()
    eager = (dated(summits)["first_day"].between(back, crimea)).sum()
    pace = eager / ((crimea - back).days / 365.25)
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{pace:.1f} a year up to Crimea, {usual:.1f} before Abe",
        evidence=f"From his return in December 2012 to March 2014 Abe met Russia's president "
        f"{eager} "
        f"times, {pace:.1f} a year, and began the 2+2; prime ministers since 2000 before him had "
        f"{usual:.1f}. With the months after Crimea his pace falls to {abe['per_year']:.1f}.",
        hindsight="",
        tables=[LEADERS, TERMS, MILESTONES],
    )


@judge("C08")
def many_times() -> Judgement:
    """Abe had met Putin many times."""
    second, every = len(_abe(second_term=True)), len(_abe())
    whole = load(LEADERS)["abe_putin_number"].max()
    counts = load("argument/official_counts")
    counts = counts[(counts["series"] == "Abe-Putin") & (counts["date"] <= COMMENTARY)]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{every} meetings, {second} since 2012",
        evidence=f"By 21 July 2015 they had met {every} times, {second} of them since Abe's "
        "return; "
        f"Japan's foreign ministry counted {counts['official_count'].iloc[-1]} too.",
        hindsight=f"By September 2019 the series reached {whole}.",
        tables=[LEADERS, "argument/official_counts"],
    )


@judge("C09")
def official_visits() -> Judgement:
    """Two of those meetings were official visits to Russia."""
    held = _abe(second_term=True)
    trips = held[held["host_iso3"] == "RUS"]
    official = trips[trips["format"] == "official_visit"]
    others = "; ".join(trips.loc[trips["format"] != "official_visit", "occasion"])
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{len(official)} official visit in {len(trips)} trips",
        evidence=f"Of {len(trips)} trips to Russia up to July 2015, {len(official)} was called an "
        f"official visit, that of April 2013; the others had an occasion of their own ({others}).",
        hindsight="",
        tables=[LEADERS],
    )


@judge("C10")
def first_in_ten_years() -> Judgement:
    """The trip of 2013 was the first official one in ten years."""
    summits = dated(presidents(pair(load(LEADERS), "JPN-RUS")))
    official = summits[(summits["format"] == "official_visit") & (summits["host_iso3"] == "RUS")]
    earlier, trip = official.iloc[-2], official.iloc[-1]
    years = (trip["first_day"] - earlier["first_day"]).days / 365.25
    between = _russia_trips(earlier["date"], trip["date"])
    unsure = int((~between["verified"]).sum())
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{years:.1f} years between official visits",
        evidence=f"{earlier['leader']}'s official visit was on "
        f"{in_words(earlier['first_day'])}; in "
        "the "
        f"{years:.1f} years up to {in_words(trip['first_day'])} prime ministers met Russia's "
        "president in "
        f"Russia {len(between)} times under other labels ({unsure} of them unverified).",
        hindsight="",
        tables=[LEADERS],
    )


@judge("C11")
def dramatic_break() -> Judgement:
    """Abe's turn to Russia was a dramatic break with earlier policy."""
    summits = presidents(pair(load(LEADERS), "JPN-RUS"))
    years = count(summits).set_index("year")["meetings"]
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
        "2009; what was "
        f"new was the form, such as the first 2+2 on {in_words(first_22['date'])}.",
        hindsight=f"Over 2013–2019 the mean was {mean_later:.1f} a year: a higher level that "
        "lasted, "
        "and no record year.",
        tables=[LEADERS, MINISTERS],
    )


@judge("C15")
def reviving() -> Judgement:
    """By mid-2015 Abe was reviving engagement although Ukraine was unsettled."""
    kinds = ["leaders", "foreign_ministers", "two_plus_two"]
    sides = _sides(COMMENTARY, 12, kinds)
    top = presidents(pair(until(load(LEADERS), COMMENTARY), "JPN-RUS"))
    silent = (COMMENTARY - top["last_day"].max()).days
    return Judgement(
        verdict="supported",
        then="partly",
        figure=f"{sides['before']} → {sides['after']} meetings in 12 months",
        evidence=f"On the day of the commentary the leaders had not met for {silent} days; what "
        "pointed to "
        "a revival was the advisers' talk of that month and plans for trips.",
        hindsight=f"Leaders and foreign ministers met {sides['after']} times in the next twelve "
        "months, "
        f"against {sides['before']} in the twelve before.",
        tables=[LEADERS, MINISTERS],
    )


@judge("C53")
def polls_fall() -> Judgement:
    """Abe was losing support in the polls."""
    known = approval_change(load(POLLS), str(COMMENTARY.date()))
    falls = ", ".join(f"{row.pollster} {row.change:+.1f}" for row in known.itertuples())
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{known['change'].max():+.0f} to {known['change'].min():+.1f} points".replace(
            "-", "−"
        ),
        evidence=f"All {len(known)} pollsters with two polls between June and 19 July 2015 show a "
        "fall "
        f"({falls.replace('-', '−')} points).",
        hindsight="",
        tables=[POLLS],
    )


@judge("C54")
def bills_cause() -> Judgement:
    """The security bills were the cause."""
    vote = _milestone("bills_lower")
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
        hindsight="",
        tables=[POLLS, MILESTONES],
    )


@judge("C55")
def bills_pending() -> Judgement:
    """The security bills were then before the Diet."""
    lower, upper = _milestone("bills_lower"), _milestone("bills_upper")
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"lower house {in_words(lower)}, upper house {in_words(upper)}",
        evidence=f"The lower house had passed the bills {(COMMENTARY - lower).days} days before "
        "the commentary; they were before the upper house, which passed them "
        f"{(upper - COMMENTARY).days} days after it.",
        hindsight="",
        tables=[MILESTONES],
    )


@judge("C56")
def offset() -> Judgement:
    """Abe might look for a success with Russia to offset the bills at home."""
    bills = _milestone("bills_upper")
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
        evidence=f"He did seek contact: his foreign minister was in Moscow "
        f"{(minister['first_day'] - bills).days} days after the bills passed, and {len(tops)} "
        f"leaders' meetings followed by the end of 2015, {at_home or 'none'} of them in Japan and "
        "none with an agreement. Why he sought it no table can show.",
        hindsight="On 21 July 2015 this was a forecast; all the evidence is later.",
        tables=[LEADERS, MINISTERS, MILESTONES],
    )
