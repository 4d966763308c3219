"""Judges of argument/thaw: the polls and the security bills at home."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, days_between, in_words, month_in_words
from ...ledger import Finding, found_count, found_value, judge, missing, window_of
from ...words import counted as how_many
from ...words import listed
from ..polls import approval_change, change_across
from ._evidence import MILESTONES, POLLS, days, in_brackets, milestone, tally


@judge("C53")
def polls_fall(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Abe was losing support in the polls."""
    asked = window_of("C53a")
    whole = load.whole(POLLS, "polls with the one before")
    polls = asked.inside(dated(load(POLLS)), day)
    month, july = asked.start(), asked.start() + pd.offsets.MonthBegin(1)
    found = change_across(polls, july, "last")
    used = polls[polls["poll_id"].isin([*found["first"], *found["last"]])]
    within = window_of("C53b").inside(polls, day)
    changes = approval_change(within)
    rises = int((changes["change"] > 0).sum())
    unit = "percentage points"
    mean = found["change"].mean()
    return {
        "mean_change_of_approval": found_value(
            mean,
            unit,
            f"From their last poll in {month_in_words(month)} to their last before the commentary "
            f"the change of approval was {_signed(mean)} points on average ({_each(found)}).",
            rows=[used],
            whole=whole,
            figure=f"{_signed(mean)} points",
        )
        if len(found)
        else missing(
            unit, f"No pollster has a poll of {month_in_words(month)} and a later one in the table."
        ),
        "pollsters_with_a_rise": tally(
            rises,
            "pollsters",
            f"Of {how_many(len(changes), 'pollster')} with two polls between "
            f"{in_words(asked.start())} and the commentary {rises or 'none'} found a rise"
            f"{' (' + _each(changes) + ')' if len(changes) else ''}.",
            [within],
            whole=whole and len(changes) > 0,
        ),
    }


@judge("C54")
def bills_cause(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """The security bills were the cause."""
    unit = "percentage points"
    vote = milestone(load, "bills_lower")
    polls = dated(load(POLLS))
    reasons = window_of("C54c").inside(polls, day)
    reasons = reasons[reasons["other_reasons"].notna()]
    named = list(dict.fromkeys("; ".join(reasons["other_reasons"]).split("; ")))
    named = [reason for reason in named if reason]
    papers = f"{listed(reasons['pollster'].unique())}'s report" if named else "no report"
    other = {
        "other_reasons_named": tally(
            len(named),
            "reasons",
            f"Besides the bills {papers} of a poll names {how_many(len(named), 'reason')}"
            f"{': ' + listed(named) if named else ''}.",
            [reasons],
        )
    }
    if vote.empty:
        says = "The day of the vote is not in the table."
        return {
            "change_across_the_vote": missing(unit, says),
            "fall_after_less_fall_before": missing(unit, says),
        } | other
    when = vote["first_day"].iloc[0]
    whole = load.whole(POLLS, "polls with the one before")
    inside = window_of("C54a").inside(polls, day)
    across = change_across(inside, when)
    early = window_of("C54b").inside(polls, day)
    early = early[early["last_day"] < when]
    before = approval_change(early)
    if across.empty or before.empty:
        says = f"No pollster asked on both sides of {in_words(when)}, or twice before it."
        return {
            "change_across_the_vote": missing(unit, says),
            "fall_after_less_fall_before": missing(unit, says),
        } | other
    used = inside[inside["poll_id"].isin([*across["first"], *across["last"]])]
    turn, drift = across["change"].mean(), before["change"].mean()
    alike = set(across["pollster"]) <= set(before["pollster"])
    return {
        "change_across_the_vote": found_value(
            turn,
            unit,
            f"Across the vote of {in_words(when)} the change of approval was {_signed(turn)} "
            f"points on average ({_each(across)}).",
            rows=[used, vote],
            whole=whole,
            figure=f"{_signed(turn)} points across the vote",
        ),
        "fall_after_less_fall_before": found_value(
            turn - drift,
            unit,
            f"Before the vote {listed(before['pollster'])} had asked twice: {_signed(drift)} "
            f"points on average ({_each(before)})"
            + ("." if alike else "; of the others the table has no two polls before it."),
            rows=[used, early[early["pollster"].isin(before["pollster"])], vote],
            whole=whole and alike,
        ),
    } | other


def _signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−")


def _each(changes: pd.DataFrame) -> str:
    return ", ".join(f"{row.pollster} {_signed(row.change)}" for row in changes.itertuples())


@judge("C55")
def bills_pending(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """The security bills were then before parliament."""
    asked = window_of("C55a")
    lower, upper = milestone(load, "bills_lower"), milestone(load, "bills_upper")
    passed = asked.inside(lower, day)
    ended = window_of("C55b").inside(upper, day)
    later = upper[upper["first_day"] > window_of("C55b").end(day)]
    if passed.empty:
        since = missing("days", "No vote of the lower house before the commentary is on record.")
    else:
        wait = days_between(passed["first_day"].iloc[0], asked.end(day))
        since = found_value(
            wait,
            "days",
            f"The lower house had passed the bills on {days(passed)}, {how_many(wait, 'day')} "
            "before the commentary.",
            rows=[passed],
            figure=f"{how_many(wait, 'day')} after the lower house",
        )
    says = "By then the upper house had "
    says += f"passed them too{in_brackets(ended)}" if len(ended) else "not passed them"
    says += f"; it did on {days(later)}" if len(later) else ""
    return {
        "days_since_the_lower_house": since,
        "passed_by_the_upper_house": found_count(
            ended,
            "votes",
            f"{says}.",
            whole=load.whole(MILESTONES, "security bills"),
            also=[later],
        ),
    }
