"""What the teacher and the students read: the report on the class, and feedback for each."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from three_pillars.figures import COLOURS, MUTED, NARROW, WIDE, to_svg

if TYPE_CHECKING:
    from .grading import Result

RIGHT, WRONG, NONE = "right", "not right", "not reached"

STYLE = """
:root { color-scheme: light dark; --line: #8884; }
body { font: 1rem/1.5 Arial, 'Liberation Sans', Helvetica, sans-serif; max-width: 46rem;
       margin: 0 auto; padding: 1rem; background: light-dark(#fff, #14181e);
       color: light-dark(#14181e, #e8eaed); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
         border-bottom: 1px solid var(--line); }
.scroll { overflow-x: auto; }
td.number, th.number { text-align: right; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; }
.chart-title { font-weight: bold; }
.narrow { display: none; }
@media (max-width: 600px) { .wide { display: none; } .narrow { display: block; } }
.task { border-left: 4px solid #60666e; padding: .2rem .8rem; margin: .8rem 0; }
.task.right { border-color: #4ea380; } .task.wrong { border-color: #bc5cb1; }
blockquote { white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; padding-left: 1rem;
             border-left: 2px solid var(--line); }
a { color: light-dark(#1d4ed8, #8ab4f8); }
@media print { a { color: inherit; } }
"""


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        # Nothing that a student wrote may run or load anything here.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; img-src data:\">"
        f"<title>{html.escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{html.escape(title)}</h1>{body}</main></body></html>\n"
    )


def _table(head: list[str], rows: list[list[Any]]) -> str:
    """A table; a cell that is a tuple holds HTML that is already safe."""

    def cell(value: Any, tag: str) -> str:
        text = value[0] if isinstance(value, tuple) else html.escape(str(value))
        number = ' class="number"' if isinstance(value, (int, float)) else ""
        return f"<{tag}{number}>{text}</{tag}>"

    top = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in head)
    body = "".join(f"<tr>{''.join(cell(value, 'td') for value in row)}</tr>" for row in rows)
    return (
        f'<div class="scroll" tabindex="0"><table><thead><tr>{top}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _figure(chart: alt.TopLevelMixin, title: str, description: str) -> str:
    """Draw a chart as the book does: two widths, title in HTML, alt text."""
    spec = chart.to_dict()
    drawings = "".join(
        f'<div class="{name}">{to_svg(spec, width)}</div>'
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    )
    return (
        f'<figure class="chart"><div class="chart-title">{html.escape(title)}</div>'
        f'<div role="img" aria-label="{html.escape(description)}">{drawings}</div></figure>'
    )


# One student -------------------------------------------------------------------------------------


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
    return _page(title, "".join(parts))


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]


# The class ---------------------------------------------------------------------------------------


def class_report(results: list[Result], links: dict[int, str]) -> str:
    """Write the report on the class.

    Args:
        results: All results.
        links: The page of feedback of each, by the result's identity.
    """
    odd = [r for r in results if r.outcome.status != "graded"]
    parts = [
        f"<p>{len(results)} submissions, {len(results) - len(odd)} graded without trouble, "
        f"{sum(r.submission.late for r in results)} late. Points are those of the checks; open "
        "answers are read by a person, with the rubric in each student's page.</p>"
    ]
    if odd:
        parts.append("<h2>Look at these yourself</h2>")
        parts.append(
            _table(
                ["student", "file", "what happened"],
                [[_link(r, links), r.submission.file, _happened(r)] for r in odd],
            )
        )
    same = [r for r in results if r.same_as]
    if same:
        parts.append(
            "<h2>The same code</h2><p>These hand-ins agree in every character. That may be work "
            "in pairs; ask before you judge.</p>"
        )
        rows = [[_link(r, links), r.submission.part, ", ".join(r.same_as)] for r in same]
        parts.append(_table(["student", "exercise", "same as"], rows))
    for part in dict.fromkeys(r.submission.part for r in results if r.exercise):
        parts.append(_exercise([r for r in results if r.submission.part == part], links))
    return _page("Class report", "".join(parts))


def _link(result: Result, links: dict[int, str]) -> tuple[str]:
    name = html.escape(result.submission.student)
    return (f'<a href="{html.escape(links[id(result)])}">{name}</a>',)


def _happened(result: Result) -> str:
    return f"{result.outcome.status}: {result.outcome.note or 'no reason known'}"


def _exercise(results: list[Result], links: dict[int, str]) -> str:
    exercise = results[0].exercise
    ran = [r for r in results if r.outcome.status != "not graded"]
    parts = [f"<h2>{html.escape(exercise.title)}</h2>"]
    if not ran:
        return "".join([*parts, "<p>Nothing could be graded.</p>"])
    tasks = [task for task in exercise.tasks if not task.manual]
    counts = pd.DataFrame(
        [
            {"task": f"{task.number} {task.title}", "result": name, "students": count}
            for task in tasks
            for name, count in zip(
                (RIGHT, WRONG, NONE), _counts(ran, task.name, task.points), strict=True
            )
        ]
    )
    parts.append(_success(counts, len(ran)))
    parts.append(_scores(ran))
    parts.append(_times(ran))
    parts.append("<h3>Common wrong answers</h3>")
    said = Counter(
        (t.number, t.title, r.said[t.name])
        for t in tasks
        for r in ran
        if t.name in r.said and "three dots" not in r.said[t.name]
    )
    rows = [
        [f"{number} {title}", sentence, count]
        for (number, title, sentence), count in sorted(
            said.items(), key=lambda item: (-item[1], item[0])
        )[:20]
    ]
    parts.append(_table(["task", "feedback", "students"], rows) if rows else "<p>None.</p>")
    parts.append("<h3>Who needs help</h3>")
    rows = []
    for result in sorted(ran, key=lambda r: (r.score, r.submission.student)):
        missed = [str(t.number) for t in tasks if result.points[t.name] < t.points]
        if result.score < 0.6 * result.out_of:
            first = next((result.said[t.name] for t in tasks if t.name in result.said), "")
            rows.append([_link(result, links), result.score, ", ".join(missed), first])
    parts.append(
        _table(["student", "points", "tasks to go", "first trouble"], rows)
        if rows
        else "<p>Nobody is under 60% of the points.</p>"
    )
    parts.append("<h3>Everyone</h3>")
    rows = [
        [_link(r, links), r.score, r.out_of, f"{r.submission.when:%d %b %H:%M}",
         "late" if r.submission.late else "", round(r.outcome.seconds, 1)]
        for r in results
    ]  # fmt: skip
    parts.append(_table(["student", "points", "of", "handed in", "", "seconds to grade"], rows))
    return "".join(parts)


def _counts(results: list[Result], task: str, points: float) -> tuple[int, int, int]:
    right = sum(r.points.get(task, 0) == points for r in results)
    none = sum(task not in r.outcome.tasks or "three dots" in r.said.get(task, "") for r in results)
    return right, len(results) - right - none, none


def _success(counts: pd.DataFrame, students: int) -> str:
    order = list(dict.fromkeys(counts["task"]))
    right = counts[counts["result"] == RIGHT].set_index("task")["students"]
    hardest = right.idxmin()
    chart = (
        alt.Chart(counts)
        .mark_bar(height=16)
        .encode(
            alt.Y("task:N", title=None, sort=order),
            alt.X("students:Q", title="students", axis=alt.Axis(tickMinStep=1)),
            alt.Color(
                "result:N",
                scale=alt.Scale(
                    domain=[RIGHT, WRONG, NONE],
                    range=[COLOURS["United States"], COLOURS["European Union"], MUTED],
                ),
            ),
            alt.Order("rank:Q"),
        )
        .transform_calculate(rank=f"indexof(['{RIGHT}', '{WRONG}', '{NONE}'], datum.result)")
        .properties(height=30 * len(order))
    )
    words = ", ".join(f"task {name}: {count} of {students} right" for name, count in right.items())
    return _figure(
        chart,
        f"Hardest: task {hardest} ({right[hardest]} of {students} right)",
        f"Bar chart of success by task. {words}.",
    )


def _scores(results: list[Result]) -> str:
    out_of = results[0].out_of
    table = pd.DataFrame({"points": [r.score for r in results]}).value_counts().reset_index()
    middle = pd.Series([r.score for r in results]).median()
    chart = (
        alt.Chart(table)
        .mark_bar(width=10, color=COLOURS["Russia"])
        .encode(
            alt.X("points:Q", scale=alt.Scale(domain=[0, out_of], padding=12)),
            alt.Y("count:Q", title="students", axis=alt.Axis(tickMinStep=1)),
        )
        .properties(height=160)
    )
    return _figure(
        chart,
        f"Half the class has {middle:g} of {out_of:g} points or more",
        f"Bar chart of students by points, from {table['points'].min():g} to "
        f"{table['points'].max():g} of {out_of:g}; the median is {middle:g}.",
    )


def _times(results: list[Result]) -> str:
    table = pd.DataFrame(
        {
            "handed in": [r.submission.when for r in results],
            "points": [r.score for r in results],
            "time": ["late" if r.submission.late else "in time" for r in results],
        }
    )
    late = int((table["time"] == "late").sum())
    chart = (
        alt.Chart(table)
        .mark_point(size=60, opacity=0.7)
        .encode(
            alt.X("handed in:T", title=None),
            alt.Y("points:Q", scale=alt.Scale(domain=[0, results[0].out_of])),
            alt.Color(
                "time:N",
                scale=alt.Scale(
                    domain=["in time", "late"], range=[COLOURS["Russia"], COLOURS["Japan"]]
                ),
            ),
        )
        .properties(height=180)
    )
    first, last = table["handed in"].min(), table["handed in"].max()
    return _figure(
        chart,
        f"Handed in from {first:%d %b %H:%M} to {last:%d %b %H:%M}, {late or 'none'} late",
        f"Points by time of handing in; {len(table)} submissions, {late} of them late.",
    )
