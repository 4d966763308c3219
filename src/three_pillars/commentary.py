"""The text under test: what belongs to this commentary and not to the machinery.

To take another commentary apart with the same rooms, start here: its day, the parts of the book,
the pillars of its argument, the states that it speaks of and their colours. Everything else reads
these names, and no other file repeats them.
"""

DATE = "2015-07-21"
"""The day on which the commentary appeared. ``day.COMMENTARY`` is the same as a timestamp."""

PARTS = ("argument", "territory", "energy", "balance", "constraint", "verdict")
"""The six parts: folders of chapters, of tables, of code and of tests, and names of exercises."""

PILLARS = ("territory", "energy", "strategy", "constraint", "context")
"""The pillars of the argument, its constraint and its context, in this order everywhere."""

STATES = {"JPN": "Japan", "RUS": "Russia", "CHN": "China", "USA": "United States"}
"""The states that the commentary speaks of, by ISO 3166 code, in the order pairs are written."""

# Every colour keeps a contrast of 3:1 or more on white and on the dark page (#14181e), and any two
# stay apart for readers with protanopia, deuteranopia or tritanopia; the tests of figures check.
STATE_COLOURS = {
    "Japan": "#cd0703",
    "Russia": "#2b6dde",
    "China": "#a18e50",
    "United States": "#4ea380",
    "European Union": "#bc5cb1",
    "Other": "#60666e",
}
"""The colour of each state or group of states, in the order of a legend; nothing else has it."""
