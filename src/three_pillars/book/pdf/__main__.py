"""`make pdf`: the whole book and the hand-outs, in ``_build/pdf``."""

import os
import sys
from pathlib import Path

from ...console import bear_any_console
from .errors import PdfError
from .make import make_pdfs

if __name__ == "__main__":
    bear_any_console()
    try:
        for line in make_pdfs(
            Path.cwd(), Path("_build/pdf").resolve(), tables=bool(os.environ.get("TABLES"))
        ):
            print(line, flush=True)
    except PdfError as error:
        sys.exit(str(error))
