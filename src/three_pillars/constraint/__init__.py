"""The constraint: who was listed when, what trade was worth in which money, and event windows.

Listings are counted in ``listings``, steps and instruments compared in ``steps``; ``together`` asks
whether a partner moved before, ``compartments`` sets sanctions and meetings beside each other.
Trade in current dollars mixes quantities, the oil price and the exchange rate; ``trade`` and
``deflators`` take them apart one at a time, and ``windows`` cuts the years around an event out of a
series. What cannot be counted raises ``ConstraintError``.

The judges in ``judges`` load the tables and weigh the commentary's claims on sanctions.
"""

from .compartments import TOPICS, compartments
from .deflators import at_constant_price, price_index
from .errors import ConstraintError
from .listings import LAST_COMPLETE, compare, frozen, published_total
from .steps import ACTORS, INSTRUMENTS, behind, instruments, lags, left_out, standing
from .together import moves
from .trade import at_constant_rate, trade
from .windows import change, event_window, summits

__all__ = [
    "ACTORS",
    "INSTRUMENTS",
    "LAST_COMPLETE",
    "TOPICS",
    "ConstraintError",
    "at_constant_price",
    "at_constant_rate",
    "behind",
    "change",
    "compare",
    "compartments",
    "event_window",
    "frozen",
    "instruments",
    "lags",
    "left_out",
    "moves",
    "price_index",
    "published_total",
    "standing",
    "summits",
    "trade",
]
