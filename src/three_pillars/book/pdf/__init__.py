"""The book on paper: one PDF of all of it, and a hand-out of each chapter, by Chromium.

The built pages are put below each other into one long page and that is printed once: put together
from finished PDFs, the book would lose its bookmarks and its tags. `make pdf` runs it.
"""

from .chapters import Part, read_parts
from .compose import compose
from .errors import PdfError
from .make import make_pdfs

__all__ = ["Part", "PdfError", "compose", "make_pdfs", "read_parts"]
