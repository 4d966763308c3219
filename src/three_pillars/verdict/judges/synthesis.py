"""The judge of the chapter `verdict/synthesis`: the thesis as a whole."""

from __future__ import annotations

from ...day import COMMENTARY
from ...ledger import Judgement, judge
from ..topics import abe_putin, topics


@judge("C16")
def three_pillars() -> Judgement:
    """Did engagement rest on territory, energy and a strategy towards China?"""
    meetings = abe_putin()
    early = meetings[meetings["day"] <= COMMENTARY]
    every, before = topics(meetings), topics(early)
    seen = before["islands or treaty"] > 0 and before["economy"] > 0
    strategy = before["China"] > 0
    return Judgement(
        verdict="supported" if seen and every["China"] > 0 else "partly",
        then="supported" if seen and strategy else "partly",
        figure=f"China named in {every['China']} of {len(meetings)} summaries of meetings",
        evidence=f"Our summaries of {len(meetings)} meetings of Abe and Putin name the islands or "
        f"the treaty in {every['islands or treaty']}, the economy in {every['economy']} (energy in "
        f"{every['energy alone']}), security in {every['security']} and China in "
        f"{every['China']}: two pillars show, the third is what analysts infer.",
        hindsight=f"Only {len(early)} of the meetings came before the commentary, and the islands "
        f"or the treaty are named in {before['islands or treaty']} of those; the weight of that "
        "pillar shows from 2015 on.",
        tables=["argument/leader_meetings"],
    )
