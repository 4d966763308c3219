"""For every claim one small change of a table that turns its word, written down by hand."""

from . import argument, balance, constraint, energy, territory, verdict

EDITS = [
    edit
    for part in (argument, territory, energy, balance, constraint, verdict)
    for edit in part.EDITS
]
