"""Homes of a JupyterHub: ``home/anna/notebooks/energy/energy.ipynb``."""

from __future__ import annotations

from .owner import Listing, Owner, copies, stem, tidy

NAME = "JupyterHub"


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if it lies in no folder of homes."""
    if "home" not in steps[:-2]:
        return None
    user = steps[steps.index("home") + 1]
    file, version = copies(stem(steps[-1]))
    return Owner(tidy(user), (NAME, user), NAME, user, file, version=version)
