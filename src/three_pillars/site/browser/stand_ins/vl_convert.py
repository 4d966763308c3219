"""vl-convert's one function that charts need, in the browser.

In a chapter's page the page itself draws each chart as soon as it is there, so an empty drawing of
its size is enough. In JupyterLite nothing else would draw it: there the browser's own Vega does.
"""

from __future__ import annotations

import json
import os


def vegalite_to_svg(spec, vl_version=None):
    """Return a Vega-Lite specification as SVG markup."""
    if os.environ.get("THREE_PILLARS_BOOK") == "1":
        width, height = spec.get("width", 680), spec.get("height", 300)
        size = [side if isinstance(side, int) else 300 for side in (width, height)]
        return '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"></svg>'.format(*size)
    from three_pillars_js import to_svg

    return to_svg(spec if isinstance(spec, str) else json.dumps(spec))
