"""Weighing the argument: how its score depends on what counts."""

from .weighing import weighing

__all__ = ["weighing"]
