"""One piece at a time: each chart, claim and question has an address of its own, for ever.

`pieces` keeps what the build meets, `page` makes the page and the files of each, `picture` the
saved picture, `code` the Python that rebuilds a chart, `names` the addresses that were given out.
The Sphinx side that calls all this is `three_pillars.book.sharing`.
"""

from .assets import share_script
from .code import cells_of, code_of
from .errors import ShareError
from .info import citation, info, picture_lines, rows_with_settings, typed_columns
from .names import Address, kept_addresses
from .page import draw_ahead, moved_page, piece_files, write_changed
from .picture import frame, picture, to_png
from .pieces import (
    Piece,
    document_of,
    drop_pieces,
    keep_pieces,
    kept_pieces,
    page_of,
    pieces_of,
)
from .social import (
    chapter_data,
    exercise_data,
    meta_tags,
    root_files,
    shortened,
    site_map,
    tables_data,
)

__all__ = [
    "Address",
    "Piece",
    "ShareError",
    "cells_of",
    "chapter_data",
    "citation",
    "code_of",
    "document_of",
    "draw_ahead",
    "drop_pieces",
    "exercise_data",
    "frame",
    "info",
    "keep_pieces",
    "kept_addresses",
    "kept_pieces",
    "meta_tags",
    "moved_page",
    "page_of",
    "picture",
    "picture_lines",
    "piece_files",
    "pieces_of",
    "root_files",
    "rows_with_settings",
    "share_script",
    "shortened",
    "site_map",
    "tables_data",
    "to_png",
    "typed_columns",
    "write_changed",
]
