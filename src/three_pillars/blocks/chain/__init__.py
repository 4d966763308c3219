"""The way of one claim from the commentary to its verdict, link by link."""

from .chain import KIND

__all__ = ["KIND"]
