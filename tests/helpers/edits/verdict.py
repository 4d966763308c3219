"""Small changes of tables that turn the claims of verdict, with the word that must follow.

One change: claim, table, change, day, word before, word after, what is said, what is not.
"""

from helpers.judging import put

EDITS = [
    ("C16", "argument/meeting_topics", put("topic", ["energy", "china"], named="yes"),
     "today", "partly", "supported", "named China after 24 of 24 meetings", "China after none"),
]  # fmt: skip
