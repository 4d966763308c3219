"""The interactive blocks of a chapter, a folder each: `predict()`, `quiz()` and others.

A block is a plain description in JSON. The book turns it into HTML while it builds; Jupyter gets
the same HTML, with the style and the script of its kind inside. So a block looks and works alike in
both, with no network and no kernel. No block knows a part: a part hands it its data.

A new kind is a new folder: what it is (Python), its template, its script and its style, all named
after it; `core` holds what they share.
"""

from . import chain, ledger, verdicts  # noqa: F401
from .core import (
    MIME_TYPE,
    Block,
    BlockError,
    names_in,
    read_file,
    script,
    style,
    to_html,
    write_file,
)
from .deal_form import deal_form, deals_form
from .forecast_sheet import forecast_sheet
from .predict import predict
from .quiz import choice, number, quiz
from .sorting import sorting
from .weighing import weighing

__all__ = [
    "MIME_TYPE",
    "Block",
    "BlockError",
    "choice",
    "deal_form",
    "deals_form",
    "forecast_sheet",
    "names_in",
    "number",
    "predict",
    "quiz",
    "read_file",
    "script",
    "sorting",
    "style",
    "to_html",
    "weighing",
    "write_file",
]
