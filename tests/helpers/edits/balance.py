"""Small changes of tables that turn the claims of balance, with the word that must follow.

One change: claim, table, change, day, word before, word after, what is said, what is not.
"""

import pandas as pd
from helpers.judging import write

WORDS, SECURITY = "balance/statements", "argument/security_cooperation"
MINISTERS, LEADERS = "argument/ministerial_meetings", "argument/leader_meetings"
JOINT, TOPICS = "balance/joint_activity", "argument/meeting_topics"


def word(statement_id, **values):
    """Change one statement."""
    return write({"statement_id": statement_id}, **values)


EDITS = [
    ("C06", WORDS, word("drill_aniva_2015", date="2015-06-13"),
     "today", "supported", "partly", "announced for that month: none", "13 July 2015"),
    ("C06", SECURITY, write({"event_id": "sec_16"}, status="postponed"),
     "then", "supported", "partly", "held from Crimea to the commentary: none", "15th exercise"),
    ("C19", WORDS, word("motive_an_01", names_china=False),
     "today", "partly", "untestable", "into the ties of Japan and Russia: none", "28 April 2013"),
    ("C19", TOPICS, write({"topic": "china", "meeting_id": "jpru_37"}, named="yes"),
     "then", "partly", "supported", "readout of a meeting (29 April 2013)", "none in the table"),
    ("C37", SECURITY, write({"status": "agreed"}, status="held"),
     "today", "partly", "untestable", "to Crimea: none", "2 in the table"),
    ("C38", WORDS, word("terror_milan_2014", bearing="for"),
     "then", "partly", "supported", "Russia's own concerns: 1 in the table", "none in the table"),
    ("C39", WORDS, word("reform_2013", date="2014-02"),
     "today", "partly", "supported", "Reports of 2014 that Japan explained its defence reforms to "
     "Russia: 1 in the table", "November 2013"),
    ("C40", WORDS, word("regular_2013", bearing="against"),
     "today", "supported", "partly", "No word that the talks were to be regular", "agreed as"),
    ("C41", MINISTERS, write({"meeting_id": "two_01"}, place="Moscow"),
     "today", "supported", "partly", "in that month: none in the table", "Tokyo (2 November"),
    ("C41", MINISTERS, write({"meeting_id": "two_01"}, date="2013-12-02"),
     "then", "supported", "partly", "in that month: none in the table", "2 November 2013"),
    ("C42", SECURITY, write({"event_id": "sec_11"}, description="cyber talks"),
     "today", "supported", "untestable", "agreed: cyber talks.", "army exchanges"),
    ("C43", MINISTERS, write({"meeting_id": "two_02"}, date="2015-11-01", year=2015),
     "today", "partly", "supported", "after the first: 1 in the table", "20 March 2017"),
    ("C45", WORDS, word("motive_jp_02", names_china=True),
     "then", "partly", "supported", "in the parts read: 1 in the table", "none in the table"),
    ("C47", JOINT, write({"name": "Joint Sea 2012"}, date="2010-04-22", date_end=pd.NaT),
     "today", "partly", "supported", "1 in the 24 months before (5 July 2013)", "April 2012"),
    ("C47", "energy/trade_shares",
     write({"indicator": "china_share_in_russia_trade", "year": 2014}, share_pct=9.0),
     "then", "partly", "partly", "fell by 0.4 percentage points", "rose"),
    ("C48", "argument/contacts", write({"contact_id": "con_06"}, status="cancelled"),
     "today", "partly", "untestable", "the gas contract: none", "Mori"),
    ("C49", WORDS, word("line_2022", date="2015", known_from="2015", bearing="for"),
     "today", "untestable", "untestable", "1 more that may lie outside", "1 in the table"),
    ("C49", WORDS, word("motive_an_01", claim_id="C49"),
     "then", "untestable", "partly", "Readings of that wish by others: 1 in", "that wish by "
     "others: none"),
    ("C50", WORDS, word("turn_02", kind="report"),
     "then", "supported", "untestable", "that turn to Asia: none", "Foreign Policy Concept"),
    ("C57", LEADERS, write({"meeting_id": "jpcn_01"}, date="2014-06", year=2014),
     "today", "supported", "partly", "1 in the 12 months before (June 2014)", "November 2014"),
    ("C58", LEADERS, write({"meeting_id": "jpcn_03"}, date="2015-10-05", year=2015),
     "today", "partly", "supported", "Hangzhou (5 October 2015)", "5 September 2016"),
]  # fmt: skip
