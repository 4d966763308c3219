"""What a graded submission comes to: points and sentences by task."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from .jobs import Outcome
from .masters import Exercise
from .submissions import Submission


@dataclass
class Result:
    """One graded submission."""

    submission: Submission
    exercise: Exercise | None
    outcome: Outcome
    points: dict[str, float] = field(default_factory=dict)  # by task
    said: dict[str, str] = field(default_factory=dict)  # what is wrong, by task
    same_as: list[str] = field(default_factory=list)

    @property
    def score(self) -> float:
        """Points of the tasks that a check grades."""
        return round(sum(self.points.values()), 2)

    @property
    def out_of(self) -> float:
        """Most points that checks can give."""
        tasks = self.exercise.tasks if self.exercise else []
        return sum(task.points for task in tasks if not task.manual)


def result_of(one: Submission, exercise: Exercise | None, outcome: Outcome) -> Result:
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


def note_same(results: list[Result]) -> None:
    """Note who handed in the very same file, or the same code."""
    by_code: dict[str, list[Result]] = {}
    for result in results:
        if result.submission.cells and result.score:
            code = "\n".join(result.submission.cells) + repr(result.submission.texts)
            by_code.setdefault(hashlib.sha256(code.encode()).hexdigest(), []).append(result)
    for group in by_code.values():
        for result in group:
            result.same_as = [r.submission.student for r in group if r is not result]


def note_of(result: Result) -> str:
    """What went wrong, in a line."""
    return "; ".join(filter(None, [result.outcome.note, *result.outcome.errors[:2]]))
