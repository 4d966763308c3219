"""The whole ledger: a grid of parts and kinds, filters, and every claim with its evidence."""

from .ledger import KIND

__all__ = ["KIND"]
