"""What goes to a judge and what comes back: plain data, so that a job may travel anywhere."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

GRADED, STOPPED, CRASHED, NOT_GRADED = "graded", "stopped", "crashed", "not graded"


@dataclass
class Limits:
    """What one submission may take."""

    seconds: float = 60
    cell_seconds: float = 10
    call_seconds: float = 5
    memory_mb: int = 1024


@dataclass
class Job:
    """One submission to run and to judge."""

    name: str
    part: str
    cells: list[str]
    limits: Limits = field(default_factory=Limits)

    def data(self) -> dict[str, Any]:
        """The job as JSON can carry it."""
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Job:
        """Build a job from its data."""
        return cls(data["name"], data["part"], data["cells"], Limits(**data["limits"]))


@dataclass
class JobOutcome:
    """What a submission came to."""

    status: str = GRADED
    note: str = ""
    tasks: dict[str, list[str]] = field(default_factory=dict)  # what each check said; "" is right
    errors: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    seconds: float = 0.0
    lock: str = ""
