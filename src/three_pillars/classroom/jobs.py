"""What goes into a sandbox and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Job:
    """One submission to run."""

    name: str
    cells: list[str]
    tasks: dict[str, list[str]]
    part: str
    seconds: float = 60
    cell_seconds: float = 10
    memory_mb: int = 1024
    closed: list[str] = field(default_factory=list)  # folders it may not read


@dataclass
class Outcome:
    """What a submission came to."""

    status: str = "graded"
    note: str = ""
    tasks: dict[str, list[str]] = field(default_factory=dict)  # what each check said; "" is right
    errors: list[str] = field(default_factory=list)
    seconds: float = 0.0
    network: str = ""


class TimeUp(BaseException):
    """A cell took too long; not an Exception, so that a bare `except Exception` lets it pass."""
