"""What leaders met for, in words."""

OCCASIONS = {
    "apec_sideline": "beside an APEC summit",
    "asean_sideline": "beside an ASEAN summit",
    "asem_sideline": "beside an Asia–Europe meeting",
    "brics_sideline": "beside a BRICS summit",
    "eef": "Eastern Economic Forum",
    "g20_sideline": "beside a G20 summit",
    "g8_sideline": "beside a G8 summit",
    "olympics": "Olympic Games",
    "other_summit_sideline": "beside another summit",
    "sco_sideline": "beside an SCO summit",
    "un_sideline": "at the United Nations",
}
"""Words for the values of ``format`` in ``argument/leader_meetings`` whose code is not in words."""
