"""Computed values in the text: marked, so that a page whose Python runs can compute them anew."""

from __future__ import annotations

from docutils import nodes
from myst_nb.ext.eval import EvalRoleAny

from three_pillars.words import curly


class ComputedValue(EvalRoleAny):
    """``{eval}`` as MyST-NB has it, its result in an element of the class ``tp-value``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Evaluate the expression; in the order of the text these are the values of the page."""
        found, messages = super().run()
        if found:
            found = [nodes.inline("", "", *found, classes=["tp-value"])]
            for text in list(found[0].findall(nodes.Text)):
                text.parent.replace(text, nodes.Text(curly(str(text))))
        return found, messages
