"""What a student reads: the points of each task, and what is wrong with it."""

from __future__ import annotations

import html

from .pages import page
from .results import Result


def feedback(result: Result) -> str:
    """Write the page of feedback for one submission."""
    one, exercise, outcome = result.submission, result.exercise, result.outcome
    title = f"{one.student}: {exercise.title if exercise else 'not graded'}"
    parts = [
        f"<p><strong>{result.score:g} of {result.out_of:g} points</strong> from the checks; "
        f"handed in {one.when:%d %B %Y, %H:%M}{' (late)' if one.late else ''}, "
        f"file {html.escape(one.file)}.</p>"
    ]
    if outcome.note:
        parts.append(
            f"<p><strong>{_big(outcome.status)}</strong>: {html.escape(outcome.note)}.</p>"
        )
    if one.older:
        parts.append(f"<p>Older copies, not graded: {html.escape('; '.join(one.older))}.</p>")
    for task in exercise.tasks if exercise and outcome.status != "not graded" else []:
        head = f"<h2>Task {task.number} · {html.escape(task.title)}</h2>"
        if task.manual:
            text = one.texts.get(task.name, "")
            rubric = next((line for line in task.question.split("\n\n") if "looks for" in line), "")
            parts.append(
                f'<div class="task">{head}<p>Your teacher reads this: … of {task.points:g} '
                f"points.</p><blockquote>{html.escape(text) or '(no answer)'}</blockquote>"
                f"<p>{html.escape(rubric.replace('**', ''))}</p></div>"
            )
            continue
        points = result.points.get(task.name, 0)
        said = result.said.get(task.name, "")
        if task.name not in outcome.tasks:
            said = "This task was not reached."
        parts.append(
            f'<div class="task {"right" if points == task.points else "wrong"}">{head}'
            f"<p>{points:g} of {task.points:g}. {html.escape(said) if said else 'Right.'}</p></div>"
        )
    if outcome.errors:
        items = "".join(f"<li>{html.escape(line)}</li>" for line in outcome.errors[:20])
        parts.append(f"<h2>Cells that did not run</h2><ul>{items}</ul>")
    return page(title, "".join(parts))


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]
