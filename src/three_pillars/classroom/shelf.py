"""What a room holds: the package and the tables as in the student's zip, and the room's own code.

A shelf is made once for each exercise and read by all its rooms. It lies in a temporary folder
that names its maker's process, so the next run clears away what a killed one left.
"""

from __future__ import annotations

import compileall
import contextlib
import os
import re
import shutil
import tempfile
import threading
from pathlib import Path
from types import TracebackType

from . import bundle
from .masters import Exercise

_NAME = "three-pillars-room-"
ROOM = Path(__file__).parent / "room"


class Shelves:
    """A folder with a shelf for each exercise; gone after a ``with`` block."""

    def __init__(self) -> None:
        """Make the folder, and clear away what dead processes left."""
        _clear()
        self.folder = Path(tempfile.mkdtemp(prefix=f"{_NAME}{os.getpid()}-")).resolve()
        self.folder.chmod(0o755)
        self._lock = threading.Lock()

    def __enter__(self) -> Shelves:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def make(self, exercise: Exercise) -> Path:
        """Make the shelf of an exercise, once, whichever worker asks first."""
        shelf = self.folder / exercise.part
        with self._lock:
            if shelf.exists():
                return shelf
            shelf.mkdir()
            bundle.write_bundle_of(shelf, exercise)
            shutil.copytree(ROOM, shelf / "room", ignore=shutil.ignore_patterns("__pycache__"))
            compileall.compile_dir(shelf, quiet=2)  # once here, instead of once in every room
            for place in [shelf, *shelf.rglob("*")]:
                place.chmod(0o755 if place.is_dir() else 0o644)
        return shelf


def _clear() -> None:
    for old in Path(tempfile.gettempdir()).glob(f"{_NAME}*"):
        found = re.match(rf"{_NAME}(\d+)-", old.name)
        with contextlib.suppress(OSError):
            if found and old.stat().st_uid == _me() and not _alive(int(found[1])):
                shutil.rmtree(old, ignore_errors=True)


def _me() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def _alive(process: int) -> bool:
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
