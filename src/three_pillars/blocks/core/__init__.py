"""What all blocks share: a block, its kind, its template, its assets, and the files it saves."""

from .assets import script, style
from .block import MIME_TYPE, Block, chart_uid, names_in, to_html
from .errors import BlockError
from .files import read_file, write_file
from .kind import KINDS, Kind, declare

__all__ = [
    "KINDS",
    "MIME_TYPE",
    "Block",
    "BlockError",
    "Kind",
    "chart_uid",
    "declare",
    "names_in",
    "read_file",
    "script",
    "style",
    "to_html",
    "write_file",
]
