"""The questions of the chapters, for learning platforms: a format a file.

`make share` writes all formats from what the built book keeps of its quizzes (`export`). The
question itself, whatever the format, is a `Question`; each format says in its file what it cannot
carry and what stands in its place.
"""

from .cartridge import cartridge
from .export import export, main
from .gift import gift
from .moodle import moodle
from .qti12 import qti12
from .qti21 import qti21
from .question import Option, Picture, Question, questions_of

__all__ = [
    "Option",
    "Picture",
    "Question",
    "cartridge",
    "export",
    "gift",
    "main",
    "moodle",
    "qti12",
    "qti21",
    "questions_of",
]
