"""Check yourself: questions that answer at once, each wrong answer with what went wrong."""

from .questions import choice, number
from .quiz import quiz

__all__ = ["choice", "number", "quiz"]
