"""Who was right? Scores of forecasts, answer files, and the reader's own score of the argument."""

from ..commentary import PILLARS
from ..day import COMMENTARY
from .answers import read_answers, write_answers
from .class_score import ClassScore, compare_class
from .decomposition import Decomposition, calibration, decompose
from .forecasters import base_rate, commentary, nothing_changes, words
from .named_topics import named_topics
from .probability import AnswerError, VerdictError
from .questions import questions
from .score_of_argument import argument_score, leverage, verdict_table, weigh
from .scores import brier, interval, score, scores, skill, weights
from .sheet import AnswerSheet, answer_sheet

__all__ = [
    "COMMENTARY",
    "PILLARS",
    "AnswerError",
    "AnswerSheet",
    "ClassScore",
    "Decomposition",
    "VerdictError",
    "answer_sheet",
    "argument_score",
    "base_rate",
    "brier",
    "calibration",
    "commentary",
    "compare_class",
    "decompose",
    "interval",
    "leverage",
    "named_topics",
    "nothing_changes",
    "questions",
    "read_answers",
    "score",
    "scores",
    "skill",
    "verdict_table",
    "weigh",
    "weights",
    "words",
    "write_answers",
]
