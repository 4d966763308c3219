"""Can the islands be split? What is at stake, what a line moves, the game, its role-play, the maps.

The measures are pure: they take numbers and DataFrames, change nothing, and return new objects. A
share is a fraction (0.21) unless a name ends in ``_pct``; areas are in square kilometres. "To
Japan" says what an idea would move from today's control. It says nothing about title, on which
this book takes no position. A wrong input raises ``TerritoryError``: one sentence that says what is
wrong and what to do.
"""

from ..day import dated
from .axes import two_lines
from .class_deals import class_deals
from .coast import coast, etorofu_strips
from .deal import Deal, read_deal, write_deal
from .deal_sheet import DealSheet, DealsSheet, deal_sheet, deals_sheet
from .deals_chart import deals_chart
from .drawn_line import TO_JAPAN, WITH_RUSSIA, drawn_line
from .errors import TerritoryError
from .events import KINDS, events_of
from .fact_box import fact_box
from .game import MEASURES, Game, two_level_game
from .game_chart import game_chart, game_row
from .history import held_by, last_year, line_of
from .ideas import ideas
from .line_map import line_map
from .maps import CREDIT
from .names import GROUPS, NAMES
from .outcome import Outcome, etorofu_share_for, outcome
from .region_map import HELD_BY, held_fill, holders_by_year, region_map
from .rings import clipped, clockwise, ring_area_km2, simplified
from .rules import GAMES, SIDE_DEALS
from .stakes import Stakes, stakes
from .weigh_deal import weigh_deal

__all__ = [
    "CREDIT",
    "GAMES",
    "GROUPS",
    "HELD_BY",
    "KINDS",
    "MEASURES",
    "NAMES",
    "SIDE_DEALS",
    "TO_JAPAN",
    "WITH_RUSSIA",
    "Deal",
    "DealSheet",
    "DealsSheet",
    "Game",
    "Outcome",
    "Stakes",
    "TerritoryError",
    "class_deals",
    "clipped",
    "clockwise",
    "coast",
    "dated",
    "deal_sheet",
    "deals_chart",
    "deals_sheet",
    "drawn_line",
    "etorofu_share_for",
    "etorofu_strips",
    "events_of",
    "fact_box",
    "game_chart",
    "game_row",
    "held_by",
    "held_fill",
    "holders_by_year",
    "ideas",
    "last_year",
    "line_map",
    "line_of",
    "outcome",
    "read_deal",
    "region_map",
    "ring_area_km2",
    "simplified",
    "stakes",
    "two_level_game",
    "two_lines",
    "weigh_deal",
    "write_deal",
]
