"""Kernels of this book: make and Binder point IPYTHONDIR at this folder's parent.

So no start-up file in somebody's home changes what a chapter shows.
"""

c = get_config()  # noqa: F821 (IPython puts it there)

# Each start would warn that a kernel talks over this machine's own network without encryption.
c.IPKernelApp.log_level = "ERROR"
