"""What a graded submission comes to: points and sentences by task."""

from __future__ import annotations

from dataclasses import dataclass, field

from .jobs import JobOutcome
from .masters import Exercise
from .submissions import Submission


@dataclass
class Mark:
    """What a person gave for a task."""

    points: float | None = None
    comment: str = ""


@dataclass
class Result:
    """One submission, graded or not."""

    submission: Submission
    exercise: Exercise | None
    outcome: JobOutcome
    points: dict[str, float] = field(default_factory=dict)  # by task
    said: dict[str, str] = field(default_factory=dict)  # what is wrong, by task
    marks: dict[str, Mark] = field(default_factory=dict)  # by hand, by task
    same_as: list[str] = field(default_factory=list)

    @property
    def score(self) -> float:
        """Points of the tasks that a check grades."""
        return round(sum(self.points.values()), 2)

    @property
    def by_hand(self) -> float:
        """Points that a person gave."""
        return round(sum(mark.points or 0 for mark in self.marks.values()), 2)

    @property
    def total(self) -> float:
        """All points."""
        return round(self.score + self.by_hand, 2)

    @property
    def out_of(self) -> float:
        """Most points that checks can give."""
        tasks = self.exercise.tasks if self.exercise else []
        return sum(task.points for task in tasks if not task.manual)

    @property
    def most(self) -> float:
        """Most points of the whole exercise."""
        return self.exercise.points if self.exercise else 0

    @property
    def unread(self) -> list[str]:
        """Tasks that a person has yet to read."""
        tasks = self.exercise.tasks if self.exercise else []
        return [
            task.name
            for task in tasks
            if task.manual and self.marks.get(task.name, Mark()).points is None
        ]

    @property
    def note(self) -> str:
        """What went wrong or is to be known, in a line."""
        passed = "; ".join(self.outcome.passed_over)
        notes = [self.outcome.note, *self.submission.notes, *self.outcome.errors[:2], passed]
        return "; ".join(filter(None, notes))


def result_of(one: Submission, exercise: Exercise | None, outcome: JobOutcome) -> Result:
    """Turn what the checks said into points: the part of a task's checks that pass."""
    result = Result(one, exercise, outcome)
    for task in exercise.tasks if exercise else []:
        if task.manual:
            continue
        said = outcome.tasks.get(task.name)
        if said is None:
            result.points[task.name] = 0
            continue
        right = sum(not sentence for sentence in said)
        result.points[task.name] = round(task.points * right / max(len(said), 1), 2)
        if right < len(said):
            result.said[task.name] = " ".join(sentence for sentence in said if sentence)
    return result
