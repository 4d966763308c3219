"""Was Russia a hedge against China? Measures and models of the balance of power.

The measures are pure: they take DataFrames, load nothing, change nothing, and return new objects.
Shares are fractions unless a name ends in ``_pct``. A ratio is taken within one price base and one
edition: a mixture raises ``BalanceError``, which names what was mixed. The models behind the
explorables load their own tables.
"""

from ..commentary import DATE as COMMENTARY  # as text: the dates of this part's tables are text
from ..commentary import STATES
from .errors import BalanceError
from .moved import INDICATORS, SPLITS, draw_moved, moved
from .overtaking import Overtaking, overtaking
from .periods import Comparison, before_after, period_mean
from .projection import PACES, draw_projection, miss, projection, stand_in
from .ratios import growth, ratio
from .ruler import RULERS, draw_ratio, measured, under_ruler
from .scrambles import quarters, scramble_share, scrambles_by_year
from .ties import ABE_RETURNS, arms_to_china, closeness, meeting_count, meetings_so_far
from .voting import PAIRS, agreement_bars, alignment, alignment_distance
from .yen import YenPart, yen_part, yen_per_dollar

__all__ = [
    "ABE_RETURNS",
    "COMMENTARY",
    "INDICATORS",
    "PACES",
    "PAIRS",
    "RULERS",
    "SPLITS",
    "STATES",
    "BalanceError",
    "Comparison",
    "Overtaking",
    "YenPart",
    "agreement_bars",
    "alignment",
    "alignment_distance",
    "arms_to_china",
    "before_after",
    "closeness",
    "draw_moved",
    "draw_projection",
    "draw_ratio",
    "growth",
    "measured",
    "meeting_count",
    "meetings_so_far",
    "miss",
    "moved",
    "overtaking",
    "period_mean",
    "projection",
    "quarters",
    "ratio",
    "scramble_share",
    "scrambles_by_year",
    "stand_in",
    "under_ruler",
    "yen_part",
    "yen_per_dollar",
]
