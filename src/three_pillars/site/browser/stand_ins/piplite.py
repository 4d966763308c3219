"""JupyterLite's own installer: like micropip's stand-in, it says that nothing is installed."""

import sys

from micropip import install

__all__ = ["install", "piplite"]

# The kernel imports piplite.piplite and sets its addresses; here both are this one module.
piplite = sys.modules[__name__]
sys.modules[f"{__name__}.piplite"] = piplite
