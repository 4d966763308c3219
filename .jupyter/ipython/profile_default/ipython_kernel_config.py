"""Kernels of this book: make and Binder point IPYTHONDIR at this folder's parent.

So no start-up file in somebody's home changes what a chapter shows.
"""

import sys

c = get_config()  # noqa: F821 (IPython puts it there)

# Each start would warn that a kernel talks over this machine's own network without encryption.
c.IPKernelApp.log_level = "ERROR"

# The same as three_pillars/_quick.py, for cells that import Altair before the package: without it
# every kernel would spend two seconds on a grammar of web addresses that no chapter uses.
sys.modules.setdefault("rfc3987_syntax", None)
