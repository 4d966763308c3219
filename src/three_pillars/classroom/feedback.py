"""What a student reads: the points of each task, and what is wrong with it."""

from __future__ import annotations

from .jobs import NOT_GRADED
from .masters import Task
from .pages import page
from .results import Mark, Result
from .text import escaped


def feedback(result: Result) -> str:
    """Write the page of feedback for one submission; of nobody else there is a word in it."""
    one, exercise, outcome = result.submission, result.exercise, result.outcome
    title = f"{one.student}: {exercise.title if exercise else 'not graded'}"
    points = f"{result.score:g} of {result.out_of:g} points</strong> from the checks"
    if result.marks and not result.unread:
        points = f"{result.total:g} of {result.most:g} points</strong>"
    parts = [
        f"<p><strong>{points}; handed in {one.handed_in}{' (late)' if one.late else ''}, "
        f"file {escaped(one.file)}.</p>"
    ]
    if outcome.note:
        parts.append(f"<p><strong>{_big(outcome.status)}</strong>: {escaped(outcome.note)}.</p>")
    parts += [f"<p>{escaped(_big(note))}.</p>" for note in one.notes]
    if one.older:
        parts.append(f"<p>Older copies, not graded: {escaped('; '.join(one.older))}.</p>")
    if exercise and outcome.status != NOT_GRADED:
        parts += [_open(result, t) if t.manual else _checked(result, t) for t in exercise.tasks]
    if outcome.errors:
        items = "".join(f"<li>{escaped(line)}</li>" for line in outcome.errors[:20])
        parts.append(f"<h2>Cells that did not run</h2><ul>{items}</ul>")
    if outcome.passed_over:
        parts.append(f"<p>While grading, {escaped('; '.join(outcome.passed_over))}.</p>")
    return page(title, "".join(parts))


def _head(task: Task) -> str:
    return f"<h2>Task {task.number} · {escaped(task.title)}</h2>"


def _open(result: Result, task: Task) -> str:
    text = result.submission.texts.get(task.name, "")
    rubric = next((line for line in task.question.split("\n\n") if "looks for" in line), "")
    mark = result.marks.get(task.name, Mark())
    given = "…" if mark.points is None else f"{mark.points:g}"
    said = "Your teacher reads this: " if mark.points is None else ""
    comment = f"<p>{escaped(mark.comment)}</p>" if mark.comment else ""
    return (
        f'<div class="task">{_head(task)}<p>{said}{given} of {task.points:g} points.</p>'
        f"<blockquote>{escaped(text) or '(no answer)'}</blockquote>{comment}"
        f"<p>{escaped(rubric.replace('**', ''))}</p></div>"
    )


def _checked(result: Result, task: Task) -> str:
    points = result.points.get(task.name, 0)
    said = result.said.get(task.name, "")
    if task.name not in result.outcome.tasks:
        said = "This task was not reached."
    mark = result.marks.get(task.name)
    more = ""
    if mark and (mark.points is not None or mark.comment):
        more = f" By hand: {mark.points or 0:+g}. {escaped(mark.comment)}"
    return (
        f'<div class="task {"right" if points == task.points else "wrong"}">{_head(task)}'
        f"<p>{points:g} of {task.points:g}. {escaped(said) if said else 'Right.'}{more}</p></div>"
    )


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]
