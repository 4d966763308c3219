"""All tables at once: ``python -m three_pillars.data.validating`` says what is wrong, if anything.

The build of the book, that of the exercises and ``make check`` begin here, so that a damaged table
ends each of them with the same one sentence, before anything is made from it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from ..console import bear_any_console
from .descriptors import descriptor, tables
from .errors import DataError
from .folder import root, shown, stamp, state
from .loading import load


def check_tables() -> None:
    """Check every table and every file; children of this process need not check them again.

    Files that passed once and have not changed since, nor the checks, are not read again: beside a
    book that was built, ``_build/tables-checked`` remembers them.

    Raises:
        DataError: a table is missing or damaged, or no table describes a CSV file that is there.
    """
    described = {root() / descriptor(name)["path"] for name in tables()}
    for path in sorted(root().rglob("*.csv")):
        if path not in described:
            name = path.relative_to(root()).with_suffix("").as_posix()
            raise DataError(
                f"{shown(path)} is described by no table of {root().name}/datapackage.json; "
                f"draft its description with make table TABLE={name}, or remove the file."
            )
    kept, now = root().parent / "_build" / "tables-checked", _fingerprint()
    if not (kept.is_file() and kept.read_text("utf-8") == now):
        for name in tables():
            load(name)
        if kept.parent.is_dir():
            kept.write_text(now, "utf-8")
    os.environ["THREE_PILLARS_CHECKED"] = state()


def _fingerprint() -> str:
    """Identify the state of all tables and of the code that checks them."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(repr([state(), *map(stamp, code)]).encode()).hexdigest()


def main() -> int:
    """Check all tables and print the one sentence that is due, if any."""
    bear_any_console()
    try:
        check_tables()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
