"""Sorting: statements, and the kinds to put them under."""

from .sorting import sorting

__all__ = ["sorting"]
