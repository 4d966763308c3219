"""The claims of a chapter with their verdicts, a card each."""

from .verdicts import KIND

__all__ = ["KIND"]
