"""The groups of islands: their order and both their names."""

from __future__ import annotations

GROUPS = ("habomai", "shikotan", "kunashiri", "etorofu")
"""The four groups in dispute, in the order in which most ideas would move them."""

NAMES = {
    "habomai": "Habomai/Khabomai",
    "shikotan": "Shikotan",
    "kunashiri": "Kunashiri/Kunashir",
    "etorofu": "Etorofu/Iturup",
    "kurils_middle": "Middle Kurils",
    "kurils_north": "Northern Kurils",
    "sakhalin_south": "Southern Sakhalin",
    "sakhalin_north": "Northern Sakhalin",
}
"""Each group as a reader sees it: first the Japanese, then the Russian name, where they differ."""
