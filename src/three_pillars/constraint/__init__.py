"""The constraint: who was listed when, what trade was worth in which money, and event windows.

Listings are counted in ``listings``, steps and instruments compared in ``steps``. Trade in current
dollars mixes quantities, the oil price and the exchange rate; ``trade`` and ``deflators`` take them
apart one at a time, and ``windows`` cuts the years around an event out of a series. What cannot be
counted raises ``ConstraintError``.

The judges in ``judges`` load the tables and weigh the commentary's claims on sanctions.
"""

from .deflators import at_constant_price, price_index
from .errors import ConstraintError
from .listings import LAST_COMPLETE, compare, frozen, published_total
from .steps import ACTORS, INSTRUMENTS, instruments, lags
from .trade import at_constant_rate, trade
from .windows import change, event_window, summits

__all__ = [
    "ACTORS",
    "INSTRUMENTS",
    "LAST_COMPLETE",
    "ConstraintError",
    "at_constant_price",
    "at_constant_rate",
    "change",
    "compare",
    "event_window",
    "frozen",
    "instruments",
    "lags",
    "price_index",
    "published_total",
    "summits",
    "trade",
]
