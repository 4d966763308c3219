"""The one error of this part."""

from __future__ import annotations


class TerritoryError(ValueError):
    """Something cannot be divided, drawn or dated as asked; the message says why and what to do."""
