"""Three Pillars: testing Japan–Russia engagement with data.

What chapters and exercises import: tables (`load`), charts and tables (`figure`,
`table`), explorables (`explore`), the
blocks of a chapter (`predict`, `quiz`) and the ledger of claims (`verdicts`). The measures of a
part are in the package of its name, such as `three_pillars.energy`.
"""

from . import _quick  # noqa: F401
from .blocks import BlockError, choice, number, predict, quiz, sorting
from .data import DataError, describe, load, source, tables
from .explore import Choice, ExploreError, Range, explore
from .figures import (
    CATEGORIES,
    COLOURS,
    HALF,
    INK,
    MUTED,
    FigureError,
    figure,
    hollow,
    line_names,
    state_scale,
    table,
    year_mark,
)
from .ledger import (
    Judgement,
    LedgerError,
    chain,
    claims,
    claims_ledger,
    judge,
    judgements,
    verdict_fill,
    verdicts,
)

__all__ = [
    "CATEGORIES",
    "COLOURS",
    "HALF",
    "INK",
    "MUTED",
    "BlockError",
    "Choice",
    "DataError",
    "ExploreError",
    "FigureError",
    "Judgement",
    "LedgerError",
    "Range",
    "chain",
    "choice",
    "claims",
    "claims_ledger",
    "describe",
    "explore",
    "figure",
    "hollow",
    "judge",
    "judgements",
    "line_names",
    "load",
    "number",
    "predict",
    "quiz",
    "sorting",
    "source",
    "state_scale",
    "table",
    "tables",
    "verdict_fill",
    "verdicts",
    "year_mark",
]
