"""Who needs whom? The measures of the energy part.

The measures are pure: they take Series and DataFrames, load nothing, change nothing, and return
new objects. A share is a fraction (0.095) unless a name ends in ``_pct``; concentration is on the
usual scale from 0 to 10,000; gas is in bcm (billion cubic metres), before 2013 in Mt (million
tonnes), money in million dollars or
billion yen. A wrong input raises ``MeasureError``: one sentence that says what is wrong, where, and
what to do.

The judges in ``judges`` compute findings on the commentary's energy claims.
"""

from .concentration import (
    concentration_by_year,
    equivalent_suppliers,
    herfindahl,
    herfindahl_bounds,
    shares,
)
from .counterfactual import (
    counterfactual_curve,
    counterfactual_herfindahl,
    counterfactual_shares,
    hhi_minimising_share,
)
from .errors import MeasureError
from .growth import contribution_to_growth
from .interdependence import asymmetry, index_by_year, interdependence_index
from .suppliers import RUSSIA, lng_parts, lng_year, rank_by_year, share_by_year
from .trade import percent_change, trade_by_year, usd_mn_to_jpy_bn
from .weights import CHANNELS, mutual_weights, trade_weight

__all__ = [
    "CHANNELS",
    "RUSSIA",
    "MeasureError",
    "asymmetry",
    "concentration_by_year",
    "contribution_to_growth",
    "counterfactual_curve",
    "counterfactual_herfindahl",
    "counterfactual_shares",
    "equivalent_suppliers",
    "herfindahl",
    "herfindahl_bounds",
    "hhi_minimising_share",
    "index_by_year",
    "interdependence_index",
    "lng_parts",
    "lng_year",
    "mutual_weights",
    "percent_change",
    "rank_by_year",
    "share_by_year",
    "shares",
    "trade_by_year",
    "trade_weight",
    "usd_mn_to_jpy_bn",
]
