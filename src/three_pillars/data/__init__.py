"""Tables of the book: find them, check them, read them.

Every table is a CSV file under ``data/``, described in ``data/datapackage.json``. ``load()`` checks
a file against that description before it returns a single number, and says in one sentence what is
wrong with it: which file, which row, which column, which value, and why.
"""

from .descriptors import describe, tables, today
from .errors import DataError
from .folder import root, state
from .loading import load, source
from .reader import Reader, once

__all__ = [
    "DataError",
    "Reader",
    "describe",
    "load",
    "once",
    "root",
    "source",
    "state",
    "tables",
    "today",
]
