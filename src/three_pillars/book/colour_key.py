"""The key to the colours of the book, drawn from the palette itself."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from three_pillars import ledger
from three_pillars.figures import COLOURS, INK, MUTED

MARK = (
    '<svg class="tp-key-mark" width="28" height="14" aria-hidden="true">'
    '<rect x="1" y="1" width="26" height="12" fill="{fill}" stroke="{stroke}"{dash}/></svg> '
)


class ColourKey(SphinxDirective):
    """``{colour-key}``: each colour, each fill of a verdict, and what it stands for."""

    def run(self) -> list[nodes.Node]:
        """Return one list of the states and one of what has no hue."""
        states = [
            (MARK.format(fill=hue, stroke=hue, dash=""), name) for name, hue in COLOURS.items()
        ]
        plain = [
            (MARK.format(fill=INK, stroke=INK, dash=""), "what the chart is about"),
            (MARK.format(fill=MUTED, stroke=MUTED, dash=""), "what it is compared with"),
        ]
        fills = ledger.verdict_fill()
        for verdict, fill, dash in zip(
            ledger.VERDICTS,
            fills["fill"].to_dict()["scale"]["range"],
            fills["strokeDash"].to_dict()["scale"]["range"],
            strict=True,
        ):
            broken = "" if 0 in dash else f' stroke-dasharray="{dash[0]} {dash[1]}"'
            plain.append((MARK.format(fill=fill, stroke=INK, dash=broken), f"verdict: {verdict}"))
        return [_listed(states), _listed(plain)]


def _listed(entries: list[tuple[str, str]]) -> nodes.bullet_list:
    return nodes.bullet_list(
        "",
        *(
            nodes.list_item(
                "", nodes.paragraph("", "", nodes.raw("", mark, format="html"), nodes.Text(name))
            )
            for mark, name in entries
        ),
    )
