"""How long a test waits at most, and what is said when that was not enough.

Every wait ends as soon as what it waits for is there, so these numbers cost nothing on a quiet
machine. They are large because a busy one may be eight times slower, and finite because a page, a
kernel or a server that hangs is a failure and never a hang.
"""

import contextlib
import sysconfig
import threading
import time
import traceback
from pathlib import Path

WAIT = 120  # seconds for one thing to happen, such as a chart that comes to life
LIMIT = 480  # for one way through a page, or one run of a chapter
PHASE = 600  # for the preparation of a test, the test itself, or its end
GRACE = 30  # for what was ended by force to be gone
AGAIN = 5  # after which what did not end is ended once more
BUILD = 600  # for the whole book to be built

TESTS = Path(__file__).resolve().parents[1]
TOOLS = [Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "purelib", "platlib")]


class Late(AssertionError):
    """Something did not happen in time; the message says what, and where it was waited for."""


def place_of(error):
    """Return where in our own code an error came from: file, line, function, the line's text."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename).resolve()
        if path == Path(__file__) or any(tool in path.parents for tool in TOOLS):
            continue
        name = path.relative_to(TESTS) if TESTS in path.parents else path.name
        return f"{name}:{frame.lineno}, {frame.name}: `{frame.line}`"
    return None


@contextlib.contextmanager
def within(seconds, what, end):
    """Give the block so many seconds; then call `end`, which must end what the block waits for.

    `end` is called in a thread of its own, for instance to kill a browser whose page never
    answers, and again until the block is over. The block's call then fails, and `Late` says which
    call it was.
    """
    over, late = threading.Event(), threading.Event()

    def watch():
        pause = seconds
        while not over.wait(pause):
            late.set()
            end()
            pause = AGAIN

    def said(error=None):
        place = place_of(error) if error else None
        return f"{what}: not done within {seconds:g} seconds, and ended by force; " + (
            f"it was at {place}" if place else "it does not say where it was"
        )

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    except Exception as error:
        if late.is_set():
            raise Late(said(error)) from error
        raise
    else:
        if late.is_set():  # what was ended by force has no result
            raise Late(said())
    finally:
        over.set()
        watcher.join(GRACE)


def until(holds, what, seconds=WAIT, pause=time.sleep):
    """Wait until `holds()` gives something, and return it; or fail and say `what` is missing.

    `what` may be a function, so that the failure tells how things stood at the end. `pause` is
    called between two looks with a part of a second: for a page give its `pause`, so that it goes
    on meanwhile.
    """
    end = time.monotonic() + seconds
    while not (found := holds()):
        if time.monotonic() > end:
            raise Late(f"not within {seconds:g} seconds: {what() if callable(what) else what}")
        pause(0.1)
    return found
