"""What "Show the code" is called for ears: its own words, and what the code shows."""

from __future__ import annotations

import re

_SUMMARY = re.compile(r'<summary aria-label="Toggle hidden content">(.*?)</summary>', re.DOTALL)
_WORDS = re.compile(r"(<p class=\"(?:collapsed|expanded) [^>]*>)([^<]*)(</p>)")
_NEXT = re.compile(r'<summary aria-label="Toggle hidden content">|<h[1-6]|<div class="cell ')
_SHOWN = re.compile(
    r'class="chart-title"[^>]*>([^<]+)<'
    r"|<caption[^>]*>\s*([^<]+?)\s*<"
    r'|<section class="tp-block[^>]*aria-label="([^"]+)"'
)
_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)<(?:a class=\"headerlink\"|/h)", re.DOTALL)


def name_code(page: str) -> str:
    """Return the HTML of a page whose folded code says what it shows.

    MyST-NB calls each "Toggle hidden content", whatever stands on it, so neither a voice nor a
    spoken command can tell one from the other. The name is the title of the chart, table or block
    that follows in the same cell, else the heading above.
    """

    def named(summary: re.Match[str]) -> str:
        end = _NEXT.search(page, summary.end())
        shown = _SHOWN.search(page, summary.end(), end.start() if end else len(page))
        if shown:
            what = f" of “{next(filter(None, shown.groups()))}”"
        else:
            above = [heading[1] for heading in _HEADING.finditer(page, 0, summary.start())]
            what = f" under “{re.sub('<[^>]*>', '', above[-1]).strip()}”" if above else ""
        unseen = f'<span class="tp-unseen">{what}</span>' if what else ""
        words = _WORDS.sub(lambda p: f"{p[1]}{p[2]}{unseen}{p[3]}", summary[1])
        return f"<summary>{words}</summary>"

    return _SUMMARY.sub(named, page)
