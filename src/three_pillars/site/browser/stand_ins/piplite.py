"""JupyterLite's own installer: like micropip's stand-in, it says that nothing is installed."""

from micropip import install

__all__ = ["install"]
