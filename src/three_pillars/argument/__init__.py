"""The argument: counts of meetings, gaps between them, and what came before and after an event.

The measures are pure functions on the tables of ``data/argument``. Three traps are dealt with in
one place each. Rows with a Russian premier are incomplete, so ``presidents()`` leaves them out of
every ranking. A date may be known to the month or the year only, so ``dated()`` turns it into the
first and the last day on which the thing can have happened. A row may be unverified, so every count
says how many of its meetings are.
"""

from ..day import COMMENTARY, dated, until
from ..meetings import pair, presidents
from .contacts import KINDS, all_contacts, contacts
from .counts import check_counts, count, per_year_in_office, setting
from .errors import ArgumentError
from .gaps import gaps
from .occasions import OCCASIONS
from .polls import approval_change, change_across
from .windows import half_years, window

__all__ = [
    "COMMENTARY",
    "KINDS",
    "OCCASIONS",
    "ArgumentError",
    "all_contacts",
    "approval_change",
    "change_across",
    "check_counts",
    "contacts",
    "count",
    "dated",
    "gaps",
    "half_years",
    "pair",
    "per_year_in_office",
    "presidents",
    "setting",
    "until",
    "window",
]
