"""Small changes of tables that turn the claims of territory, with the word that must follow.

One change: claim, table, change, day, word before, word after.
"""

import pandas as pd


def put(row, **cells):
    """An edit: cells of the row with a key."""

    def edit(frame):
        frame.loc[frame.iloc[:, 0] == row, list(cells)] = list(cells.values())
        return frame

    return edit


def add(**cells):
    """An edit: one row more, filled up from the last one."""

    def edit(frame):
        blank = {name: None for name in ("speaker", "content", "answers", "known_from")}
        own = {key: value for key, value in blank.items() if key in frame}
        new = frame.tail(1).assign(**{**own, **cells})
        return pd.concat([frame, new], ignore_index=True)

    return edit


def treaty(date):
    return add(event_id="ev_99", date=date, date_precision="day", title="Peace treaty",
               kind="treaty", side="both")  # fmt: skip


def said(date, side, content):
    return add(event_id="ev_99", date=date, date_precision="day", title="A word", side=side,
               kind="statement", content=content)  # fmt: skip


def only_treaties_and_one_more(frame):
    return treaty("2018-12-01")(frame[frame["kind"] == "treaty"].reset_index(drop=True))


def nobody_is_abe(frame):
    frame["speaker"] = frame["speaker"].str.replace("Abe", "Kishida")
    return frame


def beijing_is_silent(frame):
    mine = (frame["meeting_id"] == "jpru_43") & (frame["topic"] == "islands_treaty")
    frame.loc[mine, "named"] = "not_in_part_read"
    return frame


def called_off(frame):
    """The contacts that prepared a visit of Putin come to nothing."""
    for contact in ("con_15", "con_20", "con_21"):
        frame = put(contact, status="cancelled")(frame)
    return frame


EDITS = [
    ("C17", "territory/events", nobody_is_abe, "then", "supported", "partly"),
    ("C20", "argument/contacts", called_off, "then", "partly", "untestable"),
    ("C20", "argument/ministerial_meetings", put("vm_03", date="2015-06-08"), "today", "partly",
     "partly"),
    ("C21", "territory/events", put("ev_69", speaker="Kishida"), "then", "supported", "partly"),
    ("C22", "territory/events", put("ev_47", speaker="Abe"), "then", "partly", "supported"),
    ("C22", "territory/events", put("ev_66", answers="ev_47"), "then", "partly", "partly"),
    ("C23", "territory/events", put("ev_44", date="2013-08-21"), "then", "supported", "untestable"),
    ("C24", "territory/events", put("ev_43", date="2013-03-09"), "then", "supported", "untestable"),
    ("C25", "territory/events", put("ev_66", content="settle"), "then", "supported", "partly"),
    ("C26", "territory/events", put("ev_46", speaker="Peskov; Abe"), "then", "partly", "supported"),
    ("C27", "argument/meeting_topics", beijing_is_silent, "then", "supported", "untestable"),
    ("C28", "territory/events", only_treaties_and_one_more, "today", "partly", "untestable"),
    ("C29", "territory/events", treaty("2018-12-01"), "today", "contradicted", "supported"),
    ("C29", "territory/events", treaty("2020-09-17"), "today", "contradicted", "contradicted"),
    ("C30", "territory/events", said("2015-06-01", "Russia", "best_time"), "then", "untestable",
     "partly"),
    ("C52", "territory/events", treaty("2018-12-01"), "today", "untestable", "partly"),
]  # fmt: skip
